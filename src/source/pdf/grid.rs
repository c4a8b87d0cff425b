//! Tables from ruling lines: where lines cross there is a lattice, and what no line parts is one cell.

use super::rules::{Line, Rules};
use crate::source::builder::within;
use crate::{Error, Limits};
use hayro_interpret::kurbo::{Point, Rect};

/// A table of a page: its lattice and its cells.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// The lines between columns, from left to right.
    pub(super) xs: Vec<f64>,
    /// The lines between rows, from top to bottom.
    pub(super) ys: Vec<f64>,
    /// The cells, row by row.
    pub(super) cells: Vec<GridCell>,
    /// For each field of the lattice, its cell.
    fields: Vec<usize>,
}

/// A cell by the fields of the lattice that it takes, ends exclusive.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GridCell {
    pub(super) rows: std::ops::Range<usize>,
    pub(super) columns: std::ops::Range<usize>,
    /// Whether no line closes it above, below.
    pub(super) open: (bool, bool),
}

impl Grid {
    /// The room of the table.
    pub(super) fn area(&self) -> Rect {
        let ends = |at: &[f64]| (at.first().copied().unwrap_or(0.0), at.last().copied().unwrap_or(0.0));
        let ((x0, x1), (y0, y1)) = (ends(&self.xs), ends(&self.ys));
        Rect { x0, y0, x1, y1 }
    }

    /// The cell in which a place lies.
    pub(super) fn cell_at(&self, place: Point) -> Option<usize> {
        let field = |at: &[f64], place: f64| {
            let after = at.partition_point(|&line| line <= place);
            (after > 0 && after < at.len()).then(|| after - 1)
        };
        let (column, row) = (field(&self.xs, place.x)?, field(&self.ys, place.y)?);
        self.fields.get(row * (self.xs.len() - 1) + column).copied()
    }
}

/// The tables of a page, the smallest first, so that of tables in tables the inner one comes first. `size`
/// is that of the page's text: what lies much closer together than its lines is one and the same.
pub(super) fn grids(rules: &Rules, size: f64, limits: Limits) -> Result<Vec<Grid>, Error> {
    /// What has more is a drawing.
    const MOST: usize = 64;
    let snap = (0.4 * size).clamp(1.0, 4.0);
    let (across, down) = (tracks(&rules.across, snap), tracks(&rules.down, snap));
    let pairs = across.len().saturating_mul(down.len());
    within("cells", "ruling lines of a page", pairs, limits.cells)?;
    let groups = groups(&across, &down, snap);
    let mut grids: Vec<Grid> =
        groups.iter().map(|group| lattice(group, snap)).filter(|grid| grid.cells.len() > 1).collect();
    grids.sort_by(|a, b| a.area().area().total_cmp(&b.area().area()));
    if grids.len() > MOST {
        grids.drain(..grids.len() - MOST);
    }
    Ok(grids)
}

/// Lines in order, those that lie on each other joined. Doubled borders are one; short marks are none.
fn tracks(lines: &[Line], snap: f64) -> Vec<Line> {
    let mut lines = lines.to_vec();
    lines.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut joined = Vec::new();
    let mut rest = &mut lines[..];
    while let Some(first) = rest.first().copied() {
        let end = rest.partition_point(|line| line.at - first.at <= snap);
        let (track, after) = std::mem::take(&mut rest).split_at_mut(end);
        let at = track.iter().map(|line| line.at).sum::<f64>() / track.len() as f64;
        track.sort_by(|a, b| a.from.total_cmp(&b.from));
        let mut open: Option<Line> = None;
        for line in track.iter() {
            match &mut open {
                Some(open) if line.from - open.to <= snap => open.to = open.to.max(line.to),
                _ => joined.extend(open.replace(Line { at, ..*line })),
            }
        }
        joined.extend(open);
        rest = after;
    }
    joined.retain(|line| line.to - line.from > 2.0 * snap);
    joined
}

