//! Headings: the six titles of the form in all their variants, and what stands below them.

use super::lines::Line;
use super::ordinal::{Rank, dirt, is_numeral, ordinal};
use super::section_title::{end_of_title, title_of};
use crate::form::SectionKind;
use crate::read::fold::Folded;
use crate::read::vocabulary::{Word, word_at};

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

/// How many characters of a line are looked at.
const LOOKED_AT: usize = 36;

/// What a line opens, if anything. `full` says that the line was broken by the width of the page; `folded` is
/// room to fold it into.
pub(super) fn heading<'d>(line: &Line<'d>, full: bool, folded: &mut Folded) -> Option<Heading<'d>> {
    if !may_open(line.text) {
        return None;
    }
    folded.set(looked_at(line.text));
    let ordinal = ordinal(&folded.chars);
    section(line, folded, ordinal).or_else(|| part(line, folded, ordinal?, full))
}

/// What is looked at of a line: a title of the form is no longer. Behind a bracket none can stand, and
/// other words of the form end with the first sentence.
fn looked_at(text: &str) -> &str {
    let head = &text[..text.floor_char_boundary(LOOKED_AT * '中'.len_utf8())];
    let end = if text.starts_with(['(', '（']) { head.find('。') } else { None };
    end.map_or(head, |end| &head[..end])
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
pub(super) fn head(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

fn section<'d>(line: &Line<'d>, folded: &Folded, ordinal: Option<(usize, Rank)>) -> Option<Heading<'d>> {
    let (start, rank) = opening_rank(&folded.chars, ordinal)?;
    let (opening, end) = title_of(&folded.chars, start, rank.is_some())?;
    let complete = folded.end as usize == line.text.len();
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

/// Where the words behind the ordinal begin, and its rank; it may be dirty or missing. Nothing if it is
/// a bracket's.
fn opening_rank(chars: &[char], clean: Option<(usize, Rank)>) -> Option<(usize, Option<Rank>)> {
    let (start, rank) = clean.map_or_else(|| dirty(chars), |(length, rank)| (length, Some(rank)));
    matches!(rank, None | Some(Rank::Top | Rank::Digit)).then_some((start, rank))
}

fn dirty(chars: &[char]) -> (usize, Option<Rank>) {
    let dirt = dirt(chars);
    match ordinal(&chars[dirt..]) {
        Some((length, rank)) => (dirt + length, Some(rank)),
        None => {
            let marks = chars[dirt..].iter().take_while(|c| matches!(c, '、' | ',')).count();
            (dirt + marks, (dirt > 0).then_some(Rank::Digit))
        }
    }
}

/// A line of a table of contents ends in points and a page.
fn without_page_number(heading: &str) -> &str {
    let cut = heading.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let bare = cut.trim_end_matches(['.', '…', '·', '-', '_']);
    if bare.len() + 1 < cut.len() { bare } else { heading }.trim_end_matches(['|', ':', '：', ' ', '\t'])
}

fn part<'d>(
    line: &Line<'d>,
    folded: &Folded,
    (start, rank): (usize, Rank),
    full: bool,
) -> Option<Heading<'d>> {
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
        let line = Line { text, heading: false, cell: false, after_blank: false };
        heading(&line, false, &mut Folded::default()).map(|found| (found.opening, found.heading, found.rest))
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
