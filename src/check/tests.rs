//! What the rules tell, word by word: of every failing example, and of reports with a milder fault.

use super::{Case, Checked, Finding, check, rule, rules, sketch};
use crate::form::Cell;
use std::fmt::Write;

/// Reports with a fault that a rule tells otherwise than that of its failing example.
const OTHERS: &[&str] = &[
    // edition-mismatch
    "year: 2020\nproactive.rules: 0 0 0\napplications: 0",
    "proactive: 0\nform: 2019\napplications: 0",
    // fee-statement: silence, no number of notices, an odd amount
    "year: 2023\nheading.other_matters: 六、其他需要报告的事项\nother_matters: 无。",
    "year: 2023\nheading.other_matters: 六、其他需要报告的事项\nother_matters: 无。\napplications.outcomes.other.fee_unpaid.total: 3",
    "year: 2023\nother_matters: 未收取信息处理费。\napplications.outcomes.other.fee_unpaid.total: 3",
    "year: 2023\nother_matters: 收取信息处理费385元。",
    // missing-row, blank-cell, unreadable-cell: several
    "read: applications\napplications: 0\napplications.outcomes.not_processed: .",
    "proactive.rules: 1 _ _\nchallenges.review: 0 0 0 0 _",
    "proactive.rules: 见正文 2 另附表\nchallenges.review: 1 见附件 0 0 1",
    // missing-section
    "title: 某县2023年政府信息公开工作年度报告\nyear: 2023\nread: proactive\nheading.overview: 一、总体情况\nheading.proactive: 二、主动公开政府信息情况\nheading.challenges: 四、政府信息公开行政复议、行政诉讼情况\noverview: 平稳。\nproactive: 0\nchallenges: 0",
    // narrative-mismatch: several cells, loose words, another circle of bodies
    "challenges: 0\nchallenges.direct_suits: 1 0 0 0 1\nchallenges.suits_after_review: 2 0 0 0 2\noverview: 全年因政府信息公开引起的行政诉讼5件。",
    "applications: 0\napplications.received: 38 5 0 1 2 0 46\napplications.outcomes.granted: 38 5 0 1 2 0 46\napplications.outcomes.total: 38 5 0 1 2 0 46\noverview: 全年办理依申请公开45件。",
    "applications: 0\napplications.received: 38 5 0 1 2 0 46\napplications.outcomes.granted: 38 5 0 1 2 0 46\napplications.outcomes.total: 38 5 0 1 2 0 46\noverview: 全年共收到政府信息公开申请20件，其中自然人18件。",
    // narrative-sum: a list that may go on
    "applications.carried_in.total: 0\noverview: 全年收到政府信息公开申请12件，其中网上申请8件，信函5件。",
    // period-mismatch, published-late, title-year
    "year: 2023\nperiod: 2023-01-01 2023-12-30",
    "year: 2023\nlevel: county\nkind: government\npublished: 2025-06-01",
    "agency: 某县教育局\ntitle: 某县教育局政府信息公开工作年度报告",
    // placeholder-left
    "improvement: 存在（填写问题）等不足。",
    // rules-without-power
    "level: township\nkind: government\nform: 2019\nproactive.rules: 2 2 10",
    // section-empty, section-order
    "year: 2023\nheading.proactive: 二、主动公开政府信息情况\nheading.applications: 三、收到和处理政府信息公开申请情况\napplications: 0",
    "year: 2023\nheading.overview: 一、总体工作情况\noverview: 平稳。",
    // stock
    "form: 2019\nproactive.normative_documents: 3 9 8",
    "form: 2019\nproactive.licensing: 3 -4 0",
    "form: 2019\nproactive.rules: 0 1 1",
    // Sums: no part or one, a blank part, and parts that no total can be the sum of
    "challenges.review: 0 0 0 0 5\nchallenges.direct_suits: 4 0 0 0 6",
    "challenges.review: 3 _ 1 0 3",
    "applications: 0\napplications.received: 1 0 0 0 0 0 1\napplications.carried_out: 3 0 0 0 0 0 3",
];

/// A government whose report is silent on what only governments report.
const GOVERNMENT: &str = "
    kind: government
    heading.improvement: 五、存在的主要问题及改进情况
    heading.other_matters: 六、其他需要报告的事项
    improvement: 无。
    other_matters: 未收取信息处理费。";

/// A finding in a few lines: everything that it says but its cause.
fn told(case: &Case<'_>, finding: &Finding) -> String {
    let mut told = format!("{}: {:?}\n", finding.rule, finding.severity);
    for (name, cells) in [("cells", &finding.cells), ("previous", &finding.previous)] {
        if !cells.is_empty() {
            let first: Vec<_> = cells.iter().take(3).map(Cell::to_string).collect();
            let _ = writeln!(told, "  {name}: {} ({} in all)", first.join(" "), cells.len());
        }
    }
    if let Some(passage) = finding.passage {
        let words = case.report.passage(passage).unwrap_or_default();
        let _ = writeln!(told, "  passage: {:?} {:?} {words}", passage.section, passage.paragraph);
    }
    for (name, value) in [("expected", &finding.expected), ("actual", &finding.actual)] {
        if let Some(value) = value {
            let _ = writeln!(told, "  {name}: {value}");
        }
    }
    let _ = writeln!(told, "  {}\n  {}", finding.message.zh, finding.message.en);
    told
}

fn all_told(lines: &str) -> String {
    let sketch = sketch(lines).expect("a sketch");
    let Checked { findings, .. } = check(&sketch);
    assert!(!findings.is_empty(), "{lines}");
    findings.iter().map(|finding| told(&sketch.case(), finding)).collect()
}

#[test]
fn what_is_told_of_the_failing_examples() {
    let told = rules().iter().map(|rule| all_told(rule.info.fails)).collect::<Vec<_>>();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn what_is_told_of_other_faults() {
    let aspects = rule("aspect-missing").expect("a rule").info.passes;
    let government = format!("{aspects}{GOVERNMENT}");
    let told = OTHERS.iter().copied().chain([&*government]).map(all_told).collect::<Vec<_>>();
    insta::assert_snapshot!(told.join("\n"));
}
