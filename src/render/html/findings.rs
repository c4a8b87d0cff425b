//! Findings with their arithmetic, their cause and their basis.

use super::Html;
use crate::audit::AuditFinding;
use crate::check::rule;
use crate::form::{Cell, Sign, Term};
use crate::render::blocks::{Block, Reason};
use crate::render::excerpt::{adds_nothing, relation};
use crate::render::style::harmless;
use crate::render::words::{cell_name, column_name, passage, place, row_name, severity};
use maud::{Markup, html};

impl Html<'_> {
    pub(super) fn findings_markup(&self) -> Markup {
        html! {
            @if self.blocks.is_empty() {
                p.quiet { (self.pick("没有发现。", "None.")) }
            }
            @for block in &self.blocks { (self.block_markup(block)) }
        }
    }

    fn block_markup(&self, block: &Block<'_>) -> Markup {
        let count = block.findings.len();
        html! {
            div.block {
                @if count > 1 {
                    p.shared {
                        (self.pick("以下 ", "The following ")) (count)
                        (self.pick(" 处发现疑出同一原因。", " findings likely have one cause."))
                    }
                }
                @for &at in &block.findings {
                    @if let Some(finding) = self.audited.findings.get(at) { (self.finding(at, finding)) }
                }
                (self.reasons(block))
            }
        }
    }

    fn finding(&self, at: usize, finding: &AuditFinding) -> Markup {
        let word = super::word(finding.severity);
        let title = self.numbered("title", at);
        let basis = rule(&finding.rule).map_or("", |rule| rule.info.basis);
        html! {
            article.finding.(word) id=(self.numbered("finding", at)) aria-labelledby=(title) {
                h3 id=(title) {
                    span.badge.(word) { (at.saturating_add(1)) } " "
                    span.severity { (severity(finding.severity, self.language)) } " "
                    span.about { (self.about(at, finding)) } " "
                    code.rule lang="en" { (harmless(&finding.rule)) }
                }
                p.message id=(self.numbered("message", at)) { (harmless(finding.message.text(self.language))) }
                (self.arithmetic(finding))
                dl.details {
                    (self.whereabouts(finding))
                    @if !basis.is_empty() {
                        div { dt { (self.pick("依据", "Basis")) } dd lang=[self.chinese()] { (basis) } }
                    }
                }
            }
        }
    }

    /// What a finding is about, with a link there: its piece of prose or its first cell.
    fn about(&self, at: usize, finding: &AuditFinding) -> Markup {
        match (finding.passage, finding.cells.first()) {
            (Some(said), _) if self.marks.has(said) => html! {
                a href={ "#" (self.numbered("passage", at)) } { (passage(said, self.language)) }
            },
            (Some(said), _) => html! { (passage(said, self.language)) },
            (None, Some(&cell)) => self.to_cell(cell),
            (None, None) => html! {},
        }
    }

    pub(super) fn cell_name(&self, cell: Cell) -> String {
        cell_name(cell, self.layout.proactive_edition(), self.language)
    }

    /// The cells that are not in the arithmetic, and the place in the source.
    fn whereabouts(&self, finding: &AuditFinding) -> Markup {
        let shown =
            if relation(&self.audited.report, finding).is_some() { &[] } else { finding.cells.as_slice() };
        let previous = finding.previous.iter().map(|&cell| self.cell_name(cell));
        let previous = previous.collect::<Vec<_>>().join(self.pick("、", "; "));
        html! {
            @if !shown.is_empty() {
                div {
                    dt { (self.pick("单元格", "Cells")) }
                    dd {
                        ul.places {
                            @for &cell in shown { li { (self.to_cell(cell)) " = " b { (self.said(cell)) } } }
                        }
                    }
                }
            }
            @if !previous.is_empty() {
                div { dt { (self.pick("上年报告", "Year before")) } dd { (previous) } }
            }
            @if let Some(place) = place(finding.place, self.language) {
                div { dt { (self.pick("原文", "In the source")) } dd { (place) } }
            }
        }
    }

    /// The equation with the numbers of the report, each with its cell; zeros are only counted.
    fn arithmetic(&self, finding: &AuditFinding) -> Markup {
        let Some(relation) = relation(&self.audited.report, finding) else { return html! {} };
        let Some(first) = relation.parts.first() else { return html! {} };
        let entry = |term: &Term| self.audited.report.get(term.cell);
        let shown: Vec<_> = relation.parts.iter().filter(|term| !adds_nothing(entry(term))).collect();
        let left_out = relation.parts.len() - shown.len();
        html! {
            p.sum {
                (self.operand(relation.total.cell, first.cell)) span.operator { "≠" }
                @for (at, term) in shown.iter().enumerate() {
                    @match (at, term.sign) {
                        (0, Sign::Plus) => {}
                        (_, Sign::Plus) => span.operator { "+" },
                        (_, Sign::Minus) => span.operator { "−" },
                    }
                    (self.operand(term.cell, relation.total.cell))
                }
                @if shown.is_empty() { "0" }
                @if let Some(expected) = &finding.expected {
                    span.operator { "=" } strong { (harmless(expected)) }
                }
                @if left_out > 0 {
                    " " span.quiet {
                        (self.pick("（其余 ", "(the other ")) (left_out)
                        (self.pick(" 项为 0 或空白）", ": zero or blank)"))
                    }
                }
            }
        }
    }

    /// A term of an equation, by the label in which it differs from the total.
    fn operand(&self, cell: Cell, total: Cell) -> Markup {
        let edition = self.layout.proactive_edition();
        let label = match (cell, total) {
            (Cell::Applications(row, _), Cell::Applications(of, _)) if row != of => {
                row_name(cell, edition, self.language)
            }
            _ => column_name(cell, edition, self.language),
        };
        html! {
            a.operand href={ "#" (self.cell_id(cell)) } title=(self.cell_name(cell)) {
                span.of { (label) } " " b { (self.said(cell)) }
            }
        }
    }

    /// What could have caused the findings of a block: suggestions, never corrections.
    fn reasons(&self, block: &Block<'_>) -> Markup {
        let (Some((likeliest, others)), Some(&first)) = (block.reasons.split_first(), block.findings.first())
        else {
            return html! {};
        };
        html! {
            div.cause id=(self.numbered("cause", first)) {
                p {
                    span.badge.suspect aria-hidden="true" { (self.pick("疑", "?")) (first.saturating_add(1)) } " "
                    (self.pick("疑因：", "Likely cause: ")) (self.words(*likeliest))
                }
                (self.changes(*likeliest))
                @if !others.is_empty() {
                    p.quiet { (self.pick("其他可能：", "It could also be:")) }
                    ul.others {
                        @for other in others {
                            // One cell and its number say all; several are nothing without the words.
                            li { @if other.changes().len() != 1 { (self.words(*other)) } (self.changes(*other)) }
                        }
                    }
                }
            }
        }
    }

    fn words(&self, reason: Reason<'_>) -> String {
        harmless(&reason.text(self.layout.proactive_edition(), self.language))
    }

    /// The cells that a reason would change.
    fn changes(&self, reason: Reason<'_>) -> Markup {
        html! {
            ul.changes {
                @for change in reason.changes() {
                    li {
                        (self.to_cell(change.cell)) " "
                        b { (printed(&change.printed, self.pick("空白", "blank"))) } " → "
                        b { (harmless(&change.suggested)) }
                    }
                }
            }
        }
    }
}

fn printed(text: &str, nothing: &str) -> String {
    if text.is_empty() { nothing.to_owned() } else { harmless(text) }
}
