//! Drawings, whose elements are other elements, whatever they are called.

use super::super::kind::Kind;
use super::mode::Step;
use super::sets::*;
use super::stack::Builder;
use super::tag::{Tag, sorted};
use crate::source::tape::Element;

impl<'a> Builder<'a> {
    pub(super) fn is_in_drawing(&self) -> bool {
        DRAWN.has(self.current())
    }

    /// Whether a tag is for the rules of drawings.
    pub(super) fn is_drawn(&self, tag: &Tag<'a>) -> bool {
        self.is_in_drawing() && (tag.is_end || self.current() != Kind::Integration)
    }

    /// Opens an element of a drawing, or puts it in.
    pub(super) fn draw(&mut self, tag: &Tag<'a>) {
        if Element::new(tag.kind).pre.is_some() {
            // What its attributes say of blanks is not known apart.
            self.lose();
        }
        let Element { hidden, pre, .. } = tag.element;
        let element = Element { hidden, pre, ..Element::foreign(tag.kind) };
        // In some of them, elements are again those of a page.
        let is_integration = matches!(tag.kind, Kind::ForeignObject | Kind::Desc | Kind::Title);
        let kind = if is_integration { Kind::Integration } else { Kind::Foreign };
        let open = self.make(kind, tag.name, &element, tag.count, None);
        if !tag.closes_itself {
            self.stack.push(open);
        }
    }

    pub(super) fn in_drawing(&mut self, tag: &Tag<'a>) -> Step {
        let breaks_out = if tag.is_end {
            matches!(tag.kind, Kind::Br | Kind::P)
        } else {
            BREAKOUT.has(tag.kind) || (tag.kind == Kind::Font && self.has_font(tag))
        };
        if breaks_out {
            let is_out = |open: Kind| open != Kind::Foreign;
            let length = self.stack.iter().rposition(|open| is_out(open.kind)).map_or(0, |at| at + 1);
            self.stack.truncate(length);
            return self.by_mode(tag);
        }
        if !tag.is_end {
            self.draw(tag);
            return Step::Done;
        }
        for at in (1..self.stack.len()).rev() {
            let open = self.stack[at];
            if !DRAWN.has(open.kind) {
                return self.by_mode(tag);
            }
            if open.name.eq_ignore_ascii_case(tag.name) {
                self.stack.truncate(at);
                break;
            }
        }
        Step::Done
    }

    /// Whether a `font` says anything of the font.
    fn has_font(&self, tag: &Tag<'a>) -> bool {
        let attributes = self.reader.text.get(tag.attributes..tag.end).unwrap_or_default();
        sorted(attributes).iter().any(|(name, _)| ["color", "face", "size"].contains(&name.as_str()))
    }
}
