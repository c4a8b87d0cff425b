//! A table as rows of cells, and how one goes on over the break of a page.

use super::glyphs::Glyph;
use super::grid::Grid;
use super::lines;

/// A table, of one page or of several.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

#[derive(Debug)]
pub(super) struct Row {
    /// The page on which it begins, from 0.
    pub(super) page: usize,
    /// The cells that begin in it.
    pub(super) cells: Vec<Cell>,
}

#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) left: f64,
    pub(super) right: f64,
    /// How many rows it spans.
    pub(super) rows: usize,
    pub(super) text: String,
    /// Whether no line closes it above, below.
    open: (bool, bool),
}

/// How far apart, in points, two lines may stand that are one.
pub(super) const NEAR: f64 = 3.0;

impl Cell {
    fn has_words(&self) -> bool {
        self.text.chars().any(char::is_alphabetic)
    }

    fn is_below(&self, above: &Self) -> bool {
        (self.left - above.left).abs() <= NEAR && (self.right - above.right).abs() <= NEAR
    }

    /// Takes in what stands on the next page, which is so many rows more.
    fn go_on(&mut self, below: &Self, rows: usize) {
        self.text.push_str(&below.text);
        self.rows += rows;
        self.open.1 = below.open.1;
    }
}

impl Table {
    /// The table of a grid and of the characters in each of its cells.
    pub(super) fn new(grid: &Grid, glyphs: Vec<Vec<Glyph>>, page: usize) -> Self {
        let row = |_| Row { page, cells: Vec::new() };
        let mut rows: Vec<Row> = (1..grid.ys.len()).map(row).collect();
        for (cell, glyphs) in grid.cells.iter().zip(glyphs) {
            let (left, right) = (grid.xs[cell.columns.start], grid.xs[cell.columns.end]);
            let text = lines::cell(glyphs, right);
            let cell_rows = cell.rows.len();
            rows[cell.rows.start].cells.push(Cell { left, right, rows: cell_rows, text, open: cell.open });
        }
        Self { rows }
    }

    /// The lines between its columns.
    pub(super) fn columns(&self) -> Vec<f64> {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let mut columns: Vec<f64> = cells.flat_map(|cell| [cell.left, cell.right]).collect();
        columns.sort_by(f64::total_cmp);
        columns.dedup_by(|a, b| *a - *b <= NEAR);
        columns
    }

    /// Whether another table stands on the page after this one's last.
    pub(super) fn ends_before(&self, next: &Self) -> bool {
        let page = |row: Option<&Row>| row.map(|row| row.page);
        page(next.rows.first()) > page(self.rows.last())
    }

    /// Whether a table at the top of the next page is the same one: it has the same sides, and the lines
    /// between the columns of the one are among those of the other.
    pub(super) fn goes_on_with(&self, next: &Self) -> bool {
        let (own, other) = (self.columns(), next.columns());
        let near =
            |a: Option<&f64>, b: Option<&f64>| matches!((a, b), (Some(a), Some(b)) if (a - b).abs() <= NEAR);
        let among = |these: &[f64], those: &[f64]| {
            these.iter().all(|at| {
                let next = those.partition_point(|other| other + NEAR < *at);
                near(those.get(next), Some(at))
            })
        };
        near(own.first(), other.first())
            && near(own.last(), other.last())
            && (among(&own, &other) || among(&other, &own))
    }

    /// Takes in the part of the table that stands on the next page.
    pub(super) fn go_on(&mut self, mut next: Self) {
        let repeated = self.repeated(&next);
        next.rows.drain(..repeated);
        let Some(first) = next.rows.first_mut() else { return };
        let cells = std::mem::take(&mut first.cells);
        let partner: Vec<Option<(usize, usize)>> = cells.iter().map(|cell| self.above(cell)).collect();
        // A line that parts two rows is drawn on one of the pages, or on both.
        let is_cut = |cell: &Cell, (row, at): (usize, usize)| cell.open.0 && self.rows[row].cells[at].open.1;
        let all_cut =
            cells.iter().zip(&partner).all(|(cell, above)| above.is_some_and(|at| is_cut(cell, at)));
        let goes_on: Vec<bool> = (0..cells.len())
            .map(|at| {
                let Some(above) = partner[at] else { return false };
                is_cut(&cells[at], above) || self.spans(above, &cells[at..])
            })
            .collect();
        for ((cell, above), goes_on) in cells.into_iter().zip(partner).zip(goes_on) {
            match above.filter(|_| goes_on) {
                Some((row, at)) => {
                    let rows = cell.rows - usize::from(all_cut);
                    self.rows[row].cells[at].go_on(&cell, rows);
                }
                None => first.cells.push(cell),
            }
        }
        let cut = usize::from(all_cut);
        self.rows.extend(next.rows.into_iter().skip(cut));
    }

