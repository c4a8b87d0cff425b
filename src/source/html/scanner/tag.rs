//! Tags.

use super::super::element::Attribute;
use super::super::kind::Kind;
use super::entity;
use crate::source::tape::Element;
use memchr::memchr;

/// A tag.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    pub(super) kind: Kind,
    pub(super) name: &'a [u8],
    pub(super) is_end: bool,
    /// What it means for a tape.
    pub(super) element: Element,
    /// Its attributes as they are written, with its end, and their number.
    pub(super) attributes: &'a str,
    pub(super) count: usize,
    /// Whether its `type` says that it is hidden: asked only of `input`.
    pub(super) has_hidden_type: bool,
    /// The place behind it.
    pub(super) end: usize,
}

impl<'a> Tag<'a> {
    /// Reads a tag from its name on; nothing if the page ends in it.
    pub(super) fn read(text: &'a str, start: usize, is_end: bool) -> Option<Self> {
        let bytes = text.as_bytes();
        let length = bytes[start..].iter().position(|&byte| ends_name(byte))?;
        let name = &bytes[start..start + length];
        let kind = Kind::of(name);
        let mut tag = Self {
            kind,
            name,
            is_end,
            element: Element::new(kind),
            attributes: "",
            count: 0,
            has_hidden_type: false,
            end: start + length + 1,
        };
        if bytes[start + length] != b'>' {
            tag.end = tag.read_attributes(text, start + length)?;
            tag.attributes = &text[start + length..tag.end];
        }
        Some(tag)
    }

    /// Reads attributes from a place on, and returns the one behind the tag.
    fn read_attributes(&mut self, text: &str, mut at: usize) -> Option<usize> {
        let mut seen = Seen::default();
        while let Some((name, value)) = next_attribute(text, &mut at)? {
            self.count += 1;
            if !self.is_end {
                self.set(name, value, &mut seen);
            }
        }
        Some(at)
    }

    /// Takes an attribute into account; of those of one name, the first counts.
    fn set(&mut self, name: &[u8], value: &str, seen: &mut Seen) {
        let known = Attribute::of(name);
        let is_type = self.kind == Kind::Input && name.eq_ignore_ascii_case(b"type");
        if known.is_none() && !is_type {
            return;
        }
        let decoded;
        let value = if memchr(b'&', value.as_bytes()).is_none() {
            value
        } else {
            decoded = decode(value);
            &decoded
        };
        if let Some(known) = known {
            if !std::mem::replace(&mut seen.known[known as usize], true) {
                self.element.set(known, value);
            }
        } else if !std::mem::replace(&mut seen.kind, true) {
            self.has_hidden_type = value.eq_ignore_ascii_case("hidden");
        }
    }
}

/// The attributes that a tag had before.
#[derive(Debug, Default)]
struct Seen {
    known: [bool; 4],
    kind: bool,
}

fn decode(value: &str) -> String {
    let mut decoded = String::with_capacity(value.len());
    entity::decode(value, true, &mut decoded);
    decoded
}

/// The name and the value, not yet decoded, of the attribute at a place or the next one, and moves the
/// place behind it; no attribute if the tag ends, and nothing at all if the page ends before.
#[inline]
fn next_attribute<'a>(text: &'a str, at: &mut usize) -> Option<Option<(&'a [u8], &'a str)>> {
    let bytes = text.as_bytes();
    let find = |from: usize, is: fn(u8) -> bool| {
        bytes.get(from..)?.iter().position(|&byte| is(byte)).map(|length| from + length)
    };
    let start = find(*at, |byte| !is_blank(byte) && byte != b'/')?;
    if bytes[start] == b'>' {
        *at = start + 1;
        return Some(None);
    }
    // Whatever a name begins with, be it `=`, is of it.
    let end = find(start + 1, |byte| ends_name(byte) || byte == b'=')?;
    let name = &bytes[start..end];
    let sign = find(end, |byte| !is_blank(byte))?;
    if bytes[sign] != b'=' {
        *at = sign;
        return Some(Some((name, "")));
    }
    let start = find(sign + 1, |byte| !is_blank(byte))?;
    let value = match bytes[start] {
        quote @ (b'"' | b'\'') => {
            let end = start + 1 + memchr(quote, &bytes[start + 1..])?;
            *at = end + 1;
            start + 1..end
        }
        _ => {
            *at = find(start, |byte| is_blank(byte) || byte == b'>')?;
            start..*at
        }
    };
    Some(Some((name, &text[value])))
}

/// All attributes of a tag, without those that it had before, in the order of their names.
pub(super) fn sorted(attributes: &str) -> Vec<(String, String)> {
    let mut sorted: Vec<(String, String)> = Vec::new();
    let mut at = 0;
    while let Some(Some((name, value))) = next_attribute(attributes, &mut at) {
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        if sorted.iter().all(|(is, _)| *is != name) {
            sorted.push((name, decode(value)));
        }
    }
    sorted.sort();
    sorted
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0c' | b' ')
}

fn ends_name(byte: u8) -> bool {
    is_blank(byte) || matches!(byte, b'/' | b'>')
}
