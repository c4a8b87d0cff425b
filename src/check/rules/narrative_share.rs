//! `narrative-share`: percentages in prose are those of the figures beside them, rounded or cut off.
//!
//! A warning: the form asks for no percentages, and prose may reckon from another whole.

use super::narrative;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::Edition;
use crate::report::Share;
use rust_decimal::Decimal;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "narrative-share",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号：年度报告各部分数据应当准确、一致",
    zh: "正文中的占比与所述件数相符",
    en: "percentages in prose are those of the figures beside them",
    why_zh: "占比与件数不符，或者件数有误，或者占比沿用了上年。",
    why_en: "A percentage that does not fit its figures is often last year's, or one of the figures is wrong.",
    fails: "overview: 全年新收政府信息公开申请50件，其中自然人40件，占90%。",
    passes: "overview: 全年新收政府信息公开申请50件，其中自然人40件，占80%。",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let shares = case.prose().map_or(&[][..], |prose| &prose.shares);
    let mut holding = 0;
    for share in shares {
        if fits(case, share) {
            holding += 1;
        } else if !is_for_others(case, share) {
            findings.extend(finding(case, share));
        }
    }
    if holding == 0 { ReasonCode::NotStated.skip() } else { Outcome::Passed { equations: holding } }
}

/// Whether the percentage is that of the part in anything that may be the whole.
fn fits(case: &Case<'_>, share: &Share) -> bool {
    let told = share.wholes.iter().chain([&share.whole.subject]).filter_map(|terms| case.report.sum(terms));
    let mut wholes = std::iter::once(share.whole.value).chain(told);
    wholes.any(|whole| {
        percent(share.part.value, whole).is_none_or(|exact| narrative::is_rounded(exact, share.percent))
    })
}

fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// Whether one of the figures is not that of the tables, which is `narrative-mismatch`.
fn is_for_others(case: &Case<'_>, share: &Share) -> bool {
    let differs = |part: &crate::report::Part| {
        let told = case.report.sum(&part.subject).filter(|_| !part.subject.is_empty());
        told.is_some_and(|told| told != part.value)
    };
    differs(&share.part) || differs(&share.whole)
}

fn finding(case: &Case<'_>, share: &Share) -> Option<Finding> {
    let quote = narrative::quote(case, share.passage);
    let (part, whole) = (share.part.value.normalize(), share.whole.value.normalize());
    let exact = percent(part, whole)?.round_dp(2).normalize();
    let zh = format!("正文称「{quote}」：{part}÷{whole}={exact}%，与{}%不符", share.percent);
    let en = format!("Prose says “{quote}”: {part} ÷ {whole} = {exact}%, not {}%", share.percent);
    let terms: Vec<_> = share.part.subject.iter().chain(&share.whole.subject).copied().collect();
    Some(Finding {
        passage: Some(share.passage),
        expected: Some(exact.to_string()),
        actual: Some(share.percent.to_string()),
        ..Finding::new(&INFO, narrative::cells(&terms), zh, en)
    })
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::found;

    #[test]
    fn figures_that_are_not_those_of_the_table_are_for_another_rule() {
        let rules = |table: &str| {
            let lines = format!(
                "applications.received: {table}\noverview: 全年新收政府信息公开申请50件，其中自然人40件，占90%。"
            );
            found(&lines).into_iter().map(|finding| finding.rule).collect::<Vec<_>>()
        };
        assert_eq!(rules("40 10 0 0 0 0 50"), ["narrative-share"]);
        assert_eq!(rules("30 20 0 0 0 0 50"), ["narrative-mismatch"]);
        assert_eq!(rules("40 20 0 0 0 0 60"), ["narrative-mismatch"]);
    }

    #[test]
    fn rounded_and_cut_off_both_fit() {
        for percent in ["4.34", "4.35", "4.3", "4"] {
            let findings =
                found(&format!("overview: 全年新收政府信息公开申请805件，其中自然人35件（{percent}%）。"));
            assert_eq!(findings, [], "{percent}");
        }
        let findings = found("overview: 全年新收政府信息公开申请805件，其中自然人35件（4.4%）。");
        assert_eq!(findings[0].expected.as_deref(), Some("4.35"));
    }
}
