//! As a Word file: a package of the few parts that a document needs, with the faces and measures of official
//! documents on A4.

mod body;
mod table;
mod xml;

use super::outline::Outline;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

/// Which part is of which kind.
const TYPES: &str = include_str!("parts/content-types.xml");
/// Where the document stands in the package.
const PACKAGE: &str = include_str!("parts/package.rels");
/// Where the styles stand beside the document.
const RELATED: &str = include_str!("parts/document.rels");
/// How titles, headings, text and tables look.
const STYLES: &str = include_str!("parts/styles.xml");

pub(super) fn write(outline: &Outline<'_>) -> Vec<u8> {
    package(&body::document(outline)).expect("what is written to memory is written")
}

fn package(document: &str) -> ZipResult<Vec<u8>> {
    // With the same day in every package, the same report gives the same bytes.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    let options = options.large_file(u32::try_from(document.len()).is_err());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", PACKAGE),
        ("word/_rels/document.xml.rels", RELATED),
        ("word/styles.xml", STYLES),
        ("word/document.xml", document),
    ];
    for (name, part) in parts {
        zip.start_file(name, options)?;
        zip.write_all(part.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
