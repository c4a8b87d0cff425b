//! Labels that are not in the words of the form.

use super::super::event::{EventKind, Head, RowKey};
use super::Filling;
use crate::form::{Cell, Item};
use crate::read::fold::folded_text;
use crate::report::PrintedLabel;

impl Filling<'_> {
    /// Keeps the head of a column that is not in the words of the form.
    pub(super) fn see_head(&mut self, event: usize) {
        let (item, is_in): (_, &dyn Fn(Cell) -> bool) = match self.scan.events[event].kind {
            EventKind::Head(Head::Proactive(head)) => {
                (head.item(), &move |cell| matches!(cell, Cell::Proactive(_, column) if column == head))
            }
            EventKind::Head(Head::Applicant(head)) => {
                (head.item(), &move |cell| matches!(cell, Cell::Applications(_, column) if column == head))
            }
            EventKind::Head(Head::Challenge(head)) => {
                (head.item(), &move |cell| matches!(cell, Cell::Challenges(_, column) if column == head))
            }
            _ => return,
        };
        self.see_label(event, item, || Cell::all().find(|cell| is_in(*cell)));
    }

    /// Keeps the label of a row that is not in the words of the form.
    pub(super) fn see_row(&mut self, event: usize, row: RowKey) {
        let item = match row {
            RowKey::Proactive(row) => row.item(),
            RowKey::Applications(row) => row.item(),
        };
        self.see_label(event, item, || {
            Cell::all().find(|cell| match (row, cell) {
                (RowKey::Proactive(row), Cell::Proactive(of, _)) => row == *of,
                (RowKey::Applications(row), Cell::Applications(of, _)) => row == *of,
                _ => false,
            })
        });
    }

    fn see_label(&mut self, event: usize, item: &'static Item, cell: impl FnOnce() -> Option<Cell>) {
        let (start, end) = self.scan.events[event].at;
        let Some(printed) = self.document.text.get(start as usize..end as usize) else { return };
        if !deviates(printed, item) {
            return;
        }
        let Some(cell) = cell() else { return };
        let labels = &mut self.reading.evidence.labels;
        if labels.iter().all(|label| (label.cell, label.official) != (cell, item.label)) {
            let printed = printed.split_whitespace().collect();
            labels.push(PrintedLabel { cell, official: item.label, printed });
        }
    }
}

/// Whether a label has words that the form's does not have, beside what a label stacked beside it may
/// have left before it.
fn deviates(printed: &str, item: &Item) -> bool {
    const STACKED: usize = 2;
    // Nearly all are the form's without its ordinal, or other parts of it.
    if item.labels().any(|label| label.ends_with(printed))
        || item.labels().any(|label| is_subsequence(printed.chars().filter(is_word), label))
    {
        return false;
    }
    let printed: Vec<char> = folded_text(printed).chars().filter(is_word).collect();
    let lost_some = |label: &str| {
        let is_rest = |from: usize| printed.get(from..).filter(|rest| from == 0 || rest.len() > 2 * STACKED);
        (0..=STACKED)
            .any(|from| is_rest(from).is_some_and(|rest| is_subsequence(rest.iter().copied(), label)))
    };
    !item.labels().any(lost_some)
}

/// Whether a character is Chinese, of which words are made.
fn is_word(c: &char) -> bool {
    ('\u{4E00}'..'\u{A000}').contains(c)
}

fn is_subsequence(mut part: impl Iterator<Item = char>, whole: &str) -> bool {
    let mut whole = whole.chars();
    part.all(|c| whole.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{ChallengeColumn, ProactiveColumn, Row};

    #[test]
    fn lost_characters_and_punctuation_are_no_other_words() {
        for (printed, item) in [
            ("2.其他法律行政止公开", Row::ProhibitedByLaw.item()),
            ("三 2.其他法律、行政法规禁止公开", Row::ProhibitedByLaw.item()),
            ("屬於四類過程性信息", Row::ProcessInformation.item()),
            ("本年增\\减", ProactiveColumn::Change.item()),
            ("处理决定数量", ProactiveColumn::Decisions.item()),
            ("结转下\n年度继续办理", Row::CarriedOut.item()),
        ] {
            assert!(!deviates(printed, item), "{printed}");
        }
    }

    #[test]
    fn other_words_deviate() {
        for (printed, item) in [
            ("上年度结转政府信息公开申请数量", Row::CarriedIn.item()),
            ("结转下一年度继续办理", Row::CarriedOut.item()),
            ("尚未结案", ChallengeColumn::Pending.item()),
            ("合计", ChallengeColumn::Total.item()),
        ] {
            assert!(deviates(printed, item), "{printed}");
        }
    }
}
