//! Workbooks that were written by programs: how each was made is told in tests/data/spreadsheet/README.md.
#![cfg(all(feature = "spreadsheet", feature = "html"))]

#[path = "office/damage.rs"]
mod damage;
#[path = "office/report.rs"]
mod office;

use gongkai::form::{Applicant, Cell, Edition, Row};
use gongkai::{Options, read};
use office::{EDITIONS, file};

#[test]
fn every_cell_is_read() {
    for (edition, year) in EDITIONS {
        for name in ["calc", "by-section"] {
            for kind in ["xlsx", "xls", "ods"] {
                let name = format!("spreadsheet/{name}-{year}.{kind}");
                let reading = read(&file(&name), &Options::default()).expect("a report");
                office::is_read(&office::report(edition), &reading, &name);
            }
        }
        let name = format!("spreadsheet/one-sheet-{year}.xlsx");
        let reading = read(&file(&name), &Options::default()).expect("a report");
        office::is_read(&office::report(edition), &reading, &name);
    }
}

#[test]
fn prose_is_read_as_on_the_page() {
    for (_, year) in EDITIONS {
        let page = read(&file(&format!("office/report-{year}.html")), &Options::default()).expect("a report");
        let names = ["calc", "by-section"]
            .map(|name| ["xlsx", "xls", "ods"].map(|kind| format!("{name}-{year}.{kind}")));
        for name in names.into_iter().flatten().chain([format!("one-sheet-{year}.xlsx")]) {
            let reading = read(&file(&format!("spreadsheet/{name}")), &Options::default()).expect("a report");
            assert_eq!(reading.report, page.report, "{name}");
        }
    }
}

#[test]
fn places_are_sheets_and_rows() {
    for kind in ["xlsx", "xls", "ods"] {
        let name = format!("spreadsheet/by-section-2023.{kind}");
        let reading = read(&file(&name), &Options::default()).expect("a report");
        let received = Cell::Applications(Row::Received, Applicant::NaturalPerson);
        let place = reading.place(received).expect("a place");
        assert_eq!((place.page, place.line), (Some(4), Some(7)), "{name}");
        assert_eq!(reading.printed(received), Some("41"), "{name}");
    }
}

#[test]
fn damaged_files_are_refused_or_read_right() {
    for kind in ["xlsx", "xls", "ods"] {
        damage::try_all(
            &file(&format!("spreadsheet/by-section-2023.{kind}")),
            &office::report(Edition::E2021),
        );
    }
}
