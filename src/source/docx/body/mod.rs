//! The walk over a part of a Word file.

mod paragraphs;
mod runs;
mod tables;

use super::numbering::Counters;
use super::{NAME, Parts};
use crate::source::Document;
use crate::source::package::xml::{Event, Tag, Xml};
use crate::source::tape::Tape;
use crate::{Error, Limits, Options};
use paragraphs::Paragraph;
use runs::Fields;
use std::collections::HashSet;
use tables::Table;

/// What an element of a part is for the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    Other,
    Paragraph,
    /// The properties of a paragraph, and in them those of its mark.
    ParagraphProperties,
    MarkProperties,
    Run,
    RunProperties,
    /// What is shown.
    Text,
    Table,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    /// Forms of the same content, for older and newer programs.
    Alternatives,
}

/// The walk, over the main part and what stands in others.
pub(super) struct Body<'a> {
    parts: &'a Parts,
    options: &'a Options,
    tape: Tape,
    frames: Vec<Frame>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// Per set of alternatives that is open, whether one was taken.
    taken: Vec<bool>,
    fields: Fields,
    /// The run is not shown.
    hidden: bool,
    /// The paragraph goes on with the one before.
    joined: bool,
    /// The walk is in a text box or a note, in which are no others.
    inside: bool,
    counters: Counters,
    /// Notes that were referred to, still to be told, and those that were: whether it stands at the end of
    /// the document, and its id.
    notes: Vec<(bool, String)>,
    noted: HashSet<(bool, String)>,
}

impl<'a> Body<'a> {
    pub(super) fn new(parts: &'a Parts, options: &'a Options) -> Self {
        Self {
            parts,
            options,
            tape: Tape::new(false),
            frames: Vec::new(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            taken: Vec::new(),
            fields: Fields::default(),
            hidden: false,
            joined: false,
            inside: false,
            counters: Counters::default(),
            notes: Vec::new(),
            noted: HashSet::new(),
        }
    }

    pub(super) fn finish(self, limits: Limits) -> Result<Document<'static>, Error> {
        self.tape.play(limits)
    }

    /// Walks over a part, or a stretch of one in which every element is whole.
    pub(super) fn read(&mut self, part: &str) -> Result<(), Error> {
        let mut xml = Xml::new(part, NAME, self.options.limits);
        while let Some(event) = xml.next()? {
            match event {
                Event::Open(tag) => match self.open(&tag)? {
                    Some(frame) => self.frames.push(frame),
                    None => self.pass_over(&tag, &mut xml)?,
                },
                Event::Close => self.close(part)?,
                Event::Text(text) if self.frames.last() == Some(&Frame::Text) => self.text(&text),
                Event::Text(_) => {}
            }
        }
        Ok(())
    }

    /// An element begins. Says what it is, or nothing if it is to be passed over.
    fn open(&mut self, tag: &Tag<'_>) -> Result<Option<Frame>, Error> {
        let around = self.frames.last().copied();
        match around {
            Some(Frame::ParagraphProperties | Frame::MarkProperties) => {
                return Ok(self.paragraph_property(tag));
            }
            Some(Frame::RunProperties) => return Ok(self.run_property(tag)),
            Some(Frame::RowProperties) => return Ok(self.row_property(tag)),
            Some(Frame::CellProperties) => return Ok(self.cell_property(tag)),
            Some(Frame::Paragraph) if tag.name() != "pPr" => self.tell_paragraph(),
            Some(Frame::Cell) if tag.name() != "tcPr" && !self.tell_cell() => return Ok(None),
            _ => {}
        }
        if self.run_content(tag) {
            return Ok(Some(Frame::Other));
        }
        Ok(match tag.name() {
            // Deleted, or not text of the page at all.
            "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "rt" | "sectPr" | "sdtPr"
            | "sdtEndPr" | "tblPr" | "tblPrEx" | "tblGrid" | "fldData" => None,
            "t" => Some(Frame::Text),
            "p" => {
                self.paragraphs.push(Paragraph::default());
                Some(Frame::Paragraph)
            }
            "r" => {
                self.hidden = false;
                Some(Frame::Run)
            }
            "pPr" => Some(Frame::ParagraphProperties),
            "rPr" if around == Some(Frame::Run) => Some(Frame::RunProperties),
            "tbl" => Some(self.open_table()),
            "tr" => Some(self.open_row()),
            "trPr" => Some(Frame::RowProperties),
            "tc" => self.open_cell(),
            "tcPr" => Some(Frame::CellProperties),
            "AlternateContent" => {
                self.taken.push(false);
                Some(Frame::Alternatives)
            }
            "Choice" | "Fallback" => {
                let taken = self.taken.last_mut().is_some_and(|taken| std::mem::replace(taken, true));
                (!taken).then_some(Frame::Other)
            }
            "txbxContent" if !self.inside && !self.paragraphs.is_empty() => None,
            "altChunk" => {
                self.page(&tag.get("id").unwrap_or_default())?;
                None
            }
            _ => Some(Frame::Other),
        })
    }

    /// Passes over an element; where the text of a box stands is kept for later.
    fn pass_over(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), Error> {
        let content = xml.skip()?;
        match self.paragraphs.last_mut() {
            Some(paragraph) if tag.name() == "txbxContent" => paragraph.boxes.push(content),
            _ => {}
        }
        Ok(())
    }

    /// The element ends that is open.
    fn close(&mut self, part: &str) -> Result<(), Error> {
        match self.frames.pop() {
            Some(Frame::Paragraph) => {
                let boxes = self.close_paragraph();
                let inside = std::mem::replace(&mut self.inside, true);
                boxes.into_iter().try_for_each(|content| self.read(part.get(content).unwrap_or_default()))?;
                self.inside = inside;
                self.tell_notes()?;
            }
            Some(Frame::Table) => {
                self.close_table();
                self.tell_notes()?;
            }
            Some(Frame::Row) => self.close_row(),
            Some(Frame::Cell) => self.close_cell(),
            Some(Frame::Alternatives) => drop(self.taken.pop()),
            _ => {}
        }
        Ok(())
    }
}
