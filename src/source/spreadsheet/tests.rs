//! What Excel shows of a sheet, against the pieces that come of it.

use super::document;
use crate::source::Document;
use crate::source::testing::{dump, package};
use crate::{Error, Options};
use std::io::Write as _;

const WORKBOOK: &str = "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='1'/><sheet name='b' state='hidden' r:id='2'/></sheets></workbook>";
const RELATIONS: &str = "<Relationships><Relationship Id='1' Type='x/worksheet' Target='worksheets/a.xml'/>\
    <Relationship Id='2' Type='x/worksheet' Target='/xl/worksheets/b.xml'/>\
    <Relationship Id='3' Type='x/sharedStrings' Target='strings.xml'/>\
    <Relationship Id='4' Type='x/styles' Target='styles.xml'/></Relationships>";
const STRINGS: &str =
    "<sst><si><t>行政许可</t></si><si><r><t>行政</t></r><r><t>处罚</t></r><rPh><t>chufa</t></rPh></si></sst>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='176' formatCode='0.00\"万元\"'/></numFmts>\
    <cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='176'/></cellXfs></styleSheet>";

/// A workbook with a sheet of these rows, and a hidden one.
fn xlsx_with(before: &str, rows: &str, after: &str, hidden: &str) -> Vec<u8> {
    let sheet = format!("<worksheet>{before}<sheetData>{rows}</sheetData>{after}</worksheet>");
    package(&[
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/strings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/a.xml", &sheet),
        ("xl/worksheets/b.xml", &format!("<worksheet><sheetData>{hidden}</sheetData></worksheet>")),
    ])
}

fn xlsx(rows: &str) -> Vec<u8> {
    xlsx_with("", rows, "", "")
}

fn read(bytes: &[u8]) -> Document<'static> {
    document(bytes, &Options::default()).expect("the workbook is read")
}

fn shows(bytes: &[u8], expected: &str) {
    let trimmed: Vec<&str> = expected.lines().map(str::trim).collect();
    assert_eq!(dump(&read(bytes)).trim(), trimmed.join("\n").trim());
}

const TWO: &str = "<row r='3'><c r='A3' t='s'><v>0</v></c><c r='B3'><v>7</v></c></row>\
    <row r='4'><c r='A4' t='s'><v>1</v></c><c r='B4'><v>8</v></c></row>";
const TWO_SHOWN: &str = "[\n0:行政许可 | 1:7 |\n0:行政处罚 | 1:8 |\n]";

#[test]
fn values_are_shown_as_excel_shows_them() {
    shows(
        &xlsx(
            "<row><c t='inlineStr'><is><t>数</t></is></c><c><v>616178.201</v></c><c><v>0.30000000000000004</v></c><c s='1'><v>12.5</v></c>
             <c t='str'><f>A1&amp;B1</f><v>文</v></c><c t='e'><v>#REF!</v></c><c t='b'><v>1</v></c><c><f>SUM(A1:B1)</f></c><c><f>1+1</f><v>2</v></c></row>",
        ),
        "[\n0:数 | 1:616178.201 | 2:0.3 | 3:12.50万元 | 4:文 | 5:#REF! | 6:TRUE | 7:=SUM(A1:B1) | 8:2 |\n]",
    );
    shows(
        &xlsx_with("<sheetViews><sheetView showZeros='0'/></sheetViews>", &TWO.replace('8', "0"), "", ""),
        "[\n0:行政许可 | 1:7 |\n0:行政处罚 | 1: |\n]",
    );
}

#[test]
fn merged_cells_reach_over_rows_and_columns() {
    let rows = "<row r='1'><c r='A1' t='str'><v>甲</v></c><c r='B1' t='str'><v>乙</v></c><c r='C1'/><c r='D1' t='str'><v>丙</v></c></row>
        <row r='2'><c r='A2'><v>9</v></c><c r='B2'><v>1</v></c><c r='C2'><v>2</v></c><c r='D2'><v>3</v></c></row>";
    let merged = "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/></mergeCells>";
    shows(&xlsx_with("", rows, merged, ""), "[\n0:甲^2 | 1:乙~2 | 3:丙 |\n1:1 | 2:2 | 3:3 |\n]");
}

