//! `section-order`: the sections have the ordinals and the titles of the form.
//!
//! Wrong ordinals are one warning for the whole report; one that lacks a section counts on without it,
//! which is what `missing-section` says. A title in other words is a note: blanks, marks, Traditional
//! characters, 的 and 和 for 、 are no other words, and those of 条例 第五十条 are as good as the form's.

use super::outline;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Edition, SectionKind};
use crate::report::{Heading, Passage};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "section-order",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号：年度报告格式，一至六部分的序号和标题",
    zh: "各部分的序号、标题与格式一致",
    en: "the sections have the ordinals and the titles of the form",
    why_zh: "各级各部门的年度报告要汇总、比对，序号、标题应当统一。",
    why_en: "Reports are compared and added up, by people and by programs: headings are the same in all.",
    fails: "\
year: 2023
heading.overview: 一、总体情况
heading.proactive: 二、主动公开政府信息情况
heading.applications: 二、收到和处理政府信息公开申请情况
overview: 工作平稳有序。
proactive: 0
applications: 0",
    passes: "\
year: 2023
heading.overview: 一、总体情况
heading.proactive: 二、行政机关主动公开政府信息情况
heading.applications: 三、收到和处理政府信息公开申请的情况
overview: 工作平稳有序。
proactive: 0
applications: 0",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let Some(prose) = case.prose() else { return ReasonCode::NoEvidence.skip() };
    if !outline::has_six_sections(case) {
        return ReasonCode::Edition.skip();
    }
    let all = &prose.statements.headings;
    let headings: Vec<_> = all.iter().filter_map(|heading| Some((heading.section?, heading))).collect();
    if headings.is_empty() {
        return ReasonCode::NotRead.skip();
    }
    findings.extend(ordinals(case, &headings));
    let others = headings.iter().filter(|(_, heading)| !heading.official);
    findings.extend(others.map(|(section, _)| title(case, *section)));
    Outcome::Passed { equations: headings.len() }
}

/// The sections whose ordinal is neither the form's nor what is left of it where sections before are missing.
fn ordinals(case: &Case<'_>, headings: &[(SectionKind, &Heading)]) -> Option<Finding> {
    let wrong = |(found, (section, heading)): (usize, &(SectionKind, &Heading))| {
        let (due, ordinal) = (*section as usize + 1, heading.ordinal?);
        (usize::from(ordinal) != due && usize::from(ordinal) != found + 1).then_some((*section, due, ordinal))
    };
    let wrong: Vec<_> = headings.iter().enumerate().filter_map(wrong).collect();
    let &(first, due, ordinal) = wrong.first()?;
    let list = |each: &dyn Fn(&str, u8, usize) -> String, comma: &str| {
        let one = |(section, due, ordinal): &(SectionKind, usize, u8)| {
            each(printed(case, *section), *ordinal, *due)
        };
        wrong.iter().map(one).collect::<Vec<_>>().join(comma)
    };
    let zh = list(&|heading, _, due| format!("「{heading}」应为「{}、」", numeral(due)), "；");
    let en = list(&|heading, _, due| format!("「{heading}」 should be 「{}、」", numeral(due)), "; ");
    Some(Finding {
        passage: Passage::heading(case.report, first),
        expected: Some(numeral(due)),
        actual: Some(numeral(ordinal.into())),
        ..Finding::new(
            &INFO,
            Vec::new(),
            format!("各部分序号与格式不一致：{zh}"),
            format!("Ordinals are not those of the form: {en}"),
        )
    })
}

fn title(case: &Case<'_>, section: SectionKind) -> Finding {
    let (label, heading) = (section.label(), printed(case, section));
    Finding {
        severity: Severity::Note,
        passage: Passage::heading(case.report, section),
        expected: Some(label.to_owned()),
        actual: Some(heading.to_owned()),
        ..Finding::new(
            &INFO,
            Vec::new(),
            format!("标题「{heading}」与格式的「{label}」不一致"),
            format!("The title 「{heading}」 is not that of the form, 「{label}」"),
        )
    }
}

