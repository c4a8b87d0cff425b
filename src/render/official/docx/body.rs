//! The document: its pieces one after the other, on A4.

use super::table::table;
use super::xml::{paragraph, run};
use crate::render::official::outline::{Block, Outline, run_in};

const OPEN: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#
);

/// The page: A4, with the margins of official documents.
const CLOSE: &str = concat!(
    r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>"#,
    r#"<w:pgMar w:top="1701" w:right="1134" w:bottom="1418" w:left="1134" w:header="851" w:footer="992" w:gutter="0"/>"#,
    r#"</w:sectPr></w:body></w:document>"#
);

pub(super) fn document(outline: &Outline<'_>) -> String {
    let mut out = OPEN.to_owned();
    for block in &outline.blocks {
        match block {
            Block::Title(text) => line(&mut out, "Title", text),
            Block::Note(text) => line(&mut out, "Note", text),
            Block::Section(text) => line(&mut out, "Heading1", text),
            Block::Part(depth, text) => line(&mut out, &heading(*depth), text),
            Block::Paragraph(text) => line(&mut out, "Text", text),
            Block::RunIn(heading, text) => paragraph(&mut out, "Text", |out| {
                run(out, &run_in(heading, text), true);
                run(out, text, false);
            }),
            Block::Table(_, grid) => table(&mut out, outline, grid),
        }
    }
    out.push_str(CLOSE);
    out
}

fn line(out: &mut String, style: &str, text: &str) {
    paragraph(out, style, |out| run(out, text, false));
}

/// The style of a heading below those of the sections.
fn heading(depth: usize) -> String {
    const DEEPEST: usize = 5;
    format!("Heading{}", depth.saturating_add(2).min(DEEPEST))
}
