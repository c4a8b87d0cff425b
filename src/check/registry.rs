//! The rules, one line each.

use super::{Case, Finding, Outcome, Severity, rules as all};
use crate::form::Edition;
use crate::message::Message;

/// What a rule is, for people and programs.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Info {
    /// The name, which is API: kebab-case, frozen.
    pub name: &'static str,
    /// How grave its findings are; a rule that has milder ones too says so in its file.
    pub severity: Severity,
    /// The law, article or line of the form that it rests on.
    pub basis: &'static str,
    /// What it checks, in Chinese.
    pub zh: &'static str,
    /// What it checks, in English.
    pub en: &'static str,
    /// The editions it applies to.
    pub editions: &'static [Edition],
    /// The version of this crate that brought it.
    pub since: &'static str,
}

impl Info {
    /// What it checks, in both languages.
    pub fn summary(&self) -> Message {
        Message::new(self.zh, self.en)
    }
}

/// A rule: what it is, and its check.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Rule {
    /// What it is.
    pub info: Info,
    /// Adds its findings and says what became of it.
    pub(crate) check: fn(&Case<'_>, &mut Vec<Finding>) -> Outcome,
}

/// Every rule, in the order in which findings are reported.
pub const fn rules() -> &'static [Rule] {
    const RULES: &[Rule] = &[
        all::applicants_sum::RULE,
        all::outcomes_sum::RULE,
        all::applications_balance::RULE,
        all::challenges_sum::RULE,
        all::blank_cell::RULE,
        all::missing_row::RULE,
        all::edition_mismatch::RULE,
        all::period_mismatch::RULE,
    ];
    RULES
}

/// A name that no rule has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no rule is named `{0}`")]
pub struct UnknownRule(pub String);

/// The rule of a name.
///
/// # Errors
/// [`UnknownRule`] when there is none.
pub fn rule(name: &str) -> Result<&'static Rule, UnknownRule> {
    rules().iter().find(|rule| rule.info.name == name).ok_or_else(|| UnknownRule(name.to_owned()))
}
