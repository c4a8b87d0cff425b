//! The paragraphs that may name body, year and period, folded once.

use super::introduction::is_introduction;
use super::name::Name;
use crate::read::fold::{Folded, folded_text};
use crate::report::Report;

/// The paragraphs that may name body, year and period: introduction and overview, in their order.
pub(super) struct Paragraphs {
    pub(super) list: Vec<Paragraph>,
    /// 六, which may name the year.
    pub(super) last: Vec<String>,
}

pub(super) struct Paragraph {
    pub(super) raw: String,
    /// Its folded text.
    pub(super) text: String,
    /// Whether it is introduction, wherever it stands.
    pub(super) introduces: bool,
    /// Whether it stands before the first section.
    pub(super) before: bool,
}

impl Paragraphs {
    /// Folds what is needed of a report's prose.
    pub(super) fn of(report: &Report) -> Self {
        const BYTES: usize = 1_500;
        let mut bytes = 0;
        let before = report.introduction.paragraphs.iter().map(|text| (text.as_str(), true));
        let texts = before.chain(report.overview.texts().map(|text| (text, false)));
        // What names the body stands at the top; a paragraph longer than any real one is left out.
        let texts = texts.filter(|(text, _)| text.len() < 10 * BYTES).take_while(|(text, _)| {
            bytes += text.len();
            bytes < BYTES + text.len()
        });
        let list = texts
            .map(|(raw, before)| {
                let text = folded_text(raw);
                let introduces = is_introduction(&text);
                Paragraph { raw: raw.to_owned(), text, introduces, before }
            })
            .collect();
        let last = report.other_matters.texts().take(4).filter(|text| text.len() < 3000);
        Self { list, last: last.map(folded_text).collect() }
    }

    /// Whether one of them is a report's introduction.
    pub(super) fn any_introduction(&self) -> bool {
        self.list.iter().any(|paragraph| paragraph.introduces)
    }
}

impl Paragraph {
    /// The name at bytes of the folded text.
    pub(super) fn name(&self, at: std::ops::Range<usize>) -> Option<Name> {
        let folded = Folded::of(&self.raw);
        (!at.is_empty()).then(|| Name::at(&self.raw, &folded, &self.text, at))
    }
}
