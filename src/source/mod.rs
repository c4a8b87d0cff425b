//! A page as a [`Document`]: a flat tape of lines and table rows, each piece with its place.
//!
//! This room knows nothing of the form. Every container feeds the same builder.

mod builder;
mod bytes;
mod container;
#[cfg(feature = "docx")]
mod docx;
#[cfg(feature = "html")]
mod html;
mod look;
mod markdown;
// Each container uses its part of what several share.
#[cfg(any(feature = "docx", feature = "spreadsheet"))]
#[cfg_attr(not(all(feature = "docx", feature = "spreadsheet")), allow(dead_code))]
mod package;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "spreadsheet")]
mod spreadsheet;
#[cfg(feature = "html")]
mod survey;
#[cfg(any(feature = "html", feature = "docx", feature = "spreadsheet"))]
#[cfg_attr(not(all(feature = "html", feature = "docx", feature = "spreadsheet")), allow(dead_code))]
mod tape;
#[cfg(all(test, any(feature = "docx", feature = "spreadsheet")))]
mod testing;
mod text;

pub(crate) use builder::within;
pub use builder::{Damage, Document, Piece, PieceKind, Place};
pub use bytes::decode;
pub(crate) use look::{has, has_any, has_wide};
#[cfg(feature = "html")]
pub(crate) use survey::{Item, Survey};

use crate::error::Format;
use crate::{Error, Options};
use container::Container;
use std::borrow::Cow;

/// What bytes are: a text still to be taken apart, which may be their own, or a document.
pub(crate) enum Opened<'a> {
    /// A text, and whether it was damaged.
    Text(Cow<'a, str>, bool),
    /// A document of any other container.
    #[allow(dead_code)] // Unless there is the feature of one.
    Document(Document<'static>),
}

/// Tells the container by its bytes and opens it.
///
/// # Errors
/// Over a limit, broken, encrypted, of a format that is not read, or of one whose feature is missing.
pub(crate) fn open<'a>(bytes: &'a [u8], options: &Options) -> Result<Opened<'a>, Error> {
    builder::within("bytes", "input", bytes.len(), options.limits.bytes)?;
    match container::of(bytes) {
        Container::Text => decode(bytes, options).map(|(text, damaged)| Opened::Text(text, damaged)),
        Container::Of(Format::Docx) => docx(bytes, options).map(Opened::Document),
        Container::Of(Format::Spreadsheet) => spreadsheet(bytes, options).map(Opened::Document),
        Container::Of(Format::Pdf) => pdf(bytes, options).map(Opened::Document),
        Container::Of(format) => Err(Error::FormatNotRead(format)),
        Container::Encrypted => Err(Error::Encrypted),
    }
}

#[cfg(feature = "docx")]
use docx::document as docx;
#[cfg(feature = "spreadsheet")]
use spreadsheet::document as spreadsheet;

#[cfg(not(feature = "docx"))]
fn docx(_: &[u8], _: &Options) -> Result<Document<'static>, Error> {
    Err(Error::FeatureNeeded { feature: "docx", what: "a Word file" })
}

#[cfg(not(feature = "spreadsheet"))]
fn spreadsheet(_: &[u8], _: &Options) -> Result<Document<'static>, Error> {
    Err(Error::FeatureNeeded { feature: "spreadsheet", what: "a workbook" })
}

#[cfg(feature = "pdf")]
use pdf::document as pdf;

#[cfg(not(feature = "pdf"))]
fn pdf(_: &[u8], _: &Options) -> Result<Document<'static>, Error> {
    Err(Error::FeatureNeeded { feature: "pdf", what: "a PDF" })
}

/// Takes a page of text apart. What it is, HTML or plain text, is told by its content.
///
/// # Errors
/// Over a limit of `options`, or HTML without the feature `html`.
pub fn document<'a>(text: &'a str, options: &Options) -> Result<Document<'a>, Error> {
    builder::within("bytes", "input", text.len(), options.limits.bytes)?;
    if let Some(plain) = markdown::unescaped(text) {
        return text::document(&plain, options).map(Document::detached);
    }
    if !looks_like_html(text) {
        return text::document(text, options);
    }
    #[cfg(feature = "html")]
    return html::document(text, options)
        .map(|document| Document { is_open: ends_in_cell(text), ..document });
    #[cfg(not(feature = "html"))]
    return Err(Error::FeatureNeeded { feature: "html", what: "a web page" });
}

/// What a web page offers beside its text; nothing for a text that is none.
#[cfg(feature = "html")]
pub(crate) fn survey(text: &str) -> Option<Survey> {
    looks_like_html(text).then(|| survey::survey(text))
}

/// Whether a web page breaks off in a cell: the last tag of a table opens one.
#[cfg(feature = "html")]
fn ends_in_cell(text: &str) -> bool {
    const FAR: usize = 4096;
    let bytes = text.as_bytes();
    let tail = &bytes[bytes.len().saturating_sub(FAR)..];
    let tag = |at: usize, name: &[u8]| {
        tail.get(at + 1..at + 1 + name.len()).is_some_and(|is| is.eq_ignore_ascii_case(name))
    };
    let opens = |at: &usize| tag(*at, b"td") || tag(*at, b"th");
    let closes = |at: &usize| [&b"/t"[..], b"tr", b"table"].iter().any(|name| tag(*at, name));
    let tags = (0..tail.len()).rev().filter(|&at| tail[at] == b'<');
    tags.into_iter().find(|at| opens(at) || closes(at)).is_some_and(|at| opens(&at) && !tag(at, b"thead"))
}

/// Whether a text is a web page: one of the tags that no report writes as prose.
fn looks_like_html(text: &str) -> bool {
    const TAGS: [&str; 12] = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<table",
        "<tbody",
        "<tr",
        "<td",
        "<div",
        "<p",
        "<span",
        "<meta",
    ];
    let tag = |at: usize| {
        let rest = &text.as_bytes()[at..];
        TAGS.iter().any(|tag| {
            let after = rest.get(tag.len()).is_none_or(|b| !b.is_ascii_alphanumeric());
            after && rest.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag.as_bytes()))
        })
    };
    has(text.as_bytes(), b'<') && text.match_indices('<').take(64).any(|(at, _)| tag(at))
}
