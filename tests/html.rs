//! Web pages as they are published, malformed in all the ways that are known, against what a browser
//! shows of them.

#![cfg(feature = "html")]

use gongkai::source::{Document, PieceKind, document};
use gongkai::{Error, Options};
use proptest::prelude::*;
use std::fmt::Write;

/// The tape as text: `(…)` after a cell is its column and its spans where they are not what they
/// would be in a plain table, `/` a line end in a cell.
fn dump(document: &Document) -> String {
    let (mut out, mut column) = (String::new(), 0);
    for piece in &document.pieces {
        let text = document.piece_text(piece).replace('\n', " / ");
        match piece.kind {
            PieceKind::Line => writeln!(out, "{text}"),
            PieceKind::Heading => writeln!(out, "# {text}"),
            PieceKind::Table => write!(out, "[table]"),
            PieceKind::Row => {
                column = 0;
                write!(out, "\n-")
            }
            PieceKind::Cell { column: at, columns, rows } => {
                let mut notes = Vec::new();
                notes.extend((at != column).then(|| format!("column {at}")));
                notes.extend((columns > 1).then(|| format!("{columns} columns")));
                notes.extend((rows > 1).then(|| format!("{rows} rows")));
                column = at + columns;
                let notes = if notes.is_empty() { String::new() } else { format!("({})", notes.join(", ")) };
                write!(out, " {text}{notes} |")
            }
            PieceKind::TableEnd => writeln!(out, "\n[end]"),
            other => panic!("no page has a {other:?}"),
        }
        .expect("a string takes it");
    }
    out
}

fn read(html: &str) -> Document<'static> {
    let document = document(html, &Options::default()).expect("the page is read");
    Document { text: document.text.into_owned().into(), ..document }
}

fn shows(html: &str, expected: &str) {
    let blanks = |text: &str| text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let lines = |text: &str| text.trim().lines().map(|line| blanks(line) + "\n").collect::<String>();
    let (is, expected) = (lines(&dump(&read(html))), lines(expected));
    assert!(is == expected, "of\n{html}\nis\n{is}\nand not\n{expected}");
}

/// A table of two rows and two columns, whatever is missing in its markup.
const PLAIN: &str = "
    [table]
    - 行政许可 | 7 |
    - 行政处罚 | 8 |
    [end]";

#[test]
fn end_tags_may_be_missing() {
    shows("<table><tr><td>行政许可<td>7<tr><td>行政处罚<td>8</table>", PLAIN);
    shows("<table><tr><td>行政许可<td>7<tr><td>行政处罚<td>8", PLAIN);
    shows("<table><td>行政许可<td>7<tr><td>行政处罚<td>8", PLAIN);
    shows("<table><tbody><tr><td><p>行政许可<td><p>7<p><tr><td><div>行政处罚<td>8</div>", PLAIN);
    shows("<p>一<p>二<li>三<li>四<dd>五", "一\n二\n三\n四\n五");
}

#[test]
fn cells_and_rows_without_a_table_are_text() {
    shows("<div><tr><td>行政许可</td><td>7</td></tr></div>", "行政许可7");
    shows("<tr><td>行政许可</td></tr><p>7", "行政许可\n7");
}

#[test]
fn a_fragment_is_a_page() {
    shows("<p>一、总体情况</p>正文", "一、总体情况\n正文");
    shows("正文<table><tr><td>行政许可<td>7</table>后", "正文\n[table]\n- 行政许可 | 7 |\n[end]\n后");
}

#[test]
fn forms_around_rows_do_not_matter() {
    shows(
        "<table><form><tr><td>行政许可<td>7</tr></form><form><tr><td>行政处罚</td><td>8</td></tr></form></table>",
        PLAIN,
    );
}

#[test]
fn stray_end_tags_do_not_matter() {
    shows(
        "<table><tr></p><td>行政许可</span></td></div><td>7</b></td></td></tr></tr>
         <tr><td>行政处罚</td></tbody><td>8</td></tr></table></table></td>",
        "[table]\n- 行政许可 | 7 |\n- 行政处罚 |\n- 8 |\n[end]",
    );
    shows("</td></tr><table><tr><td>行政许可<td>7</i><tr><td></h1>行政处罚<td>8</table>", PLAIN);
    // As the standard has it, a stray </p> makes a paragraph and a stray </br> a line end.
    shows("一<p></p></p>二</br>三", "一\n二\n三");
}

