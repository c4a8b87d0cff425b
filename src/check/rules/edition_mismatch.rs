//! `edition-mismatch`: all tables are of one edition of the form, the one in force for the year.
//!
//! A block is an item of table 二 or （六）其他处理 of table 三; each is known by what only one edition
//! has, table 四 is the same in both. The odd blocks are those whose edition is not in force for the
//! year; if the year is not known, those of table 三, or within table 二 those of the old form.
//! Reports up to 2018 had another form and are not judged.

use super::{wording, years};
use crate::check::printed::{self, OtherRows};
use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::{Applicant, Article, Cell, Edition, Row, Table};
use crate::report::Report;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "edition-mismatch",
    aliases: &[],
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号（2021年度起）、〔2019〕60号（2019、2020年度）规定的格式",
    zh: "各表使用同一版本、且为该年度施行的格式",
    en: "all tables are of one edition of the form, the one in force for the year",
    why_zh: "沿用旧表或者新旧混用，栏目含义不同，数据不能与其他年度、其他机关比较。",
    why_en: "Old columns, or old and new ones mixed, count other things: the figures compare with no one's.",
    fails: "\
year: 2023
proactive.rules: 0 0 0
form: 2019
applications: 0",
    passes: "\
year: 2023
proactive.rules: 0 0 0
applications: 0",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

/// A block that tells its edition, with the cells that tell it, the first of the block first.
struct Block {
    table: Table,
    edition: Edition,
    cells: Vec<Cell>,
}

fn check(case: &Case<'_>, findings: &mut Vec<Finding>) -> Outcome {
    let report = case.report;
    let year = years::year(report);
    let in_force = year.and_then(Edition::in_force);
    if year.is_some() && !in_force.is_some_and(|edition| Edition::CURRENT.contains(&edition)) {
        return ReasonCode::Edition.skip();
    }
    let (first, agree, count) = editions(report);
    let Some(first) = first else { return ReasonCode::NotPrinted.skip() };
    match in_force {
        Some(edition) if agree && edition == first => Outcome::Passed { equations: count },
        None if agree && count == 1 => ReasonCode::NotStated.skip(),
        None if agree => Outcome::Passed { equations: count - 1 },
        _ => {
            findings.extend(finding(blocks(report), in_force, agree));
            Outcome::Passed { equations: count }
        }
    }
}

/// The edition of the first block, whether the others agree, and how many tell.
fn editions(report: &Report) -> (Option<Edition>, bool, usize) {
    let (mut first, mut agree, mut count) = (None, true, 0);
    let mut add = |edition: Option<Edition>| {
        if let Some(edition) = edition {
            agree = agree && *first.get_or_insert(edition) == edition;
            count += 1;
        }
    };
    Article::ALL.iter().for_each(|&article| add(printed::article_by_cells(report, article)));
    add(applications(report));
    (first, agree, count)
}

/// The edition of table 三 by its own rows.
fn applications(report: &Report) -> Option<Edition> {
    match printed::other_rows(report) {
        OtherRows::Single => Some(Edition::E2019),
        OtherRows::Three => Some(Edition::E2021),
        OtherRows::Both | OtherRows::Neither => None,
    }
}

fn blocks(report: &Report) -> Vec<Block> {
    let printed = |cell: &Cell| !report.get(*cell).is_absent();
    let articles = Article::ALL.iter().filter_map(|&article| {
        let edition = printed::article_by_cells(report, article)?;
        let cells = printed::own_cells(article, edition).iter().copied().filter(printed).collect();
        Some(Block { table: Table::Proactive, edition, cells })
    });
    let applications = applications(report).map(|edition| {
        let three = &[Row::NotSupplemented, Row::FeeUnpaid, Row::OtherOther][..];
        let rows = if edition == Edition::E2019 { &[Row::OtherSingle] } else { three };
        let columns = || std::iter::once(&Applicant::Total).chain(Applicant::KINDS);
        let cells = rows.iter().flat_map(|&row| columns().map(move |&kind| Cell::Applications(row, kind)));
        Block { table: Table::Applications, edition, cells: cells.filter(printed).collect() }
    });
    articles.chain(applications).collect()
}

