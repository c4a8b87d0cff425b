//! Dates and times from one date to another, in folded text, also with characters lost.

use crate::read::numeral;
use chrono::NaiveDate;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::one_of;
use nom::combinator::{map, map_opt, not, opt, peek, verify};
use nom::sequence::terminated;
use nom::{IResult, Parser};

/// The years that a date may lie in.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 2008..=2100;

/// A date as printed: the year may be left to what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: u32,
    /// Whether characters were lost.
    pub(super) restored: bool,
}

impl Day {
    /// The date, if there is such a day.
    pub(super) fn date(self, year: Option<i32>) -> Option<NaiveDate> {
        let year = self.year.or(year).filter(|year| YEARS.contains(year))?;
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

pub(super) fn digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// A run of digits, all of it.
fn run(input: &str) -> IResult<&str, &str> {
    // Longer than any date: not worth walking.
    const LONGEST: usize = 8;
    terminated(take_while_m_n(1, LONGEST, digit), peek(not(one_of("0123456789")))).parse(input)
}

/// One or two digits.
fn short(input: &str) -> IResult<&str, u32> {
    map_opt(verify(run, |run: &str| run.len() <= 2), |run: &str| run.parse().ok()).parse(input)
}

fn year4(input: &str) -> IResult<&str, i32> {
    map_opt(verify(run, |run: &str| run.len() == 4), |run: &str| run.parse().ok()).parse(input)
}

/// The digit that a Chinese numeral of a year stands for.
pub(super) fn chinese_digit(c: char) -> Option<i32> {
    match c {
        '〇' | '○' | 'O' | '0' | '◯' => Some(0),
        '两' => None,
        c => numeral::digit(c).and_then(|digit| i32::try_from(digit).ok()),
    }
}

/// 二〇二四
pub(super) fn chinese_year(input: &str) -> IResult<&str, i32> {
    map_opt(take_while_m_n(4, 4, |c| chinese_digit(c).is_some()), |run: &str| {
        let year = run.chars().filter_map(chinese_digit).fold(0, |year, digit| year * 10 + digit);
        (run.starts_with('二') && YEARS.contains(&year)).then_some(year)
    })
    .parse(input)
}

/// 一 … 三十一
fn chinese_number(input: &str) -> IResult<&str, u32> {
    map_opt(take_while_m_n(1, 3, numeral::is_numeral), |run: &str| {
        let chars: Vec<_> = run.chars().collect();
        numeral::numeral(&chars)
            .and_then(|number| u32::try_from(number).ok())
            .filter(|number| (1..=31).contains(number))
    })
    .parse(input)
}

/// 年 and 月 lost: `11` is 1月1日, `1231` is 12月31日; nothing if it can be read in two ways.
fn month_and_day(run: &str) -> Option<(u32, u32)> {
    let splits = (1..run.len()).filter(|&at| at <= 2 && run.len() - at <= 2).filter_map(|at| {
        let (month, day) = run.split_at(at);
        if day.starts_with('0') && day.len() == 1 || month == "0" {
            return None;
        }
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        NaiveDate::from_ymd_opt(2024, month, day).map(|_| (month, day))
    });
    let mut splits = splits.fuse();
    match (splits.next(), splits.next()) {
        (Some(one), None) => Some(one),
        _ => None,
    }
}

/// A day; also one without a year, and one without 年, 月 or 日.
pub(super) fn day(input: &str) -> IResult<&str, Day> {
    alt((spelled, numeric, without_year, compact, chinese)).parse(input)
}

/// 2021年1月1日, 2021年1231日, 2021年1月1至
fn spelled(input: &str) -> IResult<&str, Day> {
    let (rest, year) = terminated(year4, tag("年")).parse(input)?;
    let whole = map((terminated(short, tag("月")), short, opt(one_of("日号"))), |(month, day, end)| Day {
        year: Some(year),
        month,
        day,
        restored: end.is_none(),
    });
    let torn = map_opt(terminated(run, one_of("日号")), |run| split_day(Some(year), run));
    alt((whole, torn)).parse(rest)
}

fn split_day(year: Option<i32>, run: &str) -> Option<Day> {
    month_and_day(run).map(|(month, day)| Day { year, month, day, restored: true })
}

/// 2021-01-01, 2021.1.1, 2021/1/1
fn numeric(input: &str) -> IResult<&str, Day> {
    let (rest, (year, mark)) = (year4, one_of("-./")).parse(input)?;
    let again = |input| one_of::<_, _, nom::error::Error<&str>>(&[mark][..]).parse(input);
    let (rest, (month, _, day)) = (short, again, short).parse(rest)?;
    let (rest, _) = opt(one_of("日号")).parse(rest)?;
    Ok((rest, Day { year: Some(year), month, day, restored: false }))
}

/// 1月1日, 1231日 after a date with a year
fn without_year(input: &str) -> IResult<&str, Day> {
    let (rest, (month, day)) =
        (terminated(short, tag("月")), terminated(short, one_of("日号"))).parse(input)?;
    Ok((rest, Day { year: None, month, day, restored: false }))
}

/// 20211月1日, 202111日, 1231日, 20210101
fn compact(input: &str) -> IResult<&str, Day> {
    let (rest, run) = run(input)?;
    let year = || run.get(..4).and_then(|year| year.parse().ok()).filter(|year| YEARS.contains(year));
    let after = |mark: &'static str| rest.strip_prefix(mark);
    let found = if let (5..=6, Some(rest)) = (run.len(), after("月")) {
        let month = run[4..].parse().ok();
        let end = terminated(short, one_of("日号")).parse(rest).ok();
        year().zip(month).zip(end).map(|((year, month), (rest, day))| {
            (rest, Some(Day { year: Some(year), month, day, restored: true }))
        })
    } else if let (6..=8, Some(rest)) = (run.len(), after("日")) {
        year().map(|year| (rest, split_day(Some(year), &run[4..])))
    } else if run.len() == 8 {
        let parts = run[4..6].parse().ok().zip(run[6..].parse().ok());
        let day = |(month, day)| Day { year: year(), month, day, restored: false };
        year().map(|_| (rest, parts.map(day)))
    } else if let (2..=4, Some(rest)) = (run.len(), after("日")) {
        Some((rest, split_day(None, run)))
    } else {
        None
    };
    match found {
        Some((rest, Some(day))) => Ok((rest, day)),
        _ => Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify))),
    }
}

