//! Small numbers, in Chinese numerals or in digits.

use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::combinator::map_opt;
use nom::{IResult, Parser};

use crate::read::prose::ordinal::is_numeral;

/// 一 … 九十九, or 1 … 99.
pub(super) fn small(input: &str) -> IResult<&str, u8> {
    let digits = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    alt((
        map_opt(take_while_m_n(1, 3, |c| is_numeral(c) || c == '两'), chinese),
        map_opt(digits, |digits: &str| digits.parse().ok()),
    ))
    .parse(input)
}

/// The number that a Chinese numeral below a hundred stands for.
pub(super) fn chinese(numeral: &str) -> Option<u8> {
    let digit = |c: char| match c {
        '两' => Some(2),
        _ => {
            "一二三四五六七八九".chars().position(|digit| digit == c).and_then(|at| u8::try_from(at + 1).ok())
        }
    };
    match numeral.split_once('十') {
        None => numeral.chars().next().filter(|c| c.len_utf8() == numeral.len()).and_then(digit),
        Some((tens, ones)) => {
            let part = |part: &str, none| if part.is_empty() { Some(none) } else { chinese(part) };
            let (tens, ones) = (part(tens, 1)?, part(ones, 0)?);
            (tens < 10 && ones < 10).then_some(tens * 10 + ones)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_read() {
        for (text, number) in
            [("六", 6), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99), ("两", 2), ("7", 7)]
        {
            assert_eq!(small(text), Ok(("", number)), "{text}");
        }
        for text in ["一二", "十十", "部", "十二十", ""] {
            assert!(small(text).is_err(), "{text}");
        }
    }
}
