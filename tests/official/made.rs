//! Reports as a program or a person may make them: every cell in any state, prose in any order.

use crate::normal::place;
use crate::support::arbitrary::{self, AGENCIES};
use crate::support::dice::Dice;
use gongkai::Report;
use gongkai::form::{Cell, ProactiveColumn, ProactiveRow, Row, SectionKind, Table};
use gongkai::report::{Entry, ExtraRow, Narrative, Number, Period, Unit};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Texts of cells that are no number: words, remnants of numbers, what looks like a number or a label.
const SCRAPS: [&str; 11] =
    ["本机关没有", "1,40", "12.3.4", "5 6 7", "007", "/", "总计 5", "（略）", "约3件", "3—5", "行政许可 8"];

/// Sentences that speak of nothing that the form has a word for.
const SENTENCES: [&str; 8] = [
    "全年印发公开工作要点一份，逐条明确了责任科室。",
    "通过门户网站发布信息1287条，其中图文解读31条。",
    "* 公开_目录_ 按 [季度] 更新 <每季一次> & 留有记录。",
    "热线工单 12345 件，  其中两处空格。",
    "一是制度不够细，二是人手偏紧，明年逐项解决。",
    "与上年相比，申请量下降21.5%。",
    "本年度没有收取信息处理费。",
    "没有其他需要说明的情况。",
];

const HEADINGS: [&str; 6] = ["主动公开工作", "制度与人员", "网页与查阅点", "培训", "评议和追责", "今后打算"];

/// A report as it may be made.
pub(crate) fn made() -> impl Strategy<Value = Report> {
    (arbitrary::source(), any::<u64>()).prop_map(|(source, seed)| {
        let mut report = source.report();
        let dice = &mut Dice(seed);
        cells(&mut report, dice);
        tables(&mut report, dice);
        prose(&mut report, dice);
        front(&mut report, dice);
        report
    })
}

/// A third of the reports have some cells that say anything at all.
fn cells(report: &mut Report, dice: &mut Dice) {
    let all: Vec<Cell> = report.cells().map(|(cell, _)| cell).collect();
    let few = if dice.one_in(3) { dice.below(60) } else { dice.below(4) };
    for _ in 0..few {
        let cell = *dice.pick(&all);
        report.set(cell, entry(dice)).expect("a cell of the form");
    }
}

fn entry(dice: &mut Dice) -> Entry {
    let number = i64::try_from(dice.below(usize::MAX) >> dice.below(60)).unwrap_or(7);
    match dice.below(9) {
        0 => Entry::Absent,
        1 => Entry::Blank,
        2 => Entry::Mark,
        3 | 4 => Entry::Unreadable((*dice.pick(&SCRAPS)).into()),
        5 => Number::Change(-number).into(),
        6 => Decimal::new(number, u32::try_from(dice.below(8)).unwrap_or(0)).into(),
        7 => Number::Change(number).into(),
        _ => Number::Count(number.unsigned_abs()).into(),
    }
}

/// Rows and whole tables that are not there, rows that the form does not have.
fn tables(report: &mut Report, dice: &mut Dice) {
    let all: Vec<Cell> = report.cells().map(|(cell, _)| cell).collect();
    for _ in 0..dice.below(3) {
        let gone = *dice.pick(&all);
        all.iter().filter(|cell| is_beside(**cell, gone)).for_each(|&cell| clear(report, cell));
    }
    for &table in Table::ALL {
        if dice.one_in(12) {
            all.iter().filter(|cell| cell.table() == table).for_each(|&cell| clear(report, cell));
        } else if dice.one_in(5) && table == Table::Applications {
            let values = (0..7).map(|_| dice.below(40).to_string()).collect();
            report.extra_rows.push(ExtraRow { table, label: "属于工作秘密".to_owned(), values });
        }
    }
    let procurement = Cell::Proactive(ProactiveRow::Procurement, ProactiveColumn::Amount);
    if !report.get(procurement).is_absent() && dice.one_in(2) {
        report.proactive.procurement_unit = Some(*dice.pick(Unit::ALL));
    }
}

fn is_beside(cell: Cell, other: Cell) -> bool {
    match (cell, other) {
        (Cell::Proactive(row, _), Cell::Proactive(other, _)) => row == other,
        (Cell::Applications(row, _), Cell::Applications(other, _)) => row == other && row != Row::Received,
        (Cell::Challenges(row, _), Cell::Challenges(other, _)) => row == other,
        _ => false,
    }
}

fn clear(report: &mut Report, cell: Cell) {
    report.set(cell, Entry::Absent).expect("a cell of the form");
}

fn prose(report: &mut Report, dice: &mut Dice) {
    let bare = dice.one_in(8);
    for &kind in SectionKind::ALL {
        let mut narrative =
            Narrative { heading: (!bare).then(|| kind.label().to_owned()), ..Narrative::default() };
        let beside = kind.table().is_some();
        if !beside || dice.one_in(3) {
            text(&mut narrative, dice, beside);
        }
        *place(report, kind) = narrative;
    }
}

/// Paragraphs, and parts in two ranks; beside a table no heading stands without a text.
fn text(narrative: &mut Narrative, dice: &mut Dice, beside: bool) {
    sentences(narrative, dice, 0);
    for at in 0..dice.below(4) {
        let mut part = Narrative { heading: Some(heading('（', at, dice)), ..Narrative::default() };
        sentences(&mut part, dice, usize::from(beside));
        for at in 0..dice.below(3) {
            let mut inner = Narrative { heading: Some(heading('1', at, dice)), ..Narrative::default() };
            sentences(&mut inner, dice, usize::from(beside));
            part.parts.push(inner);
        }
        narrative.parts.push(part);
    }
}

fn sentences(narrative: &mut Narrative, dice: &mut Dice, least: usize) {
    for _ in 0..dice.below(3).max(least) {
        let long = if dice.one_in(4) { 9 } else { 1 };
        let text: String = (0..long).map(|_| *dice.pick(&SENTENCES)).collect();
        narrative.paragraphs.push(text);
    }
}

fn heading(rank: char, at: usize, dice: &mut Dice) -> String {
    let words = dice.pick(&HEADINGS);
    match rank {
        '（' => format!("（{}）{words}", ["一", "二", "三", "四"][at]),
        _ => format!("{}.{words}", at + 1),
    }
}

/// Title, body, year, period and day, told by the prose or not.
fn front(report: &mut Report, dice: &mut Dice) {
    let agency = *dice.pick(&AGENCIES);
    let year = report.year.expect("a year");
    report.agency = Some(agency.to_owned());
    report.title = match dice.below(4) {
        0 => None,
        1 => Some(format!("{year}年政府信息公开工作年度报告")),
        2 => Some(format!("{year}年{agency}政府信息公开工作年度报告")),
        _ => Some(format!("{agency}{year}年政府信息公开工作年度报告")),
    };
    if dice.one_in(2) {
        report.introduction.paragraphs.push(format!(
            "根据《中华人民共和国政府信息公开条例》，{agency}编制本报告。如有疑问，请与办公室联系（电话：0000-0000000）。"
        ));
    }
    if dice.one_in(2) {
        report.period = Period::of_year(if dice.one_in(5) { year - 1 } else { year });
    }
    if dice.one_in(2) {
        let month = u32::try_from(1 + dice.below(12)).unwrap_or(1);
        report.published = chrono::NaiveDate::from_ymd_opt(year + 1, month, 17);
    }
}
