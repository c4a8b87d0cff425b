//! What stands in paragraphs: text, and what is shown in its place.

use super::{Body, Frame};
use crate::source::package::xml::Tag;
use crate::source::tape::{Element, Tag as Kind};

/// The fields that are open. What computes them is not shown, what was computed is.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// For each, whether what is shown of it has begun.
    shown: Vec<bool>,
    /// For how many it has not.
    untold: usize,
}

impl Fields {
    pub(super) fn begin(&mut self) {
        self.shown.push(false);
        self.untold += 1;
    }

    pub(super) fn show(&mut self) {
        if let Some(shown) = self.shown.last_mut() {
            self.untold -= usize::from(!std::mem::replace(shown, true));
        }
    }

    pub(super) fn end(&mut self) {
        self.show();
        self.shown.pop();
    }
}

impl Body<'_> {
    pub(super) fn run_property(&mut self, tag: &Tag<'_>) -> Option<Frame> {
        match tag.name() {
            "vanish" => self.hidden = tag.is_on(),
            "rStyle" => self.hidden |= tag.value().is_some_and(|id| self.parts.styles.is_hidden(&id)),
            _ => return None,
        }
        Some(Frame::Other)
    }

    /// What stands in a run and is no text, but shown or counted; says whether it was that.
    pub(super) fn run_content(&mut self, tag: &Tag<'_>) -> bool {
        match tag.name() {
            "tab" | "ptab" => self.text(" "),
            "br" | "cr" => self.line_end(),
            "noBreakHyphen" => self.text("-"),
            "sym" => self.text(symbol(tag).encode_utf8(&mut [0; 4])),
            "fldChar" => match tag.get("fldCharType").as_deref() {
                Some("begin") => self.fields.begin(),
                Some("separate") => self.fields.show(),
                _ => self.fields.end(),
            },
            "footnoteReference" | "endnoteReference" if !self.inside => {
                let at_end = tag.name() == "endnoteReference";
                self.notes.push((at_end, tag.get("id").unwrap_or_default().into_owned()));
            }
            _ => return false,
        }
        true
    }

    pub(super) fn is_shown(&self) -> bool {
        !self.hidden && self.fields.untold == 0
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.is_shown() {
            self.tape.text(text, 0);
        }
    }

    pub(super) fn line_end(&mut self) {
        if self.is_shown() {
            self.end_line();
        }
    }

    pub(super) fn end_line(&mut self) {
        let end = Element::of(Kind::Break);
        self.tape.open(&end, 0);
        self.tape.close(&end);
    }
}

/// A character of a symbol font. Which one most of them show is not told; but digits are digits.
fn symbol(tag: &Tag<'_>) -> char {
    let code = tag.get("char").and_then(|code| u32::from_str_radix(code.trim(), 16).ok());
    let plain = match code {
        Some(code @ 0xF020..=0xF07E) if tag.get("font").is_some_and(|font| font == "Symbol") => {
            char::from_u32(code - 0xF000).filter(|c| !c.is_alphabetic())
        }
        Some(code) => char::from_u32(code).filter(|_| !(0xE000..0xF900).contains(&code)),
        None => None,
    };
    plain.filter(|c| !c.is_control()).unwrap_or(char::REPLACEMENT_CHARACTER)
}
