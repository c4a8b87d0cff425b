//! Excel workbooks since 2007: a part for each sheet, and parts for what they share.

use super::format::Formats;
use super::sheet::Sheet;
use super::{NAME, broken};
use crate::source::package::xml::{Event, Tag, Xml};
use crate::source::package::{Package, Relation, main_part, relations};
use crate::{Error, Limits};
use std::ops::Range;

/// What the sheets of a workbook share.
#[derive(Debug, Default)]
struct Shared {
    strings: Vec<String>,
    formats: Formats,
}

/// The sheets of a workbook.
pub(super) fn sheets(package: &mut Package<'_>, limits: Limits) -> Result<Vec<Sheet>, Error> {
    let is_usual = |name: &str| name == "xl/workbook.xml";
    let main = main_part(package, is_usual)?.filter(|name| name.ends_with(".xml"));
    let main = main.ok_or_else(|| broken("it has no workbook of XML: save it as .xlsx"))?;
    let related = relations(package, &main)?;
    let mut shared = Shared::default();
    for Relation { kind, part, .. } in &related {
        match kind.as_str() {
            "sharedStrings" => shared.strings = strings(&text(package, part)?, limits)?,
            "styles" => shared.formats.read_styles(&text(package, part)?, limits)?,
            _ => {}
        }
    }
    let workbook = text(package, &main)?;
    let mut xml = Xml::new(&workbook, NAME, limits);
    let mut sheets = Vec::new();
    while let Some(event) = xml.next()? {
        let Event::Open(tag) = event else { continue };
        match tag.name() {
            "workbookPr" => shared.formats.since_1904 = tag.get("date1904").is_some_and(|it| is_true(&it)),
            "sheet" => {
                let id = tag.get("id").unwrap_or_default();
                let hidden = tag.get("state").is_some_and(|state| state != "visible");
                let found = related.iter().find(|relation| relation.id == id && relation.kind == "worksheet");
                let part = found.map(|relation| text(package, &relation.part)).transpose()?;
                sheets.extend(part.map(|part| sheet(&part, hidden, &shared, limits)).transpose()?);
            }
            _ => {}
        }
    }
    Ok(sheets)
}

fn text(package: &mut Package<'_>, part: &str) -> Result<String, Error> {
    Ok(package.part(part)?.unwrap_or_default())
}

fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// The texts that cells refer to by their number.
fn strings(part: &str, limits: Limits) -> Result<Vec<String>, Error> {
    let (mut strings, mut xml) = (Vec::new(), Xml::new(part, NAME, limits));
    while let Some(event) = xml.next()? {
        if let Event::Open(tag) = event
            && tag.name() == "si"
        {
            strings.push(rich_text(&mut xml)?);
        }
    }
    Ok(strings)
}

/// The text of the element that was opened last, without how it is pronounced.
fn rich_text(xml: &mut Xml<'_>) -> Result<String, Error> {
    let (mut text, mut depth) = (String::new(), 1);
    while depth > 0 {
        match xml.next()? {
            Some(Event::Open(tag)) if tag.name() == "rPh" => {
                xml.skip()?;
            }
            Some(Event::Open(tag)) if tag.name() == "t" => text.push_str(&xml.text()?),
            Some(Event::Open(_)) => depth += 1,
            Some(Event::Close) => depth -= 1,
            Some(Event::Text(_)) => {}
            None => break,
        }
    }
    Ok(text)
}