/// 二〇二四年一月一日
fn chinese(input: &str) -> IResult<&str, Day> {
    let (rest, year) = opt(terminated(chinese_year, tag("年"))).parse(input)?;
    let (rest, month) = terminated(chinese_number, tag("月")).parse(rest)?;
    let (rest, day) = terminated(chinese_number, one_of("日号")).parse(rest)?;
    Ok((rest, Day { year, month, day, restored: false }))
}

/// A text that is a date and nothing else: `(2022年1月20日)`.
pub(super) fn only_date(folded: &str) -> Option<Day> {
    let bare = folded.trim_matches(['(', ')']);
    let (rest, day) = day(bare).ok()?;
    (rest.is_empty() && day.year.is_some()).then_some(day)
}

/// The first date of a text that has a year, if it stands after no more than blanks and marks.
pub(super) fn leading_date(folded: &str) -> Option<Day> {
    let text = folded.trim_start_matches([':', '(', '|', '[', '-']);
    day(text).ok().map(|(_, day)| day).filter(|day| day.year.is_some()).or_else(|| {
        // A day and the hour after it without a blank: 2020-01-1716:51.
        let (rest, (year, _, month, _)) = (year4, tag("-"), short, tag("-")).parse(text).ok()?;
        let run = take_while1::<_, _, nom::error::Error<&str>>(digit).parse(rest).ok()?.1;
        let day = run.get(..2)?.parse().ok()?;
        (run.len() == 4).then_some(Day { year: Some(year), month, day, restored: false })
    })
}
