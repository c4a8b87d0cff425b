//! The report back out: a [`Report`] in official form, as [`text`], [`markdown`], [`html`] and Word file (`docx`,
//! feature `docx`).
//!
//! The title stands above, the six sections follow with their prose, the three tables stand as the form
//! prints them: merged heads, groups at the left, the words of the edition. A table that mixes editions is
//! printed block by block, each under the heads that its cells have. What the report does not print, a
//! row, a table, a section, is not printed; nothing is added up, corrected or filled in.
//!
//! ```
//! use gongkai::form::Edition;
//! use gongkai::{Options, Report, render::official};
//!
//! let mut report = Report::filled(Edition::E2021, 0);
//! report.title = Some("澄岭县人民政府2024年政府信息公开工作年度报告".to_owned());
//! report.challenges.review = [3, 1, 0, 1, 5].into();
//! let text = official::text(&report);
//! assert!(text.contains("第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政许可\t0\t\t\n"));
//!
//! // What was written is read as the same report.
//! let again = gongkai::read_str(&text, &Options::default())?.report;
//! assert_eq!(again.challenges.review, report.challenges.review);
//! # Ok::<(), gongkai::Error>(())
//! ```
//!
//! # What comes back by reading
//!
//! Everything that the form can tell: each number as it is, decimals with all their digits, blanks, marks of
//! nothing, what was unreadable, rows that are absent, rows of the page's own, title, body, year, period, day
//! of publication, headings and paragraphs. What it cannot tell is this, and nothing in it ever becomes a
//! number that was none:
//!
//! - A row is printed whole, and in table 四 a group: a cell that is absent beside one that is not comes back
//!   as blank.
//! - A mark of nothing is `/`. What was unreadable and would be taken for a number stands behind a `？`,
//!   as all of it does in table 四 and in （六）其他处理 of 2019; what would be taken for a label is
//!   `？无法辨认`. A number that a count cannot hold (over 2⁶⁴) comes back as unreadable.
//! - Numbers are of the kind that their cell asks for: a change of 5 in a cell of counts is the count 5.
//! - The edition of a table is the one that its cells show. The unit of 采购总金额 comes back with its row.
//! - Level and kind of the body, acts and contact follow from title and prose. A body that neither names is
//!   printed below the title; without a title, body and year make one. The period is stated where the prose
//!   does not.
//! - A report without any heading is given those of the form. Headings need their ordinals （一） or 1. to be
//!   told from paragraphs; beside a table they stand on the line of their first paragraph.
//! - Prose is read as prose is: a paragraph that is worded as a heading, a title, a row of a table or as what
//!   a site prints around reports (来源：…) is taken for that, as is one without any letter. A text of
//!   several lines is written in one, with U+FFFD for characters that act and do not show. In text and
//!   Markdown, a paragraph with bars (`|`) reads as a row of cells; a bar in a cell becomes `｜`.
//! - A Word file has no lines: sentences that a page broke into lines, and the report keeps as paragraphs, may
//!   be put together, and several blanks come back as one.
//! - The rows of a page's own come table by table. One of another number of cells than its table's rows have,
//!   or without any number, or with the label of a row of the form, is not known as such a row again.
//! - A report with neither title, nor introduction, nor any table is nothing that is known as one.

#[cfg(feature = "docx")]
mod docx;
mod entry;
mod html;
mod markdown;
mod outline;
mod plain;
mod tables;
mod text;

use crate::report::Report;
use outline::Outline;
use tables::Printed;

/// What a report is called that has no title.
const NAME: &str = "政府信息公开工作年度报告";

/// A report as plain text: a paragraph a line, tables with tabs between their columns, as a spreadsheet
/// takes them.
pub fn text(report: &Report) -> String {
    written(report, text::write)
}

/// A report as Markdown, with pipe tables; what is markup in its texts is escaped.
///
/// ```
/// use gongkai::{Report, form::Edition, render::official};
/// let markdown = official::markdown(&Report::filled(Edition::E2021, 0));
/// assert!(markdown.contains("## 一、总体情况") || markdown.starts_with("## 二、主动公开政府信息情况"));
/// ```
pub fn markdown(report: &Report) -> String {
    written(report, markdown::write)
}

/// A report as a web page of its own, which runs nothing and loads nothing, for screens and paper.
///
/// ```
/// use gongkai::{Report, form::Edition, render::official};
/// let page = official::html(&Report::filled(Edition::E2021, 0));
/// assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<th scope=\"rowgroup\" rowspan=\"22\">"));
/// ```
pub fn html(report: &Report) -> String {
    written(report, html::write)
}

/// A report as a Word file (`.docx`), in the faces and measures of official documents on A4.
///
/// ```
/// use gongkai::{Options, Report, form::Edition, render::official};
/// let file = official::docx(&Report::filled(Edition::E2021, 0));
/// let again = gongkai::read(&file, &Options::default())?.report;
/// assert_eq!(again.proactive.licensing.decisions.count(), Some(0));
/// # Ok::<(), gongkai::Error>(())
/// ```
#[cfg(feature = "docx")]
pub fn docx(report: &Report) -> Vec<u8> {
    written(report, docx::write)
}

fn written<T>(report: &Report, write: impl Fn(&Outline<'_>) -> T) -> T {
    write(&Outline::of(report, &Printed::of(report)))
}
