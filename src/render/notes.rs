//! Findings with their basis, problems, what was not checked, and a summary.

use super::style::Tone;
use super::{Page, cell_name, pick};
use crate::audit::{AuditFinding, AuditProblem};
use crate::check::{Outcome, Severity, rule};
use crate::source::Place;
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
        let summary = summary(audited, self.language);
        self.line(Tone::Title, &summary);
    }

    fn finding(&mut self, finding: &AuditFinding) {
        let language = self.language;
        let (tone, word) = severity(finding.severity, language);
        let place = place(finding.place, language);
        self.line(tone, &format!("[{word}] {}{place}", finding.rule));
        self.line(Tone::Text, &format!("    {}", finding.message.text(language)));
        if let Some(cause) = &finding.cause {
            let cell = cell_name(cause.cell, language);
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
        let place = place(problem.place, self.language);
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

const fn severity(severity: Severity, language: Language) -> (Tone, &'static str) {
    match severity {
        Severity::Error => (Tone::Fault, pick(language, "错误", "error")),
        Severity::Warning => (Tone::Warning, pick(language, "警告", "warning")),
        Severity::Note => (Tone::Text, pick(language, "提示", "note")),
    }
}

fn place(place: Option<Place>, language: Language) -> String {
    match (place.and_then(|place| Some((place.line?, place.column))), language) {
        (None, _) => String::new(),
        (Some((line, None)), Language::Chinese) => format!(" 第{line}行"),
        (Some((line, Some(column))), Language::Chinese) => format!(" 第{line}行第{column}列"),
        (Some((line, None)), Language::English) => format!(" line {line}"),
        (Some((line, Some(column))), Language::English) => format!(" line {line}, column {column}"),
    }
}

fn summary(audited: &Audited, language: Language) -> String {
    let of = |severity| audited.findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings, notes) = (of(Severity::Error), of(Severity::Warning), of(Severity::Note));
    let problems = audited.problems.len();
    let [mut passed, mut found, mut skipped] = [0; 3];
    for outcome in audited.outcomes.values() {
        match outcome {
            Outcome::Passed { .. } => passed += 1,
            Outcome::Found { .. } => found += 1,
            Outcome::Skipped { .. } => skipped += 1,
        }
    }
    match language {
        Language::Chinese => format!(
            "错误 {errors}，警告 {warnings}，提示 {notes}，读取问题 {problems}；\
             规则通过 {passed}，有发现 {found}，未查 {skipped}。"
        ),
        Language::English => format!(
            "errors {errors}, warnings {warnings}, notes {notes}, reading problems {problems}; \
             rules passed {passed}, found {found}, not checked {skipped}."
        ),
    }
}
