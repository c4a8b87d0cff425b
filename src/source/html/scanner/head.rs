//! What stands before the body, and which rules a tag is for.

use super::super::kind::Kind;
use super::super::reference;
use super::Run;
use super::reader::Text;
use super::sets::*;
use super::stack::{Builder, Mode, Step};
use super::tag::Tag;
use crate::source::has_any;

impl<'a> Builder<'a> {
    pub(super) fn doctype(&mut self, doctype: &str) {
        if self.mode == Mode::Initial {
            let name = doctype.get("<!doctype".len()..).unwrap_or_default().trim_end_matches('>');
            let name = name.strip_prefix(|c: char| c.is_ascii_whitespace()).unwrap_or_default();
            let is_plain = name.trim_ascii().eq_ignore_ascii_case("html");
            self.is_quirky = !is_plain && reference::is_quirky(doctype);
            self.mode = Mode::BeforeHtml;
        }
    }

    /// Takes in a tag by the rules of the mode.
    pub(super) fn tag(&mut self, tag: &Tag<'a>) {
        self.skips_line_end = false;
        while self.step(tag) == Step::Again {}
    }

    fn step(&mut self, tag: &Tag<'a>) -> Step {
        if self.is_drawn(tag) { self.in_drawing(tag) } else { self.by_mode(tag) }
    }

    /// Takes in a tag of a page, and not of a drawing.
    pub(super) fn by_mode(&mut self, tag: &Tag<'a>) -> Step {
        if tag.kind == Kind::Frameset && !tag.is_end {
            return self.lose();
        }
        match self.mode {
            Mode::Initial => self.again(Mode::BeforeHtml),
            Mode::BeforeHtml => self.before_html(tag),
            Mode::BeforeHead => self.before_head(tag),
            Mode::InHead => self.in_head(tag),
            Mode::AfterHead => self.after_head(tag),
            Mode::InBody => self.in_body(tag),
            Mode::InTable => self.in_table(tag),
            Mode::InCaption => self.in_caption(tag),
            Mode::InColumnGroup => self.in_column_group(tag),
            Mode::InTableBody => self.in_table_body(tag),
            Mode::InRow => self.in_row(tag),
            Mode::InCell => self.in_cell(tag),
            Mode::AfterBody | Mode::AfterAfterBody => self.after_body(tag),
        }
    }

    pub(super) fn again(&mut self, mode: Mode) -> Step {
        self.mode = mode;
        Step::Again
    }

    fn before_html(&mut self, tag: &Tag<'a>) -> Step {
        if tag.kind == Kind::Html && !tag.is_end {
            self.push(tag);
            self.mode = Mode::BeforeHead;
            return Step::Done;
        }
        if tag.is_end && !ENDS.has(tag.kind) {
            return Step::Done;
        }
        self.push_implied(Kind::Html, None);
        self.again(Mode::BeforeHead)
    }

    fn before_head(&mut self, tag: &Tag<'a>) -> Step {
        match (tag.kind, tag.is_end) {
            (Kind::Html, false) => return Step::Done,
            (Kind::Head, false) => {
                self.head = Some(self.push(tag));
                self.mode = Mode::InHead;
                return Step::Done;
            }
            (kind, true) if !ENDS.has(kind) => return Step::Done,
            _ => {}
        }
        self.head = Some(self.push_implied(Kind::Head, None));
        self.again(Mode::InHead)
    }

    /// By the rules for the head, wherever it stands.
    pub(super) fn in_head(&mut self, tag: &Tag<'a>) -> Step {
        match (tag.kind, tag.is_end) {
            (Kind::Html | Kind::Head, false) => Step::Done,
            (Kind::Template, false) => self.lose(),
            (Kind::Base | Kind::Basefont | Kind::Bgsound | Kind::Link | Kind::Meta, false) => {
                self.put(tag);
                Step::Done
            }
            (Kind::Title | Kind::Noframes | Kind::Style | Kind::Noscript | Kind::Script, false) => {
                self.push_raw(tag)
            }
            (Kind::Head, true) => {
                self.pop();
                self.mode = Mode::AfterHead;
                Step::Done
            }
            (kind, true) if !ENDS.has(kind) => Step::Done,
            _ => {
                self.pop();
                self.again(Mode::AfterHead)
            }
        }
    }

    /// Takes in an element that holds no tags, with its text and its end.
    pub(super) fn push_raw(&mut self, tag: &Tag<'a>) -> Step {
        let open = self.push(tag);
        let line = self.reader.line_of(self.reader.at);
        let run = self.reader.raw(tag.kind, tag.name);
        // The tape asks for the text of few of them.
        if matches!(tag.kind, Kind::Title | Kind::Xmp) {
            self.put_text(Text { run, line });
        }
        self.remove(open.number);
        Step::Done
    }

    fn after_head(&mut self, tag: &Tag<'a>) -> Step {
        match (tag.kind, tag.is_end) {
            (Kind::Html | Kind::Head, false) => Step::Done,
            (Kind::Body, false) => {
                self.push(tag);
                self.mode = Mode::InBody;
                Step::Done
            }
            (kind, false) if HEAD.has(kind) => {
                let Some(head) = self.head else { return self.lose() };
                self.stack.push(head);
                let step = self.in_head(tag);
                self.remove(head.number);
                step
            }
            (kind, true) if kind == Kind::Head || !ENDS.has(kind) => Step::Done,
            _ => self.imply_body(),
        }
    }

    fn imply_body(&mut self) -> Step {
        self.push_implied(Kind::Body, None);
        self.again(Mode::InBody)
    }

    fn after_body(&mut self, tag: &Tag<'a>) -> Step {
        match (tag.kind, tag.is_end) {
            (Kind::Html, false) => Step::Done,
            (Kind::Html, true) if self.mode == Mode::AfterBody => {
                self.mode = Mode::AfterAfterBody;
                Step::Done
            }
            _ => self.again(Mode::InBody),
        }
    }

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
}

/// Whether a text is more than blanks.
pub(super) fn is_visible(text: &str) -> bool {
    has_any(text.as_bytes(), |byte| !byte.is_ascii_whitespace())
}