#[test]
fn text_between_rows_stands_before_the_table() {
    shows(
        "<table>单位：件<tr><td>行政许可<td>7<tr>甲<td>行政处罚<td>8</table>",
        &format!("单位：件甲{PLAIN}"),
    );
    shows("<table><tr><td>行政许可<td>7<tr><p>乙</p><td>行政处罚<td>8</table>", &format!("乙{PLAIN}"));
}

#[test]
fn a_table_in_a_table_opens_a_new_one() {
    // It stands in no cell, so it ends the first one.
    shows(
        "<table><tr><td>行政许可<td>7<tr><table><tr><td>行政处罚<td>8</table>",
        "[table]\n- 行政许可 | 7 |\n-\n[end]\n[table]\n- 行政处罚 | 8 |\n[end]",
    );
}

#[test]
fn an_inner_table_that_is_never_closed_loses_nothing() {
    shows(
        "<table><tr><td>行政许可</td><td>6</td></tr>
         <tr><td>行政处罚</td><td>5<table><tr><td>行政强制</td><td>9</td></tr>
         <tr><td>合计</td><td>20</td></tr></table>",
        "[table]
         - 行政许可 | 6 |
         - 行政处罚 | 5 |
         [end]
         [table]
         - 行政强制 | 9 |
         - 合计 | 20 |
         [end]",
    );
    // Without any plain row there is nothing that tells it from layout: its text is lines.
    shows(
        "<table><tr><td>行政处罚<td>5<table><tr><td>行政强制<td>9",
        "行政处罚\n5\n[table]\n- 行政强制 | 9 |\n[end]",
    );
}

#[test]
fn rows_after_an_inner_table_keep_their_columns() {
    shows(
        "<table><tr><td rowspan=3>许可<td>新收<td>1
         <tr><td>结转<td>2<table><tr><td>甲<td>乙</table>
         <tr><td>总计<td>3</table>",
        "[table]
         - 许可(3 rows) | 新收 | 1 |
         - 结转(column 1) | 2 |
         [end]
         [table]
         - 甲 | 乙 |
         [end]
         [table]
         - 总计(column 1) | 3 |
         [end]",
    );
}

#[test]
fn a_number_in_a_table_of_its_own_is_the_cells() {
    shows(
        "<table><tr><td>行政许可<td><table><tr><td>7</table><tr><td>行政处罚<td><table><tr><td><p>8</table></table>",
        PLAIN,
    );
}

#[test]
fn attributes_may_be_unquoted_and_tags_upper_case() {
    shows(
        "<TABLE BORDER=1><TR><TD COLSPAN=2 ALIGN=center>第二十条第（五）项</TD></TR>
         <TR><TD WIDTH=50% CLASS=a/b>行政许可</TD><TD ROWSPAN='1' colspan=\" +1x\">7</TD></TR></TABLE>",
        "[table]\n- 第二十条第（五）项(2 columns) |\n- 行政许可 | 7 |\n[end]",
    );
}

#[test]
fn word_markup_is_no_text() {
    shows(
        "<?xml:namespace prefix = o ns = \"urn:schemas-microsoft-com:office:office\" />
         <!--[if gte mso 9]><xml><w:WordDocument>甲</w:WordDocument></xml><![endif]-->
         <table class=MsoNormalTable><![if !supportMisalignedColumns]><tr height=0><td width=10></td><td></td></tr>
         <![endif]><tr><td><p class=MsoNormal><span lang=EN-US>行政许可<o:p></o:p></span></p></td>
         <td><p class=MsoNormal align=center><span style='mso-spacerun:yes'> </span>7<o:p>&nbsp;</o:p></p></td></tr></table>",
        "[table]\n- | |\n- 行政许可 | 7 |\n[end]",
    );
}

#[test]
fn entities_are_what_they_stand_for() {
    shows(
        "<p>&#x96F6;&#38646;&amp;lt;&lt;&nbsp甲&#xA0;乙&hellip;&#xD800;&#0;&notanentity;&amp",
        "零零&lt;<\u{a0}甲\u{a0}乙…\u{fffd}\u{fffd}¬anentity;&",
    );
    shows(
        "<table><tr><td COLSPAN='&#50;'>甲<tr><td>一<td>&nbsp;<tr><td>&#160;&#xa0;<td>&nbsp2</table>",
        "[table]\n- 甲(2 columns) |\n- 一 | |\n- | 2 |\n[end]",
    );
}

