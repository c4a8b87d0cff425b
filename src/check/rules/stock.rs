//! `stock`: the figures of one row of table 二 can stand beside each other.
//!
//! What is in force at the end of the year holds at least what was issued and not repealed in it. In the
//! edition 2019 what is public holds at least what was made public in the year, no more items are struck
//! off than there were, and a body publishes the 规章 that it made; the last is a note, for it may publish
//! in January what it made in December. One finding a row; cells whose place came from the sums, blanks
//! and what is unreadable are left out.

use super::wording;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Cell, Edition, ProactiveColumn as Column, ProactiveRow};
use crate::report::{Entry, Number};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "stock",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号 表二第二十条第（一）（五）（六）（八）项：存量与本年增减",
    zh: "表二各行的存量容得下本年的增减",
    en: "in every row of table 二 the stock has room for what was added and taken away in the year",
    why_zh: "本年制发而未废止的文件在年末应当现行有效；现行有效件数反而更少，必有一栏填错。",
    why_en: "What was issued in the year and not repealed is in force at its end; if fewer are, some cell is wrong.",
    fails: "proactive.normative_documents: 5 1 3",
    passes: "proactive.normative_documents: 5 1 4",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

/// What must hold between cells of a row.
struct Fact {
    rows: &'static [ProactiveRow],
    /// The cell that should be larger, then the others.
    columns: &'static [Column],
    /// Whether it holds of what they say, in their order.
    holds: fn(&[i128]) -> bool,
    /// By how much the first cell falls short, for rows where that can be said.
    least: Option<fn(&[i128]) -> i128>,
    severity: Severity,
    zh: &'static str,
    en: &'static str,
}

const FILES: &[ProactiveRow] = &[ProactiveRow::Rules, ProactiveRow::NormativeDocuments];
const ITEMS: &[ProactiveRow] = &[
    ProactiveRow::Licensing,
    ProactiveRow::OtherServices,
    ProactiveRow::Penalties,
    ProactiveRow::Coercion,
    ProactiveRow::Fees,
];

const FACTS: [Fact; 4] = [
    Fact {
        rows: FILES,
        columns: &[Column::InForce, Column::Issued, Column::Repealed],
        holds: |of| of[1] - of[2] <= of[0],
        least: Some(|of| of[1] - of[2]),
        severity: Severity::Warning,
        zh: "现行有效件数少于本年制发减去本年废止",
        en: "fewer are in force than were issued and not repealed in the year",
    },
    Fact {
        rows: FILES,
        columns: &[Column::Total, Column::Published],
        holds: |of| of[1] <= of[0],
        least: Some(|of| of[1]),
        severity: Severity::Warning,
        zh: "对外公开总数量少于本年新公开数量",
        en: "fewer are public in all than were made public in the year",
    },
    Fact {
        rows: ITEMS,
        columns: &[Column::Change, Column::PreviousItems],
        holds: |of| of[0] + of[1] >= 0,
        least: Some(|of| -of[1]),
        severity: Severity::Warning,
        zh: "本年减少的项目多于上一年的项目",
        en: "more items were struck off than there were in the year before",
    },
    Fact {
        rows: &[ProactiveRow::Rules],
        columns: &[Column::Made, Column::Published],
        holds: |of| of[0] > 0 || of[1] <= 0,
        least: None,
        severity: Severity::Note,
        zh: "本年没有新制作规章，却有新公开的规章",
        en: "no 规章 was made in the year, yet some were made public",
    },
];

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let before = findings.len();
    let (mut holding, mut unread) = (0, false);
    for fact in &FACTS {
        for &row in fact.rows {
            let mut said = [0; 3];
            match said_of(case, row, fact.columns, &mut said) {
                Some(of) if (fact.holds)(of) => holding += 1,
                Some(of) => {
                    let has_one = |cell: &Cell| matches!(cell, Cell::Proactive(of, _) if *of == row);
                    if !findings[before..].iter().any(|finding| finding.cells.iter().any(has_one)) {
                        findings.push(finding(case, row, fact, of));
                    }
                }
                None => {
                    unread =
                        unread || fact.columns.iter().any(|&at| !case.report.proactive[row][at].is_absent())
                }
            }
        }
    }
    match (holding, unread) {
        (0, true) => ReasonCode::Blank.skip(),
        (0, false) => ReasonCode::NotPrinted.skip(),
        (equations, _) => Outcome::Passed { equations },
    }
}

