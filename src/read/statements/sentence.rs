//! Sentences: where one begins and ends.

use std::ops::Range;

/// What ends a sentence.
const ENDS: [char; 6] = ['。', '；', ';', '！', '？', '!'];

/// The sentence around a byte of a text, without what ends it.
pub(super) fn around(text: &str, at: usize) -> Range<usize> {
    let before = text[..at].rfind(ENDS);
    let start = before.map_or(0, |end| end + text[end..].chars().next().map_or(1, char::len_utf8));
    start..end(text, at)
}

/// Where the sentence that holds a byte ends.
pub(super) fn end(text: &str, at: usize) -> usize {
    text[at..].find(ENDS).map_or(text.len(), |end| at + end)
}

/// Whether a sentence begins at a byte, blanks aside.
pub(super) fn begins(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.is_empty() || before.ends_with(ENDS)
}

/// Whether any of some words stands in a text.
pub(super) fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_their_bounds() {
        let text = "甲。乙丙；丁";
        assert_eq!(&text[around(text, 9)], "乙丙");
        assert_eq!(&text[around(text, 0)], "甲");
        assert_eq!(&text[around(text, text.len())], "丁");
        assert!(begins(text, 6) && begins(text, 0) && !begins(text, 9));
    }
}
