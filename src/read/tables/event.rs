//! What the tables of a page consist of, in reading order.

use crate::form::{
    Applicant, Article, Cell, ChallengeColumn, ChallengeRow, Edition, ProactiveColumn, ProactiveRow, Row,
    SectionKind, Table,
};
use crate::report::{Entry, Unit};

/// A row of table 二 or 三.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RowKey {
    Proactive(ProactiveRow),
    Applications(Row),
}

impl RowKey {
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let proactive = ProactiveRow::ALL.iter().map(|&row| Self::Proactive(row));
        proactive.chain(Row::ALL.iter().map(|&row| Self::Applications(row)))
    }

    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Proactive(row) => row.label(),
            Self::Applications(row) => row.label(),
        }
    }

    pub(super) const fn table(self) -> Table {
        match self {
            Self::Proactive(_) => Table::Proactive,
            Self::Applications(_) => Table::Applications,
        }
    }

    /// Its cells in an edition, in the order of the form.
    pub(super) fn cells(self, edition: Edition) -> Vec<Cell> {
        match self {
            Self::Proactive(row) => row.columns(edition).iter().map(|&c| Cell::Proactive(row, c)).collect(),
            Self::Applications(row) => Cell::row(row).collect(),
        }
    }
}

/// A column head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    Proactive(ProactiveColumn),
    Applicant(Applicant),
    /// 法人或其他组织, above five columns.
    Organisations,
    Challenge(ChallengeColumn),
}

/// One thing found on the tape.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    pub(super) kind: EventKind,
    /// The table to which it belongs by what stands before it.
    pub(super) table: Option<Table>,
    /// The piece in which it starts.
    pub(super) piece: u32,
    /// Its bytes in the text of the document.
    pub(super) at: (u32, u32),
    /// The table row in which it stands, counted over the page; 0 outside of rows.
    pub(super) row: u32,
    /// The columns of its cell: the first, and how many.
    pub(super) columns: Option<(u16, u16)>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum EventKind {
    /// A row label; loose when it is not as the form words it.
    Row {
        row: RowKey,
        loose: bool,
    },
    /// （六）其他处理: a group of the edition 2021, a row of the edition 2019.
    OtherGroup,
    /// 三、本年度办理结果 and the other groups, which have no numbers of their own.
    Group,
    /// A label that the form does not have.
    Unknown,
    /// A part of a label whose other part stands elsewhere; it may be the part that opens one.
    Remnant {
        opens: bool,
    },
    /// Values one after the other; solid when they are a line or row of values, alone when there is no
    /// text on it.
    Values {
        first: usize,
        count: usize,
        solid: bool,
        alone: bool,
    },
    Head(Head),
    /// 申请人情况 and other words that belong to table 三's header.
    ApplicantsHeader,
    /// A row of heads that say nothing of the form's columns.
    ForeignHead,
    ChallengeRow(ChallengeRow),
    Suits,
    Article(Article),
    Section(SectionKind),
    /// Prose, or the end of a table: nothing before it belongs to anything after it.
    Break,
}

/// One value as printed.
#[derive(Debug, Clone)]
pub(super) struct Value {
    pub(super) entry: Entry,
    pub(super) unit: Option<Unit>,
    pub(super) joined: bool,
    pub(super) split: bool,
    pub(super) signed: bool,
    /// A line of blanks that may or may not be a blank cell.
    pub(super) soft: bool,
    /// It ends where the input ends, so that it may have been longer.
    pub(super) cut: bool,
    pub(super) piece: u32,
    pub(super) at: (u32, u32),
    pub(super) columns: Option<(u16, u16)>,
}

impl Value {
    pub(super) const fn is_blank(&self) -> bool {
        matches!(self.entry, Entry::Blank)
    }
}
