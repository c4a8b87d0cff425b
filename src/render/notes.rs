//! Findings with their basis, problems, what was not checked, and a summary.

use super::Page;
use super::style::Tone;
use super::words::{Counts, cell_name, place, severity};
use crate::audit::{AuditFinding, AuditProblem};
use crate::check::{Outcome, Severity, rule};
use crate::form::Edition;
use crate::{Audited, Language};
use std::collections::BTreeMap;

impl Page {
    pub(super) fn notes(&mut self, audited: &Audited) {
        self.out.push('\n');
        for finding in &audited.findings {
            self.finding(finding);
        }
        for problem in &audited.problems {
            self.problem(problem);
        }
        self.not_checked(audited);
        let summary = Counts::of(audited).summary(self.language);
        self.line(Tone::Title, &summary);
    }

    fn finding(&mut self, finding: &AuditFinding) {
        let language = self.language;
        let tone = match finding.severity {
            Severity::Error => Tone::Fault,
            Severity::Warning => Tone::Warning,
            Severity::Note => Tone::Text,
        };
        let word = severity(finding.severity, language);
        let place = place(finding.place, language).map(|place| format!(" {place}")).unwrap_or_default();
        self.line(tone, &format!("[{word}] {}{place}", finding.rule));
        self.line(Tone::Text, &format!("    {}", finding.message.text(language)));
        if let Some(cause) = &finding.cause {
            let cell = cell_name(cause.cell, Edition::E2021, language);
            let (printed, suggested) = (&cause.printed, &cause.suggested);
            let cause = match language {
                Language::Chinese => format!("    疑因：{cell}印作 {printed}，似应为 {suggested}"),
                Language::English => {
                    format!("    likely cause: {cell} prints {printed}, should likely be {suggested}")
                }
            };
            self.line(Tone::Text, &cause);
        }
        let basis = rule(&finding.rule).map_or("", |rule| rule.info.basis);
        if !basis.is_empty() {
            self.line(Tone::Quiet, &format!("    {}{basis}", self.pick("依据：", "basis: ")));
        }
    }

    fn problem(&mut self, problem: &AuditProblem) {
        let word = self.pick("读取", "reading");
        let place = place(problem.place, self.language).map(|place| format!(" {place}")).unwrap_or_default();
        let message = problem.message.text(self.language);
        self.line(Tone::Guess, &format!("[{word}]{place} {message}"));
    }

    /// The rules that had nothing to check, by reason: silence is not a pass.
    fn not_checked(&mut self, audited: &Audited) {
        let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (rule, outcome) in &audited.outcomes {
            if let Outcome::Skipped { reason } = outcome {
                reasons.entry(reason.message.text(self.language)).or_default().push(rule);
            }
        }
        for (reason, rules) in reasons {
            let word = self.pick("未查", "not checked");
            let rules = rules.join(self.pick("、", ", "));
            let line = match self.language {
                Language::Chinese => format!("[{word}] {rules}：{reason}"),
                Language::English => format!("[{word}] {rules}: {reason}"),
            };
            self.line(Tone::Quiet, &line);
        }
    }
}
