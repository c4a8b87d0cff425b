//! The typed model of what one report says, and the evidence of how it was read.
//!
//! A [`Report`] knows nothing of pages: one that was read, one that was built by hand and one that
//! was loaded from JSON are the same type.

mod annual;
mod entry;
mod evidence;
mod extra;
mod json;
mod locus;
mod meta;
mod narrative;
mod prose;
mod statement;

pub use crate::form::Unit;
pub use annual::{NotInForm, Proactive, Remarks, Report};
pub use entry::{Entry, Number};
pub use evidence::{Evidence, PrintedLabel, TableEvidence};
pub use extra::ExtraRow;
pub use locus::{Locus, Passage};
pub use meta::{Kind, Level, Period};
pub use narrative::{Introduction, Narrative};
pub use prose::{Breakdown, Claim, Denial, Doubt, Exactness, Part, Prose, Share};
pub use statement::{
    FeeStatement, Heading, OtherYear, PartsAnnounced, Placeholder, PlaceholderKind, Statements,
};
