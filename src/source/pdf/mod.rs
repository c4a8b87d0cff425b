//! PDF: characters at places and ruling lines are all there is; tables and text are put together here.
//!
//! What a PDF says — objects, encryption, fonts and their maps to Unicode, the predefined ones of Chinese
//! among them, the drawing of pages — is read by `hayro-interpret`; what a page means is told here:
//!
//! | file | does |
//! |---|---|
//! | [`guard`] | counts what the file would grow to, before it does |
//! | [`glyphs`], [`rules`], [`shade`] | take down what is drawn: characters, ruling lines, pictures |
//! | [`grid`] | finds the tables of a page and their cells from its ruling lines |
//! | [`lines`] | puts characters together to lines of text |
//! | [`radicals`] | what looks like a character is one |
//! | [`leaf`] | a page: its tables, and its lines in reading order |
//! | [`furniture`] | takes away page numbers and lines that repeat on every page |
//! | [`table`] | a table, and how it goes on over the break of a page |
//! | [`compose`] | from pages to the pieces of a [`Document`] |
//!
//! # What is not guessed
//!
//! - A character of which its font does not say what it is: U+FFFD stands for it, which makes its cell
//!   unreadable, and the page is named ([`Damage::Unmapped`]).
//! - A page that is a picture: it is named ([`Damage::Unread`]); if every page is one, nothing can be read
//!   ([`Error::NeedsOcr`]). Invisible text over a picture is what a program has recognised there, digits
//!   and all; it is not on the page, and is not taken for what the report says.
//! - Columns of numbers without ruling lines: they are lines of text, whose numbers are told by the labels
//!   and sums of the form, as those of plain text.

mod compose;
mod furniture;
mod glyphs;
mod grid;
mod guard;
mod leaf;
mod lines;
mod radicals;
mod rules;
mod shade;
mod table;

use super::builder::within;
use super::{Damage, Document};
use crate::{Error, Limits, Options};
use guard::Budget;
use hayro_interpret::InterpreterCache;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use leaf::Leaf;

/// Takes a PDF apart.
pub(super) fn document(bytes: &[u8], options: &Options) -> Result<Document<'static>, Error> {
    let limits = options.limits;
    let pdf = open(bytes, limits)?;
    let mut pages =
        Pages { limits, room: limits.elements, leaves: Vec::new(), damages: Vec::new(), read: false };
    pages.read(&pdf)?;
    if !pages.read {
        return Err(Error::NeedsOcr);
    }
    furniture::clear(&mut pages.leaves);
    let document = compose::compose(pages.leaves, limits)?.finish(None);
    Ok(Document { damages: pages.damages, ..document })
}

fn open(bytes: &[u8], limits: Limits) -> Result<Pdf, Error> {
    let budget = Budget::new(limits);
    budget.file(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Error::Encrypted,
        LoadPdfError::Decryption(_) => broken("it is encrypted in a way that is not known"),
        LoadPdfError::Invalid => broken("it is cut off, or no PDF"),
    })?;
    if pdf.pages().is_empty() {
        return Err(broken("it has no pages"));
    }
    within("pages", "pages of the PDF", pdf.pages().len(), limits.pages)?;
    budget.streams(&pdf)?;
    pdf.pages().iter().try_for_each(|page| budget.page(page))?;
    Ok(pdf)
}

fn broken(why: &str) -> Error {
    Error::Broken { container: "PDF", why: why.to_owned() }
}

/// The pages that were read, and what could not be.
struct Pages {
    limits: Limits,
    /// How many characters and lines there may still be.
    room: usize,
    leaves: Vec<Leaf>,
    damages: Vec<Damage>,
    /// Whether any page has text.
    read: bool,
}

impl Pages {
    fn read(&mut self, pdf: &Pdf) -> Result<(), Error> {
        let fonts = InterpreterCache::new();
        for (at, page) in pdf.pages().iter().enumerate() {
            let Some(sheet) = glyphs::sheet(pdf, page, &fonts, self.room) else {
                let (limit, what) = ("elements", "characters and lines of the PDF");
                return Err(Error::TooLarge { limit, what, allowed: self.limits.elements });
            };
            self.room -= sheet.glyphs.len() + sheet.rules.len();
            self.judge(&sheet, at);
            let height = f64::from(page.render_dimensions().1);
            self.leaves.push(leaf::leaf(sheet, height, at, self.limits)?);
        }
        Ok(())
    }

    /// Says what of a page cannot be read.
    fn judge(&mut self, sheet: &glyphs::Sheet, at: usize) {
        /// Scanners print their name on what they scan.
        const FEW: usize = 50;
        /// A picture that large is the page.
        const LARGE: f64 = 0.5;
        /// So many shapes are text that was turned into them.
        const MANY: usize = 200;
        let page = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let glyphs = sheet.glyphs.iter().filter(|glyph| !glyph.c.is_whitespace()).count();
        let told = glyphs - sheet.unmapped;
        let is_picture = (sheet.picture >= LARGE || sheet.curves >= MANY) && told < FEW;
        let is_unread = is_picture || told < sheet.unmapped;
        self.read |= told > 0 && !is_unread;
        if is_unread {
            self.damages.push(Damage::Unread { page });
        } else if sheet.unmapped > 0 {
            self.damages.push(Damage::Unmapped { page, characters: sheet.unmapped });
        }
    }
}
