//! As plain text: a piece a line with empty lines between, tables with tabs between their columns.

use super::outline::{Block, Outline, run_in};
use super::plain::plain;
use crate::render::grid::Grid;

pub(super) fn write(outline: &Outline<'_>) -> String {
    let mut out = String::new();
    for (at, block) in outline.blocks.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        match block {
            Block::Title(text) | Block::Section(text) | Block::Paragraph(text) => line(&mut out, text),
            Block::Note(text) => line(&mut out, text),
            Block::Part(_, text) => line(&mut out, text),
            Block::RunIn(heading, text) => line(&mut out, &format!("{}{text}", run_in(heading, text))),
            Block::Table(_, grid) => table(&mut out, outline, grid),
        }
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(&untagged(text));
    out.push('\n');
}

fn table(out: &mut String, outline: &Outline<'_>, grid: &Grid<'_>) {
    for row in grid.expanded() {
        for (at, slot) in row.into_iter().enumerate() {
            out.push_str(if at > 0 { "\t" } else { "" });
            out.push_str(&slot.map(|slot| untagged(&outline.text(slot))).unwrap_or_default());
        }
        out.push('\n');
    }
}

/// A text in which nothing is a tag: one would make a web page of the whole.
fn untagged(text: &str) -> String {
    let text = plain(text);
    let mut parts = text.split('<');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_tag = part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!');
        out.push(if is_tag { '＜' } else { '<' });
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_tag() {
        assert_eq!(untagged("5<6，公开<p>目录<!--"), "5<6，公开＜p>目录＜!--");
    }
}
