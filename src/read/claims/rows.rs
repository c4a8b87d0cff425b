//! Sums of rows of table 三 that the words of prose may mean.

use crate::form::{Applicant, Cell, Edition, Group, Row, Sign, Term, Which};
use crate::report::Report;
use Sign::{Minus, Plus};
use std::sync::LazyLock;

/// A signed sum of rows of table 三.
pub(super) type Rows = Vec<(Sign, Row)>;

/// Sums of rows in some columns.
pub(super) fn in_columns(rows: &[Rows], columns: &[Applicant]) -> Vec<Vec<Term>> {
    let cells = |&(sign, row): &(Sign, Row)| {
        columns.iter().map(move |&column| term(sign, Cell::Applications(row, column)))
    };
    rows.iter().map(|rows| rows.iter().flat_map(cells).collect()).collect()
}

pub(super) const fn term(sign: Sign, cell: Cell) -> Term {
    Term { sign, which: Which::This, cell }
}

/// 收到 may count what was carried in, and what was dealt with.
pub(super) fn received_rows() -> Vec<Rows> {
    vec![
        vec![(Plus, Row::Received)],
        vec![(Plus, Row::Received), (Plus, Row::CarriedIn)],
        vec![(Plus, Row::OutcomesTotal)],
    ]
}

/// 办结 may mean those that came this year; 答复 may leave out what was not answered.
pub(super) fn concluded_rows(answered: bool, report: &Report) -> Vec<Rows> {
    let mut rows = vec![
        vec![(Plus, Row::OutcomesTotal)],
        vec![(Plus, Row::Received), (Minus, Row::CarriedOut)],
        vec![(Plus, Row::OutcomesTotal), (Minus, Row::CarriedIn)],
    ];
    if answered {
        let without = |groups: &[Group]| -> Rows {
            let rows = groups.iter().flat_map(|&group| group_rows(group, report));
            rows.map(|row| (Minus, row)).collect()
        };
        let fewer = [vec![Group::Other], vec![Group::NotProcessed], vec![Group::Other, Group::NotProcessed]];
        let fewer = fewer.map(|groups| without(&groups));
        let all = rows.clone();
        rows.extend(
            all.iter().flat_map(|rows| fewer.iter().map(move |less| [&rows[..], &less[..]].concat())),
        );
        rows.extend(received_rows());
    }
    rows
}

/// The rows of a group, in the form that the report prints.
pub(super) fn group_rows(group: Group, report: &Report) -> impl Iterator<Item = Row> {
    static ROWS: LazyLock<Vec<(Group, Edition, Row)>> = LazyLock::new(|| {
        let rows = |&edition| Row::of(edition).filter_map(move |row| Some((row.group()?, edition, row)));
        Edition::CURRENT.iter().flat_map(rows).filter(|(.., row)| row.is_outcome()).collect()
    });
    let single = !report.applications[Row::OtherSingle].total.is_absent();
    let edition = if single { Edition::E2019 } else { Edition::E2021 };
    ROWS.iter().filter(move |(of, form, _)| *of == group && *form == edition).map(|(.., row)| *row)
}

/// Whether a term is added and of one of these rows of table 三.
pub(super) fn is_of(term: &Term, rows: &[Row]) -> bool {
    term.sign == Plus && matches!(term.cell, Cell::Applications(row, _) if rows.contains(&row))
}

/// 收到 with what was carried in.
pub(super) fn with_carried_in() -> Vec<Vec<Term>> {
    in_columns(&received_rows()[1..2], &[Applicant::Total])
}
