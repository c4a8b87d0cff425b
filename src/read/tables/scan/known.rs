//! Labels that are printed as the form words them, which most are: folded and marked once for all pages.

use super::Segment;
use super::line::{is_page_number, is_prose};
use super::marks::{Mark, mark};
use super::tokens::{is_broken_number, may_have_value};
use crate::read::Folded;
use crate::read::number::{Printed, printed};
use crate::read::vocabulary::{self, Hasher, Word};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// What scanning such a label gives, whatever stands before it.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) folded: Folded,
    pub(super) marks: Vec<Mark>,
    pub(super) found: Vec<(Word, Range<usize>)>,
    /// Whether it may be the first part of a longer word, so that what follows must be known as well.
    pub(super) goes_on: bool,
    /// Whether a line of it can be nothing else: no sentence, and nothing in it may be a value.
    pub(super) is_plain: bool,
    /// Whether a cell of it can be nothing else: neither a value, whole or broken, nor what stands for one.
    pub(super) is_label: bool,
}

impl Known {
    /// The label with this very text.
    pub(super) fn of(text: &str) -> Option<&'static Self> {
        static LABELS: LazyLock<HashMap<&'static str, Known, Hasher>> = LazyLock::new(|| {
            vocabulary::printed().filter_map(|text| Some((text, Known::scan(text)?))).collect()
        });
        LABELS.get(text)
    }

    /// Scans a label; none if it reads otherwise behind another label, or holds what the form does not know.
    fn scan(text: &'static str) -> Option<Self> {
        let folded = Folded::of(text);
        let marked = |labelled| {
            let (mut marks, mut found) = (Vec::new(), Vec::new());
            let segment = Segment { start: 0, piece: 0, columns: None, known: None };
            mark(&folded, &[segment], labelled, &mut marks, &mut found);
            (marks, found)
        };
        let (marks, found) = marked(false);
        let goes_on = vocabulary::may_go_on(&folded.chars);
        let same = marked(true) == (marks.clone(), found.clone()) && !marks.contains(&Mark::Unknown);
        let is_plain = !is_page_number(text) && !is_prose(text) && !may_have_value(text);
        let is_label = !found.is_empty() && printed(text) == Printed::Words && !is_broken_number(text);
        same.then_some(Self { folded, marks, found, goes_on, is_plain, is_label })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn official_labels_are_known() {
        for text in ["行政许可", "（一）予以公开", "自然人", "三、本年度办理结果"] {
            assert!(Known::of(text).is_some_and(|known| !known.found.is_empty()), "{text}");
        }
        assert!(Known::of("行政許可").is_none());
    }

    #[test]
    fn a_label_that_begins_a_longer_one_says_so() {
        assert!(Known::of("其他").is_some_and(|known| known.goes_on));
        assert!(Known::of("（一）予以公开").is_some_and(|known| !known.goes_on));
    }
}
