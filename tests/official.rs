//! A report that is written in official form is read as the same report, whatever it says.
//!
//! What the form cannot tell is a normal form here, and stands in the documentation of `render::official`.

#![cfg(all(feature = "html", feature = "render"))]

#[path = "official/made.rs"]
mod made;
#[path = "official/normal.rs"]
mod normal;
#[allow(dead_code)] // Not all of it is needed here.
mod support;

use gongkai::form::{Cell, ProactiveRow, Row, SectionKind};
use gongkai::render::official;
use gongkai::report::Entry;
use gongkai::{Options, Reading, Report, check, read, read_str};
use normal::{in_word, is_same, normalised};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::{Sample, clean, damaged, spelled};

type Outcome = Result<(), TestCaseError>;

fn reports(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        failure_persistence: None,
        rng_seed: if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(2026) },
        max_shrink_iters: 600,
        ..ProptestConfig::default()
    }
}

/// Every way of writing a report.
fn written(report: &Report) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("text", official::text(report).into_bytes()),
        ("markdown", official::markdown(report).into_bytes()),
        ("html", official::html(report).into_bytes()),
        #[cfg(feature = "docx")]
        ("docx", official::docx(report)),
    ]
}

fn differs(expected: &Report, got: &Report) -> Vec<String> {
    let mut out = Vec::new();
    for cell in Cell::all() {
        if !is_same(expected.get(cell), got.get(cell)) {
            out.push(format!("{cell}: {:?} became {:?}", expected.get(cell), got.get(cell)));
        }
    }
    macro_rules! fields {
        ($($field:ident),*) => {
            $(if expected.$field != got.$field {
                out.push(format!("{}: {:#?} became {:#?}", stringify!($field), expected.$field, got.$field));
            })*
        };
    }
    fields!(
        editions,
        agency,
        level,
        kind,
        year,
        title,
        published,
        period,
        introduction,
        overview,
        improvement,
        other_matters,
        remarks,
        extra_rows
    );
    if expected.proactive.procurement_unit != got.proactive.procurement_unit {
        out.push(format!(
            "unit: {:?} became {:?}",
            expected.proactive.procurement_unit, got.proactive.procurement_unit
        ));
    }
    out
}

/// What a check finds. Of words that could not be repeated it is not asked what they say.
fn findings(report: &Report) -> Vec<String> {
    let checked = check(report);
    let findings = checked.findings.iter().filter(|finding| finding.rule != "unreadable-cell");
    findings.map(|finding| format!("{} {:?}", finding.rule, finding.cells)).collect()
}

fn comes_back(report: &Report) -> Outcome {
    for (form, bytes) in written(report) {
        let page = if form == "docx" { String::new() } else { String::from_utf8_lossy(&bytes).into_owned() };
        let reading = read(&bytes, &Options::default())
            .map_err(|error| TestCaseError::fail(format!("{form}: {error}\n{page}")))?;
        let (expected, got) = match form {
            "docx" => (in_word(normalised(report)), in_word(reading.report.clone())),
            _ => (normalised(report), reading.report.clone()),
        };
        let differs = differs(&expected, &got);
        prop_assert!(differs.is_empty(), "{form}:\n{}\n──── page ────\n{page}", differs.join("\n"));
        prop_assert_eq!(findings(&normalised(report)), findings(&reading.report), "{}", form);
    }
    Ok(())
}

/// What was read of a page. A row that lost characters of its label may have become an extra row; in a table
/// in official words it would be known again.
fn of_page(sample: &Sample) -> Report {
    let mut report = read_str(&sample.page(), &Options::default()).expect("a report").report;
    report.extra_rows.retain(|row| !is_like_a_row(&row.label));
    // What is left of a label may have become a heading with nothing below.
    for kind in [SectionKind::Proactive, SectionKind::Applications, SectionKind::Challenges] {
        normal::place(&mut report, kind).parts.retain(|part| !part.is_silent());
    }
    report
}

fn is_like_a_row(label: &str) -> bool {
    let known = |official: &str| label.chars().filter(|c| official.contains(*c)).count();
    let rows = Row::ALL.iter().map(|row| row.label()).chain(ProactiveRow::ALL.iter().map(|row| row.label()));
    rows.into_iter().any(|official| 2 * known(official) > label.chars().count())
}

proptest! {
    #![proptest_config(reports(60))]

    #[test]
    fn what_was_read_comes_back(sample in prop_oneof![clean(), spelled(), damaged()]) {
        comes_back(&of_page(&sample))?;
    }
}

proptest! {
    #![proptest_config(reports(80))]

    #[test]
    fn what_was_made_comes_back(report in made::made()) {
        comes_back(&report)?;
    }
}

/// A block of the form of 2019 above one of 2021 that has a single head, which both forms know.
#[test]
fn a_row_is_read_by_its_own_heads() {
    let mut report = Report::default();
    report.proactive.licensing.previous_items = 3.into();
    report.proactive.fees.amount = 7.into();
    comes_back(&report).expect("the same report");
}

/// A tag would make a web page of a text.
#[test]
fn a_tag_in_a_cell_is_no_tag() {
    let mut report = Report::default();
    report.proactive.licensing.decisions = Entry::Unreadable("见<p>附件".into());
    report.proactive.penalties.decisions = 7.into();
    let reading = read_str(&official::text(&report), &Options::default()).expect("a report");
    assert_eq!(reading.report.proactive.penalties.decisions.count(), Some(7));
}

/// Of the corpus, if there is one: what was read of real pages comes back as well.
#[test]
fn what_was_read_of_real_pages_comes_back() {
    let Some(folder) = std::env::var_os("GONGKAI_CORPUS") else { return };
    let pages = std::fs::read_dir(std::path::Path::new(&folder).join("pages")).expect("pages");
    for page in pages.map(|page| page.expect("a page").path()) {
        let reading = read(&std::fs::read(&page).expect("bytes"), &Options::default());
        let Ok(Reading { report, .. }) = reading else { continue };
        // One without title and cells is nothing that is known as a report.
        if report.title.is_some() || report.cells().next().is_some() {
            comes_back(&report).unwrap_or_else(|why| panic!("{}: {why}", page.display()));
        }
    }
}
