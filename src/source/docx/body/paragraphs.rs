//! Paragraphs, and what stands behind them: text boxes and notes.

use super::super::styles::is_outline;
use super::{Body, Fields, Frame};
use crate::Error;
use crate::source::package::xml::Tag;
use crate::source::tape::{Element, Tag as Kind};
use std::ops::Range;

/// A paragraph that is open.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    outline: Option<bool>,
    /// Its end was deleted: the next one goes on with it.
    unended: bool,
    /// What was told to the tape, once its properties are known.
    told: Option<Element>,
    /// Where the text boxes that are anchored in it stand in the part.
    pub(super) boxes: Vec<Range<usize>>,
}

impl Body<'_> {
    pub(super) fn paragraph_property(&mut self, tag: &Tag<'_>) -> Option<Frame> {
        let paragraph = self.paragraphs.last_mut()?;
        let value = || tag.value().map(std::borrow::Cow::into_owned);
        let in_mark = self.frames.last() == Some(&Frame::MarkProperties);
        match tag.name() {
            "pStyle" => paragraph.style = value(),
            "numId" => paragraph.list = value(),
            "ilvl" => paragraph.level = tag.number("val"),
            "outlineLvl" => paragraph.outline = value().map(|level| is_outline(&level)),
            "del" | "moveFrom" if in_mark => paragraph.unended = true,
            "rPr" if !in_mark => return Some(Frame::MarkProperties),
            "numPr" => return Some(Frame::ParagraphProperties),
            // How it was before a change, and what does not matter.
            _ => return None,
        }
        Some(Frame::Other)
    }

    /// Tells that the paragraph begins, with its ordinal, once its properties are known.
    pub(super) fn tell_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.last_mut().filter(|it| it.told.is_none()) else { return };
        let (styles, style) = (&self.parts.styles, paragraph.style.as_deref());
        let is_heading = || style.is_some_and(|style| styles.is_heading(style));
        let joined = std::mem::replace(&mut self.joined, paragraph.unended);
        let kind = match paragraph.outline.unwrap_or_else(is_heading) {
            _ if joined || paragraph.unended => Kind::Inline,
            true => Kind::Heading,
            false => Kind::Block,
        };
        let element = Element::of(kind);
        paragraph.told = Some(element);
        let of_style = style.and_then(|style| styles.list(style));
        let list = paragraph.list.as_deref().or(of_style.map(|(list, _)| list));
        let level = paragraph.level.or(of_style.and_then(|(_, level)| level));
        let next = |list| self.parts.numbering.next(&mut self.counters, list, level, style);
        let ordinal = list.filter(|_| !joined).and_then(next);
        if !joined {
            self.end_line();
        }
        self.tape.open(&element, 0);
        self.hidden = false;
        ordinal.into_iter().for_each(|ordinal| self.text(&ordinal));
    }

    /// The paragraph ends. Returns where its text boxes stand.
    pub(super) fn close_paragraph(&mut self) -> Vec<Range<usize>> {
        self.tell_paragraph();
        let Some(paragraph) = self.paragraphs.pop() else { return Vec::new() };
        paragraph.told.iter().for_each(|element| self.tape.close(element));
        if !paragraph.unended {
            self.end_line();
        }
        // A field whose end is lost must not swallow the rest, and no instruction has two paragraphs.
        self.fields = Fields::default();
        paragraph.boxes
    }

    /// Tells the notes that were referred to, unless that is in a table: a number in a cell is no note's.
    pub(super) fn tell_notes(&mut self) -> Result<(), Error> {
        if self.inside || !self.tables.is_empty() || !self.paragraphs.is_empty() {
            return Ok(());
        }
        self.inside = true;
        for (at_end, id) in std::mem::take(&mut self.notes) {
            let notes = if at_end { &self.parts.endnotes } else { &self.parts.footnotes };
            let text = notes.get(&id).unwrap_or_default();
            if self.noted.insert((at_end, id)) {
                self.read(text)?;
            }
        }
        self.inside = false;
        Ok(())
    }

    /// A web page that stands for a stretch of the body.
    #[cfg(feature = "html")]
    pub(super) fn page(&mut self, id: &str) -> Result<(), Error> {
        let Some(page) = self.parts.pages.get(id) else { return Ok(()) };
        self.end_line();
        crate::source::html::tell(page, self.options.limits, &mut self.tape)?;
        self.end_line();
        Ok(())
    }

    #[cfg(not(feature = "html"))]
    pub(super) fn page(&mut self, _: &str) -> Result<(), Error> {
        Ok(())
    }
}
