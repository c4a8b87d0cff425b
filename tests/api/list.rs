//! `gongkai-api JSON LISTING`: compares the public interface, as rustdoc writes it down in JSON, with the
//! listing that is checked in, or writes the listing when `GONGKAI_BLESS` is set. Asks besides that every
//! public type can be sent to another thread and shared with it.

use std::collections::BTreeSet;
use std::process::ExitCode;

/// The format of rustdoc's JSON that this version of `public-api` reads, that of Rust 1.95.
const FORMAT: u64 = 57;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(json), Some(listing)) = (arguments.next(), arguments.next()) else {
        return failed("usage: gongkai-api JSON LISTING");
    };
    let is_blessed = std::env::var_os("GONGKAI_BLESS").is_some();
    match format(&json) {
        FORMAT => {}
        other if is_blessed => return failed(&format!("format {other} of rustdoc's JSON is not read")),
        other => {
            println!("rustdoc's JSON is in format {other}, not {FORMAT}: the interface was not compared");
            return ExitCode::SUCCESS;
        }
    }
    let unshared = unshared(&json);
    if !unshared.is_empty() {
        return failed(&format!("not for every thread: {}", unshared.join(", ")));
    }
    let is: BTreeSet<String> = listed(&json).into_iter().collect();
    let text: String = is.iter().map(|line| format!("{line}\n")).collect();
    if is_blessed {
        std::fs::write(&listing, text).expect("the listing can be written");
        return ExitCode::SUCCESS;
    }
    let was = std::fs::read_to_string(&listing).expect("the listing");
    if was == text {
        return ExitCode::SUCCESS;
    }
    let was: BTreeSet<String> = was.lines().map(str::to_owned).collect();
    was.difference(&is).for_each(|line| println!("- {line}"));
    is.difference(&was).for_each(|line| println!("+ {line}"));
    failed("the public interface is not as listed: `GONGKAI_BLESS=1 tests/api/run` lists it anew")
}

fn failed(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}

/// The format of a file of rustdoc.
fn format(json: &str) -> u64 {
    let text = std::fs::read_to_string(json).expect("the JSON of rustdoc");
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    json["format_version"].as_u64().unwrap_or(0)
}

/// The items, in lines. Of derived traits only that they are there, not what they hold.
fn listed(json: &str) -> Vec<String> {
    let items = |omit_derived: bool| {
        let builder = public_api::Builder::from_rustdoc_json(json)
            .omit_blanket_impls(true)
            .omit_auto_trait_impls(true)
            .omit_auto_derived_impls(omit_derived);
        lines(builder)
    };
    let derived = items(false).into_iter().filter(|line| line.starts_with("impl"));
    items(true).into_iter().chain(derived).collect()
}

fn lines(builder: public_api::Builder) -> Vec<String> {
    let api = builder.build().expect("the public interface");
    api.items().map(ToString::to_string).collect()
}

/// The types that are not `Send` or not `Sync`.
fn unshared(json: &str) -> Vec<String> {
    let all = lines(public_api::Builder::from_rustdoc_json(json).omit_blanket_impls(true));
    let is =
        |line: &&String| ["Send", "Sync"].iter().any(|of| line.contains(&format!("!core::marker::{of} for")));
    all.iter().filter(is).cloned().collect()
}
