//! What the commands share.

use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// What a call asks for, or with which status to end: help was asked for, or the call is wrong.
pub(crate) fn understood<C>(name: &str, usage: &str, call: Result<Option<C>, String>) -> Result<C, ExitCode> {
    match call {
        Ok(Some(call)) => Ok(call),
        Ok(None) => {
            let written = writeln!(io::stdout(), "{usage}");
            Err(ExitCode::from(if written.is_ok() { 0 } else { 2 }))
        }
        Err(wrong) => {
            eprintln!("{name}: {wrong}\n{usage}");
            Err(ExitCode::from(2))
        }
    }
}

/// Does something with every file; the worst status, which is 2 for a file that fails.
#[allow(dead_code)] // Not every command goes on after a failure.
pub(crate) fn each<E: std::fmt::Display>(
    files: &[OsString],
    mut run: impl FnMut(usize, &OsStr) -> Result<u8, E>,
) -> ExitCode {
    let mut worst = 0;
    for (at, file) in files.iter().enumerate() {
        let status = run(at, file).unwrap_or_else(|error| {
            eprintln!("{}: {error}", file.to_string_lossy());
            2
        });
        worst = worst.max(status);
    }
    worst.into()
}

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
