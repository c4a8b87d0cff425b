//! What is said of 信息处理费: whether it was collected, how much, and how many notices were sent.

use super::Joined;
use super::sentence::{around, has};
use crate::form::SectionKind;
use crate::read::Folded;
use crate::report::{FeeStatement, Passage, Report};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::combinator::{opt, recognize, value};
use nom::sequence::pair;
use nom::{IResult, Parser};
use rust_decimal::Decimal;
use std::ops::Range;

/// Words that speak of the fee in section 六.
const MENTIONS: [&str; 5] = ["处理费", "收费", "收取费用", "收取任何费用", "费用"];

/// Elsewhere only its name does: 行政事业性收费 is something else.
const NAME: &str = "处理费";

/// What is said of the fee: in section 六, else in another with prose of its own.
pub(super) fn fee(report: &Report, prose: &Joined) -> Option<FeeStatement> {
    use SectionKind::{Applications, OtherMatters, Overview};
    [OtherMatters, Applications, Overview].into_iter().find_map(|section| {
        if section == Overview && !has(&prose.overview, &[NAME, "處理費"]) {
            return None;
        }
        let words = if section == OtherMatters { &MENTIONS[..] } else { &[NAME] };
        let paragraphs = report.paragraphs(Some(section)).enumerate();
        paragraphs.filter_map(|(paragraph, text)| statement(section, paragraph, text, words)).reduce(joined)
    })
}

/// What two paragraphs say together: the first that states a sum is the one that speaks of the fee.
fn joined(one: FeeStatement, other: FeeStatement) -> FeeStatement {
    let (first, second) =
        if one.collected.is_none() && other.collected.is_some() { (other, one) } else { (one, other) };
    FeeStatement { notices: first.notices.or(second.notices), ..first }
}

/// How many mentions of each word are looked at.
const MOST: usize = 8;

fn statement(section: SectionKind, paragraph: usize, raw: &str, words: &[&str]) -> Option<FeeStatement> {
    if !has(raw, &["费", "費"]) {
        return None;
    }
    let folded = Folded::of(raw);
    let text = folded.text();
    let mentions = words.iter().flat_map(|word| text.match_indices(word).take(MOST));
    let sentences = mentions.map(|(at, _)| around(&text, at));
    // A sentence may only name the act: the one that says what was collected counts.
    let said = |at: &Range<usize>| {
        let sentence = &text[at.clone()];
        (collected(sentence).is_none() && notices(sentence).is_none(), at.start)
    };
    let at = sentences.min_by_key(said)?;
    let sentence = &text[at.clone()];
    // Other fees are collected too: only this one's name makes an amount one of it.
    let is_named = has(sentence, &[NAME, "收费通知"]);
    let chars = |byte: usize| text[..byte].chars().count();
    let bytes = folded.bytes(chars(at.start + opening(sentence))..chars(at.end));
    Some(FeeStatement {
        passage: Passage::new(Some(section), paragraph, bytes.start, bytes.end),
        collected: collected(sentence).filter(|amount| is_named || amount.is_zero()),
        notices: notices(&text),
    })
}

/// Where the first clause begins that speaks of the fee and does not only name the act.
fn opening(sentence: &str) -> usize {
    let mut start = 0;
    for clause in sentence.split_inclusive(',') {
        if !clause.contains('《') && has(clause, &["收取", "收费", "处理费", "产生", "发生", "费用"])
        {
            return start;
        }
        start += clause.len();
    }
    0
}

/// What was collected, in 元: 0 if nothing was.
fn collected(text: &str) -> Option<Decimal> {
    const NONE: &[&str] = &[
        "未收取",
        "未收",
        "没有收",
        "未产生",
        "没有产生",
        "未发生",
        "没有发生",
        "无收取",
        "不收取",
        "未实际收取",
        "未涉及",
        "不涉及",
        "无信息处理费",
        "无信息公开处理费",
        "无收费",
        "免收",
        "零收费",
        "未向",
        "无相关收费",
        "无此类",
    ];
    let amounts = amounts(text);
    match amounts[..] {
        [] => has(text, NONE).then_some(Decimal::ZERO),
        [(amount, _)] => Some(amount),
        // Several: the one that was really collected.
        _ => {
            let really = text.find("实际收取").or_else(|| text.find("实收")).or_else(|| text.find("收取"))?;
            amounts.iter().find(|(_, at)| *at > really).map(|(amount, _)| *amount)
        }
    }
}

/// The amounts in a text, in 元, with the byte where each stands; not those that are only nearly so.
fn amounts(text: &str) -> Vec<(Decimal, usize)> {
    let mut found = Vec::new();
    let mut past = 0;
    while let Some(at) = text[past..].find(|c: char| c.is_ascii_digit()).map(|at| past + at) {
        match amount(&text[at..]) {
            Ok((rest, amount)) => {
                past = text.len() - rest.len();
                let nearly = text[..at].ends_with(['约', '近', '超', '逾', '余']) || rest.starts_with('余');
                found.extend(amount.filter(|_| !nearly).map(|amount| (amount, at)));
            }
            Err(_) => {
                past = text[at..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |end| at + end)
            }
        }
    }
    found
}

