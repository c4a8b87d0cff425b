//! Looks at bytes without a branch for each: what is asked of every byte is asked of many at once.
//!
//! Most of a page is nothing that a question is about, so that it pays to look it through to the end, which
//! the compiler does with whole registers, before anything is looked for one by one.

/// How many bytes are so: in stretches whose count fits a byte.
pub(crate) fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    let few = |bytes: &[u8]| bytes.iter().map(|&byte| u8::from(is(byte))).sum::<u8>();
    bytes.chunks(192).map(|bytes| usize::from(few(bytes))).sum()
}

/// Whether a byte is among others.
pub(crate) fn has(bytes: &[u8], byte: u8) -> bool {
    has_any(bytes, |one| one == byte)
}

/// Whether one of some bytes is so.
pub(crate) fn has_any(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    const STRETCH: usize = 512;
    bytes.chunks(STRETCH).any(|bytes| bytes.iter().fold(0, |found, &one| found | u8::from(is(one))) != 0)
}

/// Whether a text has one of some characters, which take three bytes each.
#[inline(always)] // So that the compiler knows which.
pub(crate) fn has_wide(text: &str, among: &'static str) -> bool {
    let (among, rest) = among.as_bytes().as_chunks::<3>();
    debug_assert!(rest.is_empty());
    let is = |a: u8, b: u8, c: u8| {
        among.iter().fold(0, |found, wide| {
            found | u8::from(a == wide[0]) & u8::from(b == wide[1]) & u8::from(c == wide[2])
        })
    };
    let from = |at: usize| text.as_bytes().get(at..).unwrap_or_default().iter();
    let threes = from(0).zip(from(1)).zip(from(2));
    threes.fold(0, |found, ((&a, &b), &c)| found | is(a, b, c)) != 0
}

/// Where a byte stands first.
pub(crate) fn find(bytes: &[u8], byte: u8) -> Option<usize> {
    find_any(bytes, |one| one == byte)
}

/// Where the first byte stands that is so.
pub(crate) fn find_any(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    const STRETCH: usize = 16;
    let (stretches, _) = bytes.as_chunks::<STRETCH>();
    let is_without = |stretch: &&[u8; STRETCH]| !stretch.iter().fold(false, |found, &one| found | is(one));
    let skipped = STRETCH * stretches.iter().take_while(is_without).count();
    bytes[skipped..].iter().position(|&one| is(one)).map(|at| skipped + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_are_told_from_others() {
        assert!(has_wide("收到3件。", "。；") && has_wide("；", "。；"));
        assert!(!has_wide("收到3件，", "。；") && !has_wide("", "。") && !has_wide("ab", "。"));
        // The same bytes at the same distance, but in another character.
        assert!(!has_wide("\u{2002}", "。"));
    }

    #[test]
    fn bytes_are_found_wherever_they_stand() {
        for length in [0, 1, 15, 16, 17, 300, 600] {
            let bytes = [&vec![b'a'; length][..], b"bc"].concat();
            assert_eq!(find(&bytes, b'b'), Some(length));
            assert!(has(&bytes, b'b'));
            assert!(find(&bytes, b'd').is_none() && !has(&bytes, b'd'));
            assert_eq!(count(&bytes, |byte| byte == b'a'), length);
        }
    }
}
