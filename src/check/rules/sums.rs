//! What the rules over sums of the form share: those within one report, and those over two years.

use super::wording;
use crate::check::{Case, Finding, Info, Known, Outcome, ReasonCode, Severity};
use crate::form::{Edition, Evaluation, Operand, Relation, Sign, Term, Which};
use crate::report::Entry;
use rust_decimal::Decimal;
use std::fmt::Write;

/// One failing equation: what its rule words.
pub(super) struct Failure<'a> {
    pub(super) case: &'a Case<'a>,
    pub(super) relation: &'a Relation,
    /// The signed sum of the parts.
    pub(super) expected: Decimal,
    /// The printed total.
    pub(super) actual: Decimal,
}

/// How a rule words a failing equation: Chinese, English.
pub(super) type Wording = fn(&Failure<'_>) -> (String, String);

/// Plus, minus and equals, as a language writes them.
type Signs = [&'static str; 3];
pub(super) const ZH: Signs = ["+", "-", "="];
pub(super) const EN: Signs = [" + ", " - ", " = "];

/// Evaluates the relations of a rule, but for those whose failure is `excused`.
pub(super) fn check<'a>(
    info: &Info,
    case: &Case<'_>,
    relations: impl IntoIterator<Item = &'a Relation>,
    wording: Wording,
    excused: impl Fn(&Failure<'_>) -> bool,
    findings: &mut Vec<Finding>,
) -> Outcome {
    let (mut holding, mut blank, mut unread) = (0, false, false);
    for relation in relations {
        match relation.evaluate(|term| operand(case, term)) {
            Evaluation::Holds => holding += 1,
            Evaluation::Blank => blank = true,
            Evaluation::Unknown => unread = unread || is_printed(case, relation),
            Evaluation::Fails { expected, actual } => {
                let failure = Failure { case, relation, expected, actual };
                if excused(&failure) {
                    unread = true;
                } else {
                    findings.push(failure.finding(info, wording));
                }
            }
        }
    }
    match (holding, unread, blank) {
        (0, true, _) => ReasonCode::NotRead.skip(),
        (0, false, true) => ReasonCode::Blank.skip(),
        (0, false, false) if case.report.editions.agreed() == Some(Edition::E2014) => {
            ReasonCode::Edition.skip()
        }
        (0, false, false) => ReasonCode::NotPrinted.skip(),
        (equations, ..) => Outcome::Passed { equations },
    }
}

fn is_printed(case: &Case<'_>, relation: &Relation) -> bool {
    relation.terms().any(|term| !entry(case, term).is_absent())
}

/// The report that a term means, and what reading it showed. Parts of an area are not at hand yet.
pub(super) fn known<'a>(case: &Case<'a>, which: Which) -> Option<Known<'a>> {
    match which {
        Which::This => Some(Known { report: case.report, evidence: case.evidence }),
        Which::Previous => case.previous,
        Which::Part(_) => None,
    }
}

/// What a term says; nothing if its report is not at hand.
fn entry<'a>(case: &Case<'a>, term: Term) -> &'a Entry {
    known(case, term.which).map_or(&Entry::Absent, |known| known.report.get(term.cell))
}

/// Whether every cell of a relation is printed, in this report and in the others.
pub(super) fn is_whole(case: &Case<'_>, relation: &Relation) -> bool {
    relation.terms().all(|term| !entry(case, term).is_absent())
}

pub(in crate::check) fn operand(case: &Case<'_>, term: Term) -> Operand {
    match entry(case, term) {
        Entry::Value(number) => match number.count() {
            Some(count) => Operand::Count(count),
            None => Operand::Value(number.decimal()),
        },
        Entry::Mark => Operand::Nothing,
        Entry::Blank => Operand::Blank,
        Entry::Absent | Entry::Unreadable(_) => Operand::Unknown,
    }
}

