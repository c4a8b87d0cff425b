//! A report as the pieces of a document, in their order: what every way of writing it writes.

use super::NAME;
use super::entry;
use super::tables::Printed;
use crate::form::{SectionKind, Table};
use crate::read::read_str;
use crate::render::grid::{self, Content, Grid, Slot};
use crate::report::{Narrative, Period, Report};
use crate::{Options, Reading};
use chrono::Datelike;
use std::borrow::Cow;

/// A piece of the document.
#[derive(Debug)]
pub(super) enum Block<'a> {
    Title(Cow<'a, str>),
    /// A line under the title: the body, the day.
    Note(String),
    /// The heading of a section.
    Section(Cow<'a, str>),
    /// A heading below, with its depth from 0.
    Part(usize, &'a str),
    Paragraph(Cow<'a, str>),
    /// A paragraph with its heading before it on the line.
    RunIn(&'a str, &'a str),
    Table(Table, Grid<'a>),
}

/// The pieces of a report.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    pub(super) report: &'a Report,
    pub(super) blocks: Vec<Block<'a>>,
}

impl<'a> Outline<'a> {
    /// What a report prints, and what its title and prose do not tell of its body, year, period and day.
    pub(super) fn of(report: &'a Report, printed: &'a Printed) -> Self {
        let bare = Self { report, blocks: blocks(report, printed, Vec::new(), None) };
        let told = read_str(&super::text::write(&bare), &Options::default()).unwrap_or_default();
        let (front, sentence) = untold(report, &told);
        Self { report, blocks: blocks(report, printed, front, sentence) }
    }

    /// What a cell of a table prints.
    pub(super) fn text(&self, slot: &Slot<'_>) -> String {
        match slot.content {
            Content::Value(cell) => entry::printed(cell, self.report.get(cell)),
            content => content.official(self.report),
        }
    }
}

/// What stands above the text, and the sentence of the period, so far as the rest does not tell them.
fn untold(report: &Report, told: &Reading) -> (Vec<Block<'static>>, Option<String>) {
    let told = &told.report;
    let mut front = Vec::new();
    let body = report.agency.as_deref().filter(|agency| told.agency.as_deref() != Some(agency));
    let year = report.year.filter(|&year| told.year != Some(year));
    match &report.title {
        Some(_) => front.extend(body.map(|body| Block::Note(body.to_owned()))),
        None if body.is_some() || year.is_some() => {
            let year = report.year.map(|year| format!("{year}年")).unwrap_or_default();
            let body = report.agency.as_deref().unwrap_or_default();
            front.push(Block::Title(format!("{body}{year}{NAME}").into()));
        }
        None => {}
    }
    let day = report.published.filter(|day| told.published != Some(*day));
    front.extend(day.map(|day| Block::Note(format!("{PUBLISHED}{day}"))));
    (front, report.period.filter(|period| told.period != Some(*period)).map(sentence))
}

/// The words before the day.
const PUBLISHED: &str = "发布日期：";

/// The sentence that the form has for the period.
fn sentence(period: Period) -> String {
    let day = |day: chrono::NaiveDate| format!("{}年{}月{}日", day.year(), day.month(), day.day());
    format!("本报告所列数据的统计期限自{}起至{}止。", day(period.start), day(period.end))
}

fn blocks<'a>(
    report: &'a Report,
    printed: &'a Printed,
    front: Vec<Block<'a>>,
    sentence: Option<String>,
) -> Vec<Block<'a>> {
    let mut out: Vec<Block<'a>> =
        report.title.iter().map(|title| Block::Title(title.as_str().into())).collect();
    out.extend(front);
    out.extend(report.introduction.paragraphs.iter().map(|text| Block::Paragraph(text.as_str().into())));
    out.extend(sentence.map(|sentence| Block::Paragraph(sentence.into())));
    let is_bare = SectionKind::ALL.iter().all(|kind| report.narrative(*kind).heading.is_none());
    for &kind in SectionKind::ALL {
        let narrative = report.narrative(kind);
        let table = kind.table().and_then(|table| Some((table, grid(report, printed, table)?)));
        let holds = table.is_some() || !narrative.is_silent();
        let own = narrative.heading.as_deref();
        let lacks = holds && (is_bare || kind != SectionKind::Overview && !narrative.is_silent());
        out.extend(own.or(lacks.then(|| kind.label())).map(|heading| Block::Section(heading.into())));
        let text = (narrative.paragraphs.as_slice(), narrative.parts.as_slice());
        prose(&mut out, text, 0, kind.table().is_some());
        out.extend(table.map(|(table, grid)| Block::Table(table, grid)));
    }
    out
}

/// What stands below a heading. Beside a table a short line with an ordinal would be one of its rows, so
/// that headings stand there before the first of their paragraphs.
fn prose<'a>(
    out: &mut Vec<Block<'a>>,
    (paragraphs, parts): (&'a [String], &'a [Narrative]),
    depth: usize,
    is_beside_table: bool,
) {
    out.extend(paragraphs.iter().map(|text| Block::Paragraph(text.as_str().into())));
    for part in parts {
        let heading = part.heading.as_deref();
        out.extend(heading.map(|heading| match is_beside_table {
            true => Block::RunIn(heading, part.paragraphs.first().map_or("", String::as_str)),
            false => Block::Part(depth, heading),
        }));
        let taken = usize::from(is_beside_table && heading.is_some()).min(part.paragraphs.len());
        prose(out, (&part.paragraphs[taken..], &part.parts), depth + 1, is_beside_table);
    }
}

fn grid<'a>(report: &'a Report, printed: &'a Printed, table: Table) -> Option<Grid<'a>> {
    let mut extra = report.extra_rows.iter().filter(|row| row.table == table).peekable();
    if !printed.has(table) && extra.peek().is_none() {
        return None;
    }
    let grid = match table {
        Table::Proactive => grid::proactive(&printed.proactive),
        Table::Applications => grid::applications(&printed.applications),
        Table::Challenges => grid::challenges(&printed.challenges),
    };
    Some(grid.with_extra(extra.map(|row| (row.label.as_str(), row.values.as_slice()))))
}

/// A heading before a text on its line.
pub(super) fn run_in(heading: &str, text: &str) -> String {
    format!("{heading}{}", if text.is_empty() { "" } else { "。" })
}
