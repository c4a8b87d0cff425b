//! What a cell prints: a number in one of its many spellings, a blank, an explicit nothing, or words.

use super::fold::folded_text;
use super::numeral::{is_numeral, numeral};
use crate::report::{Number, Unit};
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, digit1, none_of, one_of};
use nom::combinator::{all_consuming, map, opt, recognize, value};
use nom::multi::{fold_many1, many0_count};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};
use rust_decimal::Decimal;

/// What a cell prints.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Printed {
    /// Nothing at all.
    Blank,
    /// An explicit nothing.
    Mark,
    /// A number.
    Number(Figure),
    /// Something else.
    Words,
}

/// A number as printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Figure {
    pub(crate) number: Number,
    /// 元, 万元 … behind it.
    pub(crate) unit: Option<Unit>,
    /// It has a sign: `+5`, 增5, `-3`.
    pub(crate) signed: bool,
    /// It stood in pieces: blanks between its digits.
    pub(crate) joined: bool,
    /// Increase and decrease were given apart.
    pub(crate) split: bool,
}

/// Explicit nothings, folded.
const MARKS: [&str; 22] = [
    "/",
    "//",
    "///",
    "\\",
    "-",
    "--",
    "---",
    "----",
    "无",
    "空",
    "不涉及",
    "不适用",
    "没有",
    "暂无",
    "无此项",
    "未涉及",
    "×",
    "N/A",
    "n/a",
    "*",
    "无数据",
    "…",
];

/// The first Chinese characters of numbers and marks, Traditional ones too: signs and nothings, and, behind
/// digits, units.
const STARTS: &str = "增减減无無空不没沒暂暫未件宗项項条條起份次个個人篇元万萬亿億";

/// Units that may stand behind a count.
const UNITS: &str = "件宗项条起份次个人篇";

/// The longest text that can be a number or a mark, in bytes; nothing longer is tried.
const LONGEST: usize = 160;

/// Reads the text of a cell.
pub(crate) fn printed(text: &str) -> Printed {
    if let Some(count) = plain(text) {
        return Printed::Number(Figure::count(count));
    }
    if !may_be_no_words(text) {
        return Printed::Words;
    }
    if text.len() > LONGEST {
        return if text.chars().all(char::is_whitespace) { Printed::Blank } else { Printed::Words };
    }
    let joined = is_torn(text);
    let text = folded_text(text);
    match text.as_str() {
        "" => Printed::Blank,
        mark if MARKS.contains(&mark) => Printed::Mark,
        text => match all_consuming(figure).parse(text) {
            Ok((_, figure)) => Printed::Number(Figure { joined, ..figure }),
            Err(_) => Printed::Words,
        },
    }
}

/// A cheap look at the first Chinese character: that of most words begins no mark and no unit. What stands in
/// brackets may be anything.
fn may_be_no_words(text: &str) -> bool {
    let is_word = |c: &char| ('\u{4E00}'..'\u{A000}').contains(c);
    let is_bracket = |c: &char| matches!(c, '(' | '（' | '〔' | '［' | '【' | '﹝');
    let first = text.chars().find(|c| is_word(c) || is_bracket(c));
    first.is_none_or(|c| !is_word(&c) || STARTS.contains(c))
}

impl Figure {
    fn count(count: u64) -> Self {
        Self { number: Number::Count(count), unit: None, signed: false, joined: false, split: false }
    }
}

/// The common case, without any folding: a few ASCII digits.
pub(crate) fn plain(text: &str) -> Option<u64> {
    let bytes = text.as_bytes();
    let canonical = matches!(bytes, [b'0'] | [b'1'..=b'9', ..]) && bytes.len() < 19;
    if !canonical {
        return None;
    }
    bytes.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u64::from(byte - b'0')))
}

/// A digit of either width.
pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether blanks stand between two digits.
fn is_torn(text: &str) -> bool {
    let (mut digit, mut blank) = (false, false);
    for c in text.chars() {
        let is_digit = is_digit(c);
        if is_digit && digit && blank {
            return true;
        }
        blank = c.is_whitespace();
        digit = is_digit || blank && digit;
    }
    false
}

