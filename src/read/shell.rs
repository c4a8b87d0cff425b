//! Web pages that are only the shell of a report: what they are instead, and where the report may be.

use super::prose::section_of;
use super::{ProblemKind, Reading};
use crate::Error;
use crate::error::{Link, ShellKind};
use crate::form::SectionKind;
use crate::source::{Item, Survey};

/// So many links are told.
const MOST: usize = 20;

/// A list has at least so many titles of reports.
const LIST: usize = 3;

/// Files that a page may have its report or its tables in.
const FILES: [&str; 12] =
    [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps", ".et", ".ofd", ".zip", ".rar", ".7z", ".odt"];

/// Whether tables were looked for in vain: none was seen, and it is no page of an edition whose tables are
/// not read.
pub(super) fn lacks_tables(reading: &Reading) -> bool {
    let evidence = &reading.evidence;
    let seen = evidence.proactive.seen || evidence.applications.seen || evidence.challenges.seen;
    !seen && reading.problems.iter().all(|problem| problem.kind != ProblemKind::EditionNotRead)
}

/// What a page without tables is the shell of, if it is one. `reading` is what was read of it, if it is a
/// report at all.
pub(super) fn shell(survey: &Survey, reading: Option<&Reading>) -> Option<Error> {
    let is_whole = reading.is_some_and(has_sections);
    let links = || {
        survey.items.iter().filter_map(|item| match item {
            Item::Link(link) => Some(link),
            Item::Line(_) | Item::Picture => None,
        })
    };
    let titles: Vec<&Link> = links().filter(|link| is_title(&link.text)).collect();
    // On a page that is no report, a file must be called one.
    let files: Vec<&Link> =
        links().filter(|link| is_file(link) && (reading.is_some() || is_title(&link.text))).collect();
    let (kind, links) = if !is_whole && titles.len() >= LIST {
        (ShellKind::List, titles)
    } else if !files.is_empty() {
        (ShellKind::Attachment, files)
    } else if reading.is_some() && has_pictures(survey, is_whole) {
        (ShellKind::Pictures, files)
    } else if !is_whole && is_rendered(survey) {
        (ShellKind::Script, files)
    } else {
        return None;
    };
    Some(Error::Shell { kind, links: links.into_iter().take(MOST).cloned().collect() })
}

/// Whether any section of the form was found.
fn has_sections(reading: &Reading) -> bool {
    SectionKind::ALL.iter().any(|&kind| reading.report.narrative(kind).heading.is_some())
}

/// Whether words are the title of a report.
fn is_title(text: &str) -> bool {
    let text: String = text.split_whitespace().collect();
    text.contains("公开") && ["年报", "年度报告", "工作报告"].iter().any(|word| text.contains(word))
}

/// Whether a link leads to a file, as its address or its words say.
fn is_file(link: &Link) -> bool {
    let address = link.href.split(['?', '#']).next().unwrap_or_default();
    [address, link.href.as_str(), link.text.as_str()].iter().any(|text| {
        let text = text.trim().to_ascii_lowercase();
        FILES.iter().any(|file| text.ends_with(file))
    })
}

/// Whether pictures stand where the tables should: in their sections, or in the place of the whole report.
fn has_pictures(survey: &Survey, is_whole: bool) -> bool {
    let mut section = None;
    survey.items.iter().any(|item| match item {
        Item::Line(line) => {
            section = section_of(line).or(section);
            false
        }
        Item::Picture => !is_whole || section.is_some_and(|kind: SectionKind| kind.table().is_some()),
        Item::Link(_) => false,
    })
}

/// Whether a page has next to no text and a script that would bring it.
fn is_rendered(survey: &Survey) -> bool {
    const LITTLE: usize = 200;
    let characters: usize = survey
        .items
        .iter()
        .map(|item| if let Item::Line(line) = item { line.chars().count() } else { 0 })
        .sum();
    survey.scripts > 0
        && characters < LITTLE
        && (survey.has_root || survey.asks_for_scripts || characters == 0)
}
