//! The body and the year where the title does not name them.

use super::body::{is_body, principal};
use super::own::Own;
use super::subject::{is_stop, subject};
use super::title::{Title, phrase};
use std::ops::Range;

/// A title that is cited in a paragraph: 现公布某县2021年政府信息公开工作年度报告.
pub(super) fn cited_title(text: &str) -> Option<Title> {
    const BEFORE: usize = 60;
    const AFTER: usize = 20;
    text.match_indices("公开").take(64).find_map(|(at, _)| {
        if !text[at..].chars().take(AFTER).any(|c| c == '报') {
            return None;
        }
        let start = text[..at].char_indices().rev().take(BEFORE).find(|(_, c)| is_stop(*c));
        let mut start = start.map_or_else(|| floor(text, at, BEFORE), |(at, c)| at + c.len_utf8());
        start += opening_verbs(&text[start..at]);
        let mut title = phrase(&text[start..])?;
        let within = !text[start..start + title.end].contains(is_stop);
        title.body = title.body.start + start..title.body.end + start;
        title.end += start;
        within.then_some(title)
    })
}

/// The byte at which the last characters before a place begin.
fn floor(text: &str, at: usize, count: usize) -> usize {
    text[..at].char_indices().rev().take(count).last().map_or(0, |(at, _)| at)
}

/// How long the verbs are that lead to a cited title.
fn opening_verbs(text: &str) -> usize {
    const VERBS: [&str; 26] = [
        "现将",
        "特将",
        "现就",
        "现",
        "特",
        "将",
        "向社会公众",
        "向社会",
        "公布",
        "发布",
        "编制",
        "公开",
        "制定",
        "形成",
        "撰写",
        "制作",
        "了",
        "此",
        "本报告为",
        "本报告是",
        "以下是",
        "以下为",
        "就",
        "对",
        "为",
        "是",
    ];
    let mut rest = text;
    while let Some(left) = VERBS.iter().find_map(|verb| rest.strip_prefix(verb)) {
        rest = left;
    }
    text.len() - rest.len()
}

/// The compiler that the introduction names: 本报告由某县人民政府办公室编制.
pub(super) fn compiler(text: &str) -> Option<Range<usize>> {
    ["报告由", "年报由", "报告系由"].iter().find_map(|words| {
        let start = text.find(words)? + words.len();
        let name = subject(&text[start..])?;
        Some(start..start + principal(name).len())
    })
}

/// The body that an introduction opens with, or that it says compiled the report.
pub(super) fn introduced(text: &str) -> Option<Range<usize>> {
    const CLAUSES: usize = 24;
    let made = ["编制", "组织编", "特编制", "现将", "现公布", "现发布", "综合", "汇总"];
    let starts = text.match_indices([',', '。', ';']).take(CLAUSES).map(|(at, mark)| at + mark.len());
    std::iter::once(0).chain(starts).find_map(|start| {
        let name = subject(&text[start..])?;
        let rest = &text[start + name.len()..];
        let opens = start == 0 && ["根据", "按照", "依据", "依照"].iter().any(|word| rest.starts_with(word));
        let makes = opens || made.iter().any(|word| rest.starts_with(word));
        makes.then(|| start..start + principal(name).len())
    })
}

/// The office to ask: 请与某局办公室联系.
pub(super) fn contact(text: &str) -> Option<Range<usize>> {
    const LONGEST: usize = 40;
    let at = text.find("联系")?;
    let before = text[..at].char_indices().rev().take(300).filter(|(_, c)| matches!(c, '与' | '向' | '和'));
    let start = before.map(|(at, c)| at + c.len_utf8()).find(|&start| {
        let end = text[start..].find(|c| is_stop(c) || c == '联').map_or(text.len(), |end| start + end);
        let name = &text[start..end];
        name.chars().count() <= LONGEST && is_body(name)
    })?;
    let end = start + text[start..].find(|c| is_stop(c) || c == '联')?;
    Some(start..start + principal(&text[start..end]).len())
}

/// Whether a name found outside of a title agrees with how the report calls its body.
pub(super) fn agrees(name: &str, own: Option<Own>) -> bool {
    own.is_none_or(|own| own.fits(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_cited_in_introductions() {
        let text = "根据《条例》要求,现公布甲县丙镇2019年政府信息公开工作年度报告。";
        let title = cited_title(text).map(|title| (&text[title.body], title.year));
        assert_eq!(title, Some(("甲县丙镇", Some(2019))));
        assert_eq!(cited_title("《关于政府信息公开工作年度报告有关事项的通知》"), None);
        assert_eq!(cited_title("甲办公室关于2021年政府信息公开工作年度报告有关事项的通知"), None);
    }

    #[test]
    fn the_compiler_speaks_for_the_government() {
        let text = "本报告由甲县人民政府办公室根据《条例》编制";
        assert_eq!(compiler(text).map(|at| &text[at]), Some("甲县人民政府"));
        assert_eq!(compiler("本报告由总体情况、主动公开情况组成"), None);
    }

    #[test]
    fn the_introduction_may_have_the_body_as_its_subject() {
        for (text, name) in [
            ("甲县水利局根据《条例》要求,编制本报告。", Some("甲县水利局")),
            ("根据《条例》,甲县人民政府办公室组织编制了本报告。", Some("甲县人民政府")),
            ("根据国务院办公厅要求,现公布年度报告。", None),
        ] {
            assert_eq!(introduced(text).map(|at| &text[at]), name, "{text}");
        }
    }

    #[test]
    fn the_contact_names_the_body() {
        let text = "如有疑问,请与甲县水利局办公室联系(地址:河边路5号)";
        assert_eq!(contact(text).map(|at| &text[at]), Some("甲县水利局"));
    }
}
