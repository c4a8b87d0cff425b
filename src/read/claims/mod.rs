//! What the prose of a report says, as data.

use crate::report::{Prose, Report};

impl Prose {
    /// Reads what the prose of a report says.
    pub fn of(_report: &Report) -> Self {
        Self::default()
    }
}
