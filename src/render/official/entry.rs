//! What a cell prints, so that it is read as what it says.

use super::plain::plain;
use crate::form::{Cell, Row, Table};
use crate::read::{DOUBTFUL, is_unreadable};
use crate::report::Entry;

/// The sign of an explicit nothing.
const NOTHING: &str = "/";

/// What stands for words that cannot be repeated.
const UNREADABLE: &str = "无法辨认";

/// What a cell prints.
pub(super) fn printed(cell: Cell, entry: &Entry) -> String {
    match entry {
        Entry::Absent | Entry::Blank => String::new(),
        Entry::Mark => NOTHING.to_owned(),
        Entry::Value(number) => number.to_string(),
        Entry::Unreadable(text) => unreadable(text, has_label(cell)),
    }
}

/// Whether the row of a cell has a label that is no other's: a row of table 四 has none, and （六）其他处理 is
/// a group as well.
fn has_label(cell: Cell) -> bool {
    cell.table() != Table::Challenges && !matches!(cell, Cell::Applications(Row::OtherSingle, _))
}

/// A text that is no number: as it is if behind a label it cannot be taken for anything else, behind a
/// question mark if it could be taken for a number, and other words if it could be taken for a label.
fn unreadable(text: &str, has_label: bool) -> String {
    let text = plain(text.trim());
    let marked = format!("{DOUBTFUL}{text}");
    let bare = Some(&text).filter(|text| has_label || text.starts_with(DOUBTFUL));
    let found = bare.into_iter().chain([&marked]).find(|text| is_unreadable(text));
    found.cloned().unwrap_or_else(|| format!("{DOUBTFUL}{UNREADABLE}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Applicant, ChallengeColumn, ChallengeRow};

    #[test]
    fn what_is_unreadable_stays_so() {
        let cell = Cell::Applications(Row::Received, Applicant::Total);
        for (text, shown) in [
            ("本机关无规章", "？无法辨认"),
            ("本机关没有", "本机关没有"),
            ("1,40", "1,40"),
            ("5 6 7", "？5 6 7"),
            ("/", "？/"),
            ("", "？无法辨认"),
            ("总计 5", "？无法辨认"),
        ] {
            assert_eq!(printed(cell, &Entry::Unreadable(text.into())), shown, "{text}");
        }
        let cell = Cell::Challenges(ChallengeRow::Review, ChallengeColumn::Total);
        assert_eq!(printed(cell, &Entry::Unreadable("没有".into())), "？没有");
    }
}
