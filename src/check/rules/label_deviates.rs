//! `label-deviates`: rows and columns are called what the form calls them.
//!
//! A note: the row was recognised all the same. Only the reading knows the labels of a page; what merely
//! differs in blanks, punctuation or Traditional characters, or lost characters, is no other wording.

use super::wording;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Edition, Table};
use crate::report::PrintedLabel;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "label-deviates",
    aliases: &[],
    severity: Severity::Note,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号：按规定的格式填报，行名、栏名不得擅自改动",
    zh: "行名、栏名与规定的一致",
    en: "rows and columns are called what the form calls them",
    why_zh: "名称改动后，同一项数据在不同报告里难以对应和汇总。",
    why_en: "Under another name the same figure is hard to find and to add up.",
    fails: "\
read: applications
label.applications.carried_in: 二、上年度结转政府信息公开申请数量",
    passes: "\
read: applications
applications: 0",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let Some(evidence) = case.evidence else { return ReasonCode::NoEvidence.skip() };
    for labels in evidence.labels.chunk_by(|a, b| a.cell.table() == b.cell.table()) {
        findings.extend(labels.first().map(|first| finding(first.cell.table(), labels)));
    }
    match Table::ALL.iter().filter(|&&table| evidence.table(table).seen).count() {
        0 => ReasonCode::NotPrinted.skip(),
        equations => Outcome::Passed { equations },
    }
}

fn finding(table: Table, labels: &[PrintedLabel]) -> Finding {
    let (zh, en) = wording::table(table);
    let each = |words: &dyn Fn(&PrintedLabel) -> String| labels.iter().map(words).collect::<Vec<_>>();
    let list = each(&|label| format!("「{}」应为「{}」", label.printed, label.official));
    let zh = format!("{zh}的名称与规定不一致：{}", wording::list_zh(&list));
    let list = each(&|label| format!("“{}” should be “{}”", label.printed, label.official));
    let en = format!("{en} words labels otherwise than the form: {}", wording::list_en(&list));
    Finding::new(&INFO, labels.iter().map(|label| label.cell).collect(), zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    #[test]
    fn the_words_of_page_and_form_stand_side_by_side() {
        let finding = &found(INFO.fails)[0];
        assert_eq!(
            finding.message.zh,
            "表三的名称与规定不一致：「二、上年度结转政府信息公开申请数量」应为「二、上年结转政府信息公开申请数量」"
        );
        assert_eq!(finding.cells[0].to_string(), "applications.carried_in.natural_person");
    }

    #[test]
    fn labels_of_one_table_are_one_finding() {
        let lines =
            "label.applications.received: 一、新收数量\nlabel.challenges.review: 复议\nread: applications";
        let count = |lines: &str| found(lines).iter().map(|finding| finding.cells.len()).collect::<Vec<_>>();
        assert_eq!(count(&format!("{}\n{lines}", INFO.fails)), [2, 1]);
    }

    #[test]
    fn labels_are_known_to_the_reading_only() {
        assert!(outcome("applications: 0", INFO.name).contains("NoEvidence"));
    }
}
