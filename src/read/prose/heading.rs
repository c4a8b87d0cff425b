//! Headings: the six titles of the form in all their variants, and what stands below them.

use super::lines::Line;
use super::ordinal::{Rank, dirt, is_numeral, ordinal};
use crate::form::SectionKind;
use crate::read::fold::Folded;
use crate::read::vocabulary::{Word, word_at};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, digit0};
use nom::combinator::{opt, recognize};
use nom::multi::many_m_n;
use nom::sequence::delimited;
use nom::{IResult, Parser};

/// What a line opens, with the heading and the rest of the line as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// A section of the form.
    Section(SectionKind),
    /// 概况, 基本情况: the first section, unless 总体情况 follows.
    LooseOverview,
    /// A heading of the report's own.
    Part,
}

/// A heading and what follows it on the same line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heading<'d> {
    pub(super) opening: Opening,
    pub(super) rank: Rank,
    pub(super) heading: &'d str,
    pub(super) rest: &'d str,
}

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

/// How many characters of a line are looked at.
const LOOKED_AT: usize = 56;

/// What a line opens, if anything. `full` says that the line was broken by the width of the page.
pub(super) fn heading<'d>(line: &Line<'d>, full: bool) -> Option<Heading<'d>> {
    if !may_open(line.text) {
        return None;
    }
    let folded = Folded::of(head(line.text, LOOKED_AT));
    let text = folded.text();
    let complete = folded.end as usize == line.text.len();
    section(line, &folded, &text, complete).or_else(|| part(line, &folded, &text, full))
}

/// A cheap look that spares most lines the grammar.
fn may_open(text: &str) -> bool {
    const SHORT: usize = 120;
    let bare = text.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '|' | '丨' | 'l' | 'I' | '#' | '*' | '●' | '■' | '·' | '.')
    });
    let Some(first) = bare.chars().next() else { return false };
    if matches!(first, '(' | '（') {
        return true;
    }
    if is_numeral(first) || first.is_numeric() {
        let mark =
            |c: char| matches!(c, '、' | '.' | '．' | '﹒' | '·' | ')' | '）' | ',' | '，' | ':' | '：');
        if bare.chars().skip(1).take(3).any(mark) {
            return true;
        }
    }
    bare.len() <= SHORT
        && bare.contains(['况', '況', '项', '項', '题', '題'])
        && !bare.contains(['，', '。', ',', '；'])
}

/// The first characters of a text.
fn head(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

/// Whether a text, after an ordinal, opens with the title of a section.
pub(super) fn opens_section(text: &str) -> bool {
    let folded = Folded::of(head(text, 40));
    title_of(&folded, 0, &folded.text(), true).is_some()
}

/// How many characters the parsed part of a text has.
fn consumed(text: &str, rest: &str) -> usize {
    text[..text.len() - rest.len()].chars().count()
}

fn section<'d>(line: &Line<'d>, folded: &Folded, text: &str, complete: bool) -> Option<Heading<'d>> {
    let (rest, rank) = opening_rank(text)?;
    let start = consumed(text, rest);
    let (opening, end) = title_of(folded, start, rest, rank.is_some())?;
    let end = end_of_title(line.text, folded, end);
    let whole = end == folded.len() && complete;
    // Without an ordinal only a line that is a title and nothing else is one.
    if !whole && rank.is_none_or(|rank| rank != Rank::Top) {
        return None;
    }
    let at = folded.bytes(0..end).end.max(folded.starts.get(end).map_or(0, |&start| start as usize));
    let (heading, rest) = line.text.split_at(if whole { line.text.len() } else { at });
    Some(Heading {
        opening,
        rank: rank.unwrap_or(Rank::Top),
        heading: without_page_number(heading),
        rest: rest
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '：' | ':' | '.' | '|')),
    })
}

/// The rank of the ordinal at the start, which may be dirty or missing; nothing if it is a bracket's.
fn opening_rank(text: &str) -> Option<(&str, Option<Rank>)> {
    let (rest, rank) = match ordinal(text) {
        Ok((rest, rank)) => (rest, Some(rank)),
        Err(_) => {
            let (rest, dirt) = dirt(text).ok()?;
            match ordinal(rest) {
                Ok((rest, rank)) => (rest, Some(rank)),
                Err(_) => {
                    let rest = rest.trim_start_matches(['、', ',']);
                    (rest, (!dirt.is_empty()).then_some(Rank::Digit))
                }
            }
        }
    };
    matches!(rank, None | Some(Rank::Top | Rank::Digit)).then_some((rest, rank))
}

/// The title at a character, with where it ends.
fn title_of(folded: &Folded, start: usize, text: &str, numbered: bool) -> Option<(Opening, usize)> {
    let before = [
        "行政机关",
        "因政府信息公开工作",
        "政府信息公开工作中",
        "政府信息公开工作",
        "政府信息公开",
        "工作",
        "本机关",
    ];
    let skips = before.iter().filter(|word| text.starts_with(**word)).map(|word| word.chars().count());
    for skip in std::iter::once(0).chain(skips) {
        let at = start + skip;
        if let Some(found) = word_at(&folded.chars, at)
            && let Word::Section(kind) = found.word
            && (numbered || is_full(kind, &folded.chars[at..]))
        {
            return Some((Opening::Section(kind), found.at.end));
        }
        let rest = folded.chars.get(at..).unwrap_or_default();
        let starts =
            |key: &str| key.chars().zip(rest).filter(|(a, b)| a == *b).count() == key.chars().count();
        if numbered && let Some((key, kind)) = FURTHER.iter().find(|(key, _)| starts(key)) {
            return Some((Opening::Section(*kind), at + key.chars().count()));
        }
        if numbered && let Some(key) = LOOSE.iter().find(|key| starts(key)) {
            return Some((Opening::LooseOverview, at + key.chars().count()));
        }
    }
    None
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
fn end_of_title(line: &str, folded: &Folded, end: usize) -> usize {
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
        Ok((left, _)) => end + consumed(&rest, left),
        Err(_) => end,
    }
}

