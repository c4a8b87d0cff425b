//! `narrative-denial`: what prose says there was none of is zero in the tables.

use super::narrative;
use super::wording;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Edition, Term};
use crate::report::Denial;
use rust_decimal::Decimal;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "narrative-denial",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号：年度报告各部分数据应当准确、一致",
    zh: "正文称未收到、未发生的，表格为零",
    en: "what prose says there was none of is zero in the tables",
    why_zh: "正文说没有，表格却有，往往是沿用上年文本，读者无从判断有没有。",
    why_en: "Prose that denies what the table counts is often last year's text left standing.",
    fails: "\
challenges: 0
challenges.review: 2 0 0 0 2
overview: 本年度未发生因政府信息公开引起的行政复议、行政诉讼。",
    passes: "\
challenges: 0
overview: 本年度未发生因政府信息公开引起的行政复议、行政诉讼。",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let denials = case.prose().map_or(&[][..], |prose| &prose.denials);
    if denials.is_empty() {
        return ReasonCode::NotStated.skip();
    }
    let mut zeros = 0;
    for denial in denials {
        let value = |term: &Term| case.report.sum(&[*term]);
        zeros += denial.subject.iter().filter(|term| value(term) == Some(Decimal::ZERO)).count();
        let counted =
            denial.subject.iter().filter(|term| value(term).is_some_and(|value| value > Decimal::ZERO));
        let counted: Vec<Term> = counted.copied().collect();
        if !counted.is_empty() {
            findings.push(finding(case, denial, &counted));
        }
    }
    if zeros == 0 { ReasonCode::NotRead.skip() } else { Outcome::Passed { equations: zeros } }
}

fn finding(case: &Case<'_>, denial: &Denial, counted: &[Term]) -> Finding {
    let quote = narrative::quote(case, denial.passage);
    let list = |name: &dyn Fn(Term) -> String| {
        counted
            .iter()
            .map(|&term| format!("{}{}", name(term), case.report.get(term.cell).or_zero().normalize()))
            .collect::<Vec<_>>()
    };
    let in_zh = |term: Term| {
        let (row, column) =
            (wording::row_zh(case.report, term.cell), wording::column_zh(case.report, term.cell));
        format!("{}「{row}」「{column}」", wording::table(term.cell.table()).0)
    };
    let in_en = |term: Term| {
        let (row, column) = (wording::row_en(term.cell), wording::column_en(term.cell));
        format!("{}, “{row}”, “{column}”: ", wording::table(term.cell.table()).1)
    };
    let mut zh = format!("正文称「{quote}」，而{}", list(&in_zh).join("，"));
    let mut en = format!("Prose says “{quote}”, but {}", list(&in_en).join("; "));
    let reading = narrative::is_doubted(case, counted).then_some(narrative::READING);
    for (more_zh, more_en) in [denial.doubt.map(narrative::doubt), reading].into_iter().flatten() {
        zh.push_str(more_zh);
        en.push_str(more_en);
    }
    let certain = denial.doubt.is_none() && reading.is_none();
    Finding {
        severity: if certain { INFO.severity } else { Severity::Warning },
        passage: Some(denial.passage),
        expected: counted.first().map(|term| case.report.get(term.cell).or_zero().normalize().to_string()),
        actual: Some("0".to_owned()),
        ..Finding::new(&INFO, narrative::cells(counted), zh, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, severities};

    #[test]
    fn the_message_names_what_is_counted() {
        let findings = found(INFO.fails);
        assert_eq!(findings[0].cells[0].to_string(), "challenges.review.total");
        assert_eq!(
            findings[0].message.zh,
            "正文称「本年度未发生因政府信息公开引起的行政复议、行政诉讼」，而表四「行政复议」「总计」2"
        );
    }

    #[test]
    fn a_cell_that_was_inferred_makes_a_warning() {
        assert_eq!(severities(INFO.fails, &["challenges.review.total"]), ["Warning"]);
    }

    #[test]
    fn what_was_upheld_was_not_corrected() {
        let table =
            "challenges: 0\nchallenges.review: 1 1 0 0 2\noverview: 因政府信息公开引起的行政复议2件，";
        assert_eq!(
            found(&format!("{table}均获维持。"))[0].cells[0].to_string(),
            "challenges.review.corrected"
        );
        assert_eq!(found(&format!("{table}均已审结。")), []);
    }
}
