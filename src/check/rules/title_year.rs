//! `title-year`: the title names one year, and it is the year that the text gives the report.
//!
//! Where the page states a period, `period-mismatch` holds that against the year of the title; this rule
//! is about the title: one that names two years, one that names the body and no year (a note), and, where
//! no period is stated, one whose year is not that of the report that the introduction announces. A title
//! without body and year may be the name of a column of the site, and is not judged.

use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::Edition;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "title-year",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号 标题：（机关名称）（年份）年政府信息公开工作年度报告",
    zh: "标题写明一个年度，并与正文所称的报告年度一致",
    en: "the title names one year, that of the report as the text announces it",
    why_zh: "标题的年度是检索和汇总的依据，缺漏、写错往往是沿用上年文本。",
    why_en: "Reports are found and added up by the year in the title; where it is missing or wrong, last year's text is often left standing.",
    fails: "title: 2022年某县教育局2023年政府信息公开工作年度报告",
    passes: "title: 某县教育局2023年政府信息公开工作年度报告",
    editions: &[Edition::E2014, Edition::E2019, Edition::E2021],
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let Some(title) = case.report.title.as_deref() else { return ReasonCode::NotStated.skip() };
    if years(title).next().is_none() {
        let names_body = case.report.agency.as_deref().is_some_and(|agency| title.contains(agency));
        if !names_body {
            return ReasonCode::NotStated.skip();
        }
        findings.push(without_year(title));
        return Outcome::Passed { equations: 1 };
    }
    let mut reported = years(title).filter_map(|(year, is_reported)| is_reported.then_some(year));
    let Some(year) = reported.next() else { return Outcome::Passed { equations: 1 } };
    if let Some(other) = reported.find(|&other| other != year) {
        findings.push(two_years(title, year, other));
        return Outcome::Passed { equations: 1 };
    }
    match case.evidence.and_then(|evidence| evidence.announced_year) {
        Some(announced) if announced != year && case.report.period.is_none() => {
            findings.push(another_year(year, announced));
        }
        _ => {}
    }
    Outcome::Passed { equations: 1 }
}

/// The years that a title names, in ASCII, full-width or Chinese digits, and whether each is that of a
/// report: not of a day (2024年1月) and not of a file (2024年第5号).
fn years(title: &str) -> impl Iterator<Item = (i32, bool)> + '_ {
    const POSSIBLE: std::ops::RangeInclusive<i32> = 2008..=2100;
    // A character behind the end ends the last number.
    let mut chars = title.chars().filter(|c| !c.is_whitespace()).chain([' ']).peekable();
    let (mut number, mut count) = (0, 0);
    std::iter::from_fn(move || {
        while let Some(c) = chars.next() {
            if let Some(digit) = digit(c) {
                // More digits than a year has: of what value does not matter.
                number = if count < 4 { number * 10 + digit } else { 0 };
                count += 1;
                continue;
            }
            let is_year = count == 4 && POSSIBLE.contains(&number);
            let year = std::mem::take(&mut number);
            count = 0;
            if is_year {
                let goes_on = chars.peek().is_some_and(|&next| next == '第' || digit(next).is_some());
                return Some((year, c == '年' && !goes_on));
            }
        }
        None
    })
}

fn digit(c: char) -> Option<i32> {
    Some(match c {
        '0' | '０' | '〇' | '○' | '零' => 0,
        '1' | '１' | '一' => 1,
        '2' | '２' | '二' => 2,
        '3' | '３' | '三' => 3,
        '4' | '４' | '四' => 4,
        '5' | '５' | '五' => 5,
        '6' | '６' | '六' => 6,
        '7' | '７' | '七' => 7,
        '8' | '８' | '八' => 8,
        '9' | '９' | '九' => 9,
        _ => return None,
    })
}

fn without_year(title: &str) -> Finding {
    let zh = format!("标题「{title}」没有写明年度");
    let en = format!("The title “{title}” names no year");
    Finding { severity: Severity::Note, ..Finding::new(&INFO, Vec::new(), zh, en) }
}

fn two_years(title: &str, one: i32, other: i32) -> Finding {
    let zh = format!("标题「{title}」同时写有{one}年和{other}年");
    let en = format!("The title “{title}” names two years, {one} and {other}");
    Finding { actual: Some(format!("{one}, {other}")), ..Finding::new(&INFO, Vec::new(), zh, en) }
}

fn another_year(year: i32, announced: i32) -> Finding {
    let zh = format!("标题为{year}年度报告，正文却称{announced}年度报告，年度不一致");
    let en = format!("The title is that of a report for {year}, but the text announces one for {announced}");
    Finding {
        expected: Some(announced.to_string()),
        actual: Some(year.to_string()),
        ..Finding::new(&INFO, Vec::new(), zh, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};
    use crate::check::{check, sketch};

    #[test]
    fn years_are_read_in_any_digits() {
        let read = |title: &str| years(title).collect::<Vec<_>>();
        assert_eq!(read("某县2023 年政府信息公开"), [(2023, true)]);
        assert_eq!(read("２０２３年年报"), [(2023, true)]);
        assert_eq!(read("二〇二三年度报告"), [(2023, true)]);
        assert_eq!(read("二○二三年度报告（2024年1月）"), [(2023, true), (2024, false)]);
        assert_eq!(read("2023年报2024年第5号2024-01"), [(2023, true), (2024, false), (2024, false)]);
        assert_eq!(read("20231号 1999年 三十一中"), []);
        for (written, year) in [
            ("２０３１ 二零三一", 2031),
            ("２０４５ 二〇四五", 2045),
            ("２０６７ 二○六七", 2067),
            ("２０８９ 二〇八九", 2089),
        ] {
            let both = written.split(' ').flat_map(|digits| read(&format!("{digits}年")));
            assert_eq!(both.collect::<Vec<_>>(), [(year, true); 2]);
        }
    }

    #[test]
    fn a_title_without_a_year_is_a_note_if_it_names_the_body() {
        let findings = found("agency: 某县教育局\ntitle: 某县教育局政府信息公开工作年度报告");
        assert_eq!(findings[0].severity, Severity::Note);
        assert!(outcome("agency: 某县教育局\ntitle: 政府信息公开年报", INFO.name).contains("NotStated"));
        assert!(outcome("", INFO.name).contains("NotStated"));
    }

    #[test]
    fn two_years_are_told() {
        assert_eq!(
            found(INFO.fails)[0].message.zh,
            "标题「2022年某县教育局2023年政府信息公开工作年度报告」同时写有2022年和2023年"
        );
        assert_eq!(found("title: 2023年某县教育局2023年度政府信息公开工作年度报告"), []);
    }

    #[test]
    fn the_text_is_asked_where_no_period_is_stated() {
        let told = |lines: &str| {
            let mut sketch = sketch(&format!("{}\nyear: 2023\n{lines}", INFO.passes)).expect("a sketch");
            sketch.evidence.get_or_insert_default().announced_year = Some(2022);
            check(&sketch).findings.into_iter().map(|finding| finding.rule).collect::<Vec<_>>()
        };
        assert_eq!(told(""), ["title-year"]);
        assert_eq!(told("period: 2022-01-01 2022-12-31"), ["period-mismatch"]);
        assert_eq!(told("period: 2023-01-01 2023-12-31"), [""; 0]);
        let finding = another_year(2023, 2022);
        assert_eq!((finding.actual.as_deref(), finding.expected.as_deref()), (Some("2023"), Some("2022")));
        assert_eq!(finding.message.zh, "标题为2023年度报告，正文却称2022年度报告，年度不一致");
    }
}
