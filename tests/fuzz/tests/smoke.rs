//! Every target on its seeds and on damaged seeds, always the same ones: what takes seconds and any compiler.

#[allow(dead_code)] // Not all of it is needed here.
#[path = "../../support/dice.rs"]
mod dice;

use dice::Dice;
use gongkai_fuzz::{TARGETS, Target};
use std::panic::catch_unwind;

/// Damaged seeds of each target, unless the environment asks for another number.
fn cases() -> usize {
    const CASES: usize = 400;
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES)
}

fn take(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).expect("a target");
    let (seeds, words) = ((target.seeds)(), (target.words)());
    assert!(!seeds.is_empty());
    seeds.iter().for_each(|seed| (target.run)(seed));
    let mut dice = Dice(2026);
    (0..cases()).for_each(|_| try_one(target, &damaged(&seeds, &words, &mut dice)));
}

/// Keeps the bytes that a target does not take, so that cargo-fuzz can make them smaller.
fn try_one(target: &Target, bytes: &[u8]) {
    if let Err(panic) = catch_unwind(|| (target.run)(bytes)) {
        let path = std::env::temp_dir().join(format!("gongkai-fuzz-{}", target.name));
        std::fs::write(&path, bytes).expect("a file");
        eprintln!("fails on {}", path.display());
        std::panic::resume_unwind(panic);
    }
}

/// A seed after one change or a few.
fn damaged(seeds: &[Vec<u8>], words: &[String], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = dice.pick(seeds).clone();
    for _ in 0..=dice.below(4) {
        change(&mut bytes, seeds, words, dice);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[String], dice: &mut Dice) {
    let start = dice.below(bytes.len());
    let end = bytes.len().min(start + dice.below(64));
    match dice.below(6) {
        0 if start < bytes.len() => bytes[start] ^= 1 << dice.below(8),
        1 => bytes.truncate(start),
        2 => drop(bytes.drain(start..end)),
        3 => {
            let part = bytes[start..end].repeat(1 + dice.below(16));
            bytes.splice(start..start, part);
        }
        4 if !words.is_empty() => {
            bytes.splice(start..start, dice.pick(words).bytes());
        }
        _ => {
            let other = dice.pick(seeds);
            let from = dice.below(other.len());
            bytes.splice(start..end, other[from..].iter().take(256).copied());
        }
    }
}

#[test]
fn docx() {
    take("docx");
}

#[test]
fn html() {
    take("html");
}

#[test]
fn json() {
    take("json");
}

#[test]
fn official() {
    take("official");
}

#[test]
fn page() {
    take("page");
}

#[test]
fn pdf() {
    take("pdf");
}

#[test]
fn spreadsheet() {
    take("spreadsheet");
}

#[test]
fn text() {
    take("text");
}
