//! What was not read as the form says: faults of the reading, never of the report.

use crate::form::Cell;
use crate::message::Message;
use crate::source::Place;
use serde::{Deserialize, Serialize};

/// A kind of [`Problem`], kebab-case in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ProblemKind {
    /// The bytes are not all valid in their encoding; what was not is replaced by U+FFFD.
    EncodingDamaged,
    /// A cell is printed, but what it says is no number.
    UnreadableCell,
    /// A row prints fewer or more numbers than it has cells, and the sums do not say which is which.
    AmbiguousRow,
    /// A row prints fewer or more numbers than it has cells; the sums of the form placed them.
    InferredRow,
    /// The heads of a table say nothing; its columns are taken in the order of the form.
    InferredColumns,
    /// A row was recognised although its label is not the form's: characters lost or added.
    LooseLabel,
    /// A number was put together: blanks inside, or torn over two cells.
    JoinedNumber,
    /// 本年增/减 gives increase and decrease apart (5/2); their difference was taken.
    SplitChange,
    /// Numbers stand in a table and belong to no row that was recognised.
    UnclaimedNumbers,
    /// A row is printed again with other numbers; the first ones were kept.
    SecondReport,
    /// A row is printed that the form does not have; it was kept as it is.
    ExtraRow,
    /// The page ends inside a table.
    CutOff,
    /// The name of the body was not in a title; it was taken from elsewhere.
    AgencyNotInTitle,
    /// The year was not in a title; it was taken from elsewhere.
    YearNotInTitle,
    /// Nothing names the body for certain.
    AgencyUnknown,
    /// Nothing names the year for certain.
    YearUnknown,
    /// Characters are missing in a date; it was restored.
    DateRestored,
    /// The page is of an edition whose tables are not read: its title, period and prose are.
    EditionNotRead,
    /// A section of the form was not found by its heading.
    SectionNotFound,
    /// There are more problems than `Limits::problems` lets be listed.
    MoreProblems,
}

/// Something that was not read as the form says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// What kind of problem it is.
    pub kind: ProblemKind,
    /// The cell concerned, the first if there are several.
    pub cell: Option<Cell>,
    /// Where in the source.
    pub place: Option<Place>,
    /// The problem in both languages.
    pub message: Message,
}
