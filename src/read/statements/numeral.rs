//! Small numbers, in Chinese numerals or in digits.

use crate::read::numeral::{is_numeral, numeral};
use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::combinator::map_opt;
use nom::{IResult, Parser};

/// 一 … 九十九, or 1 … 99.
pub(super) fn small(input: &str) -> IResult<&str, u8> {
    let digits = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    alt((
        map_opt(take_while_m_n(1, 3, is_numeral), chinese),
        map_opt(digits, |digits: &str| digits.parse().ok()),
    ))
    .parse(input)
}

/// The number that a Chinese numeral below a hundred stands for.
pub(super) fn chinese(text: &str) -> Option<u8> {
    let chars: Vec<_> = text.chars().collect();
    numeral(&chars).filter(|number| (1..100).contains(number)).and_then(|number| u8::try_from(number).ok())
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
