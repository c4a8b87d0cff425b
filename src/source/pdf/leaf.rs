//! One page: its tables, and its lines of text in reading order.

use super::glyphs::{Glyph, Sheet};
use super::grid::{self, Grid};
use super::lines::{self, TextLine, is_wide};
use super::table::Table;
use crate::{Error, Limits};

/// What a page holds, from top to bottom.
#[derive(Debug, Default)]
pub(super) struct Leaf {
    pub(super) blocks: Vec<Block>,
    pub(super) height: f64,
}

#[derive(Debug)]
pub(super) enum Block {
    Line(TextLine),
    Table(Table),
}

/// Takes a sheet apart.
pub(super) fn leaf(sheet: Sheet, height: f64, page: usize, limits: Limits) -> Result<Leaf, Error> {
    let grids = grid::grids(&sheet.rules, size(&sheet.glyphs), limits)?;
    let mut inside: Vec<Vec<Vec<Glyph>>> =
        grids.iter().map(|grid| vec![Vec::new(); grid.cells.len()]).collect();
    let mut outside = Vec::new();
    for word in sheet.glyphs.chunk_by(is_one_word) {
        match place(&grids, word) {
            Some((table, cell)) => inside[table][cell].extend(word),
            None => outside.extend(word),
        }
    }
    let lines = lines::lines(outside).into_iter().map(|line| (line.area.y0, Block::Line(line)));
    let tables = grids.iter().zip(inside).filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
    let tables = tables.map(|(grid, cells)| (grid.area().y0, Block::Table(Table::new(grid, cells, page))));
    let mut blocks: Vec<_> = lines.chain(tables).collect();
    blocks.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    Ok(Leaf { blocks: blocks.into_iter().map(|(_, block)| block).collect(), height })
}

/// The size of most of the text.
fn size(glyphs: &[Glyph]) -> f64 {
    let mut sizes: Vec<f64> = glyphs.iter().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(10.0)
}

/// Whether two characters that are drawn one after the other belong to one number: it stands in one cell,
/// even where it is wider than that.
fn is_one_word(left: &Glyph, right: &Glyph) -> bool {
    const CLOSE: f64 = 0.05;
    let is_part = |c: char| !is_wide(c) && !c.is_whitespace();
    is_part(left.c)
        && is_part(right.c)
        && (right.base - left.base).abs() <= CLOSE * left.size
        && (right.area.x0 - left.area.x1).abs() <= CLOSE * left.size
}

/// The table and the cell in which a word stands.
fn place(grids: &[Grid], word: &[Glyph]) -> Option<(usize, usize)> {
    let (first, last) = (word.first()?, word.last()?);
    let middle = first.area.union(last.area).center();
    grids.iter().enumerate().find_map(|(table, grid)| Some((table, grid.cell_at(middle)?)))
}
