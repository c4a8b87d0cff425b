//! The address of one number of a report.

use super::{
    Applicant, ChallengeColumn, ChallengeRow, Edition, ProactiveColumn, ProactiveRow, Row, SectionKind, Unit,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::LazyLock;
use std::{fmt, str::FromStr};

/// A statutory table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// 表二 主动公开
    Proactive,
    /// 表三 收到和处理政府信息公开申请
    Applications,
    /// 表四 行政复议、行政诉讼
    Challenges,
}

impl Table {
    /// Every one, in the order of the form.
    pub const ALL: &'static [Self] = &[Self::Proactive, Self::Applications, Self::Challenges];

    /// The section in which it stands.
    pub const fn section(self) -> SectionKind {
        match self {
            Self::Proactive => SectionKind::Proactive,
            Self::Applications => SectionKind::Applications,
            Self::Challenges => SectionKind::Challenges,
        }
    }
}

impl SectionKind {
    /// The statutory table that stands in the section, if one does.
    ///
    /// ```
    /// use gongkai::form::{SectionKind, Table};
    /// assert_eq!(SectionKind::Applications.table(), Some(Table::Applications));
    /// assert_eq!(SectionKind::Overview.table(), None);
    /// ```
    pub fn table(self) -> Option<Table> {
        Table::ALL.iter().copied().find(|table| table.section() == self)
    }
}

/// The address of one number: table, row, column.
///
/// Its text form is the path of the JSON contract.
///
/// ```
/// use gongkai::form::{Applicant, Cell, Row};
/// let cell = Cell::Applications(Row::StateSecret, Applicant::Total);
/// assert_eq!(cell.to_string(), "applications.outcomes.denied.state_secret.total");
/// assert_eq!("applications.outcomes.denied.state_secret.total".parse(), Ok(cell));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Cell {
    /// A cell of table 二.
    Proactive(ProactiveRow, ProactiveColumn),
    /// A cell of table 三.
    Applications(Row, Applicant),
    /// A cell of table 四.
    Challenges(ChallengeRow, ChallengeColumn),
}

/// The rows of table 三.
static ROWS: [[Cell; Applicant::ALL.len()]; Row::ALL.len()] = {
    let mut rows =
        [[Cell::Applications(Row::ALL[0], Applicant::ALL[0]); Applicant::ALL.len()]; Row::ALL.len()];
    let mut at = 0;
    while at < Row::ALL.len() * Applicant::ALL.len() {
        let (row, column) = (at / Applicant::ALL.len(), at % Applicant::ALL.len());
        rows[row][column] = Cell::Applications(Row::ALL[row], Applicant::ALL[column]);
        at += 1;
    }
    rows
};

/// A path that names no cell of any edition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no cell of the form has the path `{0}`")]
pub struct UnknownCell(pub String);