/// Lines that hang together, as the lines across and down of each group.
fn groups(across: &[Line], down: &[Line], snap: f64) -> Vec<(Vec<Line>, Vec<Line>)> {
    let mut roots: Vec<usize> = (0..across.len() + down.len()).collect();
    fn root(roots: &mut [usize], mut at: usize) -> usize {
        while roots[at] != at {
            roots[at] = roots[roots[at]];
            at = roots[at];
        }
        at
    }
    for (row, line) in across.iter().enumerate() {
        let start = down.partition_point(|other| other.at < line.from - snap);
        let near = down[start..].iter().take_while(|other| other.at <= line.to + snap);
        for (column, other) in near.enumerate() {
            if (other.from - snap..=other.to + snap).contains(&line.at) {
                let (a, b) = (root(&mut roots, row), root(&mut roots, across.len() + start + column));
                roots[a.max(b)] = a.min(b);
            }
        }
    }
    let mut groups: Vec<(Vec<Line>, Vec<Line>)> = vec![Default::default(); roots.len()];
    for at in 0..roots.len() {
        let group = root(&mut roots, at);
        match at.checked_sub(across.len()) {
            None => groups[group].0.push(across[at]),
            Some(column) => groups[group].1.push(down[column]),
        }
    }
    groups.retain(|(across, down)| across.len() > 1 && !down.is_empty());
    groups
}

/// The table of lines that hang together.
fn lattice((across, down): &(Vec<Line>, Vec<Line>), snap: f64) -> Grid {
    let xs = places(down, across, snap);
    let ys = places(across, down, snap);
    let mut grid = Grid { fields: Vec::new(), cells: Vec::new(), xs, ys };
    if grid.xs.len() < 2 || grid.ys.len() < 2 {
        return grid;
    }
    let walls = Walls {
        columns: grid.xs.len() - 1,
        rows: grid.ys.len() - 1,
        across: walls(&grid.ys, &grid.xs, across, snap),
        down: walls(&grid.xs, &grid.ys, down, snap),
    };
    (grid.cells, grid.fields) = walls.cells();
    grid
}

/// Where the lattice has lines: where they are drawn, and where those of the other direction end. A table
/// may lack its sides.
fn places(own: &[Line], other: &[Line], snap: f64) -> Vec<f64> {
    let drawn = own.iter().map(|line| line.at);
    let mut places: Vec<f64> = Vec::new();
    let mut drawn: Vec<f64> = drawn.collect();
    drawn.sort_by(f64::total_cmp);
    for at in drawn {
        if places.last().is_none_or(|last| at - last > snap) {
            places.push(at);
        }
    }
    let first = other.iter().map(|line| line.from).fold(f64::INFINITY, f64::min);
    let last = other.iter().map(|line| line.to).fold(f64::NEG_INFINITY, f64::max);
    if places.first().is_some_and(|at| at - first > 2.0 * snap) {
        places.insert(0, first);
    }
    if places.last().is_some_and(|at| last - at > 2.0 * snap) {
        places.push(last);
    }
    places
}

/// For each line of the lattice and each field along it, whether a line is drawn there: over half of the
/// field at least, since borders may have gaps where they meet.
fn walls(own: &[f64], along: &[f64], lines: &[Line], snap: f64) -> Vec<bool> {
    let fields = along.len() - 1;
    let mut walls = vec![0.0; own.len() * fields];
    for line in lines {
        let at = own.partition_point(|&place| place < line.at - snap);
        let Some(_) = own.get(at).filter(|&&place| place <= line.at + snap) else { continue };
        let start = along.partition_point(|&place| place <= line.from).saturating_sub(1);
        for field in start..fields {
            let (from, to) = (along[field].max(line.from), along[field + 1].min(line.to));
            if from >= line.to {
                break;
            }
            walls[at * fields + field] += (to - from).max(0.0) / (along[field + 1] - along[field]);
        }
    }
    walls.into_iter().map(|share| share > 0.5).collect()
}

/// Which fields of a lattice are parted.
struct Walls {
    columns: usize,
    rows: usize,
    across: Vec<bool>,
    down: Vec<bool>,
}

impl Walls {
    fn above(&self, row: usize, column: usize) -> bool {
        self.across[row * self.columns + column]
    }

    fn before(&self, row: usize, column: usize) -> bool {
        self.down[column * self.rows + row]
    }

    /// The cells: from each free field as far to the right and then down as nothing parts it. Where lines
    /// are missing so that a cell would be no rectangle, it is several.
    fn cells(&self) -> (Vec<GridCell>, Vec<usize>) {
        let mut cells = Vec::new();
        let mut fields = vec![usize::MAX; self.rows * self.columns];
        for row in 0..self.rows {
            for column in 0..self.columns {
                if fields[row * self.columns + column] != usize::MAX {
                    continue;
                }
                let free =
                    |at: &usize| fields[row * self.columns + at] == usize::MAX && !self.before(row, *at);
                let right =
                    (column + 1..self.columns).take_while(free).last().map_or(column + 1, |at| at + 1);
                let goes_down = |at: &usize| self.is_open(*at, column..right);
                let below = (row + 1..self.rows).take_while(goes_down).last().map_or(row + 1, |at| at + 1);
                for at in row..below {
                    fields[at * self.columns..][column..right].fill(cells.len());
                }
                let open = |at: usize| !self.above(at, column);
                let open = (open(row), open(below));
                cells.push(GridCell { rows: row..below, columns: column..right, open });
            }
        }
        (cells, fields)
    }

