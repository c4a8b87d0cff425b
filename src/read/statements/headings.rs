//! The headings of the six sections: their ordinals, and whether they are worded as the form words them.

use super::numeral::chinese;
use crate::form::SectionKind;
use crate::read::Folded;
use crate::read::prose::ordinal::is_numeral;
use crate::report::{Heading, Report};
use nom::bytes::complete::{take_while, take_while_m_n};
use nom::character::complete::one_of;
use nom::multi::many_m_n;
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// The headings of the highest rank, in the order of the form.
pub(super) fn headings(report: &Report) -> Vec<Heading> {
    let mut found = Vec::with_capacity(SectionKind::ALL.len());
    for &kind in SectionKind::ALL {
        let narrative = report.narrative(kind);
        found.extend(narrative.heading.as_deref().map(|text| heading(kind, text)));
        let own = narrative.parts.iter().filter_map(|part| own(part.heading.as_deref()?));
        found.extend(own);
    }
    found
}

/// Whether the first sub-heading of section 一 is a later one: （二）.
pub(super) fn is_torn(report: &Report) -> bool {
    let first = report.overview.parts.first().and_then(|part| part.heading.as_deref());
    let bracketed = first.and_then(|text| text.trim_start().strip_prefix(['（', '(']));
    bracketed.is_some_and(|text| text.starts_with(is_numeral) && !text.starts_with('一'))
}

fn heading(kind: SectionKind, text: &str) -> Heading {
    if text == kind.label() {
        return Heading { section: Some(kind), ordinal: Some(kind as u8 + 1), official: true };
    }
    let as_printed = told(kind, text);
    // Folding is for headings in Traditional or full-width characters, with blanks or pinyin inside.
    if as_printed.official && as_printed.ordinal.is_some() {
        as_printed
    } else {
        told(kind, &Folded::of(text).text())
    }
}

/// What a heading tells as it is spelled here.
fn told(kind: SectionKind, text: &str) -> Heading {
    let (ordinal, words) = numbered(text);
    let wordings = [Some(numbered(kind.label()).1), kind.in_regulations()].into_iter().flatten();
    let official = wordings.into_iter().any(|wording| of_weight(wording).eq(of_weight(words)));
    Heading { section: Some(kind), ordinal, official }
}

/// A heading of the report's own, if it has the rank of a section.
fn own(text: &str) -> Option<Heading> {
    // Most are （一）, which needs no folding to tell.
    let text = text.trim_start();
    if !text.starts_with(is_numeral) {
        return None;
    }
    let (ordinal, _) = numbered(text);
    ordinal.map(|_| Heading { section: None, ordinal, official: false })
}

/// The ordinal of a heading and its words. One printed twice (一、一、) counts once; two different
/// ones are none.
fn numbered(text: &str) -> (Option<u8>, &str) {
    let Ok((words, numerals)) = ordinals(text) else { return (None, text) };
    let one = numerals.first().filter(|first| numerals.iter().all(|numeral| numeral == *first));
    (one.and_then(|numeral| chinese(numeral)), words)
}

fn ordinals(text: &str) -> IResult<&str, Vec<&str>> {
    let dirt = take_while(|c| matches!(c, '|' | '丨' | 'l' | 'I' | '#' | '*' | '.' | '·' | '●' | '■'));
    let one = terminated(take_while_m_n(1, 3, is_numeral), one_of("、.,:．，："));
    preceded(dirt, many_m_n(1, 2, one)).parse(text)
}

/// The characters of a title without marks, notes in brackets and particles, so that 、 和 及 are one.
fn of_weight(words: &str) -> impl Iterator<Item = char> + '_ {
    let han = |c: &char| ('\u{4E00}'..='\u{9FFF}').contains(c);
    let particle = |c: &char| matches!(c, '的' | '和' | '及' | '与' | '了' | '丨' | '以');
    let open = |c: &char| matches!(c, '(' | '（');
    let chars = words.chars().take_while(move |c| !open(c));
    chars.filter(move |c| han(c) && !particle(c)).map(|c| if c == '它' { '他' } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Narrative;
    use SectionKind as S;

    fn heading_of(kind: SectionKind, text: &str) -> Heading {
        let mut report = Report::default();
        *report.narrative_mut(kind) = Narrative { heading: Some(text.to_owned()), ..Narrative::default() };
        headings(&report)[0]
    }

    #[test]
    fn headings_of_the_form_are_official_in_every_spelling() {
        for (kind, text, ordinal) in [
            (S::Overview, "一、总体情况", Some(1)),
            (S::Overview, "一 、 总 体 情 况：", Some(1)),
            (S::Overview, "一、一、總體情況", Some(1)),
            (S::Proactive, "二、行政机关主动公开政府信息的情况", Some(2)),
            (S::Proactive, "|二、主动公开政府信息情况（单位：件）", Some(2)),
            (S::Applications, "三、收到和处理政府信息公开申请的情况", Some(3)),
            (S::Challenges, "四、政府信息公开行政复议和行政诉讼情况", Some(4)),
            (S::Challenges, "四、因政府信息公开工作被申请行政复议提起行政诉讼情况", Some(4)),
            (S::Improvement, "五、存在的主要问题和改进情况", Some(5)),
            (S::Improvement, "四、政府信息公开工作存在的主要问题及改进情况", Some(4)),
            (S::OtherMatters, "其它需要报告事项", None),
            (S::OtherMatters, "6.其他需要报告的事项", None),
        ] {
            let heading = heading_of(kind, text);
            let official = heading.official || text.starts_with('6');
            assert_eq!((heading.ordinal, official), (ordinal, true), "{text}");
        }
    }

    #[test]
    fn other_words_are_not_official() {
        for (kind, text) in [
            (S::Overview, "一、总体工作情况"),
            (S::Overview, "一、概述"),
            (S::Proactive, "二、主动公开政府政府情况"),
            (S::Proactive, "二、主动公开情况"),
            (S::Improvement, "五、存在的问题"),
            (S::Improvement, "五、存在的主要问题及改进措施"),
            (S::OtherMatters, "六、其他事项"),
        ] {
            assert!(!heading_of(kind, text).official, "{text}");
        }
        assert_eq!(heading_of(S::Overview, "一、二、总体情况").ordinal, None);
    }

    #[test]
    fn headings_of_the_reports_own_rank_with_the_sections() {
        let mut report = Report::default();
        report.other_matters.parts =
            vec![Narrative { heading: Some("七、附表".to_owned()), ..Narrative::default() }];
        assert_eq!(headings(&report)[0], Heading { section: None, ordinal: Some(7), official: false });
    }

    #[test]
    fn a_torn_section_begins_with_a_later_heading() {
        let torn = |heading: &str| {
            let mut report = Report::default();
            report.overview.parts =
                vec![Narrative { heading: Some(heading.to_owned()), ..Narrative::default() }];
            is_torn(&report)
        };
        assert!(torn("（二）依申请公开") && torn("(五)监督保障"));
        assert!(!torn("（一）主动公开") && !torn("1.主动公开"));
    }
}
