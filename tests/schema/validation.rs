//! Audits are valid by the JSON Schema of the contract, which is strict about what they may say.

use gongkai::check::check;
use gongkai::form::{Cell, Edition, Editions, Row, Table};
use gongkai::report::{Entry, ExtraRow, Number, Period, Report, Unit};
use gongkai::{Audit, Error, Options, Reading, SCHEMA, audit};
use serde_json::{Value, json};

fn checked_in() -> Value {
    serde_json::from_str(SCHEMA).unwrap_or_default()
}

fn errors(value: &Value) -> Vec<String> {
    let validator = jsonschema::draft202012::new(&checked_in()).expect("the schema is a schema");
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn audited(report: Report) -> Value {
    let mut reading = Reading::default();
    reading.report = report;
    reading.evidence.inferred.extend(Cell::row(Row::Received));
    let checked = check(&reading);
    serde_json::to_value(Audit::new("report.html", Ok((reading, checked)))).expect("an audit is JSON")
}

/// A report that prints every cell of an edition, in every way in which a cell can be printed.
fn report(edition: Edition) -> Report {
    let mut report = Report::default();
    let entries = [
        Entry::Value(Number::Count(u64::MAX)),
        Entry::Value(Number::Change(-8)),
        Entry::Value(Number::Amount("616178.201".parse().expect("a decimal"))),
        Entry::Blank,
        Entry::Mark,
        Entry::Unreadable("1O".into()),
    ];
    for (cell, entry) in Cell::of(edition).zip(entries.iter().cycle()) {
        report.set(cell, entry.clone()).expect("a cell of the form");
    }
    let edition = Some(edition);
    report.editions = Editions { proactive: edition, applications: edition, challenges: edition };
    report
}

#[test]
fn audits_are_valid() {
    for edition in [Edition::E2019, Edition::E2021] {
        let mut report = report(edition);
        report.period = Period::of_year(edition.year());
        report.year = Some(edition.year());
        report.agency = Some("望津市农业农村局".to_owned());
        report.published = report.period.map(|period| period.end);
        report.proactive.procurement_unit = (edition == Edition::E2019).then_some(Unit::Yuan);
        report.overview.paragraphs.push("全年主动公开信息。".to_owned());
        let (label, values) = ("属于工作秘密".to_owned(), vec!["0".to_owned()]);
        report.extra_rows.push(ExtraRow { table: Table::Applications, label, values });
        assert_eq!(errors(&audited(report)), [""; 0]);
    }
    assert_eq!(errors(&audited(Report::default())), [""; 0]);
    let mut faulty = Report::default();
    for cell in Cell::of(Edition::E2021) {
        faulty.set(cell, 1).expect("a cell of the form");
    }
    let faulty = audited(faulty);
    assert!(faulty["findings"].as_array().is_some_and(|findings| !findings.is_empty()));
    assert_eq!(errors(&faulty), [""; 0]);
}

#[test]
fn errors_are_valid() {
    for error in [Error::Empty, Error::NotAReport, Error::NotText("binary".to_owned())] {
        let failed = serde_json::to_value(Audit::new("a.html", Err(error))).expect("an audit is JSON");
        assert_eq!(errors(&failed), [""; 0]);
    }
    let failed = serde_json::to_value(audit(b"no report", &Options::default())).expect("an audit is JSON");
    assert_eq!(errors(&failed), [""; 0]);
}

/// Everything that the contract rules out is ruled out by the schema.
#[test]
fn it_is_strict() {
    let good = audited(report(Edition::E2021));
    assert_eq!(errors(&good), [""; 0]);
    let received = "/report/applications/received";
    let other = "/report/applications/outcomes/other";
    let wrong = [
        (received, "natural_person", json!(1.5)),
        (received, "natural_person", json!("1e3")),
        (received, "natural_person", json!(true)),
        (received, "natural_person", json!({ "unreadable": 1 })),
        (received, "nobody", json!(1)),
        (other, "natural_person", json!(1)),
        (other, "other", json!(1)),
        ("/report", "edition", json!("2020")),
        ("/report", "year", json!("2021")),
        ("/report/proactive", "everything", json!({})),
        ("", "findings", json!([{ "rule": "no-such-rule" }])),
        ("", "inferred", json!(["applications.received"])),
        ("", "error", json!({ "kind": "empty", "message": { "zh": "", "en": "" } })),
        ("/outcomes", "applicants-sum", json!({ "status": "passed" })),
    ];
    for (at, key, value) in wrong {
        let mut bad = good.clone();
        bad.pointer_mut(at).expect("an object")[key] = value.clone();
        assert!(!errors(&bad).is_empty(), "{at}/{key} = {value} passes");
    }
}
