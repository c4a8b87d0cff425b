//! `narrative-sum`: the parts that a sentence lists come to its whole.
//!
//! Only parts that are all that the form knows must come to it; others must not come to more. A sentence
//! whose figures are held against the tables is left to `narrative-mismatch` if one differs, and to the sums of the
//! tables if all agree.

use super::narrative;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Edition, Term};
use crate::report::{Breakdown, Part};
use rust_decimal::Decimal;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "narrative-sum",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号：年度报告各部分数据应当准确、一致",
    zh: "正文中分项之和等于总数",
    en: "the parts that prose lists come to the whole that it states",
    why_zh: "句中各分项相加不等于总数，必有一数有误。",
    why_en: "Where the parts of a sentence do not come to its whole, one of its figures is wrong.",
    fails: "overview: 全年新收政府信息公开申请46件，其中自然人38件，法人或其他组织5件。",
    passes: "overview: 全年新收政府信息公开申请46件，其中自然人38件，法人或其他组织8件。",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let breakdowns = case.prose().map_or(&[][..], |prose| &prose.breakdowns);
    let mut holding = 0;
    for breakdown in breakdowns {
        match fault(case, breakdown) {
            Some(true) => findings.push(finding(case, breakdown)),
            Some(false) => holding += 1,
            None => {}
        }
    }
    if holding == 0 { ReasonCode::NotStated.skip() } else { Outcome::Passed { equations: holding } }
}

/// Whether the parts are wrong; none if that is open or for other rules to say.
fn fault(case: &Case<'_>, breakdown: &Breakdown) -> Option<bool> {
    let sum = sum(breakdown)?;
    let whole = breakdown.whole.value;
    let more = case.report.sum(&breakdown.besides);
    if sum == whole || more.is_some_and(|more| whole.checked_add(more) == Some(sum)) {
        return breakdown.complete.then_some(false);
    }
    let most = whole.checked_add(more?)?;
    let wrong = breakdown.complete || sum > most;
    let is_for_others = || {
        let figures = || std::iter::once(&breakdown.whole).chain(&breakdown.parts);
        let told = |part: &Part| case.report.sum(&part.subject).filter(|_| !part.subject.is_empty());
        figures().any(|part| told(part).is_some_and(|told| told != part.value))
            || figures().all(|part| told(part).is_some())
    };
    (wrong && !is_for_others()).then_some(true)
}

fn sum(breakdown: &Breakdown) -> Option<Decimal> {
    breakdown.parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))
}

fn finding(case: &Case<'_>, breakdown: &Breakdown) -> Finding {
    let quote = narrative::quote(case, breakdown.passage);
    let values: Vec<String> = breakdown.parts.iter().map(|part| part.value.normalize().to_string()).collect();
    let (sum, whole) = (sum(breakdown).unwrap_or_default().normalize(), breakdown.whole.value.normalize());
    let mut zh = format!("正文称「{quote}」：各分项{}={sum}，总数为{whole}，两者不符", values.join("+"));
    let mut en =
        format!("Prose says “{quote}”: the parts {} = {sum}, but the whole is {whole}", values.join(" + "));
    if let Some((more_zh, more_en)) = breakdown.doubt.map(narrative::doubt) {
        zh.push_str(more_zh);
        en.push_str(more_en);
    }
    let certain = breakdown.doubt.is_none() && breakdown.complete && breakdown.besides.is_empty();
    let terms: Vec<Term> = breakdown
        .whole
        .subject
        .iter()
        .chain(breakdown.parts.iter().flat_map(|part| &part.subject))
        .copied()
        .collect();
    Finding {
        severity: if certain { INFO.severity } else { Severity::Warning },
        passage: Some(breakdown.passage),
        expected: Some(sum.to_string()),
        actual: Some(whole.to_string()),
        ..Finding::new(&INFO, narrative::cells(&terms), zh, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::found;

    #[test]
    fn the_message_has_the_arithmetic() {
        let findings = found(INFO.fails);
        assert_eq!(
            findings[0].message.zh.split_once('：').map(|(_, sum)| sum),
            Some("各分项38+5=43，总数为46，两者不符")
        );
        assert_eq!(findings[0].cells[0].to_string(), "applications.received.total");
    }

    #[test]
    fn what_the_tables_say_is_for_other_rules() {
        let rules = |lines: &str| {
            let found = found(&format!("{}\n{lines}", INFO.fails));
            found.into_iter().map(|finding| finding.rule).collect::<Vec<_>>()
        };
        assert_eq!(rules("applications.received.total: 46"), ["narrative-sum"]);
        assert_eq!(rules("applications.received.total: 47"), ["narrative-mismatch"]);
        assert_eq!(rules("applications.received: 38 5 0 0 0 0 46"), ["applicants-sum"]);
    }

    #[test]
    fn parts_may_count_what_was_carried_in_too() {
        let severities = |legal: u32| {
            let lines = format!(
                "applications.carried_in.total: 3\noverview: 全年收到政府信息公开申请46件，其中自然人38件，法人或其他组织{legal}件。"
            );
            found(&lines).into_iter().map(|finding| finding.severity).collect::<Vec<_>>()
        };
        assert_eq!(severities(8), []);
        assert_eq!(severities(11), []);
        assert_eq!(severities(9), [Severity::Warning]);
    }

    #[test]
    fn a_list_that_may_go_on_must_only_not_be_too_much() {
        let channels = |letters: u32| {
            found(&format!(
                "applications.carried_in.total: 0\noverview: 全年收到政府信息公开申请12件，其中网上申请8件，信函{letters}件。"
            ))
        };
        assert_eq!(channels(3), []);
        assert_eq!(channels(5)[0].severity, Severity::Warning);
    }
}
