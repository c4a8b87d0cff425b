//! As Markdown: headings with `#`, tables with bars.

use super::outline::{Block, Outline, run_in};
use super::plain::plain;
use crate::render::grid::Grid;

/// What a bar inside of a cell becomes: bars part cells.
const BAR: &str = "｜";

pub(super) fn write(outline: &Outline<'_>) -> String {
    let mut out = String::new();
    for (at, block) in outline.blocks.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        match block {
            Block::Title(text) => heading(&mut out, 1, text),
            Block::Section(text) => heading(&mut out, 2, text),
            Block::Part(depth, text) => heading(&mut out, 3 + depth, text),
            Block::Note(text) => line(&mut out, text),
            Block::Paragraph(text) => line(&mut out, text),
            Block::RunIn(heading, text) => line(&mut out, &format!("{}{text}", run_in(heading, text))),
            Block::Table(_, grid) => table(&mut out, outline, grid),
        }
    }
    out
}

fn heading(out: &mut String, level: usize, text: &str) {
    const DEEPEST: usize = 6;
    out.push_str(&"#".repeat(level.min(DEEPEST)));
    out.push(' ');
    line(out, text);
}

fn line(out: &mut String, text: &str) {
    out.push_str(&escaped(&plain(text)));
    out.push('\n');
}

fn table(out: &mut String, outline: &Outline<'_>, grid: &Grid<'_>) {
    for (at, row) in grid.expanded().into_iter().enumerate() {
        let width = row.len();
        for slot in row {
            let text = slot.map(|slot| plain(&outline.text(slot))).unwrap_or_default();
            out.push_str("| ");
            out.push_str(&escaped(&text.replace('|', BAR)));
            out.push(' ');
        }
        out.push_str("|\n");
        if at == 0 {
            out.push_str(&"|---".repeat(width));
            out.push_str("|\n");
        }
    }
}

/// A text in which nothing is markup: everywhere what marks words, at its start what opens a block.
fn escaped(text: &str) -> String {
    const INLINE: [char; 7] = ['\\', '`', '*', '_', '[', ']', '<'];
    const OPENING: [char; 5] = ['#', '>', '+', '-', '~'];
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if INLINE.contains(&c) || at == 0 && OPENING.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_markup() {
        assert_eq!(escaped("- 公开*目录*<b>"), "\\- 公开\\*目录\\*\\<b>");
        assert_eq!(escaped("本年增/减 3-5 #1"), "本年增/减 3-5 #1");
    }
}
