//! What may stand in a document.

use crate::render::style::{is_none, turns};

/// A text in one line, without what would act instead of being shown. Blanks stay as wide as they are.
pub(super) fn plain(text: &str) -> String {
    let shown = |c: char| match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() || turns(c) || is_none(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.chars().map(shown).collect()
}
