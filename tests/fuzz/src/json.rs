//! The JSON contract: what is a report or an audit is the same when it is written and read again, and can be
//! checked and shown.

use crate::{Target, files, samples};
use gongkai::render::{self, Style};
use gongkai::{Audit, Language, Options, Report, audit, check};
use serde_json::Value;
use std::collections::BTreeSet;

pub const TARGET: Target = Target { name: "json", run, seeds, words };

pub fn run(bytes: &[u8]) {
    if let Ok(report) = serde_json::from_slice::<Report>(bytes) {
        let text = serde_json::to_vec(&report).expect("a report is JSON");
        assert_eq!(serde_json::from_slice::<Report>(&text).expect("JSON of a report"), report);
        let _ = check(&report);
        let _ = render::report(&report, Language::English, Style::Ansi);
    }
    if let Ok(audit) = serde_json::from_slice::<Audit>(bytes) {
        let text = serde_json::to_vec(&audit).expect("an audit is JSON");
        assert_eq!(serde_json::from_slice::<Audit>(&text).expect("JSON of an audit"), audit);
        if let Some(audited) = audit.audited() {
            let _ = render::audited(audited, Language::Chinese, Style::Plain);
            let _ = render::page(audited, Language::English);
        }
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let audits = files::of_folder("examples/data", &["txt", "html"]).into_iter();
    let audits = audits.map(|(_, page)| audit(page, &Options::default()));
    let audits = audits.map(|audit| serde_json::to_vec(&audit).expect("an audit is JSON"));
    samples::json().into_iter().chain(audits).collect()
}

/// Every key and every short word of the seeds.
pub(crate) fn words() -> Vec<String> {
    let mut words = BTreeSet::new();
    for seed in seeds() {
        collect(&serde_json::from_slice(&seed).expect("JSON"), &mut words);
    }
    let numbers =
        ["-1", "0", "18446744073709551616", "0.5", "1e400", "null", "true", "[", "]", "{", "}", ":", ","];
    words.into_iter().chain(numbers.map(str::to_owned)).collect()
}

fn collect(value: &Value, words: &mut BTreeSet<String>) {
    const SHORT: usize = 24;
    match value {
        Value::String(text) if text.len() <= SHORT => drop(words.insert(format!("\"{text}\""))),
        Value::Array(values) => values.iter().for_each(|value| collect(value, words)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            words.insert(format!("\"{name}\""));
            collect(value, words);
        }),
        _ => {}
    }
}
