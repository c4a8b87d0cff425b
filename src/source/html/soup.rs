//! Random pages that nobody would write, of everything that makes reading them hard; and pages that were
//! damaged on their way. All are decided by a seed.

#[path = "../../../tests/support/dice.rs"]
mod dice;

use dice::Dice;

/// What opens or closes, over and over, in tables and in what stands around them.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "col", "p", "div", "span",
    "b", "i", "a", "font", "nobr", "u", "em", "strong", "code", "li", "ul", "ol", "dd", "dt", "dl", "h1",
    "h2", "h3", "button", "form", "select", "option", "optgroup", "input", "pre", "listing", "br", "hr",
    "img", "textarea", "title", "script", "style", "noscript", "iframe", "xmp", "object", "marquee",
    "applet", "ruby", "rb", "rt", "rp", "rtc", "html", "head", "body", "meta", "link", "center", "section",
    "dialog", "legend", "fieldset", "video", "canvas", "datalist", "o:p", "st1:chsdate", "ucapcontent",
    "image", "param", "wbr", "blockquote", "address", "search", "noembed", "noframes", "summary", "base",
];

/// What is seldom, because a page with it goes another way.
#[rustfmt::skip]
const RARE: &[&str] = &["template", "math", "plaintext", "frameset", "frame"];

/// What comes most often.
#[rustfmt::skip]
const TABLES: &[&str] = &[
    "table", "tr", "td", "td", "td", "th", "tbody", "thead", "tfoot", "p", "p", "b", "div", "span",
];

#[rustfmt::skip]
const TEXTS: &[&str] = &[
    "甲", "行政许可", "7", " ", "\n", " \n\t", "a b", "&nbsp;", "&amp", "&lt;td&gt;", "&#10;", "&#x41;",
    "&notit;", "&notin;x", "&#xD800;", "&#128;", "&unknown;", "&", "<", "< ", "</", "<3", "</>", "\r\n",
    "\r", "\u{c}", "\u{3000}", "1\n2", "]]>", "-->", "=\"", "'", "\u{feff}", "&#13;", "&nbsp", "乙\n", "\n丙",
];

#[rustfmt::skip]
const WHOLE: &[&str] = &[
    "<!-- 丁 -->", "<!---->", "<!-->", "<!--->", "<!-- a -- b --!>", "<!--<td>\n-->", "<!doctype html>",
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">", "<![CDATA[x]]>", "<?xml a?>",
    "<![if !vml]>", "<!x>", "</ x>", "<script>a<b</script>", "<script><!--<script></script>--></script>",
    "<script><!-- </script>", "<style>td{}</style>", "<title>题&amp;目</title>",
    "<textarea>\n<td></textarea>", "<iframe><p></iframe>", "<noscript><table></noscript>",
    "<xmp>\n<b>\n</xmp>", "<input type=hidden>", "<input type='HIDDEN' type=x>",
    "<table><tr><td>甲<td>7<tr><td>乙<td>8</table>", "<td>1<td>2<tr><td>3",
    "<select><option>一<option>二</select>", "<p hidden>丑</p>", "<div style='display:none'>寅</div>",
    "<b style=display:none>", "<font style='white-space:pre'>", "<ul><li>子<li>丑</ul>", "<br/>", "<p/>",
    "<svg><title>辰</title><path d='M0'/></svg>", "<svg><p>", "<a href=x>y<a>z", "<b><p>x</b>y",
    "<i><b></i>", "<caption>表", "<form><table><form><tr><td></form>", "</p>", "</br>", "</body>", "</html>",
    "</body>卯",
];

#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    "colspan=2", "colspan='3'", "COLSPAN=\"&#50;\"", "rowspan=2", "rowspan=0", "rowspan=\" +2x\"", "hidden",
    "HIDDEN=1", "style='display:none'", "style=\"DISPLAY : None\"", "style='color:red;display:block'",
    "style=\"white-space:pre\"", "style='white-space:normal'", "class=a", "id='b>c'", "title=\"</td>\"",
    "/", "=x", "a=1/b", "colspan=2 colspan=5", "style=a style='display:none'", "href=?a&lt=b", "\n",
    "x\ny=z", "\"", "style='font-family:&quot;宋体&quot;;display:none'", "align = center", "type=hidden",
    "<b", "'", "é=1",
];

/// A page of a seed.
pub(super) fn page(seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut page = String::new();
    if dice.one_in(3) {
        page.push_str("<!doctype html>");
    }
    if dice.one_in(3) {
        page.push_str("<html><head><title>题</title></head><body>");
    }
    if dice.one_in(2) {
        page.push_str("<table><tr><td>");
    }
    let most = if dice.one_in(8) { 120 } else { 28 };
    let parts = 3 + dice.below(most);
    (0..parts).for_each(|_| part(&mut page, &mut dice));
    if dice.one_in(6) {
        let cut = page.floor_char_boundary(dice.below(page.len()));
        page.truncate(cut);
    }
    page
}

fn part(page: &mut String, dice: &mut Dice) {
    match dice.below(16) {
        0..4 => page.push_str(dice.pick::<&str>(TEXTS)),
        4 => page.push_str(dice.pick::<&str>(WHOLE)),
        _ => tag(page, dice),
    }
}

fn tag(page: &mut String, dice: &mut Dice) {
    let name = match dice.below(200) {
        0 => *dice.pick(RARE),
        1..80 => *dice.pick(TABLES),
        _ => *dice.pick(NAMES),
    };
    page.push_str(if dice.one_in(3) { "</" } else { "<" });
    page.push_str(&if dice.one_in(8) { name.to_uppercase() } else { name.to_owned() });
    while dice.one_in(4) {
        page.push(*dice.pick(&[' ', ' ', ' ', '\n', '\t', '/']));
        page.push_str(dice.pick::<&str>(ATTRIBUTES));
    }
    page.push_str(if dice.one_in(20) { "/>" } else { ">" });
}

/// A page that lost, doubled or moved some of what it had.
pub(super) fn damaged(page: &str, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut page = page.to_owned();
    for _ in 0..1 + dice.below(6) {
        let at = page.floor_char_boundary(dice.below(page.len() + 1));
        let end = page.floor_char_boundary((at + 1 + dice.below(40)).min(page.len()));
        match dice.below(4) {
            0 => page.replace_range(at..end, ""),
            1 => {
                let again = page[at..end].to_owned();
                page.insert_str(at, &again);
            }
            2 => {
                let mut more = String::new();
                part(&mut more, &mut dice);
                page.insert_str(at, &more);
            }
            _ => {
                // A tag is gone.
                let begin = page[at..].find('<').map_or(at, |tag| at + tag);
                let end = page[begin..].find('>').map_or(begin, |end| begin + end + 1);
                page.replace_range(begin..end, "");
            }
        }
    }
    page
}
