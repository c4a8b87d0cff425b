//! The three statutory tables, read by labels, groups, order and heads.
//!
//! `scan` finds words and values on the tape, `bind` pairs labels with values, `columns` knows what the
//! heads say, `place` puts values into cells, `solve` decides ambiguous rows by the sums, `gaps` looks
//! at what is missing between the rows that were read.

mod bind;
mod challenges;
mod columns;
mod event;
mod fill;
mod gaps;
mod label;
mod place;
mod scan;
mod solve;

#[cfg(feature = "render")]
pub(crate) use scan::{DOUBTFUL, is_unreadable};

use super::Reading;
use crate::form::{Applicant, ChallengeColumn, ChallengeRow, ProactiveColumn};
use crate::source::Document;
use crate::{Error, Limits};

/// The labels of every column and of the groups of table 四, as the form words them.
fn head_labels() -> impl Iterator<Item = &'static str> {
    let proactive = ProactiveColumn::ALL.iter().flat_map(|column| column.item().labels());
    let applicants = Applicant::ALL.iter().map(|column| column.label());
    let challenges = ChallengeColumn::ALL.iter().map(|column| column.label());
    proactive.chain(applicants).chain(challenges).chain(ChallengeRow::ALL.iter().map(|row| row.label()))
}

/// Reads the tables of a document, and says which of its pieces belong to them.
pub(super) fn read(
    document: &Document<'_>,
    limits: Limits,
    reading: &mut Reading,
) -> Result<Vec<bool>, Error> {
    let scan = scan::scan(document, limits)?;
    let mut filling = fill::Filling::new(document, &scan, limits.problems, reading);
    filling.rows();
    filling.challenges();
    filling.settle_row_ends();
    filling.prove_columns();
    filling.solve();
    gaps::fill_in_order(&mut filling);
    filling.doubt_rows_apart();
    gaps::blanks(&mut filling);
    filling.finish();
    let claimed = std::mem::take(&mut filling.claimed);
    let mut used = scan.used;
    for piece in claimed {
        if let Some(used) = used.get_mut(piece as usize) {
            *used = true;
        }
    }
    Ok(used)
}
