//! The grammar of a report's title, in folded text.

use super::date::{YEARS, chinese_year};
use super::suffix::{Suffix, is_about, suffix};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::{map, opt, peek, rest, value, verify};
use nom::multi::many_m_n;
use nom::sequence::{pair, terminated};
use nom::{IResult, Parser};
use std::ops::Range;

/// A title taken apart. Ranges are bytes of the folded text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Title {
    /// The words that may be the body's name.
    pub(super) body: Range<usize>,
    /// The year.
    pub(super) year: Option<i32>,
    /// The byte after 报告 or 年报.
    pub(super) end: usize,
}

/// What a text that names a report is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    /// A report's title and nothing else.
    Report(Title),
    /// A text about reports: 解读, 通知, 制度 …
    About,
}

/// What one piece of the words for the report says.
#[derive(Debug, Clone, Copy)]
enum Filler {
    Word,
    Year(i32),
}

/// Reads a text that is a title from end to end.
pub(super) fn named(text: &str) -> Option<Named> {
    let (start, (year, rest)) = core(text)?;
    let title = titled(text, start, year, text.len() - rest.len());
    if is_order(&text[..start]) {
        return Some(Named::About);
    }
    match suffix(rest) {
        Ok(("", Suffix::Year(year))) => {
            Some(Named::Report(Title { year: title.year.or(Some(year)), ..title }))
        }
        Ok(("", Suffix::Body(length))) if title.body.is_empty() => {
            let open = text.len() - rest.len() + 1;
            Some(Named::Report(Title { body: open..open + length, ..title }))
        }
        Ok(("", _)) => Some(Named::Report(title)),
        _ => is_about(rest).then_some(Named::About),
    }
}

/// Whether the words before the report's speak of making one.
fn is_order(words: &str) -> bool {
    [
        "图解",
        "解读",
        "一图",
        "做好",
        "印发",
        "报送",
        "转发",
        "召开",
        "填报",
        "开展",
        "组织编",
        "修订",
        "关于编制",
        "关于规范",
    ]
    .iter()
    .any(|word| words.contains(word))
}

/// Reads a title at the start of a text that goes on. It must name its year.
pub(super) fn phrase(text: &str) -> Option<Title> {
    let (start, (year, rest)) = core(text)?;
    let title = titled(text, start, year, text.len() - rest.len());
    let about = is_about(rest) || ["有关", "相关", "格式"].iter().any(|word| rest.starts_with(word));
    (title.year.is_some() && !about).then_some(title)
}

/// The first place at which the words for the report stand, the year in them, and the rest.
fn core(text: &str) -> Option<(usize, (Option<i32>, &str))> {
    const FAR: usize = 400;
    let places =
        text.char_indices().take_while(|(at, _)| *at < FAR).filter(|(_, c)| matches!(c, '政' | '信'));
    places
        .into_iter()
        .find_map(|(at, _)| report_words(&text[at..]).ok().map(|(rest, year)| (at, (year, rest))))
}

/// 政府信息公开工作年度报告, 政务公开年报, with what stands between.
fn report_words(input: &str) -> IResult<&str, Option<i32>> {
    let subject = alt((
        tag("政府信息公开和政务公开"),
        tag("政府信息与政务公开"),
        tag("政府信息和政务公开"),
        tag("政务公开和政府信息公开"),
        tag("政府信息公开"),
        tag("政务信息公开"),
        tag("政务公开"),
        tag("信息公开"),
    ));
    let plain = alt((tag("工作"), tag("情况"), tag("年度"), tag("本"), tag("的"), tag("度")));
    let year_word = terminated(tag("年"), peek(verify(rest, |rest: &str| !rest.starts_with('报'))));
    let filler = alt((
        map(pair(year, opt(tag("年"))), |(year, _)| Filler::Year(year)),
        value(Filler::Word, plain),
        value(Filler::Word, year_word),
    ));
    let (rest, (_, fillers, _)) =
        (subject, many_m_n(0, 8, filler), alt((tag("报告"), tag("年报")))).parse(input)?;
    let year = fillers.iter().find_map(|filler| match filler {
        Filler::Year(year) => Some(*year),
        Filler::Word => None,
    });
    Ok((rest, year))
}

