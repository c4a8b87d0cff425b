//! HTML elements as a tape takes them: what their names and attributes mean.

use super::kind::{Kind, Kinds};
use crate::source::tape::{Element, Tag};

/// The attributes that matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attribute {
    Columns,
    Rows,
    Hidden,
    Style,
}

impl Attribute {
    /// The attribute of a name in any case, if it matters.
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        Self::of_key(Kind::key(name))
    }

    /// The attribute of a name with a [`Kind::key`].
    #[inline]
    pub(super) fn of_key(key: u64) -> Option<Self> {
        const COLUMNS: u64 = Kind::key(b"colspan");
        const ROWS: u64 = Kind::key(b"rowspan");
        const HIDDEN: u64 = Kind::key(b"hidden");
        const STYLE: u64 = Kind::key(b"style");
        Some(match key {
            COLUMNS => Self::Columns,
            ROWS => Self::Rows,
            HIDDEN => Self::Hidden,
            STYLE => Self::Style,
            _ => return None,
        })
    }
}

/// What of a drawing or formula is no text.
pub(super) const FOREIGN_SKIPPED: Kinds =
    Kinds::of(&[Kind::Script, Kind::Style, Kind::Title, Kind::Desc, Kind::Metadata]);

impl Element {
    /// The element of a kind, without attributes.
    #[inline]
    pub(super) fn new(kind: Kind) -> Self {
        const PRE: Kinds = Kinds::of(&[Kind::Pre, Kind::Xmp, Kind::Listing, Kind::Plaintext]);
        Self { pre: PRE.has(kind).then_some(true), ..Self::of(kind.tag()) }
    }

    /// An element of a drawing or formula: none of them makes lines or tables, whatever it is called.
    pub(super) fn foreign(kind: Kind) -> Self {
        Self::of(if FOREIGN_SKIPPED.has(kind) { Tag::Skipped } else { Tag::Inline })
    }

    /// Takes an attribute into account.
    pub(super) fn set(&mut self, attribute: Attribute, value: &str) {
        match attribute {
            Attribute::Columns => self.columns = number(value).filter(|&n| n > 0).unwrap_or(1).min(1000),
            Attribute::Rows => self.rows = number(value).unwrap_or(1).min(65_534),
            Attribute::Hidden => self.hidden = true,
            Attribute::Style => self.style(value),
        }
    }

    fn style(&mut self, style: &str) {
        for declaration in style.split(';') {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let (property, value) = (property.trim(), value.trim());
            let is = |word: &str| value.get(..word.len()).is_some_and(|v| v.eq_ignore_ascii_case(word));
            if property.eq_ignore_ascii_case("display") {
                self.hidden = is("none");
            } else if property.eq_ignore_ascii_case("white-space") {
                self.pre = Some(is("pre"));
            }
        }
    }
}

/// Whether a style, as it is written, may be one that matters: most are not.
///
/// It has two letters that both properties have, in any case, or a character reference. It is looked through
/// to its end, many bytes at a time.
#[inline]
pub(super) fn may_matter(style: &[u8]) -> bool {
    let is = |(one, other): (&u8, &u8)| {
        ((one | 0x20 == b's') & (other | 0x20 == b'p')) | (*one == b'&') | (*other == b'&')
    };
    style.iter().zip(style.iter().skip(1)).fold(false, |found, pair| found | is(pair))
}

/// A number as attributes are read: leading blanks and a plus are fine, so is anything after it.
fn number(value: &str) -> Option<u16> {
    let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
    let value = value.strip_prefix('+').unwrap_or(value);
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    let digits = value.get(..end).filter(|digits| !digits.is_empty())?;
    Some(digits.parse().unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_that_matter_are_never_passed_over() {
        for length in 0..60 {
            for matter in ["display:none", "WHITE-SPACE:pre", "&#100;isplay:none"] {
                let style = ["x".repeat(length), matter.to_owned(), "y".repeat(length / 3)].concat();
                assert!(may_matter(style.as_bytes()), "{style}");
            }
            assert!(!may_matter("color:red;s;p".repeat(length).as_bytes()));
        }
    }
}
