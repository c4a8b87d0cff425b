//! The audit page of anything at all is well-formed, its links have ends, and it says what the report
//! says: arbitrary reports with arbitrary claims and findings, as hostile JSON may have them.
//!
//! What a browser makes of it is tried in `page/`.

#![cfg(feature = "render")]

#[path = "support/reports.rs"]
mod reports;

use gongkai::form::{Cell, SectionKind};
use gongkai::report::Report;
use gongkai::{Audited, Language, render};
use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A text as a page may have it, with what would break out of HTML or turn a line round.
fn text() -> impl Strategy<Value = String> {
    let evil = "</style></title><script>alert(1)</script><!--&amp;\"'=\u{202e}\u{0}\u{fdd0}\u{7}\r\n";
    prop_oneof![3 => ".{0,20}", 2 => "[0-9件<>&\"' 　]{0,20}", 1 => Just(evil.to_owned())]
}

fn passage() -> impl Strategy<Value = Value> {
    let section = option::of(select(SectionKind::ALL).prop_map(|section| section.path()));
    let paragraph = option::of(prop_oneof![9 => 0_usize..4, 1 => any::<usize>()]);
    let edge = || prop_oneof![9 => 0_usize..24, 1 => any::<usize>()];
    (section, paragraph, edge(), edge()).prop_map(|(section, paragraph, start, end)| {
        json!({ "section": section, "paragraph": paragraph, "start": start, "end": end })
    })
}

fn cells() -> impl Strategy<Value = Vec<String>> {
    vec(select(Cell::all().map(|cell| cell.to_string()).collect::<Vec<_>>()), 0..4)
}

fn message() -> impl Strategy<Value = Value> {
    (text(), text()).prop_map(|(zh, en)| json!({ "zh": zh, "en": en }))
}

fn finding() -> impl Strategy<Value = Value> {
    let rule = prop_oneof![
        select(&["applicants-sum", "outcomes-sum", "challenges-sum"][..]).prop_map(str::to_owned),
        text()
    ];
    let severity = select(&["error", "warning", "note"][..]);
    let cell = select(Cell::all().map(|cell| cell.to_string()).collect::<Vec<_>>());
    let cause = option::of((cell, text(), text()).prop_map(
        |(cell, printed, suggested)| json!({ "cell": cell, "printed": printed, "suggested": suggested }),
    ));
    let place = json!({ "start": 0, "end": 1, "line": 3, "column": 4 });
    let place = select(vec![Value::Null, place]);
    (rule, severity, cells(), cells(), option::of(passage()), (option::of(text()), message()), (cause, place))
        .prop_map(|(rule, severity, cells, previous, passage, (expected, message), (cause, place))| {
            json!({
                "rule": rule, "severity": severity, "cells": cells, "previous": previous, "passage": passage,
                "expected": expected, "actual": null, "message": message, "place": place, "cause": cause,
            })
        })
}

/// Faults that may name findings twice, or such as there are none.
fn fault() -> impl Strategy<Value = Value> {
    let cell = select(Cell::all().map(|cell| cell.to_string()).collect::<Vec<_>>());
    let change = (cell, text(), text()).prop_map(
        |(cell, printed, suggested)| json!({ "cell": cell, "printed": printed, "suggested": suggested }),
    );
    let cause = (vec(change, 0..3), message()).prop_map(|(changes, message)| {
        json!({ "kind": "case-moved", "changes": changes, "clears": [], "message": message })
    });
    (vec(0_usize..9, 0..4), vec(cause, 0..3))
        .prop_map(|(findings, causes)| json!({ "findings": findings, "causes": causes }))
}

fn claim() -> impl Strategy<Value = Value> {
    let value = prop_oneof![3 => "[0-9]{1,5}", 1 => text()];
    (passage(), cells(), cells(), value).prop_map(|(passage, plus, minus, value)| {
        json!({ "passage": passage, "plus": plus, "minus": minus, "value": value })
    })
}

fn problem() -> impl Strategy<Value = Value> {
    let cell = option::of(select(Cell::all().map(|cell| cell.to_string()).collect::<Vec<_>>()));
    (cell, message()).prop_map(|(cell, message)| {
        json!({ "kind": "unreadable-cell", "cell": cell, "place": null, "message": message })
    })
}

fn outcomes() -> impl Strategy<Value = Value> {
    let reason = |message: Value| json!({ "code": "blank", "zh": message["zh"], "en": message["en"] });
    let outcome = prop_oneof![
        Just(json!({ "status": "passed", "equations": 3 })),
        Just(json!({ "status": "found", "findings": 3 })),
        message().prop_map(move |message| json!({ "status": "skipped", "reason": reason(message) })),
    ];
    vec((text(), outcome), 0..3)
        .prop_map(|outcomes| outcomes.into_iter().collect::<serde_json::Map<_, _>>().into())
}

