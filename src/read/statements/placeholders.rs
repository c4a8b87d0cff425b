//! What should have been filled in: `20XX年`, `××局`, （填写机关名称）, `公开信息  条`.

use crate::read::glance::{Hold, Paragraph};
use crate::report::{Passage, Placeholder, PlaceholderKind};
use std::ops::Range;

/// Units that a number stands before.
const UNITS: [&str; 13] = ["人次", "万元", "条", "件", "次", "篇", "份", "个", "宗", "起", "场", "期", "元"];

/// Words that a number of things follows.
const COUNTED: &[&str] = &[
    "信息", "公开", "发布", "申请", "受理", "收到", "答复", "办结", "办理", "制发", "印发", "共", "计",
    "文件", "结转", "收取", "废止", "举办", "开展", "回复", "留言", "建议", "提案", "动态", "解读", "培训",
];

/// What signs that stand for a name or a number are followed by.
const NOUNS: &str = "年月日条件次个项篇份期人万元场局镇县市区乡街办委厅部省单号";

/// Every placeholder of a report, section by section.
pub(super) fn placeholders(paragraphs: &[Paragraph<'_>]) -> Vec<Placeholder> {
    let mut found = Vec::new();
    for paragraph in paragraphs.iter().filter(|paragraph| paragraph.glance.may_hold(Hold::Unfilled)) {
        find(paragraph.text, |kind, at| {
            let passage = Passage::new(paragraph.section, paragraph.number, at.start, at.end);
            found.push(Placeholder { passage, kind });
        });
    }
    found
}

/// Tells of every placeholder in a paragraph: its kind and its bytes.
fn find(text: &str, mut tell: impl FnMut(PlaceholderKind, Range<usize>)) {
    signs(text, &mut tell);
    instructions(text, &mut tell);
    gaps(text, &mut tell);
}

/// Which sign a character is, one for each of its widths.
const fn sign(c: char) -> Option<char> {
    Some(match c {
        'X' | 'x' | 'Ｘ' | 'ｘ' => 'X',
        '×' => '×',
        '*' | '＊' => '*',
        '_' | '＿' => '_',
        '○' | '〇' => '○',
        _ => return None,
    })
}

/// Runs of signs that stand for words or numbers.
fn signs(text: &str, tell: &mut impl FnMut(PlaceholderKind, Range<usize>)) {
    // Stars in pairs are Markdown.
    let is_markdown = text.matches("**").count().is_multiple_of(2);
    let mut past = 0;
    while let Some((at, sign)) = text[past..].char_indices().find_map(|(at, c)| Some((past + at, sign(c)?))) {
        let run = text[at..].chars().take_while(|c| self::sign(*c) == Some(sign));
        let (count, length) = run.fold((0, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
        past = at + length;
        if !(sign == '*' && is_markdown) && stands_for_something(sign, count, &text[..at], &text[past..]) {
            tell(PlaceholderKind::Signs, with_neighbours(text, at..past));
        }
    }
}

/// Whether a run of signs stands for words or a number, going by what stands beside it.
fn stands_for_something(sign: char, count: usize, before: &str, after: &str) -> bool {
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let century = before.ends_with("20") && count == 2 || before.ends_with("202") && count == 1;
    if century && next == Some('年') && matches!(sign, 'X' | '×' | '*') {
        return true;
    }
    let is_ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_graphic() || c.is_ascii_digit());
    let is_noun = next.is_some_and(|c| NOUNS.contains(c));
    let is_chinese = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !c.is_ascii());
    let numeral = last.is_some_and(|c| c.is_numeric() || "一二三四五六七八九十零〇○".contains(c));
    match sign {
        _ if is_ascii(last) || is_ascii(next) || numeral => false,
        '_' => count > 1 && is_chinese(next),
        '○' | '*' => count > 1 && is_noun,
        _ if count == 1 => is_noun && is_chinese(last),
        _ => is_noun || count > 2,
    }
}

/// Notes to who fills in the form.
fn instructions(text: &str, tell: &mut impl FnMut(PlaceholderKind, Range<usize>)) {
    const LONGEST: usize = 120;
    for (at, open) in text.match_indices(['（', '(', '【', '[']) {
        let inside = text[at + open.len()..].trim_start();
        let inside = ["此处", "在此", "请", "需", "据实", "如实"]
            .iter()
            .fold(inside, |text, word| text.strip_prefix(word).unwrap_or(text));
        let asks = ["填写", "填入", "填上", "填具体", "填数字", "填单位"]
            .iter()
            .any(|word| inside.starts_with(word));
        if !asks {
            continue;
        }
        let near = &text[at..text.floor_char_boundary(at + LONGEST)];
        if let Some((length, close)) = near.char_indices().find(|(_, c)| matches!(c, '）' | ')' | '】' | ']'))
        {
            tell(PlaceholderKind::Instruction, at..at + length + close.len_utf8());
        }
    }
}

/// Blanks where a number belongs: before a unit, and in a date.
fn gaps(text: &str, tell: &mut impl FnMut(PlaceholderKind, Range<usize>)) {
    let is_blank = |c: char| c.is_whitespace();
    let mut past = 0;
    while let Some(at) = text[past..].find(is_blank).map(|at| past + at) {
        let after = text[at..].trim_start_matches(is_blank);
        let end = text.len() - after.len();
        past = end;
        let before = &text[..at];
        if before.ends_with('年') && is_blank_date(after) {
            tell(PlaceholderKind::Gap, with_neighbours(text, at..end));
            continue;
        }
        let unit = UNITS.iter().find_map(|unit| after.strip_prefix(unit));
        let ends = |rest: &str| rest.chars().next().is_none_or(|c| !c.is_alphanumeric() && !is_blank(c));
        if unit.is_some_and(ends) && COUNTED.iter().any(|word| before.ends_with(word)) {
            tell(PlaceholderKind::Gap, with_neighbours(text, at..end));
        }
    }
}

/// Whether a text opens with 月 and 日 and only blanks between them.
fn is_blank_date(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('月') else { return false };
    rest.starts_with(char::is_whitespace) && rest.trim_start().starts_with('日')
}

/// A range with the few characters beside it that show what it is about.
fn with_neighbours(text: &str, at: Range<usize>) -> Range<usize> {
    const NEAR: usize = 4;
    let of_words = |c: &char| c.is_alphanumeric() || c.is_whitespace() || sign(*c).is_some();
    let length = |chars: &mut dyn Iterator<Item = char>| chars.take(NEAR).map(char::len_utf8).sum::<usize>();
    let before = length(&mut text[..at.start].chars().rev().take_while(of_words));
    let after = length(&mut text[at.end..].chars().take_while(of_words));
    at.start - before..at.end + after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::glance::Glance;
    use PlaceholderKind as P;

    fn found(text: &str) -> Vec<(P, &str)> {
        let mut found = Vec::new();
        find(text, |kind, at| found.push((kind, &text[at])));
        found
    }

    #[test]
    fn what_was_not_filled_in_is_found() {
        for (text, kind, words) in [
            ("20XX年，我局推进公开。", P::Signs, "20XX年"),
            ("202X年，我局推进公开。", P::Signs, "202X年"),
            ("全年公开信息XX条。", P::Signs, "公开信息XX条"),
            ("全年公开信息×条。", P::Signs, "公开信息×条"),
            ("由××局编制。", P::Signs, "由××局编制"),
            ("由ＸＸ县编制。", P::Signs, "由ＸＸ县编制"),
            ("由○○镇编制。", P::Signs, "由○○镇编制"),
            ("xx街道认真落实。", P::Signs, "xx街道认真"),
            ("**局认真落实。", P::Signs, "**局认真落"),
            ("电话：XXXXXXX。", P::Signs, "XXXXXXX"),
            ("主动公开____条。", P::Signs, "主动公开____条"),
            ("（填写机关名称）认真落实。", P::Instruction, "（填写机关名称）"),
            ("共收到(请填写数量)件。", P::Instruction, "(请填写数量)"),
            ("【此处填写具体做法】", P::Instruction, "【此处填写具体做法】"),
            ("主动公开信息  条，", P::Gap, "公开信息  条"),
            ("全年共收到申请\u{a0}件。", P::Gap, "收到申请\u{a0}件"),
            ("举办培训　次", P::Gap, "举办培训　次"),
            ("2023年 月 日", P::Gap, "023年 月 日"),
        ] {
            assert_eq!(found(text), [(kind, words)], "{text}");
            assert!(Glance::at(text).may_hold(Hold::Unfilled), "{text}");
        }
    }

    #[test]
    fn what_is_meant_so_is_left_alone() {
        for text in [
            "网址：www.xxgk.gov.cn，邮箱xx_zwgk@126.com。",
            "http://xx.gov.cn/xxgk/__1/",
            "二〇二三年，二○○八年五月",
            "**总体情况**良好",
            "共**12**件，均已**办结**。",
            "电话138****1234",
            "5×8件，3×4米",
            "XBRL格式，X光机3台",
            "公开信息 条理清晰。",
            "公开信息 12 条。",
            "2025 年 1 月 5 日",
            "共 件件有回音",
            "（填报单位：某局）",
            "不断填补空白。（见附件）",
            "Excel表格 个人信息",
            "围绕“一网通办” 改革",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