fn tail(input: &str) -> IResult<&str, &str> {
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
    recognize((many_m_n(0, 8, alt((joint, noun))), opt(note), opt(page), opt(char(':')))).parse(input)
}

/// A line of a table of contents ends in points and a page.
fn without_page_number(heading: &str) -> &str {
    let cut = heading.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let bare = cut.trim_end_matches(['.', '…', '·', '-', '_']);
    if bare.len() + 1 < cut.len() { bare } else { heading }.trim_end_matches(['|', ':', '：', ' ', '\t'])
}

fn part<'d>(line: &Line<'d>, folded: &Folded, text: &str, full: bool) -> Option<Heading<'d>> {
    let (rest, rank) = ordinal(text).ok()?;
    let start = consumed(text, rest);
    if word_at(&folded.chars, start).is_some_and(|found| !matches!(found.word, Word::Section(_))) {
        return None;
    }
    let body = folded.bytes(start..start).start;
    let end = heading_end(&line.text[body..], rank, full)? + body;
    let rest =
        line.text[end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '：' | ':'));
    Some(Heading { opening: Opening::Part, rank, heading: line.text[..end].trim_end(), rest })
}

/// Where the words of a heading end; nothing if they are a sentence of the text.
fn heading_end(text: &str, rank: Rank, full: bool) -> Option<usize> {
    const LONGEST: usize = 36;
    let mut digit_before = false;
    let mut comma = false;
    for (count, (at, c)) in text.char_indices().enumerate() {
        if count > LONGEST
            || digit_before
                && matches!(c, '件' | '条' | '次' | '份' | '篇' | '个' | '项' | '宗' | '起' | '余')
        {
            return None;
        }
        digit_before = c.is_ascii_digit() || digit_before && c.is_whitespace();
        comma |= matches!(c, '，' | ',');
        if matches!(c, '。' | '：' | ':' | '；' | ';' | '！') {
            let last = text[at + c.len_utf8()..].trim().is_empty();
            // A list item that is one sentence, or a sentence that goes on.
            let sentence = matches!(c, '；' | ';') || last && comma && (rank > Rank::Bracketed || c != '：');
            return (!sentence && at > 0).then_some(at);
        }
    }
    (!text.is_empty() && !full).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Opening, &str, &str)> {
        let line = Line { text, piece: 0, heading: false, cell: false, after_blank: false };
        heading(&line, false).map(|found| (found.opening, found.heading, found.rest))
    }

    #[test]
    fn titles_of_the_form_are_known_in_their_variants() {
        use SectionKind as S;
        for (text, kind) in [
            ("一、总体情况", S::Overview),
            ("一、一、总体工作情况", S::Overview),
            ("|二、行政机关主动公开政府信息情况", S::Proactive),
            ("丨 三、收到和处理政府信息公开申请的情况", S::Applications),
            ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", S::Challenges),
            ("5、政府信息公开工作存在的主要问题及改进措施", S::Improvement),
            ("存在的主要问题和改进情况", S::Improvement),
            ("六、其它需要报告的事项：", S::OtherMatters),
            ("二、主動公開政府信息情況", S::Proactive),
        ] {
            let found = read(text).map(|(opening, _, rest)| (opening, rest));
            assert_eq!(found, Some((Opening::Section(kind), "")), "{text}");
        }
    }

    #[test]
    fn prose_that_names_the_sections_is_no_heading() {
        assert!(read("主要包括总体情况、主动公开政府信息情况").is_none());
        assert!(read("总体情况、主动公开政府信息情况等六个部分组成。").is_none());
        assert!(read("一是抓好总体情况").is_none());
    }

    #[test]
    fn a_title_is_parted_from_the_text_on_its_line() {
        let found = read("一、总体情况 今年以来，本镇认真做好各项公开工作，取得了一定的成绩，情况如下。");
        assert_eq!(
            found,
            Some((
                Opening::Section(SectionKind::Overview),
                "一、总体情况 ",
                "今年以来，本镇认真做好各项公开工作，取得了一定的成绩，情况如下。"
            ))
            .map(|(opening, heading, rest)| (opening, heading.trim_end(), rest))
        );
        let found = read("一、总体情况…………3");
        assert_eq!(found, Some((Opening::Section(SectionKind::Overview), "一、总体情况", "")));
    }

    #[test]
    fn a_heading_that_ends_in_a_sentence_is_parted_too() {
        assert_eq!(
            read("（二）依申请公开情况。全年办理顺畅。"),
            Some((Opening::Part, "（二）依申请公开情况", "全年办理顺畅。"))
        );
        assert_eq!(read("（一）主动公开"), Some((Opening::Part, "（一）主动公开", "")));
        assert!(read("（一）全年共收到申请5件，均已答复。").is_none());
        assert!(read("1.解读形式较少，更新较慢；").is_none());
        assert!(read("2.其他法律行政法规禁止公开").is_none());
    }
}
