//! The cells of a sheet of BIFF8.

use super::super::broken;
use super::super::sheet::Sheet;
use super::records::{Fields, Record, kind};
use super::{Book, strings};
use crate::{Error, Limits};

/// A sheet that is being read.
pub(super) struct Cells<'a> {
    book: &'a Book,
    limits: Limits,
    sheet: Sheet,
    /// The cell of a formula whose text comes with the next record.
    awaited: Option<(u32, u32)>,
    /// Which cells are the number 0, which may be shown as nothing; that is told behind them.
    zeros: Vec<usize>,
    hides_zeros: bool,
    is_zero: bool,
}

impl<'a> Cells<'a> {
    pub(super) fn new(book: &'a Book, hidden: bool, limits: Limits) -> Self {
        let sheet = Sheet { hidden, ..Sheet::default() };
        let (zeros, hides_zeros, is_zero) = (Vec::new(), false, false);
        Self { book, limits, sheet, awaited: None, zeros, hides_zeros, is_zero }
    }

    pub(super) fn finish(mut self) -> Sheet {
        for zero in self.zeros.into_iter().filter(|_| self.hides_zeros) {
            self.sheet.cells[zero].text.clear();
        }
        self.sheet.finish()
    }

    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), Error> {
        let at = self.sheet.cells.len();
        self.sheet.cell(row, column, text, self.limits)?;
        if std::mem::take(&mut self.is_zero) && self.sheet.cells.len() > at {
            self.zeros.push(at);
        }
        Ok(())
    }

    pub(super) fn take(&mut self, record: &Record<'_>) -> Result<(), Error> {
        self.read(record).unwrap_or_else(|| Err(broken("a record is too short")))
    }

    /// Reads a record; nothing if it is too short.
    fn read(&mut self, record: &Record<'_>) -> Option<Result<(), Error>> {
        let fields = Fields(record.data);
        let at = |at| fields.u16(at).map(u32::from);
        let style = |at| fields.u16(at).map(usize::from);
        let text = match record.kind {
            kind::BLANK => String::new(),
            kind::NUMBER => self.number(fields.f64(6)?, style(4)?),
            kind::RK => self.number(packed(fields.u32(6)?), style(4)?),
            kind::LABELSST => {
                let string = usize::try_from(fields.u32(6)?).ok().and_then(|at| self.book.strings.get(at));
                let missing = || broken("a cell refers to a text that is missing");
                match string.ok_or_else(missing) {
                    Ok(string) => string.clone(),
                    Err(error) => return Some(Err(error)),
                }
            }
            kind::LABEL | kind::RSTRING => strings::short(record.data.get(6..)?, 2),
            kind::BOOLERR => truth_or_error(fields.u8(6)?, fields.u8(7)? != 0),
            kind::FORMULA => match self.result(fields, (at(0)?, at(2)?))? {
                Some(text) => text,
                None => return Some(Ok(())),
            },
            kind::STRING => {
                let Some((row, column)) = self.awaited.take() else { return Some(Ok(())) };
                return Some(self.put(row, column, strings::short(record.data, 2)));
            }
            kind::MULRK | kind::MULBLANK => return self.several(record),
            _ => return self.layout(record),
        };
        Some(self.put(at(0)?, at(2)?, text))
    }

    /// The stored result of a formula; nothing if it comes with the next record.
    fn result(&mut self, fields: Fields<'_>, place: (u32, u32)) -> Option<Option<String>> {
        if fields.u16(12)? != 0xFFFF {
            return Some(Some(self.number(fields.f64(6)?, fields.u16(4)?.into())));
        }
        Some(match fields.u8(6)? {
            0 => {
                self.awaited = Some(place);
                None
            }
            1 => Some(truth_or_error(fields.u8(8)?, false)),
            2 => Some(truth_or_error(fields.u8(8)?, true)),
            _ => Some(String::new()),
        })
    }

    /// Cells of a row side by side, numbers or blanks.
    fn several(&mut self, record: &Record<'_>) -> Option<Result<(), Error>> {
        let fields = Fields(record.data);
        let (row, first) = (u32::from(fields.u16(0)?), u32::from(fields.u16(2)?));
        let size = if record.kind == kind::MULRK { 6 } else { 2 };
        // The last two bytes tell the last column.
        let cells = record.data.get(4..record.data.len().saturating_sub(2))?.chunks_exact(size);
        for (cell, column) in cells.zip(first..).map(|(cell, column)| (Fields(cell), column)) {
            let text = match cell.u32(2) {
                Some(number) => self.number(packed(number), cell.u16(0)?.into()),
                None => String::new(),
            };
            if let Err(error) = self.put(row, column, text) {
                return Some(Err(error));
            }
        }
        Some(Ok(()))
    }

    /// What is merged and what is hidden.
    fn layout(&mut self, record: &Record<'_>) -> Option<Result<(), Error>> {
        let fields = Fields(record.data);
        let at = |at| fields.u16(at).map(u32::from);
        match record.kind {
            kind::MERGEDCELLS => {
                for area in record.data.get(2..)?.chunks_exact(8) {
                    let corner = |at| Fields(area).u16(at).map(u32::from);
                    let (rows, columns) = (corner(0)?..corner(2)? + 1, corner(4)?..corner(6)? + 1);
                    if let Err(error) = self.sheet.area(rows, columns, self.limits) {
                        return Some(Err(error));
                    }
                }
            }
            kind::ROW if fields.u16(12)? & 0x20 != 0 => self.sheet.hidden_rows.push(at(0)?..at(0)? + 1),
            kind::COLINFO if fields.u16(8)? & 1 != 0 => self.sheet.hidden_columns.push(at(0)?..at(2)? + 1),
            kind::WINDOW2 => self.hides_zeros = fields.u16(0)? & 0x10 == 0,
            _ => {}
        }
        Some(Ok(()))
    }

    fn number(&mut self, number: f64, style: usize) -> String {
        self.is_zero = number == 0.0;
        self.book.formats.show(number, style)
    }
}

/// A number in four bytes: the upper part of a float or an integer, or a hundredth of either.
fn packed(bits: u32) -> f64 {
    let number = if bits & 2 != 0 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    if bits & 1 != 0 { number / 100.0 } else { number }
}

fn truth_or_error(value: u8, is_error: bool) -> String {
    let text = match (is_error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0F) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1D) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    };
    text.to_owned()
}
