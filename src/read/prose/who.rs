//! Body, year, period, level and kind: from the title, else from where the text names them.

use super::body::is_body;
use super::name::Name;
use super::own::Own;
use super::page_title::PageTitle;
use super::paragraphs::Paragraphs;
use super::year::{announced_year, fill_year};
use super::{level, mention, period, problem, subject};
use crate::read::fold::Folded;
use crate::read::{ProblemKind, Reading};
use crate::report::{Kind, Level, Report};
use crate::source::{Document, Place};

/// Fills body, year, period, level and kind.
pub(super) fn fill(
    document: &Document<'_>,
    reading: &mut Reading,
    title: &PageTitle,
    paragraphs: &Paragraphs,
) {
    // What a text cites is asked only for what its own title does not say.
    let says = title.year.is_some() && title.body.is_some();
    let cited = paragraphs
        .list
        .iter()
        .filter(|_| !says)
        .find_map(|paragraph| Some((paragraph, mention::cited_title(&paragraph.text)?)));
    let cited_year = cited.as_ref().and_then(|(_, title)| title.year);
    fill_period(document, reading, title.year.or(cited_year), paragraphs);
    fill_year(reading, title.year, cited_year, paragraphs);
    let own = paragraphs.list.iter().find_map(|paragraph| Own::of(&paragraph.text));
    let name = title.body.clone().or_else(|| {
        let cited = cited.and_then(|(paragraph, title)| paragraph.name(title.body));
        let name = cited.filter(|name| is_body(&name.folded)).or_else(|| elsewhere(paragraphs, own));
        name.filter(|name| mention::agrees(&name.folded, own))
    });
    tell_of_name(reading, title, name.as_ref());
    let (level, kind) = level_and_kind(name.as_ref(), own, paragraphs, &reading.report);
    (reading.report.level, reading.report.kind) = (level, kind);
    if reading.report.period.is_none() && title.year.is_some() {
        reading.evidence.announced_year = announced_year(paragraphs);
    }
    reading.report.agency = name.map(|name| name.printed);
}

/// The body in the sentences that name it: compiler, contact, subject of the overview.
fn elsewhere(paragraphs: &Paragraphs, own: Option<Own>) -> Option<Name> {
    let list = &paragraphs.list;
    let introduction = || list.iter().filter(|paragraph| paragraph.before || paragraph.introduces);
    let compiler = introduction().find_map(|paragraph| paragraph.name(mention::compiler(&paragraph.text)?));
    let compiler = compiler.or_else(|| {
        introduction().find_map(|paragraph| paragraph.name(mention::introduced(&paragraph.text)?))
    });
    if compiler.is_some() {
        return compiler;
    }
    let subject = list
        .iter()
        .filter(|paragraph| !paragraph.introduces)
        .take(2)
        .find_map(|paragraph| paragraph.name(subject::first_subject(&paragraph.text)?));
    let contact = introduction().find_map(|paragraph| paragraph.name(mention::contact(&paragraph.text)?));
    match (subject, contact) {
        // The contact gives the name in full.
        (Some(subject), Some(contact)) if contact.folded.ends_with(&subject.folded) => Some(contact),
        (Some(subject), _) => Some(subject),
        // Where an office answers for the whole area, it is not the one that reports.
        (None, Some(contact)) => {
            let area = matches!(own, Some(Own::County | Own::District | Own::City) | None);
            let department = level::of_name(&contact.folded).1 != Some(Kind::Government);
            (!(area && department)).then_some(contact)
        }
        (None, None) => None,
    }
}

fn tell_of_name(reading: &mut Reading, title: &PageTitle, name: Option<&Name>) {
    match name {
        Some(_) if title.body.is_some() => {}
        Some(name) => problem(
            reading,
            ProblemKind::AgencyNotInTitle,
            None,
            format!("标题中没有单位名称，“{}”取自正文。", name.printed),
            format!("The title does not name the body; “{}” was taken from the text.", name.printed),
        ),
        None => problem(
            reading,
            ProblemKind::AgencyUnknown,
            None,
            "标题和正文都没有确切写明报告单位的名称。",
            "Neither the title nor the text names the reporting body for certain.",
        ),
    }
}

fn fill_period(document: &Document<'_>, reading: &mut Reading, year: Option<i32>, paragraphs: &Paragraphs) {
    let found = paragraphs.list.iter().find_map(|paragraph| {
        let introduces = paragraph.before || paragraph.introduces;
        period::period(&paragraph.text, introduces, year).map(|found| (paragraph, found))
    });
    let Some((paragraph, found)) = found else { return };
    reading.report.period = Some(found.period);
    reading.evidence.date_restored = found.restored || found.yearless;
    let printed = paragraph.name(found.at.clone()).map(|name| name.printed).unwrap_or_default();
    let (start, end) = (found.period.start, found.period.end);
    if found.restored {
        problem(
            reading,
            ProblemKind::DateRestored,
            place_of(document, &paragraph.raw, &paragraph.text, found.at),
            format!("统计期限印作“{printed}”，缺少文字，读作{start}至{end}。"),
            format!(
                "The period is printed “{printed}” with characters missing; it was read as {start} to {end}."
            ),
        );
    } else if found.yearless {
        problem(
            reading,
            ProblemKind::DateRestored,
            place_of(document, &paragraph.raw, &paragraph.text, found.at),
            format!("统计期限“{printed}”没有写明年份，按报告年度读作{start}至{end}。"),
            format!(
                "The period “{printed}” names no year; with the year of the report it was read as {start} to {end}."
            ),
        );
    }
}

/// Where a part of a paragraph stands in the source, if it stands there on one line.
fn place_of(document: &Document<'_>, raw: &str, text: &str, at: std::ops::Range<usize>) -> Option<Place> {
    let folded = Folded::of(raw);
    let chars = text[..at.start].chars().count()..text[..at.end].chars().count();
    let printed = raw.get(folded.bytes(chars))?;
    let start = document.text.find(printed)?;
    let index = document.pieces.partition_point(|piece| piece.end as usize <= start);
    let piece = document.pieces.get(index)?;
    let within = start.checked_sub(piece.start as usize)?;
    Some(document.place(piece, Some(within..within + printed.len())))
}

fn level_and_kind(
    name: Option<&Name>,
    own: Option<Own>,
    paragraphs: &Paragraphs,
    report: &Report,
) -> (Option<Level>, Option<Kind>) {
    let (mut level, mut kind) = name.map_or((None, None), |name| level::of_name(&name.folded));
    if let Some(name) = name
        && level.is_none()
        && kind != Some(Kind::Zone)
        && name.folded.contains('市')
        && (paragraphs.list.iter().any(|paragraph| level::has_part(&paragraph.text, &name.folded))
            || report.introduction.paragraphs.iter().any(|text| level::has_counties(text))
            || report.overview.texts().any(level::has_counties))
    {
        level = Some(Level::Prefecture);
    }
    if name.is_none() {
        (level, kind) = match own {
            Some(Own::Township | Own::Street) => (Some(Level::Township), Some(Kind::Government)),
            Some(Own::Bureau) => (None, Some(Kind::Department)),
            Some(Own::Hall) => (Some(Level::Province), Some(Kind::Department)),
            Some(Own::County) => (Some(Level::County), None),
            Some(Own::District | Own::City) | None => (None, None),
        };
    }
    (level, kind)
}
