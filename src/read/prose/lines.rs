//! The lines of a page that no table has claimed.

use crate::source::{Document, Piece, PieceKind, has_any};

/// A line of prose, or what stands in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'d> {
    /// Its text, without the blanks around it; empty where a table was read.
    pub(super) text: &'d str,
    /// Whether the page marks it as a heading.
    pub(super) heading: bool,
    /// Whether it is a cell of a table that is not one of the form.
    pub(super) cell: bool,
    /// Whether a blank line stands before it.
    pub(super) after_blank: bool,
}

impl Line<'_> {
    /// Whether a table of the form stood here.
    pub(super) fn is_table(&self) -> bool {
        self.text.is_empty()
    }
}

/// Every line that is left, with one empty line for each run of pieces that tables claimed.
pub(super) fn lines<'d>(document: &'d Document<'_>, used: &[bool]) -> Vec<Line<'d>> {
    let mut lines: Vec<Line<'d>> = Vec::with_capacity(document.pieces.len());
    let mut blank = false;
    for (index, piece) in document.pieces.iter().enumerate() {
        if used.get(index) == Some(&true) {
            // A page number that a table has claimed is no table.
            let goes_on = lines.last().is_some_and(Line::is_table)
                || piece.kind == PieceKind::Line && is_page_number(document.piece_text(piece));
            if !goes_on {
                lines.push(Line { text: "", heading: false, cell: false, after_blank: blank });
            }
            continue;
        }
        match piece.kind {
            PieceKind::Line | PieceKind::Heading | PieceKind::Cell { .. } => {
                blank |= is_apart(document, index);
                take(&mut lines, document.piece_text(piece), piece.kind, &mut blank);
            }
            _ => blank = true,
        }
    }
    lines
}

/// Whether empty lines of the input stand before a piece.
fn is_apart(document: &Document<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|index| document.pieces.get(index));
    let line = |piece: &Piece| piece.line;
    match (before.map(line), document.pieces.get(index).map(line)) {
        (Some(before), Some(line)) => before > 0 && line > before + 1,
        _ => false,
    }
}

fn take<'d>(lines: &mut Vec<Line<'d>>, text: &'d str, kind: PieceKind, blank: &mut bool) {
    const ENDS: [char; 3] = ['\n', '\r', '\u{2028}'];
    // Most texts are one line, which is seen from their bytes, by the first ones of these characters.
    let is_one = !has_any(text.as_bytes(), |byte| (byte == b'\n') | (byte == b'\r') | (byte == 0xE2));
    let mut rest = Some(text);
    while let Some(text) = rest {
        let cut = if is_one { None } else { text.split_once(ENDS) };
        let (part, after) = cut.map_or((text, None), |(part, after)| (part, Some(after)));
        rest = after;
        let part = part.trim_matches(is_margin);
        if part.is_empty() {
            *blank = true;
        } else if is_page_number(part) {
            // A page break does not end a paragraph.
        } else {
            split_at_sections(part, |text, first| {
                lines.push(Line {
                    text,
                    heading: kind == PieceKind::Heading,
                    cell: matches!(kind, PieceKind::Cell { .. }),
                    after_blank: std::mem::take(blank) || !first,
                });
            });
        }
    }
}

fn is_margin(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{AD}' | '\u{2060}')
}

/// `- 3 -`, `— 4 —`, `第3页`, `3`, `3/12`.
fn is_page_number(text: &str) -> bool {
    let frame = |c: char| {
        c.is_whitespace() || matches!(c, '-' | '—' | '–' | '－' | '·' | '第' | '页' | '頁' | '/' | '共' | '|')
    };
    text.len() <= 40 && text.chars().all(|c| frame(c) || c.is_numeric())
}

/// Cuts a long line before each title of a section that stands inside of it with its ordinal.
///
/// Some pages print the whole report on one line.
fn split_at_sections<'d>(line: &'d str, mut part: impl FnMut(&'d str, bool)) {
    const SHORT: usize = 60;
    if line.len() <= SHORT {
        return part(line, true);
    }
    let mut start = 0;
    for (at, _) in line.match_indices('、') {
        let mut before = line[start..at].char_indices().rev();
        let Some((ordinal, numeral)) = before.next() else { continue };
        if !matches!(numeral, '一' | '二' | '三' | '四' | '五' | '六' | '七') || ordinal == 0 {
            continue;
        }
        let apart = before.next().is_some_and(|(_, c)| c.is_whitespace() || matches!(c, '。' | '！' | '|'));
        if apart && super::section_title::opens_section(&line[at + '、'.len_utf8()..]) {
            part(line[start..start + ordinal].trim_matches(is_margin), start == 0);
            start += ordinal;
        }
    }
    part(&line[start..], start == 0);
}

/// How wide a text is printed, in half characters: two for what is beyond ASCII. Blanks do not count: PDF
/// text has them around numbers.
pub(super) fn width(text: &str) -> usize {
    // In stretches whose sum fits a byte, which is many times as fast.
    const STRETCH: usize = 96;
    let width = |byte: &u8| u8::from(byte.is_ascii_graphic()) + 2 * u8::from(*byte >= 0xC0);
    text.as_bytes().chunks(STRETCH).map(|bytes| usize::from(bytes.iter().map(width).sum::<u8>())).sum()
}

/// The column at which the lines of the page are broken, if they are (text taken out of PDF).
pub(super) fn wrap_column(lines: &[Line<'_>]) -> Option<usize> {
    const WIDEST: usize = 110;
    const NARROWEST: usize = 36;
    let mut counts = [0_usize; WIDEST + 1];
    let mut wider = 0;
    for line in lines.iter().filter(|line| !line.cell && !line.is_table()) {
        // Longer than any broken line can be: not worth counting.
        let wide = if line.text.len() > WIDEST * 3 { WIDEST + 1 } else { width(line.text) };
        match counts.get_mut(wide) {
            Some(count) => *count += 1,
            None => wider += 1,
        }
    }
    // Broken lines end within a character or two of each other, and next to none is longer.
    let full = |end: usize| counts[end.saturating_sub(6)..=end].iter().sum::<usize>();
    let column = (NARROWEST..=WIDEST).filter(|&end| counts[end] > 0).max_by_key(|&end| full(end))?;
    let wider = wider + counts[column + 1..].iter().sum::<usize>();
    (full(column) >= 4 && wider * 3 <= full(column)).then_some(column)
}

#[cfg(test)]
mod tests {
    use super::super::testing::page;
    use super::*;

    #[test]
    fn page_numbers_are_no_lines() {
        let page = page("甲\n- 3 -\n— 4 —\n第3页\n乙 5\n");
        let texts: Vec<_> = lines(&page, &[]).iter().map(|line| line.text).collect();
        assert_eq!(texts, ["甲", "乙 5"]);
    }

    #[test]
    fn a_report_on_one_line_is_cut_at_its_sections() {
        let page = page(
            "一、总体情况 本镇工作平稳有序。 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 无。一、二、三都做到了。",
        );
        let texts: Vec<_> = lines(&page, &[]).iter().map(|line| line.text).collect();
        assert_eq!(texts.len(), 3);
        assert_eq!(texts[1], "二、主动公开政府信息情况");
    }

    #[test]
    fn broken_lines_show_their_column() {
        let line = "字".repeat(28);
        let text = format!("{line}\n{line}\n{line}\n短行。\n{line}\n");
        let page = page(&text);
        assert_eq!(wrap_column(&lines(&page, &[])), Some(56));
    }
}
