//! The titles of the six sections, in all their variants.

use super::heading::{Opening, head};
use crate::form::SectionKind;
use crate::read::fold::Folded;
use crate::read::vocabulary::{Word, word_at};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, digit0};
use nom::combinator::{opt, value};
use nom::multi::many_m_n;
use nom::sequence::delimited;
use nom::{IResult, Parser};

/// Titles that only an ordinal before them makes a heading of the form.
const FURTHER: [(&str, SectionKind); 11] = [
    ("总体概况", SectionKind::Overview),
    ("依申请公开政府信息情况", SectionKind::Applications),
    ("收到和处理信息公开申请情况", SectionKind::Applications),
    ("行政复议、行政诉讼情况", SectionKind::Challenges),
    ("行政复议和行政诉讼情况", SectionKind::Challenges),
    ("主要问题", SectionKind::Improvement),
    ("其他需报告的事项", SectionKind::OtherMatters),
    ("其他需要报告的情况", SectionKind::OtherMatters),
    ("其他报告事项", SectionKind::OtherMatters),
    ("需要报告的其他事项", SectionKind::OtherMatters),
    ("其他事项", SectionKind::OtherMatters),
];

/// Headings that stand for 总体情况 where there is none.
const LOOSE: [&str; 6] = ["工作基本情况", "基本情况", "工作概况", "基本概况", "概况", "概述"];

/// Whether a text, after an ordinal, opens with the title of a section.
pub(super) fn opens_section(text: &str) -> bool {
    let folded = Folded::of(head(text, 40));
    title_of(&folded.chars, 0, true).is_some()
}

/// The title at a character, with where it ends.
pub(super) fn title_of(chars: &[char], start: usize, numbered: bool) -> Option<(Opening, usize)> {
    let before = [
        "",
        "行政机关",
        "因政府信息公开工作",
        "政府信息公开工作中",
        "政府信息公开工作",
        "政府信息公开",
        "工作",
        "本机关",
    ];
    let places = before.iter().filter_map(|word| after(chars, start, word));
    places.into_iter().find_map(|at| {
        if let Some(found) = word_at(chars, at)
            && let Word::Section(kind) = found.word
            && (numbered || is_full(kind, &chars[at..]))
        {
            return Some((Opening::Section(kind), found.at.end));
        }
        if !numbered {
            return None;
        }
        let further =
            FURTHER.iter().find_map(|(key, kind)| Some((Opening::Section(*kind), after(chars, at, key)?)));
        let loose = || LOOSE.iter().find_map(|key| Some((Opening::LooseOverview, after(chars, at, key)?)));
        further.or_else(loose)
    })
}

/// Where a word ends that stands at a character, if it does.
fn after(chars: &[char], mut at: usize, word: &str) -> Option<usize> {
    for c in word.chars() {
        if chars.get(at) != Some(&c) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Whether a title without ordinal says enough to be one of the form.
fn is_full(kind: SectionKind, chars: &[char]) -> bool {
    let has = |part: &str| chars.windows(2).any(|pair| part.chars().eq(pair.iter().copied()));
    match kind {
        SectionKind::Improvement => has("改进"),
        SectionKind::Proactive => has("政府"),
        _ => true,
    }
}

/// Takes what belongs to a title after its key: 及改进情况, a note in brackets, the page of a table of contents.
pub(super) fn end_of_title(line: &str, folded: &Folded, end: usize) -> usize {
    const NOTE: usize = 40;
    let printed = folded.bytes(0..end).end;
    let before = folded.starts.get(end).map_or(printed, |&start| start as usize);
    // A blank after the key parts title and text.
    let apart = line.get(..before).is_some_and(|text| text.ends_with(char::is_whitespace));
    if apart && folded.len() - end > 20 {
        return end;
    }
    let rest: String = folded.chars[end..].iter().take(NOTE).collect();
    match tail(&rest) {
        Ok((left, _)) => end + rest[..rest.len() - left.len()].chars().count(),
        Err(_) => end,
    }
}

fn tail(input: &str) -> IResult<&str, ()> {
    let joint = alt((tag("以及"), tag("及"), tag("和"), tag("与"), tag("、"), tag("的"), tag("主要")));
    let noun = alt((
        tag("下一步"),
        tag("改进"),
        tag("整改"),
        tag("措施"),
        tag("方向"),
        tag("打算"),
        tag("问题"),
        tag("困难"),
        tag("思路"),
        tag("计划"),
        tag("建议"),
        tag("办法"),
        tag("情况"),
        tag("工作"),
        tag("不足"),
    ));
    let note = delimited(char('('), take_while_m_n(1, 24, |c| c != ')'), char(')'));
    let page = (take_while_m_n(2, 36, |c| matches!(c, '.' | '…' | '·' | '-' | '_')), digit0);
    value((), (many_m_n(0, 8, alt((joint, noun))), opt(note), opt(page), opt(char(':')))).parse(input)
}
