//! `period-mismatch`: the figures cover 1 January to 31 December of the year reported on.
//!
//! A period in another year than the title's is an error; any other days than those of the form are
//! a warning, and so is everything where the reading is less than certain: a date that was restored,
//! a year that is not in the title of the page. What is odd about the title itself is `title-year`'s.

use super::wording::day_zh;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::Edition;
use crate::report::Period;
use chrono::Datelike;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "period-mismatch",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号：所列数据的统计期限为该年度1月1日至12月31日",
    zh: "统计期限为标题所示年度的1月1日至12月31日",
    en: "the figures cover 1 January to 31 December of the year in the title",
    why_zh: "统计期限与年度不符，往往是沿用上年文本，数据属于哪一年也就不清楚了。",
    why_en: "A period of another year is often last year's text left standing: whose figures are these?",
    fails: "\
title: 某县2023年政府信息公开工作年度报告
year: 2023
period: 2022-01-01 2022-12-31",
    passes: "\
title: 某县2023年政府信息公开工作年度报告
year: 2023
period: 2023-01-01 2023-12-31",
    editions: &[Edition::E2014, Edition::E2019, Edition::E2021],
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let (Some(year), Some(period)) = (case.report.year, case.report.period) else {
        return ReasonCode::NotStated.skip();
    };
    let due = Period::of_year(year);
    if due == Some(period) {
        return Outcome::Passed { equations: 1 };
    }
    let other_year = period.start.year() != year && period.end.year() != year;
    let (mut zh, mut en) = if other_year {
        (
            format!("报告年度为{year}年，统计期限却为{}，年度不一致", range_zh(period)),
            format!("The report is for {year}, but its figures cover {}: another year", range(period)),
        )
    } else {
        (
            format!("统计期限为{}，应为{year}年1月1日至{year}年12月31日", range_zh(period)),
            format!("The figures cover {}; they should cover {year}-01-01 to {year}-12-31", range(period)),
        )
    };
    let restored = case.evidence.is_some_and(|evidence| evidence.date_restored);
    if restored {
        zh.push_str("（页面日期缺字，系推定，请核对原文）");
        en.push_str(" (the date on the page lacks characters and was restored: see the page)");
    }
    let certain = other_year && !restored && is_year_certain(case, year);
    findings.push(Finding {
        severity: if certain { INFO.severity } else { Severity::Warning },
        expected: due.map(range_iso),
        actual: Some(range_iso(period)),
        ..Finding::new(&INFO, Vec::new(), zh, en)
    });
    Outcome::Passed { equations: 1 }
}

/// A year that was read is certain if the title says it; one that was given by hand is.
fn is_year_certain(case: &Case<'_>, year: i32) -> bool {
    let year = year.to_string();
    case.evidence.is_none() || case.report.title.as_ref().is_some_and(|title| title.contains(&year))
}

fn range_zh(period: Period) -> String {
    format!("{}至{}", day_zh(period.start), day_zh(period.end))
}

fn range(period: Period) -> String {
    format!("{} to {}", period.start, period.end)
}

fn range_iso(period: Period) -> String {
    format!("{}/{}", period.start, period.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};
    use crate::check::{check, sketch};

    #[test]
    fn another_year_is_an_error() {
        let findings = found(INFO.fails);
        assert_eq!(findings[0].severity, Severity::Error);
        assert_eq!(findings[0].expected.as_deref(), Some("2023-01-01/2023-12-31"));
        assert_eq!(findings[0].actual.as_deref(), Some("2022-01-01/2022-12-31"));
        assert_eq!(
            findings[0].message.zh,
            "报告年度为2023年，统计期限却为2022年1月1日至2022年12月31日，年度不一致"
        );
    }

    #[test]
    fn other_days_are_a_warning() {
        for days in ["2023-01-01 2023-12-30", "2022-12-31 2023-12-31", "2023-01-01 2024-12-31"] {
            let findings = found(&format!("year: 2023\nperiod: {days}"));
            assert_eq!(findings[0].severity, Severity::Warning);
        }
    }

    #[test]
    fn what_was_not_read_for_certain_is_a_warning() {
        let mut sketch = sketch(&format!("read: challenges\n{}", INFO.fails)).expect("a sketch");
        let severity = |sketch: &crate::check::Sketch| check(sketch).findings[0].severity;
        assert_eq!(severity(&sketch), Severity::Error);
        sketch.report.title = Some("年度报告".to_owned());
        assert_eq!(severity(&sketch), Severity::Warning);
        sketch.report.title = Some("2023年度报告".to_owned());
        sketch.evidence.as_mut().expect("evidence").date_restored = true;
        assert_eq!(severity(&sketch), Severity::Warning);
    }

    #[test]
    fn what_is_not_stated_is_not_judged() {
        assert!(outcome("year: 2023", INFO.name).contains("NotStated"));
        assert!(outcome("period: 2022-01-01 2022-12-31", INFO.name).contains("NotStated"));
    }
}
