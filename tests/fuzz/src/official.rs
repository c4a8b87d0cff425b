//! Reports in JSON, written in every form and read again: the numbers of the tables come back, whatever they
//! are, and no prose makes the reader stumble.

use crate::{Target, json, samples};
use gongkai::form::{Cell, Editions};
use gongkai::render::official;
use gongkai::{Options, Report, read};

pub const TARGET: Target = Target { name: "official", run, seeds: samples::json, words: json::words };

pub fn run(bytes: &[u8]) {
    let Ok(report) = serde_json::from_slice::<Report>(bytes) else { return };
    forms(&report).iter().for_each(|written| {
        let _ = read(written, &Options::default());
    });
    let tables = Report {
        proactive: report.proactive.clone(),
        challenges: report.challenges.clone(),
        applications: report.applications.clone(),
        editions: Editions::default(),
        ..Report::default()
    };
    if tables.cells().next().is_none() {
        return;
    }
    for written in forms(&tables) {
        let again = read(&written, &Options::default()).expect("a report").report;
        let number = |report: &Report, cell: Cell| report.get(cell).value().map(|number| number.decimal());
        for (cell, entry) in tables.cells() {
            // A count holds no more.
            let is_too_large = entry.or_zero().abs() > u64::MAX.into();
            let back = number(&again, cell);
            assert!(
                back == number(&tables, cell) || back.is_none() && is_too_large,
                "{cell}: {entry:?} {back:?}"
            );
        }
    }
}

fn forms(report: &Report) -> [Vec<u8>; 4] {
    [
        official::text(report).into_bytes(),
        official::markdown(report).into_bytes(),
        official::html(report).into_bytes(),
        official::docx(report),
    ]
}