#[test]
fn spans_are_read_as_browsers_read_them() {
    shows(
        "<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3<tbody><tr><td>乙<td>4</table>",
        "[table]
         - 甲(3 rows) | 1 |
         - 2(column 1) |
         - 3(column 1) |
         - 乙 | 4 |
         [end]",
    );
    // A cell does not reach into the next group, nor past the last row.
    shows(
        "<table><thead><tr><td rowspan=9>甲<td>1<tbody><tr><td>乙<td rowspan=2>4</table>",
        "[table]\n- 甲 | 1 |\n- 乙 | 4 |\n[end]",
    );
    shows(
        "<table><tr><td colspan=1000000>甲<td colspan=0>乙<td colspan=-3>丙<td colspan=x>丁<td rowspan=x colspan=' 2.9em'>戊</table>",
        "[table]\n- 甲(1000 columns) | 乙 | 丙 | 丁 | 戊(2 columns) |\n[end]",
    );
}

#[test]
fn rows_may_disagree_about_colspan() {
    shows(
        "<table><tr><td>甲<td>乙<td colspan=2>丙<td>丁<tr><td>1<td colspan=2>2<td>3<td colspan=2>4</table>",
        "[table]\n- 甲 | 乙 | 丙(2 columns) | 丁 |\n- 1 | 2(2 columns) | 3 | 4(2 columns) |\n[end]",
    );
}

#[test]
fn a_wide_cell_may_overlap_a_tall_one() {
    shows(
        "<table><tr><td>甲<td rowspan=3>乙<td>丙<tr><td colspan=2>丁<td>戊<tr><td>己<td>庚</table>",
        "[table]
         - 甲 | 乙(3 rows) | 丙 |
         - 丁(2 columns) | 戊 |
         - 己 | 庚(column 2) |
         [end]",
    );
}

#[test]
fn a_table_cut_in_two_is_two() {
    shows(
        "<table><tr><td>行政许可<td>7</table><table><tr><td>行政处罚<td>8</table>",
        "[table]\n- 行政许可 | 7 |\n[end]\n[table]\n- 行政处罚 | 8 |\n[end]",
    );
}

#[test]
fn parts_stand_in_the_order_shown() {
    shows(
        "<table><tfoot><tr><td>总计<td>15</tfoot><tbody><tr><td>行政许可<td>7<tbody><tr><td>行政处罚<td>8</tbody>
         <thead><tr><th>事项<th>件数</thead><caption>表一</caption></table>",
        "表一
         [table]
         - 事项 | 件数 |
         - 行政许可 | 7 |
         - 行政处罚 | 8 |
         - 总计 | 15 |
         [end]",
    );
    shows(
        "<table><caption>表<br>一</caption><thead><tr><th>事项<th>件数<tbody><tr><td>行政许可<td>7<tfoot><tr><td>总计<td>7</table>",
        "表\n一\n[table]\n- 事项 | 件数 |\n- 行政许可 | 7 |\n- 总计 | 7 |\n[end]",
    );
}

/// An article of several paragraphs.
fn article() -> String {
    let paragraph = "本年度围绕中心工作推进政务公开，完善制度，优化平台，加强监督，回应关切，各项工作取得新的进展，公众满意度有所提升。";
    format!("<p>一、总体情况</p><p>{paragraph}</p><p>{paragraph}</p><p>{paragraph}</p>")
}

fn article_lines() -> String {
    article().replace("<p>", "").replace("</p>", "\n")
}

#[test]
fn a_table_around_the_article_is_layout() {
    shows(
        &format!(
            "<table><tr><td>首页</td></tr><tr><td>{}<table><tr><td>行政许可<td>7</table>后</td></tr></table>",
            article()
        ),
        &format!("首页\n{}[table]\n- 行政许可 | 7 |\n[end]\n后", article_lines()),
    );
    shows(
        &format!("<table><tr><td>导航<br>要闻</td><td>{}</td></tr></table>", article()),
        &format!("导航\n要闻\n{}", article_lines()),
    );
    // Tables for layout in tables for layout.
    shows(
        "<table><tr><td>左<td><table><tr><td><table><tr><td>行政许可<td>7<tr><td>行政处罚<td>8</table></table></table>",
        &format!("左{PLAIN}"),
    );
}

