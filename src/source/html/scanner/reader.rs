//! From bytes to tokens.

use super::super::kind::Kind;
use super::tag::Tag;
use super::{Run, entity};
use memchr::memmem;
use memchr::{memchr, memchr2};

/// What a page consists of. An end tag without a name is nothing.
#[derive(Debug)]
pub(super) enum Token<'a> {
    Text(Text),
    /// A tag, which was read into the one given.
    Tag,
    /// A comment or what is taken for one; a section of characters is none in drawings.
    Comment {
        is_section: bool,
    },
    Doctype(&'a str),
    /// The end of the page.
    End,
}

/// A text between two tags.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text {
    pub(super) run: Run,
    /// The line on which it begins.
    pub(super) line: u32,
}

#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    /// The texts that had to be decoded.
    pub(super) decoded: String,
    /// The line up to whose end lines were counted, and that end.
    line: u32,
    line_end: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        Self { text, bytes, at: 0, decoded: String::new(), line: 1, line_end: line_end(bytes, 0) }
    }

    /// The line of a place that is not before those asked for earlier.
    #[inline]
    pub(super) fn line_of(&mut self, at: usize) -> u32 {
        while self.line_end < at {
            self.line = self.line.saturating_add(1);
            self.line_end = line_end(self.bytes, self.line_end + 1);
        }
        self.line
    }

    /// The next token.
    #[inline]
    pub(super) fn next(&mut self, tag: &mut Tag<'a>) -> Token<'a> {
        loop {
            let Some(mark) = markup(&self.bytes[self.at..]) else {
                return if self.at < self.bytes.len() { self.text() } else { Token::End };
            };
            match mark {
                Markup::Start => return self.tag(tag, 1),
                Markup::End => return self.tag(tag, 2),
                Markup::Nothing => self.at += 3,
                Markup::Declaration => return self.declaration(),
                Markup::Bogus => return self.bogus_comment(),
            }
        }
    }

    #[inline]
    fn tag(&mut self, tag: &mut Tag<'a>, name: usize) -> Token<'a> {
        if tag.read(self.text, self.at + name, name == 2).is_some() {
            self.at = tag.end;
            return Token::Tag;
        }
        // The page ends in the tag, which is then none.
        self.at = self.bytes.len();
        Token::End
    }

    /// A text, up to the next markup.
    fn text(&mut self) -> Token<'a> {
        let start = self.at;
        let mut has_references = false;
        let mut end = start;
        loop {
            let rest = &self.bytes[end..];
            let next = if has_references { memchr(b'<', rest) } else { memchr2(b'<', b'&', rest) };
            end += next.unwrap_or(rest.len());
            match self.bytes.get(end) {
                Some(b'&') => has_references = true,
                Some(_) if markup(&self.bytes[end..]).is_none() => end += 1,
                _ => break,
            }
        }
        self.at = end;
        let line = self.line_of(start);
        Token::Text(Text { run: self.run(start, end, has_references), line })
    }

    /// A stretch of the page, decoded if it is said to have references.
    fn run(&mut self, start: usize, end: usize, has_references: bool) -> Run {
        let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        if !has_references {
            return Run { start: short(start), end: short(end) };
        }
        let from = self.text.len() + self.decoded.len();
        entity::decode(&self.text[start..end], false, &mut self.decoded);
        Run { start: short(from), end: short(self.text.len() + self.decoded.len()) }
    }

    pub(super) fn slice(&self, run: Run) -> &str {
        super::slice(self.text, &self.decoded, run)
    }

    fn declaration(&mut self) -> Token<'a> {
        const DOCTYPE: &[u8] = b"doctype";
        let rest = &self.bytes[self.at + 2..];
        if let Some(comment) = rest.strip_prefix(b"--") {
            self.at += 4 + comment_length(comment);
            return Token::Comment { is_section: false };
        }
        let begin = self.at;
        let is_doctype = rest.get(..DOCTYPE.len()).is_some_and(|word| word.eq_ignore_ascii_case(DOCTYPE));
        let comment = self.bogus_comment();
        if is_doctype { Token::Doctype(&self.text[begin..self.at]) } else { comment }
    }

    /// What ends with the next tag's end, whatever it is.
    fn bogus_comment(&mut self) -> Token<'a> {
        let rest = &self.bytes[self.at..];
        self.at += memchr(b'>', rest).map_or(rest.len(), |end| end + 1);
        Token::Comment { is_section: rest.starts_with(b"<![CDATA[") }
    }

    /// The content of an element that holds no tags, and its end tag.
    pub(super) fn raw(&mut self, kind: Kind, name: &[u8]) -> Run {
        let start = self.at;
        let rest = &self.bytes[start..];
        let length =
            if kind == Kind::Script { super::raw::script(rest) } else { super::raw::text(rest, name) };
        let end = start + length.unwrap_or(rest.len());
        self.at = match length {
            Some(_) => {
                let mut tag = Tag::none();
                tag.read(self.text, end + 2, true).map_or(self.bytes.len(), |()| tag.end)
            }
            None => self.bytes.len(),
        };
        self.run(start, end, kind == Kind::Title)
    }
}

/// What a `<` may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Markup {
    Start,
    End,
    /// An end tag without a name.
    Nothing,
    Declaration,
    Bogus,
}

/// What bytes begin with, if that is no text.
#[inline]
fn markup(bytes: &[u8]) -> Option<Markup> {
    let [b'<', rest @ ..] = bytes else { return None };
    match rest {
        [letter, ..] if letter.is_ascii_alphabetic() => Some(Markup::Start),
        [b'/', letter, ..] if letter.is_ascii_alphabetic() => Some(Markup::End),
        [b'/', b'>', ..] => Some(Markup::Nothing),
        [b'!', ..] => Some(Markup::Declaration),
        [b'?', ..] | [b'/', _, ..] => Some(Markup::Bogus),
        _ => None,
    }
}

/// Where a line ends.
fn line_end(bytes: &[u8], from: usize) -> usize {
    bytes.get(from..).and_then(|rest| memchr(b'\n', rest)).map_or(usize::MAX, |end| from + end)
}

/// How long a comment is, with its end, behind its `<!--`.
fn comment_length(comment: &[u8]) -> usize {
    let at_once = [&b">"[..], b"->"].into_iter().find(|end| comment.starts_with(end));
    if let Some(end) = at_once {
        return end.len();
    }
    let mut at = 0;
    while let Some(dashes) = memmem::find(&comment[at..], b"--") {
        at += dashes;
        match comment[at + 2..] {
            [b'>', ..] => return at + 3,
            [b'!', b'>', ..] => return at + 4,
            _ => at += 1,
        }
    }
    comment.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_end_as_the_standard_says() {
        for (comment, length) in
            [(">x", 1), ("->x", 2), ("-->x", 3), ("a--!>x", 5), ("a--!b--->x", 9), ("a-- >", 5), ("", 0)]
        {
            assert_eq!(comment_length(comment.as_bytes()), length, "{comment}");
        }
    }
}
