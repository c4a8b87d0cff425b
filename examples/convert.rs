//! Converts reports into official form: `convert FILE… [-o OUT] [--to text|markdown|html|docx|json]
//! [--lang zh|en]`.
//!
//! A file is a report in any container that is read, the JSON of a report, or an audit as `check --format
//! json` prints it; `-` is standard input. One file is written to `OUT`, whose ending tells the form, or to
//! standard output; several are written into the folder `OUT`. What reading was not sure of is told on
//! standard error, and so is what the form cannot tell: every conversion is read again and compared.
//!
//! Exit status: 2 when a file could not be read or written or the call is wrong, else 1 when what was written
//! does not say all that was read, else 0.
#![allow(clippy::print_stderr)] // A command speaks to people on standard error.

mod support;

use gongkai::form::Cell;
use gongkai::render::official;
use gongkai::{Audit, AuditResult, Language, Options, Report, read};
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use support::{contents, name};

const USAGE: &str = "usage: convert FILE… [-o OUT] [--to text|markdown|html|docx|json] [--lang zh|en]
       OUT: a file whose ending tells the form, or a folder for several; - is standard input";

/// A form in which a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Markdown,
    Html,
    Docx,
    Json,
}

impl Form {
    /// The forms by their names, each with the endings of its files, the usual one first.
    const ALL: [(&'static str, Self, &'static [&'static str]); 5] = [
        ("text", Self::Text, &["txt", "text"]),
        ("markdown", Self::Markdown, &["md", "markdown"]),
        ("html", Self::Html, &["html", "htm"]),
        ("docx", Self::Docx, &["docx"]),
        ("json", Self::Json, &["json"]),
    ];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(form, ..)| *form == name).map(|(_, form, _)| *form)
    }

    fn of_file(file: &std::path::Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.iter().find(|(_, _, endings)| endings.contains(&ending.as_str())).map(|(_, form, _)| *form)
    }

    fn ending(self) -> &'static str {
        Self::ALL.iter().find(|(_, form, _)| *form == self).map_or("txt", |(_, _, endings)| endings[0])
    }

    fn write(self, report: &Report) -> io::Result<Vec<u8>> {
        match self {
            Self::Text => Ok(official::text(report).into_bytes()),
            Self::Markdown => Ok(official::markdown(report).into_bytes()),
            Self::Html => Ok(official::html(report).into_bytes()),
            #[cfg(feature = "docx")]
            Self::Docx => Ok(official::docx(report)),
            #[cfg(not(feature = "docx"))]
            Self::Docx => Err(io::Error::other("docx needs the cargo feature `docx`")),
            Self::Json => Ok([serde_json::to_vec_pretty(report)?, b"\n".to_vec()].concat()),
        }
    }
}

/// What to read, and where and how to write.
struct Call {
    language: Language,
    files: Vec<OsString>,
    out: Option<PathBuf>,
    form: Form,
}

