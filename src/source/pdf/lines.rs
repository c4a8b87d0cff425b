//! Characters put together to lines of text.

use super::glyphs::Glyph;
use hayro_interpret::kurbo::Rect;

/// One line of text.
#[derive(Debug, Clone)]
pub(super) struct TextLine {
    /// What it says.
    pub(super) text: String,
    /// The room that it takes.
    pub(super) area: Rect,
    /// The line it stands on.
    pub(super) base: f64,
    /// The size of its first character.
    pub(super) size: f64,
}

/// Puts characters together to lines, from top to bottom. What stands on a line is told by its place, not
/// by the order in which it is drawn.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<TextLine> {
    /// How far below its line a character may stand, as a part of its size.
    const SAME: f64 = 0.4;
    glyphs.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut lines = Vec::new();
    let mut rest = &mut glyphs[..];
    while let Some(first) = rest.first().copied() {
        let is_in = |glyph: &Glyph| glyph.base - first.base <= SAME * glyph.size.min(first.size);
        let end = rest.iter().position(|glyph| !is_in(glyph)).unwrap_or(rest.len());
        let (line, below) = std::mem::take(&mut rest).split_at_mut(end);
        lines.extend(line_of(line));
        rest = below;
    }
    lines
}

/// The line of characters that stand on one; none if they are all blank.
fn line_of(glyphs: &mut [Glyph]) -> Option<TextLine> {
    glyphs.sort_by(|a, b| a.area.x0.total_cmp(&b.area.x0));
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut text = String::new();
    let mut blank = false;
    for &glyph in glyphs.iter() {
        if glyph.c.is_whitespace() {
            blank = true;
        } else if !is_again(&kept, &glyph) {
            if let Some(last) = kept.last()
                && is_apart(last, &glyph, blank)
            {
                text.push(' ');
            }
            text.push(glyph.c);
            kept.push(glyph);
            blank = false;
        }
    }
    let first = kept.first()?;
    let area = kept.iter().fold(first.area, |area, glyph| area.union(glyph.area));
    Some(TextLine { text, area, base: first.base, size: first.size })
}

/// Whether a character is drawn again over itself, a little to the side: bold is faked so, and shadows.
fn is_again(kept: &[Glyph], glyph: &Glyph) -> bool {
    /// How far to the side, as a part of the size; no two digits stand so close.
    const SHIFT: f64 = 0.15;
    let near = |other: &&Glyph| glyph.area.x0 - other.area.x0 <= SHIFT * glyph.size;
    kept.iter().rev().take_while(near).any(|other| other.c == glyph.c)
}

/// Whether a blank stands between two characters. Chinese is set without; where it is spread over a line,
/// the gaps mean nothing.
fn is_apart(left: &Glyph, right: &Glyph, blank: bool) -> bool {
    let gap = (right.area.x0 - left.area.x1) / left.size.min(right.size);
    match (is_wide(left.c), is_wide(right.c)) {
        (true, true) => gap > 1.0,
        (false, false) => gap > 0.2 || blank && gap > 0.05,
        _ => gap > 0.6,
    }
}

/// Chinese characters and their punctuation.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2014}'..='\u{2026}' | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The text of a cell, whose lines are joined without blanks where Chinese was broken. A number may be
/// broken too, at the end of a full line; otherwise two numbers stand under each other.
pub(super) fn cell(glyphs: Vec<Glyph>, right: f64) -> String {
    let mut text = String::new();
    let mut full = false;
    for line in lines(glyphs) {
        let meet = (text.chars().next_back(), line.text.chars().next());
        if let (Some(last), Some(first)) = meet
            && !is_wide(last)
            && !is_wide(first)
            && !(full && last.is_ascii_digit() && first.is_ascii_digit())
        {
            text.push('\n');
        }
        text.push_str(&line.text);
        full = right - line.area.x1 < line.size;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::pdf::glyphs;

    /// Characters of size 10 from a place on, each so far behind the one before.
    fn set(text: &str, x: f64, base: f64, advance: f64) -> Vec<Glyph> {
        let glyph = |(at, c): (usize, char)| {
            let x = x + advance * f64::from(u8::try_from(at).expect("few characters"));
            let width = if is_wide(c) { 10.0 } else { 5.0 };
            glyphs::testing(c, Rect { x0: x, y0: base - 8.8, x1: x + width, y1: base + 1.2 }, base, 10.0)
        };
        text.chars().enumerate().map(glyph).collect()
    }

    fn texts(parts: Vec<Vec<Glyph>>) -> Vec<String> {
        lines(parts.into_iter().flatten().collect()).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_are_told_by_their_places() {
        let parts =
            vec![set("下一行", 0.0, 30.0, 10.0), set("12", 32.0, 10.0, 5.0), set("受理", 0.0, 10.2, 10.0)];
        assert_eq!(texts(parts), ["受理 12", "下一行"]);
    }

    #[test]
    fn what_is_drawn_twice_is_printed_once() {
        let parts = vec![set("110", 0.0, 10.0, 5.0), set("110", 0.4, 10.0, 5.0), set("110", 0.0, 10.3, 5.0)];
        assert_eq!(texts(parts), ["110"]);
    }

    #[test]
    fn chinese_that_is_spread_over_a_line_has_no_blanks() {
        assert_eq!(texts(vec![set("政务公开", 0.0, 10.0, 14.0)]), ["政务公开"]);
        assert_eq!(texts(vec![set("规章", 0.0, 10.0, 10.0), set("3 4", 60.0, 10.0, 5.0)]), ["规章 3 4"]);
    }

    #[test]
    fn the_lines_of_a_cell_are_joined() {
        let stacked = "三本年度".chars().enumerate();
        let stacked = stacked.flat_map(|(at, c)| set(&c.to_string(), 0.0, 10.0 + 12.0 * at as f64, 0.0));
        assert_eq!(cell(stacked.collect(), 12.0), "三本年度");
        let number =
            |right: f64| cell([set("12345", 0.0, 10.0, 5.0), set("67", 0.0, 22.0, 5.0)].concat(), right);
        assert_eq!((number(26.0).as_str(), number(60.0).as_str()), ("1234567", "12345\n67"));
    }
}
