//! Holds the scanner against the reference: the same document of every page.
//!
//! `GONGKAI_CORPUS` names a directory whose pages are read as well, and `GONGKAI_SOUPS` how many random
//! pages are.
#![allow(clippy::print_stderr)] // The figures are what one wants to see.

use super::{begun, by_reference, by_scanner, soup};
use crate::source::{Document, Piece};
use crate::{Error, Limits};
use std::{env, fs};

#[allow(dead_code)]
#[path = "../../../tests/support/hostile.rs"]
mod hostile;
#[allow(dead_code)]
#[path = "../../../benches/pages/mod.rs"]
mod pages;

/// How many random pages there are if nothing is said.
const SOUPS: u64 = 4000;

/// How many pages were compared, and how many the scanner handed over.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    pages: usize,
    handed_over: usize,
}

impl Tally {
    fn add(&mut self, page: &str, limits: Limits) {
        self.pages += 1;
        self.handed_over += usize::from(!is_covered(page, limits));
    }

    /// Hundredths of a percent of the pages.
    fn share(self) -> usize {
        self.handed_over * 10_000 / self.pages.max(1)
    }
}

/// Compares what is read of a page, and says whether the scanner covers it.
fn is_covered(page: &str, limits: Limits) -> bool {
    let Ok(page) = begun(page, limits) else { return true };
    let Some(is) = by_scanner(page, limits) else { return false };
    let should = by_reference(page, limits);
    assert!(
        is_same(&is, &should, page),
        "of\n{page:?}\nthe scanner reads\n{}\nand the reference\n{}",
        all_of(&is),
        all_of(&should)
    );
    true
}

type Read = Result<Document<'static>, Error>;

fn is_same(is: &Read, should: &Read, page: &str) -> bool {
    match (is, should) {
        (Err(is), Err(should)) => is == should,
        (Ok(is), Ok(should)) => {
            let others = |document: &Document<'_>| {
                (
                    document.head_title.clone(),
                    document.is_open,
                    document.pages.clone(),
                    document.damages.clone(),
                )
            };
            let mut pieces = is.pieces.iter().zip(&should.pieces);
            is.text == should.text
                && others(is) == others(should)
                && is.pieces.len() == should.pieces.len()
                && pieces.all(|(one, other)| {
                    let same = Piece { line: other.line, ..*one } == *other;
                    same && (one.line == other.line || is_right(is.piece_text(one), one.line, page))
                })
        }
        _ => false,
    }
}

/// Whether a text begins on a line. The reference may be wrong there: a text that it gets in parts, or
/// when what is behind it was read, it takes to be on a later line; and it does not count the line ends
/// between `=` and a value, but those that stand for references.
fn is_right(text: &str, line: u32, page: &str) -> bool {
    let page = page.replace("\r\n", "\n").replace('\r', "\n");
    let knows_lines = ["=\n", "= \n", "=\t\n", "&#10", "&#13"].iter().all(|bad| !page.contains(bad));
    let source = page.lines().nth(line as usize - 1).unwrap_or_default();
    let begins = text.chars().next().is_some_and(|first| source.contains(first) || source.contains('&'));
    begins || !knows_lines
}

/// Everything that a document says.
fn all_of(document: &Read) -> String {
    match document {
        Ok(document) => {
            let piece = |piece| format!("{:?} {piece:?}\n", document.piece_text(piece));
            let pieces: String = document.pieces.iter().map(piece).collect();
            format!("{pieces}{:?} {} {:?}", document.head_title, document.is_open, document.text)
        }
        Err(error) => error.to_string(),
    }
}

/// The pages in the tests: every literal with a tag.
fn literals() -> Vec<String> {
    let tests = [
        include_str!("../../../tests/html.rs"),
        include_str!("../../../tests/shell.rs"),
        include_str!("../../../tests/flattenings.rs"),
    ];
    let literals = tests.into_iter().flat_map(|test| test.split('"').skip(1).step_by(2));
    let is_page = |literal: &&str| literal.contains('<') && literal.contains('>');
    literals.filter(is_page).map(|literal| literal.replace("\\n", "\n").replace("\\r", "\r")).collect()
}

fn fixtures() -> Vec<String> {
    let mut fixtures = literals();
    fixtures.extend(
        [
            pages::SAMPLE_HTML,
            include_str!("../../../tests/data/office/report-2020.html"),
            include_str!("../../../tests/data/office/report-2023.html"),
        ]
        .map(str::to_owned),
    );
    fixtures.push(pages::word_page(100_000));
    fixtures
}

fn corpus() -> Vec<String> {
    let Some(corpus) = env::var_os("GONGKAI_CORPUS") else { return Vec::new() };
    let pages = fs::read_dir(std::path::Path::new(&corpus).join("pages")).expect("the corpus has pages");
    let paths = pages.map(|page| page.expect("an entry").path());
    let html = paths.filter(|path| path.extension().is_some_and(|extension| extension == "html"));
    html.map(|path| fs::read(path).expect("a page"))
        .filter_map(|page| {
            crate::source::decode(&page, &crate::Options::default()).ok().map(|(text, _)| text.into_owned())
        })
        .collect()
}

#[test]
fn fixtures_and_corpus_are_read_as_by_the_reference() {
    let mut tally = Tally::default();
    fixtures().iter().chain(&corpus()).for_each(|page| tally.add(page, Limits::default()));
    eprintln!("{tally:?}: {}.{:02} %", tally.share() / 100, tally.share() % 100);
    assert!(tally.share() <= 500, "{tally:?}");
}

#[test]
fn hostile_pages_are_read_as_by_the_reference() {
    let limits = Limits { elements: 20_000, cells: 5000, lines: 3000, ..Limits::default() };
    for kind in hostile::ALL {
        let page = kind.page(1 << 15);
        is_covered(&page, Limits::default());
        is_covered(&page, limits);
    }
}

/// The number that a variable of the environment has, or another.
pub(super) fn number(variable: &str, other: u64) -> u64 {
    env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(other)
}

#[test]
fn soups_are_read_as_by_the_reference() {
    let (soups, first) = (number("GONGKAI_SOUPS", SOUPS), number("GONGKAI_SEED", 0));
    let fixtures = fixtures();
    let whole: Vec<_> = fixtures.iter().filter(|page| page.len() < 20_000).collect();
    let (mut tally, mut damaged) = (Tally::default(), Tally::default());
    for seed in first..first + soups {
        if seed % 4 == 3 {
            let page = whole[usize::try_from(seed / 4).unwrap_or(0) % whole.len()];
            damaged.add(&soup::damaged(page, seed), Limits::default());
        } else {
            tally.add(&soup::page(seed), Limits::default());
        }
    }
    eprintln!("soups: {tally:?}, damaged pages: {damaged:?}");
}
