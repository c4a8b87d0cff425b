//! The columns of a table, as its heads show them.

use super::event::{Event, EventKind, Head, RowKey};
use crate::form::{Applicant, Cell, Edition, ProactiveColumn, ProactiveRow};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

/// No header has more heads than this; further ones say nothing.
const MOST_HEADS: usize = 100;

/// How the columns of table 三 are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Trust {
    /// No head was seen.
    #[default]
    Unseen,
    /// The heads are those of the form, or no other order is possible.
    Told,
    /// The heads say nothing, or in a stream another order: the sums must prove it.
    Unproven,
}

/// The heads that stand above what comes next.
#[derive(Debug, Clone, Default)]
pub(super) struct Heads {
    proactive: Vec<(ProactiveColumn, Option<(u16, u16)>)>,
    applicants: Vec<(Applicant, Option<(u16, u16)>)>,
    /// Where 法人或其他组织 stands among the applicants: before how many of them.
    organisations: Option<usize>,
    /// Whether values came since the last head, so that a further head begins a new header.
    used: bool,
    /// How wide the rows of the heads are; nothing when they differ.
    width: Option<u32>,
    pub(super) trust: Trust,
    order: Option<Vec<Applicant>>,
    /// Where each of the seven stands, worked out when a first row asks for it.
    applicants_at: OnceCell<Option<At>>,
    /// The edition that the heads of table 二 showed last.
    pub(super) edition: Option<Edition>,
}

/// Where each cell of a row stands: its first column, and how many there are.
type At = Rc<[(u16, u16)]>;

/// The columns in which a row prints its cells.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    /// Its cells in the order in which they are printed.
    pub(super) cells: Cow<'static, [Cell]>,
    /// Where each stands, when every one of them is known.
    pub(super) at: Option<At>,
    /// How wide the rows of the heads are, when they are equally wide.
    pub(super) width: Option<u32>,
    /// Whether the sums must prove the order.
    pub(super) unproven: bool,
}

/// Whether every head stands in a column of its own.
fn are_distinct(columns: impl Iterator<Item = Option<(u16, u16)>>) -> bool {
    let mut starts = std::collections::HashSet::new();
    columns.into_iter().all(|column| column.is_some_and(|(start, _)| starts.insert(start)))
}

impl Heads {
    /// Takes note of an event, of how wide its row is and of whether values it brings say anything.
    pub(super) fn see(&mut self, event: &Event, width: u32, says: bool) {
        match event.kind {
            EventKind::Head(head) => self.head(head, event.columns, width),
            EventKind::ApplicantsHeader if self.trust == Trust::Unseen => self.trust = Trust::Told,
            EventKind::ForeignHead => {
                (self.trust, self.order) = (Trust::Unproven, None);
                self.applicants.clear();
                self.applicants_at.take();
            }
            EventKind::Article(_) => {
                self.proactive.clear();
                self.used = false;
            }
            EventKind::Row { .. } => self.used = true,
            EventKind::Values { .. } => self.used |= says,
            _ => {}
        }
    }

    fn head(&mut self, head: Head, columns: Option<(u16, u16)>, width: u32) {
        self.applicants_at.take();
        let first = self.proactive.is_empty() && self.applicants.is_empty() && self.organisations.is_none();
        self.width = (first || self.used || self.width == Some(width)).then_some(width);
        if std::mem::take(&mut self.used) || self.begins_again(head) {
            self.proactive.clear();
            self.applicants.clear();
            self.organisations = None;
        }
        if self.proactive.len() + self.applicants.len() > MOST_HEADS {
            return;
        }
        match head {
            Head::Proactive(column) => {
                self.proactive.push((column, columns));
                self.edition = self.proactive_edition().or(self.edition);
            }
            Head::Applicant(applicant) => {
                self.applicants.push((applicant, columns));
                self.settle_applicants();
            }
            Head::Organisations => {
                self.organisations = Some(self.applicants.len());
                self.trust = Trust::Told;
            }
            Head::Challenge(_) => {}
        }
    }

    /// Whether a head was seen already, above rows that are lost.
    fn begins_again(&self, head: Head) -> bool {
        match head {
            Head::Proactive(column) => self.proactive.iter().any(|(one, _)| *one == column),
            Head::Applicant(applicant) => self.applicants.iter().any(|(one, _)| *one == applicant),
            Head::Organisations => self.organisations.is_some(),
            Head::Challenge(_) => false,
        }
    }

    fn proactive_edition(&self) -> Option<Edition> {
        let told = |&(column, _): &(ProactiveColumn, _)| match column.item().editions {
            [one] => Some(*one),
            _ => None,
        };
        self.proactive.iter().find_map(told).or_else(|| match self.proactive[..] {
            // In the form of 2019 these heads do not stand alone; on such a page the others are lost.
            [(ProactiveColumn::Decisions | ProactiveColumn::Amount, _)] => {
                Some(self.edition.unwrap_or(Edition::E2021))
            }
            _ => None,
        })
    }

