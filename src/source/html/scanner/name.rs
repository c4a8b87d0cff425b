//! Names of tags and attributes, and where values end, eight bytes at a time.

use super::super::kind::Kind;
use memchr::memchr;

/// A set of bytes that come before the letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes(u64);

impl Bytes {
    pub(super) const fn of(bytes: &[u8]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < bytes.len() {
            set |= 1 << bytes[at];
            at += 1;
        }
        Self(set)
    }

    #[inline]
    pub(super) const fn has(self, byte: u8) -> bool {
        byte < 64 && self.0 >> byte & 1 != 0
    }
}

/// A name: where it ends, and its [`Kind::key`].
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) end: usize,
    pub(super) key: u64,
}

/// The name that starts at a place; nothing if the page ends in it.
#[inline]
pub(super) fn name(bytes: &[u8], start: usize, ends: Bytes) -> Option<Name> {
    if let Some(&word) = bytes.get(start..).and_then(<[u8]>::first_chunk) {
        let word = u64::from_le_bytes(word);
        let length = first_mark(word);
        if length < 8 && ends.has(bytes[start + length]) {
            // Letters in lower case, and what stands behind them off.
            let key = (word | (EACH * 0x20)) & !(!0 << (8 * length));
            return Some(Name { end: start + length, key });
        }
    }
    long_name(bytes, start, ends)
}

/// Where a byte stands from a place on. Values are short, so that a call for them takes longer than to look.
#[inline]
pub(super) fn find(bytes: &[u8], start: usize, byte: u8) -> Option<usize> {
    const WORDS: usize = 8;
    let (words, _) = bytes.get(start..)?.as_chunks::<8>();
    for (number, &word) in words.iter().take(WORDS).enumerate() {
        let mark = is(u64::from_le_bytes(word), byte) & TOP;
        if mark != 0 {
            return Some(start + 8 * number + (mark.trailing_zeros() / 8) as usize);
        }
    }
    let behind = start + 8 * words.len().min(WORDS);
    memchr(byte, &bytes[behind..]).map(|at| behind + at)
}

/// One in each byte, and the top bit of each.
const EACH: u64 = u64::MAX / 255;
const TOP: u64 = EACH * 0x80;

/// Marks the bytes of a word that are less than another, which is at most 128, by their top bits. The lowest
/// mark is right; those above may be wrong by its borrow. Other bits mean nothing.
#[inline]
const fn below(word: u64, least: u64) -> u64 {
    word.wrapping_sub(EACH * least) & !word
}

/// Marks in the same way the bytes of a word that are another.
#[inline]
const fn is(word: u64, byte: u8) -> u64 {
    below(word ^ (EACH * byte as u64), 1)
}

/// Where a word has the first byte that may end a name; 8 if it has none.
#[inline]
fn first_mark(word: u64) -> usize {
    let marks = (below(word, 0x30) | is(word, b'>') | is(word, b'=')) & TOP;
    (marks.trailing_zeros() / 8) as usize
}

/// The same for a name of more than seven bytes, or with others than letters and digits.
fn long_name(bytes: &[u8], start: usize, ends: Bytes) -> Option<Name> {
    let length = bytes.get(start..)?.iter().position(|&byte| ends.has(byte))?;
    Some(Name { end: start + length, key: Kind::key(&bytes[start..start + length]) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_found_at_any_distance() {
        for length in 0..200 {
            let text = ["x", &"é".repeat(length), "!\"'!"].concat();
            let expected = text.find('!');
            assert_eq!(find(text.as_bytes(), 1, b'!'), expected);
            assert_eq!(find(text.as_bytes(), 1, b'?'), None);
        }
        assert_eq!(find(b"", 1, b'!'), None);
    }

    #[test]
    fn names_end_where_they_end() {
        const ENDS: Bytes = Bytes::of(b" >/=");
        for text in [
            "td>234567",
            "TD colspan",
            "h1/>",
            "o:p>",
            "a-b c",
            "ucapcontent>",
            "é=1 23456",
            "=x>",
            "blink_x=>",
        ] {
            let length = text.bytes().position(|byte| ENDS.has(byte)).expect("it ends");
            let key = Kind::key(&text.as_bytes()[..length]);
            let expected = Some(Name { end: length, key });
            assert_eq!(long_name(text.as_bytes(), 0, ENDS), expected);
            let is = name(text.as_bytes(), 0, ENDS).expect("it ends");
            assert_eq!(is.end, length, "{text}");
            assert_eq!(
                Kind::of_key(is.key, &text.as_bytes()[..length]),
                Kind::of(&text.as_bytes()[..length])
            );
        }
        assert_eq!(name(b"td", 0, ENDS), None);
        assert_eq!(name(b"tdtdtdtdtd", 0, ENDS), None);
    }
}
