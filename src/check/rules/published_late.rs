//! `published-late`: the report is published by the day that the law sets.
//!
//! 条例 第四十九条: departments of county level and above by 31 January of the following year, the State
//! Council's own too; local governments of county level and above by 31 March. Towns, streets and zones
//! have no date in the 条例, and reports up to 2018 were under another one. A page may print the day on
//! which it was put up again, so it is a warning, and a note when that day is in a later year.

use super::wording::day_zh;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::Edition;
use crate::report::{Kind, Level};
use chrono::{Datelike, NaiveDate};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "published-late",
    aliases: &[],
    severity: Severity::Warning,
    basis: "《中华人民共和国政府信息公开条例》第四十九条",
    zh: "县级以上部门在次年1月31日前、县级以上地方政府在次年3月31日前公布年度报告",
    en: "departments of county level and above publish by 31 January, local governments by 31 March of the following year",
    why_zh: "年度报告有法定的公布期限，逾期公布应当说明原因。",
    why_en: "The day is set by law; a report that comes later owes an explanation.",
    fails: "\
year: 2023
level: county
kind: department
published: 2024-03-05",
    passes: "\
year: 2023
level: county
kind: government
published: 2024-03-05",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    const FIRST: i32 = 2019;
    let report = case.report;
    let (Some(year), Some(published)) = (report.year, report.published) else {
        return ReasonCode::NotStated.skip();
    };
    let (Some(level), Some(kind)) = (report.level, report.kind) else {
        return ReasonCode::BodyUnknown.skip();
    };
    if year < FIRST {
        return ReasonCode::Edition.skip();
    }
    let Some(month) = last_month(level, kind) else { return ReasonCode::NotApplicable.skip() };
    let due = year.checked_add(1).and_then(|next| NaiveDate::from_ymd_opt(next, month, 31));
    let Some(due) = due else { return ReasonCode::NotStated.skip() };
    if published > due {
        findings.push(finding(due, published, kind));
    }
    Outcome::Passed { equations: 1 }
}

/// The month on whose 31st the report is due.
const fn last_month(level: Level, kind: Kind) -> Option<u32> {
    match (level, kind) {
        (Level::Township, _) | (_, Kind::Zone) | (Level::Central, Kind::Government) => None,
        (_, Kind::Department) => Some(1),
        (_, Kind::Government) => Some(3),
    }
}

fn finding(due: NaiveDate, published: NaiveDate, kind: Kind) -> Finding {
    let (body_zh, body_en) = match kind {
        Kind::Department => ("部门", "a department"),
        Kind::Government | Kind::Zone => ("政府", "a local government"),
    };
    let mut zh =
        format!("页面所示公布日期为{}，县级以上{body_zh}应在{}前公布", day_zh(published), day_zh(due));
    let mut en =
        format!("The page gives {published} as the day of publication; {body_en} must publish by {due}");
    let again = published.year() > due.year();
    if again {
        zh.push_str("；也可能是重新发布的日期，请核实");
        en.push_str("; it may also be the day on which the page was put up again: please verify");
    }
    Finding {
        severity: if again { Severity::Note } else { INFO.severity },
        expected: Some(format!("≤{due}")),
        actual: Some(published.to_string()),
        ..Finding::new(&INFO, Vec::new(), zh, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    fn lines(body: &str, day: &str) -> String {
        format!("year: 2023\n{body}\npublished: {day}")
    }

    #[test]
    fn departments_have_until_january_and_governments_until_march() {
        let count = |body: &str, day: &str| found(&lines(body, day)).len();
        for level in ["central", "province", "prefecture", "county"] {
            let department = format!("level: {level}\nkind: department");
            assert_eq!(count(&department, "2024-01-31"), 0);
            assert_eq!(count(&department, "2024-02-01"), 1);
        }
        let government = "level: county\nkind: government";
        assert_eq!(count(government, "2024-03-31"), 0);
        assert_eq!(count(government, "2024-04-01"), 1);
        assert_eq!(found("year: 2019\nlevel: county\nkind: department\npublished: 2020-03-01").len(), 1);
        assert_eq!(
            found(INFO.fails)[0].message.zh,
            "页面所示公布日期为2024年3月5日，县级以上部门应在2024年1月31日前公布"
        );
    }

    #[test]
    fn a_day_in_a_later_year_is_likely_that_of_another_publication() {
        let findings = found(&lines("level: county\nkind: department", "2025-06-01"));
        assert_eq!(findings[0].severity, Severity::Note);
        assert!(findings[0].message.zh.ends_with("也可能是重新发布的日期，请核实"));
    }

    #[test]
    fn whom_the_law_sets_no_day_is_not_judged() {
        let told = |body: &str| outcome(&lines(body, "2024-12-01"), INFO.name);
        assert!(told("level: township\nkind: government").contains("NotApplicable"));
        assert!(told("level: county\nkind: zone").contains("NotApplicable"));
        assert!(told("level: central\nkind: government").contains("NotApplicable"));
        assert!(told("kind: department").contains("BodyUnknown"));
        assert!(outcome("year: 2023", INFO.name).contains("NotStated"));
        let old = "year: 2018\nlevel: county\nkind: department\npublished: 2019-03-01";
        assert!(outcome(old, INFO.name).contains("Edition"));
    }
}
