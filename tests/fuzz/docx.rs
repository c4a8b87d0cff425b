//! Word files, and the parts of one: what is no ZIP is cut at form feeds into body, styles, numbering and
//! notes.
#![no_main]

mod files;

use libfuzzer_sys::fuzz_target;

const RELATIONS: &[u8] = b"<Relationships><Relationship Id='s' Type='/styles' Target='styles.xml'/>\
    <Relationship Id='n' Type='/numbering' Target='numbering.xml'/>\
    <Relationship Id='f' Type='/footnotes' Target='footnotes.xml'/></Relationships>";

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return files::try_reading(bytes);
    }
    let mut parts = bytes.split(|byte| *byte == b'\x0c');
    let mut part = || parts.next().unwrap_or_default();
    files::try_reading(&files::package(&[
        ("word/document.xml", part()),
        ("word/styles.xml", part()),
        ("word/numbering.xml", part()),
        ("word/footnotes.xml", part()),
        ("word/_rels/document.xml.rels", RELATIONS),
    ]));
});