fn figure(input: &str) -> IResult<&str, Figure> {
    terminated(alt((both_ways, signed)), opt(note)).parse(input)
}

/// `5/2`, `增5/减2`: increase and decrease apart.
fn both_ways(input: &str) -> IResult<&str, Figure> {
    let up = preceded(opt(alt((tag("增加"), tag("增"), tag("+")))), whole);
    let down = preceded(opt(alt((tag("减少"), tag("减"), tag("-")))), whole);
    let (rest, (up, _, down)) = (up, one_of("/\\"), down).parse(input)?;
    let both = i64::try_from(up).ok().zip(i64::try_from(down).ok());
    let Some((up, down)) = both else { return fail(input) };
    let figure = Figure { number: Number::Change(up - down), signed: true, split: true, ..Figure::count(0) };
    Ok((rest, figure))
}

fn signed(input: &str) -> IResult<&str, Figure> {
    let plus = value(1, alt((tag("增加"), tag("增"), tag("+"), tag("↑"))));
    let minus = value(-1, alt((tag("减少"), tag("减"), tag("-"), tag("↓"))));
    let (rest, (sign, number, unit)) = (opt(alt((plus, minus))), number, opt(unit)).parse(input)?;
    let number = match (sign, number) {
        (None | Some(1), Number::Count(count)) if sign.is_none() => Number::Count(count),
        (Some(sign), Number::Count(count)) => match i64::try_from(count) {
            Ok(count) => Number::Change(sign * count),
            Err(_) => return fail(input),
        },
        (Some(-1), Number::Amount(amount)) => Number::Amount(-amount),
        (_, number) => number,
    };
    Ok((rest, Figure { number, unit: unit.flatten(), signed: sign.is_some(), ..Figure::count(0) }))
}

/// A whole number or a decimal, with or without commas between thousands.
fn number(input: &str) -> IResult<&str, Number> {
    let (rest, digits) = alt((grouped, map(digit1, str::to_owned))).parse(input)?;
    let (rest, fraction) = opt(recognize((char('.'), digit1))).parse(rest)?;
    let whole = digits.len() > 1 && digits.starts_with('0');
    let number = match fraction {
        _ if whole => None,
        None => digits.parse().ok().map(Number::Count),
        Some(fraction) => Decimal::from_str_exact(&(digits + fraction)).ok().map(Number::Amount),
    };
    number.map_or_else(|| fail(input), |number| Ok((rest, number)))
}

fn whole(input: &str) -> IResult<&str, u64> {
    match number(input)? {
        (rest, Number::Count(count)) => Ok((rest, count)),
        _ => fail(input),
    }
}

/// `1,406,000`: groups of three after the first.
fn grouped(input: &str) -> IResult<&str, String> {
    let three = recognize((one_of(DIGITS), one_of(DIGITS), one_of(DIGITS)));
    let (rest, first) = digit1.parse(input)?;
    if first.len() > 3 {
        return fail(input);
    }
    fold_many1(preceded(char(','), three), || first.to_owned(), |sum, group: &str| sum + group).parse(rest)
}

const DIGITS: &str = "0123456789";

/// A unit behind a number; one of money is kept.
fn unit(input: &str) -> IResult<&str, Option<Unit>> {
    let of = |unit: Unit| value(Some(unit), (tag(unit.label()), opt(tag("人民币"))));
    let money = alt((of(Unit::TenThousandYuan), of(Unit::HundredMillionYuan), of(Unit::Yuan)));
    alt((money, value(None, one_of(UNITS)))).parse(input)
}

/// A remark in brackets behind a number; the page may be cut off before it closes.
fn note(input: &str) -> IResult<&str, ()> {
    let inner = || many0_count(none_of("()"));
    alt((value((), delimited(char('('), inner(), char(')'))), value((), all_consuming((char('('), inner())))))
        .parse(input)
}

