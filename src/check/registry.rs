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
    /// Names that it had before; they select it still.
    pub aliases: &'static [&'static str],
    /// How grave its findings are; a rule that has milder ones too says so in its file.
    pub severity: Severity,
    /// The law, article or line of the form that it rests on.
    pub basis: &'static str,
    /// What it checks, in Chinese.
    pub zh: &'static str,
    /// What it checks, in English.
    pub en: &'static str,
    /// Why it matters, in Chinese.
    pub why_zh: &'static str,
    /// Why it matters, in English.
    pub why_en: &'static str,
    /// A report that it finds fault with, and no other rule does, as a [`sketch`](super::sketch).
    pub fails: &'static str,
    /// A report that passes this rule, and in which no rule finds a fault.
    pub passes: &'static str,
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
        all::unreadable_cell::RULE,
        all::negative_count::RULE,
        all::fraction_count::RULE,
        all::missing_row::RULE,
        all::extra_row::RULE,
        all::label_deviates::RULE,
        all::edition_mismatch::RULE,
        all::period_mismatch::RULE,
        all::title_year::RULE,
        all::published_late::RULE,
        all::rules_without_power::RULE,
        all::stock::RULE,
        all::fee_unit::RULE,
        all::carry_over::RULE,
        all::stock_continuity::RULE,
        all::fee_unit_jump::RULE,
        all::missing_section::RULE,
        all::section_order::RULE,
        all::section_empty::RULE,
        all::parts_announced::RULE,
        all::placeholder_left::RULE,
        all::year_in_prose::RULE,
        all::aspect_missing::RULE,
        all::fee_statement::RULE,
        all::narrative_mismatch::RULE,
        all::narrative_denial::RULE,
        all::narrative_sum::RULE,
        all::narrative_share::RULE,
    ];
    RULES
}

/// A name that no rule has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no rule is named `{0}`")]
pub struct UnknownRule(pub String);

/// The rule of a name, or of a name that it had before.
///
/// ```
/// let rule = gongkai::check::rule("outcomes-sum")?;
/// assert_eq!(rule.info.severity, gongkai::check::Severity::Error);
/// # Ok::<(), gongkai::check::UnknownRule>(())
/// ```
///
/// # Errors
/// [`UnknownRule`] when there is none.
pub fn rule(name: &str) -> Result<&'static Rule, UnknownRule> {
    let is_named = |rule: &&Rule| rule.info.name == name || rule.info.aliases.contains(&name);
    rules().iter().find(is_named).ok_or_else(|| UnknownRule(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{check, sketch};

    #[test]
    fn every_rule_has_its_page() {
        for Rule { info, .. } in rules() {
            for text in [info.name, info.basis, info.zh, info.en, info.why_zh, info.why_en, info.since] {
                assert!(!text.is_empty(), "{info:?}");
            }
            assert!(info.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", info.name);
            let named = rules().iter().flat_map(|rule| [&[rule.info.name], rule.info.aliases].concat());
            assert_eq!(named.filter(|name| *name == info.name).count(), 1, "{}", info.name);
        }
    }

    #[test]
    fn every_failing_example_is_found_by_its_rule_alone() {
        for Rule { info, .. } in rules() {
            let sketch = sketch(info.fails).expect("a sketch");
            let checked = check(&sketch);
            assert!(!checked.findings.is_empty(), "{}", info.name);
            assert!(checked.findings.iter().all(|finding| finding.rule == info.name), "{checked:#?}");
            let gravest = checked.findings.iter().map(|finding| finding.severity).min();
            assert_eq!(gravest, Some(info.severity));
        }
    }

    #[test]
    fn every_passing_example_passes() {
        for Rule { info, .. } in rules() {
            let sketch = sketch(info.passes).expect("a sketch");
            let checked = check(&sketch);
            assert_eq!(checked.findings, [], "{}", info.name);
            let outcome = checked.outcome(info.name);
            assert!(
                matches!(outcome, Some(Outcome::Passed { equations: 1.. })),
                "{}: {outcome:?}",
                info.name
            );
        }
    }

    #[test]
    fn unknown_names_are_refused() {
        assert_eq!(
            rule("applicant-sum").map(|rule| rule.info.name),
            Err(UnknownRule("applicant-sum".to_owned()))
        );
    }
}
