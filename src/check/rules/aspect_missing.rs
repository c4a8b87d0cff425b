//! `aspect-missing`: section 一 covers what the form says it covers.
//!
//! Five aspects in every report; a warning, as the form of 2021 asks for them, and a note in reports of
//! the form before. Three more in the report of a government, anywhere in its prose; a note, since there
//! may be no result to report. The words that cover an aspect are generous ([`Aspect`]): what is missing
//! is not even touched upon. Judged only where section 一 was read whole, with a heading before and a
//! section after it, and is long enough to be more than a remnant.

use super::outline;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Aspect, Edition, SectionKind};
use crate::report::{Kind, Passage, Statements};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "aspect-missing",
    aliases: &[],
    severity: Severity::Warning,
    basis: Aspect::Proactive.item().basis,
    zh: "总体情况包括主动公开、依申请公开、政府信息管理、平台建设、监督保障",
    en: "section 一 covers all five aspects, and a government's report three more",
    why_zh: "总体情况是对全年工作的综述，缺少某一方面就看不出这方面工作是否做了。",
    why_en: "Section 一 sums up the year; of an aspect it is silent on nobody can tell whether anything was done.",
    fails: "\
year: 2023
heading.overview: 一、总体情况
heading.proactive: 二、主动公开政府信息情况
overview: 2023年，我局认真贯彻落实《中华人民共和国政府信息公开条例》和上级关于政务公开工作的部署，坚持以公开为常态、不公开为例外，围绕中心工作及时公开群众关心的事项。全年通过门户网站和政务新媒体主动公开政府信息35条，其中工作动态20条，财政信息5条，人事信息10条，未收到政府信息公开申请。",
    passes: "\
year: 2023
heading.overview: 一、总体情况
heading.proactive: 二、主动公开政府信息情况
overview: 2023年，我局认真贯彻落实《中华人民共和国政府信息公开条例》和上级关于政务公开工作的部署，坚持以公开为常态、不公开为例外，围绕中心工作及时公开群众关心的事项。全年通过门户网站和政务新媒体主动公开政府信息35条，未收到政府信息公开申请。发布前逐条审核，举办培训1次，接受群众监督。",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

/// How many bytes section 一 has at least to be judged: a hundred characters.
const ENOUGH: usize = 300;

/// What the last sentence of a section ends with; one that ends otherwise was cut off.
const ENDS: [char; 8] = ['。', '！', '；', '.', ';', '”', '）', ')'];

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let Some(prose) = case.prose() else { return ReasonCode::NoEvidence.skip() };
    if !outline::has_six_sections(case) {
        return ReasonCode::Edition.skip();
    }
    let statements = &prose.statements;
    if statements.torn || statements.overview_length < ENOUGH || !is_whole(case, statements) {
        return ReasonCode::NotRead.skip();
    }
    let severity = match case.report.year {
        Some(year) if year < Edition::E2021.year() => Severity::Note,
        _ => INFO.severity,
    };
    findings.extend(finding(case, statements, &Aspect::OF_ALL, severity));
    if is_government(case) && was_read_to_the_end(statements) {
        findings.extend(finding(case, statements, &Aspect::OF_GOVERNMENTS, Severity::Note));
    }
    Outcome::Passed { equations: statements.aspects.len() }
}

/// Whether section 一 has its heading, ends as a sentence does, and is followed by section 二.
fn is_whole(case: &Case<'_>, statements: &Statements) -> bool {
    use SectionKind::{Overview, Proactive};
    let ends = case.report.overview.texts().last().is_some_and(|text| text.trim_end().ends_with(ENDS));
    ends && [Overview, Proactive].iter().all(|&section| has_heading(statements, section))
}

fn was_read_to_the_end(statements: &Statements) -> bool {
    use SectionKind::{Improvement, OtherMatters};
    [Improvement, OtherMatters].iter().all(|&section| has_heading(statements, section))
}

fn has_heading(statements: &Statements, section: SectionKind) -> bool {
    statements.headings.iter().any(|heading| heading.section == Some(section))
}

