//! What Word shows of a body, against the pieces that come of it.

use super::document;
use crate::source::Document;
use crate::source::testing::{dump, package};
use crate::{Error, Options};

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:mc=\"mc\" xmlns:wps=\"wps\" xmlns:v=\"v\" xmlns:r=\"r\"";

const RELATIONS: &str = "<Relationships>\
    <Relationship Id='s' Type='http://x/styles' Target='styles.xml'/>\
    <Relationship Id='n' Type='http://x/numbering' Target='/word/numbering.xml'/>\
    <Relationship Id='f' Type='http://x/footnotes' Target='footnotes.xml'/>\
    <Relationship Id='e' Type='http://x/endnotes' Target='endnotes.xml'/>\
    <Relationship Id='page' Type='http://x/aFChunk' Target='../chunk.html'/>\
    <Relationship Id='mail' Type='http://x/aFChunk' Target='../chunk.mht'/></Relationships>";

const STYLES: &str = "<w:styles xmlns:w='w'>\
    <w:style w:styleId='1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:styleId='a'><w:name w:val='own'/><w:basedOn w:val='1'/></w:style>\
    <w:style w:styleId='b'><w:name w:val='plain'/><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>\
    <w:style w:styleId='n'><w:name w:val='numbered'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
    <w:style w:styleId='h'><w:name w:val='secret'/><w:rPr><w:vanish/></w:rPr></w:style>\
    <w:style w:styleId='x'><w:name w:val='x'/><w:basedOn w:val='x'/></w:style></w:styles>";

const NUMBERING: &str = "<w:numbering xmlns:w='w'>\
    <w:abstractNum w:abstractNumId='7'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:suff w:val='nothing'/><w:lvlText w:val='%1、'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='n'/><w:lvlText w:val='（%2）'/><w:suff w:val='nothing'/></w:lvl>\
    <w:lvl w:ilvl='2'><w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText w:val='%1.%2.%3'/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId='8'><w:numStyleLink w:val='l'/></w:abstractNum>\
    <w:abstractNum w:abstractNumId='9'><w:styleLink w:val='l'/><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='第%1'/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId='6'><w:styleLink w:val='l'/><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='另%1'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>\
    <w:num w:numId='3'><w:abstractNumId w:val='8'/></w:num>\
    <w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>\
    </w:numbering>";

const NOTES: &str = "<w:footnotes xmlns:w='w'><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/><w:t>注：含公告。</w:t></w:r></w:p></w:footnote></w:footnotes>";
const END_NOTES: &str = "<w:endnotes xmlns:w='w'><w:endnote w:id='2'><w:p><w:r><w:t>尾注。</w:t></w:r></w:p></w:endnote></w:endnotes>";
const PAGE: &str = "<html><body><p>页上文字</p><table><tr><td>行政许可<td>7<tr><td>行政处罚<td>8</table>";

fn file(body: &str) -> Vec<u8> {
    let body = format!("<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>");
    package(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &body),
        ("word/_rels/document.xml.rels", RELATIONS),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/footnotes.xml", NOTES),
        ("word/endnotes.xml", END_NOTES),
        ("chunk.html", PAGE),
    ])
}

fn read(body: &str) -> Document<'static> {
    document(&file(body), &Options::default()).expect("the file is read")
}

fn shows(body: &str, expected: &str) {
    let trimmed: Vec<&str> = expected.lines().map(str::trim).collect();
    let is = dump(&read(body));
    assert_eq!(is.trim(), trimmed.join("\n").trim(), "of\n{body}");
}

/// A paragraph of a text.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