/// An audit that no library made.
fn audits() -> impl Strategy<Value = Audited> {
    let prose = (vec(text(), 0..3), vec(text(), 0..3));
    let lists = (
        vec(finding(), 0..6),
        vec(fault(), 0..3),
        vec(claim(), 0..6),
        vec(problem(), 0..3),
        cells(),
        outcomes(),
    );
    (reports::reports(), prose, lists).prop_map(
        |(mut report, (introduction, improvement), (findings, faults, claims, problems, inferred, outcomes))| {
            report.introduction.paragraphs = introduction;
            report.improvement.paragraphs = improvement;
            let audited = json!({
                "report": report, "findings": findings, "faults": faults, "claims": claims, "problems": problems,
                "inferred": inferred, "outcomes": outcomes,
            });
            serde_json::from_value(audited).expect("an audit")
        },
    )
}

/// Everything of a page that the test looks at.
#[derive(Default)]
struct Seen {
    ids: BTreeSet<String>,
    doubled: Vec<String>,
    /// Links and references by id.
    ends: Vec<String>,
    elements: BTreeSet<String>,
    /// The text of the paragraphs that quote the report, without marks.
    said: Vec<String>,
}

impl Seen {
    fn walk(&mut self, node: &Handle) {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            self.elements.insert(name.local.to_string());
            for attribute in attrs.borrow().iter() {
                let value = attribute.value.to_string();
                match &*attribute.name.local {
                    "id" if !self.ids.insert(value.clone()) => self.doubled.push(value),
                    "href" => {
                        self.ends.push(value.strip_prefix('#').expect("a link within the page").to_owned())
                    }
                    "aria-describedby" | "aria-labelledby" | "headers" => {
                        self.ends.extend(value.split(' ').map(str::to_owned));
                    }
                    "class" if value == "said" => self.said.push(plain(node)),
                    name => assert!(!name.starts_with("on") && name != "src", "{name}"),
                }
            }
        }
        node.children.borrow().iter().for_each(|child| self.walk(child));
    }
}

/// The text of an element without the marks in it.
fn plain(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        NodeData::Element { attrs, .. } if attrs.borrow().iter().any(|it| it.value.starts_with("ref ")) => {
            String::new()
        }
        _ => node.children.borrow().iter().map(plain).collect(),
    }
}

/// What a text of the report becomes: characters that act instead of showing are replaced.
fn harmless(text: &str) -> String {
    let acts = |c: char| {
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || matches!(u32::from(c), 0xfdd0..=0xfdef)
            || u32::from(c) & 0xfffe == 0xfffe
    };
    let shown = |c: char| match c {
        c if c.is_whitespace() => ' ',
        c if c.is_control() || acts(c) => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}

fn is_well(page: &str, report: &Report) -> Result<(), TestCaseError> {
    let dom = html5ever::parse_document(RcDom::default(), ParseOpts::default()).one(page);
    prop_assert!(dom.errors.borrow().is_empty(), "{:?} in\n{page}", dom.errors);
    let mut seen = Seen::default();
    seen.walk(&dom.document);
    prop_assert!(seen.doubled.is_empty(), "{:?} are there twice", seen.doubled);
    let open: Vec<_> = seen.ends.iter().filter(|end| !seen.ids.contains(*end)).collect();
    prop_assert!(open.is_empty(), "{open:?} lead nowhere");
    prop_assert!(!seen.elements.contains("script") && !seen.elements.contains("img"));
    let sections = std::iter::once(None).chain(SectionKind::ALL.iter().copied().map(Some));
    let said: Vec<_> = sections.flat_map(|section| report.paragraphs(section).map(harmless)).collect();
    prop_assert_eq!(seen.said, said);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_page_of_anything_is_well(audited in audits()) {
        for language in [Language::Chinese, Language::English] {
            is_well(&render::page(&audited, language), &audited.report)?;
        }
    }
}

#[test]
fn pages_of_the_samples_are_well() {
    for sample in [include_str!("../examples/data/sample.txt"), include_str!("page/faulty-2021.txt")] {
        let audit = gongkai::audit(sample, &gongkai::Options::default());
        let audited = audit.audited().expect("a report");
        is_well(&render::page(audited, Language::Chinese), &audited.report).expect("a page");
    }
}

#[test]
fn many_nested_marks_are_no_burden() {
    let text = "件".repeat(3000);
    let marks = |at: usize| json!({ "section": "overview", "paragraph": 0, "start": 3 * at, "end": text.len() - 3 * at });
    let claims: Vec<_> =
        (0..1400).map(|at| json!({ "passage": marks(at), "plus": [], "value": "1" })).collect();
    let report = json!({ "overview": { "paragraphs": [text] } });
    let audited = json!({ "report": report, "findings": [], "claims": claims, "problems": [], "inferred": [], "outcomes": {} });
    let audited: Audited = serde_json::from_value(audited).expect("an audit");
    is_well(&render::page(&audited, Language::English), &audited.report).expect("a page");
}
