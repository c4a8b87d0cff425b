//! Sentences of a section, each with its places.

use super::candidate::{Look, look};
use crate::form::SectionKind;
use crate::read::Folded;
use crate::read::glance::{Hold, Paragraph};
use crate::report::Passage;
use std::ops::Range;

/// A sentence: its pieces, since it may be broken over paragraphs.
#[derive(Debug, Clone, Default)]
pub(super) struct Sentence<'a> {
    pub(super) pieces: Vec<Piece<'a>>,
    /// What a first look found in it.
    pub(super) look: Look,
    /// Nothing of its paragraph stands before it, nor was it left open by the one before.
    pub(super) opens: bool,
}

/// A piece of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    paragraph: usize,
    /// The byte of the paragraph at which it begins.
    start: usize,
    text: &'a str,
}

/// The longest sentence that is read, in bytes: a longer one is no sentence.
const LONGEST: usize = 12_000;

/// Hands on the sentences of some paragraphs, up to and with their 。 A paragraph that breaks off
/// within a sentence goes on in the next one.
pub(super) fn sentences<'a>(
    paragraphs: impl Iterator<Item = Paragraph<'a>>,
    mut hand: impl FnMut(&Sentence<'a>),
) {
    let mut sentence = Sentence { opens: true, ..Sentence::default() };
    let mut hand = |sentence: &mut Sentence<'a>, opens: bool| {
        if !sentence.pieces.is_empty() {
            hand(sentence);
        }
        sentence.pieces.clear();
        (sentence.look, sentence.opens) = (Look::default(), opens);
    };
    for Paragraph { number, text, glance, .. } in paragraphs {
        // Most paragraphs are of other things, from their first sentence to their last.
        let begins = sentence.opens && sentence.pieces.is_empty();
        if begins && !glance.may_hold(Hold::Subject) && is_finished(text) {
            continue;
        }
        let mut start = 0;
        while start < text.len() {
            let look = look(&text[start..]);
            let end = start + look.end;
            sentence.pieces.push(Piece { paragraph: number, start, text: &text[start..end] });
            sentence.look = sentence.look.and(look);
            start = end;
            if text[..end].ends_with('。') {
                hand(&mut sentence, end == text.len());
            }
        }
        if is_finished(text) {
            hand(&mut sentence, true);
        }
    }
    hand(&mut sentence, true);
}

/// Whether a paragraph ends with its sentence.
fn is_finished(text: &str) -> bool {
    text.trim_end().ends_with(['。', '！', '？', '；', '：', ':', ';', '.', '”', '|'])
}

impl Sentence<'_> {
    /// Whether it is short enough for a sentence.
    pub(super) fn is_short(&self) -> bool {
        self.pieces.iter().map(|piece| piece.text.len()).sum::<usize>() <= LONGEST
    }

    /// Folds it.
    pub(super) fn fold(&self, folded: &mut Folded) {
        let mut base = 0;
        folded.set("");
        for piece in &self.pieces {
            folded.push(piece.text, base);
            base += u32::try_from(piece.text.len()).unwrap_or(0);
        }
    }

    /// Where a range of its folded characters stands, and whether it is broken over paragraphs; what is
    /// broken has its place in the last of them.
    pub(super) fn place(
        &self,
        folded: &Folded,
        section: SectionKind,
        chars: Range<usize>,
    ) -> Option<(Passage, bool)> {
        // Up to the last character and its width, without the blanks behind it.
        let last = folded.bytes(chars.end.checked_sub(1)?..chars.end).start;
        let start = folded.bytes(chars).start;
        let mut base = 0;
        for piece in &self.pieces {
            let inside = last.checked_sub(base).filter(|inside| *inside < piece.text.len());
            if let Some(inside) = inside {
                let width = piece.text.get(inside..)?.chars().next()?.len_utf8();
                let range = piece.start + start.saturating_sub(base)..piece.start + inside + width;
                let passage = Passage::new(Some(section), piece.paragraph, range.start, range.end);
                // At the very start of a further piece, words before it may be lost.
                return Some((passage, start < base || start == base && base > 0));
            }
            base += piece.text.len();
        }
        None
    }
}