fn row(cells: &[(&str, &str)]) -> String {
    format!(
        "<w:tr>{}</w:tr>",
        cells.iter().map(|(properties, text)| cell(properties, text)).collect::<String>()
    )
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

#[test]
fn runs_join_and_paragraphs_end_lines() {
    shows(
        "<w:p><w:r><w:t>一、</w:t></w:r><w:hyperlink><w:r><w:t>总体</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>情况</w:t></w:r></w:smartTag></w:p>
         <w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t></w:r></w:p><w:p/>",
        "一、总体情况\n甲\n乙 丙-丁",
    );
}

#[test]
fn other_prefixes_are_as_good() {
    let body = "<x:document xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'><x:body><x:p><x:r><x:t>甲&amp;&#20057;</x:t></x:r></x:p></x:body></x:document>";
    let rels = "<Relationships><Relationship Id='a' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' Target='word/document2.xml'/></Relationships>";
    let bytes =
        package(&[("_rels/.rels", rels), ("word/document.xml", "<a/>"), ("word/document2.xml", body)]);
    let document = document(&bytes, &Options::default()).expect("the file is read");
    assert_eq!(dump(&document).trim(), "甲&乙");
}

#[test]
fn insertions_count_and_deletions_do_not() {
    shows(
        "<w:p><w:ins><w:r><w:t>1</w:t></w:r></w:ins><w:del><w:r><w:delText>2</w:delText></w:r></w:del>
         <w:moveFrom><w:r><w:t>3</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>4</w:t></w:r></w:moveTo></w:p>",
        "14",
    );
    // The end of a paragraph was deleted: the next goes on with it.
    shows(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p><w:p><w:r><w:t>丙</w:t></w:r></w:p>",
        "甲乙\n丙",
    );
    let deleted = format!("<w:tr><w:trPr><w:del/></w:trPr>{}{}</w:tr>", cell("", "旧"), cell("", "9"));
    shows(
        &table(&[
            row(&[("", "甲"), ("", "1")]),
            deleted,
            row(&[("", "乙"), ("<w:cellDel/>", "2"), ("", "3")]),
        ]),
        "[\n0:甲 | 1:1 |\n0:乙 | 1:3 |\n]",
    );
}

#[test]
fn what_is_not_shown_is_no_text() {
    shows(
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:rPr><w:rStyle w:val='h'/></w:rPr><w:t>密</w:t></w:r>
         <w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>明</w:t></w:r>
         <w:ruby><w:rt><w:r><w:t>míng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>白</w:t></w:r></w:rubyBase></w:ruby></w:p>",
        "明白",
    );
}

#[test]
fn fields_show_their_result() {
    let char = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let (begin, separate, end) = (char("begin"), char("separate"), char("end"));
    let text = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let instruction = "<w:r><w:instrText>SUM(A1)</w:instrText></w:r>";
    shows(
        &format!("<w:p>{begin}{instruction}{}{separate}{}{end}{}</w:p>", text("令"), text("12"), text("件")),
        "12件",
    );
    shows("<w:p><w:fldSimple w:instr='PAGE'><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>", "3");
    let inner = format!("{begin}{instruction}{separate}{}{end}", text("9"));
    shows(&format!("<w:p>{begin}{inner}{separate}{}{end}</w:p>{}", text("5"), p("后")), "5\n后");
    // One that is never ended swallows no more than its paragraph.
    shows(&format!("<w:p>{}{begin}{instruction}</w:p>{}", text("前"), p("后")), "前\n后");
}

#[test]
fn symbols_are_told_only_if_they_are_known() {
    shows(
        "<w:p><w:r><w:sym w:font='Symbol' w:char='F031'/><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='宋体' w:char='25A1'/></w:r></w:p>",
        "1\u{fffd}□",
    );
}

#[test]
fn styles_and_levels_make_headings() {
    let styled = |style: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>题</w:t></w:r></w:p>")
    };
    shows(&["1", "a", "b", "x", "none"].map(styled).concat(), "# 题\n# 题\n题\n题\n题");
    let level =
        |level| format!("<w:p><w:pPr><w:outlineLvl w:val='{level}'/></w:pPr><w:r><w:t>题</w:t></w:r></w:p>");
    shows(&[0, 9].map(level).concat(), "# 题\n题");
}

