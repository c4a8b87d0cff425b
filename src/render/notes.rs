//! Findings with their basis, problems, what was not checked, and a summary.

use super::Page;
use super::blocks::{Block, blocks};
use super::caret::{Texts, caret};
use super::excerpt::Excerpt;
use super::forms::Marks;
use super::layout::Layout;
use super::style::Tone;
use super::words::{Counts, passage, place, severity};
use crate::audit::{AuditFinding, AuditProblem};
use crate::check::{Outcome, Severity, rule};
use crate::form::Edition;
use crate::report::Report;
use crate::{Audited, Language};
use std::collections::{BTreeMap, BTreeSet};

/// What findings are shown from.
struct Shown<'a> {
    report: &'a Report,
    marks: &'a Marks,
    texts: Texts<'a>,
    /// The edition in whose words cells are named.
    edition: Edition,
}

impl<'a> Shown<'a> {
    fn new(report: &'a Report, marks: &'a Marks) -> Self {
        let edition = Layout::new(report, BTreeSet::new()).proactive_edition();
        Self { report, marks, texts: Texts::new(report), edition }
    }
}

impl Page {
    pub(super) fn notes(&mut self, audited: &Audited, marks: &Marks) {
        self.out.push('\n');
        let shown = Shown::new(&audited.report, marks);
        for block in blocks(audited) {
            self.block(audited, &shown, &block);
        }
        for problem in &audited.problems {
            self.problem(problem);
        }
        self.not_checked(audited);
        let summary = Counts::of(audited).summary(self.language);
        self.line(Tone::Title, &summary);
    }

    /// Findings that share a cause, and then their cause.
    fn block(&mut self, audited: &Audited, shown: &Shown<'_>, block: &Block<'_>) {
        for finding in block.findings.iter().filter_map(|&at| audited.findings.get(at)) {
            self.finding(shown, finding);
        }
        let Some(reason) = block.reasons.first() else { return };
        let reason = reason.text(shown.edition, self.language);
        let head = match (self.language, block.findings.len()) {
            (Language::Chinese, 1) => "疑因：".to_owned(),
            (Language::Chinese, count) => format!("以上{count}处发现的疑因："),
            (Language::English, 1) => "likely cause: ".to_owned(),
            (Language::English, count) => format!("likely cause of these {count} findings: "),
        };
        self.line(Tone::Text, &format!("    {head}{reason}"));
    }

    fn finding(&mut self, shown: &Shown<'_>, finding: &AuditFinding) {
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
        self.evidence(shown, finding);
        let basis = rule(&finding.rule).map_or("", |rule| rule.info.basis);
        if !basis.is_empty() {
            self.line(Tone::Quiet, &format!("    {}{basis}", self.pick("依据：", "basis: ")));
        }
    }

    /// What the report says there: the words, or the part of the table.
    fn evidence(&mut self, shown: &Shown<'_>, finding: &AuditFinding) {
        let line = finding.place.and_then(|place| place.line);
        if let Some(said) = finding.passage {
            let words = caret(&shown.texts, said, line, finding.severity, self.style);
            if let Some(words) = words {
                self.line(Tone::Quiet, &format!("    {}", passage(said, self.language)));
                self.indented(&words);
            }
            return;
        }
        if let Some(excerpt) = Excerpt::new(shown.report, shown.edition, finding) {
            self.indented(&excerpt.print(shown.marks, self.language, self.style));
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
