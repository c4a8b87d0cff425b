//! Lines outside of tables.

use super::super::event::{EventKind, Value};
use super::super::label;
use super::known::Known;
use super::marks::ordinal;
use super::shape::Shape;
use super::tokens::{Token, may_have_value, parts};
use super::{Scanner, Segment, value};
use crate::form::{Applicant, SectionKind};
use crate::read::Folded;
use crate::read::number::plain;
use crate::read::vocabulary::{Word, word_at};
use crate::report::Entry;
use crate::source::{Piece, has_wide};

/// A line longer than this, in characters, is prose.
const LONG_LINE: usize = 120;
/// Lines whose text waits for its numbers, at most: labels are not wrapped over more.
const LONGEST_WAIT: usize = 400;

impl Scanner<'_> {
    pub(super) fn line(&mut self, index: u32, piece: &Piece) {
        if self.out.shapes.last().is_some_and(|shape| shape.width > 0) {
            // Rows on both sides of a line are no neighbours.
            self.rows += 1;
            self.out.shapes.push(Shape::default());
        }
        let text = self.document.piece_text(piece);
        if let Some(count) = plain(text) {
            // The most common line of all: one count.
            let at = (piece.start, piece.end);
            let cut = self.is_cut(at.1);
            return self.push(Value { cut, ..value(Entry::from(count), index, at, None) }, false, true);
        }
        if let Some(known) = Known::of(text).filter(|known| known.is_plain) {
            return self.label(index, piece.start, known, None);
        }
        if is_page_number(text) {
            self.use_piece(index);
            return;
        }
        if is_prose(text) {
            return self.prose(index, piece, text);
        }
        if !may_have_value(text) {
            self.text(index, piece, 0..text.len(), None);
            return;
        }
        let mut tokens = std::mem::take(&mut self.tokens);
        parts(text, &mut tokens);
        self.parts(index, piece, text, &tokens);
        self.tokens = tokens;
    }

    /// A line of text and values.
    fn parts(&mut self, index: u32, piece: &Piece, text: &str, tokens: &[Token]) {
        let values = tokens.iter().filter(|token| token.is_value).count();
        let ends_in_value = tokens.last().is_some_and(|token| token.is_value);
        if values == 0 || !ends_in_value && values < Applicant::ALL.len() {
            return self.text(index, piece, 0..text.len(), None);
        }
        let mut at = 0;
        while at < tokens.len() {
            let kind = tokens[at].is_value;
            let end = at + tokens[at..].iter().take_while(|token| token.is_value == kind).count();
            let range = tokens[at].start..tokens[end - 1].end;
            if kind {
                self.values(index, piece, &tokens[at..end], end - at == tokens.len());
            } else {
                self.text(index, piece, range, None);
            }
            at = end;
        }
    }

    /// Prose: the last sentence may still be a heading or a label, when a page lost its line breaks.
    pub(super) fn prose(&mut self, index: u32, piece: &Piece, text: &str) {
        self.flush(false);
        self.run = false;
        let at = (piece.start, piece.end);
        // Headings that open a paragraph change the table even when the paragraph goes on.
        if let Some(section) = opening_section(text, &mut self.head) {
            self.enter(section);
            self.event(EventKind::Section(section), index, at, None);
        }
        self.event(EventKind::Break, index, at, None);
    }

    pub(super) fn text(
        &mut self,
        index: u32,
        piece: &Piece,
        range: std::ops::Range<usize>,
        columns: Option<(u16, u16)>,
    ) {
        let text = &self.document.piece_text(piece)[range.clone()];
        let base = piece.start + u32::try_from(range.start).unwrap_or(0);
        if let Some(known) = Known::of(text) {
            return self.label(index, base, known, columns);
        }
        self.segments.push(Segment { start: self.wait.len(), piece: index, columns, known: None });
        self.wait.push(text, base);
        self.waits();
    }

    /// A label that is printed as the form words it.
    pub(super) fn label(
        &mut self,
        index: u32,
        base: u32,
        known: &'static Known,
        columns: Option<(u16, u16)>,
    ) {
        self.segments.push(Segment { start: self.wait.len(), piece: index, columns, known: Some(known) });
        self.wait.push_folded(&known.folded, base);
        self.waits();
    }

    /// What waits is looked at when it is too much for a label.
    fn waits(&mut self) {
        self.run = false;
        if self.wait.len() > LONGEST_WAIT {
            self.flush(false);
        }
    }

    pub(super) fn blank_line(&mut self, index: u32, piece: &Piece) {
        if self.table.is_none() {
            return;
        }
        self.flush(true);
        let after = self.out.events.last().map(|event| event.kind);
        if matches!(after, Some(EventKind::Row { .. })) || self.run {
            let at = (piece.start, piece.end);
            let value = Value { soft: true, ..value(Entry::Blank, index, at, None) };
            self.push_value(value, false);
        }
    }
}

/// The section whose heading opens a paragraph; `folded` is room to fold it into.
pub(super) fn opening_section(text: &str, folded: &mut Folded) -> Option<SectionKind> {
    const LOOKED_AT: usize = 40;
    let numeral = |c: char| label::is_ordinal(c) || c.is_ascii_digit() || c == '第';
    if !text.trim_start().starts_with(numeral) {
        return None;
    }
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(end, _)| end);
    folded.set(&text[..end]);
    let skip = ordinal(&folded.chars);
    if skip == 0 {
        return None;
    }
    match word_at(&folded.chars, skip)?.word {
        Word::Section(section) => Some(section),
        _ => None,
    }
}

/// A sentence, not a label: it ends in the middle, or it is long.
pub(super) fn is_prose(text: &str) -> bool {
    let certain = text.len() > LONG_LINE * char::MAX.len_utf8();
    certain || has_wide(text, "。；！？") || text.len() > LONG_LINE && text.chars().count() > LONG_LINE
}

/// `- 3 -`, `— 4 —`, `第 3 页`.
pub(super) fn is_page_number(text: &str) -> bool {
    if text.len() > 32 {
        return false;
    }
    let dash = |c: char| matches!(c, '-' | '—' | '－' | '–' | '―');
    let bare = text.trim();
    if bare.starts_with(dash) && bare.ends_with(dash) {
        // A sign behind a blank is a number's: `— -2 —` is a row.
        let inner = bare.trim_matches(dash).trim();
        return !inner.is_empty() && inner.chars().all(|c| c.is_ascii_digit());
    }
    let page = bare.strip_prefix('第').and_then(|rest| rest.strip_suffix('页'));
    page.is_some_and(|inner| inner.trim().chars().all(|c| c.is_ascii_digit()))
}
