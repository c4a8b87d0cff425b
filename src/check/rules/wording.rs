//! Words that the messages of several rules share.

use crate::check::printed;
use crate::form::{Caption, Cell, ChallengeRow, Row, Table};
use crate::report::Report;
use chrono::{Datelike, NaiveDate};
use std::fmt::Write;

/// A table as officials and as English readers call it.
pub(in crate::check) const fn table(table: Table) -> (&'static str, &'static str) {
    match table {
        Table::Proactive => ("表二", "Table 2"),
        Table::Applications => ("表三", "Table 3"),
        Table::Challenges => ("表四", "Table 4"),
    }
}

/// The row of a cell with the group it stands in, as the form of its block words both.
pub(in crate::check) fn row_zh(report: &Report, cell: Cell) -> String {
    let label = printed::labels(report, cell).0;
    let group = match cell {
        Cell::Applications(row, _) => row.group().map_or("", |group| group.label()),
        Cell::Challenges(ChallengeRow::DirectSuits | ChallengeRow::SuitsAfterReview, _) => {
            Caption::Suits.label()
        }
        Cell::Challenges(..) | Cell::Proactive(..) => "",
    };
    if group.is_empty() || group == label { label.to_owned() } else { format!("{group} {label}") }
}

/// The column of a cell as the form of its block words it.
pub(in crate::check) fn column_zh(report: &Report, cell: Cell) -> &'static str {
    printed::labels(report, cell).1
}

/// The row of a cell by the steps of its path, as words.
pub(in crate::check) fn row_en(cell: Cell) -> String {
    let path = match cell {
        Cell::Proactive(row, _) => row.path(),
        Cell::Applications(row, _) => row.path(),
        Cell::Challenges(row, _) => row.path(),
    };
    words(path)
}

/// The column of a cell by the last step of its path, as words.
pub(in crate::check) fn column_en(cell: Cell) -> String {
    let column = match cell {
        Cell::Proactive(_, column) => column.path(),
        Cell::Applications(_, column) => column.path(),
        Cell::Challenges(_, column) => column.path(),
    };
    words(column)
}

fn words(path: &str) -> String {
    path.replace('_', " ").replace('.', ": ")
}

/// The label of a row without the explanation that follows its first words.
pub(super) fn short_zh(report: &Report, row: Row) -> String {
    let label = row_zh(report, Cell::Applications(row, crate::form::Applicant::Total));
    let cut = label.find("（区分").or_else(|| label.find("、行政机关"));
    label[..cut.unwrap_or(label.len())].to_owned()
}

/// A day: 2024年1月31日.
pub(super) fn day_zh(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// The first words of a piece of prose, to be quoted.
pub(super) fn quote(words: &str) -> String {
    const LONGEST: usize = 24;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("「{}……」", &words[..end]),
        None => format!("「{words}」"),
    }
}

/// Cells row by row, each with its column and what `says` adds: in Chinese and in English, the first few
/// rows of them.
pub(super) fn cells(report: &Report, cells: &[Cell], says: impl Fn(Cell) -> String) -> (String, String) {
    let rows = || cells.chunk_by(|a, b| row_en(*a) == row_en(*b));
    let columns = |row: &[Cell], name: &dyn Fn(Cell) -> String, comma| {
        let each = row.iter().map(|&cell| format!("{}{}", name(cell), says(cell)));
        each.collect::<Vec<_>>().join(comma)
    };
    let column = |cell| column_zh(report, cell).to_owned();
    let zh = rows().map(|row| format!("{}（{}）", row_zh(report, row[0]), columns(row, &column, "、")));
    let en = rows().map(|row| format!("{} ({})", row_en(row[0]), columns(row, &column_en, ", ")));
    (list_zh(&zh.collect::<Vec<_>>()), list_en(&en.collect::<Vec<_>>()))
}

/// Items in a row, the first few of them if there are many, with their number.
pub(super) fn list(items: &[String], comma: &str, and_more: impl Fn(usize) -> String) -> String {
    const SHOWN: usize = 6;
    let mut list = items.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(comma);
    if items.len() > SHOWN {
        let _ = write!(list, "{}", and_more(items.len()));
    }
    list
}

/// Items in Chinese.
pub(super) fn list_zh(items: &[String]) -> String {
    list(items, "；", |count| format!("等{count}行"))
}

/// Items in English.
pub(super) fn list_en(items: &[String]) -> String {
    list(items, "; ", |count| format!(" … ({count} rows in all)"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Applicant, ChallengeColumn};

    #[test]
    fn rows_are_named_with_their_groups() {
        let cell = |row| Cell::Applications(row, Applicant::Total);
        assert_eq!(row_zh(&Report::default(), cell(Row::StateSecret)), "（三）不予公开 1.属于国家秘密");
        assert_eq!(row_zh(&Report::default(), cell(Row::OtherSingle)), "（六）其他处理");
        assert_eq!(row_zh(&Report::default(), cell(Row::OutcomesTotal)), "（七）总计");
        assert_eq!(row_en(cell(Row::StateSecret)), "outcomes: denied: state secret");
        let suits = Cell::Challenges(ChallengeRow::DirectSuits, ChallengeColumn::Total);
        assert_eq!(row_zh(&Report::default(), suits), "行政诉讼 未经复议直接起诉");
    }

    #[test]
    fn long_lists_and_quotations_are_cut() {
        let items = |count| vec!["行".to_owned(); count];
        assert_eq!(list_zh(&items(6)), "行；行；行；行；行；行");
        assert_eq!(list_zh(&items(7)), "行；行；行；行；行；行等7行");
        assert_eq!(list_en(&items(7)), "行; 行; 行; 行; 行; 行 … (7 rows in all)");
        assert_eq!(quote(&"字".repeat(24)), format!("「{}」", "字".repeat(24)));
        assert_eq!(quote(&"字".repeat(25)), format!("「{}……」", "字".repeat(24)));
    }

    #[test]
    fn long_labels_are_cut_before_their_explanation() {
        assert_eq!(short_zh(&Report::default(), Row::PartlyGranted), "（二）部分公开");
        assert_eq!(
            short_zh(&Report::default(), Row::NotSupplemented),
            "（六）其他处理 1.申请人无正当理由逾期不补正"
        );
    }
}
