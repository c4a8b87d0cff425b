//! Findings that share a cause stand together, and their cause is told once.

use crate::check::Cause;
use crate::{Audited, Message};

/// Findings with one cause, or a finding without a known one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block<'a> {
    /// Their places in the list of the audit; the first names the block.
    pub(super) findings: Vec<usize>,
    /// The cells that the likeliest cause would change; none if no cause is known.
    pub(super) changes: &'a [Cause],
    /// The likeliest cause in words.
    pub(super) why: Option<&'a Message>,
}

/// The findings of an audit, in the order of the first of each block: those of a fault, else those whose
/// cause is the same, else each for itself.
pub(super) fn blocks(audited: &Audited) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    for (at, finding) in audited.findings.iter().enumerate() {
        let fault = audited.faults.iter().find(|fault| fault.findings.contains(&at));
        let likeliest = fault.and_then(|fault| fault.causes.first());
        let block = Block {
            findings: vec![at],
            changes: likeliest.map_or_else(|| finding.cause.as_slice(), |it| &it.changes),
            why: likeliest.map(|it| &it.message),
        };
        let same = |other: &&mut Block<'_>| (other.changes, other.why) == (block.changes, block.why);
        match blocks.iter_mut().find(same).filter(|_| !block.changes.is_empty()) {
            Some(other) => other.findings.push(at),
            None => blocks.push(block),
        }
    }
    blocks
}