#[test]
fn a_text_alone_in_its_row_is_a_line() {
    let line = |row: u32, text: &str| format!("<row r='{row}'><c r='A{row}' t='str'><v>{text}</v></c></row>");
    shows(
        &xlsx(&(line(1, "望津市年度报告") + TWO + &line(5, "注：数"))),
        &format!("望津市年度报告\n{TWO_SHOWN}\n注：数"),
    );
    // With blank cells beside it, it is a row in which nothing was filled in.
    let blank = "<row r='5'><c r='A5' t='str'><v>行政强制</v></c><c r='B5' s='1'/></row>";
    shows(
        &xlsx(&(TWO.to_owned() + blank)),
        "[\n0:行政许可 | 1:7 |\n0:行政处罚 | 1:8 |\n0:行政强制 | 1: |\n]",
    );
}

#[test]
fn what_is_hidden_is_passed_over() {
    let columns = "<cols><col min='3' max='4' hidden='1'/></cols>";
    let rows = TWO.replace("</row>", "<c><v>99</v></c></row>")
        + "<row r='9' hidden='1'><c><v>1</v></c><c><v>2</v></c></row>";
    shows(&xlsx_with(columns, &rows, "", TWO), TWO_SHOWN);
    // Unless there is nothing else.
    shows(&xlsx_with("", "", "", TWO), TWO_SHOWN);
}

#[test]
fn far_cells_cost_nothing() {
    let far = "<row r='1048576'><c r='XFD1048576' s='1'/></row>";
    shows(&xlsx_with("<dimension ref='A1:XFD1048576'/>", &(TWO.to_owned() + far), "", ""), TWO_SHOWN);
    let error =
        document(&xlsx(&far.replace("/>", "><v>1</v></c>")), &Options::default()).expect_err("too far");
    assert!(matches!(error, Error::TooLarge { limit: "columns", .. }), "{error}");
    let diagonal: String = (0..2000_u32)
        .map(|at| {
            format!(
                "<row r='{0}'><c r='A{0}'><v>1</v></c><c r='{1}{2}{0}'><v>1</v></c></row>",
                at + 1,
                letter(at / 26 % 26),
                letter(at % 26)
            )
        })
        .collect();
    let error = document(&xlsx(&diagonal), &Options::default()).expect_err("too many");
    assert!(matches!(error, Error::TooLarge { limit: "cells", .. }), "{error}");
}

fn letter(at: u32) -> char {
    char::from_u32(u32::from('A') + at).expect("a letter")
}

#[test]
fn hostile_files_are_refused() {
    let bomb = xlsx(&" ".repeat(65 << 20));
    let error = document(&bomb, &Options::default()).expect_err("a bomb");
    assert!(matches!(error, Error::TooLarge { limit: "bytes", .. }), "{error}");
    for rows in [
        "<row><c t='s'><v>99</v></c></row>",
        "<row><c><v>1</v></c>",
        "<row><c t='str'><v>&lol;</v></c></row>",
    ] {
        let error = document(&xlsx(rows), &Options::default()).expect_err("broken");
        assert_eq!(error.kind(), "container-broken", "{rows}");
    }
    // Rows that repeat what they hold a million times.
    let ods = "<table><table-row number-rows-repeated='1048576'><table-cell number-columns-repeated='1000'><p>1</p></table-cell></table-row></table>";
    let error = document(&package(&[("content.xml", ods)]), &Options::default()).expect_err("too many");
    assert!(matches!(error, Error::TooLarge { limit: "cells", .. }), "{error}");
}

#[test]
fn open_document_tells_what_it_shows() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let rows = format!(
        "<table:table-row>{}<table:table-cell table:number-columns-spanned='2'><office:annotation><text:p>注</text:p></office:annotation><text:p>件<text:s/>数</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
         <table:table-row table:number-rows-repeated='2'>{}<table:table-cell table:number-columns-repeated='2'><text:p>0</text:p></table:table-cell><table:table-cell table:number-columns-repeated='16381'/></table:table-row>
         <table:table-row table:visibility='collapse'>{}{}</table:table-row><table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>",
        cell("事项"), cell("行政许可"), cell("旧"), cell("1"),
    );
    let content =
        format!("<o xmlns:table='t' xmlns:text='x' xmlns:office='o'><table:table>{rows}</table:table></o>");
    shows(
        &package(&[("content.xml", &content)]),
        "[\n0:事项 | 1:件 数~2 |\n0:行政许可 | 1:0 | 2:0 |\n0:行政许可 | 1:0 | 2:0 |\n]",
    );
}

