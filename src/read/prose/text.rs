//! Lines to paragraphs: joined where the page broke them, remnants and signatures left out.

use super::body::is_body_in_title;
use super::date::only_date;
use super::lines::Line;
use super::noise;
use super::outline::{At, Outliner};
use crate::form::SectionKind;
use crate::read::fold::folded_text;

impl<'d> Outliner<'d> {
    /// Takes a line that is no heading.
    pub(super) fn text(&mut self, line: &Line<'d>, full: bool) {
        if matches!(self.at, At::In(SectionKind::Improvement | SectionKind::OtherMatters))
            && noise::ends_report(line.text)
        {
            self.at = At::Past;
        }
        if self.at == At::Past || noise::is_noise(line.text) {
            return;
        }
        let goes_on = self.goes_on && !line.after_blank && !line.heading;
        if !goes_on && !self.is_prose(line, full) {
            return;
        }
        let text = match self.at {
            At::In(SectionKind::OtherMatters) => noise::without_end(line.text),
            _ => line.text,
        };
        match goes_on {
            true => self.join(text),
            false => self.paragraph(text),
        }
        self.goes_on = full || self.wrap.is_some() && self.has_open_bracket();
    }

    /// Whether the paragraph ends within brackets: an address goes on after `邮箱：`.
    fn has_open_bracket(&mut self) -> bool {
        const NEAR: usize = 120;
        let Some(text) = self.node().and_then(|node| node.paragraphs.last()) else { return false };
        let last = text.chars().rev().take(NEAR).find(|c| matches!(c, '（' | '(' | '）' | ')'));
        matches!(last, Some('（' | '('))
    }

    /// Whether a line is text, and no remnant of a table, menu or signature.
    fn is_prose(&self, line: &Line<'_>, full: bool) -> bool {
        let text = line.text;
        let sentence = text.contains(['。', '，', ',', '；', '！']) || text.ends_with(['：', ':']);
        match self.at {
            _ if self.beside_table() => (sentence || full) && !noise::is_remnant(text),
            _ if line.cell => sentence && !noise::is_remnant(text),
            At::In(SectionKind::OtherMatters) => !is_signature(text),
            At::Front => sentence || full || text.len() > 60 || !self.outline.front.is_silent(),
            _ => true,
        }
    }

    /// Begins a paragraph.
    pub(super) fn paragraph(&mut self, text: &'d str) {
        let printed = bare(text);
        if !printed.chars().any(char::is_alphabetic) {
            return;
        }
        if let Some(node) = self.node() {
            node.paragraphs.push(printed.to_owned());
            self.fill();
            self.stretches.begin(self.at, printed);
        }
    }

    fn join(&mut self, text: &'d str) {
        if let Some(last) = self.node().and_then(|node| node.paragraphs.last_mut()) {
            let letters = last.ends_with(|c: char| c.is_ascii_alphabetic())
                && text.starts_with(|c: char| c.is_ascii_alphabetic());
            if letters && !last.ends_with(['@', '.']) {
                last.push(' ');
            }
            let length = last.len();
            last.push_str(text);
            self.stretches.go_on(self.at, length, text);
        } else {
            self.paragraph(text);
        }
    }
}

/// A text without the blanks and bars around it.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '|')
}

/// Whether a line ends where a sentence does.
pub(super) fn is_ended(text: &str) -> bool {
    let bare = text.trim_end_matches(['”', '"', '）', ')', '》', '’']);
    bare.ends_with(['。', '！', '？', '；', '：', ';', ':', '.', '!'])
}

/// The body or the date under the text.
fn is_signature(text: &str) -> bool {
    const LONGEST: usize = 90;
    if text.len() > LONGEST {
        return false;
    }
    let folded = folded_text(text);
    only_date(&folded).is_some() || is_body_in_title(&folded)
}
