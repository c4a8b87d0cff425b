//! Word files that were written by programs: how each was made is told in tests/data/docx/README.md.
#![cfg(all(feature = "docx", feature = "html"))]

#[path = "office/damage.rs"]
mod damage;
#[path = "office/report.rs"]
mod office;

use gongkai::form::Edition;
use gongkai::{Options, Reading, read};
use office::{EDITIONS, file};

fn reading(name: &str) -> Reading {
    read(&file(name), &Options::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn every_cell_is_read() {
    for (edition, year) in EDITIONS {
        for name in [
            format!("office/report-{year}.html"),
            format!("docx/writer-{year}.docx"),
            format!("docx/edited-{year}.docx"),
        ] {
            office::is_read(&office::report(edition), &reading(&name), &name);
        }
    }
}

#[test]
fn prose_is_read_as_on_the_page() {
    for (_, year) in EDITIONS {
        let page = reading(&format!("office/report-{year}.html")).report;
        for name in ["writer", "edited"] {
            let word = reading(&format!("docx/{name}-{year}.docx")).report;
            assert_eq!(word, page, "{name}");
        }
    }
}

#[test]
fn damaged_files_are_refused_or_read_right() {
    damage::try_all(&file("docx/edited-2023.docx"), &office::report(Edition::E2021));
}
