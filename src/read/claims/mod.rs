//! What the prose of a report says, as data.

use crate::report::{Prose, Report};

impl Prose {
    /// Reads what the prose of a report says.
    pub fn of(report: &Report) -> Self {
        Self { statements: super::statements::of(report), ..Self::default() }
    }
}
