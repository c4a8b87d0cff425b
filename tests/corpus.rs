//! Reads the pages of a corpus and holds the result against what they print.
//!
//! The corpus is not part of the crate: `GONGKAI_CORPUS` names its directory, which holds `pages/`,
//! `truth/` and `score.py`. Without it, the test says so and passes.
#![cfg(all(feature = "html", feature = "encoding"))]
#![allow(clippy::print_stderr)] // The figures are what one wants to see.

use gongkai::{Options, audit};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, process::Command};

/// The rules whose expected findings must all be found. The score also counts later ones.
const RULES: [&str; 8] = [
    "applicants-sum",
    "outcomes-sum",
    "applications-balance",
    "challenges-sum",
    "blank-cell",
    "missing-row",
    "edition-mismatch",
    "period-mismatch",
];
/// Those whose finding must be about the same cell.
const SUMS: [&str; 4] = ["applicants-sum", "outcomes-sum", "applications-balance", "challenges-sum"];

type Audits = BTreeMap<String, Value>;

#[test]
fn corpus() {
    let Some(corpus) = env::var_os("GONGKAI_CORPUS").map(PathBuf::from) else {
        eprintln!("skipped: GONGKAI_CORPUS names no corpus");
        return;
    };
    let audits = read_pages(&corpus);
    let truths = truths(&corpus);
    let mut faults = score(&corpus, &audits);
    faults.extend(not_found(&truths, &audits));
    faults.extend(clean_page("000", &truths, &audits));
    for page in ["001", "002", "003"] {
        faults.extend(two_wrong_totals(page, &audits));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The originals of two pages as PDF: every cell is read as it is printed.
#[test]
#[cfg(feature = "pdf")]
fn originals() {
    let Some(corpus) = env::var_os("GONGKAI_CORPUS").map(PathBuf::from) else {
        eprintln!("skipped: GONGKAI_CORPUS names no corpus");
        return;
    };
    let truths = truths(&corpus);
    let mut faults = Vec::new();
    for (file, page) in [("hzq2023_working.pdf", "001"), ("szfgs2024.pdf", "007")] {
        let audit =
            audit(fs::read(corpus.join("pdf").join(file)).expect("a PDF can be read"), &Options::default());
        assert!(audit.audited().is_some_and(|audited| audited.inferred.is_empty()), "{file}");
        let audit = serde_json::to_value(audit).expect("an audit is JSON");
        let read = flat(&audit["report"]);
        let cells = truths[page]["cells"].as_object().cloned().unwrap_or_default();
        for (path, printed) in &cells {
            let is_read = read.get(path).is_some_and(|read| read == printed || same_number(read, printed));
            if !is_read {
                faults.push(format!("{file}: {path}: printed {printed}, read {:?}", read.get(path)));
            }
        }
        eprintln!("{file}: {} cells, {} read", cells.len(), read.len());
        if read.len() != cells.len() {
            faults.push(format!("{file}: {} cells read", read.len()));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The audit of every page, by the stem of its name.
fn read_pages(corpus: &Path) -> Audits {
    let options = Options::default();
    let read = |path: PathBuf| {
        let mut audit = audit(fs::read(&path).expect("a page can be read"), &options);
        audit.file = path.to_string_lossy().into_owned();
        (stem(&path), serde_json::to_value(audit).expect("an audit is JSON"))
    };
    files(&corpus.join("pages")).into_iter().map(read).collect()
}

fn truths(corpus: &Path) -> Audits {
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a truth can be read");
        (stem(&path), serde_json::from_str(&text).expect("a truth is JSON"))
    };
    files(&corpus.join("truth")).into_iter().map(read).collect()
}

fn files(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).expect("the corpus has the directory");
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// What the score of the corpus says, held against its thresholds.
fn score(corpus: &Path, audits: &Audits) -> Vec<String> {
    let results = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus.jsonl");
    let lines: Vec<_> = audits.values().map(Value::to_string).collect();
    fs::write(&results, lines.join("\n")).expect("the results can be written");
    let mut python = Command::new("python3");
    let output = python.arg("score.py").arg(&results).arg("--json").current_dir(corpus).output();
    let output = output.expect("python3 runs");
    let printed = String::from_utf8_lossy(&output.stdout);
    let (summary, figures) = printed.trim_end().rsplit_once('\n').unwrap_or_default();
    eprintln!("{summary}{}", String::from_utf8_lossy(&output.stderr));
    let figures: Value = serde_json::from_str(figures).expect("the last line of the score is JSON");
    let figure = |name: &str| figures[name].as_u64().unwrap_or_else(|| panic!("the score has no {name}"));

    let mut faults = Vec::new();
    for none in ["wrong", "inferred_wrong", "false_error", "not_read"] {
        if figure(none) != 0 {
            faults.push(format!("{none}: {}, none allowed", figure(none)));
        }
    }
    let right = figure("right") + figure("inferred_right");
    if right * 100 < figure("total") * 97 || figure("total") == 0 {
        faults.push(format!("cells: {right} of {} right, 97% asked for", figure("total")));
    }
    for meta in ["agency", "year", "period", "edition"] {
        let of = |at: usize| figures["meta"][meta][at].as_u64().unwrap_or_else(|| panic!("no {meta}"));
        if of(0) * 100 < of(1) * 95 || of(1) == 0 {
            faults.push(format!("{meta}: {} of {} right, 95% asked for", of(0), of(1)));
        }
    }
    faults
}

/// Expected findings of the rules that are named here and that nobody found.
fn not_found(truths: &Audits, audits: &Audits) -> Vec<String> {
    let mut faults = Vec::new();
    let mut found = 0;
    for (page, truth) in truths {
        let mut left = list(audits.get(page).unwrap_or(&Value::Null), "findings");
        for expected in list(truth, "expected") {
            let hit = left.iter().position(|finding| answers(finding, &expected));
            if let Some(hit) = hit {
                left.remove(hit);
            }
            let is_asked =
                RULES.iter().any(|rule| expected["rule"] == **rule) && expected["doubtful"] != true;
            match hit {
                _ if !is_asked => {}
                Some(_) => found += 1,
                None => faults.push(format!("{page}: not found: {} {}", expected["rule"], expected["cells"])),
            }
        }
    }
    eprintln!("expected findings of the rules named here: {found} found, {} not", faults.len());
    faults
}

/// Whether a finding is the expected one: the same rule and, for a sum, about the same cell.
fn answers(finding: &Value, expected: &Value) -> bool {
    let (own, asked) = (list(finding, "cells"), list(expected, "cells"));
    let about_the_same = || {
        own.first() == asked.first()
            || (expected["rule"] == "applications-balance" && own.iter().any(|cell| asked.contains(cell)))
    };
    let is_sum = SUMS.iter().any(|rule| expected["rule"] == **rule);
    finding["rule"] == expected["rule"] && (!is_sum || asked.is_empty() || about_the_same())
}

fn list(object: &Value, key: &str) -> Vec<Value> {
    object[key].as_array().cloned().unwrap_or_default()
}

/// A page without a fault: every number is read, nothing is complained of, every sum is checked.
fn clean_page(page: &str, truths: &Audits, audits: &Audits) -> Vec<String> {
    let (truth, audit) = (&truths[page], &audits[page]);
    let report = &audit["report"];
    let mut faults = Vec::new();
    let mut ask = |holds: bool, what: &str| {
        if !holds {
            faults.push(format!("{page}: {what}"));
        }
    };
    let cells = truth["cells"].as_object().cloned().unwrap_or_default();
    ask(cells.len() == 200, "the truth has not 200 cells");
    let read = flat(report);
    for (path, printed) in &cells {
        let same = read.get(path).is_some_and(|read| same_number(read, printed));
        ask(same, &format!("{path}: printed {printed}, read {:?}", read.get(path)));
    }
    ask(read.len() == cells.len(), &format!("{} cells read", read.len()));
    ask(report["agency"] == truth["agency"], &format!("agency: {}", report["agency"]));
    ask(report["year"] == truth["year"], &format!("year: {}", report["year"]));
    let period = &report["period"];
    ask([&period["start"], &period["end"]] == [&truth["period"][0], &truth["period"][1]], "period");
    for finding in list(audit, "findings") {
        ask(finding["severity"] != "error", &format!("a false alarm: {finding}"));
    }
    for rule in SUMS {
        let status = &audit["outcomes"][rule]["status"];
        ask(*status == "passed", &format!("{rule}: {status}"));
    }
    faults
}

/// The cells of a report by path, as the score flattens them.
fn flat(report: &Value) -> Map<String, Value> {
    fn walk(path: &str, node: &Value, cells: &mut Map<String, Value>) {
        match node.as_object().filter(|object| !object.contains_key("unreadable")) {
            Some(object) => {
                object.iter().for_each(|(step, node)| walk(&format!("{path}.{step}"), node, cells))
            }
            None => drop(cells.insert(path.to_owned(), node.clone())),
        }
    }
    let mut cells = Map::new();
    for table in ["proactive", "applications", "challenges"] {
        walk(table, &report[table], &mut cells);
    }
    cells
}

/// 616178.2 and "616178.20" are the same number, 0 and blank are not.
fn same_number(a: &Value, b: &Value) -> bool {
    let number = |value: &Value| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        text.parse::<rust_decimal::Decimal>().ok()
    };
    number(a).is_some() && number(a) == number(b)
}

/// Two totals of table 四 are wrong on the page, and both are found.
fn two_wrong_totals(page: &str, audits: &Audits) -> Vec<String> {
    let findings = list(&audits[page], "findings");
    let sums = findings.iter().filter(|finding| finding["rule"] == "challenges-sum");
    let cells: Vec<_> = sums.map(|finding| finding["cells"][0].clone()).collect();
    let both = cells.len() == 2 && cells[0] != cells[1];
    if both { Vec::new() } else { vec![format!("{page}: challenges-sum on {cells:?}, two totals are wrong")] }
}
