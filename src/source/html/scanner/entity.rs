//! Character references, by the standard's table.

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};
use memchr::memchr;

/// The references that pages are full of: the table takes its time.
const COMMON: [(&str, char); 10] = [
    ("nbsp;", '\u{a0}'),
    ("lt;", '<'),
    ("gt;", '>'),
    ("amp;", '&'),
    ("quot;", '"'),
    ("ldquo;", '“'),
    ("rdquo;", '”'),
    ("middot;", '·'),
    ("ensp;", '\u{2002}'),
    ("emsp;", '\u{2003}'),
];

/// Adds a text to another, its references replaced.
pub(super) fn decode(text: &str, in_attribute: bool, out: &mut String) {
    let mut rest = text;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let (length, chars) = reference(rest, in_attribute).unwrap_or((0, ['&', '\0']));
        chars.iter().filter(|&&c| c != '\0').for_each(|&c| out.push(c));
        rest = &rest[length..];
    }
    out.push_str(rest);
}

/// The length of a reference behind its `&`, and the one or two characters it stands for.
fn reference(text: &str, in_attribute: bool) -> Option<(usize, [char; 2])> {
    if let Some(number) = text.strip_prefix('#') {
        return numeric(number).map(|(length, c)| (1 + length, [c, '\0']));
    }
    let common = COMMON.iter().find(|(name, _)| text.starts_with(name));
    common.map(|&(name, c)| (name.len(), [c, '\0'])).or_else(|| named(text, in_attribute))
}

fn named(text: &str, in_attribute: bool) -> Option<(usize, [char; 2])> {
    let bytes = text.as_bytes();
    // The table holds the beginnings of names as well, which stand for nothing.
    let lengths = (1..=bytes.len()).take_while(|&length| bytes[length - 1].is_ascii());
    let prefixes = lengths.map_while(|length| Some((length, NAMED_ENTITIES.get(&text[..length])?)));
    let (length, &(first, second)) = prefixes.filter(|(_, chars)| chars.0 != 0).last()?;
    // In the query of an address, what looks like a reference mostly is none.
    let goes_on = bytes.get(length).is_some_and(|&next| next == b'=' || next.is_ascii_alphanumeric());
    if in_attribute && goes_on && bytes[length - 1] != b';' {
        return None;
    }
    Some((length, [char::from_u32(first)?, char::from_u32(second)?]))
}

fn numeric(text: &str) -> Option<(usize, char)> {
    let (mark, base) = if text.starts_with(['x', 'X']) { (1, 16) } else { (0, 10) };
    let digits = text[mark..].bytes().map_while(|byte| char::from(byte).to_digit(base));
    let (count, number) = digits.fold((0, 0_u32), |(count, number), digit| {
        (count + 1, number.saturating_mul(base).saturating_add(digit))
    });
    let length = mark + count + usize::from(text[mark + count..].starts_with(';'));
    (count > 0).then(|| (length, character(number)))
}

/// The character of a number: what stands for none is replaced, and the numbers of control characters mean
/// what they meant in Windows.
fn character(number: u32) -> char {
    let windows = number.checked_sub(0x80).and_then(|at| *C1_REPLACEMENTS.get(at as usize)?);
    let c = windows.or_else(|| char::from_u32(number)).unwrap_or(char::REPLACEMENT_CHARACTER);
    if c == '\0' { char::REPLACEMENT_CHARACTER } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(text: &str, in_attribute: bool) -> String {
        let mut out = String::new();
        decode(text, in_attribute, &mut out);
        out
    }

    #[test]
    fn references_are_read_as_the_standard_says() {
        for (text, is) in [
            ("&lt;&ltx&LT;&nbsp甲", "<<x<\u{a0}甲"),
            ("&notit;&notin;&not;&no", "¬it;∉¬&no"),
            ("&#x41;&#65&#X42;&#;&#x;&", "AAB&#;&#x;&"),
            ("&#0;&#xD800;&#x110000;&#99999999999;", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ("&#128;&#x81;&#x9f", "€\u{81}Ÿ"),
            ("&NotEqualTilde;&ampamp;&a甲", "≂̸&amp;&a甲"),
        ] {
            assert_eq!(decoded(text, false), is, "{text}");
        }
        assert_eq!(decoded("?a&ltb&lt=c&lt;&lt", true), "?a&ltb&lt=c<<");
    }

    #[test]
    fn common_references_are_those_of_the_table() {
        for (name, c) in COMMON {
            assert_eq!(named(name, false), Some((name.len(), [c, '\0'])));
        }
    }
}
