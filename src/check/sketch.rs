//! A report written down in a few lines, for the examples of rules and for tests.

use super::Case;
use crate::form::{Cell, Edition, Table};
use crate::report::{Entry, Evidence, Number, Period, Report};

/// A report and what reading it might have shown, from a few lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sketch {
    /// The report.
    pub report: Report,
    /// What reading it showed, if the sketch has a line `read`.
    pub evidence: Option<Evidence>,
}

/// A line of a sketch that says nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a sketch has no line `{0}`")]
pub struct BadSketch(pub String);

impl Sketch {
    /// The case that rules see.
    pub fn case(&self) -> Case<'_> {
        let case = Case::new(&self.report);
        self.evidence.iter().fold(case, |case, evidence| case.with_evidence(evidence))
    }
}

impl<'a> From<&'a Sketch> for Case<'a> {
    fn from(sketch: &'a Sketch) -> Self {
        sketch.case()
    }
}

/// Writes a report down in a few lines, each a name, a colon and values:
///
/// - `year: 2023`, `title: …`, `period: 2023-01-01 2023-12-31`
/// - `form: 2019` or `form: 2021`: whose columns the lines below mean; 2021 until told otherwise
/// - `read: applications`: the report was read from a page, these tables up to their last row
/// - a cell, a row, a group or a table by its path: one value for every cell of it, or a value each.
///   A number is itself, `_` is a blank cell, `/` an explicit nothing, `?` unreadable, `.` not printed.
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
    let mut sketch = Sketch::default();
    let mut form = Edition::E2021;
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let parts = line.split_once(':');
        let written = parts.and_then(|(name, values)| write(&mut sketch, &mut form, name, values.trim()));
        written.ok_or_else(|| BadSketch(line.to_owned()))?;
    }
    Ok(sketch)
}

fn write(sketch: &mut Sketch, form: &mut Edition, name: &str, values: &str) -> Option<()> {
    let report = &mut sketch.report;
    match name {
        "year" => report.year = Some(values.parse().ok()?),
        "title" => report.title = Some(values.to_owned()),
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
                let table = Table::ALL.iter().find(|table| table.section().path() == name)?;
                let table = evidence.table_mut(*table);
                (table.seen, table.ended) = (true, true);
            }
        }
        _ => write_cells(report, *form, name, values)?,
    }
    Some(())
}

/// Writes the cells whose path is `path` or starts with its steps.
fn write_cells(report: &mut Report, form: Edition, path: &str, values: &str) -> Option<()> {
    let is_below = |cell: &Cell| {
        let cell = cell.to_string();
        cell.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let cells: Vec<_> = Cell::of(form).filter(is_below).collect();
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
        "/" => Entry::Mark,
        "?" => Entry::Unreadable("?".into()),
        "." => Entry::Absent,
        _ if cell.is_amount() => Number::Amount(value.parse().ok()?).into(),
        _ => match value.parse() {
            Ok(whole) => Entry::from_whole(whole, cell)?,
            Err(_) => Number::Amount(value.parse().ok()?).into(),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_say_nothing_are_refused() {
        for line in ["applications", "applications.received: 1 2", "no.such.cell: 1", "form: 2014", "year: x"]
        {
            assert_eq!(sketch(line), Err(BadSketch(line.to_owned())));
        }
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
