//! Times from one date to another, in folded text.

use super::date::{Day, chinese_digit, day, digit};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::one_of;
use nom::combinator::{opt, value};
use nom::multi::many_m_n;
use nom::sequence::preceded;
use nom::{IResult, Parser};

/// From one day to another; the second may leave its year to the first.
pub(super) fn range(input: &str) -> IResult<&str, (Day, Day)> {
    let hour = || opt((take_while_m_n(1, 2, |c: char| digit(c) || c == '零'), one_of("时点")));
    let dash = value((), many_m_n(1, 4, one_of("-~〜∼―━–")));
    let to = alt((value((), tag("至")), value((), tag("到")), dash));
    let same = opt(alt((tag("当年"), tag("同年"), tag("本年"), tag("该年"))));
    let begun = opt(alt((tag("开始"), tag("起"), tag("(含)"), tag("始"))));
    let (rest, (first, _, _, _)) = (day, hour(), begun, opt(one_of(",，"))).parse(input)?;
    let (rest, second) = preceded((to, same), day).parse(rest)?;
    Ok((rest, (first, second)))
}

/// Every time from one day to another, with the byte at which it starts and the one after it.
pub(super) fn ranges(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, Day, Day)> + '_ {
    let mut before = ' ';
    let mut past = 0;
    text.char_indices().filter_map(move |(at, c)| {
        let starts =
            digit(c) && !digit(before) || chinese_digit(c).is_some() && chinese_digit(before).is_none();
        before = c;
        if !starts || at < past {
            return None;
        }
        let (rest, (first, second)) = range(&text[at..]).ok()?;
        past = text.len() - rest.len();
        Some((at..past, first, second))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Option<(String, String, bool)> {
        let folded = crate::read::fold::folded_text(text);
        let (_, first, second) = ranges(&folded).next()?;
        let start = first.date(None)?;
        let end = second.date(first.year)?;
        Some((start.to_string(), end.to_string(), first.restored || second.restored))
    }

    #[test]
    fn a_time_is_read_however_it_is_printed() {
        for text in [
            "自2021年1月1日起至2021年12月31日止",
            "２０２１年１月１日至１２月３１日",
            "2021 年 1 月 1 日 — 2021 年 12 月 31 日",
            "2021.1.1—2021.12.31",
            "2021-01-01至2021-12-31",
            "2021/1/1~2021/12/31",
            "二〇二一年一月一日至二○二一年十二月三十一日",
            "2021年1月1日起，至当年12月31日",
            "20210101-20211231",
        ] {
            let want = Some(("2021-01-01".into(), "2021-12-31".into(), false));
            assert_eq!(one(text), want, "{text}");
        }
    }

    #[test]
    fn lost_characters_are_restored_and_said() {
        for text in [
            "202111日至20211231日",
            "2021年11日至2021年1231日",
            "20211月1日至12月31日",
            "202111日起至1231日止",
        ] {
            let want = Some(("2021-01-01".into(), "2021-12-31".into(), true));
            assert_eq!(one(text), want, "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_read() {
        assert_eq!(one("2021111日至20211231日"), None);
        assert_eq!(one("2021年2月31日至2021年12月31日"), None);
        assert_eq!(one("1021年1月1日至2021年12月31日"), None);
    }

    #[test]
    fn a_day_other_than_the_last_is_kept() {
        assert_eq!(one("2021年1月1日至2021年12月30日").map(|time| time.1), Some("2021-12-30".into()));
    }
}
