//! Ordinals that open a heading, in folded text: 一、 （一） 1. （1）, clean or dirty.

use nom::branch::alt;
use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::character::complete::one_of;
use nom::combinator::{opt, recognize, value};
use nom::multi::many_m_n;
use nom::sequence::{delimited, pair};
use nom::{IResult, Parser};

/// How deep a heading with such an ordinal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// 一、
    Top,
    /// （一）
    Bracketed,
    /// 1.
    Digit,
    /// （1）
    BracketedDigit,
}

/// A numeral that ordinals are written in.
pub(in crate::read) fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// An ordinal; a doubled one (`一、一、`) counts once.
pub(super) fn ordinal(input: &str) -> IResult<&str, Rank> {
    alt((top, bracketed, bracketed_digit, digit)).parse(input)
}

fn top(input: &str) -> IResult<&str, Rank> {
    let one = (take_while_m_n(1, 3, is_numeral), one_of("、.,:")).map(|_| ());
    value(Rank::Top, many_m_n(1, 2, one)).parse(input)
}

fn bracketed(input: &str) -> IResult<&str, Rank> {
    let numeral = take_while_m_n(1, 3, is_numeral);
    value(Rank::Bracketed, pair(delimited(opt(one_of("(")), numeral, one_of(")")), opt(one_of("、."))))
        .parse(input)
}

fn bracketed_digit(input: &str) -> IResult<&str, Rank> {
    let number = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    value(Rank::BracketedDigit, pair(delimited(opt(one_of("(")), number, one_of(")")), opt(one_of("、."))))
        .parse(input)
}

fn digit(input: &str) -> IResult<&str, Rank> {
    let number = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let (rest, rank) = value(Rank::Digit, pair(number, one_of(".、"))).parse(input)?;
    // 1.5万件 is a number.
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Not)));
    }
    Ok((rest, rank))
}

/// What damaged pages leave before or instead of an ordinal: `|`, `丨`, `l`, `1`, `#`.
pub(super) fn dirt(input: &str) -> IResult<&str, &str> {
    recognize(opt(take_while1(|c| {
        matches!(c, '|' | '丨' | 'l' | 'I' | '1' | '#' | '*' | '.' | '·' | '●' | '■')
    })))
    .parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ordinal_has_its_rank() {
        assert_eq!(ordinal("一、总"), Ok(("总", Rank::Top)));
        assert_eq!(ordinal("一、一、总"), Ok(("总", Rank::Top)));
        assert_eq!(ordinal("(十二)总"), Ok(("总", Rank::Bracketed)));
        assert_eq!(ordinal("3.总"), Ok(("总", Rank::Digit)));
        assert_eq!(ordinal("(3)总"), Ok(("总", Rank::BracketedDigit)));
    }

    #[test]
    fn a_number_is_no_ordinal() {
        assert!(ordinal("1.5万件").is_err());
        assert!(ordinal("一是总").is_err());
    }
}
