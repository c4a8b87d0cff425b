//! Reports and pages to begin with, always the same ones, and the words of the form.

use crate::reports;
use crate::support::{self, Style, arbitrary, words};
use gongkai::Report;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::collections::BTreeSet;

/// Something of a strategy, as random numbers decide.
pub(crate) fn draw<S: Strategy>(strategy: &S, rng: TestRng) -> S::Value {
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    strategy.new_tree(&mut runner).expect("no strategy here refuses").current()
}

/// So many of a strategy.
fn some<S: Strategy>(count: u8, strategy: S) -> impl Iterator<Item = S::Value> {
    (0..count).map(move |seed| draw(&strategy, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32])))
}

/// Reports as bodies write them.
pub(crate) fn reports() -> Vec<Report> {
    some(8, arbitrary::source()).map(|source| source.report()).collect()
}

/// The same and others, with anything in them, as JSON.
pub(crate) fn json() -> Vec<Vec<u8>> {
    let sample = include_bytes!("../../data/official/sample.json").to_vec();
    let all = reports().into_iter().chain(some(16, reports::reports()));
    let json = all.map(|report| serde_json::to_vec(&report).expect("a report is JSON"));
    json.chain([sample]).collect()
}

/// Pages, whole and damaged, as web pages or as plain text.
pub(crate) fn pages(html: bool) -> impl Iterator<Item = Vec<u8>> {
    let all = some(64, prop_oneof![support::clean(), support::spelled(), support::damaged()]);
    let is_html = |style: &Style| matches!(style, Style::Html(_));
    all.filter(move |sample| is_html(&sample.style) == html).map(|sample| sample.page().into_bytes())
}

/// The labels of the form, and other words.
pub(crate) fn labels_and(words: &str) -> Vec<String> {
    let labels: BTreeSet<&str> = words::labels().into_iter().collect();
    labels.into_iter().map(str::to_owned).chain(words_of(words)).collect()
}

/// Words between blanks.
pub(crate) fn words_of(words: &str) -> Vec<String> {
    words.split(' ').map(str::to_owned).collect()
}
