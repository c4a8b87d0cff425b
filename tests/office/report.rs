//! The reports that the fixtures of Word files and workbooks were made from: every cell says a number of
//! its own, so that none can be taken for another.

use gongkai::form::{Cell, Edition};
use gongkai::report::{Entry, Number};
use gongkai::{Reading, Report};

const AGENCY: &str = "望津市统计局";

/// The editions, with the year that the files of each bear in their names.
pub(crate) const EDITIONS: [(Edition, &str); 2] = [(Edition::E2019, "2020"), (Edition::E2021, "2023")];

/// A file of tests/data.
pub(crate) fn file(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The report of an edition: of 2020 on the old form, of 2023 on the new one.
pub(crate) fn report(edition: Edition) -> Report {
    let mut report = Report::filled(edition, 0);
    report.agency = Some(AGENCY.to_owned());
    report.year = Some(if edition == Edition::E2019 { 2020 } else { 2023 });
    for (number, cell) in (11_u64..).step_by(3).zip(Cell::of(edition)) {
        let entry = if cell.is_amount() {
            Entry::Value(Number::Amount("616178.201".parse().expect("an amount")))
        } else if cell.is_change() {
            Number::Change(-(number as i64)).into()
        } else {
            number.into()
        };
        report.set(cell, entry).expect("a cell of the form");
    }
    report
}

/// Every cell of a report was read, and nothing else.
pub(crate) fn is_read(report: &Report, reading: &Reading, file: &str) {
    let all = Cell::all().map(|cell| (cell, report.get(cell), reading.report.get(cell)));
    let wrong: Vec<_> = all.filter(|(_, expected, got)| expected != got).collect();
    assert!(wrong.is_empty(), "{file}: {} cells, first {:?}", wrong.len(), &wrong[..wrong.len().min(5)]);
    assert_eq!(reading.report.editions, report.editions, "{file}");
    assert_eq!(reading.report.agency, report.agency, "{file}");
    assert_eq!(reading.report.year, report.year, "{file}");
    assert!(reading.problems.is_empty(), "{file}: {:?}", reading.problems);
}
