//! What the prose of a report says, as data.
//!
//! A sentence that may state a figure of the tables ([`candidate`]) is folded and cut into tokens
//! ([`token`]); a grammar reads its clauses ([`clause`], [`phrase`]); [`meaning`] says of which cells they
//! are after what was said before ([`topic`]); [`speak`] writes that down.

mod body;
mod breakdown;
mod candidate;
mod clause;
mod denial;
mod lexicon;
mod meaning;
mod phrase;
mod reader;
mod rows;
mod sentence;
mod share;
mod speak;
mod token;
mod topic;
mod word;

use super::glance::{self, Paragraph};
use crate::form::{SectionKind, Term};
use crate::report::{Claim, Prose, Report};

impl Prose {
    /// Reads what the prose of a report says.
    pub fn of(report: &Report) -> Self {
        let paragraphs = glance::paragraphs(report);
        let statements = super::statements::of(report, &paragraphs);
        let mut prose = Self { statements, ..Self::default() };
        figures(report, &paragraphs, &mut prose);
        prose
    }
}

/// The figures of the tables that the prose states or denies.
fn figures(report: &Report, paragraphs: &[Paragraph<'_>], prose: &mut Prose) {
    let mut reader = reader::Reader::new(report, paragraphs);
    let silent = |section: &&SectionKind| report.narrative(**section).is_silent();
    for &section in SectionKind::ALL.iter().filter(|section| !silent(section)) {
        reader.read(section, prose);
    }
    prose.claims.iter_mut().for_each(|claim| settle(claim, report));
}

/// Of what words may mean, takes what the tables bear out.
fn settle(claim: &mut Claim, report: &Report) {
    let holds = |terms: &Vec<Term>| report.sum(terms) == Some(claim.value);
    if claim.is_plain()
        && !holds(&claim.subject)
        && let Some(at) = claim.readings.iter().position(holds)
    {
        std::mem::swap(&mut claim.subject, &mut claim.readings[at]);
    }
}
