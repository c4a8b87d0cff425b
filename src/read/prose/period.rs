//! The time that the figures cover, from the introduction.

use super::date::Day;
use super::range::ranges;
use crate::report::Period;
use std::ops::Range;

/// A period and how it was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) period: Period,
    /// Whether characters were lost in a date.
    pub(super) restored: bool,
    /// Whether no year is printed.
    pub(super) yearless: bool,
    /// The bytes of the folded paragraph.
    pub(super) at: Range<usize>,
    /// How certain the words around it make it.
    certain: u8,
}

/// The period in a folded paragraph. `year` is the report's, for dates without one.
pub(super) fn period(text: &str, introduction: bool, year: Option<i32>) -> Option<Found> {
    let mut best: Option<Found> = None;
    for (at, first, second) in ranges(text).take(32) {
        let certain = match (is_announced(text, at.start), introduction) {
            (true, _) => 2,
            (false, true) => 1,
            (false, false) => continue,
        };
        if best.as_ref().is_some_and(|best| best.certain >= certain) {
            continue;
        }
        let Some(period) = of_days(first, second, year) else { continue };
        let restored = first.restored || second.restored;
        best = Some(Found { period, restored, yearless: first.year.is_none(), at, certain });
    }
    best
}

fn of_days(first: Day, second: Day, year: Option<i32>) -> Option<Period> {
    // A year that only the second date names is that of both.
    let start = first.date(second.year.or(year))?;
    let end = second.date(first.year.or(year))?;
    Some(Period { start, end })
}

/// Whether the words before a place announce the period.
fn is_announced(text: &str, at: usize) -> bool {
    const NEAR: usize = 30;
    let start = text[..at].char_indices().rev().take(NEAR).last().map_or(at, |(start, _)| start);
    let before = &text[start..at];
    let sentence = before.rfind('。').map_or(before, |end| &before[end..]);
    [
        "统计期限",
        "统计时限",
        "统计时间",
        "统计",
        "期限",
        "时限",
        "数据时间",
        "时间范围",
        "起止时间",
        "时段",
        "数据截",
        "所列数据",
    ]
    .iter()
    .any(|word| sentence.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str, introduction: bool) -> Option<(String, bool)> {
        let text = crate::read::fold::folded_text(text);
        let found = period(&text, introduction, Some(2021))?;
        Some((format!("{}/{}", found.period.start, found.period.end), found.yearless))
    }

    #[test]
    fn the_announced_time_wins() {
        let text = "活动从2021年3月1日到2021年4月1日。本报告所列数据的统计期限自2021年1月1日起至12月31日止。";
        assert_eq!(one(text, true), Some(("2021-01-01/2021-12-31".into(), false)));
        assert_eq!(one("活动从2021年3月1日到2021年4月1日。", false), None);
    }

    #[test]
    fn a_time_without_a_year_takes_the_reports() {
        assert_eq!(one("数据统计从1月1日到12月31日", true), Some(("2021-01-01/2021-12-31".into(), true)));
    }
}
