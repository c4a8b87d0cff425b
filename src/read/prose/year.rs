//! The year reported on: from the title, else from where the text names it.

use super::paragraphs::Paragraphs;
use super::problem;
use crate::read::{ProblemKind, Reading};

pub(super) fn fill_year(
    reading: &mut Reading,
    title: Option<i32>,
    cited: Option<i32>,
    paragraphs: &Paragraphs,
) {
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

/// The year of the report that the introduction announces: 现公布某县2021年政府信息公开工作年度报告.
pub(super) fn announced_year(paragraphs: &Paragraphs) -> Option<i32> {
    let mut introduction =
        paragraphs.list.iter().filter(|paragraph| paragraph.before || paragraph.introduces);
    introduction.find_map(|paragraph| super::mention::cited_title(&paragraph.text)?.year)
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
