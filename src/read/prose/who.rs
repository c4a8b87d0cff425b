//! Body, year, period, level and kind: from the title, else from where the text names them.

use super::body::{Own, is_body};
use super::introduction::is_introduction;
use super::page_title::{Name, PageTitle};
use super::{level, mention, period, problem};
use crate::read::fold::Folded;
use crate::read::{ProblemKind, Reading};
use crate::report::{Kind, Level, Report};
use crate::source::{Document, Place};

/// The paragraphs that may name body, year and period: introduction and overview, in their order.
pub(super) struct Paragraphs {
    list: Vec<Paragraph>,
    /// 六, which may name the year.
    last: Vec<String>,
}

struct Paragraph {
    raw: String,
    /// Its folded text.
    text: String,
    /// Whether it is introduction, wherever it stands.
    introduces: bool,
    /// Whether it stands before the first section.
    before: bool,
}

impl Paragraphs {
    /// Folds what is needed of a report's prose.
    pub(super) fn of(report: &Report) -> Self {
        const BYTES: usize = 6_000;
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
                let text = Folded::of(raw).text();
                let introduces = is_introduction(&text);
                Paragraph { raw: raw.to_owned(), text, introduces, before }
            })
            .collect();
        let last = report.other_matters.texts().take(4).filter(|text| text.len() < 3000);
        Self { list, last: last.map(|text| Folded::of(text).text()).collect() }
    }

    /// Whether one of them is a report's introduction.
    pub(super) fn any_introduction(&self) -> bool {
        self.list.iter().any(|paragraph| paragraph.introduces)
    }
}

/// Fills body, year, period, level and kind.
pub(super) fn fill(
    document: &Document<'_>,
    reading: &mut Reading,
    title: &PageTitle,
    paragraphs: &Paragraphs,
) {
    let cited = paragraphs
        .list
        .iter()
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
    reading.report.agency = name.map(|name| name.printed);
}

impl Paragraph {
    fn name(&self, at: std::ops::Range<usize>) -> Option<Name> {
        let folded = Folded::of(&self.raw);
        (!at.is_empty()).then(|| Name::at(&self.raw, &folded, &self.text, at))
    }
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
        .find_map(|paragraph| paragraph.name(mention::first_subject(&paragraph.text)?));
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

fn fill_year(reading: &mut Reading, title: Option<i32>, cited: Option<i32>, paragraphs: &Paragraphs) {
    let period = reading.report.period.and_then(crate::report::Period::year);
    let year = title
        .or(cited)
        .or(period)
        .or_else(|| introduced_year(paragraphs))
        .or_else(|| opening_year(paragraphs));
    reading.report.year = year;
    match year {
        Some(_) if title.is_some() => {}
        Some(year) => problem(
            reading,
            ProblemKind::YearNotInTitle,
            None,
            format!("标题中没有年度，{year}年取自正文。"),
            format!("The title does not name the year; {year} was taken from the text."),
        ),
        None => problem(
            reading,
            ProblemKind::YearUnknown,
            None,
            "标题和正文都没有确切写明报告年度。",
            "Neither the title nor the text names the year of the report for certain.",
        ),
    }
}

/// The year that opens sentences of the overview and of 六, if they all agree.
fn opening_year(paragraphs: &Paragraphs) -> Option<i32> {
    let texts = paragraphs.list.iter().map(|paragraph| &paragraph.text).chain(&paragraphs.last);
    let mut years = texts.flat_map(|text| opening_years(text));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// The year whose 政府信息公开 the introduction speaks of, if it speaks of one only.
fn introduced_year(paragraphs: &Paragraphs) -> Option<i32> {
    let texts =
        paragraphs.list.iter().filter(|paragraph| paragraph.introduces).map(|paragraph| &paragraph.text);
    let mut years = texts.flat_map(|text| {
        text.match_indices('年').filter_map(|(at, mark)| {
            let rest = &text[at + mark.len()..];
            let rest = rest.strip_prefix('度').unwrap_or(rest).strip_prefix("政府信息公开")?;
            let rest = rest.strip_prefix("工作").unwrap_or(rest);
            let start = text[..at].char_indices().rev().nth(3).map(|(start, _)| start)?;
            let year = super::title::year(&text[start..at]).ok().filter(|(rest, _)| rest.is_empty())?.1;
            (!["要点", "方案", "计划", "考核"].iter().any(|word| rest.starts_with(word))).then_some(year)
        })
    });
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

fn opening_years(text: &str) -> impl Iterator<Item = i32> + '_ {
    let starts = std::iter::once(0).chain(text.match_indices(['。', ';']).map(|(at, mark)| at + mark.len()));
    starts.filter_map(|start| {
        let sentence = &text[start..];
        let until = ["截至", "截止"].iter().find_map(|word| sentence.strip_prefix(word));
        let (rest, year) = super::title::year(until.unwrap_or(sentence)).ok()?;
        let rest = rest.strip_prefix('年')?;
        let whole = match until {
            Some(_) => rest.starts_with("12月") || rest.starts_with('底'),
            None => !rest.starts_with(|c: char| {
                c.is_ascii_digit() || matches!(c, '初' | '底' | '末' | '来' | '前' | '后' | '以')
            }),
        };
        let plan = sentence.chars().take(40).take_while(|c| *c != '。').any(|c| c == '将');
        (whole && !plan).then_some(year)
    })
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