/// What the cells of a row say, if all of them say whole numbers; only the first must be printed as one.
fn said_of<'a>(
    case: &Case<'_>,
    row: ProactiveRow,
    columns: &[Column],
    said: &'a mut [i128; 3],
) -> Option<&'a [i128]> {
    for (at, (&column, said)) in columns.iter().zip(said.iter_mut()).enumerate() {
        *said = match case.report.proactive[row][column] {
            Entry::Value(Number::Count(count)) => count.into(),
            Entry::Value(Number::Change(change)) => change.into(),
            Entry::Mark if at > 0 => 0,
            _ => return None,
        };
        if case.is_inferred(Cell::Proactive(row, column)) {
            return None;
        }
    }
    said.get(..columns.len())
}

fn finding(case: &Case<'_>, row: ProactiveRow, fact: &Fact, of: &[i128]) -> Finding {
    let cells: Vec<_> = fact.columns.iter().map(|&column| Cell::Proactive(row, column)).collect();
    let list = |name: &dyn Fn(Cell) -> String, comma| {
        let each = cells.iter().zip(of).map(|(&cell, said)| format!("{}{said}", name(cell)));
        each.collect::<Vec<_>>().join(comma)
    };
    let row_cell = Cell::Proactive(row, fact.columns[0]);
    let zh = format!(
        "表二「{}」行：{}，{}",
        wording::row_zh(case.report, row_cell),
        list(&|cell| wording::column_zh(case.report, cell).to_owned(), "、"),
        fact.zh
    );
    let en = format!(
        "Table 2, row “{}”: {}: {}",
        wording::row_en(row_cell),
        list(&|cell| format!("{} ", wording::column_en(cell)), ", "),
        fact.en
    );
    Finding {
        severity: fact.severity,
        expected: fact.least.map(|least| format!("≥{}", least(of))),
        actual: of.first().map(ToString::to_string),
        ..Finding::new(&INFO, cells, zh, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};
    use crate::check::{check, sketch};

    fn first(lines: &str) -> (String, Severity) {
        let findings = found(lines);
        assert_eq!(findings.len(), 1, "{findings:?}");
        let cells: Vec<_> = findings[0].cells.iter().map(ToString::to_string).collect();
        (cells.join(" "), findings[0].severity)
    }

    #[test]
    fn fewer_in_force_than_issued_is_told_with_all_three() {
        let (cells, _) = first("proactive.rules: 2 0 0");
        assert_eq!(cells, "proactive.rules.in_force proactive.rules.issued proactive.rules.repealed");
        let finding = &found(INFO.fails)[0];
        assert_eq!((finding.expected.as_deref(), finding.actual.as_deref()), (Some("≥4"), Some("3")));
        assert_eq!(
            finding.message.zh,
            "表二「行政规范性文件」行：现行有效件数3、本年制发件数5、本年废止件数1，\
             现行有效件数少于本年制发减去本年废止"
        );
    }

    #[test]
    fn the_form_of_2019_has_facts_of_its_own() {
        let (cells, severity) = first("form: 2019\nproactive.normative_documents: 3 9 8");
        assert_eq!(
            (cells.as_str(), severity),
            (
                "proactive.normative_documents.total proactive.normative_documents.published",
                Severity::Warning
            )
        );
        let (cells, _) = first("form: 2019\nproactive.licensing: 3 -4 0");
        assert_eq!(cells, "proactive.licensing.change proactive.licensing.previous_items");
        let (_, severity) = first("form: 2019\nproactive.rules: 0 1 1");
        assert_eq!(severity, Severity::Note);
        assert_eq!(found("form: 2019\nproactive.rules: 2 3 9"), []);
        assert_eq!(found("form: 2019\nproactive.normative_documents: 0 1 1"), []);
    }

    #[test]
    fn a_row_has_one_finding() {
        assert_eq!(first("form: 2019\nproactive.rules: 0 2 1").1, Severity::Warning);
    }

    #[test]
    fn what_is_not_said_is_not_judged() {
        assert!(outcome("proactive.rules: 2 0 _", INFO.name).contains("Blank"));
        assert!(outcome("proactive.rules: 2 0 /", INFO.name).contains("Blank"));
        assert!(outcome("proactive.rules: 2 / 2", INFO.name).contains("equations: 1"));
        assert!(outcome("proactive.fees.amount: 2", INFO.name).contains("NotPrinted"));
        let mut sketch = sketch(INFO.fails).expect("a sketch");
        let cell = "proactive.normative_documents.in_force".parse::<Cell>().expect("a cell");
        sketch.evidence.get_or_insert_default().inferred.insert(cell);
        assert_eq!(check(&sketch).findings, []);
    }
}