fn finding(blocks: Vec<Block>, in_force: Option<Edition>, agree: bool) -> Option<Finding> {
    let due = in_force.unwrap_or_else(|| due_without_year(&blocks));
    let odd: Vec<_> = blocks.into_iter().filter(|block| block.edition != due).collect();
    let edition = odd.first()?.edition;
    let mut tables: Vec<_> = odd.iter().map(|block| wording::table(block.table)).collect();
    tables.dedup();
    let join = |name: fn(&(&'static str, &'static str)) -> &'static str, comma| {
        tables.iter().map(name).collect::<Vec<_>>().join(comma)
    };
    let (zh, en) = (join(|table| table.0, "、"), join(|table| table.1, ", "));
    let (old, new) = (edition.year(), due.year());
    let (old_act, new_act) = (edition.act(), due.act());
    let (zh, en) = match (agree, in_force) {
        (true, _) => (
            format!("{zh}使用{old}年版格式（{old_act}），该年度应使用{new}年版格式（{new_act}）"),
            format!(
                "{en}: the form of {old} ({old_act}) is used; the one in force for the year is that of {new} ({new_act})"
            ),
        ),
        (false, Some(_)) => (
            format!(
                "新旧格式混用：{zh}中有{old}年版（{old_act}）的栏目，该年度应使用{new}年版格式（{new_act}）"
            ),
            format!(
                "Editions are mixed: {en} has parts of {old} ({old_act}); the form in force for the year is that of {new} ({new_act})"
            ),
        ),
        (false, None) => (
            format!("新旧格式混用：{zh}中有{old}年版（{old_act}）的栏目，其余为{new}年版格式（{new_act}）"),
            format!(
                "Editions are mixed: {en} has parts of {old} ({old_act}), the rest is of {new} ({new_act})"
            ),
        ),
    };
    let cells = odd.into_iter().flat_map(|block| block.cells).collect();
    Some(Finding {
        expected: Some(new.to_string()),
        actual: Some(old.to_string()),
        ..Finding::new(&INFO, cells, zh, en)
    })
}

/// The edition that the odd blocks are not of, if the year does not tell.
fn due_without_year(blocks: &[Block]) -> Edition {
    let mut proactive =
        blocks.iter().filter(|block| block.table == Table::Proactive).map(|block| block.edition);
    match proactive.next() {
        Some(first) if proactive.all(|edition| edition == first) => first,
        _ => Edition::E2021,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::{found, outcome};

    const MIXED: &str = "proactive: 0\nform: 2019\napplications: 0";

    fn first_cell(lines: &str) -> String {
        let findings = found(lines);
        assert_eq!(findings.len(), 1, "{findings:?}");
        findings[0].cells[0].to_string()
    }

    #[test]
    fn the_block_that_is_not_in_force_is_odd() {
        let other = "applications.outcomes.other.total";
        assert_eq!(first_cell(&format!("year: 2023\n{MIXED}")), other);
        assert_eq!(first_cell(MIXED), other);
        assert_eq!(first_cell(&format!("year: 2020\n{MIXED}")), "proactive.rules.issued");
        let reversed = "form: 2019\nproactive: 0\nform: 2021\napplications: 0";
        assert_eq!(first_cell(reversed), "applications.outcomes.other.not_supplemented.total");
        assert_eq!(first_cell(&format!("year: 2022\n{reversed}")), "proactive.rules.made");
        assert_eq!(
            found(&format!("year: 2023\n{MIXED}"))[0].message.zh,
            "新旧格式混用：表三中有2019年版（国办公开办函〔2019〕60号）的栏目，\
             该年度应使用2021年版格式（国办公开办函〔2021〕30号）"
        );
    }

    #[test]
    fn items_of_table_2_may_differ() {
        let items = "proactive.fees.amount: 1.5\nform: 2019\nproactive.rules: 0 0 0";
        assert_eq!(first_cell(items), "proactive.rules.made");
        assert_eq!(first_cell(&format!("year: 2019\n{items}")), "proactive.fees.amount");
    }

    #[test]
    fn a_whole_form_out_of_force_is_one_finding() {
        let old = "year: 2023\nform: 2019\nproactive: 0\napplications: 0\nchallenges: 0";
        assert_eq!(first_cell(old), "proactive.rules.made");
        assert!(found(old)[0].message.zh.starts_with("表二、表三使用2019年版格式"));
    }

    #[test]
    fn it_says_what_it_could_not_judge() {
        assert!(outcome("year: 2018\nproactive: 0", INFO.name).contains("Edition"));
        assert!(outcome("proactive.rules: 0 0 0", INFO.name).contains("NotStated"));
        assert!(outcome("proactive: 0\napplications: 0", INFO.name).contains("equations: 2"));
        assert!(outcome("year: 2023\nchallenges: 0", INFO.name).contains("NotPrinted"));
        let period = "period: 2019-01-01 2019-12-31\nproactive.rules: 0 0 0";
        assert_eq!(first_cell(period), "proactive.rules.issued");
    }
}
