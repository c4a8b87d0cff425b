//! The official forms as data: rows, columns, cells, labels, articles and sums.
//!
//! Everything else reads these declarations. A label, a path or a sum is written down here and
//! nowhere else. The forms are those of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号.

#[macro_use]
mod declare;

mod applications;
mod aspect;
mod caption;
mod cell;
mod challenges;
mod edition;
mod proactive;
mod relation;
mod section;
mod unit;
mod years;

pub use applications::{Applicant, Applicants, Group, Row, Rows};
pub use aspect::Aspect;
pub use caption::{Caption, REGULATIONS};
pub use cell::{Cell, Table, UnknownCell};
pub use challenges::{ChallengeColumn, ChallengeRow, Challenges, Results};
pub use declare::Item;
pub use edition::{Edition, Editions, Mixed, Overall};
pub use proactive::{Article, Figures, ProactiveColumn, ProactiveRow, ProactiveRows};
pub use relation::{Evaluation, Operand, Relation, Sign, Term, Which, relations, relations_of};
pub use section::SectionKind;
pub use unit::Unit;
pub use years::relations_over_years;
