//! The address of one number of a report.

use super::{
    Applicant, ChallengeColumn, ChallengeRow, Edition, ProactiveColumn, ProactiveRow, Row, SectionKind,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
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

/// A path that names no cell of any edition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no cell of the form has the path `{0}`")]
pub struct UnknownCell(pub String);

impl Cell {
    /// Every cell of every edition, table by table, row by row.
    pub fn all() -> impl Iterator<Item = Self> {
        let proactive = ProactiveRow::ALL.iter().flat_map(|&row| {
            let columns = ProactiveColumn::ALL.iter().copied();
            columns
                .filter(move |column| Edition::CURRENT.iter().any(|&e| row.columns(e).contains(column)))
                .map(move |column| Self::Proactive(row, column))
        });
        let applications = Row::ALL.iter().flat_map(|&row| Self::row(row));
        let challenges = ChallengeRow::ALL
            .iter()
            .flat_map(|&row| ChallengeColumn::ALL.iter().map(move |&column| Self::Challenges(row, column)));
        proactive.chain(applications).chain(challenges)
    }

    /// The seven cells of a row of table 三.
    pub fn row(row: Row) -> impl Iterator<Item = Self> {
        Applicant::ALL.iter().map(move |&column| Self::Applications(row, column))
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

    /// Row and column as the form words them.
    pub const fn labels(self) -> (&'static str, &'static str) {
        match self {
            Self::Proactive(row, column) => (row.label(), column.label()),
            Self::Applications(row, column) => (row.label(), column.label()),
            Self::Challenges(row, column) => (row.label(), column.label()),
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
