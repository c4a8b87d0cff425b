//! `parts-announced`: the report has as many parts as its introduction announces.
//!
//! How many there are is known only if all are: the ordinals begin with 一 and run to section 六, or all
//! six sections were read. A report that announces six and lacks one is `missing-section`'s.

use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Edition, SectionKind};
use crate::report::Heading;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "parts-announced",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号：年度报告由六个部分组成",
    zh: "引言所说的部分数与实际一致",
    en: "the report has as many parts as its introduction announces",
    why_zh: "引言与正文不一致，往往是沿用旧文本或漏写了某一部分。",
    why_en: "An introduction that counts otherwise is old text, or a part was forgotten.",
    fails: "\
year: 2023
introduction: 本报告由总体情况、主动公开政府信息情况等五个部分组成。
heading.overview: 一、总体情况
heading.proactive: 二、主动公开政府信息情况
heading.applications: 三、收到和处理政府信息公开申请情况
heading.challenges: 四、政府信息公开行政复议、行政诉讼情况
heading.improvement: 五、存在的主要问题及改进情况
heading.other_matters: 六、其他需要报告的事项
overview: 工作平稳有序。
improvement: 无。
other_matters: 本年度未收取信息处理费。",
    passes: "\
year: 2023
introduction: 本报告由总体情况、主动公开政府信息情况等六个部分组成。
heading.overview: 一、总体情况
heading.proactive: 二、主动公开政府信息情况
heading.applications: 三、收到和处理政府信息公开申请情况
heading.challenges: 四、政府信息公开行政复议、行政诉讼情况
heading.improvement: 五、存在的主要问题及改进情况
heading.other_matters: 六、其他需要报告的事项
overview: 工作平稳有序。
improvement: 无。
other_matters: 本年度未收取信息处理费。",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let Some(prose) = case.prose() else { return ReasonCode::NoEvidence.skip() };
    let Some(announced) = prose.statements.parts else { return ReasonCode::NotStated.skip() };
    let Some(parts) = count(&prose.statements.headings) else { return ReasonCode::NotRead.skip() };
    let (said, due) = (usize::from(announced.count), SectionKind::ALL.len());
    if said == parts || said == due && parts < due {
        return Outcome::Passed { equations: 1 };
    }
    let words = case.report.passage(announced.passage).unwrap_or_default();
    findings.push(Finding {
        passage: Some(announced.passage),
        expected: Some(parts.to_string()),
        actual: Some(said.to_string()),
        ..Finding::new(
            &INFO,
            Vec::new(),
            format!("引言称报告有「{words}」，实际有{parts}个部分"),
            format!("The introduction announces 「{words}」 ({said}); the report has {parts}"),
        )
    });
    Outcome::Passed { equations: 1 }
}

/// How many parts the report has, if all of them were read.
fn count(headings: &[Heading]) -> Option<usize> {
    let sections = headings.iter().filter(|heading| heading.section.is_some()).count();
    let last = headings.iter().rposition(|heading| heading.section == Some(SectionKind::OtherMatters))?;
    let runs = |parts: &[Heading]| {
        parts.iter().enumerate().all(|(at, heading)| heading.ordinal.map(usize::from) == Some(at + 1))
    };
    if runs(headings) {
        return Some(headings.len());
    }
    // A heading of the report's own may be a line of the text.
    (sections == SectionKind::ALL.len() && last + 1 == headings.len()).then_some(sections)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    fn announced(words: &str, lines: &str) -> usize {
        let lines = lines.replace("五个部分", words);
        found(&lines).iter().filter(|finding| finding.rule == INFO.name).count()
    }

    #[test]
    fn another_number_is_a_warning() {
        for words in ["五个部分", "七部分", "八大部分", "4个部分", "三个方面"] {
            assert_eq!(announced(words, INFO.fails), 1, "{words}");
        }
        let finding = &found(INFO.fails)[0];
        assert_eq!((finding.actual.as_deref(), finding.expected.as_deref()), (Some("5"), Some("6")));
        assert_eq!(finding.message.zh, "引言称报告有「五个部分」，实际有6个部分");
    }

    #[test]
    fn the_same_number_passes_and_parts_without_number_say_nothing() {
        for words in ["六个部分", "六部分", "6个部分", "六大部分", "部分", "六个方面"] {
            assert_eq!(announced(words, INFO.fails), 0, "{words}");
        }
        assert!(outcome("introduction: 本报告由总体情况等部分组成。", INFO.name).contains("NotStated"));
    }

    #[test]
    fn six_sections_without_ordinals_are_six_parts() {
        let plain = INFO.fails.lines().map(|line| match line.split_once("、") {
            Some((name, title)) if line.starts_with("heading.") => {
                format!("{}: {title}", name.split(':').next().unwrap_or_default())
            }
            _ => line.to_owned(),
        });
        let plain = plain.collect::<Vec<_>>().join("\n");
        assert_eq!(announced("五个部分", &plain), 1);
        assert_eq!(announced("六个部分", &plain), 0);
        let gone = plain.replace("heading.challenges", "heading.overview");
        assert_eq!(announced("五个部分", &gone), 0);
    }

    #[test]
    fn a_report_that_was_not_read_whole_is_not_counted() {
        for gone in ["heading.other_matters", "heading.overview", "heading.challenges"] {
            let lines: Vec<_> = INFO.fails.lines().filter(|line| !line.starts_with(gone)).collect();
            assert_eq!(announced("五个部分", &lines.join("\n")), 0, "{gone}");
            assert!(outcome(&lines.join("\n"), INFO.name).contains("NotRead"), "{gone}");
        }
    }

    #[test]
    fn five_parts_that_are_five_are_not_misannounced() {
        let lines: Vec<_> = INFO.fails.lines().filter(|line| !line.contains("improvement")).collect();
        let lines = lines.join("\n").replace("六、其他", "五、其他");
        assert_eq!(announced("五个部分", &lines), 0);
        assert_eq!(announced("六个部分", &lines), 0);
        assert_eq!(announced("四个部分", &lines), 1);
    }
}
