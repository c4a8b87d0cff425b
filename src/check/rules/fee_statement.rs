//! `fee-statement`: section 六 says what was collected of 信息处理费, in agreement with table 三.
//!
//! - It says nothing of the fee: a warning where applications were dealt with, since each may have cost
//!   one; a note where there were none.
//! - It says that no notice, or only so many, were sent, and table 三 has more applicants who did not pay
//!   on notice than that, those carried in included: a warning. That nothing was collected agrees with
//!   applicants who did not pay.
//! - Table 三 has such applicants and section 六 says nothing of notices: a note.
//! - What was collected is no multiple of 10 元, as every fee of the tariff is: a warning.

use super::{outline, wording};
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Applicant, Cell, Edition, Row, SectionKind};
use crate::report::{FeeStatement, Passage, Report};
use rust_decimal::Decimal;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "fee-statement",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号：其他需要报告的事项；政府信息公开信息处理费管理办法（国办函〔2020〕109号）",
    zh: "其他需要报告的事项写明信息处理费收取情况，并与表三一致",
    en: "section 六 says what was collected of the fee for processing information, in agreement with table 三",
    why_zh: "信息处理费的收取情况每年都要报告，没有收取的也应写明。",
    why_en: "The fee is reported every year, also when none was collected.",
    fails: "\
year: 2023
heading.other_matters: 六、其他需要报告的事项
other_matters: 本年度未发出收费通知，没有收取信息处理费。
applications: 0
applications.received: 3 0 0 0 0 0 3
applications.outcomes.other.fee_unpaid: 3 0 0 0 0 0 3
applications.outcomes.total: 3 0 0 0 0 0 3",
    passes: "\
year: 2023
heading.other_matters: 六、其他需要报告的事项
other_matters: 本年度发出收费通知3件，均未缴纳，没有收取信息处理费。
applications: 0
applications.received: 3 0 0 0 0 0 3
applications.outcomes.other.fee_unpaid: 3 0 0 0 0 0 3
applications.outcomes.total: 3 0 0 0 0 0 3",
    editions: &[Edition::E2021],
    since: "0.1.0",
};

/// The applicants who did not pay on notice, and those for whom a notice may be of the year before.
const UNPAID: Cell = Cell::Applications(Row::FeeUnpaid, Applicant::Total);
const CARRIED_IN: Cell = Cell::Applications(Row::CarriedIn, Applicant::Total);

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let Some(prose) = case.prose() else { return ReasonCode::NoEvidence.skip() };
    match case.report.year {
        Some(year) if year >= Edition::E2021.year() => {}
        _ => return ReasonCode::Edition.skip(),
    }
    let Some(fee) = prose.statements.fee else {
        if !is_whole(case) {
            return ReasonCode::NotRead.skip();
        }
        findings.push(silent(case));
        return Outcome::Passed { equations: 0 };
    };
    findings.extend(notices(case, &fee));
    findings.extend(amount(case, &fee));
    Outcome::Passed { equations: 1 }
}

fn count(report: &Report, cell: Cell) -> Option<u64> {
    report.get(cell).count()
}

/// Whether section 六 was read to its end: what stands behind it was seen, or its last sentence ends.
fn is_whole(case: &Case<'_>) -> bool {
    let section = &case.report.other_matters;
    let last = section.texts().last();
    let ended = case.evidence.is_none() || outline::ended(case);
    section.heading.is_some()
        && last.is_some_and(|text| ended || text.trim_end().ends_with(['。', '！', '；']))
}

/// Section 六 says nothing of the fee.
fn silent(case: &Case<'_>) -> Finding {
    let none = count(case.report, Cell::Applications(Row::Received, Applicant::Total)) == Some(0);
    let unpaid = count(case.report, UNPAID).unwrap_or(0);
    let (zh, en) = match unpaid {
        0 => (String::new(), String::new()),
        _ => (
            format!("，而表三有{unpaid}件申请人逾期未按收费通知缴费"),
            format!(", while table 三 has {unpaid} applicants who did not pay on notice"),
        ),
    };
    Finding {
        severity: if none && unpaid == 0 { Severity::Note } else { INFO.severity },
        passage: Passage::heading(case.report, SectionKind::OtherMatters),
        ..Finding::new(
            &INFO,
            if unpaid > 0 { vec![UNPAID] } else { Vec::new() },
            format!("没有写明信息处理费收取情况{zh}。没有收取的也应写明"),
            format!("Nothing is said of 信息处理费{en}. Where none was collected, the section says so"),
        )
    }
}

