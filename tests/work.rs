//! Work grows with the page and not faster, on pages that nobody means well: counted in instructions, which
//! are the same on every machine, and not in seconds.
//!
//! Valgrind counts them (`--tool=callgrind`), by running this very program on one page after the other, which
//! takes minutes: `cargo test --release --test work -- --ignored`.

#![cfg(feature = "html")]
#![allow(clippy::print_stderr)] // So that it is seen whether anything was counted.

#[path = "support/hostile.rs"]
mod hostile;

use gongkai::{Options, audit};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The sizes of pages; the last step is four times the first, and so should be its work.
const SIZES: [usize; 3] = [4 << 10, 16 << 10, 64 << 10];

/// More than this many times the work of the first step is no longer linear; square would be 16.
const MOST: f64 = 6.0;

/// Names the page that a run of this program is to audit: its kind and its size.
const PAGE: &str = "GONGKAI_WORK_PAGE";

/// Not a test but what is counted.
#[test]
#[ignore = "run by the other test, once a page"]
fn one_page() {
    let Ok(page) = std::env::var(PAGE) else { return };
    let (kind, size) = page.split_once(' ').expect("its kind and its size");
    let kind = &hostile::ALL[kind.parse::<usize>().expect("a number")];
    audit(kind.page(size.parse().expect("a number")), &Options::default());
}

/// How many instructions a page takes, with all that a run of this program takes besides.
fn instructions(kind: usize, size: usize) -> f64 {
    let program = std::env::current_exe().expect("the path of this program");
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["--exact", "one_page", "--ignored", "--test-threads=1"])
        .env(PAGE, format!("{kind} {size}"))
        .output()
        .expect("valgrind is installed");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}{}", String::from_utf8_lossy(&run.stdout));
    let counted = said.lines().find_map(|line| line.split_once("Collected : "));
    counted.and_then(|(_, number)| number.trim().parse().ok()).expect("a number of instructions")
}

/// How many times as much work the second step takes as the first.
fn growth(kind: usize) -> f64 {
    let [small, middle, large] = SIZES.map(|size| instructions(kind, size));
    (large - middle) / (middle - small)
}

#[test]
#[ignore = "takes minutes, and valgrind"]
fn work_is_linear_in_the_page() {
    let next = AtomicUsize::new(0);
    let kinds = || std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)));
    let count = || kinds().map_while(|at| Some((hostile::ALL.get(at)?.name, growth(at)))).collect::<Vec<_>>();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let grown: Vec<(&str, f64)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(count)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("counted")).collect()
    });
    assert_eq!(grown.len(), hostile::ALL.len());
    let worst = grown.iter().max_by(|a, b| a.1.total_cmp(&b.1)).expect("a page");
    eprintln!(
        "{} kinds of pages, at most {:.1} times the work for 4 times the bytes: {}",
        grown.len(),
        worst.1,
        worst.0
    );
    let faster: Vec<_> = grown.iter().filter(|(_, growth)| *growth > MOST).collect();
    assert!(faster.is_empty(), "work grows faster than the page: {faster:.1?}");
}
