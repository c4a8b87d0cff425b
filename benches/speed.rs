//! How fast reports are read and checked, as ratios to what cannot be avoided. See `README.md` here.
//!
//! Each candidate is run in turn with its baselines, over and over, and medians are compared: what
//! slows the machine down for a while slows both.
#![allow(clippy::print_stdout)] // The figures are what one wants to see.

#[allow(dead_code)] // Of the pages, each bench measures some.
mod pages;
#[path = "pages/tree.rs"]
mod tree;

use gongkai::check::{Case, check};
use gongkai::source::document;
use gongkai::{Options, audit, read, read_str};
use html5ever::tendril::TendrilSink;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long one measurement of a group takes.
const TIME: Duration = Duration::from_secs(3);

/// What is measured, and under which name.
type Run<'a> = (&'static str, Box<dyn FnMut() + 'a>);

/// Runs all in turn; the median of each in nanoseconds.
fn medians(runs: &mut [Run<'_>]) -> Vec<f64> {
    // So many calls a sample that the clock does not matter.
    let batches: Vec<u32> = runs.iter_mut().map(|(_, run)| batch(run)).collect();
    let mut samples = vec![Vec::new(); runs.len()];
    let begin = Instant::now();
    while begin.elapsed() < TIME || samples[0].len() < 11 {
        for (((_, run), batch), samples) in runs.iter_mut().zip(&batches).zip(&mut samples) {
            let start = Instant::now();
            (0..*batch).for_each(|_| run());
            samples.push(start.elapsed().as_secs_f64() * 1e9 / f64::from(*batch));
        }
    }
    let median = |mut samples: Vec<f64>| {
        samples.sort_by(f64::total_cmp);
        samples[samples.len() / 2]
    };
    samples.into_iter().map(median).collect()
}

/// How many calls take about a millisecond.
fn batch(run: &mut dyn FnMut()) -> u32 {
    (0..50).for_each(|_| run());
    let start = Instant::now();
    (0..20).for_each(|_| run());
    let each = start.elapsed() / 20;
    u32::try_from(1_000_000 / each.as_nanos().max(1)).unwrap_or(u32::MAX).clamp(1, 10_000)
}

/// Measures a group; every time is also given as a multiple of each of the first `baselines`.
fn group(title: &str, bytes: usize, baselines: usize, mut runs: Vec<Run<'_>>) {
    println!("\n{title}, {bytes} bytes");
    let medians = medians(&mut runs);
    for (number, ((name, _), median)) in runs.iter().zip(&medians).enumerate() {
        #[allow(clippy::cast_precision_loss)]
        let speed = bytes as f64 * 1000.0 / median;
        print!("  {name:<34} {median:>11.0} ns {speed:>8.1} MB/s");
        for baseline in 0..baselines.min(number) {
            print!("   {:>6.2} x {}", median / medians[baseline], runs[baseline].0);
        }
        println!();
    }
}

fn text(title: &str, page: &str) {
    let options = Options::default();
    let (bytes, found) = (page.as_bytes(), audit(page, &options));
    let runs: Vec<Run<'_>> = vec![
        ("from_utf8", Box::new(|| _ = black_box(std::str::from_utf8(black_box(bytes))))),
        // What is given back takes so long to put together even when everything is known.
        ("a copy of the audit", Box::new(|| drop(black_box(black_box(&found).clone())))),
        ("document: text to pieces", Box::new(|| _ = black_box(document(black_box(page), &options)))),
        ("read_str: text to reading", Box::new(|| _ = black_box(read_str(black_box(page), &options)))),
        ("read: bytes to reading", Box::new(|| _ = black_box(read(black_box(bytes), &options)))),
        ("audit: bytes to findings", Box::new(|| _ = black_box(audit(black_box(bytes), &options)))),
    ];
    group(title, page.len(), 1, runs);
}

fn html(title: &str, page: &str) {
    let options = Options::default();
    let bytes = page.as_bytes();
    let rcdom = || {
        let dom = markup5ever_rcdom::RcDom::default();
        html5ever::parse_document(dom, html5ever::ParseOpts::default()).one(black_box(page))
    };
    let runs: Vec<Run<'_>> = vec![
        ("html5ever, least tree", Box::new(|| _ = black_box(tree::arena(black_box(page))))),
        ("html5ever, rcdom", Box::new(|| _ = black_box(rcdom()))),
        ("document: text to pieces", Box::new(|| _ = black_box(document(black_box(page), &options)))),
        ("read: bytes to reading", Box::new(|| _ = black_box(read(black_box(bytes), &options)))),
        ("audit: bytes to findings", Box::new(|| _ = black_box(audit(black_box(bytes), &options)))),
    ];
    group(title, page.len(), 2, runs);
}

fn checks() {
    let read = |page| read_str(page, &Options::default()).expect("a report");
    let (clean, faulty) = (read(pages::SAMPLE_HTML), read(pages::SAMPLE_TEXT));
    let case = |reading| {
        let reading: &gongkai::Reading = reading;
        Case::new(&reading.report).with_evidence(&reading.evidence)
    };
    assert!(check(case(&clean)).findings.is_empty(), "the sample is clean");
    let mut runs: Vec<Run<'_>> = vec![
        ("a clean report", Box::new(|| _ = black_box(check(black_box(&case(&clean)))))),
        ("a report with faults", Box::new(|| _ = black_box(check(black_box(&case(&faulty)))))),
    ];
    println!("\ncheck alone, every rule");
    let medians = medians(&mut runs);
    for ((name, _), median) in runs.iter().zip(medians) {
        println!("  {name:<34} {median:>11.0} ns {:>8.0} checks/s", 1e9 / median);
    }
}

/// Writes the pages into a folder, for others to be measured on.
fn write(folder: &str) -> std::io::Result<()> {
    let folder = std::path::Path::new(folder);
    std::fs::write(folder.join("word.html"), pages::word_page(100_000))?;
    std::fs::write(folder.join("sample.html"), pages::SAMPLE_HTML)
}

/// Measures a page of one's own.
fn own(path: &str) {
    let page = std::fs::read_to_string(path).expect("a page in UTF-8");
    if page.contains("<td") { html(path, &page) } else { text(path, &page) }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--write", folder] => return write(folder).expect("a folder to write to"),
        ["--only", paths @ ..] => return paths.iter().for_each(|path| own(path)),
        _ => {}
    }
    let (word, lines) = (pages::word_page(100_000), pages::cell_lines(14_000));
    for page in [&word, &lines] {
        let clean = audit(page, &Options::default());
        assert!(clean.audited().is_some_and(|audited| audited.findings.is_empty()), "{clean:?}");
    }
    html("A page of 100 KB as word processors write it", &word);
    html("The sample page", pages::SAMPLE_HTML);
    text("A text, one cell a line", &lines);
    text("The sample text", pages::SAMPLE_TEXT);
    checks();
    arguments.iter().for_each(|path| own(path));
}
