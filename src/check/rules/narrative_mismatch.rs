//! `narrative-mismatch`: figures of the tables that prose states are those of the tables.
//!
//! An error if the words can mean nothing else; a warning where they are loose, where they may speak
//! of another circle of bodies, where no other figure of the paragraph agrees with the tables either, and where
//! a cell was not read for certain.

use super::narrative::{self, Verdict};
use super::wording;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Edition, Sign, Term};
use crate::report::{Claim, Doubt, Prose};
use rust_decimal::Decimal;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "narrative-mismatch",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号：年度报告各部分数据应当准确、一致",
    zh: "正文所述数据与表格一致",
    en: "figures that prose states are those of the tables",
    why_zh: "同一数据正文与表格不一，必有一处有误，读者无从判断以哪一处为准。",
    why_en: "Where prose and table give one figure twice and differ, one is wrong, and no reader can tell which.",
    fails: "\
applications: 0
applications.received: 38 5 0 1 2 0 46
applications.outcomes.granted: 38 5 0 1 2 0 46
applications.outcomes.total: 38 5 0 1 2 0 46
overview: 全年新收政府信息公开申请45件，均已办结。",
    passes: "\
applications: 0
applications.received: 38 5 0 1 2 0 46
applications.outcomes.granted: 38 5 0 1 2 0 46
applications.outcomes.total: 38 5 0 1 2 0 46
overview: 全年新收政府信息公开申请46件，其中自然人38件，均已办结。",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let Some(prose) = case.prose().filter(|prose| !prose.claims.is_empty()) else {
        return ReasonCode::NotStated.skip();
    };
    let (mut agreeing, mut strange) = (0, Vec::new());
    for claim in &prose.claims {
        match narrative::verdict(case, claim) {
            Verdict::Agrees => agreeing += 1,
            Verdict::Open => {}
            Verdict::Differs(_) if is_of_something_else(case, prose, claim) => {
                // One finding for a paragraph that speaks of something else altogether.
                let paragraph = (claim.passage.section, claim.passage.paragraph);
                if !strange.contains(&paragraph) {
                    strange.push(paragraph);
                    findings.extend(finding(case, claim, Some(Doubt::Scope)));
                }
            }
            Verdict::Differs(_) => findings.extend(finding(case, claim, claim.doubt)),
        }
    }
    if agreeing == 0 { ReasonCode::NotRead.skip() } else { Outcome::Passed { equations: agreeing } }
}

/// Whether several figures of a paragraph differ from the tables and none but zeros agrees: it may speak of
/// another circle of bodies or another year.
fn is_of_something_else(case: &Case<'_>, prose: &Prose, claim: &Claim) -> bool {
    let beside = |other: &&Claim| {
        (other.passage.section, other.passage.paragraph) == (claim.passage.section, claim.passage.paragraph)
    };
    let others = || prose.claims.iter().filter(beside);
    let agrees = |other: &Claim| !other.value.is_zero() && narrative::verdict(case, other) == Verdict::Agrees;
    let differs = |other: &&Claim| matches!(narrative::verdict(case, other), Verdict::Differs(_));
    others().filter(differs).nth(1).is_some() && !others().any(agrees)
}

fn finding(case: &Case<'_>, claim: &Claim, doubt: Option<Doubt>) -> Option<Finding> {
    let Verdict::Differs(expected) = narrative::verdict(case, claim) else { return None };
    let (expected, actual) = (expected.normalize(), claim.value.normalize());
    let quote = narrative::quote(case, claim.passage);
    let unit = claim.unit.map_or("", |unit| unit.label());
    let mut zh =
        format!("正文称「{quote}」，为{actual}{unit}；{}", arithmetic_zh(case, &claim.subject, expected));
    let mut en = format!(
        "Prose says “{quote}”, that is {actual}{unit}; {}",
        arithmetic_en(case, &claim.subject, expected)
    );
    if claim.readings.is_empty() {
        zh.push_str("，两者应当一致");
        en.push_str("; both must be equal");
    } else {
        zh.push_str("，按其他口径计算也不相符");
        en.push_str("; no other way to count gives the figure of the prose either");
    }
    let reading =
        claim.meanings().any(|terms| narrative::is_doubted(case, terms)).then_some(narrative::READING);
    for (more_zh, more_en) in [doubt.map(narrative::doubt), reading].into_iter().flatten() {
        zh.push_str(more_zh);
        en.push_str(more_en);
    }
    let certain = doubt.is_none() && reading.is_none();
    Some(Finding {
        severity: if certain { INFO.severity } else { Severity::Warning },
        passage: Some(claim.passage),
        expected: Some(expected.to_string()),
        actual: Some(actual.to_string()),
        ..Finding::new(&INFO, narrative::cells(&claim.subject), zh, en)
    })
}