#[test]
fn ordinals_of_lists_are_shown() {
    let item = |list: u8, level: u8| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>项</w:t></w:r></w:p>"
        )
    };
    let styled = "<w:p><w:pPr><w:pStyle w:val='n'/></w:pPr><w:r><w:t>项</w:t></w:r></w:p>";
    let items = [
        item(1, 0),
        item(1, 1),
        styled.to_owned(),
        item(1, 2),
        item(1, 0),
        item(1, 1),
        item(2, 0),
        item(2, 0),
        item(0, 0),
        item(9, 0),
    ];
    shows(&items.concat(), "一、项\n（1）项\n（2）项\n1.2.1 项\n二、项\n（1）项\n五、项\n六、项\n项\n项");
}

#[test]
fn of_two_lists_of_one_style_the_first_is_shown() {
    let numbered =
        "<w:p><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>";
    // Once would be no proof: what is looked up in a table of hashes comes in any order.
    for _ in 0..8 {
        shows(&numbered.repeat(2), "第1 甲\n第2 甲");
    }
}

#[test]
fn merged_cells_reach_right_and_down() {
    shows(
        &table(&[
            row(&[("<w:vMerge w:val='restart'/>", "甲"), ("<w:gridSpan w:val='2'/>", "乙")]),
            row(&[("<w:vMerge/>", ""), ("", "1"), ("", "2")]),
            row(&[("<w:vMerge w:val='continue'/>", ""), ("", "3"), ("", "4")]),
            row(&[
                ("<w:vMerge w:val='restart'/>", "丙"),
                ("<w:hMerge w:val='restart'/>", "5"),
                ("<w:hMerge/>", ""),
            ]),
        ]),
        "[\n0:甲^3 | 1:乙~2 |\n1:1 | 2:2 |\n1:3 | 2:4 |\n0:丙 | 1:5~2 |\n]",
    );
    // What goes on with nothing stands for itself.
    shows(&table(&[row(&[("<w:vMerge/>", "甲"), ("", "1")])]), "[\n0:甲 | 1:1 |\n]");
}

#[test]
fn rows_may_begin_further_right() {
    let indented =
        format!("<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{}{}</w:tr>", cell("", "1"), cell("", "2"));
    shows(
        &table(&[row(&[("", "甲"), ("", "乙"), ("", "丙")]), indented]),
        "[\n0:甲 | 1:乙 | 2:丙 |\n0: | 1:1 | 2:2 |\n]",
    );
}

#[test]
fn content_controls_may_stand_anywhere() {
    let control = |content: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:text/><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )
    };
    let controlled = format!("<w:tr>{}{}</w:tr>", control(&cell("", "甲")), cell("", "1"));
    let rows = [control(&controlled), row(&[("", "乙"), ("", "2")])];
    shows(&(control(&p("前")) + &control(&table(&rows))), "前\n[\n0:甲 | 1:1 |\n0:乙 | 1:2 |\n]");
}

#[test]
fn text_boxes_count_once_and_stand_behind_their_paragraph() {
    let inner = p("框") + &table(&[row(&[("", "行政许可"), ("", "7")])]);
    let content = format!("<w:txbxContent>{inner}</w:txbxContent>");
    shows(
        &format!(
            "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>
             <mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>",
        ),
        "前后\n框\n[\n0:行政许可 | 1:7 |\n]",
    );
}

#[test]
fn notes_stand_behind_what_refers_to_them() {
    let refers = "<w:p><w:r><w:t>12</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>";
    shows(&(refers.to_owned() + refers + &p("后")), "12\n注：含公告。\n12\n后");
    shows(
        &format!(
            "{}<w:p><w:r><w:t>末</w:t><w:endnoteReference w:id='2'/></w:r></w:p>",
            table(&[format!("<w:tr>{}<w:tc>{refers}</w:tc></w:tr>", cell("", "甲"))])
        ),
        "[\n0:甲 | 1:12 |\n]\n注：含公告。\n末\n尾注。",
    );
}