    fn settle_applicants(&mut self) {
        let distinctive =
            |&(applicant, _): &(Applicant, _)| !matches!(applicant, Applicant::Total | Applicant::Other);
        if !self.applicants.iter().any(distinctive) {
            return;
        }
        self.trust = Trust::Told;
        self.order = None;
        let Some(order) = self.printed_order() else { return };
        if order != Applicant::ALL {
            self.trust = if are_distinct(self.applicants.iter().map(|(_, columns)| *columns)) {
                Trust::Told
            } else {
                Trust::Unproven
            };
            self.order = Some(order);
        }
    }

    /// The order of the seven columns, when each stands there exactly once.
    fn printed_order(&self) -> Option<Vec<Applicant>> {
        let is_once =
            |applicant: &Applicant| self.applicants.iter().filter(|(one, _)| one == applicant).count() == 1;
        if self.applicants.len() != Applicant::ALL.len() || !Applicant::ALL.iter().all(is_once) {
            return None;
        }
        let mut heads = self.applicants.clone();
        if are_distinct(heads.iter().map(|(_, columns)| *columns)) {
            heads.sort_by_key(|(_, columns)| *columns);
            return Some(heads.into_iter().map(|(applicant, _)| applicant).collect());
        }
        let order: Vec<_> = heads.iter().map(|(applicant, _)| *applicant).collect();
        let (first, total) = (&order[0], order.iter().position(|one| *one == Applicant::Total)?);
        match self.organisations {
            // 自然人, 法人或其他组织, 总计 above the five: the form's own header, row by row.
            Some(before) if *first == Applicant::NaturalPerson && total >= before => {
                Some(Applicant::ALL.to_vec())
            }
            _ => Some(order),
        }
    }

    /// The columns in which a row prints its cells; none when not even the edition is known.
    pub(super) fn columns(&self, row: RowKey, count: usize) -> Option<Columns> {
        match row {
            RowKey::Applications(row) => Some(self.applicant_columns(row)),
            RowKey::Proactive(row) => self.proactive_columns(row, count),
        }
    }

    fn applicant_columns(&self, row: crate::form::Row) -> Columns {
        let cells = match &self.order {
            Some(order) => order.iter().map(|&applicant| Cell::Applications(row, applicant)).collect(),
            None => Cow::Borrowed(Cell::in_row(row)),
        };
        let at = self.applicants_at.get_or_init(|| self.applicants_at()).clone();
        Columns { cells, at, width: self.width, unproven: self.trust != Trust::Told }
    }

    fn applicants_at(&self) -> Option<At> {
        let order = self.order.as_deref().unwrap_or(Applicant::ALL);
        let place = |applicant: &Applicant| self.applicants.iter().find(|(one, _)| one == applicant)?.1;
        let at = order.iter().map(place).collect::<Option<At>>();
        at.filter(|at| are_distinct(at.iter().copied().map(Some)))
    }

    fn proactive_columns(&self, row: ProactiveRow, count: usize) -> Option<Columns> {
        let edition = self.row_edition(row, count)?;
        let of_form = row.columns(edition);
        let is_once =
            |column: &&ProactiveColumn| self.proactive.iter().filter(|(one, _)| one == *column).count() == 1;
        if of_form.is_empty() || !of_form.iter().all(|column| is_once(&column)) {
            let cells = of_form.iter().map(|&column| Cell::Proactive(row, column)).collect();
            return Some(Columns { cells, ..Columns::default() });
        }
        let printed: Vec<_> = self.proactive.iter().filter(|(column, _)| of_form.contains(column)).collect();
        Some(Columns {
            cells: printed.iter().map(|(column, _)| Cell::Proactive(row, *column)).collect(),
            at: printed.iter().map(|(_, columns)| *columns).collect(),
            width: self.width,
            unproven: false,
        })
    }

    /// The edition of a row of table 二: that of the heads above it, unless they are the row's in another one
    /// and not in this; without heads the only one that has so many columns.
    fn row_edition(&self, row: ProactiveRow, count: usize) -> Option<Edition> {
        if let Some(own) = self.proactive_edition() {
            let is_head = |column: &ProactiveColumn| self.proactive.iter().any(|(head, _)| head == column);
            if row.columns(own).iter().any(is_head) {
                return Some(own);
            }
            let has_heads = |edition: &&Edition| {
                let columns = row.columns(**edition);
                !columns.is_empty() && columns.iter().all(is_head)
            };
            return Some(*Edition::CURRENT.iter().find(has_heads).unwrap_or(&own));
        }
        let fits = |edition: &&Edition| row.columns(**edition).len() == count;
        let mut fitting = Edition::CURRENT.iter().filter(fits);
        match (fitting.next(), fitting.next()) {
            (Some(one), None) => Some(*one),
            (Some(_), Some(_)) => self.edition,
            _ => self.edition.filter(|_| self.proactive.is_empty()),
        }
    }
}
