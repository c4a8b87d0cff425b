//! As a web page of its own, which needs no script and loads nothing.

use super::outline::{Block, Outline, run_in};
use super::plain::plain;
use crate::form::Table;
use crate::render::grid::{Content, Grid, Line, Role, Slot};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Nothing may run and nothing be loaded, even if a report could smuggle something in.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

pub(super) fn write(outline: &Outline<'_>) -> String {
    let title = outline.blocks.iter().find_map(|block| match block {
        Block::Title(text) => Some(plain(text)),
        _ => None,
    });
    // Empty lines between the pieces: a reader takes pieces that touch for one that was broken.
    let pieces: Vec<String> =
        outline.blocks.iter().map(|block| piece(outline, block).into_string()).collect();
    let page = html! {
        (DOCTYPE)
        html lang="zh-Hans" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title.as_deref().unwrap_or(super::NAME)) }
                style { (PreEscaped(include_str!("official.css"))) }
            }
            body {
                main { "\n\n" (PreEscaped(pieces.join("\n\n"))) "\n\n" }
            }
        }
    };
    page.into_string() + "\n"
}

fn piece(outline: &Outline<'_>, block: &Block<'_>) -> Markup {
    html! {
        @match block {
            Block::Title(text) => h1 style=[kept(text)] { (plain(text)) },
            Block::Note(text) => p.note style=[kept(text)] { (plain(text)) },
            Block::Section(text) => h2 style=[kept(text)] { (plain(text)) },
            Block::Part(0, text) => h3 style=[kept(text)] { (plain(text)) },
            Block::Part(1, text) => h4 style=[kept(text)] { (plain(text)) },
            Block::Part(2, text) => h5 style=[kept(text)] { (plain(text)) },
            Block::Part(_, text) => h6 style=[kept(text)] { (plain(text)) },
            Block::Paragraph(text) => p style=[kept(text)] { (plain(text)) },
            Block::RunIn(heading, text) => p style=[kept(&format!("{heading}{text}"))] {
                strong { (plain(&run_in(heading, text))) } (plain(text))
            },
            Block::Table(kind, grid) => (table(outline, *kind, grid)),
        }
    }
}

/// Browsers show several blanks as one unless they are told not to.
fn kept(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let is_outer = |at: Option<char>| at == Some(' ');
    let lost = text.contains("  ") || is_outer(text.chars().next()) || is_outer(text.chars().next_back());
    lost.then_some("white-space: pre-wrap")
}

fn table(outline: &Outline<'_>, kind: Table, grid: &Grid<'_>) -> Markup {
    let numbers = grid.columns - grid.labels;
    html! {
        div.scroll role="region" tabindex="0" aria-label=(kind.section().label()) {
            table.(kind.section().path()) aria-label=(kind.section().label()) {
                colgroup {
                    @for at in 0..grid.labels { col.{ "label-" (at + 1) }; }
                    col span=(numbers);
                }
                @if !grid.heads.is_empty() {
                    thead { @for line in &grid.heads { (row(outline, line)) } }
                }
                @for body in &grid.bodies {
                    @if !body.is_empty() { tbody { @for line in body { (row(outline, line)) } } }
                }
            }
        }
    }
}

fn row(outline: &Outline<'_>, line: &Line<'_>) -> Markup {
    html! { tr { @for slot in line { (cell(outline, slot)) } } "\n" }
}

fn cell(outline: &Outline<'_>, slot: &Slot<'_>) -> Markup {
    let text = outline.text(slot);
    let span = |of: usize| (of > 1).then_some(of);
    let (columns, rows) = (span(slot.columns), span(slot.rows));
    let scope = match slot.role {
        Role::Corner | Role::Value => None,
        Role::Heads => Some("colgroup"),
        Role::Head => Some("col"),
        Role::Rows => Some("rowgroup"),
        Role::Row => Some("row"),
    };
    let class = matches!(slot.content, Content::Article(_)).then_some("article");
    html! {
        @match scope {
            Some(scope) => th class=[class] scope=(scope) colspan=[columns] rowspan=[rows] style=[kept(&text)] {
                (plain(&text))
            },
            None => td colspan=[columns] rowspan=[rows] style=[kept(&text)] { (plain(&text)) },
        }
    }
}
