//! `missing-section`: the report has all six sections of the form.
//!
//! What a reader did not find need not be missing: a page is cut off, a heading is lost. So a section
//! is missing only where the page shows that nothing was there:
//!
//! - The ordinals run on without it (四、… then 五、其他需要报告的事项): the report was written without the
//!   section. This is an error, whatever else is known of the page.
//! - The ordinals leave room for it (四、… then 六、…), or it is the first or the last one and the page
//!   shows its introduction or its end: a warning, since the page may have lost it.
//!
//! A section whose table or prose was read without its heading is not missing, and a page that shows
//! pieces of a report is not judged.

use super::outline;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Edition, SectionKind};
use crate::report::{Heading, Statements};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "missing-section",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号：报告内容不能遗漏，严禁擅自删减；政府信息公开条例 第五十条",
    zh: "六个部分齐全",
    en: "the report has all six sections of the form",
    why_zh: "六个部分是法定内容，没有情况也应写明，不得省略。",
    why_en: "The six sections are what the law asks for; one with nothing to report says so and is not left out.",
    fails: "\
year: 2023
heading.overview: 一、总体情况
heading.proactive: 二、主动公开政府信息情况
heading.applications: 三、收到和处理政府信息公开申请情况
heading.challenges: 四、政府信息公开行政复议、行政诉讼情况
heading.other_matters: 五、其他需要报告的事项
overview: 工作平稳有序。
proactive: 0
applications: 0
challenges: 0
other_matters: 本年度未收取信息处理费。",
    passes: "\
year: 2023
heading.overview: 一、总体情况
heading.proactive: 二、主动公开政府信息情况
heading.applications: 三、收到和处理政府信息公开申请情况
heading.challenges: 四、政府信息公开行政复议、行政诉讼情况
heading.improvement: 五、存在的主要问题及改进情况
heading.other_matters: 六、其他需要报告的事项
overview: 工作平稳有序。
proactive: 0
applications: 0
challenges: 0
improvement: 专栏更新不够及时，已安排专人负责。
other_matters: 本年度未收取信息处理费。",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

/// How many headings make the outline of a report.
const ENOUGH: usize = 3;

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let Some(prose) = case.prose() else { return ReasonCode::NoEvidence.skip() };
    if !outline::has_six_sections(case) {
        return ReasonCode::Edition.skip();
    }
    let outline = Outline { case, statements: &prose.statements };
    let found = outline.found().count();
    if found < ENOUGH {
        return ReasonCode::NotRead.skip();
    }
    let mut unclear = false;
    for &section in SectionKind::ALL {
        match outline.verdict(section) {
            Verdict::There => {}
            Verdict::Unclear => unclear = true,
            Verdict::Missing(severity) => findings.push(finding(section, severity)),
        }
    }
    if unclear { ReasonCode::NotRead.skip() } else { Outcome::Passed { equations: found } }
}

/// What became of a section.
enum Verdict {
    There,
    Unclear,
    Missing(Severity),
}

struct Outline<'a> {
    case: &'a Case<'a>,
    statements: &'a Statements,
}