impl Failure<'_> {
    fn finding(&self, info: &Info, wording: Wording) -> Finding {
        let (mut zh, mut en) = wording(self);
        if self.relation.parts.iter().any(|&part| *entry(self.case, part) == Entry::Blank) {
            zh.push_str("（空白按0计）");
            en.push_str(" (blank cells count as 0)");
        }
        let doubted = self.is_doubted();
        if doubted {
            zh.push_str("。其中有的数据位置系推定，或表内有未能识别的内容，请核对原文");
            en.push_str("; some of these cells were inferred, or the table holds what was not recognised: see the page");
        }
        let cells =
            |which| self.relation.terms().filter(move |term| term.which == which).map(|term| term.cell);
        Finding {
            previous: cells(Which::Previous).collect(),
            severity: if doubted { Severity::Warning } else { info.severity },
            expected: Some(self.expected.normalize().to_string()),
            actual: Some(self.actual.normalize().to_string()),
            ..Finding::new(info, cells(Which::This).collect(), zh, en)
        }
    }

    /// Whether the fault may be one of the reading: an operand was placed by the sums, or stands
    /// where something was not recognised.
    fn is_doubted(&self) -> bool {
        self.relation.terms().any(|Term { which, cell, .. }| {
            let evidence = known(self.case, which).and_then(|known| known.evidence);
            evidence.is_some_and(|evidence| evidence.is_uncertain(cell))
        })
    }

    /// The parts that are not zero, as `name` calls them, with their sum: 自然人3+商业企业1=4.
    pub(super) fn arithmetic(&self, signs: &Signs, name: impl Fn(Term) -> String) -> String {
        let [plus, minus, equals] = signs;
        let (mut sum, mut count) = (String::new(), 0);
        for &part in &self.relation.parts {
            let value = self.value(part);
            if value.is_zero() {
                continue;
            }
            let sign = match part.sign {
                Sign::Plus if sum.is_empty() => "",
                Sign::Plus => plus,
                Sign::Minus => minus,
            };
            let _ = write!(sum, "{sign}{}{}", name(part), bracketed(value));
            count += 1;
        }
        let expected = self.expected.normalize();
        match count {
            0 => expected.to_string(),
            1 => sum,
            _ => format!("{sum}{equals}{expected}"),
        }
    }

    /// What a term says, zero if it is no number.
    pub(super) fn value(&self, term: Term) -> Decimal {
        entry(self.case, term).or_zero().normalize()
    }

    /// The printed total, as it is worded.
    pub(super) fn total(&self) -> Decimal {
        self.actual.normalize()
    }

    /// What the total should be, in Chinese; that is no count if a part is wrong.
    pub(super) fn should_zh(&self, total: &str) -> String {
        if self.expected < Decimal::ZERO {
            return "分项有误".to_owned();
        }
        format!("{total}应为{}", self.expected.normalize())
    }

    /// What the total should be, in English; that is no count if a part is wrong.
    pub(super) fn should_en(&self, total: &str) -> String {
        if self.expected < Decimal::ZERO {
            return "a part is wrong".to_owned();
        }
        format!("{total} should be {}", self.expected.normalize())
    }
}

/// A number behind its name; a negative one in brackets.
fn bracketed(value: Decimal) -> String {
    if value.is_sign_negative() { format!("({value})") } else { value.to_string() }
}

/// The arithmetic over one row: applicants, results.
pub(super) fn row_wording(failure: &Failure<'_>) -> (String, String) {
    let cell = failure.relation.total.cell;
    let (zh, en) = wording::table(cell.table());
    let sum = failure.arithmetic(&ZH, |term| term.cell.labels().1.to_owned());
    let total = failure.total();
    let zh = format!(
        "{zh}「{}」行：总计填报为{total}，各分项之和为{sum}，{}",
        wording::row_zh(failure.case.report, cell),
        failure.should_zh("按分项总计")
    );
    let sum = failure.arithmetic(&EN, |term| format!("{} ", wording::column_en(term.cell)));
    let en = format!(
        "{en}, row “{}”: the total is printed as {total}, its parts come to {sum}; {}",
        wording::row_en(cell),
        failure.should_en("by them it")
    );
    (zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::outcome;
    use crate::check::{check, sketch};

    #[test]
    fn why_nothing_could_be_added_up() {
        let told = |lines: &str| outcome(lines, "challenges-sum");
        assert!(told("").contains("NotPrinted"));
        assert!(told("challenges.review.upheld: 3").contains("NotRead"));
        assert!(told("challenges.review: 3 0 0 0 ?").contains("NotRead"));
        assert!(told("challenges.review: 3 0 0 0 _").contains("Blank"));
        let mut old = sketch("").expect("a sketch");
        old.report.editions.challenges = Some(Edition::E2014);
        let outcome = format!("{:?}", check(&old).outcome("challenges-sum"));
        assert!(outcome.contains("code: Edition"), "{outcome}");
    }
}