    /// Whether a row of fields belongs to the fields above it and is not parted in itself.
    fn is_open(&self, row: usize, columns: std::ops::Range<usize>) -> bool {
        columns.clone().all(|column| !self.above(row, column))
            && columns.skip(1).all(|column| !self.before(row, column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rules from boxes: left, top, right, bottom.
    fn rules(boxes: &[[f64; 4]]) -> Rules {
        let mut rules = Rules::default();
        for &[x0, y0, x1, y1] in boxes {
            assert!(rules.bar(Rect { x0, y0, x1, y1 }), "a line is thin");
        }
        rules
    }

    /// The cells of the only table: columns and rows of each.
    fn cells(boxes: &[[f64; 4]]) -> Vec<(std::ops::Range<usize>, std::ops::Range<usize>)> {
        let grids = grids(&rules(boxes), 10.0, Limits::default()).expect("within the limits");
        assert_eq!(grids.len(), 1);
        grids[0].cells.iter().map(|cell| (cell.columns.clone(), cell.rows.clone())).collect()
    }

    /// The sides of a box, each so thick.
    fn frame(x0: f64, y0: f64, x1: f64, y1: f64, thick: f64) -> [[f64; 4]; 4] {
        [
            [x0, y0, x1, y0 + thick],
            [x0, y1 - thick, x1, y1],
            [x0, y0, x0 + thick, y1],
            [x1 - thick, y0, x1, y1],
        ]
    }

    #[test]
    fn what_no_line_parts_is_one_cell() {
        let mut boxes = frame(0.0, 0.0, 200.0, 60.0, 0.5).to_vec();
        boxes.extend([[0.0, 20.0, 200.0, 20.5], [50.0, 40.0, 200.0, 40.5], [50.0, 0.0, 50.5, 60.0]]);
        boxes.push([120.0, 20.0, 120.5, 60.0]);
        assert_eq!(
            cells(&boxes),
            [
                (0..1, 0..1),
                (1..3, 0..1),
                (0..1, 1..3),
                (1..2, 1..2),
                (2..3, 1..2),
                (1..2, 2..3),
                (2..3, 2..3)
            ]
        );
    }

    #[test]
    fn borders_around_every_cell_are_one_line_between_two() {
        let mut boxes = Vec::new();
        for row in 0..2 {
            for column in 0..3 {
                let (x, y) = (f64::from(column) * 50.0, f64::from(row) * 20.0);
                boxes.extend(frame(x, y, x + 48.0, y + 18.0, 0.7));
            }
        }
        assert_eq!(cells(&boxes).len(), 6);
    }

    #[test]
    fn lines_may_have_gaps_and_sides_may_be_missing() {
        let across = [0.0, 20.0, 40.0].map(|y| [0.0, y, 200.0, y + 0.5]);
        let down = [[100.0, 2.0, 100.5, 18.0], [100.0, 22.0, 100.5, 39.0]];
        let boxes: Vec<_> = across.into_iter().chain(down).collect();
        assert_eq!(cells(&boxes), [(0..1, 0..1), (1..2, 0..1), (0..1, 1..2), (1..2, 1..2)]);
    }

    #[test]
    fn frames_and_underlines_are_no_tables() {
        let mut boxes = frame(0.0, 0.0, 200.0, 60.0, 0.5).to_vec();
        boxes.extend([[10.0, 100.0, 90.0, 100.5], [10.0, 120.0, 90.0, 120.5]]);
        assert!(grids(&rules(&boxes), 10.0, Limits::default()).expect("within the limits").is_empty());
    }

    #[test]
    fn a_cell_is_open_where_no_line_closes_it() {
        let sides = [[0.0, 0.0, 0.5, 40.0], [100.0, 0.0, 100.5, 40.0], [200.0, 0.0, 200.5, 40.0]];
        let boxes: Vec<_> =
            sides.into_iter().chain([[0.0, 0.0, 200.0, 0.5], [0.0, 20.0, 200.0, 20.5]]).collect();
        let grids = grids(&rules(&boxes), 10.0, Limits::default()).expect("within the limits");
        let open: Vec<_> = grids[0].cells.iter().map(|cell| cell.open).collect();
        assert_eq!(open, [(false, false), (false, false), (false, true), (false, true)]);
    }
}