    /// How many rows at the top of the next page are the head of the table again.
    fn repeated(&self, next: &Self) -> usize {
        let same = |(own, other): &(&Row, &Row)| {
            let cells = own.cells.iter().zip(&other.cells);
            own.cells.len() == other.cells.len()
                && own.cells.iter().all(|cell| cell.text.is_empty() || cell.has_words())
                && cells.into_iter().all(|(own, other)| own.text == other.text && own.is_below(other))
        };
        self.rows.iter().zip(&next.rows).take_while(same).count()
    }

    /// The cell that ends at the bottom of the page in the columns of one at the top of the next.
    fn above(&self, below: &Cell) -> Option<(usize, usize)> {
        let rows = self.rows.iter().enumerate().rev();
        let mut cells = rows.flat_map(|(row, cells)| {
            cells.cells.iter().enumerate().map(move |(at, cell)| ((row, at), row + cell.rows, cell))
        });
        let found = cells.find(|(_, _, cell)| below.is_below(cell));
        found.filter(|(_, end, _)| *end == self.rows.len()).map(|(at, ..)| at)
    }

    /// Whether an empty cell before the label of a row is the rest of a label that spans rows.
    fn spans(&self, (row, at): (usize, usize), cells: &[Cell]) -> bool {
        let Some((cell, right)) = cells.split_first() else { return false };
        cell.text.is_empty() && self.rows[row].cells[at].has_words() && right.iter().any(Cell::has_words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of columns 50 points wide; a text with `^` in front is open above, with `_` below; `=n`
    /// behind spans n rows.
    fn table(page: usize, rows: &[&[&str]]) -> Table {
        let cell = |(at, text): (usize, &&str)| {
            let (text, span) = text.split_once('=').unwrap_or((text, "1"));
            let open = (text.starts_with('^'), text.starts_with('_'));
            let left = 50.0 * f64::from(u8::try_from(at).expect("few columns"));
            let text = text.trim_start_matches(['^', '_']).to_owned();
            (text != ".").then(|| Cell {
                left,
                right: left + 50.0,
                rows: span.parse().expect("a number"),
                text,
                open,
            })
        };
        let row = |cells: &&[&str]| Row { page, cells: cells.iter().enumerate().filter_map(cell).collect() };
        Table { rows: rows.iter().map(row).collect() }
    }

    fn texts(table: &Table) -> Vec<String> {
        let cell = |cell: &Cell| match cell.rows {
            1 => cell.text.clone(),
            rows => format!("{}={rows}", cell.text),
        };
        let row = |row: &Row| row.cells.iter().map(cell).collect::<Vec<_>>().join("|");
        table.rows.iter().map(row).collect()
    }

    fn joined(above: &[&[&str]], below: &[&[&str]]) -> Vec<String> {
        let (mut above, below) = (table(0, above), table(1, below));
        assert!(above.ends_before(&below) && above.goes_on_with(&below));
        above.go_on(below);
        texts(&above)
    }

    #[test]
    fn heads_that_are_printed_again_are_left_out() {
        let above: &[&[&str]] = &[&["信息内容", "件数"], &["规章", "1"]];
        let below: &[&[&str]] = &[&["信息内容", "件数"], &["规范性文件", "1"]];
        assert_eq!(joined(above, below), ["信息内容|件数", "规章|1", "规范性文件|1"]);
        // A row of numbers alone is none of a head.
        assert_eq!(joined(&[&["1", "0"]], &[&["1", "0"]]), ["1|0", "1|0"]);
    }

    #[test]
    fn a_label_goes_on_beside_the_rows_of_the_next_page() {
        let above: &[&[&str]] = &[&["办理=2", "公开", "1"], &[".", "不予公开", "2"]];
        let below: &[&[&str]] = &[&["=2", "其他", "3"], &[".", "总计", ""]];
        assert_eq!(joined(above, below), ["办理=4|公开|1", "不予公开|2", "其他|3", "总计|"]);
    }

    #[test]
    fn a_blank_number_at_the_top_of_a_page_is_a_cell_of_its_own() {
        let above: &[&[&str]] = &[&["公开", "1", "2"]];
        assert_eq!(joined(above, &[&["其他", "", "3"]]), ["公开|1|2", "其他||3"]);
    }

    #[test]
    fn a_row_that_no_line_closes_on_either_page_is_one() {
        let above: &[&[&str]] = &[&["_没有现成信息", "_", "_1"]];
        let below: &[&[&str]] = &[&["^需要另行制作", "^", "^"], &["其他", "", "0"]];
        assert_eq!(joined(above, below), ["没有现成信息需要另行制作||1", "其他||0"]);
        // A line on one of the pages parts them.
        let parted: &[&[&str]] = &[&["其他", "0", "3"]];
        assert_eq!(joined(&[&["_公开", "_1", "_2"]], parted), ["公开|1|2", "其他|0|3"]);
    }

    #[test]
    fn a_table_with_other_columns_is_another() {
        let (above, below) = (table(0, &[&["一", "二", "三"]]), table(1, &[&["一", "二"]]));
        assert!(!above.goes_on_with(&below));
    }
}