impl<'a> Outline<'a> {
    fn found(&self) -> impl DoubleEndedIterator<Item = (SectionKind, &'a Heading)> + use<'a> {
        self.statements.headings.iter().filter_map(|heading| Some((heading.section?, heading)))
    }

    fn verdict(&self, section: SectionKind) -> Verdict {
        if self.found().any(|(found, _)| found == section) {
            return Verdict::There;
        }
        let before = self.found().rfind(|(found, _)| *found < section);
        let after = self.found().find(|(found, _)| *found > section);
        if self.was_read(section) || self.speaks_of(section, before.map(|(found, _)| found)) {
            return Verdict::Unclear;
        }
        if self.runs_on(before, after) {
            return Verdict::Missing(Severity::Error);
        }
        let room_is_seen = match (before, after) {
            (Some(_), Some(_)) => self.begun(),
            (None, Some(_)) => self.case.evidence.is_some() && !self.case.report.introduction.is_empty(),
            _ => outline::ended(self.case),
        };
        let room_is_empty = room_is_seen && !self.has_own_heading(section);
        if room_is_empty && !self.statements.torn {
            Verdict::Missing(Severity::Warning)
        } else {
            Verdict::Unclear
        }
    }

    /// Whether the ordinals before and after leave no room between them.
    fn runs_on(
        &self,
        before: Option<(SectionKind, &Heading)>,
        after: Option<(SectionKind, &Heading)>,
    ) -> bool {
        let Some(next) = after.and_then(|(_, heading)| heading.ordinal) else { return false };
        match before {
            None => next == 1,
            Some((_, heading)) => {
                let own = self.statements.headings.iter().any(|heading| heading.section.is_none());
                !own && heading.ordinal.is_some_and(|ordinal| ordinal + 1 == next)
            }
        }
    }

    /// Whether the table or the prose of a section was read without its heading.
    fn was_read(&self, section: SectionKind) -> bool {
        let table = section.table();
        table.is_some_and(|table| outline::was_read(self.case, table))
            || !self.case.report.narrative(section).is_empty()
    }

    /// Whether the section before it has words that may be its own.
    fn speaks_of(&self, section: SectionKind, before: Option<SectionKind>) -> bool {
        let words: &[&str] = match section {
            SectionKind::Improvement => &["问题", "不足", "改进", "下一步", "問題", "改進"],
            SectionKind::Challenges => &["复议", "诉讼", "復議", "訴訟"],
            _ => return false,
        };
        let Some(before) = before.map(|before| self.case.report.narrative(before)) else { return false };
        let mut texts = before.heading.as_deref().into_iter().chain(before.texts());
        texts.any(|text| words.iter().any(|word| text.contains(word)))
    }

    /// Whether a heading of the report's own has the ordinal that the section should have.
    fn has_own_heading(&self, section: SectionKind) -> bool {
        let due = section as u8 + 1;
        self.statements
            .headings
            .iter()
            .any(|heading| heading.section.is_none() && heading.ordinal == Some(due))
    }

    /// Whether the page shows how the report begins.
    fn begun(&self) -> bool {
        self.case.evidence.is_some()
            && (self.case.report.title.is_some() || !self.case.report.introduction.is_empty())
    }
}

fn finding(section: SectionKind, severity: Severity) -> Finding {
    let label = section.label();
    let (sure_zh, sure_en) = match severity {
        Severity::Error => ("，各部分序号前后相接，可见未写", "; the ordinals run on without it"),
        _ => ("，请核对页面是否完整", "; see whether the page is complete"),
    };
    Finding {
        severity,
        expected: Some(label.to_owned()),
        ..Finding::new(
            &INFO,
            Vec::new(),
            format!("缺少「{label}」{sure_zh}。六个部分均应保留，没有情况的也应写明"),
            format!(
                "The section 「{label}」 is not there{sure_en}. All six sections are kept, also where there is nothing to report"
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    /// The passing example without some lines, as it was read from a page that has a title.
    fn without(parts: &[&str], also: &str) -> String {
        let keep = |line: &&str| !parts.iter().any(|part| line.contains(part));
        let lines: Vec<_> = INFO.passes.lines().filter(keep).collect();
        format!("title: 某县2023年政府信息公开工作年度报告\n{}\n{also}", lines.join("\n"))
    }

    fn missing(lines: &str) -> Vec<(Severity, String)> {
        let found = found(lines).into_iter().filter(|finding| finding.rule == INFO.name);
        found.map(|finding| (finding.severity, finding.expected.unwrap_or_default())).collect()
    }

    #[test]
    fn a_report_written_without_a_section_is_an_error() {
        let expected = [(Severity::Error, "五、存在的主要问题及改进情况".to_owned())];
        assert_eq!(missing(INFO.fails), expected);
        assert_eq!(missing(&format!("{}\nread: applications", INFO.fails)), expected);
        let first = INFO
            .passes
            .replace("heading.overview: 一、总体情况\n", "")
            .replace("overview: 工作平稳有序。\n", "");
        let first = ["一", "二", "三", "四", "五", "六"].windows(2).fold(first, |lines, pair| {
            lines.replace(&format!(": {}、", pair[1]), &format!(": {}、", pair[0]))
        });
        assert_eq!(missing(&first), [(Severity::Error, "一、总体情况".to_owned())]);
    }

    #[test]
    fn a_gap_between_the_ordinals_is_a_warning_on_a_page_that_shows_its_beginning() {
        let gap = without(&["improvement"], "read: applications");
        assert_eq!(missing(&gap), [(Severity::Warning, "五、存在的主要问题及改进情况".to_owned())]);
        let gap = without(&["overview"], "read: applications\nintroduction: 现公布年度报告。");
        assert_eq!(missing(&gap), [(Severity::Warning, "一、总体情况".to_owned())]);
        let end = without(&["other_matters"], "read: applications end");
        assert_eq!(missing(&end), [(Severity::Warning, "六、其他需要报告的事项".to_owned())]);
    }

    #[test]
    fn what_may_be_lost_is_not_missing() {
        for lines in [
            // Not read from a page, or a page without a beginning.
            without(&["improvement"], ""),
            without(&["improvement"], "read: applications").replace("title:", "agency:"),
            without(&["overview"], "introduction: 现公布年度报告。"),
            // The end was not seen.
            without(&["other_matters"], "read: applications"),
            // The table or the text was read.
            without(&["heading.applications"], "read: applications"),
            without(&["heading.overview"], "read: applications"),
            without(&["improvement"], "read: applications\nremarks.challenges: 存在的问题是更新不及时。"),
            without(&["challenges"], "read: applications\nremarks.applications: 没有行政复议、行政诉讼。"),
            // Fragments.
            without(&["overview", "improvement", "challenges", "proactive"], "read: applications"),
            without(&["heading"], "read: applications end"),
            // The form did not ask for it yet.
            without(&["improvement"], "read: applications\nyear: 2016"),
        ] {
            assert_eq!(missing(&lines), [], "{lines}");
            assert!(outcome(&lines, INFO.name).contains("Skipped"), "{lines}");
        }
    }

    #[test]
    fn a_page_that_shows_pieces_is_not_judged() {
        let mut sketch =
            crate::check::sketch(&without(&["improvement"], "read: applications")).expect("a sketch");
        sketch.prose.statements.torn = true;
        assert_eq!(crate::check::check(&sketch).findings, []);
    }

    #[test]
    fn a_heading_of_the_reports_own_may_be_the_section() {
        let found = |heading: &str| {
            let mut sketch =
                crate::check::sketch(&without(&["improvement"], "read: applications")).expect("a sketch");
            let own = crate::report::Narrative { heading: Some(heading.to_owned()), ..Default::default() };
            sketch.report.remarks.challenges.parts.push(own);
            sketch.prose = crate::report::Prose::of(&sketch.report);
            crate::check::check(&sketch).findings.len()
        };
        assert_eq!(found("五、工作打算"), 0);
        assert_eq!(found("八、工作打算"), 1);
    }
}