/// 2021, 二〇二一
pub(super) fn year(input: &str) -> IResult<&str, i32> {
    let western =
        nom::combinator::map_opt(take_while_m_n(4, 4, |c: char| c.is_ascii_digit()), |digits: &str| {
            digits.parse().ok().filter(|year| YEARS.contains(year))
        });
    alt((western, chinese_year)).parse(input)
}

/// Body and year in the words before the report's.
fn titled(text: &str, start: usize, year_after: Option<i32>, end: usize) -> Title {
    let words = &text[..start];
    let Some((at, year, after)) = year_in(words) else {
        return Title { body: bare(words, 0), year: year_after, end };
    };
    let before = bare(&words[..at], 0);
    let body = if before.is_empty() { bare(words, after) } else { before };
    Title { body, year: Some(year), end }
}

/// The first year of a text that no bracket or further digit makes something else.
fn year_in(text: &str) -> Option<(usize, i32, usize)> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let apart = !before.is_ascii_digit() && before != '(';
        before = c;
        if !apart {
            continue;
        }
        if let Ok((rest, year)) = year(&text[at..])
            && !rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '~' | '至' | '学'))
        {
            let rest = rest.strip_prefix('年').unwrap_or(rest);
            let rest = rest.strip_prefix('度').unwrap_or(rest);
            return Some((at, year, text.len() - rest.len()));
        }
    }
    None
}

/// The name that is left when the words around it are gone.
fn bare(text: &str, from: usize) -> Range<usize> {
    let (mut start, mut end) = (from, text.len());
    if let Some((at, mark)) = text[start..end].rmatch_indices([':', '>', '|', ';', '»', '›', '→', '/']).next()
    {
        start += at + mark.len();
    }
    if text[start..end].starts_with('(') {
        start += text[start..end].find(')').map_or(0, |at| at + 1);
    }
    loop {
        let words = &text[start..end];
        let front = ["关于", "\"", "《", "年度", "度", "的", "附件", "正文"];
        let back = ["关于", "的", "《", "\"", "-", "_", "(本级)", "本级", "年", "度"];
        if let Some(word) = front.iter().find(|word| words.starts_with(**word)) {
            start += word.len();
        } else if let Some(word) = back.iter().find(|word| words.ends_with(**word)) {
            end -= word.len();
        } else {
            return start..end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(&str, Option<i32>)> {
        match named(text)? {
            Named::Report(title) => Some((&text[title.body], title.year)),
            Named::About => None,
        }
    }

    #[test]
    fn titles_in_every_form() {
        for text in [
            "甲县水利局2021年政府信息公开工作年度报告",
            "2021年甲县水利局政府信息公开工作年度报告",
            "甲县水利局2021年度政府信息公开工作年度报告(图片版)",
            "甲县水利局关于2021年度政府信息公开工作的年度报告",
            "关于甲县水利局2021年政府信息公开工作情况的报告",
            "甲县水利局二〇二一年政务公开年报",
            "甲县水利局政府信息公开工作2021年年度报告",
            "甲县水利局政府信息公开工作年度报告(2021年)",
            "《甲县水利局2021政府信息公开年度报告》.pdf",
            "2021年政府信息公开工作年度报告(甲县水利局)",
            "首页>政务公开>甲县水利局2021年政府信息公开年报",
        ] {
            assert_eq!(parts(text), Some(("甲县水利局", Some(2021))), "{text}");
        }
    }

    #[test]
    fn texts_about_reports_are_none() {
        for text in [
            "甲县2021年政府信息公开工作年度报告解读",
            "《甲县2021年政府信息公开工作年度报告》图解",
            "关于做好2021年政府信息公开工作年度报告的通知",
            "政府信息公开工作年度报告制度",
            "甲县召开2021年政府信息公开工作年度报告部署会",
        ] {
            assert_eq!(named(text), Some(Named::About), "{text}");
        }
        assert_eq!(named("甲县2021年工作要点"), None);
    }

    #[test]
    fn years_of_other_things_are_no_years() {
        assert_eq!(parts("(2021)30号甲县政府信息公开年报").map(|parts| parts.1), Some(None));
        assert_eq!(parts("甲县3021年政府信息公开年报").map(|parts| parts.1), Some(None));
    }
}