#[test]
fn a_box_over_the_article_stays_a_table() {
    shows(
        &format!(
            "<table><tr><td>索引号<td>甲一<tr><td>发布日期<td>一月<tr><td colspan=2>{}<tr><td>附件<td>无</table>",
            article()
        ),
        &format!(
            "[table]\n- 索引号 | 甲一 |\n- 发布日期 | 一月 |\n[end]\n{}[table]\n- 附件 | 无 |\n[end]",
            article_lines()
        ),
    );
}

#[test]
fn paragraphs_and_line_ends_in_labels_are_no_layout() {
    shows(
        "<table><tr><td><p>商业</p><p>企业</p></td><td>科研<br/>机构</td><td>\n  <div>其他</div>\n</td></tr>
         <tr><td><p>（二）部分公开</p><p>（区分处理的，只计这一情形，不计其他答复）</p><td>3<td>  4\n 件 </table>",
        "[table]
         - 商业 / 企业 | 科研 / 机构 | 其他 |
         - （二）部分公开 / （区分处理的，只计这一情形，不计其他答复） | 3 | 4 件 |
         [end]",
    );
}

#[test]
fn a_table_of_one_column_and_a_blank_one_are_layout() {
    shows("<table><tr><td>某市年报</td></tr><tr><td>&nbsp;<tr><td>二</table>", "某市年报\n二");
    shows("一<table><tr><td>&nbsp;<td> </table>二", "一\n二");
}

#[test]
fn blocks_end_lines_and_inline_elements_join() {
    shows(
        "<div>一<span>二</span> <b>三</b>\n\t四<p><br>五<img alt=六>七<br>八</p>九</div><ul><li>十</ul>",
        "一二 三 四\n五七\n八\n九\n十",
    );
    shows("<h2>二、<span>主动</span>公开</h2><h1><br>题<br>目</h1>文<p>", "# 二、主动公开\n# 题\n# 目\n文");
    shows("<div><header>头</header><nav>航</nav><footer>尾</footer>", "头\n航\n尾");
}

#[test]
fn preformatted_text_keeps_its_lines() {
    let page = read("<p><pre>\n一  二\n\n  三\t四</pre>五\n六");
    assert_eq!(dump(&page), "一  二\n  三\t四\n五 六\n");
    shows(
        "<div style='color:red; WHITE-SPACE : pre-wrap'>一\n二<p style='white-space:normal'>三\n四</div>",
        "一\n二\n三 四",
    );
}

#[test]
fn what_no_reader_sees_is_no_text() {
    shows(
        "<head><title>题</title><style>p{}</style></head><p>一<!-- 甲 --><script>document.write('<p>乙')</script>
         <noscript>丙</noscript><select><option>丁</select><textarea>戊</textarea><iframe>己</iframe>
         <template><p>庚</template><object>辛</object><p hidden>壬<p style='display : NONE'>癸<p style='display:none;display:block'>二",
        "一\n二",
    );
}

#[test]
fn hidden_cells_take_no_column() {
    shows(
        "<table><tr style=display:none><td>甲<td>乙<tr><td>行政许可<td hidden>6<td>7<tr><td>行政处罚<td>8</table>",
        PLAIN,
    );
}

#[test]
fn a_page_that_hides_all_its_tables_shows_them() {
    shows(
        "<p>二<div style='display:none'><table><tr><td>行政许可<td>7<tr><td>行政处罚<td>8</table></div>",
        &format!("二{PLAIN}"),
    );
}

#[test]
fn the_title_of_the_head_is_kept() {
    let page = read("<html><head><TITLE>\n 某市年报 -\n某市政府 </TITLE><body><title>又</title><p>一");
    assert_eq!(page.head_title.as_deref(), Some("某市年报 - 某市政府"));
    assert_eq!(dump(&page), "一\n");
}

#[test]
fn pieces_know_their_lines() {
    let page = read(
        "<!doctype html>\n<p>一\n<p>\n\n二\n三<table>\r\n<tr>\r\n<td>甲</td>\n<td>\n乙</td></table>\n四",
    );
    let lines: Vec<_> = page.pieces.iter().map(|piece| (page.piece_text(piece), piece.line)).collect();
    let expected = [("一", 2), ("二 三", 5), ("", 7), ("", 7), ("甲", 8), ("乙", 9), ("", 0), ("四", 11)];
    assert_eq!(lines, expected);
}

