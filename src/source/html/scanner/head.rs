//! What stands before the body and behind it.

use super::super::kind::Kind;
use super::super::reference;
use super::mode::{Mode, Step};
use super::reader::Text;
use super::sets::*;
use super::stack::Builder;
use super::tag::Tag;

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

    pub(super) fn before_html(&mut self, tag: &Tag<'a>) -> Step {
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

    pub(super) fn before_head(&mut self, tag: &Tag<'a>) -> Step {
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

    pub(super) fn after_head(&mut self, tag: &Tag<'a>) -> Step {
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

    pub(super) fn imply_body(&mut self) -> Step {
        self.push_implied(Kind::Body, None);
        self.again(Mode::InBody)
    }

    pub(super) fn after_body(&mut self, tag: &Tag<'a>) -> Step {
        match (tag.kind, tag.is_end) {
            (Kind::Html, false) => Step::Done,
            (Kind::Html, true) if self.mode == Mode::AfterBody => {
                self.mode = Mode::AfterAfterBody;
                Step::Done
            }
            _ => self.again(Mode::InBody),
        }
    }
}
