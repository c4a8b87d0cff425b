//! What may stand after a title on its line, in folded text.

use super::title::year;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::char;
use nom::combinator::{map, opt};
use nom::multi::many_m_n;
use nom::sequence::{delimited, pair, terminated};
use nom::{IResult, Parser};

/// What may stand after a title on its line.
#[derive(Debug, Clone, Copy)]
pub(super) enum Suffix {
    Nothing,
    Year(i32),
    /// Words in brackets, with their length.
    Body(usize),
}

pub(super) fn suffix(input: &str) -> IResult<&str, Suffix> {
    let in_brackets = |input| {
        delimited(char('('), take_while_m_n(1, 24, |c| !matches!(c, '(' | ')')), char(')')).parse(input)
    };
    let bracket = map(in_brackets, |words: &str| match year(words) {
        Ok((_, year)) => Suffix::Year(year),
        Err(_) => Suffix::Body(words.len()),
    });
    let bare_year = map(terminated(year, opt(pair(char('年'), opt(char('度'))))), Suffix::Year);
    let file = alt((
        tag(".pdf"),
        tag(".docx"),
        tag(".doc"),
        tag(".wps"),
        tag("全文"),
        tag("正文"),
        tag("》"),
        tag("\""),
    ));
    let (rest, _) = opt(alt((tag("》"), tag("\"")))).parse(input)?;
    let (rest, found) = opt(alt((bracket, bare_year))).parse(rest)?;
    let (rest, _) = many_m_n(0, 2, file).parse(rest)?;
    Ok((rest, found.unwrap_or(Suffix::Nothing)))
}

/// Whether what follows the words for a report makes the text one about reports.
pub(super) fn is_about(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['》', '"', '(', '-', '_', ':', '的']);
    [
        "解读",
        "政策解读",
        "图解",
        "一图",
        "图文",
        "通知",
        "函",
        "制度",
        "部署",
        "会议",
        "培训",
        "编制",
        "格式",
        "说明",
        "指南",
        "审核",
        "评估",
        "点评",
        "工作会",
        "工作部署",
        "撰写",
        "填报",
        "报送",
        "公布的通知",
        "发布工作",
        "有关事项",
        "模板",
        "范本",
        "要求",
        "办法",
        "新闻",
        "动态",
        "整改",
    ]
    .iter()
    .any(|word| rest.starts_with(word))
}
