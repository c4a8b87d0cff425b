//! `section-empty`: no section is a heading and nothing else.
//!
//! Only a section that another one follows is judged: at the end of a page the text may be cut off. Of
//! a section with a table the table counts, and it is judged only where another table was read, since
//! pages that lost their tables have headings alone.

use super::outline;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Edition, SectionKind, Table};
use crate::report::Passage;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "section-empty",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号：严禁擅自删减；没有情况的也应写明",
    zh: "各部分都有内容",
    en: "no section is a heading and nothing else",
    why_zh: "只有标题没有内容，读者无从知道是没有情况还是漏写。",
    why_en: "Under a bare heading nobody can tell nothing to report from something forgotten.",
    fails: "\
year: 2023
heading.overview: 一、总体情况
heading.improvement: 五、存在的主要问题及改进情况
heading.other_matters: 六、其他需要报告的事项
overview: 工作平稳有序。
other_matters: 本年度未收取信息处理费。",
    passes: "\
year: 2023
heading.overview: 一、总体情况
heading.improvement: 五、存在的主要问题及改进情况
heading.other_matters: 六、其他需要报告的事项
overview: 工作平稳有序。
improvement: 无。
other_matters: 本年度未收取信息处理费。",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let report = case.report;
    if case.prose().is_some_and(|prose| prose.statements.torn) {
        return ReasonCode::NotRead.skip();
    }
    let has_heading = |section: &SectionKind| report.narrative(*section).heading.is_some();
    let Some(last) = SectionKind::ALL.iter().rposition(has_heading) else {
        return ReasonCode::NotRead.skip();
    };
    let mut judged = 0;
    for (at, &section) in SectionKind::ALL.iter().enumerate().filter(|(_, section)| has_heading(section)) {
        let followed = at < last || outline::ended(case);
        match speaks(case, section) {
            Some(true) => judged += 1,
            Some(false) if followed => findings.extend(finding(case, section)),
            _ => {}
        }
    }
    if judged == 0 { ReasonCode::NotRead.skip() } else { Outcome::Passed { equations: judged } }
}

/// Whether anything stands under the heading of a section, if that can be told.
fn speaks(case: &Case<'_>, section: SectionKind) -> Option<bool> {
    if !case.report.narrative(section).is_silent() {
        return Some(true);
    }
    let Some(table) = section.table() else { return Some(false) };
    if outline::was_read(case, table) {
        return Some(true);
    }
    let others = Table::ALL.iter().any(|table| outline::was_read(case, *table));
    others.then_some(false)
}

fn finding(case: &Case<'_>, section: SectionKind) -> Option<Finding> {
    let heading = case.report.narrative(section).heading.as_deref()?;
    let (zh, en) = if section.table().is_some() {
        ("没有表格，也没有文字", "neither table nor text")
    } else {
        ("没有内容", "nothing")
    };
    Some(Finding {
        passage: Passage::heading(case.report, section),
        ..Finding::new(
            &INFO,
            Vec::new(),
            format!("「{heading}」之下{zh}。没有情况的也应写明"),
            format!("Under 「{heading}」 stands {en}. Where there is nothing to report, the section says so"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    fn empty(lines: &str) -> Vec<Option<SectionKind>> {
        let found = found(lines).into_iter().filter(|finding| finding.rule == INFO.name);
        found.map(|finding| finding.passage.and_then(|passage| passage.section)).collect()
    }

    const HEADINGS: &str = "
        year: 2023
        heading.overview: 一、总体情况
        heading.proactive: 二、主动公开政府信息情况
        heading.applications: 三、收到和处理政府信息公开申请情况
        heading.challenges: 四、政府信息公开行政复议、行政诉讼情况
        heading.improvement: 五、存在的主要问题及改进情况
        heading.other_matters: 六、其他需要报告的事项";

    fn with(lines: &str) -> String {
        format!("{HEADINGS}\n{lines}")
    }

    #[test]
    fn bare_headings_are_found() {
        use SectionKind as S;
        let full = "overview: 平稳。\nproactive: 0\napplications: 0\nchallenges: 0\nimprovement: 无。\nother_matters: 未收取信息处理费。";
        assert_eq!(empty(&with(full)), []);
        for (line, section) in [
            ("overview: 平稳。", S::Overview),
            ("proactive: 0", S::Proactive),
            ("applications: 0", S::Applications),
            ("challenges: 0", S::Challenges),
            ("improvement: 无。", S::Improvement),
        ] {
            assert_eq!(empty(&with(&full.replace(line, ""))), [Some(section)], "{line}");
        }
        let cut = full.replace("other_matters: 未收取信息处理费。", "");
        assert_eq!(empty(&with(&format!("{cut}\nread: end"))), [Some(S::OtherMatters)]);
    }

    #[test]
    fn what_may_be_cut_off_or_lost_is_not_empty() {
        // The last heading of a page.
        assert_eq!(
            empty(&with("overview: 平稳。\nproactive: 0\napplications: 0\nchallenges: 0\nimprovement: 无。")),
            []
        );
        // A page without any table has lost them.
        assert_eq!(
            empty(&with("overview: 平稳。\nimprovement: 无。\nother_matters: 未收取信息处理费。")),
            []
        );
        // Text beside the table stands for it.
        let text = "overview: 平稳。\nproactive: 0\napplications: 0\nremarks.challenges: 未发生。\nimprovement: 无。";
        assert_eq!(empty(&with(text)), []);
        // A table that was seen, though no cell of it was read.
        assert_eq!(
            empty(&with(
                "overview: 平。\nproactive: 0\nchallenges: 0\nimprovement: 无。\nread: applications"
            )),
            []
        );
        assert!(outcome("year: 2023", INFO.name).contains("NotRead"));
    }
}
