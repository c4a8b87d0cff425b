//! What each waiting character is: part of a word, of a note, of a label, or unknown.

use super::super::label;
use super::Segment;
use crate::form::Applicant;
use crate::read::Folded;
use crate::read::vocabulary::{Found, Word, word_at};

/// A note in brackets is at most this long.
const LONGEST_NOTE: usize = 160;

/// What a waiting character is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Part of a word of the form, or of a note behind one.
    Known,
    /// Punctuation, ordinals, parts of labels.
    Ignorable,
    Unknown,
}

/// Whether a word such as 其他 is here but a part of a longer label on its line.
pub(super) fn is_inside_label(chars: &[char], found: &Found, start: usize, end: usize) -> bool {
    if !matches!(found.word, Word::Applicant(Applicant::Other | Applicant::Total)) {
        return false;
    }
    let at = &found.at;
    let before = at.start > start && label::is_pair(chars[at.start - 1], chars[at.start]);
    before || at.end < end && label::is_pair(chars[at.end - 1], chars[at.end])
}

/// Tells for every waiting character what it is, and lists the words. `labelled` says whether a label
/// stands before them, so that a note may follow.
pub(super) fn mark(
    wait: &Folded,
    segments: &[Segment],
    mut labelled: bool,
    marks: &mut Vec<Mark>,
    found: &mut Vec<(Word, std::ops::Range<usize>)>,
) {
    let chars = &wait.chars;
    found.clear();
    marks.clear();
    marks.resize(chars.len(), Mark::Unknown);
    let (mut at, mut segment) = (0, 0);
    while at < chars.len() {
        while segments.get(segment + 1).is_some_and(|next| next.start <= at) {
            segment += 1;
        }
        let bound = segments.get(segment + 1).map_or(chars.len(), |next| next.start);
        let Segment { start, known, .. } = segments[segment];
        if let Some(known) = known.filter(|known| at == start && (bound == chars.len() || !known.goes_on)) {
            marks[at..bound].copy_from_slice(&known.marks);
            found.extend(known.found.iter().map(|(word, range)| (*word, range.start + at..range.end + at)));
            labelled |= !known.found.is_empty();
            at = bound;
        } else if let Some(word) =
            word_at(chars, at).filter(|word| !is_inside_label(chars, word, start, bound))
        {
            marks[word.at.clone()].fill(Mark::Known);
            at = word.at.end;
            labelled = true;
            found.push((word.word, word.at));
        } else if let Some(length) = note(&chars[at..]).filter(|_| labelled) {
            marks[at..at + length].fill(Mark::Known);
            at += length;
        } else if opens_note(&chars[at..]) && labelled {
            // A note that does not close goes on after the numbers.
            marks[at..bound].fill(Mark::Known);
            at = bound;
        } else {
            at += 1;
        }
    }
    rest(chars, segments, marks);
}

/// Tells what is left: ordinals and punctuation, parts of labels, or unknown.
fn rest(chars: &[char], segments: &[Segment], marks: &mut [Mark]) {
    let (mut start, mut segment) = (0, 0);
    while start < chars.len() {
        if marks[start] != Mark::Unknown {
            start += 1;
            continue;
        }
        while segments.get(segment + 1).is_some_and(|next| next.start <= start) {
            segment += 1;
        }
        let bound = segments.get(segment + 1).map_or(chars.len(), |next| next.start);
        let end = start + marks[start..bound].iter().take_while(|mark| **mark != Mark::Known).count();
        let start_of_line = segments[segment].start == start;
        let skip = if start_of_line { ordinal(&chars[start..end]) } else { 0 };
        let rest = &chars[start + skip..end];
        if label::is_remnant(rest) || label::is_remnant(&label::essential(rest)) {
            marks[start..end].fill(Mark::Ignorable);
        } else {
            for index in start..end {
                let unknown = index >= start + skip && label::is_essential(chars[index]);
                marks[index] = if unknown { Mark::Unknown } else { Mark::Ignorable };
            }
        }
        start = end;
    }
}

/// The length of an ordinal that opens a line: 一、 (一) 1. and the like.
pub(super) fn ordinal(chars: &[char]) -> usize {
    let length = chars
        .iter()
        .take_while(|&&c| {
            label::is_ordinal(c) || c.is_ascii_digit() || matches!(c, '(' | ')' | '.' | '、' | '第')
        })
        .count();
    length.min(6)
}

pub(super) fn is_bracketed_ordinal(chars: &[char]) -> bool {
    let inner =
        chars[1..].iter().take(3).take_while(|&&c| label::is_ordinal(c) || c.is_ascii_digit()).count();
    inner > 0 && chars.get(1 + inner) == Some(&')')
}

/// Whether a bracket opens a note, and neither an ordinal nor 行政诉讼（复议后起诉）.
pub(super) fn opens_note(chars: &[char]) -> bool {
    let is_group = || word_at(chars, 1).is_some_and(|found| matches!(found.word, Word::ChallengeRow(_)));
    chars.first() == Some(&'(') && !is_bracketed_ordinal(chars) && !is_group()
}

/// The length of a note in brackets.
pub(super) fn note(chars: &[char]) -> Option<usize> {
    if !opens_note(chars) {
        return None;
    }
    let mut depth = 0;
    for (at, c) in chars.iter().take(LONGEST_NOTE).enumerate() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}
