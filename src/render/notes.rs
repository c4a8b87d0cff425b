//! Findings with their basis, problems, what was not checked, and a summary.

use super::Page;
use super::blocks::{Block, blocks};
use super::caret::caret;
use super::excerpt::Excerpt;
use super::forms::Marks;
use super::layout::Layout;
use super::style::Tone;
use super::words::{Counts, cell_name, passage, place, severity};
use crate::audit::{AuditFinding, AuditProblem};
use crate::check::{Outcome, Severity, rule};
use crate::report::Report;
use crate::{Audited, Language};
use std::collections::{BTreeMap, BTreeSet};

impl Page {
    pub(super) fn notes(&mut self, audited: &Audited, marks: &Marks) {
        self.out.push('\n');
        for block in blocks(audited) {
            self.block(audited, marks, &block);
        }
        for problem in &audited.problems {
            self.problem(problem);
        }
        self.not_checked(audited);
        let summary = Counts::of(audited).summary(self.language);
        self.line(Tone::Title, &summary);
    }

    /// Findings that share a cause, and then their cause.
    fn block(&mut self, audited: &Audited, marks: &Marks, block: &Block<'_>) {
        for finding in block.findings.iter().filter_map(|&at| audited.findings.get(at)) {
            self.finding(&audited.report, marks, finding);
        }
        let Some(cause) = block.cause else { return };
        let edition = Layout::new(&audited.report, BTreeSet::new()).proactive_edition();
        let cell = cell_name(cause.cell, edition, self.language);
        let (printed, suggested, count) = (&cause.printed, &cause.suggested, block.findings.len());
        let cause = match (self.language, count) {
            (Language::Chinese, 1) => format!("疑因：{cell}印作 {printed}，似应为 {suggested}"),
            (Language::Chinese, _) => {
                format!("以上{count}处发现的疑因：{cell}印作 {printed}，似应为 {suggested}")
            }
            (Language::English, 1) => {
                format!("likely cause: {cell} prints {printed}, should likely be {suggested}")
            }
            (Language::English, _) => format!(
                "likely cause of these {count} findings: {cell} prints {printed}, should likely be {suggested}"
            ),
        };
        self.line(Tone::Text, &format!("    {cause}"));
    }

    fn finding(&mut self, report: &Report, marks: &Marks, finding: &AuditFinding) {
        let language = self.language;
        let tone = match finding.severity {
            Severity::Error => Tone::Fault,
            Severity::Warning => Tone::Warning,
            Severity::Note => Tone::Text,
        };
        let word = severity(finding.severity, language);
        let at = place(finding.place, language).map(|place| format!(" {place}")).unwrap_or_default();
        self.line(tone, &format!("[{word}] {}{at}", finding.rule));
        self.line(Tone::Text, &format!("    {}", finding.message.text(language)));
        self.evidence(report, marks, finding);
        let basis = rule(&finding.rule).map_or("", |rule| rule.info.basis);
        if !basis.is_empty() {
            self.line(Tone::Quiet, &format!("    {}{basis}", self.pick("依据：", "basis: ")));
        }
    }

    /// What the report says there: the words, or the part of the table.
    fn evidence(&mut self, report: &Report, marks: &Marks, finding: &AuditFinding) {
        let line = finding.place.and_then(|place| place.line);
        if let Some(said) = finding.passage {
            let words = caret(report, said, line, finding.severity, self.style);
            if let Some(words) = words {
                self.line(Tone::Quiet, &format!("    {}", passage(said, self.language)));
                self.indented(&words);
            }
            return;
        }
        let edition = Layout::new(report, BTreeSet::new()).proactive_edition();
        if let Some(excerpt) = Excerpt::new(report, edition, finding) {
            self.indented(&excerpt.print(marks, self.language, self.style));
        }
    }

    /// Lines that are harmless and in colour already.
    fn indented(&mut self, lines: &str) {
        for line in lines.lines() {
            self.out.push_str("    ");
            self.out.push_str(line);
            self.out.push('\n');
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
