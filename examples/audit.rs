//! Writes audit pages: `audit FILE… [-o OUT] [--lang zh|en] [--previous FILE]`.
//!
//! A file is a report, or an audit as `check --format json` prints it. One file gives one page, to `OUT`
//! or standard output; several give one page each into the folder `OUT`. `--previous` names the report
//! of the year before, with which every report is compared. Exit status as that of `check`: 2 when a
//! file could not be read or written or the call is wrong, else 1 when a finding is an error, else 0.
#![allow(clippy::print_stderr)] // A command speaks to people on standard error.

mod support;

use gongkai::{Audit, AuditResult, Language, Options, Reading, audit, audit_with_previous, read, render};
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use support::{contents, name};

const USAGE: &str = "usage: audit FILE… [-o OUT] [--lang zh|en] [--previous FILE]
       OUT: a file, or a folder for several; - is standard input; --previous: the report of the year before";

/// What to read, and where to write.
struct Call {
    language: Language,
    files: Vec<OsString>,
    out: Option<PathBuf>,
    previous: Option<Reading>,
}

fn main() -> ExitCode {
    let call = match call(std::env::args_os().skip(1)) {
        Ok(Some(call)) => call,
        Ok(None) => {
            let written = writeln!(io::stdout(), "{USAGE}");
            return ExitCode::from(if written.is_ok() { 0 } else { 2 });
        }
        Err(wrong) => {
            eprintln!("audit: {wrong}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut worst = 0;
    for (at, file) in call.files.iter().enumerate() {
        let status = run(&call, at, file).unwrap_or_else(|error| {
            eprintln!("{}: {error}", file.to_string_lossy());
            2
        });
        worst = worst.max(status);
    }
    worst.into()
}

/// The call, or nothing when help is asked for.
fn call(mut arguments: impl Iterator<Item = OsString>) -> Result<Option<Call>, String> {
    let mut call = Call { language: Language::Chinese, files: Vec::new(), out: None, previous: None };
    while let Some(argument) = arguments.next() {
        match argument.to_str().unwrap_or_default() {
            "--" => call.files.extend(arguments.by_ref()),
            "-h" | "--help" => return Ok(None),
            "-o" => call.out = Some(arguments.next().ok_or("-o needs a name")?.into()),
            "--previous" => {
                let file = arguments.next().ok_or("--previous names no file")?;
                let bytes = contents(&file).map_err(|error| error.to_string())?;
                call.previous = Some(read(&bytes, &Options::default()).map_err(|error| error.to_string())?);
            }
            "--lang" => {
                call.language = match arguments.next().as_deref().and_then(OsStr::to_str) {
                    Some("zh") => Language::Chinese,
                    Some("en") => Language::English,
                    _ => return Err("--lang is zh or en".to_owned()),
                }
            }
            name if name.starts_with('-') && name != "-" => return Err(format!("no option is named {name}")),
            _ => call.files.push(argument),
        }
    }
    match (call.files.len(), &call.out) {
        (0, _) => Err("no file is named".to_owned()),
        (2.., None) => Err("several files need a folder: -o".to_owned()),
        _ => Ok(Some(call)),
    }
}

/// Reads a file and writes its page; gives the exit status that it deserves.
fn run(call: &Call, at: usize, file: &OsStr) -> io::Result<u8> {
    let bytes = contents(file)?;
    let options = Options::default();
    let audit: Audit = match (bytes.first(), &call.previous) {
        (Some(b'{'), _) => serde_json::from_slice(&bytes)?,
        (_, Some(previous)) => audit_with_previous(&bytes, previous, &options),
        (_, None) => audit(&bytes, &options),
    };
    match &audit.result {
        AuditResult::Read(audited) => {
            let page = render::page(audited, call.language);
            match &call.out {
                None => io::stdout().lock().write_all(page.as_bytes())?,
                Some(out) if call.files.len() == 1 => std::fs::write(out, page)?,
                Some(folder) => {
                    std::fs::create_dir_all(folder)?;
                    std::fs::write(folder.join(name(at, file, "html")), page)?;
                }
            }
        }
        AuditResult::Failed { error } => {
            return Err(io::Error::other(error.message.text(call.language)));
        }
        _ => {}
    }
    Ok(audit.exit_status())
}
