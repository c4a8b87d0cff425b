//! `applications-balance`: in every column of table 三, received and carried in equal concluded and
//! carried out.

use super::sums::{self, Failure};
use super::wording;
use crate::check::{Case, Finding, Info, Outcome, Rule, Severity};
use crate::form::{Cell, Edition, Row, relations_of};
use rust_decimal::Decimal;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "applications-balance",
    aliases: &[],
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号 表三注：第一项加第二项之和，等于第三项加第四项之和",
    zh: "表三各列新收与上年结转之和等于办理结果总计与结转下年度之和",
    en: "in every column of table 三, received and carried in equal concluded and carried out",
    why_zh: "每件申请或者本年办结，或者结转下年度，两边不等，必有申请漏计或重计。",
    why_en: "Every application is concluded or carried over; if the sides differ, some are missing or counted twice.",
    fails: "\
applications: 0
applications.received: 3 0 0 0 0 0 3
applications.carried_in: 1 0 0 0 0 0 1
applications.outcomes.granted: 3 0 0 0 0 0 3
applications.outcomes.total: 3 0 0 0 0 0 3",
    passes: "\
applications: 0
applications.received: 3 0 0 0 0 0 3
applications.carried_in: 1 0 0 0 0 0 1
applications.outcomes.granted: 3 0 0 0 0 0 3
applications.outcomes.total: 3 0 0 0 0 0 3
applications.carried_out: 1 0 0 0 0 0 1",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let relations = relations_of(case.edition(), INFO.name);
    sums::check(&INFO, case, relations, wording, |_| false, findings)
}

/// Both sides as the note of the form has them, not as the equation is solved for （七）总计.
fn wording(failure: &Failure<'_>) -> (String, String) {
    let cell = failure.relation.total.cell;
    let value = |row| {
        let mut parts = failure.relation.parts.iter();
        let part = parts.find(|part| matches!(part.cell, Cell::Applications(at, _) if at == row));
        part.map_or(Decimal::ZERO, |&part| failure.value(part))
    };
    let (received, carried_in, carried_out) =
        (value(Row::Received), value(Row::CarriedIn), value(Row::CarriedOut));
    let total = failure.total();
    let text = |sum: Option<Decimal>| sum.map_or_else(|| "…".to_owned(), |sum| sum.normalize().to_string());
    let (before, after) = (text(received.checked_add(carried_in)), text(total.checked_add(carried_out)));
    let zh = format!(
        "表三「{}」列：本年新收{received}+上年结转{carried_in}={before}，\
         办理结果总计{total}+结转下年度{carried_out}={after}，两者应当相等；{}",
        cell.labels().1,
        failure.should_zh("按其余三项，（七）总计"),
    );
    let en = format!(
        "Table 3, column “{}”: received {received} + carried in {carried_in} = {before}, \
         but total of outcomes {total} + carried out {carried_out} = {after}; both sides must be equal; {}",
        wording::column_en(cell),
        failure.should_en("by the other three the total of outcomes"),
    );
    (zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::found;

    #[test]
    fn the_message_has_both_sides() {
        let findings = found(INFO.fails);
        assert_eq!(findings[0].cells[0].to_string(), "applications.outcomes.total.natural_person");
        assert_eq!(
            findings[0].message.zh,
            "表三「自然人」列：本年新收3+上年结转1=4，办理结果总计3+结转下年度0=3，两者应当相等；\
             按其余三项，（七）总计应为4"
        );
        assert_eq!(findings[1].cells[0].to_string(), "applications.outcomes.total.total");
    }

    #[test]
    fn a_blank_carry_over_is_zero_only_if_that_balances() {
        let lines = |carried: &str| format!("{}\napplications.carried_out: {carried}", INFO.passes);
        assert!(found(&lines("_ 0 0 0 0 0 _")).iter().all(|finding| finding.rule == "blank-cell"));
        assert_eq!(found(&lines("2 0 0 0 0 0 2")).len(), 2);
    }
}
