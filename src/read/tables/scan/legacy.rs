//! The table of the edition 2014, which is not read.

use super::super::event::EventKind;
use super::Scanner;
use super::line::is_prose;
use super::marks::ordinal;
use crate::form::{Applicant, Row, SectionKind};
use crate::read::fold::{Folded, folded_text};
use crate::read::vocabulary::{Word, word_at};
use crate::source::{Piece, PieceKind};

/// How a table that is not read is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Legacy {
    Rows,
    Lines,
}

impl Scanner<'_> {
    /// Whether a piece is of a table of the edition 2014. Its 主动公开情况 would be a section of the later
    /// form, and its rows would stand in the tables of that. It begins with heads of its own and goes on
    /// to a word that only the later forms have; in lines, also to the next sentence.
    pub(super) fn is_legacy(&mut self, index: u32, piece: &Piece) -> bool {
        match piece.kind {
            PieceKind::Line | PieceKind::Heading | PieceKind::Cell { .. } => {}
            PieceKind::BlankLine => return self.legacy == Some(Legacy::Lines),
            PieceKind::Table | PieceKind::Row | PieceKind::TableEnd => return false,
        }
        let text = self.document.piece_text(piece);
        let way = if self.row.number > 0 { Legacy::Rows } else { Legacy::Lines };
        if opens_legacy(text) {
            self.flush(false);
            (self.table, self.run, self.legacy) = (None, false, Some(way));
            self.event(EventKind::Break, index, (piece.start, piece.end), None);
            return true;
        }
        let Some(open) = self.legacy else { return false };
        if is_of_later_form(text) || open == Legacy::Lines && way == Legacy::Lines && is_prose(text) {
            self.legacy = None;
        }
        // Lines between the rows of such a table, or behind it, are prose.
        self.legacy.is_some() && (open == way || way == Legacy::Rows)
    }
}

/// The first head of the edition 2014's table, alone or with the others on its line: 统计指标 单位 统计数.
fn opens_legacy(text: &str) -> bool {
    const SHORTEST: usize = "统计指标".len();
    const LONGEST: usize = 96;
    if text.len() < SHORTEST {
        return false;
    }
    let bare = text.trim_start();
    if !bare.starts_with(['统', '統']) || bare.len() > LONGEST {
        return false;
    }
    let folded = folded_text(bare);
    let rest = folded.strip_prefix("统计指标").or_else(|| folded.strip_prefix("统计指標"));
    rest.is_some_and(|rest| {
        ["单位", "计量单位", "统计", "数量"].iter().any(|head| rest.starts_with(head)) || rest.is_empty()
    })
}

/// Whether a line or cell opens with a word that the table of the edition 2014 cannot have.
fn is_of_later_form(text: &str) -> bool {
    const LOOKED_AT: usize = 60;
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(end, _)| end);
    let folded = Folded::of(&text[..end]);
    let Some(found) = word_at(&folded.chars, ordinal(&folded.chars)) else { return false };
    match found.word {
        // The short title of section 二 is a row there.
        Word::Section(section) => {
            section != SectionKind::Proactive || found.at.len() > "主动公开情况".chars().count()
        }
        Word::Applicant(applicant) => !matches!(applicant, Applicant::Other | Applicant::Total),
        Word::Article(_) | Word::ProactiveColumn(_) | Word::Organisations | Word::ChallengeColumn(_) => true,
        Word::Row(row) => row == Row::Received,
        _ => false,
    }
}
