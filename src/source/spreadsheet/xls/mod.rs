//! Excel workbooks of 1997–2003 (BIFF8): records in a stream of an OLE file.

mod cells;
mod records;
mod strings;

use super::broken;
use super::format::Formats;
use super::sheet::Sheet;
use crate::source::builder::within;
use crate::{Error, Limits, Options};
use records::{Fields, Record, Records, kind};
use std::io::{Cursor, Read};

/// What the sheets of a workbook share, and where they begin.
#[derive(Debug, Default)]
struct Book {
    strings: Vec<String>,
    formats: Formats,
    /// Where the records of each begin, and whether it is hidden.
    sheets: Vec<(usize, bool)>,
}

/// The sheets of a workbook.
pub(super) fn sheets(bytes: &[u8], options: &Options) -> Result<Vec<Sheet>, Error> {
    let stream = stream(bytes, options.limits)?;
    let mut book = Book::default();
    let mut records = Records::new(&stream, 0);
    while let Some(record) = records.next() {
        if !book.take(&record, &mut records, options.limits)? {
            break;
        }
    }
    let sheets = std::mem::take(&mut book.sheets).into_iter();
    // Each reads its own records: sheets that begin in the same place would be read over and over.
    let mut left = stream.len();
    sheets.map(|(start, hidden)| sheet(&stream, start, hidden, &book, options.limits, &mut left)).collect()
}

/// The stream with the workbook.
fn stream(bytes: &[u8], limits: Limits) -> Result<Vec<u8>, Error> {
    let why = |error: std::io::Error| broken(error.to_string());
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(why)?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name));
    let name = name.ok_or_else(|| broken("it has no workbook"))?;
    let mut stream = Vec::new();
    // No stream is longer than its file, whatever that says.
    let most = bytes.len().min(limits.bytes);
    file.open_stream(name).map_err(why)?.take(most as u64 + 1).read_to_end(&mut stream).map_err(why)?;
    within("bytes", "workbook in the file", stream.len(), most)?;
    Ok(stream)
}

impl Book {
    /// Takes a record of the workbook itself. Says whether there are more.
    fn take<'s>(
        &mut self,
        record: &Record<'s>,
        records: &mut Records<'s>,
        limits: Limits,
    ) -> Result<bool, Error> {
        let fields = Fields(record.data);
        match record.kind {
            kind::BOF if fields.u16(0) != Some(0x0600) => {
                return Err(broken("it was written by Excel 95 or older: save it as .xlsx"));
            }
            kind::FILEPASS => return Err(Error::Encrypted),
            kind::DATEMODE => self.formats.since_1904 = fields.u16(0) == Some(1),
            kind::FORMAT => {
                let code = strings::short(record.data.get(2..).unwrap_or_default(), 2);
                fields.u16(0).into_iter().for_each(|id| self.formats.define(id, code.clone()));
            }
            kind::XF => self.formats.add_style(fields.u16(2).unwrap_or(0)),
            kind::BOUNDSHEET if fields.u8(5) == Some(0) => {
                let start = fields.u32(0).and_then(|at| usize::try_from(at).ok());
                let hidden = fields.u8(4).is_some_and(|state| state & 3 != 0);
                within("parts", "sheets of a workbook", self.sheets.len() + 1, limits.parts)?;
                self.sheets.extend(start.map(|start| (start, hidden)));
            }
            kind::SST => self.strings = strings::shared(record.data, records),
            kind::EOF => return Ok(false),
            _ => {}
        }
        Ok(true)
    }
}

/// Reads a sheet.
fn sheet(
    stream: &[u8],
    start: usize,
    hidden: bool,
    book: &Book,
    limits: Limits,
    left: &mut usize,
) -> Result<Sheet, Error> {
    let mut cells = cells::Cells::new(book, hidden, limits);
    // Charts in a sheet have records of their own.
    let mut depth = 0_usize;
    for record in Records::new(stream, start) {
        *left = left.checked_sub(record.data.len() + 4).ok_or_else(|| broken("its sheets overlap"))?;
        match record.kind {
            kind::BOF => depth += 1,
            kind::EOF if depth <= 1 => return Ok(cells.finish()),
            kind::EOF => depth -= 1,
            _ if depth == 1 => cells.take(&record)?,
            _ => {}
        }
    }
    Err(broken("a sheet is cut off"))
}