/// 380元, 1,200元, 0.04万元
fn amount(input: &str) -> IResult<&str, Option<Decimal>> {
    let number = recognize(pair(digits, opt(pair(tag("."), digits))));
    let unit = alt((value(10_000_u32, tag("万元")), value(1, tag("元"))));
    let (rest, (number, unit)) = (number, unit).parse(input)?;
    let number = Decimal::from_str_exact(&number.replace(',', "")).ok();
    Ok((rest, number.and_then(|number| number.checked_mul(unit.into())).map(|amount| amount.normalize())))
}

fn digits(input: &str) -> IResult<&str, &str> {
    take_while1(|c: char| c.is_ascii_digit() || c == ',').parse(input)
}

/// To how many applications a notice was sent, if a text says so.
fn notices(text: &str) -> Option<u64> {
    const WORDS: &str = "收费通知";
    const NEAR: usize = 8;
    let at = text.find(WORDS)?;
    let sentence = around(text, at);
    let (before, after) = (&text[sentence.start..at], &text[at + WORDS.len()..sentence.end]);
    let clause = before.rsplit(',').next().unwrap_or(before);
    if has(clause, &["未发", "没有发", "未向", "未对", "无发", "未作出", "没有向", "未产生"])
    {
        return Some(0);
    }
    // 发出3件收费通知, or 发出收费通知3件 and 收费通知的件数为0件.
    let last = clause.trim_end_matches(['件', '份', '次', '个', '的']);
    let digits = last.len() - last.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if last.len() < clause.len() && digits > 0 {
        return last[last.len() - digits..].parse().ok();
    }
    let near = after.char_indices().nth(NEAR).map_or(after.len(), |(end, _)| end);
    let start = after[..near].find(|c: char| c.is_ascii_digit())?;
    let number = &after[start..];
    let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    number[end..].starts_with(['件', '份', '次', '个', ',']).then(|| number[..end].parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Option<String>, Option<u64>)> {
        let report = Report { other_matters: text.into(), ..Report::default() };
        fee(&report, &Joined::of(&report))
            .map(|fee| (fee.collected.map(|amount| amount.to_string()), fee.notices))
    }

    #[test]
    fn what_was_collected_is_read() {
        for (text, collected, notices) in [
            ("本年度未收取信息处理费。", Some("0"), None),
            ("全年收取信息处理费380元。", Some("380"), None),
            ("全年收取政府信息公开信息处理费0 元。", Some("0"), None),
            ("全年共收取信息處理費1,200元。", Some("1200"), None),
            ("实际收取信息处理费0.04万元。", Some("400"), None),
            ("2023年度本机关无收取信息处理费情况。", Some("0"), None),
            ("发出收费通知3件，总金额900元，实际收取总金额600元。", Some("600"), Some(3)),
            ("未发出收费通知，未收取信息处理费。", Some("0"), Some(0)),
            ("发出2件收费通知，均未缴纳费用。", None, Some(2)),
            ("本年度发出收费通知的件数为0件，总金额0元，实际收取0元。", Some("0"), Some(0)),
            ("依据《政府信息公开信息处理费管理办法》，本年度没有产生信息处理费。", Some("0"), None),
            ("严格执行《政府信息公开信息处理费管理办法》。本年度收取信息处理费90元。", Some("90"), None),
            ("对25件申请收取了信息处理费2950元，其中甲局1件，收取420元。", Some("2950"), None),
            ("收取信息处理费约300元。", None, None),
            (
                "按《信息处理费管理办法》收取费用。全县收取信息处理费共计380元，其中甲局380元。",
                Some("380"),
                None,
            ),
            ("行政事业性收费收入385.5元。", None, None),
            ("本机关2023年度不涉及信息处理费收取情况。", Some("0"), None),
        ] {
            assert_eq!(read(text), Some((collected.map(str::to_owned), notices)), "{text}");
        }
    }

    #[test]
    fn the_words_concerned_are_shown() {
        let report = Report {
            other_matters: "没有其他事项。2023年，我局严格执行《信息处理费管理办法》，全年未收取信息处理费。"
                .into(),
            ..Report::default()
        };
        let fee =
            fee(&report, &Joined::of(&report)).and_then(|fee| report.passage(fee.passage).map(str::to_owned));
        assert_eq!(fee.as_deref(), Some("全年未收取信息处理费"));
    }

    #[test]
    fn other_matters_say_nothing_of_fees() {
        for text in ["无其他需要报告的事项。", "没有。", "本年度建议提案均已办结。", "消费者权益得到保护。"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn other_sections_may_say_it() {
        let mut report = Report {
            other_matters: "无。".into(),
            overview: "行政事业性收费12项。".into(),
            ..Report::default()
        };
        assert_eq!(fee(&report, &Joined::of(&report)), None);
        report.overview = "依申请公开3件，未收取信息处理费。".into();
        assert_eq!(
            fee(&report, &Joined::of(&report)).and_then(|fee| fee.passage.section),
            Some(SectionKind::Overview)
        );
    }
}
