//! A report written down in a few lines, for the examples of rules and for tests.

use super::{Case, Known};
use crate::form::{Cell, Edition, SectionKind, Table};
use crate::report::{Entry, Evidence, ExtraRow, Narrative, Number, Period, PrintedLabel, Prose, Report};
use serde::de::IntoDeserializer;

/// A report and what reading it might have shown, from a few lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sketch {
    /// The report.
    pub report: Report,
    /// What reading it showed, if the sketch has a line `read`.
    pub evidence: Option<Evidence>,
    /// What its prose says.
    pub prose: Prose,
    /// The report of the year before, if the sketch has lines of it.
    pub previous: Option<Box<Self>>,
}

/// A line of a sketch that says nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a sketch has no line `{0}`")]
pub struct BadSketch(pub String);

impl Sketch {
    /// The case that rules see.
    pub fn case(&self) -> Case<'_> {
        let case = Case::new(&self.report).with_prose(&self.prose);
        let case = self.evidence.iter().fold(case, |case, evidence| case.with_evidence(evidence));
        self.previous.iter().fold(case, |case, previous| case.with_previous(&**previous))
    }
}

impl<'a> From<&'a Sketch> for Known<'a> {
    fn from(sketch: &'a Sketch) -> Self {
        Self { report: &sketch.report, evidence: sketch.evidence.as_ref() }
    }
}

impl<'a> From<&'a Sketch> for Case<'a> {
    fn from(sketch: &'a Sketch) -> Self {
        sketch.case()
    }
}

/// Writes a report down in a few lines, each a name, a colon and values:
///
/// - `year: 2023`, `title: …`, `agency: …`, `level: county`, `kind: government`,
///   `published: 2024-01-30`, `period: 2023-01-01 2023-12-31`
/// - `introduction: …`, `overview: …`, `improvement: …`, `other_matters: …`, `remarks.applications: …`:
///   a paragraph more; `heading.overview: 一、总体情况`: the heading of a section
/// - `previous.LINE`: a line of the report of the year before
/// - `extra.applications: 9.属于工作秘密 1 0 0 0 0 0 1`: a row that the form does not have
/// - `label.applications.carried_in: …`: the label that the page prints of that row
/// - `form: 2019` or `form: 2021`: whose columns the lines below mean; 2021 until told otherwise
/// - `read: applications end`: the report was read from a page, these tables up to their last row, and
///   the page goes on after the report
/// - a cell, a row, a group or a table by its path: one value for every cell of it, or a value each.
///   A number is itself, `_` is a blank cell, `/` or 无 an explicit nothing, `?` or other Chinese words are
///   unreadable, `.` is not printed.
///
/// ```
/// use gongkai::form::{Applicant, Row};
/// let sketch = gongkai::check::sketch("
///     applications: 0
///     applications.received: 3 1 _ / 0 0 4
/// ")?;
/// assert_eq!(sketch.report.applications[Row::Received].total.count(), Some(4));
/// assert_eq!(sketch.report.applications[Row::CarriedIn][Applicant::Total].count(), Some(0));
/// # Ok::<(), gongkai::check::BadSketch>(())
/// ```
///
/// # Errors
/// [`BadSketch`] with the first line that is none of these.
pub fn sketch(lines: &str) -> Result<Sketch, BadSketch> {
    const PREVIOUS: &str = "previous.";
    let lines = || lines.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut sketch = Sketch::default();
    let mut form = Edition::E2021;
    for line in lines().filter(|line| !line.starts_with(PREVIOUS)) {
        let parts = line.split_once(':');
        let written = parts.and_then(|(name, values)| write(&mut sketch, &mut form, name, values.trim()));
        written.ok_or_else(|| BadSketch(line.to_owned()))?;
    }
    let previous: Vec<_> = lines().filter_map(|line| line.strip_prefix(PREVIOUS)).collect();
    if !previous.is_empty() {
        sketch.previous = Some(Box::new(self::sketch(&previous.join("\n"))?));
    }
    sketch.prose = Prose::of(&sketch.report);
    Ok(sketch)
}

