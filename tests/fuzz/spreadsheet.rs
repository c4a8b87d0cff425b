//! Workbooks, and what is in them: the first byte says which part of which format the rest is.
#![no_main]

mod files;

use files::{package, try_reading};
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};

const WORKBOOK: &[u8] = b"<workbook><sheets><sheet name='a' id='1'/></sheets></workbook>";
const RELATIONS: &[u8] = b"<Relationships><Relationship Id='1' Type='/worksheet' Target='a.xml'/>\
    <Relationship Id='2' Type='/styles' Target='styles.xml'/>\
    <Relationship Id='3' Type='/sharedStrings' Target='strings.xml'/></Relationships>";

fuzz_target!(|bytes: &[u8]| match bytes.split_first() {
    Some((b'x', rest)) => {
        let mut parts = rest.split(|byte| *byte == b'\x0c');
        let mut part = || parts.next().unwrap_or_default();
        try_reading(&package(&[
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", RELATIONS),
            ("xl/a.xml", part()),
            ("xl/styles.xml", part()),
            ("xl/strings.xml", part()),
        ]));
    }
    Some((b'o', rest)) => {
        let kind = b"application/vnd.oasis.opendocument.spreadsheet";
        try_reading(&package(&[("mimetype", kind), ("content.xml", rest)]));
    }
    Some((b's', rest)) => try_reading(&ole(rest)),
    _ => try_reading(bytes),
});

/// An OLE file with a stream of records.
fn ole(stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("an OLE file");
    file.create_stream("/Workbook").and_then(|mut out| out.write_all(stream)).expect("a stream");
    file.into_inner().into_inner()
}
