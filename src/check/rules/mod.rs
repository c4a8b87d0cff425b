//! The rules, one file each: what, why, basis, a failing and a passing example, info, check, tests.

pub(super) mod applicants_sum;
pub(super) mod applications_balance;
pub(super) mod aspect_missing;
pub(super) mod blank_cell;
pub(super) mod carry_over;
pub(super) mod challenges_sum;
pub(super) mod edition_mismatch;
pub(super) mod extra_row;
pub(super) mod fee_statement;
pub(super) mod fee_unit;
pub(super) mod fee_unit_jump;
pub(super) mod fraction_count;
pub(super) mod label_deviates;
pub(super) mod missing_row;
pub(super) mod missing_section;
mod narrative;
pub(super) mod narrative_denial;
pub(super) mod narrative_mismatch;
pub(super) mod narrative_share;
pub(super) mod narrative_sum;
pub(super) mod negative_count;
mod odd;
pub(super) mod outcomes_sum;
mod outline;
pub(super) mod parts_announced;
pub(super) mod period_mismatch;
pub(super) mod placeholder_left;
pub(super) mod published_late;
pub(super) mod rules_without_power;
pub(super) mod section_empty;
pub(super) mod section_order;
pub(super) mod stock;
pub(super) mod stock_continuity;
pub(super) mod sums;
pub(super) mod title_year;
pub(super) mod unreadable_cell;
pub(super) mod wording;
pub(super) mod year_in_prose;
pub(super) mod years;

/// What the tests of the rules share.
#[cfg(test)]
pub(super) mod tests {
    use crate::check::{Checked, Finding, check, sketch};

    fn checked(lines: &str) -> Checked {
        check(&sketch(lines).expect("a sketch"))
    }

    /// The findings of every rule in a sketch.
    pub(in crate::check) fn found(lines: &str) -> Vec<Finding> {
        checked(lines).findings
    }

    /// What became of one rule.
    pub(in crate::check) fn outcome(lines: &str, rule: &str) -> String {
        format!("{:?}", checked(lines).outcome(rule).expect("a rule"))
    }

    /// The severities of the findings if these cells were inferred.
    pub(in crate::check) fn severities(lines: &str, inferred: &[&str]) -> Vec<String> {
        let mut sketch = sketch(lines).expect("a sketch");
        let evidence = sketch.evidence.get_or_insert_default();
        evidence
            .inferred
            .extend(inferred.iter().map(|path| path.parse::<crate::form::Cell>().expect("a cell")));
        let findings = check(&sketch).findings;
        findings.iter().map(|finding| format!("{:?}", finding.severity)).collect()
    }
}
