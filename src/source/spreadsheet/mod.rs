//! Workbooks (`.xlsx`, `.xls`, `.ods`), as a reader of the file sees them.
//!
//! [`xlsx`], [`xls`] and [`ods`] take the cells out of the three formats, all as [`Sheet`]s: the text that
//! a cell shows, made from its number by [`format`](mod@format) where the file does not have it. [`grid`]
//! tells sheets to a [tape](super::tape): which rows are lines, which are rows of a table.
//!
//! - What is hidden (sheets, rows, columns) is passed over, as on web pages: it is often last year's
//!   report. A workbook that shows no table at all is read again with everything it hides.
//! - A formula counts by the value that is stored with it. Where none is, the cell says the formula, which
//!   is no number.
//! - The page of a place is the sheet, its line the row. The names of sheets are no text of the report.

mod format;
mod grid;
mod ods;
mod sheet;
#[cfg(test)]
mod tests;
mod xls;
mod xlsx;

use super::Document;
use super::package::Package;
use super::tape::Tape;
use crate::{Error, Options};
use sheet::Sheet;

/// What a workbook is called in errors.
const NAME: &str = "spreadsheet (.xlsx, .xls, .ods)";

/// Takes a workbook apart.
pub(super) fn document(bytes: &[u8], options: &Options) -> Result<Document<'static>, Error> {
    let sheets = sheets(bytes, options)?;
    let shown = tell(&sheets, false, options)?;
    if shown.has_grid() {
        return shown.play(options.limits);
    }
    let all = tell(&sheets, true, options)?;
    if all.has_grid() { all.play(options.limits) } else { shown.play(options.limits) }
}

fn sheets(bytes: &[u8], options: &Options) -> Result<Vec<Sheet>, Error> {
    if !bytes.trim_ascii_start().starts_with(b"PK") {
        return xls::sheets(bytes, options);
    }
    let mut package = Package::open(bytes, NAME, options)?;
    match package.find(|name| name == "content.xml") {
        Some(content) => ods::sheets(&package.part(&content)?.unwrap_or_default(), options.limits),
        None => xlsx::sheets(&mut package, options.limits),
    }
}

/// Tells the sheets that are shown, or all of them.
fn tell(sheets: &[Sheet], all: bool, options: &Options) -> Result<Tape, Error> {
    let mut tape = Tape::new(all);
    for sheet in sheets {
        // Hidden ones count as well: a place names the number that the program shows.
        tape.page();
        if all || !sheet.hidden {
            grid::tell(sheet, all, options.limits, &mut tape)?;
        }
    }
    Ok(tape)
}

fn broken(why: impl Into<String>) -> Error {
    Error::Broken { container: NAME, why: why.into() }
}