#[test]
fn limits_stop_hostile_pages() {
    let over = |html: &str, limit: &str| {
        let started = std::time::Instant::now();
        let mut options = Options::default();
        options.limits.cells = 10_000;
        let error = document(html, &options).expect_err("it is over a limit");
        assert!(matches!(error, Error::TooLarge { limit: is, .. } if is == limit), "{error}");
        assert!(started.elapsed().as_secs() < 10);
    };
    for tag in ["<div>", "<b>", "<font>", "<table><tr><td>", "<a><div>"] {
        over(&format!("<p>{}", tag.repeat(100_000)), "depth");
    }
    let formats: String = (0..500).map(|number| format!("<b id={number}>")).collect();
    over(&format!("<p>{formats}{}", "<p>x".repeat(10_000)), "elements");
    let attributes: String = (0..200_000).map(|number| format!("a{number}/")).collect();
    over(&format!("<p>一<p {attributes}>二"), "attributes");
    over(&format!("<table>{}", "<td>".repeat(10_001) + "x"), "cells");
}

#[test]
fn a_picture_or_a_long_comment_is_no_hostile_tag() {
    let data = "iVBOR/w0KG+go/AAAA".repeat(20_000);
    let page =
        format!("<p>一<img src='data:image/png;base64,{data}' alt=x><!-- {data} a b c <b {data} --><p>二");
    shows(&page, "一\n二");
}

