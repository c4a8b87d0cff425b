//! `unreadable-cell`: what stands in a cell of the tables is a number.
//!
//! Words where a number belongs: 详见附件, 约5件以上. An explicit nothing (`/`, 无, 不涉及) is none. Digits
//! whose column the page does not tell, or that are cut off, are a fault of the reading: they have no
//! words, or stand the same in several cells of their row.

use super::wording;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Cell, Edition, Table};
use crate::report::{Entry, Report};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "unreadable-cell",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号：表二、表三、表四的各栏填报数字",
    zh: "表中各栏填报的是数字，不是文字",
    en: "the cells of the tables hold numbers, not words",
    why_zh: "文字不能核对和汇总，说明应当写在正文里。",
    why_en: "Words can be neither checked nor added up; what needs explaining belongs into the text.",
    fails: "challenges.review: 1 见附件 0 0 1",
    passes: "challenges.review: 1 无 0 0 1",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let (report, tally) = (case.report, case.tally());
    if tally.unreadable > 0 {
        let words: Vec<_> = Cell::all().filter(|&cell| says_words(report, cell)).collect();
        for cells in words.chunk_by(|a, b| a.table() == b.table()) {
            findings.extend(cells.first().map(|first| finding(report, first.table(), cells)));
        }
    }
    match tally.said {
        0 if tally.unreadable > 0 => ReasonCode::NotRead.skip(),
        0 => ReasonCode::NotPrinted.skip(),
        equations => Outcome::Passed { equations },
    }
}

fn says_words(report: &Report, cell: Cell) -> bool {
    matches!(report.get(cell), Entry::Unreadable(text) if is_words(text) && is_alone(report, cell, text))
}

/// Whether a text has words beside numbers with their units.
fn is_words(text: &str) -> bool {
    const UNITS: &str = "件宗项条起份次个人篇元万亿";
    text.chars().any(|c| c.is_alphabetic() && !UNITS.contains(c))
}

/// Whether no other cell of the row says the same.
fn is_alone(report: &Report, cell: Cell, text: &str) -> bool {
    let mut row =
        Cell::all().filter(|other| *other != cell && wording::row_en(*other) == wording::row_en(cell));
    row.all(|other| !matches!(report.get(other), Entry::Unreadable(same) if **same == *text))
}

fn finding(report: &Report, table: Table, cells: &[Cell]) -> Finding {
    let (zh, en) = wording::table(table);
    let text = |cell| match report.get(cell) {
        Entry::Unreadable(text) => format!("“{text}”"),
        _ => String::new(),
    };
    let (list_zh, list_en) = wording::cells(report, cells, text);
    let count = cells.len();
    let zh = format!("{zh}有{count}处不是数字：{list_zh}；应填数字，说明写入正文");
    let (cell, is) = if count == 1 { ("cell", "is no number") } else { ("cells", "are no numbers") };
    let en = format!("{en}: {count} {cell} {is}: {list_en}; print numbers and explain them in the text");
    Finding::new(&INFO, cells.to_vec(), zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    #[test]
    fn words_are_told_as_printed() {
        assert_eq!(
            found(INFO.fails)[0].message.zh,
            "表四有1处不是数字：行政复议（结果纠正“见附件”）；应填数字，说明写入正文"
        );
    }

    #[test]
    fn digits_out_of_place_are_a_matter_of_the_reading() {
        for text in ["?", "5/2/1件", "约5"] {
            let lines = format!("challenges.review: 1 {text} 0 0 1");
            assert_eq!(found(&lines).len(), usize::from(text == "约5"), "{text}");
        }
        // What stands in several cells of one row was spread over them in reading.
        assert_eq!(found("challenges.review: 见附件 见附件 0 0 1"), []);
        let rows = "challenges.review: 1 见附件 0 0 1\nchallenges.direct_suits: 1 见附件 0 0 1";
        assert_eq!(found(rows)[0].cells.len(), 2);
        assert!(outcome("challenges.review: 见附件", INFO.name).contains("NotRead"));
        assert!(outcome("", INFO.name).contains("NotPrinted"));
    }
}
