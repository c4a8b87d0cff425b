//! A table, with cells over several columns and rows.

use super::xml::{element, paragraph, run, value};
use crate::render::grid::{Grid, Placed, Role};
use crate::render::official::outline::Outline;

/// The width of the text on its page, in twentieths of a point.
const WIDTH: usize = 9638;

/// The widths of the columns of labels: of table 三, and of one that has but one of them. The numbers have
/// the rest.
const GROUPS: [usize; 3] = [560, 900, 2900];
const LABEL: usize = 3200;

pub(super) fn table(out: &mut String, outline: &Outline<'_>, grid: &Grid<'_>) {
    let table = Table { outline, grid, widths: widths(grid) };
    element(out, "tbl", |out| {
        table.properties(out);
        for (at, row) in grid.placed().iter().enumerate() {
            table.row(out, row, at < grid.heads.len());
        }
    });
    // Two tables that touch would be one.
    paragraph(out, "Cell", |_| {});
}

fn widths(grid: &Grid<'_>) -> Vec<usize> {
    let labels = if grid.labels == GROUPS.len() { GROUPS.to_vec() } else { vec![LABEL; grid.labels] };
    let rest = WIDTH.saturating_sub(labels.iter().sum());
    let numbers = grid.columns.saturating_sub(labels.len());
    labels.into_iter().chain(std::iter::repeat_n(rest / numbers.max(1), numbers)).collect()
}

struct Table<'t> {
    outline: &'t Outline<'t>,
    grid: &'t Grid<'t>,
    widths: Vec<usize>,
}

impl Table<'_> {
    fn properties(&self, out: &mut String) {
        element(out, "tblPr", |out| {
            value(out, "tblStyle", "Ruled");
            out.push_str(&format!(r#"<w:tblW w:w="{WIDTH}" w:type="dxa"/>"#));
            value(out, "jc", "center");
            out.push_str(r#"<w:tblLayout w:type="fixed"/>"#);
        });
        element(out, "tblGrid", |out| {
            self.widths.iter().for_each(|width| out.push_str(&format!(r#"<w:gridCol w:w="{width}"/>"#)));
        });
    }

    /// A row, which no page breaks; one of heads stands on every page.
    fn row(&self, out: &mut String, cells: &[Placed<'_, '_>], is_head: bool) {
        element(out, "tr", |out| {
            let head = if is_head { "<w:tblHeader/>" } else { "" };
            element(out, "trPr", |out| out.extend(["<w:cantSplit/>", head]));
            cells.iter().for_each(|cell| self.cell(out, cell));
        });
    }

    fn cell(&self, out: &mut String, cell: &Placed<'_, '_>) {
        let slot = cell.slot;
        element(out, "tc", |out| {
            element(out, "tcPr", |out| {
                let width: usize = self.widths.iter().skip(cell.column).take(slot.columns).sum();
                out.push_str(&format!(r#"<w:tcW w:w="{width}" w:type="dxa"/>"#));
                if slot.columns > 1 {
                    value(out, "gridSpan", &slot.columns.to_string());
                }
                if slot.rows > 1 {
                    value(out, "vMerge", if cell.is_first { "restart" } else { "continue" });
                }
                value(out, "vAlign", "center");
            });
            // Labels in several columns stand at the left, as the form has them.
            let is_left = slot.role == Role::Row && self.grid.labels == GROUPS.len();
            let text = if cell.is_first { self.outline.text(slot) } else { String::new() };
            paragraph(out, if is_left { "Label" } else { "Cell" }, |out| {
                if !text.is_empty() {
                    run(out, &text, false);
                }
            });
        });
    }
}