impl Cell {
    /// Every cell of every edition, table by table, row by row, each row in the order of the form.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        static ALL: LazyLock<Vec<Cell>> = LazyLock::new(|| {
            let proactive = ProactiveRow::ALL.iter().flat_map(|&row| {
                ProactiveColumn::ALL.iter().map(move |&column| Cell::Proactive(row, column))
            });
            let applications = Row::ALL.iter().flat_map(|&row| Cell::row(row));
            let challenges = ChallengeRow::ALL.iter().flat_map(|&row| {
                ChallengeColumn::ALL.iter().map(move |&column| Cell::Challenges(row, column))
            });
            let all = proactive.chain(applications).chain(challenges);
            all.filter(|cell| cell.edition().is_some()).collect()
        });
        ALL.iter().copied()
    }

    /// The seven cells of a row of table 三.
    pub fn row(row: Row) -> impl Iterator<Item = Self> {
        Self::in_row(row).iter().copied()
    }

    /// The same as a list.
    pub(crate) fn in_row(row: Row) -> &'static [Self] {
        &ROWS[row as usize]
    }

    /// The cells that the form of an edition has, in its order.
    pub fn of(edition: Edition) -> impl Iterator<Item = Self> {
        Self::all().filter(move |cell| cell.is_in(edition))
    }

    /// Whether the form of an edition has the cell.
    pub fn is_in(self, edition: Edition) -> bool {
        match self {
            Self::Proactive(row, column) => row.columns(edition).contains(&column),
            Self::Applications(row, _) => row.is_in(edition),
            Self::Challenges(row, _) => row.is_in(edition),
        }
    }

    /// The table in which it stands.
    pub const fn table(self) -> Table {
        match self {
            Self::Proactive(..) => Table::Proactive,
            Self::Applications(..) => Table::Applications,
            Self::Challenges(..) => Table::Challenges,
        }
    }

    /// The newest edition whose form has the cell; none for one that no form has.
    pub fn edition(self) -> Option<Edition> {
        Edition::CURRENT.iter().rev().copied().find(|&edition| self.is_in(edition))
    }

    /// Row and column as the newest edition that has the cell words them.
    ///
    /// ```
    /// use gongkai::form::{Cell, ProactiveColumn, ProactiveRow};
    /// let amount = |row| Cell::Proactive(row, ProactiveColumn::Amount).labels().1;
    /// assert_eq!(amount(ProactiveRow::Fees), "本年收费金额（单位：万元）");
    /// assert_eq!(amount(ProactiveRow::Procurement), "采购总金额");
    /// ```
    pub fn labels(self) -> (&'static str, &'static str) {
        self.labels_in(Edition::E2021)
    }

    /// Row and column as an edition words them; if its form does not have the cell, as the newest
    /// that has it.
    pub fn labels_in(self, edition: Edition) -> (&'static str, &'static str) {
        let edition = if self.is_in(edition) { edition } else { self.edition().unwrap_or(edition) };
        match self {
            Self::Proactive(row, column) => (row.label_in(edition), column.label_in(edition)),
            Self::Applications(row, column) => (row.label_in(edition), column.label_in(edition)),
            Self::Challenges(row, column) => (row.label_in(edition), column.label_in(edition)),
        }
    }

    /// The unit that the form asks for: 万元 for the fees of 2021. None for counts, and for 采购总金额
    /// of 2019, whose unit stands on the page if anywhere.
    ///
    /// ```
    /// use gongkai::form::{Cell, ProactiveColumn, ProactiveRow, Unit};
    /// let unit = |row| Cell::Proactive(row, ProactiveColumn::Amount).unit();
    /// assert_eq!(unit(ProactiveRow::Fees), Some(Unit::TenThousandYuan));
    /// assert_eq!(unit(ProactiveRow::Procurement), None);
    /// ```
    pub const fn unit(self) -> Option<Unit> {
        match self {
            Self::Proactive(ProactiveRow::Fees, ProactiveColumn::Amount) => Some(Unit::TenThousandYuan),
            _ => None,
        }
    }

    /// Whether the form asks for an amount (收费金额, 采购总金额) here.
    pub const fn is_amount(self) -> bool {
        matches!(self, Self::Proactive(_, ProactiveColumn::Amount))
    }

    /// Whether the form asks for a signed change (本年增/减) here.
    pub const fn is_change(self) -> bool {
        matches!(self, Self::Proactive(_, ProactiveColumn::Change))
    }

    const fn steps(self) -> [&'static str; 3] {
        let table = self.table().section().path();
        match self {
            Self::Proactive(row, column) => [table, row.path(), column.path()],
            Self::Applications(row, column) => [table, row.path(), column.path()],
            Self::Challenges(row, column) => [table, row.path(), column.path()],
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [table, row, column] = self.steps();
        write!(f, "{table}.{row}.{column}")
    }
}

impl FromStr for Cell {
    type Err = UnknownCell;

    fn from_str(path: &str) -> Result<Self, UnknownCell> {
        let found = || {
            let (table, rest) = path.split_once('.')?;
            let (row, column) = rest.rsplit_once('.')?;
            Self::all().find(|cell| cell.steps() == [table, row, column])
        };
        found().ok_or_else(|| UnknownCell(path.to_owned()))
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let path = std::borrow::Cow::<str>::deserialize(deserializer)?;
        path.parse().map_err(serde::de::Error::custom)
    }
}
