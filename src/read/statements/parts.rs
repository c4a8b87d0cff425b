//! How many parts the introduction announces: 本报告由总体情况、…等六个部分组成.

use super::numeral::small;
use super::sentence::{around, has};
use crate::form::SectionKind;
use crate::read::Folded;
use crate::report::{PartsAnnounced, Passage, Report};
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{opt, recognize};
use nom::sequence::terminated;

/// What the parts are called.
const WORDS: [&str; 2] = ["部分", "方面"];

/// What the introduction announces; section 一 may hold it.
pub(super) fn parts(report: &Report) -> Option<PartsAnnounced> {
    const INTRODUCING: usize = 3;
    for section in [None, Some(SectionKind::Overview)] {
        for (paragraph, text) in report.paragraphs(section).take(INTRODUCING).enumerate() {
            if let Some((count, at)) = WORDS.iter().find_map(|word| announced(text, word)) {
                return Some(PartsAnnounced {
                    passage: Passage::new(section, paragraph, at.start, at.end),
                    count,
                });
            }
        }
    }
    None
}

/// A number of parts in a paragraph, with the bytes where it stands.
fn announced(paragraph: &str, word: &str) -> Option<(u8, std::ops::Range<usize>)> {
    if !paragraph.contains(word) {
        return None;
    }
    let folded = Folded::of(paragraph);
    let text = folded.text();
    text.match_indices(word).take(8).find_map(|(at, _)| {
        let start = start_of_number(&text[..at]);
        let (rest, count) = number(&text[start..]).ok()?;
        let whole = rest.len() == text.len() - at;
        let (before, sentence) = (&text[..start], &text[around(&text, at)]);
        let announces = !before.ends_with(['第', '十', '百']) && is_of_the_report(sentence, word);
        let chars = |bytes: usize| text[..bytes].chars().count();
        (whole && announces).then(|| (count, folded.bytes(chars(start)..chars(at + word.len()))))
    })
}

/// Where the number that ends a text begins.
fn start_of_number(text: &str) -> usize {
    const LONGEST: usize = 4;
    let of_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十两个大".contains(c);
    let chars = text.char_indices().rev().take(LONGEST).take_while(|(_, c)| of_number(*c));
    chars.last().map_or(text.len(), |(at, _)| at)
}

fn number(input: &str) -> nom::IResult<&str, u8> {
    terminated(small, opt(recognize(alt((tag("个"), tag("大")))))).parse(input)
}

/// Whether a sentence speaks of what the report consists of, and not of the work.
fn is_of_the_report(sentence: &str, word: &str) -> bool {
    let sections = has(sentence, &["总体情况", "主动公开政府信息情况"]);
    let whole = has(sentence, &["报告", "全文", "年报"]) && has(sentence, &["组成", "构成", "共分", "分为"]);
    sections || whole && word == WORDS[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> Option<(u8, String)> {
        let report = Report {
            introduction: crate::report::Introduction {
                paragraphs: vec![text.to_owned()],
                ..Default::default()
            },
            ..Report::default()
        };
        let found = parts(&report)?;
        Some((found.count, report.passage(found.passage)?.to_owned()))
    }

    #[test]
    fn announced_parts_are_counted() {
        for (text, number, words) in [
            ("本报告由总体情况、主动公开政府信息情况等六个部分组成。", 6, "六个部分"),
            ("本年度报告共分六部分。", 6, "六部分"),
            ("全文包括总体情况，公开的内容、存在的问题四个部分。", 4, "四个部分"),
            ("本报告内容分为5个部分，如下。", 5, "5个部分"),
            ("根据规定编制。全文由六大部分构成。", 6, "六大部分"),
            ("本报告包括总体情况、申请情况等六个方面。", 6, "六个方面"),
            ("報告內容包括總體情況、其他需要報告的事項六個部分。", 6, "六個部分"),
            ("本报告共分 七 个部分，现予公布。", 7, "七 个部分"),
        ] {
            assert_eq!(count(text), Some((number, words.to_owned())), "{text}");
        }
    }

    #[test]
    fn other_parts_are_not_the_reports() {
        for text in [
            "本报告由总体情况等部分组成。",
            "一是从三个方面抓好公开。",
            "数据见第六部分。",
            "本报告第六部分说明总体情况。",
            "共有部分指标未统计。",
            "报告大部分内容已公布，共有三项。",
            "我局从五个方面推进报告编制。",
            "公开内容分为三个部分。",
            "全年报告共分为五个方面推进。",
            "公开内容共有五个方面。",
        ] {
            assert_eq!(count(text), None, "{text}");
        }
    }
}
