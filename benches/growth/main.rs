//! Time and peak memory of pages from 10 KB to 10 MB and of 1 to 100,000 reports, as tables and a plot.

mod draw;
mod measure;

#[path = "../pages/mod.rs"]
#[allow(dead_code)] // Of the pages, each bench measures some.
mod pages;

use draw::Curve;
use gongkai::{Options, audit};
use measure::{Point, measure};

/// Bytes of a page.
const SIZES: [usize; 7] = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000];

/// How many reports are read one after the other.
const REPORTS: [usize; 6] = [1, 10, 100, 1_000, 10_000, 100_000];

/// A kind of page, how it is made, and of which sizes.
type Kind = (&'static str, fn(usize) -> String, &'static [usize]);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = Options::default();
    let mut curves = Vec::new();
    let kinds: [Kind; 3] = [
        ("web page", pages::plain_page, &SIZES),
        // A word processor's markup takes 87 KB for the shortest report.
        ("web page of a word processor", pages::word_page, &SIZES[2..]),
        ("text", pages::cell_lines, &SIZES),
    ];
    for (name, make, sizes) in kinds {
        println!("\n| {name}, bytes | time | MB/s | peak memory | of the page |\n|---:|---:|---:|---:|---:|");
        let points = sizes.iter().map(|&size| {
            let page = make(size);
            let point = measure(page.len(), || drop(audit(&page, &options)));
            #[allow(clippy::cast_precision_loss)]
            let share = point.memory as f64 / page.len() as f64;
            println!("{} {share:.1} × |", row(page.len(), &point));
            point
        });
        curves.push(Curve { name, points: points.collect() });
    }
    let page = pages::cell_lines(14_000);
    println!("\n| reports of 14 KB | time | MB/s | peak memory |\n|---:|---:|---:|---:|");
    for count in REPORTS {
        let point = measure(count * page.len(), || (0..count).for_each(|_| drop(audit(&page, &options))));
        println!("{}", row(count, &point));
    }
    draw::svg(&curves, concat!(env!("CARGO_MANIFEST_DIR"), "/growth.svg"))
}

/// A row of a Markdown table.
fn row(count: usize, point: &Point) -> String {
    #[allow(clippy::cast_precision_loss)]
    let memory = point.memory as f64 / 1e6;
    format!("| {count} | {:.2?} | {:.0} | {memory:.2} MB |", point.time, point.speed())
}