/// A record of BIFF8.
fn record(kind: u16, fields: &[&[u8]]) -> Vec<u8> {
    let data = fields.concat();
    let length = u16::try_from(data.len()).expect("a short record");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), &data].concat()
}

/// A workbook of BIFF8 with one sheet of these records.
fn xls(sheet: &[Vec<u8>]) -> Vec<u8> {
    xls_with(&[], sheet)
}

fn xls_with(more: &[u8], sheet: &[Vec<u8>]) -> Vec<u8> {
    let begin = || record(0x0809, &[&[0, 6, 5, 0]]);
    let strings = record(0x00FC, &[&[1, 0, 0, 0, 1, 0, 0, 0], &[2, 0, 1, 0x32, 0x75, 0x59, 0x4E]]);
    let format = record(0x041E, &[&[176, 0], &[4, 0, 0], b"0.00"]);
    let styles = [record(0x00E0, &[&[0; 20]]), record(0x00E0, &[&[0, 0, 176, 0], &[0; 16]])].concat();
    let end = || record(0x000A, &[]);
    let globals = [begin(), strings, format, styles, more.to_vec()].concat();
    let start = u32::try_from(globals.len() + 13 + 4).expect("a short stream");
    let bound = record(0x0085, &[&start.to_le_bytes(), &[0, 0, 1, 0], b"a"]);
    let stream = [globals, bound, end(), begin(), sheet.concat(), end()].concat();
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).expect("an OLE file");
    file.create_stream("/Workbook").and_then(|mut out| out.write_all(&stream)).expect("a stream");
    file.into_inner().into_inner()
}

#[test]
fn records_of_old_workbooks_are_read() {
    let at = |column: u8| [0, 0, column, 0, 0, 0];
    let formula = |column: u8, result: [u8; 8]| record(0x0006, &[&at(column), &result, &[0; 8]]);
    let huge = record(0x0200, &[&[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 0]]);
    let sheet = [
        huge,
        record(0x00FD, &[&at(0), &[0; 4]]),
        record(0x0203, &[&[0, 0, 1, 0, 1, 0], &12.345_f64.to_le_bytes()]),
        record(0x00BD, &[&[0, 0, 2, 0], &[0, 0, 30, 0, 0, 0], &[0, 0, 31, 0, 0, 0], &[3, 0]]),
        formula(4, 5.5_f64.to_le_bytes()),
        formula(5, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        record(0x0207, &[&[1, 0, 0], b"x"]),
        formula(6, [2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF]),
        record(0x0205, &[&at(7), &[1, 0]]),
        record(0x0203, &[&[1, 0, 0, 0, 0, 0], &1_f64.to_le_bytes()]),
        record(0x0203, &[&[1, 0, 1, 0, 0, 0], &0_f64.to_le_bytes()]),
        record(0x00E5, &[&[1, 0], &[1, 0, 1, 0, 1, 0, 7, 0]]),
        record(0x023E, &[&[0xA6, 0], &[0; 8]]),
    ];
    shows(
        &xls(&sheet),
        "[\n0:甲乙 | 1:12.35 | 2:7 | 3:0.07 | 4:5.5 | 5:x | 6:#REF! | 7:TRUE |\n0:1 | 1:~7 |\n]",
    );
}

#[test]
fn broken_records_are_refused() {
    for sheet in
        [record(0x00FD, &[&[0; 6], &[9, 0, 0, 0]]), record(0x0203, &[&[0; 5]]), record(0x00E5, &[&[0]])]
    {
        let error = document(&xls(&[sheet]), &Options::default()).expect_err("broken");
        assert_eq!(error.kind(), "container-broken");
    }
    // Without an end there may have been more cells.
    let beyond = [0x03, 0x02, 0xFF, 0xFF].to_vec();
    let error = document(&xls(&[beyond]), &Options::default()).expect_err("cut off");
    assert!(error.to_string().contains("cut off"), "{error}");
    let password = record(0x002F, &[&[0; 6]]);
    let error = document(&xls_with(&password, &[]), &Options::default()).expect_err("encrypted");
    assert_eq!(error, Error::Encrypted);
}
