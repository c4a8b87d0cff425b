//! From a page to a report: recognition by labels, groups, order and headers, never by position alone.

mod fold;
mod problem;
#[allow(dead_code)]
mod prose;
mod vocabulary;
pub(crate) use fold::Folded;
pub use problem::{Problem, ProblemKind};

use crate::form::Cell;
use crate::report::{Evidence, Report};
use crate::source::Place;
use crate::{Error, Options};

/// A report as it was read from a page, with everything that reading it showed.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Reading {
    /// What the page says.
    pub report: Report,
    /// What reading it showed, free of the page.
    pub evidence: Evidence,
    /// What was not read as the form says.
    pub problems: Vec<Problem>,
    /// Where each cell stands, by cell.
    places: Vec<(Cell, Place)>,
}

impl Reading {
    /// Where a cell stands in the source.
    pub fn place(&self, cell: Cell) -> Option<Place> {
        let at = self.places.binary_search_by_key(&cell, |(cell, _)| *cell).ok()?;
        Some(self.places[at].1)
    }
}

/// Reads a page given as bytes: decodes it, then as [`read_str`].
///
/// # Errors
/// What [`Error`] lists; everything else is a problem of the reading.
pub fn read(bytes: &[u8], options: &Options) -> Result<Reading, Error> {
    let (text, _damaged) = crate::source::decode(bytes, options)?;
    read_str(&text, options)
}

/// Reads a page given as text, plain or HTML.
///
/// # Errors
/// What [`Error`] lists; everything else is a problem of the reading.
pub fn read_str(text: &str, options: &Options) -> Result<Reading, Error> {
    let document = crate::source::document(text, options)?;
    let _ = document;
    Err(Error::NotAReport)
}
