//! The few words of a page that are no row, column or group of the form; and those that are.

use gongkai::form::{Article, Caption, Cell, Group, Row, SectionKind};

pub(crate) const CONTENT: &str = Caption::Content.label();
pub(crate) const APPLICANTS: &str = Caption::Applicants.label();
pub(crate) const ORGANISATIONS: &str = Caption::Organisations.label();
pub(crate) const CORNER: &str = Caption::Balance.label();
pub(crate) const OUTCOMES: &str = Caption::Outcomes.label();
pub(crate) const SUITS: &str = Caption::Suits.label();

/// The labels of all rows, groups, columns, sections and articles.
pub(crate) fn labels() -> Vec<&'static str> {
    let rows = Row::ALL.iter().map(|row| row.label()).chain(Group::ALL.iter().map(|group| group.label()));
    let cells = Cell::all().flat_map(|cell| <[&str; 2]>::from(cell.labels()));
    let titles = SectionKind::ALL.iter().map(|section| section.label());
    rows.chain(cells).chain(titles).chain(Article::ALL.iter().map(|it| it.label())).collect()
}
