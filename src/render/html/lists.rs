//! Claims, problems of the reading, what became of the rules, and what the marks mean.

use super::Html;
use super::marks::Ref;
use crate::Language;
use crate::audit::AuditClaim;
use crate::check::{Outcome, rule};
use crate::form::{Cell, Sign};
use crate::render::style::harmless;
use crate::render::words::{passage, place};
use maud::{Markup, html};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

impl Html<'_> {
    pub(super) fn claims_markup(&self) -> Markup {
        html! {
            @if self.audited.claims.is_empty() {
                p.quiet { (self.pick("没有可与表格对照的数字。", "None that the tables have.")) }
            } @else {
                div.scroll role="region" tabindex="0" aria-label=(self.pick("文中数字表", "Table of the figures")) {
                    table.list {
                        thead {
                            tr {
                                th scope="col" { (self.pick("编号", "No.")) }
                                th scope="col" { (self.pick("文中所在", "In the prose")) }
                                th scope="col" { (self.pick("文中数字", "Figure")) }
                                th scope="col" { (self.pick("表中数字", "Tables")) }
                            }
                        }
                        tbody { @for (at, claim) in self.audited.claims.iter().enumerate() { (self.claim(at, claim)) } }
                    }
                }
            }
        }
    }

    fn claim(&self, at: usize, claim: &AuditClaim) -> Markup {
        let said = passage(claim.passage, self.language);
        let sum = self.sum(claim);
        let agrees = sum.zip(claim.value.parse::<Decimal>().ok()).map(|(sum, value)| sum == value);
        html! {
            tr id=(self.numbered("claim", at)) {
                th scope="row" { span.badge.claim { "¶" (at.saturating_add(1)) } }
                td {
                    @if self.marks.has(claim.passage) {
                        a href={ "#" (self.numbered("said", at)) } { (said) }
                    } @else { (said) }
                }
                td.number { b { (harmless(&claim.value)) } }
                td {
                    @match agrees {
                        Some(true) => span.agrees { "= " },
                        Some(false) => span.differs { "≠ " },
                        None => {}
                    }
                    (self.terms(claim))
                    @if claim.plus.len() + claim.minus.len() > 1 {
                        @if let Some(sum) = sum { " = " b { (sum) } }
                    }
                }
            }
        }
    }

    /// The cells of a claim with their signs and numbers.
    fn terms(&self, claim: &AuditClaim) -> Markup {
        html! {
            @for (at, (sign, cell)) in signed(claim).enumerate() {
                @match (at, sign) {
                    (0, Sign::Plus) => {}
                    (_, Sign::Plus) => " + ",
                    (_, Sign::Minus) => " − ",
                }
                (self.to_cell(cell)) " " b { (self.said(cell)) }
            }
        }
    }

    /// What the cells of a claim come to, if each of them says a number.
    fn sum(&self, claim: &AuditClaim) -> Option<Decimal> {
        signed(claim).try_fold(Decimal::ZERO, |sum, (sign, cell)| {
            let number = self.audited.report.get(cell).value()?.decimal();
            match sign {
                Sign::Plus => sum.checked_add(number),
                Sign::Minus => sum.checked_sub(number),
            }
        })
    }

    pub(super) fn problems_markup(&self) -> Markup {
        html! {
            @if self.audited.problems.is_empty() {
                p.quiet { (self.pick("没有。", "None.")) }
            } @else {
                ul.problems {
                    @for (at, problem) in self.audited.problems.iter().enumerate() {
                        li id=(self.numbered("problem", at)) {
                            span.badge.problem { (self.pick("读", "R")) (at.saturating_add(1)) } " "
                            (harmless(problem.message.text(self.language)))
                            @if let Some(cell) = problem.cell { " " (self.to_cell(cell)) }
                            @if let Some(place) = place(problem.place, self.language) {
                                " " span.quiet { (self.pick("原文", "source: ")) (place) }
                            }
                            " " code.rule lang="en" { (problem.kind.name()) }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn outcomes_markup(&self) -> Markup {
        let mut found: BTreeMap<&str, Vec<Ref>> = BTreeMap::new();
        for (at, finding) in self.audited.findings.iter().enumerate() {
            found.entry(&finding.rule).or_default().push(Ref::Finding(finding.severity, at));
        }
        html! {
            div.scroll role="region" tabindex="0" aria-label=(self.pick("规则表", "Table of the rules")) {
                table.list.rules {
                    thead {
                        tr {
                            th scope="col" { (self.pick("规则", "Rule")) }
                            th scope="col" { (self.pick("核对内容", "What it checks")) }
                            th scope="col" { (self.pick("结果", "Outcome")) }
                        }
                    }
                    tbody {
                        @for (name, outcome) in &self.audited.outcomes {
                            tr {
                                th scope="row" { code.rule lang="en" { (harmless(name)) } }
                                td {
                                    @if let Ok(rule) = rule(name) {
                                        (match self.language {
                                            Language::Chinese => rule.info.zh,
                                            Language::English => rule.info.en,
                                        })
                                    }
                                }
                                td { (self.outcome(outcome, found.get(name.as_ref()).map_or(&[], Vec::as_slice))) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn outcome(&self, outcome: &Outcome, found: &[Ref]) -> Markup {
        html! {
            @match outcome {
                Outcome::Passed { equations } => {
                    "✓ " (self.pick("通过", "passed"))
                    span.quiet { (self.pick("（核对 ", " (")) (equations) (self.pick(" 处）", " checked)")) }
                }
                Outcome::Found { .. } => {
                    "✗ " (self.pick("见发现", "see"))
                    @for &mark in found { " " (self.link(mark, None)) }
                }
                Outcome::Skipped { reason } => {
                    "○ " (self.pick("未查：", "not checked: ")) (harmless(reason.message.text(self.language)))
                }
            }
        }
    }

    /// What the marks mean, of those that are used.
    pub(in crate::render) fn legend(&self) -> Markup {
        let audited = self.audited;
        let mark = |class: &str, text: &str| html! { span.badge.(class) { (text) } " " };
        html! {
            ul.legend aria-label=(self.pick("图例", "Legend")) {
                @if !audited.findings.is_empty() {
                    li { (mark("error", "1")) (self.pick("发现及其编号", "a finding and its number")) }
                }
                @if self.blocks.iter().any(|block| !block.reasons.is_empty()) {
                    li {
                        (mark("suspect", self.pick("疑1", "?1")))
                        (self.pick("发现 1 的疑因所在", "where finding 1 likely comes from"))
                    }
                }
                @if !audited.claims.is_empty() {
                    li { (mark("claim", "¶1")) (self.pick("文中数字及其单元格", "a figure of the prose and its cells")) }
                }
                @if !audited.problems.is_empty() {
                    li { (mark("problem", self.pick("读1", "R1"))) (self.pick("读取问题", "a problem of the reading")) }
                }
                @if self.marks.has_inferred() {
                    li id=(self.id("legend-inferred")) {
                        span.sign { "~" } " "
                        (self.pick("由合计推断，页面没有直接印明", "inferred from the sums, not printed as such"))
                    }
                }
                li { span.sign { "·" } " " (self.pick("页面未见", "not on the page")) }
                li { span.sign { "/" } " " (self.pick("标明为无", "marked as nothing")) }
                li { span.sign { "?" } " " (self.pick("无法辨认", "unreadable")) }
            }
        }
    }
}

fn signed(claim: &AuditClaim) -> impl Iterator<Item = (Sign, Cell)> + '_ {
    let plus = claim.plus.iter().map(|&cell| (Sign::Plus, cell));
    plus.chain(claim.minus.iter().map(|&cell| (Sign::Minus, cell)))
}
