//! The fast way to the tree of a page: a tokeniser over bytes and the standard's rules for building trees.
//!
//! The tree holds only what a tape hears of. An element that only joins its line, a `span` or a `b`, is no
//! node: it stands on the stack of open elements, where the rules ask for it, and what it holds goes to
//! where it would stand. Text is a range of the page, or of the few texts that had to be decoded.
//!
//! What is not covered here (templates, formulas, framesets; all that comes near a limit) is recognised,
//! and the page is handed over.

mod body;
mod entity;
mod foreign;
mod formatting;
mod head;
mod mode;
mod name;
mod raw;
mod reader;
mod sets;
mod stack;
mod table;
mod tag;
mod text;

use super::tree::Tree;
use crate::source::tape::Tape;
use crate::{Error, Limits};
use memchr::memchr;
use reader::{Reader, Token};
use stack::Builder;
use std::borrow::Cow;
use tag::Tag;

/// A text: a range of the page, or, behind its end, of the decoded texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    start: u32,
    end: u32,
}

/// A page and its tree.
#[derive(Debug)]
pub(super) struct Page<'a> {
    text: Cow<'a, str>,
    decoded: String,
    tree: Tree<Run>,
}

impl Page<'_> {
    /// Tells a page to a tape.
    pub(super) fn tell(&self, limits: Limits, tape: &mut Tape) -> Result<(), Error> {
        self.tree.tell(limits, |run| slice(&self.text, &self.decoded, *run), tape)
    }
}

/// The text of a run.
fn slice<'a>(page: &'a str, decoded: &'a str, run: Run) -> &'a str {
    let (start, end) = (run.start as usize, run.end as usize);
    match start.checked_sub(page.len()) {
        Some(behind) => decoded.get(behind..end - page.len()),
        None => page.get(start..end),
    }
    .unwrap_or_default()
}

/// Scans a page, of less than half the bytes that 32 bits can number. Nothing if it is not covered.
pub(super) fn scan(text: &str, limits: Limits) -> Option<Page<'_>> {
    let text = lines_ended(text);
    let (tree, decoded) = build(&text, limits)?;
    Some(Page { text, decoded, tree })
}

/// A page with its line ends as the standard wants them.
fn lines_ended(text: &str) -> Cow<'_, str> {
    if memchr(b'\r', text.as_bytes()).is_some() {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

fn build(text: &str, limits: Limits) -> Option<(Tree<Run>, String)> {
    if memchr(0, text.as_bytes()).is_some() {
        return None;
    }
    let mut builder = Builder::new(Reader::new(text), limits);
    let mut tag = Tag::none();
    loop {
        match builder.reader.next(&mut tag) {
            Token::Text(text) => builder.text(text),
            Token::Tag => {
                builder.end_table_text();
                builder.tag(&tag);
            }
            Token::Comment { is_section } => {
                if is_section && builder.is_in_drawing() {
                    return None;
                }
                builder.end_table_text();
                builder.skips_line_end = false;
            }
            Token::Doctype(doctype) => builder.doctype(doctype),
            Token::End => {
                builder.end_table_text();
                return builder.finish();
            }
        }
        if builder.is_over() || tag.count > limits.attributes {
            return None;
        }
    }
}
