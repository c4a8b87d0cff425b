//! Word files (`.docx`, also as WPS and converters write them), as a reader of the file sees them.
//!
//! [`body`] walks over the parts and tells their paragraphs and tables to a [tape](super::tape). What
//! Word shows and does not write is worked out: [`numbering`] gives the ordinals of numbered paragraphs,
//! by [`styles`] and definitions; [`grid`] the cells that reach over several rows.
//!
//! - Of tracked changes what was inserted counts, what was deleted does not.
//! - Text boxes stand behind the paragraph at which they are anchored, notes behind the paragraph or
//!   table that refers to them.
//! - Heads and feet of pages are not read, nor are comments and hidden text.
//! - A Word file has no lines until it is printed: its places are not known.

mod body;
mod grid;
mod numbering;
mod numerals;
mod styles;
#[cfg(test)]
mod tests;

use super::package::xml::{Event, Xml};
use super::package::{Package, Relation, main_part, relations};
use super::{Damage, Document};
use crate::{Error, Limits, Options};
use body::Body;
use numbering::Numbering;
use std::collections::HashMap;
use styles::Styles;

/// What a Word file is called in errors.
const NAME: &str = "Word (.docx)";

/// Takes a Word file apart.
pub(super) fn document(bytes: &[u8], options: &Options) -> Result<Document<'static>, Error> {
    let mut package = Package::open(bytes, NAME, options)?;
    let is_usual = |name: &str| name.starts_with("word/document") && name.ends_with(".xml");
    let missing = || Error::Broken { container: NAME, why: "it has no main part".to_owned() };
    let main = main_part(&mut package, is_usual)?.ok_or_else(missing)?;
    let related = relations(&mut package, &main)?;
    let (parts, unread) = Parts::load(&mut package, &related, options.limits)?;
    let text = package.part(&main)?.ok_or_else(missing)?;
    let mut body = Body::new(&parts, options);
    body.read(&text)?;
    let mut document = body.finish(options.limits)?;
    document.damages.extend(unread.then_some(Damage::Part));
    Ok(document)
}

/// What belongs to the body.
#[derive(Debug, Default)]
struct Parts {
    styles: Styles,
    numbering: Numbering,
    footnotes: Notes,
    endnotes: Notes,
    /// Web pages that stand for a stretch of the body, by the id of their relation.
    pages: HashMap<String, String>,
}

impl Parts {
    /// Loads them, and tells whether there is one that would be text of the body, but cannot be read.
    fn load(package: &mut Package<'_>, related: &[Relation], limits: Limits) -> Result<(Self, bool), Error> {
        let (mut parts, mut unread) = (Self::default(), false);
        for Relation { id, kind, part } in related {
            match kind.as_str() {
                "styles" => parts.styles = Styles::read(&text(package, part)?, limits)?,
                "numbering" => parts.numbering = Numbering::read(&text(package, part)?, limits)?,
                "footnotes" => parts.footnotes = Notes::read(text(package, part)?, limits)?,
                "endnotes" => parts.endnotes = Notes::read(text(package, part)?, limits)?,
                "aFChunk" if is_web_page(part) => {
                    parts.pages.insert(id.clone(), text(package, part)?);
                }
                "aFChunk" => unread = true,
                _ => {}
            }
        }
        Ok((parts, unread))
    }
}

/// The text of a part, or none if it is missing.
fn text(package: &mut Package<'_>, part: &str) -> Result<String, Error> {
    Ok(package.part(part)?.unwrap_or_default())
}

fn is_web_page(part: &str) -> bool {
    cfg!(feature = "html") && [".html", ".htm", ".xhtml"].iter().any(|end| part.ends_with(end))
}

/// Footnotes or endnotes: a part, and where in it the text of each stands.
#[derive(Debug, Default)]
struct Notes {
    text: String,
    by_id: HashMap<String, std::ops::Range<usize>>,
}

impl Notes {
    fn read(text: String, limits: Limits) -> Result<Self, Error> {
        let mut by_id = HashMap::new();
        let mut xml = Xml::new(&text, NAME, limits);
        while let Some(event) = xml.next()? {
            let Event::Open(tag) = event else { continue };
            if matches!(tag.name(), "footnote" | "endnote") {
                let id = tag.get("id").unwrap_or_default().into_owned();
                by_id.insert(id, xml.skip()?);
            }
        }
        Ok(Self { text, by_id })
    }

    /// The text of a note.
    fn get(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).and_then(|range| self.text.get(range.clone()))
    }
}
