//! Files around what the fuzzer made, since a checksum or a table of sectors is not worth its time; and the
//! files of the tests, to begin with.

use gongkai::render::{self, Style};
use gongkai::{AuditResult, Language, Options, audit};
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// Reads, checks and shows a file within narrow limits, so that what takes long shows soon.
pub(crate) fn audit_within_limits(bytes: &[u8]) {
    let mut options = Options::default();
    options.limits.bytes = 1 << 20;
    options.limits.expanded = 16 << 20;
    options.limits.elements = 1 << 16;
    options.limits.cells = 1 << 14;
    options.limits.depth = 64;
    if let AuditResult::Read(audited) = audit(bytes, &options).result {
        let _ = render::audited(&audited, Language::Chinese, Style::Plain);
    }
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

/// A part of a ZIP; nothing if it has none of this name.
pub(crate) fn part(package: &[u8], name: &str) -> Vec<u8> {
    let mut content = Vec::new();
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).expect("a ZIP");
    if let Ok(mut part) = zip.by_name(name) {
        part.read_to_end(&mut content).expect("its content");
    }
    content
}

/// The parts of a ZIP with form feeds between them.
pub(crate) fn parts(package: &[u8], names: &[&str]) -> Vec<u8> {
    let parts: Vec<Vec<u8>> = names.iter().map(|name| part(package, name)).collect();
    parts.join(&b'\x0c')
}

/// The files of a folder of the repository with one of these endings.
pub(crate) fn of_folder(folder: &str, endings: &[&str]) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let entries = folder.read_dir().expect("a folder").map(|entry| entry.expect("a file").path());
    let ending = |path: &PathBuf| path.extension().and_then(|it| it.to_str()).unwrap_or_default().to_owned();
    let mut paths: Vec<PathBuf> = entries.filter(|path| endings.contains(&ending(path).as_str())).collect();
    paths.sort();
    paths.iter().map(|path| (ending(path), std::fs::read(path).expect("a file"))).collect()
}
