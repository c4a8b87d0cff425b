//! `year-in-prose`: section 一 reports the work of the report's year, not last year's.
//!
//! Judged where the report's year is certain: given by hand, or printed in the title.

use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::Edition;
use crate::report::OtherYear;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "year-in-prose",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号：报告上一年度政府信息公开工作情况，内容雷同的应予纠正",
    zh: "总体情况所述年度与报告年度一致",
    en: "section 一 reports the work of the report's year",
    why_zh: "年度不一致，往往是沿用上年文本未作修改。",
    why_en: "A sentence under last year's date is often last year's sentence.",
    fails: "\
title: 某局2023年政府信息公开工作年度报告
year: 2023
overview: 2022年，我局共收到政府信息公开申请5件，均已答复。",
    passes: "\
title: 某局2023年政府信息公开工作年度报告
year: 2023
overview: 2023年，我局共收到政府信息公开申请5件，较2022年增加2件。",
    editions: &[Edition::E2014, Edition::E2019, Edition::E2021],
    since: "0.1.0",
};

/// How many sentences are named.
const MOST: usize = 5;

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let (Some(prose), Some(year)) = (case.prose(), case.report.year) else {
        return ReasonCode::NotStated.skip();
    };
    if case.report.overview.is_silent() {
        return ReasonCode::NotRead.skip();
    }
    let printed = || case.report.title.as_ref().is_some_and(|title| title.contains(&year.to_string()));
    if case.evidence.is_some() && !printed() {
        return ReasonCode::NotStated.skip();
    }
    // A report whose figures cover the other year is `period-mismatch`'s.
    let covered = case.report.period.and_then(crate::report::Period::year);
    let others = prose.statements.other_years.iter().filter(|other| Some(other.year) != covered);
    findings.extend(others.take(MOST).map(|other| finding(case, other, year)));
    Outcome::Passed { equations: 1 }
}

fn finding(case: &Case<'_>, other: &OtherYear, year: i32) -> Finding {
    let words = case.report.passage(other.passage).unwrap_or_default();
    let other_year = other.year;
    Finding {
        passage: Some(other.passage),
        expected: Some(year.to_string()),
        actual: Some(other_year.to_string()),
        ..Finding::new(
            &INFO,
            Vec::new(),
            format!("报告年度为{year}年，「{words}……」写的却是{other_year}年，是否沿用了上年文本"),
            format!("The report is for {year}, but 「{words}…」 speaks of {other_year}: last year's text?"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    #[test]
    fn last_years_sentence_is_a_warning() {
        let finding = &found(INFO.fails)[0];
        assert_eq!((finding.actual.as_deref(), finding.expected.as_deref()), (Some("2022"), Some("2023")));
        assert_eq!(
            finding.message.zh,
            "报告年度为2023年，「2022年，我局共收到政府信息公开申请5件……」写的却是2022年，是否沿用了上年文本"
        );
        assert_eq!(found(&format!("{}\nread: applications", INFO.fails)).len(), 1);
    }

    #[test]
    fn a_period_of_the_other_year_explains_it() {
        let found = found(&format!("{}\nperiod: 2022-01-01 2022-12-31", INFO.fails));
        assert_eq!(found.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["period-mismatch"]);
    }

    #[test]
    fn a_year_that_is_not_certain_accuses_nobody() {
        let lines = INFO.fails.replace("某局2023年", "某局");
        assert_eq!(found(&lines).len(), 1);
        let lines = format!("{lines}\nread: applications");
        assert_eq!(found(&lines), []);
        assert!(outcome(&lines, INFO.name).contains("NotStated"));
    }
}
