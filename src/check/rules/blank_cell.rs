//! `blank-cell`: every cell of the form that is printed says something.
//!
//! A blank, an explicit nothing (`/`, `—`, 无) and 0 are three different things: only the blank is
//! reported, 总计 included, in one finding a table. Cells that the form of their block does not have,
//! and cells that are not printed at all, are no blanks.

use super::wording;
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity, printed};
use crate::form::{Cell, Edition, Table};
use crate::report::{Entry, Report};

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "blank-cell",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号、〔2019〕60号：表二、表三、表四的各栏均须填报",
    zh: "表中各栏均已填报，没有空白",
    en: "no printed cell of the tables is blank",
    why_zh: "空白分不清是零、没有该项业务还是漏填，应当写明。",
    why_en: "A blank does not say whether there was nothing, the item does not apply, or the figure was forgotten.",
    fails: "challenges.review: 1 _ _ 0 1",
    passes: "challenges.review: 1 / / 0 1",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let (report, tally) = (case.report, case.tally());
    if tally.blank > 0 {
        let is_blank = |cell: &Cell| *report.get(*cell) == Entry::Blank && printed::is_in_form(report, *cell);
        let blank: Vec<_> = Cell::all().filter(is_blank).collect();
        for cells in blank.chunk_by(|a, b| a.table() == b.table()) {
            findings.extend(cells.first().map(|first| finding(report, first.table(), cells)));
        }
    }
    match tally.said {
        0 => ReasonCode::NotPrinted.skip(),
        equations => Outcome::Passed { equations },
    }
}

fn finding(report: &Report, table: Table, cells: &[Cell]) -> Finding {
    let (zh, en) = wording::table(table);
    let (list_zh, list_en) = wording::cells(report, cells, |_| String::new());
    let count = cells.len();
    let zh = format!("{zh}有{count}处空白：{list_zh}；没有的请填0");
    let (cell, is) = if count == 1 { ("cell", "is") } else { ("cells", "are") };
    let en = format!("{en}: {count} {cell} {is} blank: {list_en}; print 0 where there is nothing");
    Finding::new(&INFO, cells.to_vec(), zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    #[test]
    fn blanks_of_one_table_are_one_finding() {
        let findings = found("form: 2019\nproactive.other_services: _ _ _\nproactive.penalties: _ 0 0");
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].cells.len(), 4);
        assert_eq!(
            findings[0].message.zh,
            "表二有4处空白：其他对外管理服务事项（上一年项目数量、本年增/减、处理决定数量）；\
             行政处罚（上一年项目数量）；没有的请填0"
        );
        assert_eq!(
            findings[0].message.en,
            "Table 2: 4 cells are blank: other services (previous items, change, decisions); \
             penalties (previous items); print 0 where there is nothing"
        );
        assert_eq!(found("proactive.rules: 1 _ 1\nchallenges.review: 0 0 0 0 _").len(), 2);
    }

    #[test]
    fn cells_come_in_the_order_of_their_row() {
        let findings = found("form: 2019\nproactive.procurement: _ _");
        assert_eq!(findings[0].cells[0].to_string(), "proactive.procurement.items");
        assert!(findings[0].message.zh.contains("（采购项目数量、采购总金额）"));
    }

    #[test]
    fn long_lists_are_cut_in_the_message_only() {
        let findings = found("applications: _");
        assert_eq!(findings[0].cells.len(), 175);
        assert!(findings[0].message.zh.contains("等25行；"));
    }

    #[test]
    fn the_blank_heading_of_three_rows_is_no_blank_cell() {
        assert!(
            found("applications.outcomes.other: 0\nform: 2019\napplications.outcomes.other: _").is_empty()
        );
        assert_eq!(found("form: 2019\napplications.outcomes.other: _")[0].cells.len(), 7);
    }

    #[test]
    fn what_is_unreadable_or_marked_is_not_blank() {
        assert!(found("challenges.review: / / ? . .").is_empty());
        assert!(outcome("", INFO.name).contains("NotPrinted"));
    }
}
