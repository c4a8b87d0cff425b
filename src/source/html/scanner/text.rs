//! Texts, and what they imply.

use super::super::kind::Kind;
use super::Run;
use super::mode::Mode;
use super::reader::Text;
use super::sets::TABLE_PARTS;
use super::stack::Builder;
use crate::source::has_any;

impl Builder<'_> {
    /// Takes in a text.
    pub(super) fn text(&mut self, mut text: Text) {
        if std::mem::take(&mut self.skips_line_end) && self.reader.slice(text.run).starts_with('\n') {
            (text.run.start, text.line) = (text.run.start + 1, text.line.saturating_add(1));
        }
        if text.run.start == text.run.end {
            return;
        }
        match self.mode {
            _ if self.current() == Kind::Foreign => self.put_text(text),
            Mode::InBody | Mode::InCell | Mode::InCaption => self.body_text(text),
            Mode::InTable | Mode::InTableBody | Mode::InRow => self.text_in_table(text),
            _ => self.text_elsewhere(text),
        }
    }

    pub(super) fn body_text(&mut self, text: Text) {
        self.reconstruct();
        self.put_text(text);
    }

    /// Takes in a text where blanks mean nothing, and anything else implies what is missing.
    fn text_elsewhere(&mut self, text: Text) {
        let slice = self.reader.slice(text.run);
        let is_blank = |c: char| c.is_ascii_whitespace();
        let begin = slice.find(|c| !is_blank(c)).unwrap_or(slice.len());
        let is_all_blank = begin == slice.len();
        if matches!(self.mode, Mode::AfterBody | Mode::AfterAfterBody) {
            if !is_all_blank {
                self.mode = Mode::InBody;
            }
            return self.body_text(text);
        }
        if is_all_blank {
            return;
        }
        let ends = slice[..begin].bytes().filter(|&byte| byte == b'\n').count();
        let line = text.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        let start = text.run.start.saturating_add(u32::try_from(begin).unwrap_or(u32::MAX));
        let rest = Text { run: Run { start, ..text.run }, line };
        self.imply_for_text();
        self.text(rest);
    }

    /// Implies what is missing before a text that is not blank.
    fn imply_for_text(&mut self) {
        if matches!(self.mode, Mode::InColumnGroup) {
            self.pop();
            self.mode = Mode::InTable;
            return;
        }
        if matches!(self.mode, Mode::Initial | Mode::BeforeHtml) {
            self.push_implied(Kind::Html, None);
        }
        if matches!(self.mode, Mode::Initial | Mode::BeforeHtml | Mode::BeforeHead) {
            self.head = Some(self.push_implied(Kind::Head, None));
        }
        if self.mode != Mode::AfterHead {
            self.pop();
        }
        self.imply_body();
    }

    pub(super) fn text_in_table(&mut self, text: Text) {
        if TABLE_PARTS.has(self.current()) {
            self.table_text.push(text);
        } else {
            self.foster_text(text);
        }
    }

    fn foster_text(&mut self, text: Text) {
        self.fosters = true;
        self.body_text(text);
        self.fosters = false;
    }

    /// What stands between the parts of a table is known: it goes before the table if it is more than blanks.
    #[inline]
    pub(super) fn end_table_text(&mut self) {
        if !self.table_text.is_empty() {
            self.take_table_text();
        }
    }

    fn take_table_text(&mut self) {
        let texts = std::mem::take(&mut self.table_text);
        if texts.iter().any(|text| is_visible(self.reader.slice(text.run))) {
            texts.into_iter().for_each(|text| self.foster_text(text));
        }
    }
}

/// Whether a text is more than blanks.
fn is_visible(text: &str) -> bool {
    has_any(text.as_bytes(), |byte| !byte.is_ascii_whitespace())
}
