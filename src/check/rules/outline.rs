//! What the rules on the form of a report share.

use crate::check::Case;
use crate::form::{Edition, Table};

/// Whether a report is of an edition with the six sections: by its year, else by a table that it has.
pub(super) fn has_six_sections(case: &Case<'_>) -> bool {
    match case.report.year {
        Some(year) => year >= Edition::E2019.year(),
        None => Table::ALL.iter().any(|table| was_read(case, *table)),
    }
}

/// Whether anything of a table was read.
pub(super) fn was_read(case: &Case<'_>, table: Table) -> bool {
    let seen = case.evidence.is_some_and(|evidence| evidence.table(table).seen);
    seen || case.report.cells().any(|(cell, _)| cell.table() == table)
}

/// Whether the page shows how the report ends.
pub(super) fn ended(case: &Case<'_>) -> bool {
    case.evidence.is_some_and(|evidence| evidence.ended)
}
