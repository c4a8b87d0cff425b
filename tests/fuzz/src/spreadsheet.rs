//! Workbooks, and what is in them: the first byte says which part of which format the rest is.

use crate::files::{self, audit_within_limits, package, part};
use crate::{Target, samples};
use std::io::{Cursor, Write};

pub const TARGET: Target = Target { name: "spreadsheet", run, seeds, words };

const WORKBOOK: &[u8] = b"<workbook><sheets><sheet name='a' id='1'/></sheets></workbook>";
const RELATIONS: &[u8] =
    b"<Relationships><Relationship Id='1' Type='/worksheet' Target='worksheets/sheet1.xml'/>\
    <Relationship Id='2' Type='/styles' Target='styles.xml'/>\
    <Relationship Id='3' Type='/sharedStrings' Target='sharedStrings.xml'/></Relationships>";
const PARTS: [&str; 3] = ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"];

pub fn run(bytes: &[u8]) {
    match bytes.split_first() {
        Some((b'x', rest)) => {
            let contents = rest.split(|byte| *byte == b'\x0c').chain(std::iter::repeat(&b""[..]));
            let mut parts: Vec<(&str, &[u8])> = PARTS.into_iter().zip(contents).collect();
            parts.extend([("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", RELATIONS)]);
            audit_within_limits(&package(&parts));
        }
        Some((b'o', rest)) => {
            let kind = b"application/vnd.oasis.opendocument.spreadsheet";
            audit_within_limits(&package(&[("mimetype", kind), ("content.xml", rest)]));
        }
        Some((b's', rest)) => audit_within_limits(&ole(rest)),
        _ => audit_within_limits(bytes),
    }
}

/// An OLE file with a stream of records.
fn ole(stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("an OLE file");
    file.create_stream("/Workbook").and_then(|mut out| out.write_all(stream)).expect("a stream");
    file.into_inner().into_inner()
}

/// The stream of an OLE file as LibreOffice writes it: in one piece, from the first record on.
fn records(file: &[u8]) -> &[u8] {
    const BOF: [u8; 6] = [0x09, 0x08, 16, 0, 0, 6];
    let at = file.windows(BOF.len()).position(|window| window == BOF);
    &file[at.expect("a record")..]
}

fn seeds() -> Vec<Vec<u8>> {
    let files = files::of_folder("tests/data/spreadsheet", &["xlsx", "xls", "ods"]);
    let both = |(ending, file): (String, Vec<u8>)| {
        let inside = match ending.as_str() {
            "xlsx" => [&b"x"[..], &files::parts(&file, &PARTS)].concat(),
            "ods" => [&b"o"[..], &part(&file, "content.xml")].concat(),
            _ => [&b"s"[..], records(&file)].concat(),
        };
        [inside, file]
    };
    files.into_iter().flat_map(both).collect()
}

fn words() -> Vec<String> {
    const NAMES: &str = "worksheet sheetData row c v f is t r s mergeCells mergeCell ref sst si phonetic rPh \
        styleSheet numFmts numFmt numFmtId formatCode cellXfs xf hidden sharedStrings inlineStr str b e n d \
        A1 XFD1048576 A1:C9 1E5 0.1 44927 yyyy/m/d #,##0.00 table:table table:table-row table:table-cell \
        table:covered-table-cell table:number-columns-repeated table:number-rows-repeated \
        table:number-columns-spanned table:number-rows-spanned table:visibility collapse filter \
        office:value office:value-type office:date-value office:string-value office:annotation float \
        percentage currency date string text:p text:s text:c text:tab text:line-break text:span \x0c \
        1048576 16384 4294967295 -1";
    samples::labels_and(NAMES)
}
