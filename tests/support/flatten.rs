//! Pages as plain text, in every way in which tables are flattened.

use super::page::Block;
use super::pdf::{self, Pdf};
use super::sheet::{Sheet, Slot};
use proptest::prelude::*;
use proptest::sample::select;

/// A way to flatten tables.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Flat {
    /// One cell a line.
    Lines { between: &'static str, indent: &'static str },
    /// The cells of a row joined by one space.
    Spaces,
    /// Tabs; where cells are merged, the columns that they span are empty, or nothing tells.
    Tabs { spans: bool },
    /// `a | b |`
    Bars,
    /// Each cell a line that ends in ` |`; how a row ends.
    BarLines { row_end: &'static str },
    /// Each cell a line, then `|` on its own line.
    BarBetween,
    /// `| a | b |` with a rule below the first row; spans are `||` or empty cells.
    Markdown { close: bool },
    /// Text taken out of PDF.
    Pdf(Pdf),
}

impl Flat {
    /// Whether blank cells keep their columns.
    pub(crate) fn keeps_blanks(&self) -> bool {
        matches!(self, Self::Tabs { .. } | Self::Bars | Self::Markdown { .. })
    }

    /// Whether it shows which columns a merged cell spans.
    pub(crate) fn keeps_spans(&self) -> bool {
        matches!(self, Self::Tabs { spans: true } | Self::Markdown { .. })
    }
}

pub(crate) fn flats() -> impl Strategy<Value = Flat> {
    let lines = (select(&["\n", "\n\n", "\n\n\n"][..]), select(&["", "  ", "　　", "\t"][..]))
        .prop_map(|(between, indent)| Flat::Lines { between, indent });
    prop_oneof![
        3 => lines,
        2 => Just(Flat::Spaces),
        2 => any::<bool>().prop_map(|spans| Flat::Tabs { spans }),
        2 => Just(Flat::Bars),
        1 => select(&["", "|\n", "|||\n"][..]).prop_map(|row_end| Flat::BarLines { row_end }),
        1 => Just(Flat::BarBetween),
        2 => any::<bool>().prop_map(|close| Flat::Markdown { close }),
        3 => pdf::pdfs().prop_map(Flat::Pdf),
    ]
}

/// A page as text.
pub(crate) fn text(blocks: &[Block], flat: &Flat) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Title(text) | Block::Heading(text) | Block::Paragraph(text) => {
                out.push_str(text);
                out.push('\n');
            }
            Block::Table(sheet) => table(&mut out, sheet, flat),
        }
        if let Flat::Markdown { .. } = flat {
            out.push('\n');
        }
    }
    out
}

fn table(out: &mut String, sheet: &Sheet, flat: &Flat) {
    match flat {
        Flat::Lines { between, indent } => {
            each(out, sheet, |out, slot| out.extend([indent, slot.text.as_str(), between]));
        }
        Flat::Spaces => rows(out, sheet, " ", |slot| !slot.text.is_empty()),
        Flat::Tabs { spans: false } => rows(out, sheet, "\t", |_| true),
        Flat::Tabs { spans: true } => expanded(out, sheet, ["", "\t", ""]),
        Flat::Bars => sheet.rows.iter().for_each(|row| {
            row.iter().for_each(|slot| out.extend([slot.text.as_str(), " | "]));
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
        }),
        Flat::BarLines { row_end } => sheet.rows.iter().for_each(|row| {
            row.iter().for_each(|slot| out.extend([slot.text.as_str(), " |\n"]));
            out.push_str(row_end);
        }),
        Flat::BarBetween => each(out, sheet, |out, slot| out.extend([slot.text.as_str(), "\n|\n"])),
        Flat::Markdown { close } => markdown(out, sheet, *close),
        Flat::Pdf(style) => pdf::table(out, sheet, style),
    }
}

fn each(out: &mut String, sheet: &Sheet, print: impl Fn(&mut String, &Slot)) {
    sheet.rows.iter().flatten().for_each(|slot| print(out, slot));
}

fn rows(out: &mut String, sheet: &Sheet, between: &str, keep: impl Fn(&Slot) -> bool) {
    for row in &sheet.rows {
        let texts: Vec<&str> = row.iter().filter(|slot| keep(slot)).map(|slot| slot.text.as_str()).collect();
        out.push_str(&texts.join(between));
        out.push('\n');
    }
}

/// Rows with every column, between a left edge and a right one.
fn expanded(out: &mut String, sheet: &Sheet, [left, between, right]: [&str; 3]) {
    for row in sheet.expanded() {
        let texts: Vec<&str> = row.iter().map(|slot| slot.map_or("", |slot| slot.text.as_str())).collect();
        out.extend([left, texts.join(between).as_str(), right, "\n"]);
    }
}

fn markdown(out: &mut String, sheet: &Sheet, close: bool) {
    let mut body = String::new();
    expanded(&mut body, sheet, if close { ["|", "|", "|"] } else { ["| ", " | ", " |"] });
    let (first, rest) = body.split_once('\n').expect("a table has a row");
    let width = sheet.expanded()[0].len();
    out.extend([first, "\n|", "---|".repeat(width).as_str(), "\n", rest]);
}