fn write(sketch: &mut Sketch, form: &mut Edition, name: &str, values: &str) -> Option<()> {
    let report = &mut sketch.report;
    if let Some(narrative) = narrative(report, name) {
        narrative.paragraphs.push(values.to_owned());
        return Some(());
    }
    if let Some(section) = name.strip_prefix("heading.") {
        report.narrative_mut(SectionKind::from_path(section)?).heading = Some(values.to_owned());
        return Some(());
    }
    if let Some(table) = name.strip_prefix("extra.") {
        let (label, values) = values.split_once(' ')?;
        let values = values.split_whitespace().map(str::to_owned).collect();
        report.extra_rows.push(ExtraRow { table: table_named(table)?, label: label.to_owned(), values });
        return Some(());
    }
    if let Some(path) = name.strip_prefix("label.") {
        let cell = cells_below(*form, path).next()?;
        let label = PrintedLabel { cell, official: cell.labels_in(*form).0, printed: values.to_owned() };
        sketch.evidence.get_or_insert_default().labels.push(label);
        return Some(());
    }
    match name {
        "year" => report.year = Some(values.parse().ok()?),
        "title" => report.title = Some(values.to_owned()),
        "agency" => report.agency = Some(values.to_owned()),
        "level" => report.level = Some(named(values)?),
        "kind" => report.kind = Some(named(values)?),
        "published" => report.published = Some(values.parse().ok()?),
        "introduction" => report.introduction.paragraphs.push(values.to_owned()),
        "period" => {
            let (start, end) = values.split_once(' ')?;
            report.period = Some(Period { start: start.parse().ok()?, end: end.parse().ok()? });
        }
        "form" => {
            let mut editions = Edition::CURRENT.iter();
            *form = *editions.find(|edition| edition.year().to_string() == values)?;
        }
        "read" => {
            let evidence = sketch.evidence.get_or_insert_default();
            for name in values.split_whitespace() {
                if name == "end" {
                    evidence.ended = true;
                    continue;
                }
                let table = evidence.table_mut(table_named(name)?);
                (table.seen, table.ended) = (true, true);
            }
        }
        _ => write_cells(report, *form, name, values)?,
    }
    Some(())
}

/// The prose that a line adds to; of a section with a table, what stands beside it.
fn narrative<'a>(report: &'a mut Report, name: &str) -> Option<&'a mut Narrative> {
    let beside = name.strip_prefix("remarks.");
    let kind = SectionKind::from_path(beside.unwrap_or(name))?;
    (kind.table().is_some() == beside.is_some()).then(|| report.narrative_mut(kind))
}

fn table_named(name: &str) -> Option<Table> {
    Table::ALL.iter().copied().find(|table| table.section().path() == name)
}

/// A value by its name in the JSON contract.
fn named<T: serde::de::DeserializeOwned>(name: &str) -> Option<T> {
    let name: serde::de::value::StrDeserializer<'_, serde::de::value::Error> = name.into_deserializer();
    T::deserialize(name).ok()
}

/// The cells of a form whose path is `path` or starts with its steps.
fn cells_below(form: Edition, path: &str) -> impl Iterator<Item = Cell> + '_ {
    Cell::of(form).filter(move |cell| {
        let cell = cell.to_string();
        cell.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// Writes the cells whose path is `path` or starts with its steps.
fn write_cells(report: &mut Report, form: Edition, path: &str, values: &str) -> Option<()> {
    let cells: Vec<_> = cells_below(form, path).collect();
    let values: Vec<_> = values.split_whitespace().collect();
    let given = values.len();
    if cells.is_empty() || (given != 1 && given != cells.len()) {
        return None;
    }
    for (cell, value) in cells.into_iter().zip(values.into_iter().cycle()) {
        *report.entry_mut(cell) = entry(cell, value)?;
    }
    Some(())
}

fn entry(cell: Cell, value: &str) -> Option<Entry> {
    Some(match value {
        "_" => Entry::Blank,
        "/" | "无" => Entry::Mark,
        "?" => Entry::Unreadable("?".into()),
        "." => Entry::Absent,
        _ if cell.is_amount() => Number::Amount(value.parse().ok()?).into(),
        _ => match value.parse() {
            Ok(whole) => Entry::from_whole(whole, cell)?,
            Err(_) => match value.parse() {
                Ok(amount) => Number::Amount(amount).into(),
                Err(_) => words(value)?,
            },
        },
    })
}

/// Words in a cell, which no number of a sketch is.
fn words(value: &str) -> Option<Entry> {
    value.contains(|c: char| !c.is_ascii()).then(|| Entry::Unreadable(value.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::ProactiveRow;

    #[test]
    fn lines_that_say_nothing_are_refused() {
        for line in ["applications", "applications.received: 1 2", "no.such.cell: 1", "form: 2014", "year: x"]
        {
            assert_eq!(sketch(line), Err(BadSketch(line.to_owned())));
        }
    }

    #[test]
    fn a_whole_amount_of_money_is_an_amount() {
        let report = sketch("proactive.fees.amount: 2").expect("a sketch").report;
        assert_eq!(report.proactive[ProactiveRow::Fees].amount, Number::Amount(2.into()).into());
    }

    #[test]
    fn a_form_decides_which_cells_a_path_means() {
        let sketch =
            sketch("form: 2019\napplications.outcomes.other: 7\nproactive.rules: 1 2 3").expect("a sketch");
        let paths: Vec<_> = sketch.report.cells().map(|(cell, _)| cell.to_string()).collect();
        assert_eq!(paths.len(), 10);
        assert_eq!(
            (paths[0].as_str(), paths[9].as_str()),
            ("proactive.rules.made", "applications.outcomes.other.total")
        );
    }
}
