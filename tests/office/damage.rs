//! Damage to files: whatever it does, no number may be wrong.

use gongkai::form::Cell;
use gongkai::{Options, Report, read};

/// Whether a damaged file is refused, or every number in it that is read is one of the report.
fn is_fine(bytes: &[u8], report: &Report) -> Result<(), String> {
    const KINDS: [&str; 7] = [
        "container-broken",
        "format-not-read",
        "not-a-report",
        "encrypted",
        "not-text",
        "too-large",
        "empty",
    ];
    match read(bytes, &Options::default()) {
        Ok(reading) => {
            let is_wrong = |cell: &Cell| {
                let is = reading.report.get(*cell);
                is.value().is_some() && is != report.get(*cell)
            };
            Cell::all().find(is_wrong).map_or(Ok(()), |cell| Err(cell.to_string()))
        }
        Err(error) if KINDS.contains(&error.kind()) => Ok(()),
        Err(error) => Err(error.to_string()),
    }
}

/// Cuts a file off in many places, and changes many single bits of it. A checksum guards what is in a
/// ZIP; where there is none, only that reading ends can be asked of a changed bit.
pub(crate) fn try_all(whole: &[u8], report: &Report) {
    let has_checksum = whole.starts_with(b"PK");
    for end in (0..whole.len()).step_by(whole.len() / 24) {
        is_fine(&whole[..end], report).unwrap_or_else(|why| panic!("cut at {end}: {why}"));
    }
    let mut dice = 1_u64;
    for _ in 0..if cfg!(debug_assertions) { 200 } else { 5000 } {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = (dice >> 20) as usize % whole.len();
        let mut bytes = whole.to_vec();
        bytes[at] ^= 1 << (dice >> 60 & 7);
        let fine = is_fine(&bytes, report);
        assert!(!has_checksum || fine.is_ok(), "changed at {at}: {fine:?}");
    }
}