/// One sheet.
fn sheet(part: &str, hidden: bool, shared: &Shared, limits: Limits) -> Result<Sheet, Error> {
    let mut sheet = Sheet { hidden, ..Sheet::default() };
    let mut xml = Xml::new(part, NAME, limits);
    // Where the next row and cell stand unless they say so.
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut hides_zeros = false;
    while let Some(event) = xml.next()? {
        let Event::Open(tag) = event else { continue };
        let is = |name| tag.get(name).is_some_and(|value| is_true(&value));
        match tag.name() {
            "sheetView" => hides_zeros = tag.get("showZeros").is_some_and(|shows| !is_true(&shows)),
            "col" if is("hidden") => {
                let (first, last) = (tag.number("min").unwrap_or(0), tag.number("max").unwrap_or(0));
                sheet.hidden_columns.push(u32::saturating_sub(first, 1)..last);
            }
            "row" => {
                row = tag.number("r").map_or(row, |number: u32| number.saturating_sub(1));
                column = 0;
                if is("hidden") {
                    sheet.hidden_rows.push(row..row.saturating_add(1));
                }
                row = row.saturating_add(1);
            }
            "c" => {
                let told = tag.get("r").and_then(|place| address(&place));
                let (at, in_column) = told.unwrap_or((row.saturating_sub(1), column));
                column = in_column.saturating_add(1);
                let text = cell(&mut xml, &tag, shared, hides_zeros)?;
                sheet.cell(at, in_column, text, limits)?;
            }
            "mergeCell" => {
                if let Some((rows, columns)) = tag.get("ref").and_then(|area| corners(&area)) {
                    sheet.area(rows, columns, limits)?;
                }
            }
            _ => {}
        }
    }
    Ok(sheet.finish())
}

/// What a cell shows.
fn cell(xml: &mut Xml<'_>, tag: &Tag<'_>, shared: &Shared, hides_zeros: bool) -> Result<String, Error> {
    let kind = tag.get("t").unwrap_or_default().into_owned();
    let style = tag.number("s").unwrap_or(0);
    let (mut value, mut formula, mut text, mut depth) = (None, None, String::new(), 1);
    while depth > 0 {
        match xml.next()? {
            Some(Event::Open(inner)) => match inner.name() {
                "v" => value = Some(xml.text()?),
                "f" => formula = Some(xml.text()?),
                "is" => text = rich_text(xml)?,
                _ => depth += 1,
            },
            Some(Event::Close) => depth -= 1,
            Some(Event::Text(_)) => {}
            None => break,
        }
    }
    let Some(value) = value.filter(|value| !value.is_empty() || kind == "str") else {
        // What a formula gives is not known to those who do not compute.
        return Ok(formula.map_or(text, |formula| format!("={formula}")));
    };
    let string =
        |number: &str| number.trim().parse().ok().and_then(|at: usize| shared.strings.get(at).cloned());
    Ok(match kind.as_str() {
        "s" => string(&value).ok_or_else(|| broken("a cell refers to a text that is missing"))?,
        "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        "str" | "inlineStr" | "e" | "d" => value,
        _ => match value.trim().parse::<f64>() {
            Ok(0.0) if hides_zeros => String::new(),
            Ok(number) => shared.formats.show(number, style),
            Err(_) => value,
        },
    })
}

/// `B7`: row and column, from 0.
fn address(text: &str) -> Option<(u32, u32)> {
    let text = text.trim().as_bytes();
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let letter = |byte: &u8| u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    let add = |sum: u32, byte| sum.checked_mul(26)?.checked_add(letter(byte));
    let column = text[..letters].iter().try_fold(0, add)?;
    let row: u32 = std::str::from_utf8(&text[letters..]).ok()?.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// `A1:C2`: rows and columns.
fn corners(text: &str) -> Option<(Range<u32>, Range<u32>)> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (address(first)?, address(last)?);
    Some((first.0..last.0.checked_add(1)?, first.1..last.1.checked_add(1)?))
}

#[cfg(test)]
mod unit {
    use super::{address, corners};

    #[test]
    fn addresses_are_letters_and_a_number() {
        assert_eq!(address("A1"), Some((0, 0)));
        assert_eq!(address("xfd1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "A", "1", "A0", "A-1", "ABCDEFGHIJ1", "A99999999999"] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
        assert_eq!(corners("B2:C5"), Some((1..5, 1..3)));
    }
}
