//! The three tables of the form as grids.

use super::{Content, Grid, Line, Role, Slot};
use crate::form::{Applicant, Caption, Cell, ChallengeColumn, ChallengeRow, Group, ProactiveColumn, Row};
use crate::render::layout::Block;

/// Table 二: under each article of the law heads of their own.
pub(in crate::render) fn proactive(blocks: &[Block]) -> Grid<'_> {
    let width = blocks.iter().map(|block| block.columns.len()).max().unwrap_or(1);
    Grid {
        bodies: blocks.iter().map(|block| of_article(block, width)).collect(),
        labels: 1,
        columns: width + 1,
        ..Grid::default()
    }
}

fn of_article(block: &Block, width: usize) -> Vec<Line<'_>> {
    let article = Slot::new(Content::Article(block.article), Role::Heads).over(width + 1, 1);
    let heads = labelled(block, width, Slot::caption(Caption::Content, Role::Head), |column| {
        Slot::new(Content::Column(block, column), Role::Head)
    });
    let rows = block.rows.iter().map(|&row| {
        let label = Slot::new(Content::Item(row.item(), block.edition), Role::Row);
        labelled(block, width, label, |column| Slot::value(Cell::Proactive(row, column)))
    });
    [vec![article], heads].into_iter().chain(rows).collect()
}

/// A label and a cell for each column, of which the last takes what the others leave of the width.
fn labelled<'b>(
    block: &'b Block,
    width: usize,
    label: Slot<'b>,
    slot: impl Fn(ProactiveColumn) -> Slot<'b>,
) -> Line<'b> {
    let last = block.columns.len().saturating_sub(1);
    let span = |at: usize| if at == last { width - at } else { 1 };
    let columns = block.columns.iter().enumerate().map(|(at, &column)| slot(column).over(span(at), 1));
    std::iter::once(label).chain(columns).collect()
}

/// Table 三: who applied above, the outcomes in groups at the left.
pub(in crate::render) fn applications(rows: &[Row]) -> Grid<'static> {
    const LABELS: usize = 3;
    Grid {
        heads: applicants(LABELS),
        bodies: vec![application_rows(rows)],
        labels: LABELS,
        columns: LABELS + Applicant::ALL.len(),
    }
}

fn applicants(labels: usize) -> Vec<Line<'static>> {
    let all = Applicant::ALL.iter().copied();
    let (bodies, others): (Vec<_>, Vec<_>) =
        all.partition(|kind| !matches!(kind, Applicant::NaturalPerson | Applicant::Total));
    let corner = Slot::caption(Caption::Balance, Role::Corner).over(labels, 3);
    let above = Slot::caption(Caption::Applicants, Role::Heads).over(Applicant::ALL.len(), 1);
    let mut second: Line<'_> =
        others.iter().map(|kind| Slot::item(kind.item(), Role::Head).over(1, 2)).collect();
    second.insert(1, Slot::caption(Caption::Organisations, Role::Heads).over(bodies.len(), 1));
    let third = bodies.iter().map(|kind| Slot::item(kind.item(), Role::Head)).collect();
    vec![vec![corner, above], second, third]
}

fn application_rows(rows: &[Row]) -> Vec<Line<'static>> {
    let is_outcome = |row: &Row| row.is_outcome() || *row == Row::OutcomesTotal;
    let outcomes = rows.iter().filter(|row| is_outcome(row)).count();
    let first = rows.iter().copied().find(is_outcome);
    let line = |(at, &row): (usize, &Row)| {
        let group = group(row);
        let opens = group.filter(|_| at == 0 || self::group(rows[at - 1]) != group);
        let mut line = Vec::with_capacity(Applicant::ALL.len() + 3);
        if Some(row) == first {
            line.push(Slot::caption(Caption::Outcomes, Role::Rows).over(1, outcomes));
        }
        if let Some(group) = opens {
            let size = rows[at..].iter().take_while(|row| self::group(**row) == Some(group)).count();
            line.push(Slot::item(group.item(), Role::Rows).over(1, size));
        }
        let span = match (is_outcome(&row), group) {
            (false, _) => 3,
            (true, None) => 2,
            (true, Some(_)) => 1,
        };
        line.push(Slot::item(row.item(), Role::Row).over(span, 1));
        line.extend(Cell::row(row).map(Slot::value));
        line
    };
    rows.iter().enumerate().map(line).collect()
}

/// The group of a row of table 三; （六）其他处理 of 2019 has the label of its group and is a row itself.
pub(in crate::render) fn group(row: Row) -> Option<Group> {
    row.group().filter(|group| group.label() != row.label())
}

/// Table 四: one row of numbers, five for each group.
pub(in crate::render) fn challenges(rows: &[ChallengeRow]) -> Grid<'static> {
    let columns = ChallengeColumn::ALL;
    let (reviews, suits): (Vec<ChallengeRow>, Vec<ChallengeRow>) =
        rows.iter().partition(|row| **row == ChallengeRow::Review);
    let results =
        |rows: usize| columns.iter().map(move |column| Slot::item(column.item(), Role::Head).over(1, rows));
    let over = |row: &ChallengeRow| Slot::item(row.item(), Role::Heads).over(columns.len(), 1);
    let mut heads = vec![
        reviews.iter().map(over).collect::<Line<'_>>(),
        reviews.iter().flat_map(|_| results(if suits.is_empty() { 1 } else { 2 })).collect(),
    ];
    if !suits.is_empty() {
        let above = Slot::caption(Caption::Suits, Role::Heads).over(suits.len() * columns.len(), 1);
        heads[0].push(above);
        heads[1].extend(suits.iter().map(over));
        heads.push(suits.iter().flat_map(|_| results(1)).collect());
    }
    let cells = |row: &ChallengeRow| {
        let row = *row;
        columns.iter().map(move |&column| Slot::value(Cell::Challenges(row, column)))
    };
    let numbers = reviews.iter().chain(&suits).flat_map(cells).collect();
    Grid { heads, bodies: vec![vec![numbers]], labels: 0, columns: rows.len() * columns.len() }
}
