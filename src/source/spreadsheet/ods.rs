//! OpenDocument workbooks: they have the text that a cell shows.

use super::NAME;
use super::sheet::Sheet;
use crate::source::builder::within;
use crate::source::package::xml::{Event, Tag, Xml};
use crate::{Error, Limits};

/// What is open in a sheet.
#[derive(Debug, Default)]
struct Place {
    row: u32,
    column: u32,
    /// For how many rows and columns what is open stands.
    rows: u32,
    columns: u32,
    /// Where the cells of the row begin.
    first: usize,
    text: String,
    paragraphs: usize,
    exists: bool,
}

/// The sheets of the content.
pub(super) fn sheets(content: &str, limits: Limits) -> Result<Vec<Sheet>, Error> {
    let mut sheets = Vec::new();
    let mut xml = Xml::new(content, NAME, limits);
    let hidden_styles = hidden_tables(content, limits)?;
    while let Some(event) = xml.next()? {
        let Event::Open(tag) = event else { continue };
        if tag.name() == "table" {
            let hidden = tag.get("style-name").is_some_and(|name| hidden_styles.iter().any(|it| *it == name));
            sheets.push(sheet(&mut xml, hidden, limits)?);
        }
    }
    Ok(sheets)
}

/// The styles of tables that are not shown.
fn hidden_tables(content: &str, limits: Limits) -> Result<Vec<String>, Error> {
    let (mut hidden, mut style) = (Vec::new(), String::new());
    let mut xml = Xml::new(content, NAME, limits);
    while let Some(event) = xml.next()? {
        let Event::Open(tag) = event else { continue };
        match tag.name() {
            "style" => style = tag.get("name").unwrap_or_default().into_owned(),
            "table-properties" if tag.get("display").is_some_and(|display| display == "false") => {
                hidden.push(style.clone());
            }
            "body" => break,
            _ => {}
        }
    }
    Ok(hidden)
}

/// Reads a sheet to its end.
fn sheet(xml: &mut Xml<'_>, hidden: bool, limits: Limits) -> Result<Sheet, Error> {
    let mut sheet = Sheet { hidden, ..Sheet::default() };
    let (mut place, mut open) = (Place::default(), Vec::new());
    loop {
        match xml.next()? {
            Some(Event::Open(tag)) => {
                let name = tag.name().to_owned();
                match name.as_str() {
                    // Comments, drawings, filters and sheets in a cell are no text of the cell.
                    "annotation" | "shapes" | "forms" | "frame" | "custom-shape" | "table" | "ruby-text" => {
                        xml.skip()?;
                        continue;
                    }
                    _ => place.open(&tag, &mut sheet, limits)?,
                }
                open.push(name);
            }
            Some(Event::Text(text)) if place.paragraphs > 0 => place.text.push_str(&text),
            Some(Event::Text(_)) => {}
            Some(Event::Close) => match open.pop() {
                Some(name) => place.close(&name, &mut sheet, limits)?,
                None => break,
            },
            None => break,
        }
    }
    Ok(sheet.finish())
}

fn repeated(tag: &Tag<'_>, name: &str) -> u32 {
    tag.number(name).unwrap_or(1).clamp(1, 1 << 24)
}

fn is_hidden(tag: &Tag<'_>) -> bool {
    tag.get("visibility").is_some_and(|visibility| visibility != "visible")
}

impl Place {
    fn open(&mut self, tag: &Tag<'_>, sheet: &mut Sheet, limits: Limits) -> Result<(), Error> {
        match tag.name() {
            "table-column" => {
                let columns =
                    self.column..self.column.saturating_add(repeated(tag, "number-columns-repeated"));
                self.column = columns.end;
                if is_hidden(tag) {
                    sheet.hidden_columns.push(columns);
                }
            }
            "table-row" => {
                (self.column, self.first) = (0, sheet.cells.len());
                self.rows = repeated(tag, "number-rows-repeated");
                if is_hidden(tag) {
                    sheet.hidden_rows.push(self.row..self.row.saturating_add(self.rows));
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.columns = repeated(tag, "number-columns-repeated");
                self.text.clear();
                self.exists = tag.get("style-name").is_some() && self.columns < 256;
                let span = |name| tag.number::<u32>(name).unwrap_or(1).max(1);
                let (wide, high) = (span("number-columns-spanned"), span("number-rows-spanned"));
                let rows = self.row..self.row.saturating_add(high);
                sheet.area(rows, self.column..self.column.saturating_add(wide), limits)?;
            }
            "p" | "h" => {
                if self.paragraphs == 0 && !self.text.is_empty() {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
            }
            "line-break" => self.text.push('\n'),
            "tab" => self.text.push(' '),
            "s" => {
                let blanks = tag.number("c").unwrap_or(1_usize).min(64);
                self.text.extend(std::iter::repeat_n(' ', blanks));
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str, sheet: &mut Sheet, limits: Limits) -> Result<(), Error> {
        match name {
            "p" | "h" => self.paragraphs = self.paragraphs.saturating_sub(1),
            "table-cell" => self.close_cell(sheet, limits)?,
            // What a merged cell covers is not shown.
            "covered-table-cell" => self.column = self.column.saturating_add(self.columns),
            "table-row" => self.close_row(sheet, limits)?,
            _ => {}
        }
        Ok(())
    }

    fn close_cell(&mut self, sheet: &mut Sheet, limits: Limits) -> Result<(), Error> {
        let columns = self.column..self.column.saturating_add(self.columns);
        self.column = columns.end;
        if self.exists || !self.text.is_empty() {
            within("columns", "columns of a sheet", columns.len(), limits.columns)?;
            columns.into_iter().try_for_each(|at| sheet.cell(self.row, at, self.text.clone(), limits))?;
        }
        Ok(())
    }

    /// Repeats the row as often as it says, if it says anything.
    fn close_row(&mut self, sheet: &mut Sheet, limits: Limits) -> Result<(), Error> {
        let end = sheet.cells.len();
        let has_text = sheet.cells[self.first..end].iter().any(|cell| !cell.text.is_empty());
        let (row, rows) = (self.row, self.rows.max(1));
        self.row = row.saturating_add(rows);
        if !has_text {
            sheet.cells.truncate(self.first);
            return Ok(());
        }
        for again in 1..rows {
            for at in self.first..end {
                let (column, text) = (sheet.cells[at].column, sheet.cells[at].text.clone());
                sheet.cell(row.saturating_add(again), column, text, limits)?;
            }
        }
        Ok(())
    }
}
