//! Findings that share a cause stand together, and their cause is told once.

use crate::Audited;
use crate::check::Cause;

/// Findings with one cause, or a finding without a known one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block<'a> {
    /// Their places in the list of the audit; the first names the block.
    pub(super) findings: Vec<usize>,
    /// The likeliest cause.
    pub(super) cause: Option<&'a Cause>,
}

/// The findings of an audit, in the order of the first of each block.
pub(super) fn blocks(audited: &Audited) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut by_cause = std::collections::BTreeMap::new();
    for (at, finding) in audited.findings.iter().enumerate() {
        let cause = finding.cause.as_ref();
        let key = cause.map(|cause| (cause.cell, &cause.printed, &cause.suggested));
        match key.and_then(|key| by_cause.insert(key, blocks.len())) {
            Some(block) => {
                blocks[block].findings.push(at);
                by_cause.extend(key.map(|key| (key, block)));
            }
            None => blocks.push(Block { findings: vec![at], cause }),
        }
    }
    blocks
}
