//! The day of publication: after a label near the top, or alone under the title or the text.

use super::date::{leading_date, only_date};
use super::lines::Line;
use crate::read::fold::folded_text;
use crate::read::number::is_digit;
use chrono::{Datelike, NaiveDate};

/// Labels, the surest first.
const LABELS: [&str; 12] = [
    "发布日期",
    "发布时间",
    "公开日期",
    "公开时间",
    "公布日期",
    "发文日期",
    "发文时间",
    "生成日期",
    "成文日期",
    "日期",
    "时间",
    "更新时间",
];

/// The day of publication, believed only if it lies after the year reported on.
pub(super) fn published(
    lines: &[Line<'_>],
    front: usize,
    after_title: usize,
    year: Option<i32>,
) -> Option<NaiveDate> {
    const LAST: usize = 30;
    let year = year?;
    let tail = lines.len().saturating_sub(LAST).max(front);
    let mut best: Option<(usize, NaiveDate)> = None;
    for at in (0..front.min(lines.len())).chain(tail..lines.len()) {
        let found = labelled(lines, at).or_else(|| alone(lines[at].text, at >= after_title));
        if let Some((rank, date)) = found
            && date.year() > year
            && best.is_none_or(|(best, _)| rank < best)
        {
            best = Some((rank, date));
        }
    }
    best.map(|(_, date)| date)
}

fn labelled(lines: &[Line<'_>], at: usize) -> Option<(usize, NaiveDate)> {
    const LONGEST: usize = 300;
    let text = lines[at].text;
    if text.len() > LONGEST || !may_tell_day(text) {
        return None;
    }
    let folded = folded_text(text);
    LABELS.iter().enumerate().find_map(|(rank, label)| {
        let start = folded.find(label)?;
        let rest = &folded[start + label.len()..];
        let own = !(9..=10).contains(&rank) || !folded[..start].ends_with(['计', '新', '效', '公', '施']);
        let date = leading_date(rest).or_else(|| {
            // The label in one cell, the day in the next.
            let bare = rest.trim_matches([':', '|']).is_empty();
            let next = lines.get(at + 1).filter(|line| bare && line.text.len() < 60)?;
            leading_date(&folded_text(next.text))
        });
        date.filter(|day| own && !day.restored)?.date(None).map(|date| (rank, date))
    })
}

/// A cheap look: all labels end in one of these words, and a day has digits. It may stand in the next cell,
/// but not of a sentence.
fn may_tell_day(text: &str) -> bool {
    let words = ["日期", "时间", "時間"].into_iter().filter(|word| text.contains(word));
    let first = words.filter_map(|word| text.find(word)).min();
    let is_of_day = |c: char| is_digit(c) || c == '二';
    first.is_some_and(|at| !text.ends_with('。') || text[at..].contains(is_of_day))
}

fn alone(text: &str, may_be: bool) -> Option<(usize, NaiveDate)> {
    const LONGEST: usize = 90;
    if !may_be || text.len() > LONGEST || !text.contains(['年', '日', '-', '.', '/']) {
        return None;
    }
    let day = only_date(&folded_text(text)).filter(|day| !day.restored)?;
    day.date(None).map(|date| (LABELS.len(), date))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::super::testing::page;
    use super::*;

    fn one(text: &str) -> Option<String> {
        let page = page(text);
        let lines = lines(&page, &[]);
        published(&lines, 3.min(lines.len()), 1, Some(2021)).map(|date| date.to_string())
    }

    #[test]
    fn a_day_after_the_year_is_believed() {
        assert_eq!(one("标题\n时间：2022-01-17 16:51 来源：本网").as_deref(), Some("2022-01-17"));
        assert_eq!(one("标题\n更新时间:2022-02-15 发布时间: 2022-01-05").as_deref(), Some("2022-01-05"));
        assert_eq!(one("标题\n（2022年1月23日）").as_deref(), Some("2022-01-23"));
        assert_eq!(one("标题\n发布日期\n2022年1月9日").as_deref(), Some("2022-01-09"));
        assert_eq!(one("标题\n发布日期：2021-12-30"), None);
        assert_eq!(one("标题\n统计时间：2022年1月1日至"), None);
    }
}
