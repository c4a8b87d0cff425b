//! The prose of a report: title, body, year, period, introduction and the outline of its six sections.

mod body;
mod chain;
mod date;
mod heading;
mod introduction;
mod level;
mod lines;
mod mention;
mod name;
mod noise;
pub(super) mod ordinal;
mod outline;
mod own;
mod page_title;
mod paragraphs;
mod period;
mod published;
mod range;
mod section_title;
mod stretch;
mod subject;
mod suffix;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod text;
mod title;
mod who;
mod year;

use super::{Problem, ProblemKind, Reading};
use crate::form::SectionKind;
use crate::message::Message;
use crate::report::Narrative;
use crate::source::{Document, Place};
use outline::Outline;
use paragraphs::Paragraphs;
use std::borrow::Cow;

/// What the prose says about whether the page is a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ProseSigns {
    /// A report's title was recognised: the words for the report, with a body or a year.
    pub(crate) title: bool,
    /// A report's introduction was recognised.
    pub(crate) introduction: bool,
    /// The page calls itself something about reports: 解读, 通知, 制度, 部署会. Without the header of
    /// a statutory block it is no report, whatever else it says.
    pub(crate) about: bool,
    /// The page looks like one of edition 2014.
    pub(crate) legacy: bool,
}

impl ProseSigns {
    /// Whether the prose alone makes the page a report.
    pub(crate) fn is_report(self) -> bool {
        (self.title || self.introduction) && !self.about
    }
}

/// Reads everything that is not a table into `reading.report`.
///
/// `used` says which pieces of the document tables have claimed.
pub(crate) fn read(document: &Document<'_>, used: &[bool], reading: &mut Reading) -> ProseSigns {
    let lines = lines::lines(document, used);
    let title = page_title::find(&lines, document.head_title.as_deref());
    let wrap = lines::wrap_column(&lines);
    let (outline, stretches) = outline::outline(lines.get(title.after..).unwrap_or_default(), wrap);
    let sections = outline.found;
    fill_report(reading, outline);
    stretches.tell(document, reading);

    let paragraphs = Paragraphs::of(&reading.report);
    let mut signs = ProseSigns {
        title: title.printed.is_some() && (title.body.is_some() || title.year.is_some()) && !title.about,
        introduction: paragraphs.any_introduction(),
        about: title.about,
        legacy: false,
    };
    who::fill(document, reading, &title, &paragraphs);
    reading.report.published = published::published(&lines, title.end, title.after, reading.report.year);
    reading.report.title = title.printed;
    signs.legacy = legacy(document, reading);
    missing_sections(reading, &sections);
    signs
}

/// The section of the form that a line opens, if it does.
#[cfg(feature = "html")]
pub(super) fn section_of(line: &str) -> Option<SectionKind> {
    let line = lines::Line { text: line, heading: false, cell: false, after_blank: false };
    let found = heading::heading(&line, false, &mut super::fold::Folded::default())?;
    match found.opening {
        heading::Opening::Section(kind) => Some(kind),
        heading::Opening::LooseOverview | heading::Opening::Part => None,
    }
}

/// Moves the outline into the report.
fn fill_report(reading: &mut Reading, outline: Outline) {
    reading.evidence.ended = outline.ended;
    let report = &mut reading.report;
    let front = outline.front;
    if outline.found[SectionKind::Overview as usize] {
        flatten(front, &mut report.introduction.paragraphs);
    } else {
        // The heading of 一 is missing: what is no introduction is its text.
        let (introduction, overview) =
            front.paragraphs.into_iter().partition(|text| introduction::is_of_one(text));
        report.introduction.paragraphs = introduction;
        report.overview = Narrative { heading: None, paragraphs: overview, parts: front.parts };
    }
    for (&kind, section) in SectionKind::ALL.iter().zip(outline.sections) {
        if outline.found[kind as usize] {
            *report.narrative_mut(kind) = section;
        }
    }
    let before = report.introduction.paragraphs.iter().map(String::as_str);
    // 总体情况 may hold the introduction.
    let inside = report.overview.texts().take(3).filter(|text| introduction::introduces(text));
    let (basis, contact) = introduction::basis_and_contact(before.chain(inside));
    report.introduction.basis = basis;
    report.introduction.contact = contact;
}

/// A text with its sub-headings as paragraphs.
fn flatten(narrative: Narrative, into: &mut Vec<String>) {
    // Front matter nests at most as deep as there are kinds of ordinals.
    into.extend(narrative.heading);
    into.extend(narrative.paragraphs);
    narrative.parts.into_iter().for_each(|part| flatten(part, into));
}

/// Whether the page is of an edition whose tables are not read; if so, that is a problem.
fn legacy(document: &Document<'_>, reading: &mut Reading) -> bool {
    let evidence = &reading.evidence;
    let seen = evidence.proactive.seen || evidence.applications.seen || evidence.challenges.seen;
    let table = || {
        ["统计指标", "統計指標", "指标统计表", "公开情况统计表"]
            .iter()
            .any(|words| document.text.contains(words))
    };
    let legacy = !seen && (reading.report.year.is_some_and(|year| year <= 2018) || table());
    if legacy {
        problem(
            reading,
            ProblemKind::EditionNotRead,
            None,
            "本页属于2014年版或更早的格式，其统计表不作读取，只读取标题、期限和文字。",
            "The page is of the 2014 edition or older, whose table is not read: only title, period and prose are.",
        );
    }
    legacy
}

/// A gap between sections that were found is a problem; what is cut off at either end is none.
fn missing_sections(reading: &mut Reading, found: &[bool; 6]) {
    const ENOUGH: usize = 3;
    if found.iter().filter(|found| **found).count() < ENOUGH {
        return;
    }
    let first = found.iter().position(|found| *found).unwrap_or(0);
    let last = found.iter().rposition(|found| *found).unwrap_or(0);
    for &kind in &SectionKind::ALL[first..=last] {
        if !found[kind as usize] {
            let label = kind.label();
            problem(
                reading,
                ProblemKind::SectionNotFound,
                None,
                format!("没有找到“{label}”的标题，其内容可能并入了相邻部分。"),
                format!("The heading “{label}” was not found; its text may stand in a neighbouring section."),
            );
        }
    }
}

fn problem(
    reading: &mut Reading,
    kind: ProblemKind,
    place: Option<Place>,
    zh: impl Into<Cow<'static, str>>,
    en: impl Into<Cow<'static, str>>,
) {
    reading.problems.push(Problem { kind, cell: None, place, message: Message::new(zh, en) });
}
