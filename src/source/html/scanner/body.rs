//! The rules of the body.

use super::super::kind::{Kind, Kinds};
use super::mode::{Mode, Step};
use super::sets::*;
use super::stack::Builder;
use super::tag::Tag;

impl<'a> Builder<'a> {
    pub(super) fn in_body(&mut self, tag: &Tag<'a>) -> Step {
        if tag.is_end { self.end_in_body(tag) } else { self.start_in_body(tag) }
    }

    fn start_in_body(&mut self, tag: &Tag<'a>) -> Step {
        match start(tag.kind) {
            Start::Inline => self.start_inline(tag),
            Start::Formatting => self.start_formatting(tag),
            Start::Block => self.start_block(tag),
            Start::Heading => {
                self.end_paragraph();
                if HEADINGS.has(self.current()) {
                    self.pop();
                }
                self.push(tag);
            }
            Start::Item => self.start_item(tag),
            Start::Pre => {
                self.start_block(tag);
                self.skips_line_end = true;
            }
            Start::Table => {
                if !self.is_quirky {
                    self.end_paragraph();
                }
                self.push(tag);
                self.mode = Mode::InTable;
            }
            Start::Form => self.start_form(tag),
            Start::Empty => {
                self.reconstruct();
                self.put(tag);
            }
            Start::Void => self.start_void(tag),
            Start::Head => return self.in_head(tag),
            Start::Control => self.start_control(tag),
            Start::Frame => {
                self.start_inline(tag);
                self.mark_formats();
            }
            Start::Ruby => self.start_ruby(tag),
            Start::Raw => {
                if tag.kind == Kind::Xmp {
                    self.end_paragraph();
                    self.reconstruct();
                }
                return self.push_raw(tag);
            }
            Start::Drawing => {
                self.reconstruct();
                self.draw(tag);
            }
            Start::Lost => return self.lose(),
            Start::Ignored => {}
        }
        Step::Done
    }

    fn start_form(&mut self, tag: &Tag<'a>) {
        if self.form.is_none() {
            self.end_paragraph();
            self.form = Some(self.push(tag).number);
        }
    }

    fn start_inline(&mut self, tag: &Tag<'a>) {
        self.reconstruct();
        self.push(tag);
    }

    fn start_block(&mut self, tag: &Tag<'a>) {
        self.end_paragraph();
        self.push(tag);
    }

    fn start_void(&mut self, tag: &Tag<'a>) {
        if tag.kind == Kind::Hr {
            self.end_paragraph();
            if self.has_in(&SCOPE, Kind::Select) {
                self.end_implied(Kind::Other);
            }
        }
        self.put(tag);
    }

    fn start_formatting(&mut self, tag: &Tag<'a>) {
        if tag.kind == Kind::A {
            self.end_link();
        }
        self.reconstruct();
        if tag.kind == Kind::Nobr && self.has_in(&SCOPE, Kind::Nobr) {
            self.adopt(Kind::Nobr, b"nobr");
            self.reconstruct();
        }
        self.push_formatting(tag);
    }

    fn start_item(&mut self, tag: &Tag<'a>) {
        const BOUNDS: Kinds = SPECIAL.without(&[Kind::Address, Kind::Div, Kind::P]);
        let ends = |kind| match tag.kind {
            Kind::Li => kind == Kind::Li,
            _ => matches!(kind, Kind::Dd | Kind::Dt),
        };
        if let Some(at) = self.find_in(&BOUNDS, |open| ends(open.kind)) {
            let kind = self.stack[at].kind;
            self.end_implied(kind);
            self.pop_until(|is| is == kind);
        }
        self.start_block(tag);
    }

    fn start_control(&mut self, tag: &Tag<'a>) {
        let in_select = tag.kind != Kind::Button && self.has_in(&SCOPE, Kind::Select);
        match tag.kind {
            Kind::Button => self.end_in_scope(&SCOPE, Kind::Button, Kind::Other),
            Kind::Input | Kind::Select if in_select => {
                self.pop_until(|is| is == Kind::Select);
                if tag.kind == Kind::Select {
                    return;
                }
            }
            Kind::Option if in_select => self.end_implied(Kind::Optgroup),
            Kind::Optgroup if in_select => self.end_implied(Kind::Other),
            Kind::Option | Kind::Optgroup if self.current() == Kind::Option => self.pop(),
            _ => {}
        }
        self.reconstruct();
        if tag.kind == Kind::Input {
            self.put(tag);
        } else {
            self.push(tag);
        }
    }

    fn start_ruby(&mut self, tag: &Tag<'a>) {
        if self.has_in(&SCOPE, Kind::Ruby) {
            self.end_implied(if matches!(tag.kind, Kind::Rp | Kind::Rt) { Kind::Rtc } else { Kind::Other });
        }
        self.push(tag);
    }

    fn end_in_body(&mut self, tag: &Tag<'a>) -> Step {
        match tag.kind {
            Kind::Span | Kind::Other => self.end_other(tag.kind, tag.name),
            kind if FORMATTING.has(kind) => self.adopt(kind, tag.name),
            Kind::P => {
                if !self.has_in(&BUTTON_SCOPE, Kind::P) {
                    self.push_implied(Kind::P, None);
                }
                self.end_paragraph();
            }
            kind if ENDED.has(kind) => self.end_in_scope(&SCOPE, kind, Kind::Other),
            Kind::Li => self.end_in_scope(&LIST_SCOPE, Kind::Li, Kind::Li),
            kind @ (Kind::Dd | Kind::Dt) => self.end_in_scope(&SCOPE, kind, kind),
            kind if HEADINGS.has(kind) => {
                if self.find_in(&SCOPE, |open| HEADINGS.has(open.kind)).is_some() {
                    self.end_implied(Kind::Other);
                    self.pop_until(|is| HEADINGS.has(is));
                }
            }
            Kind::Form => self.end_form(),
            Kind::Applet | Kind::Marquee | Kind::Object => {
                if self.has_in(&SCOPE, tag.kind) {
                    self.end_in_scope(&SCOPE, tag.kind, Kind::Other);
                    self.clear_formats();
                }
            }
            Kind::Body | Kind::Html => {
                if self.has_in(&SCOPE, Kind::Body) {
                    self.mode = Mode::AfterBody;
                    return if tag.kind == Kind::Html { Step::Again } else { Step::Done };
                }
            }
            Kind::Br => {
                self.reconstruct();
                self.push_implied(Kind::Br, None);
                self.pop();
            }
            Kind::Template => {}
            kind => self.end_other(kind, tag.name),
        }
        Step::Done
    }

    fn end_in_scope(&mut self, scope: &Kinds, kind: Kind, except: Kind) {
        if self.has_in(scope, kind) {
            self.end_implied(except);
            self.pop_until(|is| is == kind);
        }
    }

    fn end_form(&mut self) {
        let Some(form) = self.form.take() else { return };
        if self.find_in(&SCOPE, |open| open.number == form).is_some() {
            self.end_implied(Kind::Other);
            self.remove(form);
        }
    }

    /// Ends the paragraph that is open, if there is one.
    pub(super) fn end_paragraph(&mut self) {
        self.end_in_scope(&BUTTON_SCOPE, Kind::P, Kind::P);
    }

    /// Ends an element of which the standard says nothing.
    pub(super) fn end_other(&mut self, kind: Kind, name: &[u8]) {
        for at in (0..self.stack.len()).rev() {
            let open = self.stack[at];
            if open.is_named(kind, name) {
                self.end_implied(kind);
                return self.stack.truncate(at);
            }
            if SPECIAL.has(open.kind) {
                return;
            }
        }
    }
}
