//! Guards the parser against tags of very many attributes.
//!
//! html5ever compares every attribute with all before it in its tag, and tells nothing of a tag before
//! its end. So a long stretch of input in which nothing happens to the tree is looked at here. Mostly it
//! is a comment, or an image written into an attribute.

use crate::Error;
use crate::source::builder::within;

/// The bytes without an event after which to look.
const LOOK: usize = 1 << 15;

/// What has been fed to the parser since something happened.
#[derive(Debug)]
pub(super) struct Silence {
    /// The chunk in which something happened last; what goes on since then began in it.
    last: std::ops::Range<usize>,
    look: usize,
    /// The attributes that a tag may have.
    allowed: usize,
}

impl Silence {
    pub(super) const fn new(allowed: usize) -> Self {
        Self { last: 0..0, look: LOOK, allowed }
    }

    /// Another chunk was fed, up to `end`.
    pub(super) fn fed(&mut self, text: &str, end: usize, happened: bool) -> Result<(), Error> {
        if happened {
            *self = Self { last: self.last.end..end, look: LOOK, ..*self };
        } else if self.last.is_empty() {
            self.last.end = end;
        } else if end - self.last.end >= self.look {
            self.look *= 2;
            let begun = text[self.last.clone()].match_indices('<').map(|(at, _)| self.last.start + at);
            for tag in begun {
                let attributes = attributes(&text.as_bytes()[tag + 1..end], self.allowed);
                within("attributes", "attributes of one tag", attributes, self.allowed)?;
            }
        }
        Ok(())
    }
}

/// How many attributes a tag has, at most one more than it may have.
fn attributes(tag: &[u8], allowed: usize) -> usize {
    let is_blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'/';
    let skip =
        |rest: &[u8], is: &dyn Fn(&u8) -> bool| rest.iter().position(|byte| !is(byte)).unwrap_or(rest.len());
    let mut rest = &tag[skip(tag, &|byte| !is_blank(byte) && *byte != b'>')..];
    let mut number = 0;
    while number <= allowed {
        rest = &rest[skip(rest, &is_blank)..];
        if matches!(rest, [] | [b'>', ..]) {
            break;
        }
        number += 1;
        // A name may begin with `=`.
        let name = &rest[1..];
        rest = &name[skip(name, &|byte| !is_blank(byte) && !matches!(byte, b'=' | b'>'))..];
        let value = &rest[skip(rest, &u8::is_ascii_whitespace)..];
        let [b'=', value @ ..] = value else { continue };
        let value = &value[skip(value, &u8::is_ascii_whitespace)..];
        rest = match value {
            [quote @ (b'"' | b'\''), value @ ..] => {
                let end = skip(value, &|byte| byte != quote);
                value.get(end + 1..).unwrap_or_default()
            }
            _ => &value[skip(value, &|byte| !byte.is_ascii_whitespace() && *byte != b'>')..],
        };
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_counted_as_the_parser_does() {
        for (tag, number) in [
            ("div", 0),
            ("div>a b", 0),
            ("div a b/c", 3),
            ("div a=1 b = '>' c=\"d e\"f =g/h i>j", 5),
            ("div a='b c d", 1),
            ("div a=>b", 1),
        ] {
            assert_eq!(attributes(tag.as_bytes(), 100), number, "{tag}");
        }
    }
}
