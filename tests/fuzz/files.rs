//! Files around what the fuzzer made: a checksum or a table of sectors is not worth its time.

use gongkai::{Options, read};
use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// Reads a file within narrow limits, so that what takes long shows soon.
pub(crate) fn try_reading(bytes: &[u8]) {
    let mut options = Options::default();
    options.limits.bytes = 1 << 20;
    options.limits.cells = 1 << 14;
    options.limits.depth = 64;
    let _ = read(bytes, &options);
}

/// A ZIP of parts.
pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(*name, stored).expect("a part");
        zip.write_all(content).expect("its content");
    }
    zip.finish().expect("a ZIP").into_inner()
}
