//! Checks reports: `check [--format text|json] [--lang zh|en] [--previous FILE] [FILE…]`, standard input
//! for `-` or no file. `--previous` names the report of the year before, with which every file is compared.
//!
//! Exit status: 2 when a file could not be read or the call is wrong, else 1 when a finding is an
//! error, else 0.
#![allow(clippy::print_stderr)] // A command speaks to people on standard error.

mod support;

use gongkai::render::{self, Style};
use gongkai::{
    Audit, AuditResult, Language, Options, Reading, SCHEMA_VERSION, audit, audit_with_previous, read,
};
use std::ffi::{OsStr, OsString};
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use support::contents;

const USAGE: &str = "usage: check [--format text|json] [--lang zh|en] [--previous FILE] [FILE…]
       - or no FILE: standard input; --previous: the report of the year before, to compare with";

/// How to answer, and on which files.
struct Call {
    json: bool,
    language: Language,
    previous: Option<OsString>,
    files: Vec<OsString>,
}

fn main() -> ExitCode {
    let call = match call(std::env::args_os().skip(1)) {
        Ok(Some(call)) => call,
        Ok(None) => {
            let written = writeln!(io::stdout(), "{USAGE}");
            return ExitCode::from(if written.is_ok() { 0 } else { 2 });
        }
        Err(wrong) => {
            eprintln!("check: {wrong}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut worst = 0;
    match run(&call, &mut worst) {
        // Whoever reads the output has seen enough: nothing to complain about.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => worst.into(),
        Err(error) => {
            eprintln!("check: {error}");
            ExitCode::from(2)
        }
        Ok(()) => worst.into(),
    }
}

/// The call, or nothing when help is asked for.
fn call(mut arguments: impl Iterator<Item = OsString>) -> Result<Option<Call>, String> {
    let mut call = Call { json: false, language: Language::Chinese, previous: None, files: Vec::new() };
    while let Some(argument) = arguments.next() {
        // A name that is not UTF-8 can only be a file: old archives have names in GBK.
        let text = argument.to_str().unwrap_or_default();
        let (name, value) = text.split_once('=').map_or((text, None), |(name, value)| (name, Some(value)));
        let mut value = || value.map(OsString::from).or_else(|| arguments.next()).unwrap_or_default();
        match name {
            "--" => call.files.extend(arguments.by_ref()),
            "-h" | "--help" => return Ok(None),
            "--format" => call.json = choice(name, &value(), [("text", false), ("json", true)])?,
            "--lang" => {
                let languages = [("zh", Language::Chinese), ("en", Language::English)];
                call.language = choice(name, &value(), languages)?;
            }
            "--previous" => match value() {
                file if file.is_empty() => return Err("--previous names no file".to_owned()),
                file => call.previous = Some(file),
            },
            _ if text.starts_with('-') && text != "-" => return Err(format!("no option is named {name}")),
            _ => call.files.push(argument),
        }
    }
    if call.files.is_empty() {
        call.files.push("-".into());
    }
    Ok(Some(call))
}

fn choice<T: Copy>(option: &str, value: &OsStr, choices: [(&str, T); 2]) -> Result<T, String> {
    let found = choices.iter().find(|(name, _)| value == *name);
    found
        .map(|(_, choice)| *choice)
        .ok_or_else(|| format!("{option} is {} or {}", choices[0].0, choices[1].0))
}

/// Answers for every file; `worst` is the exit status so far, kept also when writing fails.
fn run(call: &Call, worst: &mut u8) -> io::Result<()> {
    let out = io::stdout().lock();
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let style = if out.is_terminal() && !no_color { Style::Ansi } else { Style::Plain };
    let mut out = BufWriter::new(out);
    let previous = call.previous.as_ref().map(|file| reading(file, call.language)).transpose()?;
    for (at, file) in call.files.iter().enumerate() {
        let audit = audit_file(file, previous.as_ref())?;
        *worst = audit.exit_status().max(*worst);
        if call.json {
            serde_json::to_writer(&mut out, &audit)?;
            writeln!(out)?;
        } else {
            write_text(&mut out, at, &audit, call, style)?;
        }
        out.flush()?;
    }
    Ok(())
}

fn write_text(out: &mut impl Write, at: usize, audit: &Audit, call: &Call, style: Style) -> io::Result<()> {
    match &audit.result {
        AuditResult::Read(audited) => {
            if call.files.len() > 1 {
                let gap = if at > 0 { "\n" } else { "" };
                writeln!(out, "{gap}==> {} <==", audit.file)?;
            }
            write!(out, "{}", render::audited(audited, call.language, style))
        }
        AuditResult::Failed { error } => {
            eprintln!("{}: {}", audit.file, error.message.text(call.language));
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The report of the year before: without it there is nothing to compare with, so the run ends.
fn reading(file: &OsStr, language: Language) -> io::Result<Reading> {
    let fails = |why: &str| io::Error::other(format!("{}: {why}", file.to_string_lossy()));
    let bytes = contents(file).map_err(|error| fails(&error.to_string()))?;
    read(&bytes, &Options::default()).map_err(|error| fails(error.message().text(language)))
}

/// The audit of one file; one that cannot be opened has an error in the same form as one that is
/// no report.
fn audit_file(file: &OsStr, previous: Option<&Reading>) -> io::Result<Audit> {
    let name = file.to_string_lossy().into_owned();
    match contents(file) {
        Ok(bytes) => {
            let options = Options::default();
            let mut audit = match previous {
                Some(previous) => audit_with_previous(&bytes, previous, &options),
                None => audit(&bytes, &options),
            };
            audit.file = name;
            Ok(audit)
        }
        Err(error) => {
            let message = serde_json::json!({ "zh": format!("无法打开：{error}"), "en": error.to_string() });
            let error = serde_json::json!({ "kind": "io", "message": message });
            let audit = serde_json::json!({ "schema": SCHEMA_VERSION, "file": name, "error": error });
            Ok(serde_json::from_value(audit)?)
        }
    }
}