/// The number with which a folded text begins, in digits (`1,406`, `12.5`) or in Chinese numerals
/// (一, 十二, 两百), and the length of what looks like one; no number if that is none (`1,40`, `007`).
pub(crate) fn leading(chars: &[char]) -> Option<(Option<Decimal>, usize)> {
    let first = *chars.first()?;
    let length = |is: fn(char) -> bool| chars.iter().take_while(|&&c| is(c)).count();
    if first.is_ascii_digit() {
        let length = length(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
        if length > LONGEST {
            return Some((None, length));
        }
        let text: String = chars[..length].iter().collect();
        let text = text.trim_end_matches([',', '.']);
        let number = plain(text).map(Decimal::from);
        let number = number.or_else(|| all_consuming(number_of).parse(text).ok().map(|(_, number)| number));
        return Some((number, text.len()));
    }
    if !is_numeral(first) {
        return None;
    }
    let length = length(is_numeral);
    Some((numeral(&chars[..length]).map(Decimal::from), length))
}

fn number_of(input: &str) -> IResult<&str, Decimal> {
    map(number, Number::decimal).parse(input)
}

fn fail<T>(input: &str) -> IResult<&str, T> {
    Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        match printed(text) {
            Printed::Number(figure) => figure.number,
            other => panic!("`{text}` is {other:?}"),
        }
    }

    #[test]
    fn numbers_in_every_spelling() {
        for (text, count) in [
            ("0", 0),
            ("１２", 12),
            ("1,406", 1406),
            ("1，406", 1406),
            ("13 612", 13_612),
            ("5件", 5),
            (" 7 ", 7),
        ] {
            assert_eq!(number(text), Number::Count(count), "{text}");
        }
        assert!(matches!(printed("13 612"), Printed::Number(Figure { joined: true, .. })));
    }

    #[test]
    fn signs() {
        for (text, change) in
            [("-8", -8), ("+1036", 1036), ("增5", 5), ("减3", -3), ("－8", -8), ("5/2", 3), ("0/0", 0)]
        {
            assert_eq!(number(text), Number::Change(change), "{text}");
        }
        assert!(matches!(printed("5/2"), Printed::Number(Figure { split: true, .. })));
    }

    #[test]
    fn amounts_keep_their_digits_and_unit() {
        let Printed::Number(figure) = printed("616178.201万元") else { panic!() };
        assert_eq!(figure.number.to_string(), "616178.201");
        assert_eq!(figure.unit, Some(Unit::TenThousandYuan));
        assert!(matches!(printed("251000元"), Printed::Number(Figure { unit: Some(Unit::Yuan), .. })));
        assert_eq!(number("13000000(预算"), Number::Count(13_000_000));
    }

    #[test]
    fn numbers_that_begin_a_text() {
        for (text, value, length) in [
            ("46件", 46, 2),
            ("1,406,件", 1406, 5),
            ("一件", 1, 1),
            ("十二件", 12, 2),
            ("两百零五件", 205, 4),
            ("二十件", 20, 2),
            ("零件", 0, 1),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(leading(&chars), Some((Some(value.into()), length)), "{text}");
        }
        for text in ["1,40件", "007件", "一二三件", "百件", &"9".repeat(1000)] {
            let chars: Vec<char> = text.chars().collect();
            assert!(matches!(leading(&chars), Some((None, 1..))), "{text}");
        }
        assert_eq!(leading(&['件']), None);
    }

    #[test]
    fn nothing_blank_and_words_are_told_apart() {
        assert_eq!(printed("\u{a0} "), Printed::Blank);
        for mark in ["/", "—", "－", "无", "不涉及"] {
            assert_eq!(printed(mark), Printed::Mark, "{mark}");
        }
        for words in ["本机关无规章", "12.3.4", "1,40", "007", "84%", "99999999999999999999999", "2020-01-17"]
        {
            assert_eq!(printed(words), Printed::Words, "{words}");
        }
    }
}
