//! The name of a body as a page prints it.

use crate::read::fold::{Folded, without_pinyin};

/// The name of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// As printed, without blanks and pinyin.
    pub(super) printed: String,
    /// Folded.
    pub(super) folded: String,
}

impl Name {
    /// The name at bytes of the folded text of `raw`.
    pub(super) fn at(raw: &str, folded: &Folded, text: &str, bytes: std::ops::Range<usize>) -> Self {
        let chars = text[..bytes.start].chars().count()..text[..bytes.end].chars().count();
        let end = folded.bytes(chars.end.saturating_sub(1)..chars.end);
        // The bytes after the last character may be pinyin or blanks: they go.
        let printed = without_pinyin(&raw[folded.bytes(chars).start..end.end]);
        Self { printed, folded: text[bytes].to_owned() }
    }
}
