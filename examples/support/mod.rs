//! What the commands share.

use std::ffi::{OsStr, OsString};
use std::io::{self, Read};
use std::path::Path;

/// What a file holds; `-` is standard input.
pub(crate) fn contents(file: &OsStr) -> io::Result<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The name of what is made of a file among others: files of different folders may have the same name.
#[allow(dead_code)] // Not every command makes files.
pub(crate) fn name(at: usize, file: &OsStr, ending: &str) -> OsString {
    let stem = Path::new(file).file_stem().unwrap_or_default();
    let mut name = OsString::from(format!("{:03}-", at + 1));
    name.push(stem);
    name.push(".");
    name.push(ending);
    name
}
