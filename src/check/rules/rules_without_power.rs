//! `rules-without-power`: only a body that may make 规章 reports any.
//!
//! The State Council's departments may, and so may the governments of provinces, of 设区的市 and of
//! 自治州. Nobody else: not their departments, not counties and districts, towns and streets. What such
//! bodies print there are as a rule 规范性文件, or files of any kind. A body whose level or kind is not
//! known is not judged, nor is a zone, whose standing its name does not tell; a cell whose place came
//! from the sums is no evidence.

use super::wording;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Cell, Edition, ProactiveColumn, ProactiveRow};
use crate::report::{Kind, Level, Report};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "rules-without-power",
    aliases: &[],
    severity: Severity::Warning,
    basis: "《中华人民共和国立法法》第九十一条、第九十三条（2023年修正前为第八十条、第八十二条）；表二第二十条第（一）项",
    zh: "没有规章制定权的机关，表二规章各栏为0",
    en: "a body without the power to make 规章 reports none in table 二",
    why_zh: "县级以下政府和地方政府部门不能制定规章，填报的往往是规范性文件，应当填入规范性文件栏。",
    why_en: "Counties, towns and local departments cannot make 规章; what they print there are as a rule 规范性文件, which have a row of their own.",
    fails: "\
level: county
kind: government
proactive.rules: 0 0 6",
    passes: "\
level: county
kind: government
proactive.rules: 0 0 0",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let report = case.report;
    let (Some(level), Some(kind)) = (report.level, report.kind) else {
        return ReasonCode::BodyUnknown.skip();
    };
    let Some(body) = without_power(level, kind) else { return ReasonCode::NotApplicable.skip() };
    let row = ProactiveRow::Rules;
    let printed = ProactiveColumn::ALL.iter().filter(|&&column| report.proactive[row][column].is_said());
    let (mut zero, mut cells) = (0, Vec::new());
    for cell in printed.map(|&column| Cell::Proactive(row, column)).filter(|&cell| !case.is_inferred(cell)) {
        if report.get(cell).or_zero().is_zero() {
            zero += 1;
        } else {
            cells.push(cell);
        }
    }
    if !cells.is_empty() {
        findings.push(finding(report, body, cells));
    }
    if zero > 0 { Outcome::Passed { equations: zero } } else { ReasonCode::NotPrinted.skip() }
}

/// What a body without the power is called, in Chinese and in English.
const fn without_power(level: Level, kind: Kind) -> Option<(&'static str, &'static str)> {
    match (level, kind) {
        (Level::Central, _) | (_, Kind::Zone) => None,
        (_, Kind::Department) => Some(("地方政府部门", "A department of a local government")),
        (Level::Province | Level::Prefecture, Kind::Government) => None,
        (Level::County, Kind::Government) => Some(("县级政府", "The government of a county or district")),
        (Level::Township, Kind::Government) => Some(("乡镇政府、街道办事处", "A town or street")),
    }
}

fn finding(report: &Report, (body_zh, body_en): (&str, &str), cells: Vec<Cell>) -> Finding {
    let list = |name: &dyn Fn(Cell) -> String, comma| {
        let each =
            cells.iter().map(|&cell| format!("{}{}", name(cell), report.get(cell).or_zero().normalize()));
        each.collect::<Vec<_>>().join(comma)
    };
    let zh = format!(
        "{body_zh}没有规章制定权，表二「规章」行却填报{}；如系规范性文件，应填入规范性文件行，本行填0",
        list(&|cell| wording::column_zh(report, cell).to_owned(), "、"),
    );
    let en = format!(
        "{body_en} has no power to make 规章, but table 2 reports {}; normative documents have a row of their own, and this one should say 0",
        list(&|cell| format!("{} ", wording::column_en(cell)), ", "),
    );
    Finding {
        expected: Some("0".to_owned()),
        actual: cells.first().map(|&cell| report.get(cell).or_zero().normalize().to_string()),
        ..Finding::new(&INFO, cells, zh, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};
    use crate::check::{check, sketch};

    #[test]
    fn the_cells_are_those_that_are_not_zero() {
        let findings = found("level: township\nkind: government\nform: 2019\nproactive.rules: 0 2 10");
        let cells: Vec<_> = findings[0].cells.iter().map(ToString::to_string).collect();
        assert_eq!(cells, ["proactive.rules.published", "proactive.rules.total"]);
        assert_eq!(
            findings[0].message.zh,
            "乡镇政府、街道办事处没有规章制定权，表二「规章」行却填报本年新公开数量2、对外公开总数量10；\
             如系规范性文件，应填入规范性文件行，本行填0"
        );
    }

    #[test]
    fn bodies_with_the_power_and_unknown_ones_are_not_judged() {
        let rules = "proactive.rules: 1 0 5";
        let told = |body: &str| outcome(&format!("{body}\n{rules}"), INFO.name);
        for body in ["province", "prefecture"] {
            assert!(told(&format!("level: {body}\nkind: government")).contains("NotApplicable"));
            assert_eq!(found(&format!("level: {body}\nkind: department\n{rules}")).len(), 1);
        }
        assert!(told("level: central\nkind: department").contains("NotApplicable"));
        assert!(told("level: county\nkind: zone").contains("NotApplicable"));
        assert!(told("level: county").contains("BodyUnknown"));
        assert!(told("kind: department").contains("BodyUnknown"));
    }

    #[test]
    fn blanks_and_inferred_cells_are_no_evidence() {
        assert!(outcome("level: county\nkind: zone", INFO.name).contains("NotApplicable"));
        let blank = "level: county\nkind: department\nproactive.rules: _ _ _";
        assert!(outcome(blank, INFO.name).contains("NotPrinted"));
        let mut sketch = sketch(INFO.fails).expect("a sketch");
        let inferred = "proactive.rules.in_force".parse::<Cell>().expect("a cell");
        sketch.evidence.get_or_insert_default().inferred.insert(inferred);
        assert_eq!(check(&sketch).findings, []);
    }
}
