//! PDFs of several writers, each held against the report that it was printed from.
//!
//! How they were made, and what each is for, is in `tests/data/pdf/README.md`.
#![cfg(feature = "pdf")]

use gongkai::form::Cell;
use gongkai::read::ProblemKind;
use gongkai::report::{Entry, Report};
use gongkai::{Error, Options, Reading, check};
use rust_decimal::Decimal;
use serde_json::Value;
use std::path::Path;

fn bytes(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pdf").join(name);
    std::fs::read(path).expect("the fixture is there")
}

fn read(name: &str) -> Reading {
    gongkai::read(&bytes(&format!("{name}.pdf")), &Options::default()).expect("a report")
}

/// What the report says that a fixture was printed from.
fn printed(name: &str) -> Value {
    let reports: Value = serde_json::from_slice(&bytes("reports.json")).expect("JSON");
    reports[name].clone()
}

/// The cells that are not read as a report has them: all others are absent.
fn wrong(report: &Report, printed: &Value) -> Vec<String> {
    let number = |cell: Cell| {
        let value = &printed["cells"][cell.to_string()];
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        text.parse::<Decimal>().ok()
    };
    let read = |cell: Cell| report.get(cell).value().map(|number| number.decimal());
    let is_wrong = |cell: &Cell| {
        read(*cell) != number(*cell) || number(*cell).is_none() && !report.get(*cell).is_absent()
    };
    let cells = Cell::all().filter(is_wrong);
    cells.map(|cell| format!("{cell}: printed {:?}, read {:?}", number(cell), report.get(cell))).collect()
}

/// Asks for every cell, body and year of a report, and for a reading without a problem or a false alarm.
fn every_cell(name: &str, source: &str) {
    let (reading, printed) = (read(name), printed(source));
    assert_eq!(wrong(&reading.report, &printed), [""; 0], "{name}");
    assert_eq!(reading.report.agency.as_deref(), printed["agency"].as_str(), "{name}");
    assert_eq!(reading.report.year, printed["year"].as_i64().and_then(|year| year.try_into().ok()), "{name}");
    assert!(reading.report.period.is_some(), "{name}");
    assert!(reading.evidence.inferred.is_empty(), "{name}");
    assert!(reading.problems.is_empty(), "{name}: {:?}", reading.problems);
    let errors: Vec<_> = check(&reading)
        .findings
        .into_iter()
        .filter(|finding| finding.severity == gongkai::check::Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
}

#[test]
fn a_table_over_two_pages_of_a_word_processor() {
    every_cell("writer", "writer");
}

#[test]
fn a_table_over_two_pages_of_a_browser() {
    every_cell("chromium", "chromium");
}

#[test]
fn borders_of_their_own_around_every_cell() {
    every_cell("separate", "separate");
}

#[test]
fn a_spreadsheet_in_the_form_of_2019() {
    every_cell("calc", "calc");
}

#[test]
fn rectangles_for_lines_and_characters_drawn_twice_in_a_font_that_is_not_embedded() {
    every_cell("rects", "rects");
}

#[test]
fn pages_that_are_turned_and_cropped() {
    every_cell("turned", "writer");
}

#[test]
fn an_empty_password_is_none() {
    every_cell("encrypted-open", "rects");
    let locked = gongkai::read(&bytes("encrypted.pdf"), &Options::default());
    assert_eq!(locked.expect_err("it has a password"), Error::Encrypted);
}

#[test]
fn columns_without_lines_are_read_or_said_to_be_unclear() {
    let (reading, printed) = (read("bare"), printed("bare"));
    let told = Cell::all().filter(|cell| matches!(reading.report.get(*cell), Entry::Value(_))).count();
    assert!(told >= 150, "{told} cells");
    for cell in Cell::all() {
        if let Some(number) = reading.report.get(cell).value() {
            let value = &printed["cells"][cell.to_string()];
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            assert_eq!(number.to_string(), text, "{cell}");
        }
    }
}

#[test]
fn what_nobody_can_read_is_said_and_never_guessed() {
    // The text that a program has recognised in a picture is not what the page shows.
    for name in ["scan.pdf", "scan-ocr.pdf", "unmapped.pdf"] {
        let error = gongkai::read(&bytes(name), &Options::default()).expect_err("there is no text");
        assert_eq!((&error, error.kind()), (&Error::NeedsOcr, "needs-ocr"), "{name}");
    }
}

#[test]
fn what_stands_on_a_page_that_cannot_be_read_is_not_missing() {
    let reading = read("mixed");
    let pages: Vec<_> = reading
        .problems
        .iter()
        .filter(|problem| problem.kind == ProblemKind::NeedsOcr)
        .map(|problem| problem.place.and_then(|place| place.page))
        .collect();
    assert_eq!(pages, [Some(2)]);
    let findings = check(&reading).findings;
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn a_cell_knows_its_page() {
    let reading = read("writer");
    let page = |path: &str| {
        let cell: Cell = path.parse().expect("a cell");
        reading.place(cell).and_then(|place| place.page)
    };
    assert_eq!(page("proactive.rules.issued"), Some(2));
    assert_ne!(page("applications.received.total"), page("applications.carried_out.total"));
}

#[test]
fn a_file_that_grows_without_bounds_is_refused() {
    let mut options = Options::default();
    options.limits.expanded = 10_000;
    let error = gongkai::read(&bytes("writer.pdf"), &options).expect_err("its fonts alone are larger");
    assert!(matches!(error, Error::TooLarge { limit: "expanded", .. }), "{error:?}");
    options.limits.expanded = 100 << 20;
    options.limits.pages = 2;
    let error = gongkai::read(&bytes("writer.pdf"), &options).expect_err("it has three pages");
    assert!(matches!(error, Error::TooLarge { limit: "pages", .. }), "{error:?}");
}

/// A page that draws a part, which draws another ten times, and so on.
#[test]
fn parts_in_parts_are_counted_as_often_as_they_are_drawn() {
    let mut pdf = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R\
        /Resources<</XObject<</X 5 0 R>>>>>>endobj\n"
        .to_vec();
    let content = "/X Do ".repeat(10);
    let mut stream = |number: usize, dict: &str| {
        let length = content.len();
        let text = format!("{number} 0 obj<<{dict}/Length {length}>>stream\n{content}\nendstream endobj\n");
        pdf.extend(text.bytes());
    };
    stream(4, "");
    for part in 5..25 {
        let next = part + 1;
        stream(
            part,
            &format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {next} 0 R>>>>"),
        );
    }
    pdf.extend(b"trailer<</Root 1 0 R>>\n");
    let mut options = Options::default();
    options.limits.expanded = 16 << 20;
    let error = gongkai::read(&pdf, &options).expect_err("a hundred quintillion drawings");
    assert!(matches!(error, Error::TooLarge { limit: "expanded", .. }), "{error:?}");
}

#[test]
fn a_file_that_is_cut_off_or_damaged_is_an_error_or_a_report() {
    let whole = bytes("rects.pdf");
    let mut cases: Vec<Vec<u8>> = (1..40).map(|part| whole[..whole.len() * part / 40].to_vec()).collect();
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    cases.extend((0..60).map(|_| {
        let mut damaged = whole.clone();
        for _ in 0..8 {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            let at = usize::try_from(seed % whole.len() as u64).expect("small");
            damaged[at] ^= seed.to_le_bytes()[7];
        }
        damaged
    }));
    for case in cases {
        // Whatever comes of it, it is no panic.
        let _ = gongkai::read(&case, &Options::default());
    }
}
