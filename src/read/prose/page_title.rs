//! The title of a page: which of its lines, or two or three together, are a report's title.

use super::body::is_body_in_title;
use super::chain::has_area;
use super::heading::{Opening, heading};
use super::lines::Line;
use super::name::Name;
use super::title::{Named, Title, named};
use crate::read::fold::{Folded, folded_text};

/// How far down a page a title is looked for, in lines.
const FAR: usize = 600;

/// What a page calls itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PageTitle {
    /// The title as printed, its lines joined.
    pub(super) printed: Option<String>,
    /// The body as printed, and folded.
    pub(super) body: Option<Name>,
    /// The year.
    pub(super) year: Option<i32>,
    /// The first line after the title.
    pub(super) after: usize,
    /// The first line that opens a section, or as far as was looked.
    pub(super) end: usize,
    /// Whether the page calls itself something about reports: 解读, 通知 …
    pub(super) about: bool,
}

/// Finds the title among the lines, and in what the page calls itself outside of its body.
pub(super) fn find(lines: &[Line<'_>], head_title: Option<&str>) -> PageTitle {
    let end = first_section(&lines[..lines.len().min(FAR)]);
    let mut best: Option<(Rank, PageTitle)> = None;
    let (mut about, mut comes_first) = (false, false);
    let mut text_began = false;
    for at in 0..end {
        // A title stands before the text; a weak one, such as the name of a column, all the more.
        text_began |= lines[at].text.contains('。');
        let settled = best.as_ref().is_some_and(|((says, _), _)| *says > 1);
        if !names_a_report(lines[at].text) || text_began && settled {
            continue;
        }
        match around(&lines[..end], at) {
            Some(Found::Title((0, _), _)) if text_began => {}
            Some(Found::Title(rank, title)) if best.as_ref().is_none_or(|(best, _)| rank >= *best) => {
                best = Some((rank, title));
            }
            Some(Found::About) => {
                about = true;
                // 某县2021年…年度报告解读 links to the report further down.
                comes_first |= best.is_none() && lines[at].text.contains(['0', '〇', '○']);
            }
            _ => {}
        }
    }
    let mut title = best.map(|(_, title)| title).unwrap_or_default();
    let head = head_title.map(from_head).unwrap_or_default();
    title.about = head.about || comes_first || about && title.body.is_none() && title.year.is_none();
    // The head may name a column of the site only.
    let says = head.body.is_some() || head.year.is_some();
    title.printed = title.printed.or(head.printed.filter(|_| says));
    title.body = title.body.or(head.body).or_else(|| below(&lines[..end], title.after));
    title.year = title.year.or(head.year);
    title.end = end;
    title
}

/// The line that opens the first section or table; a table of contents does not.
fn first_section(lines: &[Line<'_>]) -> usize {
    const CONTENTS: usize = 3;
    let mut folded = Folded::default();
    let mut opening = |line: &Line<'_>| heading(line, false, &mut folded).map(|found| found.opening);
    let mut opens =
        |line: &Line<'_>| line.is_table() || opening(line).is_some_and(|opening| opening != Opening::Part);
    let Some(first) = lines.iter().position(&mut opens) else { return lines.len() };
    let run = lines[first..].iter().take_while(|line| !line.is_table() && opens(line)).count();
    if run < CONTENTS {
        return first;
    }
    let after = first + run;
    let again = lines[after..].iter().position(|line| {
        let overview = Opening::Section(crate::form::SectionKind::Overview);
        !line.is_table() && opening(line) == Some(overview)
    });
    again.map_or(first, |again| after + again)
}

/// How much a title says; then how it is marked.
type Rank = (u8, bool);

enum Found {
    Title(Rank, PageTitle),
    About,
}

fn names_a_report(text: &str) -> bool {
    const LONGEST: usize = 300;
    text.len() <= LONGEST
        && (text.contains("公开") || text.contains("公開"))
        // A sentence is no title, and a link to another year's report is not this one's.
        && !text.contains(['。', '，', ',', '；'])
        && !["上一", "下一", "相关", "相關"].iter().any(|word| text.starts_with(word))
}

/// The title that a line has a part in: the fewest lines that say the most.
fn around(lines: &[Line<'_>], at: usize) -> Option<Found> {
    const SHORT: usize = 150;
    const MOST: u8 = 2;
    let mut best: Option<(Rank, PageTitle)> = None;
    let mut about = false;
    for (before, after) in [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)] {
        let Some(start) = at.checked_sub(before) else { continue };
        let Some(window) = lines.get(start..=at + after) else { continue };
        if window.len() > 1 && window.iter().any(|line| line.text.len() > SHORT || line.is_table()) {
            continue;
        }
        // Nothing says more than body and year: then further lines only matter if the name began there.
        let torn = || before == 1 && after == 0 && is_torn(lines[start].text, best.as_ref());
        if best.as_ref().is_some_and(|((says, _), _)| *says == MOST) && !torn() {
            continue;
        }
        let printed = window.iter().map(|line| line.text).collect::<String>();
        let heading = lines[at].heading;
        match read(&printed) {
            Some(Named::Report(parts)) => {
                let title = page_title(&printed, &parts, at + after + 1);
                let says = u8::from(title.body.is_some()) + u8::from(title.year.is_some());
                if torn() || best.as_ref().is_none_or(|(best, _)| (says, heading) > *best) {
                    best = Some(((says, heading), title));
                }
            }
            Some(Named::About) if window.len() == 1 => about = true,
            _ => {}
        }
    }
    if about {
        return Some(Found::About);
    }
    best.map(|(rank, title)| Found::Title(rank, title))
}

/// Whether the name in the best title so far began on the line before: 某县市场监督 / 管理局.
fn is_torn(before: &str, best: Option<&(Rank, PageTitle)>) -> bool {
    let Some(name) = best.and_then(|(_, title)| title.body.as_ref()) else { return false };
    let before = folded_text(before);
    !has_area(&name.folded)
        && has_area(&before)
        && !is_body_in_title(&before)
        && is_body_in_title(&format!("{before}{}", name.folded))
}

fn read(printed: &str) -> Option<Named> {
    named(&folded_text(printed))
}

fn page_title(printed: &str, parts: &Title, after: usize) -> PageTitle {
    let folded = Folded::of(printed);
    let text = folded.text();
    let body = is_body_in_title(&text[parts.body.clone()]);
    PageTitle {
        printed: Some(printed.to_owned()),
        body: body.then(|| Name::at(printed, &folded, &text, parts.body.clone())),
        year: parts.year,
        after,
        ..PageTitle::default()
    }
}

/// HTML's title, which may name the site too.
fn from_head(head: &str) -> PageTitle {
    const LONGEST: usize = 600;
    let mut found = PageTitle::default();
    if head.len() > LONGEST {
        return found;
    }
    for part in head.split(['_', '|', '-', '–', '—', '>', '\n']).map(str::trim) {
        match read(part) {
            Some(Named::Report(parts)) if found.printed.is_none() => found = page_title(part, &parts, 0),
            Some(Named::About) => found.about = true,
            _ => {}
        }
    }
    found
}

/// A body's name on a line of its own under the title.
fn below(lines: &[Line<'_>], after: usize) -> Option<Name> {
    const NEAR: usize = 3;
    if after == 0 {
        return None;
    }
    lines.get(after..)?.iter().take(NEAR).find_map(|line| {
        if line.text.len() > 120 {
            return None;
        }
        let folded = Folded::of(line.text);
        let text = folded.text();
        let name = text.trim_matches(['(', ')']);
        let start = text.find(name)?;
        is_body_in_title(name).then(|| Name::at(line.text, &folded, &text, start..start + name.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::super::testing::page;
    use super::*;

    fn title(text: &str) -> (Option<String>, Option<i32>) {
        let page = page(text);
        let found = find(&lines(&page, &[]), None);
        (found.body.map(|name| name.printed), found.year)
    }

    #[test]
    fn a_title_may_stand_on_several_lines() {
        for text in [
            "首页>政务公开>2021年\n甲乙县水利局2021年政府信息公开工作年度报告\n访问量：5",
            "- 1 -\n甲乙县水利局\n2021 年政府信息公开工作年度报告\n根据",
            "甲乙县水利局\n\n关于2021年度政府信息公开工作的年度报告",
            "甲乙县水利局\n2021年度\n政府信息公开工作年度报告",
            "2021 年甲乙县水利局政府信息公开\n工作年度报告",
            "2021年政府信息公开工作年度报告\n甲乙县水利局\n（2022年1月5日）",
            "甲乙县水利\n局2021年政府信息公开工作年度报告",
        ] {
            assert_eq!(title(text), (Some("甲乙县水利局".into()), Some(2021)), "{text}");
        }
    }

    #[test]
    fn pinyin_goes_and_traditional_characters_stay() {
        assert_eq!(
            title("甲乙縣勞動(dòng)監察局2018年政府信息公開工作年度報(bào)告").0.as_deref(),
            Some("甲乙縣勞動監察局")
        );
    }

    #[test]
    fn the_head_of_the_page_may_name_what_the_lines_do_not() {
        let page = page("一、总体情况\n很好。");
        let head = "甲乙市2025年政府信息公开工作年度报告 - 甲乙市人民政府门户网站";
        let found = find(&lines(&page, &[]), Some(head));
        assert_eq!(found.body.map(|name| name.printed).as_deref(), Some("甲乙市"));
        assert_eq!(found.year, Some(2025));
        assert!(find(&lines(&page, &[]), Some("甲乙市2025年政府信息公开工作年度报告解读_甲乙市")).about);
    }
}
