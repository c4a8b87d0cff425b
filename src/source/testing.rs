//! Files made for tests, and what came of them.

use super::{Document, PieceKind};
use std::fmt::Write as _;
use std::io::Write as _;
use zip::write::SimpleFileOptions;

/// A ZIP of parts.
pub(super) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.finish().expect("a ZIP").into_inner()
}

/// The pieces as text: `a~2` is a cell over two columns, `a^2` one over two rows.
pub(super) fn dump(document: &Document<'_>) -> String {
    let mut out = String::new();
    for piece in &document.pieces {
        let text = document.piece_text(piece).replace('\n', "/");
        match piece.kind {
            PieceKind::Heading => writeln!(out, "# {text}"),
            PieceKind::Table => write!(out, "["),
            PieceKind::Row => writeln!(out),
            PieceKind::TableEnd => writeln!(out, "\n]"),
            PieceKind::Cell { column, columns, rows } => {
                let over = |sign, number| if number > 1 { format!("{sign}{number}") } else { String::new() };
                write!(out, "{column}:{text}{}{} | ", over('~', columns), over('^', rows))
            }
            _ => writeln!(out, "{text}"),
        }
        .expect("a string takes it");
    }
    out.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}