#[test]
fn inserted_pages_are_read() {
    let page = read("<w:p/><w:altChunk r:id='page'/>");
    assert!(!page.damages.is_empty(), "the mail was not read");
    if cfg!(feature = "html") {
        assert_eq!(dump(&page).trim(), "页上文字\n[\n0:行政许可 | 1:7 |\n0:行政处罚 | 1:8 |\n]");
    }
}

#[test]
fn tables_for_layout_are_lines() {
    shows(&table(&[row(&[("", "望津市")]), row(&[("", "年度报告")])]), "望津市\n年度报告");
    let inner = table(&[row(&[("", "行政许可"), ("", "7")])]);
    shows(
        &table(&[format!("<w:tr><w:tc>{}</w:tc><w:tc>{inner}<w:p/></w:tc></w:tr>", p("左"))]),
        "左\n[\n0:行政许可 | 1:7 |\n]",
    );
}

#[test]
fn elements_in_wrong_places_do_no_harm() {
    let c = cell("", "1");
    for body in [
        format!("<w:tbl>{c}</w:tbl>"),
        format!("<w:tbl><w:tr>{c}<w:tr>{c}{c}</w:tr>{c}</w:tr></w:tbl>"),
        format!("<w:tbl><w:tr><w:tc>{c}{c}</w:tc>{c}</w:tr></w:tbl>"),
        format!("<w:tr>{c}</w:tr>{c}"),
        format!("<w:p><w:tbl><w:tr>{c}{c}</w:tr></w:tbl><w:p><w:pPr/></w:p></w:p>"),
        "<w:pPr><w:pStyle w:val='1'/></w:pPr><w:trPr><w:gridBefore w:val='9'/></w:trPr><w:t>1</w:t>"
            .to_owned(),
        "<mc:Choice><w:t>1</w:t></mc:Choice><w:fldChar w:fldCharType='end'/><w:t>1</w:t>".to_owned(),
    ] {
        assert!(read(&body).text.contains('1'), "{body}");
    }
}

#[test]
fn hostile_files_are_refused() {
    let limited = |set: fn(&mut Options), bytes: &[u8]| {
        let mut options = Options::default();
        set(&mut options);
        document(bytes, &options).expect_err("over a limit")
    };
    let limit = |error: Error| match error {
        Error::TooLarge { limit, .. } => limit,
        error => panic!("{error}"),
    };
    let bomb = file(&p(&" ".repeat(65 << 20)));
    assert!(bomb.len() < 1 << 20);
    assert_eq!(limit(limited(|_| (), &bomb)), "bytes");
    let deep = file(&("<w:sdt>".repeat(600) + &"</w:sdt>".repeat(600)));
    assert_eq!(limit(limited(|_| (), &deep)), "depth");
    let long = file(&p("行").repeat(60));
    assert_eq!(limit(limited(|options| options.limits.lines = 50, &long)), "lines");
    assert_eq!(limit(limited(|options| options.limits.elements = 50, &long)), "elements");
    assert_eq!(limit(limited(|options| options.limits.parts = 7, &long)), "parts");
    let wide = file(&table(&[row(&[("", "1"); 60])]));
    assert_eq!(limit(limited(|options| options.limits.cells = 50, &wide)), "cells");
    let entities = "<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'><!ENTITY c '&b;&b;&b;'>]><w:document xmlns:w='w'><w:p>&c;</w:p></w:document>";
    let error = limited(|_| (), &package(&[("word/document.xml", entities)]));
    assert!(matches!(&error, Error::Broken { why, .. } if why.contains("document type")), "{error}");
    let unknown = limited(|_| (), &file(&p("&c;")));
    assert!(matches!(&unknown, Error::Broken { why, .. } if why.contains("entity")), "{unknown}");
}