fn main() -> ExitCode {
    let call = match call(std::env::args_os().skip(1)) {
        Ok(Some(call)) => call,
        Ok(None) => {
            let written = writeln!(io::stdout(), "{USAGE}");
            return ExitCode::from(if written.is_ok() { 0 } else { 2 });
        }
        Err(wrong) => {
            eprintln!("convert: {wrong}\n{USAGE}");
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
    let (mut language, mut files, mut out, mut form) = (Language::Chinese, Vec::new(), None, None);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().unwrap_or_default();
        match argument.to_str().unwrap_or_default() {
            "--" => files.extend(arguments.by_ref()),
            "-h" | "--help" => return Ok(None),
            "-o" => match value() {
                name if name.is_empty() => return Err("-o needs a name".to_owned()),
                name => out = Some(PathBuf::from(name)),
            },
            "--to" => {
                let named = value().to_str().and_then(Form::named);
                form = Some(named.ok_or("--to is text, markdown, html, docx or json")?);
            }
            "--lang" => {
                language = match value().to_str() {
                    Some("zh") => Language::Chinese,
                    Some("en") => Language::English,
                    _ => return Err("--lang is zh or en".to_owned()),
                }
            }
            name if name.starts_with('-') && name != "-" => return Err(format!("no option is named {name}")),
            _ => files.push(argument),
        }
    }
    let of_out = out.as_deref().filter(|_| files.len() == 1).map(Form::of_file);
    let form = match (form, of_out) {
        (Some(form), _) | (None, Some(Some(form))) => form,
        (None, Some(None)) => return Err("the ending of OUT tells no form: --to".to_owned()),
        (None, None) => Form::Text,
    };
    match (files.len(), &out) {
        (0, _) => Err("no file is named".to_owned()),
        (2.., None) => Err("several files need a folder: -o".to_owned()),
        _ => Ok(Some(Call { language, files, out, form })),
    }
}

/// Converts a file; gives the exit status that it deserves.
fn run(call: &Call, at: usize, file: &OsStr) -> io::Result<u8> {
    let report = report(call, file)?;
    let bytes = call.form.write(&report)?;
    match &call.out {
        None => io::stdout().lock().write_all(&bytes)?,
        Some(out) if call.files.len() == 1 => std::fs::write(out, &bytes)?,
        Some(folder) => {
            std::fs::create_dir_all(folder)?;
            std::fs::write(folder.join(name(at, file, call.form.ending())), &bytes)?;
        }
    }
    let lost = if call.form == Form::Json { None } else { lost(&report, &bytes) };
    if let Some(lost) = &lost {
        let (zh, en) = ("写出后再读，与原报告不同：", "read again, it differs from the report: ");
        tell(call, file, &format!("{}{lost}", pick(call.language, zh, en)));
    }
    Ok(lost.is_some().into())
}

/// The report of a file; what reading it was not sure of is told.
fn report(call: &Call, file: &OsStr) -> io::Result<Report> {
    let bytes = contents(file)?;
    if bytes.first() == Some(&b'{') {
        let is_audit = serde_json::from_slice::<serde_json::Value>(&bytes)?.get("schema").is_some();
        if !is_audit {
            return Ok(serde_json::from_slice(&bytes)?);
        }
        let audit: Audit = serde_json::from_slice(&bytes)?;
        return match audit.result {
            AuditResult::Read(audited) => Ok(audited.report),
            AuditResult::Failed { error } => {
                Err(io::Error::other(error.message.text(call.language).to_owned()))
            }
            _ => Err(io::Error::other("an audit of another kind")),
        };
    }
    let fails = |error: gongkai::Error| io::Error::other(error.message().text(call.language).to_owned());
    let reading = read(&bytes, &Options::default()).map_err(fails)?;
    for problem in &reading.problems {
        tell(call, file, &format!("{}: {}", problem.kind.name(), problem.message.text(call.language)));
    }
    Ok(reading.report)
}

/// What of a report the conversion does not say, if anything.
fn lost(report: &Report, written: &[u8]) -> Option<String> {
    const MOST: usize = 8;
    let again = match read(written, &Options::default()) {
        Ok(again) => again.report,
        Err(error) => return Some(error.to_string()),
    };
    if again == *report {
        return None;
    }
    let cells: Vec<_> = Cell::all().filter(|&cell| report.get(cell) != again.get(cell)).collect();
    let named: Vec<_> = cells.iter().take(MOST).map(Cell::to_string).collect();
    let more = if cells.len() > MOST { format!(" … ({})", cells.len()) } else { String::new() };
    Some(if cells.is_empty() { "prose".to_owned() } else { format!("{}{more}", named.join(", ")) })
}

fn tell(call: &Call, file: &OsStr, what: &str) {
    let of = if call.files.len() > 1 { format!("{}: ", file.to_string_lossy()) } else { String::new() };
    eprintln!("{of}{what}");
}

fn pick<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}