/// What the table says: 表三「一、本年新收政府信息公开申请数量」行「总计」列为46.
fn arithmetic_zh(case: &Case<'_>, terms: &[Term], expected: Decimal) -> String {
    let Some(first) = terms.first() else { return String::new() };
    let table = wording::table(first.cell.table()).0;
    let row = wording::row_zh(case.report, first.cell);
    let column = wording::column_zh(case.report, first.cell);
    match terms {
        [_] => format!("{table}「{row}」行「{column}」列为{expected}"),
        _ => format!(
            "{table}「{row}」行「{column}」列起{}项，{}={expected}",
            terms.len(),
            values(case, terms, "+", "-")
        ),
    }
}

fn arithmetic_en(case: &Case<'_>, terms: &[Term], expected: Decimal) -> String {
    let Some(first) = terms.first() else { return String::new() };
    let table = wording::table(first.cell.table()).1;
    let (row, column) = (wording::row_en(first.cell), wording::column_en(first.cell));
    match terms {
        [_] => format!("{table}, row “{row}”, column “{column}” has {expected}"),
        _ => {
            let values = values(case, terms, " + ", " - ");
            format!(
                "{table}, row “{row}”, column “{column}” and the others of {} cells: {values} = {expected}",
                terms.len()
            )
        }
    }
}

/// The values of cells with their signs.
fn values(case: &Case<'_>, terms: &[Term], plus: &str, minus: &str) -> String {
    terms.iter().enumerate().fold(String::new(), |sum, (at, term)| {
        let sign = match term.sign {
            Sign::Plus if at == 0 => "",
            Sign::Plus => plus,
            Sign::Minus => minus,
        };
        sum + sign + &case.report.get(term.cell).or_zero().normalize().to_string()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, severities};

    fn with(overview: &str) -> Vec<Finding> {
        let table = INFO.passes.rsplit_once("overview:").expect("an overview").0;
        found(&format!("{table}overview: {overview}"))
    }

    #[test]
    fn the_message_quotes_the_prose_and_the_table() {
        let findings = found(INFO.fails);
        assert_eq!(findings[0].cells[0].to_string(), "applications.received.total");
        assert_eq!(
            (findings[0].expected.as_deref(), findings[0].actual.as_deref()),
            (Some("46"), Some("45"))
        );
        assert_eq!(
            findings[0].message.zh,
            "正文称「全年新收政府信息公开申请45件」，为45；表三「一、本年新收政府信息公开申请数量」行「总计」列为46，两者应当一致"
        );
    }

    #[test]
    fn loose_words_are_a_warning() {
        assert_eq!(with("全年办理依申请公开45件。")[0].severity, Severity::Warning);
        assert_eq!(with("全年共收到政府信息公开申请45件。")[0].severity, Severity::Error);
    }

    #[test]
    fn what_the_words_may_mean_must_be_printed_to_differ() {
        assert_eq!(found("applications.received: 38 5 0 1 2 0 46\noverview: 全年办理依申请公开45件。"), []);
    }

    #[test]
    fn an_amount_is_the_same_in_another_unit() {
        let count = |prose: &str| found(&format!("proactive.fees.amount: 3.25\noverview: {prose}。")).len();
        for (prose, expected) in [
            ("行政事业性收费3.25万元", 0),
            ("行政事业性收费32500元", 0),
            ("行政事业性收费3.2万元", 0),
            ("行政事业性收费3.3万元", 0),
            ("行政事业性收费3.25元", 1),
            ("行政事业性收费4.25万元", 1),
        ] {
            assert_eq!(count(prose), expected, "{prose}");
        }
    }

    #[test]
    fn a_cell_that_was_inferred_makes_a_warning() {
        assert_eq!(severities(INFO.fails, &["applications.received.total"]), ["Warning"]);
        assert_eq!(severities(INFO.fails, &["applications.carried_in.total"]), ["Error"]);
    }

    #[test]
    fn a_paragraph_that_agrees_in_nothing_is_found_once_and_doubted() {
        let findings = with("全年共收到政府信息公开申请20件，其中自然人18件，办结19件，结转下年度0件。");
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].severity, Severity::Warning);
    }
}
