//! Sentences of section 一 that open with the year before the report's and report work: last year's text.

use super::Joined;
use super::sentence::{begins, end, has};
use crate::form::SectionKind;
use crate::report::{OtherYear, Passage, Report};

/// Verbs of a year's work.
const WORK: &[&str] = &[
    "收到",
    "受理",
    "主动公开",
    "公开信息",
    "公开政府信息",
    "发布",
    "制发",
    "印发",
    "办理",
    "答复",
    "举办",
    "开展",
    "贯彻",
    "落实",
    "推进",
    "坚持",
    "加强",
    "围绕",
    "按照",
];

/// Words behind the year that make it a point in time, or last year's on purpose.
const AFTER: &[&str] =
    &["以来", "起", "至", "到", "底", "末", "初", "开始", "以前", "之前", "度结转", "结转", "前", "后"];

/// Words of a sentence that compares, or speaks of what was.
const COMPARES: &[&str] = &[
    "相比",
    "同比",
    "较",
    "比上",
    "增长",
    "增加",
    "下降",
    "减少",
    "上升",
    "上年",
    "去年",
    "结转",
    "增幅",
    "环比",
    "其中20",
    "年报",
    "年度报告",
    "工作要点",
    "被评为",
    "荣获",
    "获评",
    "今年",
    "本年",
];

/// The sentences of section 一 that report work under the year before the report's.
pub(super) fn other_years(report: &Report, prose: &Joined) -> Vec<OtherYear> {
    let section = Some(SectionKind::Overview);
    let mut found = Vec::new();
    // Four digits, which is also what keeps the year before from overflowing.
    let Some(year) = report.year.filter(|year| (1000..10_000).contains(year)) else { return found };
    let (own, last) = (format!("{year}年"), format!("{}年", year - 1));
    if !prose.overview.contains(&last) {
        return found;
    }
    for (paragraph, text) in report.paragraphs(section).enumerate() {
        for (at, opening) in text.match_indices(&last) {
            if begins(text, at) && reports_work(text, at, opening.len(), &own) {
                let passage = Passage::new(section, paragraph, at, opening_words(text, at, opening.len()));
                found.push(OtherYear { passage, year: year - 1 });
            }
        }
    }
    found
}

/// Where the first words of a sentence end: at its second comma, or after a few characters.
fn opening_words(text: &str, at: usize, year: usize) -> usize {
    const LONGEST: usize = 16;
    let rest = &text[at + year..end(text, at)];
    let rest = rest.strip_prefix(['，', ',', '度']).map_or(rest, |rest| rest);
    let start = end(text, at) - rest.len();
    let words: usize =
        rest.chars().take(LONGEST).take_while(|c| !matches!(c, '，' | ',')).map(char::len_utf8).sum();
    start + words
}

/// How many bytes behind a sentence may tell this year's work.
const NEAR: usize = 1500;

/// Whether the sentence that opens with another year reports work of that year, as this year's.
fn reports_work(text: &str, at: usize, year: usize, own: &str) -> bool {
    let close = end(text, at);
    let sentence = &text[at + year..close];
    let behind = sentence.strip_prefix('度').unwrap_or(sentence);
    if AFTER.iter().any(|word| behind.starts_with(word))
        || behind.trim_start().starts_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    // Last year told before this year: a comparison over several sentences.
    let rest = &text[close..text.floor_char_boundary(close + NEAR)];
    let mark = rest.chars().next().map_or(0, char::len_utf8);
    let next = &rest[..end(rest, mark)];
    has(sentence, WORK)
        && !has(sentence, COMPARES)
        && !has(next, COMPARES)
        && !sentence.contains(own)
        && !rest.contains(own)
}

#[cfg(test)]
mod tests {
    use super::super::overview;
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let report = overview(text);
        let words = |found: &OtherYear| report.passage(found.passage).unwrap_or_default().to_owned();
        other_years(&report, &Joined::of(&report)).iter().map(words).collect()
    }

    #[test]
    fn last_years_text_is_found() {
        for (text, opening) in [
            ("2022年，我局共收到申请5件。", "2022年，我局共收到申请5件"),
            ("2022年我镇认真贯彻落实《条例》。", "2022年我镇认真贯彻落实《条例》"),
            ("工作平稳。2022年，全县主动公开信息120条，反响良好。", "2022年，全县主动公开信息120条"),
            ("公开及时；2022年度我局受理申请3件。", "2022年度我局受理申请3件"),
            ("（一）主动公开。2022年，制发文件2件。", "2022年，制发文件2件"),
            (" 2022年，按照上级部署推进公开。", "2022年，按照上级部署推进公开"),
        ] {
            assert_eq!(words(text), [opening], "{text}");
        }
    }

    #[test]
    fn other_years_on_purpose_are_left_alone() {
        for text in [
            "2023年，我局共收到申请5件。",
            "较2022年增加3件。",
            "2022年以来，我局持续推进公开。",
            "2022年度结转申请2件，均已办理。",
            "2022年结转的2件均已答复。",
            "2022年底，我局开展自查。",
            "2022年12月，我局印发制度。",
            "2022年 12 月，我局印发制度。",
            "2022年，我局收到申请5件。2023年，收到8件。",
            "2022年收到5件，2023年收到8件。",
            "2022年收到5件;今年8件!",
            "2022年，我局收到申请5件。均已答复。2023年，收到8件。",
            "2022年，我局收到申请5件，同比减少2件。",
            "2022年收到申请5件；今年收到8件，增长60%。",
            "落实《2022年政务公开工作要点》。",
            "根据国办函〔2022〕30号开展工作。",
            "2024年，我局将推进公开。",
            "2022年，我局被评为先进，继续推进公开。",
            "2021年，我局收到申请5件。",
            "我局于2022年开展试点。",
        ] {
            assert_eq!(words(text), [""; 0], "{text}");
        }
    }
}
