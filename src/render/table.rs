//! A small table printer that aligns by display width: a Chinese character takes two columns.

use super::style::{Style, Tone, harmless};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Blanks between columns.
const GAP: usize = 2;

/// One field: its text, and what it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Field {
    text: String,
    tone: Tone,
}

impl Field {
    pub(super) fn new(tone: Tone, text: impl AsRef<str>) -> Self {
        Self { text: harmless(text.as_ref()), tone }
    }
}

/// Rows of fields: a label flush left, the others flush right.
#[derive(Debug)]
pub(super) struct Table {
    label: usize,
    rows: Vec<Vec<Field>>,
}

impl Table {
    /// A table whose labels are so wide: longer ones are cut, so that numbers stay on the screen.
    pub(super) const fn new(label: usize) -> Self {
        Self { label, rows: Vec::new() }
    }

    /// Adds a row.
    pub(super) fn row(&mut self, label: &str, fields: impl IntoIterator<Item = Field>) {
        let label = Field::new(Tone::Text, cut(label, self.label));
        self.rows.push(std::iter::once(label).chain(fields).collect());
    }

    /// Adds the heads of the columns, each over as many lines as the width asks for.
    pub(super) fn heads(&mut self, label: &str, width: usize, heads: &[String]) {
        let heads: Vec<_> = heads.iter().map(|head| wrap(head, width)).collect();
        let lines = heads.iter().map(Vec::len).max().unwrap_or(1);
        for line in 0..lines {
            // One blank after the head: the place of a mark behind a number.
            let field = |head: &Vec<String>| match head.get(line) {
                Some(text) => Field::new(Tone::Quiet, format!("{text} ")),
                None => Field::default(),
            };
            let label = if line == 0 { label } else { "" };
            let label = Field::new(Tone::Quiet, label);
            self.rows.push(std::iter::once(label).chain(heads.iter().map(field)).collect());
        }
    }

    /// The table as lines of text.
    pub(super) fn print(&self, style: Style, out: &mut String) {
        let widths = self.widths();
        for row in &self.rows {
            let mut line = String::new();
            for (at, (field, width)) in row.iter().zip(&widths).enumerate() {
                let free = width.saturating_sub(field.text.width());
                let (before, after) = if at == 0 { (0, free) } else { (GAP + free, 0) };
                line.extend(std::iter::repeat_n(' ', before));
                let text = field.text.trim_end();
                line.push_str(&style.paint(field.tone, text));
                // Blanks stay outside the colour, so that those at the end of a line can go.
                line.push_str(&field.text[text.len()..]);
                line.extend(std::iter::repeat_n(' ', after));
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths = vec![self.label];
        for row in &self.rows {
            widths.resize(widths.len().max(row.len()), 0);
            for (width, field) in widths.iter_mut().zip(row) {
                *width = (*width).max(field.text.width());
            }
        }
        widths
    }
}

/// The text, at most so many columns wide.
pub(super) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut left = width.saturating_sub(1);
    let fits = |c: &char| match left.checked_sub(c.width().unwrap_or(0)) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    let kept: String = text.chars().take_while(fits).collect();
    kept + "…"
}

/// The text over lines: words where there are blanks, else characters.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match (joined, lines.last_mut()) {
            (Some(joined), Some(line)) if joined.width() <= width => *line = joined,
            _ => lines.extend(chunks(word, width)),
        }
    }
    lines
}

/// A Chinese word may break anywhere, an English one not at all.
fn chunks(word: &str, width: usize) -> Vec<String> {
    if word.is_ascii() {
        return vec![word.to_owned()];
    }
    let mut lines = vec![String::new()];
    for c in word.chars() {
        if lines.last().is_some_and(|line| line.width() + c.width().unwrap_or(0) > width) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(c);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_align_under_chinese() {
        let mut table = Table::new(8);
        table.heads("", 8, &["社会公益组织".to_owned(), "总计".to_owned()]);
        table.row("结果维持", ["1 ", "[20]"].map(|text| Field::new(Tone::Text, text)));
        let mut out = String::new();
        table.print(Style::Plain, &mut out);
        let expected = ["          社会公益   总计", "              组织", "结果维持         1    [20]"];
        assert_eq!(out.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_cut_label_fits() {
        for width in 1..20 {
            assert!(cut("1.申请人无正当理由逾期不补正", width).width() <= width);
        }
        assert_eq!(cut("重复申请", 8), "重复申请");
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(wrap("legal service", 10), ["legal", "service"]);
        assert_eq!(wrap("of a row", 10), ["of a row"]);
        assert_eq!(wrap("enterprise", 8), ["enterprise"]);
    }
}
