//! What the prose of a report says, as data: rules see this and no prose.

use super::{Passage, Statements};
use crate::form::Term;
use rust_decimal::Decimal;

/// What the prose of a report says, as data. [`Prose::of`] reads it out of a report; a page's
/// [`Evidence`](super::Evidence) has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Prose {
    /// Figures that the prose states of cells of the tables, in the order of the report.
    pub claims: Vec<Claim>,
    /// What else its statements say.
    pub statements: Statements,
}

/// A figure that the prose states of cells of the tables: 全年新收申请46件.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claim {
    /// Where it is said.
    pub passage: Passage,
    /// What it speaks of: a signed sum of cells.
    pub subject: Vec<Term>,
    /// The figure.
    pub value: Decimal,
}
