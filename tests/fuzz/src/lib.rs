//! What is fuzzed: for every container, and for what is made of reports, something to do with any bytes,
//! bytes to begin with, and words that mean something to it.
//!
//! The targets of cargo-fuzz run these functions, and so does an ordinary test.

pub mod docx;
mod files;
#[allow(dead_code)] // Not all of it is needed here.
#[path = "../../support/hostile.rs"]
mod hostile;
pub mod html;
pub mod json;
pub mod official;
pub mod page;
pub mod pdf;
#[path = "../../support/reports.rs"]
mod reports;
mod samples;
pub mod spreadsheet;
#[allow(dead_code)] // Not all of it is needed here.
#[path = "../../support/mod.rs"]
mod support;
pub mod text;

/// Something that is fuzzed.
pub struct Target {
    pub name: &'static str,
    /// Panics where the library does not keep what it promises.
    pub run: fn(&[u8]),
    /// Inputs to begin with.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Words to put into inputs.
    pub words: fn() -> Vec<String>,
}

pub const TARGETS: [Target; 8] = [
    docx::TARGET,
    html::TARGET,
    json::TARGET,
    official::TARGET,
    page::TARGET,
    pdf::TARGET,
    spreadsheet::TARGET,
    text::TARGET,
];
