//! The sentence of a finding about prose, with carets under the words it is about.

use super::style::{Style, harmless};
use crate::check::Severity;
use crate::form::SectionKind;
use crate::report::{Passage, Report};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::collections::BTreeMap;

/// Longer lines are cut around the words.
const WIDTH: usize = 96;

/// The texts of a report by section, so that many findings do not count the paragraphs again.
pub(super) struct Texts<'a> {
    report: &'a Report,
    paragraphs: BTreeMap<Option<SectionKind>, Vec<&'a str>>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        let sections = SectionKind::ALL.iter().copied().map(Some).chain([None]);
        let paragraphs = sections.map(|section| (section, report.paragraphs(section).collect())).collect();
        Self { report, paragraphs }
    }

    /// What stands before the words of a passage, the words, and what stands behind them; none if the
    /// report has no such words.
    fn around(&self, passage: Passage) -> Option<[&'a str; 3]> {
        let text = match (passage.section, passage.paragraph) {
            (Some(section), None) => self.report.narrative(section).heading.as_deref()?,
            (section, Some(paragraph)) => self.paragraphs.get(&section)?.get(paragraph)?,
            (None, None) => return None,
        };
        let words = text.get(passage.start..passage.end).filter(|words| !words.is_empty())?;
        Some([&text[..passage.start], words, &text[passage.end..]])
    }
}

/// The paragraph with its marked words, if the report has such words. Its number, or the line of the
/// source where that is known, stands before it.
pub(super) fn caret(
    texts: &Texts<'_>,
    passage: Passage,
    line: Option<usize>,
    severity: Severity,
    style: Style,
) -> Option<String> {
    let [before, words, after] = texts.around(passage)?;
    // A paragraph may be as long as the page.
    let [before, words, after] = [last(before), first(words), first(after)].map(harmless);
    let range = before.len()..before.len() + words.len();
    let text = [before, words, after].concat();
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Ansi => Renderer::styled(),
    };
    let number = line.or(passage.paragraph.map(|at| at.saturating_add(1))).unwrap_or(1);
    let snippet = Snippet::source(text).line_start(number).annotation(AnnotationKind::Primary.span(range));
    Some(renderer.term_width(WIDTH).render(&[Group::with_level(level).element(snippet)]))
}

/// So much of the beginning of a text as could be shown.
fn first(text: &str) -> &str {
    text.char_indices().nth(WIDTH).map_or(text, |(end, _)| &text[..end])
}

/// So much of its end.
fn last(text: &str) -> &str {
    text.char_indices().rev().nth(WIDTH).map_or(text, |(start, _)| &text[start..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str, words: &str) -> String {
        let mut report = Report::default();
        report.overview.paragraphs = vec![text.to_owned()];
        let start = text.find(words).expect("the words");
        let passage = Passage::new(Some(SectionKind::Overview), 0, start, start + words.len());
        caret(&Texts::new(&report), passage, None, Severity::Error, Style::Plain).expect("a sentence")
    }

    #[test]
    fn carets_stand_under_chinese() {
        let expected = "  |\n1 | 全年新收申请46件，上年结转2件。\n  |             ^^^^";
        assert_eq!(of("全年新收申请46件，上年结转2件。", "46件"), expected);
    }

    #[test]
    fn long_paragraphs_are_cut_around_the_words() {
        let long = format!("{}办结47件{}", "公".repeat(500), "开".repeat(500));
        let cut = of(&long, "办结47件");
        assert!(cut.contains("办结47件") && cut.contains("^^^^^^^^") && cut.contains("..."), "{cut}");
        assert!(cut.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= WIDTH), "{cut}");
    }

    proptest! {
        #[test]
        fn any_passage_of_any_text_is_shown_or_not(
            text in "(.|[件\u{301}\u{202e}\u{0}\t\r\n　])",
            more in ".{0,200}",
            start in 0_usize..90,
            length in 0_usize..400,
            line in any::<Option<usize>>(),
        ) {
            let mut report = Report::default();
            report.overview.paragraphs = vec![text + &more];
            let passage = Passage::new(Some(SectionKind::Overview), 0, start, start + length);
            for style in [Style::Plain, Style::Ansi] {
                let _ = caret(&Texts::new(&report), passage, line, Severity::Note, style);
            }
        }
    }
}