fn printed<'a>(case: &Case<'a>, section: SectionKind) -> &'a str {
    case.report.narrative(section).heading.as_deref().unwrap_or_default()
}

/// The ordinal of a section as the form prints it.
fn numeral(ordinal: usize) -> String {
    let numeral = ordinal.checked_sub(1).and_then(|at| "一二三四五六七八九十".chars().nth(at));
    numeral.map_or_else(|| ordinal.to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    fn headings(lines: &[&str]) -> String {
        let sections = SectionKind::ALL.iter().zip(lines).filter(|(_, heading)| !heading.is_empty());
        let lines = sections.map(|(section, heading)| format!("heading.{}: {heading}\n", section.path()));
        format!("year: 2023\n{}", lines.collect::<String>())
    }

    fn said(lines: &[&str]) -> Vec<(Severity, String, String)> {
        let found = found(&headings(lines)).into_iter().filter(|finding| finding.rule == INFO.name);
        found
            .map(|finding| {
                (finding.severity, finding.actual.unwrap_or_default(), finding.expected.unwrap_or_default())
            })
            .collect()
    }

    const FORM: [&str; 6] = [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ];

    #[test]
    fn the_form_passes_in_every_spelling() {
        assert_eq!(said(&FORM), []);
        let spelled = [
            "一 、总 体 情 况",
            "|二、行政机关主动公开政府信息的情况",
            "三、收到和處理政府信息公開申請的情況：",
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "五、政府信息公开工作存在的主要问题和改进情况",
            "六、六、其它需要报告的事项。",
        ];
        assert_eq!(said(&spelled), []);
        assert!(outcome(&headings(&spelled), INFO.name).contains("equations: 6"));
    }

    #[test]
    fn wrong_ordinals_are_one_warning() {
        let shifted = [
            "二、总体情况",
            "三、主动公开政府信息情况",
            "四、收到和处理政府信息公开申请情况",
            "五、政府信息公开行政复议、行政诉讼情况",
            "六、存在的主要问题及改进情况",
            "七、其他需要报告的事项",
        ];
        assert_eq!(said(&shifted), [(Severity::Warning, "二".to_owned(), "一".to_owned())]);
        let doubled = [FORM[0], FORM[1], FORM[2], "三、政府信息公开行政复议、行政诉讼情况", FORM[4], FORM[5]];
        assert_eq!(said(&doubled), [(Severity::Warning, "三".to_owned(), "四".to_owned())]);
        let found = found(&headings(&doubled));
        let message = &found.iter().find(|finding| finding.rule == INFO.name).expect("a finding").message;
        assert!(
            message.zh.contains("「三、政府信息公开行政复议、行政诉讼情况」应为「四、」"),
            "{}",
            message.zh
        );
    }

    #[test]
    fn what_is_missing_is_not_out_of_order() {
        assert_eq!(said(&[FORM[0], FORM[1], FORM[2], FORM[3], "", "五、其他需要报告的事项"]), []);
        assert_eq!(said(&["", "", FORM[2], FORM[3]]), []);
        assert_eq!(said(&["总体情况", "主动公开政府信息情况", "3.收到和处理政府信息公开申请情况"]), []);
    }

    #[test]
    fn titles_in_other_words_are_notes() {
        for (section, heading) in [
            (0, "一、总体工作情况"),
            (1, "二、主动公开政府政府情况"),
            (1, "二、主动公开情况"),
            (4, "五、存在的问题"),
            (4, "五、存在的主要问题及改进措施"),
            (5, "六、其他事项"),
        ] {
            let mut lines = FORM;
            lines[section] = heading;
            let expected = (Severity::Note, heading.to_owned(), FORM[section].to_owned());
            assert_eq!(said(&lines), [expected], "{heading}");
        }
    }
}