/// Whether the report is one of 各级人民政府: a 街道 is not one, though it reports like a town.
fn is_government(case: &Case<'_>) -> bool {
    let street = case.report.agency.as_ref().is_some_and(|agency| agency.contains("街道"));
    case.report.kind == Some(Kind::Government) && !street
}

fn finding(case: &Case<'_>, statements: &Statements, due: &[Aspect], severity: Severity) -> Option<Finding> {
    let missing: Vec<_> = due.iter().filter(|aspect| !statements.aspects.contains(aspect)).collect();
    let first = missing.first()?;
    let list = |comma| {
        missing.iter().map(|aspect| format!("「{}」", aspect.label())).collect::<Vec<_>>().join(comma)
    };
    let (zh, en) = (list("、"), list(", "));
    let (zh, en) = match first {
        aspect if Aspect::OF_ALL.contains(aspect) => (
            format!(
                "总体情况没有提到{zh}。应当包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面"
            ),
            format!("Section 一 does not speak of {en}: it covers five aspects, these among them"),
        ),
        _ => (
            format!("报告没有提到{zh}。各级人民政府的报告还应当包括工作考核、社会评议和责任追究结果情况"),
            format!("The report does not speak of {en}, as that of a government does"),
        ),
    };
    Some(Finding {
        severity,
        passage: Passage::heading(case.report, SectionKind::Overview),
        expected: Some(first.label().to_owned()),
        ..Finding::new(&INFO, Vec::new(), zh, en)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    #[test]
    fn what_is_not_spoken_of_is_one_warning() {
        let findings = found(INFO.fails);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].message.zh.starts_with("总体情况没有提到「政府信息管理」、「监督保障」。"));
        assert_eq!(findings[0].expected.as_deref(), Some("政府信息管理"));
    }

    #[test]
    fn the_form_before_gives_a_note() {
        let findings = found(&INFO.fails.replace("2023", "2020"));
        assert_eq!(findings.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [Severity::Note]);
        assert_eq!(found(&INFO.fails.replace("2023", "2021"))[0].severity, Severity::Warning);
    }

    #[test]
    fn governments_report_three_more() {
        let rest = "heading.improvement: 五、存在的主要问题及改进情况\nheading.other_matters: 六、其他需要报告的事项\nimprovement: 无。\nother_matters: 未收取信息处理费。";
        let government = format!("{}\n{rest}\nkind: government\nagency: 某县人民政府", INFO.passes);
        let findings = found(&government);
        assert_eq!(findings.len(), 1, "{findings:#?}");
        assert_eq!(findings[0].severity, Severity::Note);
        assert!(findings[0].message.zh.contains("没有提到「工作考核」、「责任追究结果」"));
        assert_eq!(found(&government.replace("某县人民政府", "某街道办事处")), []);
        assert_eq!(found(&government.replace("kind: government", "kind: department")), []);
        let said = government
            .replace("improvement: 无。", "improvement: 加强考核，邀请群众评议，没有被问责的情形。");
        assert_eq!(found(&said), []);
        // The three may stand in any section: where not all were read, nobody can tell.
        for gone in ["heading.improvement", "heading.other_matters"] {
            let lines: Vec<_> = government.lines().filter(|line| !line.starts_with(gone)).collect();
            assert_eq!(found(&lines.join("\n")), [], "{gone}");
        }
    }

    #[test]
    fn what_was_not_read_whole_is_not_judged() {
        for (from, to) in [
            ("heading.overview: 一、总体情况", ""),
            ("heading.overview: 一、总体情况", "heading.improvement: 五、存在的主要问题及改进情况"),
            ("heading.proactive: 二、主动公开政府信息情况", ""),
            ("坚持以公开为常态、不公开为例外，围绕中心工作及时公开群众关心的事项。全年", "\nimprovement:"),
            ("year: 2023", "year: 2017"),
            ("未收到政府信息公开申请。", "未收到政府信息公开"),
        ] {
            let lines = INFO.fails.replace(from, to);
            assert!(outcome(&lines, INFO.name).contains("Skipped"), "{from}");
        }
        let mut sketch = crate::check::sketch(INFO.fails).expect("a sketch");
        sketch.prose.statements.torn = true;
        assert_eq!(crate::check::check(&sketch).findings, []);
    }
}
