//! Pages as HTML, as site editors and word processors write it.

use super::dice::Dice;
use super::page::Block;
use super::sheet::{Sheet, Slot};
use proptest::prelude::*;

/// A way to write HTML. The default is clean.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Html {
    /// Word markup: `o:p`, and spans that split labels.
    pub(crate) word: bool,
    /// `</td>` and `</tr>` are left out.
    pub(crate) unclosed: bool,
    pub(crate) upper_case: bool,
    /// Heads in `<thead>`, as `<th>`.
    pub(crate) thead: bool,
    /// Layout tables around the article.
    pub(crate) nested: bool,
    /// Blank cells hold `&nbsp;`.
    pub(crate) nbsp: bool,
    /// `<br>` inside of long labels.
    pub(crate) breaks: bool,
}

pub(crate) fn htmls() -> impl Strategy<Value = Html> {
    let flag = || prop::bool::weighted(0.3);
    (flag(), flag(), flag(), flag(), flag(), flag(), flag()).prop_map(
        |(word, unclosed, upper_case, thead, nested, nbsp, breaks)| Html {
            word,
            unclosed,
            upper_case,
            thead,
            nested,
            nbsp,
            breaks,
        },
    )
}

/// A page as HTML. `charset` is what it says of itself.
pub(crate) fn html(blocks: &[Block], style: &Html, charset: &str, mut dice: Dice) -> String {
    let mut body = String::new();
    let mut title = "";
    for block in blocks {
        match block {
            Block::Title(text) => {
                title = text;
                body.push_str(&format!("<h1>{text}</h1>\n"));
            }
            Block::Heading(text) => body.push_str(&format!("<p><strong>{}</strong></p>\n", escaped(text))),
            Block::Paragraph(text) => body.push_str(&format!("<p>{}</p>\n", escaped(text))),
            Block::Table(sheet) => table(&mut body, sheet, style, &mut dice),
        }
    }
    if style.nested {
        let side = "<td width=\"200\"><ul><li>公开指南<li>公开年报</ul></td>";
        body = format!(
            "<table width=\"100%\"><tr>{side}<td><table><tr><td>{body}</td></tr></table></td></tr></table>"
        );
    }
    let page = format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"{charset}\"><title>{title}</title></head>\n<body>\n{body}</body></html>\n"
    );
    if style.upper_case { upper(&page) } else { page }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn table(out: &mut String, sheet: &Sheet, style: &Html, dice: &mut Dice) {
    out.push_str("<table border=\"1\">\n");
    for (at, row) in sheet.rows.iter().enumerate() {
        let is_head = style.thead && at < sheet.heads;
        if is_head && at == 0 {
            out.push_str("<thead>");
        }
        out.push_str("<tr>");
        row.iter().for_each(|slot| cell(out, slot, if is_head { "th" } else { "td" }, style, dice));
        out.push_str(if style.unclosed { "\n" } else { "</tr>\n" });
        if style.thead && at + 1 == sheet.heads {
            out.push_str("</thead><tbody>\n");
        }
    }
    out.push_str(if style.thead { "</tbody></table>\n" } else { "</table>\n" });
}

fn cell(out: &mut String, slot: &Slot, tag: &str, style: &Html, dice: &mut Dice) {
    let span = |name: &str, of: usize| if of > 1 { format!(" {name}=\"{of}\"") } else { String::new() };
    let inner = match slot.text.as_str() {
        "" if style.nbsp => "&nbsp;".to_owned(),
        text => content(text, style, dice),
    };
    let inner = if style.word {
        format!("<p class=\"MsoNormal\" align=\"center\"><span lang=\"EN-US\">{inner}<o:p></o:p></span></p>")
    } else {
        inner
    };
    out.push_str(&format!("<{tag}{}{}>{inner}", span("colspan", slot.columns), span("rowspan", slot.rows)));
    if !style.unclosed {
        out.push_str(&format!("</{tag}>"));
    }
}

/// The text of a cell, split by spans and breaks.
fn content(text: &str, style: &Html, dice: &mut Dice) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = dice.below(chars.len().max(1));
    let (left, right) = chars.split_at(at.min(chars.len()));
    let [left, right] = [left, right].map(|part| escaped(&part.iter().collect::<String>()));
    match (style.word, style.breaks && chars.len() > 8) {
        (_, true) => format!("{left}<br>{right}"),
        (true, _) => format!("{left}</span><span style=\"font-family:宋体\">{right}"),
        _ => left + &right,
    }
}

/// Tags and attributes in upper case, text as it is.
fn upper(page: &str) -> String {
    let mut in_tag = false;
    let turn = |c: char| {
        in_tag = (in_tag || c == '<') && c != '>';
        if in_tag { c.to_ascii_uppercase() } else { c }
    };
    page.chars().map(turn).collect()
}
