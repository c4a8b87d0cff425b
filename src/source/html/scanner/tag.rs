//! Tags.

use super::super::element::{Attribute, may_matter};
use super::super::kind::Kind;
use super::entity;
use super::name::{Bytes, find, name};
use crate::source::tape::Element;
use memchr::memchr;

/// A tag.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'a> {
    pub(super) kind: Kind,
    pub(super) name: &'a [u8],
    pub(super) is_end: bool,
    /// What it means for a tape.
    pub(super) element: Element,
    /// Whether it ends with `/>`, which counts in drawings.
    pub(super) closes_itself: bool,
    /// Where its attributes begin, and their number.
    pub(super) attributes: usize,
    pub(super) count: usize,
    /// Whether its `type` says that it is hidden: asked only of `input`.
    pub(super) has_hidden_type: bool,
    /// The place behind it.
    pub(super) end: usize,
}

const GAP: Bytes = Bytes::of(b"\t\n\x0c /");
const ENDS_NAME: Bytes = Bytes::of(b"\t\n\x0c />");
const ENDS_ATTRIBUTE: Bytes = Bytes::of(b"\t\n\x0c />=");
const ENDS_VALUE: Bytes = Bytes::of(b"\t\n\x0c >");
const BLANK: Bytes = Bytes::of(b"\t\n\x0c ");

impl<'a> Tag<'a> {
    /// No tag yet.
    pub(super) fn none() -> Self {
        let kind = Kind::Other;
        Self {
            kind,
            name: b"",
            is_end: false,
            element: Element::new(kind),
            closes_itself: false,
            attributes: 0,
            count: 0,
            has_hidden_type: false,
            end: 0,
        }
    }

    /// Reads a tag from its name on; nothing if the page ends in it.
    #[inline]
    pub(super) fn read(&mut self, text: &'a str, start: usize, is_end: bool) -> Option<()> {
        let bytes = text.as_bytes();
        let name = name(bytes, start, ENDS_NAME)?;
        self.name = &bytes[start..name.end];
        self.kind = Kind::of_key(name.key, self.name);
        self.is_end = is_end;
        self.element = Element::new(self.kind);
        (self.attributes, self.count) = (name.end, 0);
        (self.closes_itself, self.has_hidden_type) = (false, false);
        self.end = name.end + 1;
        if bytes[name.end] != b'>' {
            self.end = self.read_attributes(text, name.end)?;
        }
        Some(())
    }

    /// Reads attributes from a place on, and returns the one behind the tag.
    fn read_attributes(&mut self, text: &str, mut at: usize) -> Option<usize> {
        let mut seen = Seen::default();
        loop {
            let next = next_attribute(text.as_bytes(), at)?;
            if next.is_none() {
                // The slash may also be the last of a value.
                self.closes_itself = next.end - 1 > at && text.as_bytes()[next.end - 2] == b'/';
                return Some(next.end);
            }
            at = next.end;
            self.count += 1;
            if !self.is_end {
                self.set(&next, text, &mut seen);
            }
        }
    }

    /// Takes an attribute into account; of those of one name, the first counts.
    #[inline]
    fn set(&mut self, next: &Next, text: &str, seen: &mut Seen) {
        const TYPE: u64 = Kind::key(b"type");
        if let Some(known) = Attribute::of_key(next.key) {
            let is_first = !std::mem::replace(&mut seen.known[known as usize], true);
            if is_first && (known != Attribute::Style || may_matter(next.value(text).as_bytes())) {
                decoded(next.value(text), |value| self.element.set(known, value));
            }
        } else if next.key == TYPE && !std::mem::replace(&mut seen.kind, true) {
            decoded(next.value(text), |value| self.has_hidden_type = value.eq_ignore_ascii_case("hidden"));
        }
    }
}

/// The attributes that a tag had before.
#[derive(Debug, Default)]
struct Seen {
    known: [bool; 4],
    kind: bool,
}

/// Tells the value of an attribute.
#[inline]
fn decoded<T>(value: &str, tell: impl FnOnce(&str) -> T) -> T {
    if memchr(b'&', value.as_bytes()).is_none() {
        return tell(value);
    }
    let mut decoded = String::with_capacity(value.len());
    entity::decode(value, true, &mut decoded);
    tell(&decoded)
}

/// An attribute, or the end of its tag.
struct Next {
    /// The name, where it begins and ends; nothing at the end of a tag.
    name: (usize, usize),
    key: u64,
    /// Where the value begins and ends.
    value: (usize, usize),
    /// The place behind it.
    end: usize,
}

impl Next {
    fn is_none(&self) -> bool {
        self.name.0 == self.name.1
    }

    fn value<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.value.0..self.value.1).unwrap_or_default()
    }
}

/// The attribute at a place or the next one; nothing if the page ends before the tag does.
#[inline(always)] // A tag has several, and what is told of them need not be put together.
fn next_attribute(bytes: &[u8], mut at: usize) -> Option<Next> {
    while GAP.has(*bytes.get(at)?) {
        at += 1;
    }
    let start = at;
    if bytes[start] == b'>' {
        return Some(Next { name: (0, 0), key: 0, value: (0, 0), end: start + 1 });
    }
    let mut name = name(bytes, start, ENDS_ATTRIBUTE)?;
    if name.end == start {
        // Whatever a name begins with, be it `=`, is of it.
        name.end = start + 1 + length_to(&bytes[start + 1..], ENDS_ATTRIBUTE)?;
    }
    let next = Next { name: (start, name.end), key: name.key, value: (name.end, name.end), end: name.end };
    let sign = skip_blanks(bytes, name.end)?;
    if bytes[sign] != b'=' {
        return Some(Next { end: sign, ..next });
    }
    let start = skip_blanks(bytes, sign + 1)?;
    Some(match bytes[start] {
        quote @ (b'"' | b'\'') => {
            let end = find(bytes, start + 1, quote)?;
            Next { value: (start + 1, end), end: end + 1, ..next }
        }
        _ => {
            let end = start + length_to(&bytes[start..], ENDS_VALUE)?;
            Next { value: (start, end), end, ..next }
        }
    })
}

#[inline]
fn skip_blanks(bytes: &[u8], mut at: usize) -> Option<usize> {
    while BLANK.has(*bytes.get(at)?) {
        at += 1;
    }
    Some(at)
}

/// The bytes before the first of a set.
#[inline]
fn length_to(bytes: &[u8], set: Bytes) -> Option<usize> {
    bytes.iter().position(|&byte| set.has(byte))
}

/// All attributes of a tag, without those that it had before, in the order of their names.
pub(super) fn sorted(attributes: &str) -> Vec<(String, String)> {
    let bytes = attributes.as_bytes();
    let mut sorted: Vec<(String, String)> = Vec::new();
    let mut at = 0;
    while let Some(next) = next_attribute(bytes, at).filter(|next| !next.is_none()) {
        at = next.end;
        let name = String::from_utf8_lossy(&bytes[next.name.0..next.name.1]).to_ascii_lowercase();
        if sorted.iter().all(|(is, _)| *is != name) {
            sorted.push((name, decoded(next.value(attributes), str::to_owned)));
        }
    }
    sorted.sort();
    sorted
}
