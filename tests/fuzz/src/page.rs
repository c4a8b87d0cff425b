//! Reports printed as pages of any kind, spelled otherwise, damaged, cut: what is read is right or flagged.
//!
//! The bytes are the random numbers that decide what is printed, as they stand, so that one that changes
//! changes one choice.

use crate::support::judge::{is_read_as_it_can_be, is_right_or_cut_off, is_right_or_flagged};
use crate::support::{Sample, clean, damaged, spelled};
use crate::{Target, samples};
use gongkai::{Options, Reading, read_str};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};
use std::sync::LazyLock;

pub const TARGET: Target = Target { name: "page", run, seeds, words: Vec::new };

pub fn run(bytes: &[u8]) {
    let Some((&[kind, at @ ..], choices)) = bytes.split_first_chunk::<3>() else { return };
    let kind = kind % 4;
    let sample = match kind {
        0 => sample(&clean(), choices),
        1 => sample(&damaged(), choices),
        _ => sample(&spelled(), choices),
    };
    let page = sample.page();
    let judged = match kind {
        1 => is_right_or_flagged(&sample.report(), &reading_of(&page), &page, sample.keeps_sums()),
        3 => is_right_when_cut(&sample, &page, at),
        _ => is_read_as_it_can_be(&sample, &reading_of(&page), &page),
    };
    if let Err(error) = judged {
        panic!("{error}\n{sample:?}");
    }
}

fn sample(strategy: &impl Strategy<Value = Sample>, choices: &[u8]) -> Sample {
    samples::draw(strategy, TestRng::from_seed(RngAlgorithm::PassThrough, &[choices, &FURTHER].concat()))
}

/// Further choices where the bytes are used up. Of zeros, which would follow then, some numbers are drawn
/// again for ever; and every one of several strategies that is passed over leaves but half of them.
static FURTHER: LazyLock<Vec<u8>> = LazyLock::new(|| choices(1 << 18, 0));

/// Choices at random.
fn choices(count: usize, seed: u8) -> Vec<u8> {
    let bytes = prop::collection::vec(any::<u8>(), count);
    samples::draw(&bytes, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]))
}

fn reading_of(page: &str) -> Reading {
    read_str(page, &Options::default()).unwrap_or_else(|error| panic!("{error}\n{page}"))
}

/// Cut at a share of its length; what is left may be too little to be a report.
fn is_right_when_cut(sample: &Sample, page: &str, at: [u8; 2]) -> Result<(), TestCaseError> {
    let at = (usize::from(u16::from_be_bytes(at)) * page.len()) >> u16::BITS;
    let page = &page[..page.floor_char_boundary(at)];
    let reading = read_str(page, &Options::default());
    reading.map_or(Ok(()), |reading| is_right_or_cut_off(&sample.report(), &reading, page))
}

/// Choices at random, as many as a page needs.
fn seeds() -> Vec<Vec<u8>> {
    (1..=64).map(|seed| choices(1500, seed)).collect()
}
