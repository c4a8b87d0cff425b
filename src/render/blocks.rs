//! Findings that share a cause stand together, and their cause is told once.

use super::words::{cell_name, pick};
use crate::check::{Cause, Diagnosis};
use crate::form::Edition;
use crate::{Audited, Language};
use std::collections::BTreeMap;

/// Findings with one cause, or a finding without a known one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block<'a> {
    /// Their places in the list of the audit, each in one block only; the first names the block.
    pub(super) findings: Vec<usize>,
    /// What could have caused them, likeliest first.
    pub(super) reasons: Vec<Reason<'a>>,
}

/// What could have caused findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason<'a> {
    /// The diagnosis of a fault, in its own words.
    Told(&'a Diagnosis),
    /// The cause of a finding that is in no fault.
    Likely(&'a Cause),
}

impl<'a> Reason<'a> {
    /// The cells that would be wrong, and what they should say.
    pub(super) fn changes(self) -> &'a [Cause] {
        match self {
            Self::Told(diagnosis) => &diagnosis.changes,
            Self::Likely(cause) => std::slice::from_ref(cause),
        }
    }

    /// The reason in words.
    pub(super) fn text(self, edition: Edition, language: Language) -> String {
        let cause = match self {
            Self::Told(diagnosis) => return diagnosis.message.text(language).to_owned(),
            Self::Likely(cause) => cause,
        };
        let cell = cell_name(cause.cell, edition, language);
        let printed =
            if cause.printed.is_empty() { pick(language, "空白", "nothing") } else { &cause.printed };
        match language {
            Language::Chinese => format!("{cell}印作 {printed}，似应为 {}", cause.suggested),
            Language::English => format!("{cell} prints {printed}, should likely be {}", cause.suggested),
        }
    }
}

/// The findings of an audit, in the order of the first of each block.
pub(super) fn blocks(audited: &Audited) -> Vec<Block<'_>> {
    let mut faults = BTreeMap::new();
    for (number, fault) in audited.faults.iter().enumerate() {
        for &finding in &fault.findings {
            faults.entry(finding).or_insert(number);
        }
    }
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut known = BTreeMap::new();
    for (at, finding) in audited.findings.iter().enumerate() {
        let cause = finding.cause.as_ref();
        let key = match faults.get(&at) {
            Some(fault) => Some((Some(fault), None)),
            None => cause.map(|cause| (None, Some((cause.cell, &cause.printed, &cause.suggested)))),
        };
        let block = key.and_then(|key| known.get(&key)).copied().unwrap_or(blocks.len());
        known.extend(key.map(|key| (key, block)));
        match blocks.get_mut(block) {
            Some(block) => block.findings.push(at),
            None => {
                let reasons = match faults.get(&at).and_then(|&fault| audited.faults.get(fault)) {
                    Some(fault) => fault.causes.iter().map(Reason::Told).collect(),
                    None => cause.into_iter().map(Reason::Likely).collect(),
                };
                blocks.push(Block { findings: vec![at], reasons });
            }
        }
    }
    blocks
}