/// The notices that the prose states, against the applicants of table 三 who did not pay on one.
fn notices(case: &Case<'_>, fee: &FeeStatement) -> Option<Finding> {
    let unpaid = count(case.report, UNPAID).filter(|unpaid| *unpaid > 0)?;
    let inferred = case.is_inferred(UNPAID);
    let words = wording::quote(case.report.passage(fee.passage).unwrap_or_default());
    let Some(notices) = fee.notices else {
        return Some(Finding {
            severity: Severity::Note,
            passage: Some(fee.passage),
            ..Finding::new(
                &INFO,
                vec![UNPAID],
                format!(
                    "表三有{unpaid}件申请人逾期未按收费通知缴费，{words}没有写明发出收费通知的件数和金额"
                ),
                format!(
                    "Table 三 has {unpaid} applicants who did not pay on notice; {words} does not say how many notices were sent, and for how much"
                ),
            )
        });
    };
    let carried_in = count(case.report, CARRIED_IN).unwrap_or(unpaid);
    let most = notices.checked_add(carried_in)?;
    (unpaid > most && !inferred).then(|| Finding {
        passage: Some(fee.passage),
        expected: Some(unpaid.to_string()),
        actual: Some(notices.to_string()),
        ..Finding::new(
            &INFO,
            vec![UNPAID, CARRIED_IN],
            format!("{words}称发出收费通知{notices}件，表三却有{unpaid}件申请人逾期未按收费通知缴费（{notices}+上年结转{carried_in}<{unpaid}）"),
            format!("{words} speaks of {notices} notices, but table 三 has {unpaid} applicants who did not pay on notice ({notices} + {carried_in} carried in < {unpaid})"),
        )
    })
}

/// Every fee of the tariff is a multiple of 10 元, by items and by pages.
fn amount(case: &Case<'_>, fee: &FeeStatement) -> Option<Finding> {
    let collected = fee.collected?;
    let off = collected.checked_rem(Decimal::TEN)?;
    if off.is_zero() {
        return None;
    }
    let words = wording::quote(case.report.passage(fee.passage).unwrap_or_default());
    Some(Finding {
        passage: Some(fee.passage),
        actual: Some(collected.to_string()),
        ..Finding::new(
            &INFO,
            Vec::new(),
            format!("{words}所说的{collected}元不是10元的整数倍，按件、按量计收都不会得出这个数"),
            format!(
                "{collected} 元 in {words} is no multiple of 10 元, as every fee of the tariff is, by items and by pages"
            ),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    /// The failing example with another sentence in section 六, or other lines.
    fn said(sentence: &str, lines: &str) -> Vec<(Severity, bool)> {
        let lines = format!(
            "{}\n{lines}",
            INFO.fails.replace("本年度未发出收费通知，没有收取信息处理费。", sentence)
        );
        let found = found(&lines).into_iter().filter(|finding| finding.rule == INFO.name);
        found.map(|finding| (finding.severity, finding.cells.contains(&UNPAID))).collect()
    }

    const NONE_UNPAID: &str = "applications.outcomes.other.fee_unpaid: 0";

    #[test]
    fn silence_is_a_warning_or_a_note() {
        assert_eq!(said("无。", ""), [(Severity::Warning, true)]);
        assert_eq!(said("无。", NONE_UNPAID), [(Severity::Warning, false)]);
        assert_eq!(said("没有其他需要报告的事项。", "applications: 0"), [(Severity::Note, false)]);
        // What was not read from a page was not cut off either.
        assert_eq!(said("无", ""), [(Severity::Warning, true)]);
    }

    #[test]
    fn notices_are_held_against_the_table() {
        for (sentence, expected) in [
            ("未发出收费通知，未收取信息处理费。", &[(Severity::Warning, true)][..]),
            ("发出收费通知2件，收取信息处理费0元。", &[(Severity::Warning, true)]),
            ("发出收费通知的件数为0件，总金额0元。", &[(Severity::Warning, true)]),
            ("发出收费通知3件，收取信息处理费0元。", &[]),
            ("发出收费通知5件，总金额900元，实际收取200元。", &[]),
            ("本年度未收取信息处理费。", &[(Severity::Note, true)]),
            ("收取信息处理费380元。", &[(Severity::Note, true)]),
        ] {
            assert_eq!(said(sentence, ""), expected, "{sentence}");
        }
        assert_eq!(said("未发出收费通知，未收取信息处理费。", NONE_UNPAID), []);
        // A notice of the year before.
        let carried = "applications.received: 0\napplications.carried_in: 3 0 0 0 0 0 3";
        assert_eq!(said("未发出收费通知，未收取信息处理费。", carried), []);
    }

    #[test]
    fn every_fee_is_a_multiple_of_ten() {
        for (sentence, count) in [
            ("收取信息处理费385元。", 1),
            ("收取信息处理费2,740.5元。", 1),
            ("收取信息处理费380元。", 0),
            ("收取信息处理费0.04万元。", 0),
            ("收取信息处理费约385元。", 0),
            ("未收取信息处理费。", 0),
        ] {
            assert_eq!(said(sentence, NONE_UNPAID).len(), count, "{sentence}");
        }
    }

    #[test]
    fn what_was_not_read_whole_is_not_judged() {
        for lines in [
            "year: 2023",
            "year: 2023\nother_matters: 无。",
            "year: 2023\nheading.other_matters: 六、其他需要报告的事项",
            "year: 2023\nread: applications\nheading.other_matters: 六、其他需要报告的事项\nother_matters: 本年度我局没有其他",
        ] {
            assert!(outcome(lines, INFO.name).contains("NotRead"), "{lines}");
        }
        assert!(outcome("year: 2020\nother_matters: 无。", INFO.name).contains("Edition"));
        let elsewhere = "year: 2023\nheading.other_matters: 六、其他需要报告的事项\nother_matters: 无。\noverview: 申请3件，未收取信息处理费。";
        assert_eq!(found(elsewhere), []);
    }
}
