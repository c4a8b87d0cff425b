//! `placeholder-left`: no template text and no gap was left where something should have been filled in.
//!
//! A gap on a page that lost characters of a date may be the page's: that is a note.

use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::Edition;
use crate::report::{Placeholder, PlaceholderKind};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "placeholder-left",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号：内容雷同、敷衍塞责的应予纠正",
    zh: "没有遗留的模板文字或漏填的数字",
    en: "no template text is left, and no number left out",
    why_zh: "模板文字、空缺的数字说明发布前没有核对。",
    why_en: "Template text and gaps show that nobody read the report before it was published.",
    fails: "\
year: 2023
overview: 2023年，我局主动公开信息  条，收到申请XX件。",
    passes: "\
year: 2023
overview: 2023年，我局主动公开信息 35 条，收到申请2件。",
    editions: &[Edition::E2014, Edition::E2019, Edition::E2021],
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    const MOST: usize = 20;
    let Some(prose) = case.prose() else { return ReasonCode::NoEvidence.skip() };
    let paragraphs = paragraphs(case);
    if paragraphs == 0 {
        return ReasonCode::NotRead.skip();
    }
    findings.extend(prose.statements.placeholders.iter().take(MOST).map(|left| finding(case, left)));
    Outcome::Passed { equations: paragraphs }
}

fn paragraphs(case: &Case<'_>) -> usize {
    let sections = crate::form::SectionKind::ALL.iter().copied().map(Some).chain([None]);
    sections.map(|section| case.report.paragraphs(section).count()).sum()
}

fn finding(case: &Case<'_>, left: &Placeholder) -> Finding {
    let words = case.report.passage(left.passage).unwrap_or_default();
    let (mut zh, mut en) = match left.kind {
        PlaceholderKind::Signs => (
            format!("「{words}」是未替换的模板文字"),
            format!("「{words}」 is template text that was not replaced"),
        ),
        PlaceholderKind::Instruction => (
            format!("「{words}」是填写说明，应删除或替换"),
            format!("「{words}」 is a note to who fills in the form"),
        ),
        _ => (format!("「{words}」漏填数字"), format!("A number was left out in 「{words}」")),
    };
    let lost =
        left.kind == PlaceholderKind::Gap && case.evidence.is_some_and(|evidence| evidence.date_restored);
    if lost {
        zh.push_str("（页面有缺字，请核对原文）");
        en.push_str(" (the page lacks characters elsewhere too: see the original)");
    }
    Finding {
        severity: if lost { Severity::Note } else { INFO.severity },
        passage: Some(left.passage),
        actual: Some(words.to_owned()),
        ..Finding::new(&INFO, Vec::new(), zh, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};
    use crate::check::{check, sketch};
    use crate::form::SectionKind;

    #[test]
    fn every_placeholder_has_its_finding_and_its_words() {
        let found = found(INFO.fails);
        let words: Vec<_> = found.iter().filter_map(|finding| finding.actual.as_deref()).collect();
        assert_eq!(words, ["收到申请XX件", "公开信息  条"]);
        assert_eq!(found[1].message.zh, "「公开信息  条」漏填数字");
        assert!(found.iter().all(|finding| finding.severity == Severity::Warning));
    }

    #[test]
    fn every_section_is_looked_at() {
        for (line, section) in [
            ("introduction: 现公布××局20XX年年度报告。", None),
            ("remarks.applications: 收到申请 件。", Some(SectionKind::Applications)),
            ("improvement: 存在（填写问题）等不足。", Some(SectionKind::Improvement)),
            ("other_matters: 未收取信息处理费，公开文件____件。", Some(SectionKind::OtherMatters)),
        ] {
            let found = found(line);
            let found = found.iter().find(|finding| finding.rule == INFO.name).expect(line);
            assert_eq!(found.passage.map(|passage| passage.section), Some(section), "{line}");
        }
    }

    #[test]
    fn gaps_on_a_page_that_lost_characters_are_notes() {
        let mut sketch = sketch(&format!("{}\nread: applications", INFO.fails)).expect("a sketch");
        sketch.evidence.as_mut().expect("evidence").date_restored = true;
        let severities: Vec<_> = check(&sketch).findings.iter().map(|finding| finding.severity).collect();
        assert_eq!(severities, [Severity::Warning, Severity::Note]);
    }

    #[test]
    fn a_report_without_prose_is_not_judged() {
        assert!(outcome("year: 2023", INFO.name).contains("NotRead"));
    }
}
