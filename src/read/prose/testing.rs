//! Pages for tests: one line a piece, as plain text is read.

use crate::source::{Document, Piece, PieceKind};
use std::borrow::Cow;

/// A page of lines; `#` marks a heading.
pub(crate) fn page(text: &str) -> Document<'_> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (index, line) in text.split('\n').enumerate() {
        let bare = line.trim_start_matches('#');
        let kind = if bare.len() < line.len() { PieceKind::Heading } else { PieceKind::Line };
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        if !bare.trim().is_empty() {
            pieces.push(Piece {
                start: offset(start + line.len() - bare.len()),
                end: offset(start + line.len()),
                line: offset(index + 1),
                kind,
            });
        }
        start += line.len() + 1;
    }
    Document { text: Cow::Borrowed(text), pieces, is_source: true, ..Document::default() }
}