#[test]
fn hostile_pages_within_limits_end_soon() {
    let started = std::time::Instant::now();
    read(&format!("<p>{}", "<b><i><p></b>".repeat(1000)));
    read(&format!("<p>{}", "<table>".repeat(20_000)));
    read(&format!("<p>{}", "<table><b>".repeat(1000)));
    read(&format!("<table><tr>{}", "<td colspan=1000000 rowspan=0>x".repeat(5_000)));
    read(&format!("<table>{}", "<tr><td colspan=1000000 rowspan=99999>x".repeat(5_000)));
    read(&format!("<table><tr>{}", "<td>x".repeat(20_000) + &"<tr><td>x<td>".repeat(10_000)));
    read(&format!("<p>{}", "<a>x".repeat(10_000)));
    read(&format!("<p>{}", "<p><b><i>x</b>".repeat(100)));
    read(&format!("<p>{}", "x<table>".repeat(100) + &"<br>x".repeat(20_000)));
    read(&format!("<div>{}", "</p></i></td>".repeat(20_000)));
    read(&format!("<div>{}", "&amp;&#x;&#xffffffff;&nbsp".repeat(10_000)));
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

const TAGS: [&str; 44] = [
    "table",
    "table",
    "tr",
    "tr",
    "td",
    "td",
    "td",
    "th",
    "tbody",
    "thead",
    "tfoot",
    "caption",
    "colgroup",
    "col",
    "p",
    "div",
    "span",
    "b",
    "i",
    "a",
    "font",
    "nobr",
    "br",
    "hr",
    "h1",
    "h2",
    "ul",
    "li",
    "dl",
    "dd",
    "form",
    "button",
    "input",
    "pre",
    "xmp",
    "center",
    "svg",
    "math",
    "mtext",
    "foreignObject",
    "body",
    "html",
    "o:p",
    "marquee",
];

/// A start or end tag, or a text, of which only the blanks matter: its character will be its number.
fn token() -> impl Strategy<Value = String> {
    let attributes = prop_oneof![
        4 => Just(String::new()),
        1 => (0..4, 0..4).prop_map(|(columns, rows)| format!(" colspan={columns} rowspan={rows}")),
    ];
    prop_oneof![
        4 => (proptest::sample::select(&TAGS[..]), attributes).prop_map(|(tag, with)| format!("<{tag}{with}>")),
        2 => proptest::sample::select(&TAGS[..]).prop_map(|tag| format!("</{tag}>")),
        3 => proptest::sample::select(&["@", " @ ", "@\n", "&nbsp;@", "\t", "<!--x-->", "@&amp"][..])
            .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tag_soup_loses_and_doubles_nothing(tokens in prop::collection::vec(token(), 0..60), padding in 3600..4100_usize) {
        let mut number = 0x4e00;
        let mut html = String::from("<div>");
        for token in tokens {
            for c in token.chars() {
                let han = char::from_u32(number).filter(|_| c == '@');
                number += u32::from(han.is_some());
                html.push(han.unwrap_or(c));
            }
        }
        let page = read(&html);
        let mut seen: Vec<char> = Vec::new();
        for piece in &page.pieces {
            seen.extend(page.piece_text(piece).chars().filter(|c| ('\u{4e00}'..'\u{9fff}').contains(c)));
        }
        seen.sort_unstable();
        let all: Vec<char> = (0x4e00..number).filter_map(char::from_u32).collect();
        prop_assert_eq!(seen, all, "{}", html);
        // The parser is fed in chunks: it must not matter where they end.
        let padded = read(&format!("<!--{}-->{html}", "-".repeat(padding)));
        prop_assert_eq!(dump(&page), dump(&padded));
    }

    #[test]
    fn no_text_is_a_panic(text in "(<[a-z/!?]{0,2}(table|td|tr|p|select|template|svg|style|title|frameset|b)?( [a-z]*=?[\"'0-9]*)?>?|&#?[a-zx0-9]{0,4};?|[ \\n\r\0一二]|\\PC){0,40}") {
        let _ = document(&format!("<p>{text}"), &Options::default());
    }
}

/// The break of a page tears rows in two: the label beside blanks, the numbers beside no label.
mod torn {
    use gongkai::form::{Applicant, Cell, Row};
    use gongkai::{Options, Reading, read_str};

    const SAMPLE: &str = include_str!("../examples/data/sample.html");
    const LABEL: &str = "<td>2.其他法律行政法规禁止公开</td>";
    const TOTAL: Cell = Cell::Applications(Row::ProhibitedByLaw, Applicant::Total);

    /// The sample with one row of zeros torn, and `numbers` in its place.
    fn read(numbers: [u64; 7], numbers_first: bool) -> Reading {
        let whole = format!("{LABEL}{}", "<td>0</td>".repeat(7));
        assert!(SAMPLE.contains(&whole));
        let label = format!("{LABEL}{}", "<td></td>".repeat(7));
        let numbers = numbers.map(|number| format!("<td>{number}</td>")).concat();
        let numbers = format!("<td></td>{numbers}");
        let (first, second) = if numbers_first { (numbers, label) } else { (label, numbers) };
        let page = SAMPLE.replace(&whole, &format!("{first}</tr><tr>{second}"));
        read_str(&page, &Options::default()).expect("a report")
    }

    #[test]
    fn halves_are_put_together_if_the_sums_prove_it() {
        for numbers_first in [false, true] {
            let reading = read([0; 7], numbers_first);
            assert_eq!(reading.report.get(TOTAL).count(), Some(0));
            assert!(reading.evidence.inferred.contains(&TOTAL));
            assert!(gongkai::check(&reading).findings.is_empty());
        }
    }

    #[test]
    fn numbers_between_two_rows_of_blanks_are_neithers() {
        let next = "<td>3.危及“三安全一稳定”</td>";
        let blanks = "<td></td>".repeat(7);
        let zeros = "<td>0</td>".repeat(7);
        let torn = format!("{LABEL}{blanks}</tr><tr><td></td>{zeros}</tr><tr>{next}{blanks}</tr>");
        let whole = format!("{LABEL}{zeros}</tr>\n<tr>{next}{zeros}</tr>");
        assert!(SAMPLE.contains(&whole));
        let page = SAMPLE.replace(&whole, &torn);
        let reading = read_str(&page, &Options::default()).expect("a report");
        assert!(matches!(reading.report.get(TOTAL), gongkai::report::Entry::Unreadable(_)));
        assert!(reading.evidence.inferred.is_empty());
    }

    #[test]
    fn what_was_read_before_stays() {
        let rows = format!("<table><tr>{LABEL}{}</tr>", "<td></td>".repeat(7));
        let rows = format!("{rows}<tr><td></td>{}</tr></table>", "<td>4</td>".repeat(7));
        let reading = read_str(&format!("{SAMPLE}{rows}"), &Options::default()).expect("a report");
        assert_eq!(reading.report.get(TOTAL).count(), Some(0));
    }

    #[test]
    fn else_the_row_is_neither_blank_nor_read() {
        for numbers_first in [false, true] {
            let reading = read([2, 0, 0, 0, 0, 0, 2], numbers_first);
            assert!(matches!(reading.report.get(TOTAL), gongkai::report::Entry::Unreadable(_)));
            assert!(gongkai::check(&reading).findings.is_empty());
        }
    }
}
