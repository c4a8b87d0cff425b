//! Findings and outcomes as data.

use crate::form::Cell;
use crate::message::Message;
use crate::report::{Locus, Passage};
use serde::{Deserialize, Serialize};

/// How grave a finding is, by the words of the norm. Set once per rule, in its [`Info`](super::Info):
/// that is the gravest; a rule with milder findings too says so in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Breaks the arithmetic of the form or a duty of the law.
    Error,
    /// Implausible, or out of form.
    Warning,
    /// Worth a look.
    Note,
}

/// Something of the report that does not add up.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule, by its frozen name.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The cells, the one that it is about first.
    pub cells: Vec<Cell>,
    /// Cells of the report of the year before that it compares with.
    pub previous: Vec<Cell>,
    /// The piece of prose that it is about.
    pub passage: Option<Passage>,
    /// What should stand there.
    pub expected: Option<String>,
    /// What stands there.
    pub actual: Option<String>,
    /// The finding in both languages.
    pub message: Message,
    /// The likeliest cause, if one is known.
    pub cause: Option<Cause>,
}

/// A suggestion, never applied to the report: which printed cell is likely wrong, and what it should say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Cause {
    /// The cell.
    pub cell: Cell,
    /// What it prints.
    pub printed: String,
    /// What it should likely print.
    pub suggested: String,
}

/// What became of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "status")]
#[non_exhaustive]
pub enum Outcome {
    /// Everything the rule could check holds.
    Passed {
        /// How many equations or facts were checked.
        equations: usize,
    },
    /// The rule has findings.
    Found {
        /// How many.
        findings: usize,
    },
    /// There was nothing that the rule could check.
    Skipped {
        /// Why.
        reason: Reason,
    },
}

/// Why a rule did not run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reason {
    /// The reason for programs.
    pub code: ReasonCode,
    /// The reason for people.
    #[serde(flatten)]
    pub message: Message,
}

/// Why a rule did not run, for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ReasonCode {
    /// The page prints none of the cells.
    NotPrinted,
    /// The cells are printed blank.
    Blank,
    /// Cells were not read, or the page is cut off.
    NotRead,
    /// The edition of the form has no such cells, or is not known.
    Edition,
    /// The page states no such fact.
    NotStated,
    /// The level or the kind of the body is not known.
    BodyUnknown,
    /// The rule does not bind a body of this level and kind.
    NotApplicable,
    /// The rule compares two years, and the report of the year before is not at hand.
    OneReport,
    /// The other report is not of the year before.
    NotConsecutive,
    /// The other report is of another body.
    OtherBody,
    /// The rule needs what reading the page showed.
    NoEvidence,
    /// The rule was not asked for.
    NotSelected,
}

impl Finding {
    /// A finding of a rule, as grave as the rule says.
    pub(crate) fn new(info: &super::Info, cells: Vec<Cell>, zh: String, en: String) -> Self {
        Self {
            rule: info.name,
            severity: info.severity,
            cells,
            previous: Vec::new(),
            passage: None,
            expected: None,
            actual: None,
            message: Message::new(zh, en),
            cause: None,
        }
    }

    /// What it is about: its piece of prose, else its first cell.
    pub fn locus(&self) -> Option<Locus> {
        let cell = || self.cells.first().copied().map(Locus::Cell);
        self.passage.map(Locus::Passage).or_else(cell)
    }
}

impl ReasonCode {
    /// The outcome that a rule with this reason has.
    pub(crate) fn skip(self) -> Outcome {
        let (zh, en) = match self {
            Self::NotPrinted => ("页面没有这些单元格", "the page prints none of the cells"),
            Self::Blank => ("有关单元格为空白", "the cells are printed blank"),
            Self::NotRead => {
                ("有关单元格未能读取，或页面不完整", "cells were not read, or the page is cut off")
            }
            Self::Edition => {
                ("版本不明，或该版本没有这些单元格", "the edition is not known or has no such cells")
            }
            Self::NotStated => ("页面没有说明", "the page does not state it"),
            Self::BodyUnknown => ("机关的层级或者类别不明", "the level or the kind of the body is not known"),
            Self::NotApplicable => {
                ("该规则不适用于这类机关", "the rule does not bind a body of this level and kind")
            }
            Self::OneReport => ("没有上年度的报告", "the report of the year before is not at hand"),
            Self::NotConsecutive => {
                ("所给的另一份报告不是上年度的", "the other report is not of the year before")
            }
            Self::OtherBody => ("所给的另一份报告属于其他机关", "the other report is of another body"),
            Self::NoEvidence => ("没有读取过程的依据", "there is no evidence from reading a page"),
            Self::NotSelected => ("未选用该规则", "the rule was not asked for"),
        };
        Outcome::Skipped { reason: Reason { code: self, message: Message::new(zh, en) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{rule, rules::tests::found};

    #[test]
    fn a_finding_is_about_its_words_or_its_first_cell() {
        let of_cells = &found("challenges.review: 10 1 0 0 0")[0];
        assert_eq!(of_cells.locus(), Some(Locus::Cell(of_cells.cells[0])));
        let of_both = &found(rule("narrative-denial").expect("a rule").info.fails)[0];
        assert!(!of_both.cells.is_empty());
        assert_eq!(of_both.locus(), of_both.passage.map(Locus::Passage));
        let of_neither = &found("agency: 某县教育局\ntitle: 某县教育局政府信息公开工作年度报告")[0];
        assert_eq!(of_neither.locus(), None);
    }
}
