//! How work grows with the page, on pages that nobody means well: time for a size, for four times the
//! size, and the ratio. What is linear has a ratio of four; what is above eight is marked.
//!
//! `cargo bench --bench hostile`, or with parts of names to measure only some.
#![allow(clippy::print_stdout)] // The figures are what one wants to see.

#[path = "../tests/support/hostile.rs"]
mod hostile;

use gongkai::{AuditResult, Options, audit};
use std::time::{Duration, Instant};

/// The smaller size, in bytes.
const SIZE: usize = 128 << 10;

/// The best of some runs, and how many problems the page has.
fn best(page: &str) -> (Duration, String) {
    let mut said = String::new();
    let time = |_| {
        let start = Instant::now();
        let audit = audit(page, &Options::default());
        let time = start.elapsed();
        said = match audit.result {
            AuditResult::Read(audited) => format!("{} problems", audited.problems.len()),
            AuditResult::Failed { error } => error.kind,
            _ => String::new(),
        };
        time
    };
    let best = (0..3).map(time).min().unwrap_or_default();
    (best, said)
}

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|name| !name.starts_with('-')).collect();
    println!("{:<44} {:>10} {:>10} {:>7} {:>9}", "", "128 KB", "512 KB", "ratio", "MB/s");
    for kind in hostile::ALL {
        if !wanted.is_empty() && !wanted.iter().any(|name| kind.name.contains(name.as_str())) {
            continue;
        }
        let ((small, _), (large, said)) = (best(&kind.page(SIZE)), best(&kind.page(4 * SIZE)));
        let ratio = large.as_secs_f64() / small.as_secs_f64();
        #[allow(clippy::cast_precision_loss)]
        let speed = (4 * SIZE) as f64 / 1e6 / large.as_secs_f64();
        let mark = if ratio > 8.0 { "  <-- not linear" } else { "" };
        println!("{:<44} {small:>10.1?} {large:>10.1?} {ratio:>7.1} {speed:>9.1}  {said}{mark}", kind.name);
    }
}
