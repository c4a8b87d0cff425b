//! gongkai
#[macro_use]
pub mod form;
mod audit;
pub mod check;
mod error;
mod message;
mod options;
pub mod read;
#[cfg(feature = "render")]
pub mod render;
pub mod report;
pub mod source;

pub use audit::{
    Audit, AuditError, AuditFinding, AuditProblem, AuditResult, Audited, SCHEMA, SCHEMA_VERSION, audit,
};
pub use error::Error;
pub use message::{Language, Message};
pub use options::{Limits, Options, Selection};
pub use read::{Reading, read, read_str};
pub use report::Report;
