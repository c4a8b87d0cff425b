//! Words that every way of showing a report shares.

use crate::check::{Outcome, Severity};
use crate::form::{Caption, Cell, ChallengeRow, Edition, Editions, Item, Overall, SectionKind, Table};
use crate::report::{Passage, Period};
use crate::source::Place;
use crate::{Audited, Language};

pub(super) const fn pick<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// What the form calls something: the official wording, or the last step of its path in words.
pub(super) fn name(item: &Item, language: Language) -> String {
    match language {
        Language::Chinese => item.label.to_owned(),
        Language::English => item.path.rsplit('.').next().unwrap_or_default().replace('_', " "),
    }
}

/// The heading of a table's section; in English with the official one, by which it is found on a page.
pub(super) fn section(table: Table, language: Language) -> String {
    let item = table.section().item();
    match language {
        Language::Chinese => item.label.to_owned(),
        Language::English => format!("{} ({})", name(item, language), item.label),
    }
}

/// A cell by the words of the form: its table, row and column.
pub(super) fn cell_name(cell: Cell, edition: Edition, language: Language) -> String {
    let (row, column) = (row_name(cell, edition, language), column_name(cell, edition, language));
    let at = Table::ALL.iter().position(|table| *table == cell.table()).unwrap_or_default();
    match language {
        Language::Chinese => format!("表{}「{row}」{column}", ["二", "三", "四"][at]),
        Language::English => format!("Table {}, {row}, {column}", at + 2),
    }
}

/// The row of a cell with the group in which it stands.
pub(super) fn row_name(cell: Cell, edition: Edition, language: Language) -> String {
    let (item, group) = match cell {
        Cell::Proactive(row, _) => (row.item(), None),
        Cell::Applications(row, _) => (row.item(), row.group().map(|group| group.label())),
        Cell::Challenges(row @ ChallengeRow::Review, _) => (row.item(), None),
        Cell::Challenges(row, _) => (row.item(), Some(Caption::Suits.label())),
    };
    match (language, group) {
        (Language::English, _) => item.path.replace('_', " ").replace('.', ": "),
        (Language::Chinese, Some(group)) if group != item.label => {
            format!("{group} {}", item.label_in(edition))
        }
        (Language::Chinese, _) => item.label_in(edition).to_owned(),
    }
}

/// The column of a cell.
pub(super) fn column_name(cell: Cell, edition: Edition, language: Language) -> String {
    match language {
        Language::Chinese => cell.labels_in(edition).1.to_owned(),
        Language::English => {
            let path = cell.to_string();
            path.rsplit('.').next().unwrap_or_default().replace('_', " ")
        }
    }
}

/// Where in the report a piece of prose stands.
pub(super) fn passage(passage: Passage, language: Language) -> String {
    let section = passage.section.map(SectionKind::item);
    let section = match (section, language) {
        (Some(item), _) => name(item, language),
        (None, Language::Chinese) => "正文之前".to_owned(),
        (None, Language::English) => "before section 1".to_owned(),
    };
    match (passage.paragraph.map(|paragraph| paragraph.saturating_add(1)), language) {
        (Some(number), Language::Chinese) => format!("{section} 第{number}段"),
        (Some(number), Language::English) => format!("{section}, paragraph {number}"),
        (None, Language::Chinese) => format!("{section} 标题"),
        (None, Language::English) => format!("{section}, heading"),
    }
}

/// The facts of a report's head that are there or are said to be unknown.
pub(super) fn period(period: Period, language: Language) -> String {
    format!("{} {} {}", period.start, pick(language, "至", "to"), period.end)
}

pub(super) fn edition(editions: Editions, language: Language) -> Option<String> {
    let one = |edition: Edition| match language {
        Language::Chinese => format!("{}年版（{}）", edition.year(), edition.act()),
        Language::English => format!("{} ({})", edition.year(), edition.act()),
    };
    let tables = [editions.proactive, editions.applications, editions.challenges];
    let each = Table::ALL
        .iter()
        .zip(tables)
        .filter_map(|(table, edition)| Some(format!("{} {}", section(*table, language), edition?.year())));
    match editions.overall()? {
        Overall::One(edition) => Some(one(edition)),
        Overall::Mixed(_) => {
            let each = each.collect::<Vec<_>>().join(pick(language, "；", "; "));
            Some(format!("{}{each}", pick(language, "混用：", "mixed: ")))
        }
    }
}

pub(super) const fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => pick(language, "错误", "error"),
        Severity::Warning => pick(language, "警告", "warning"),
        Severity::Note => pick(language, "提示", "note"),
    }
}

/// Line and column of the source, as far as they are known.
pub(super) fn place(place: Option<Place>, language: Language) -> Option<String> {
    let place = place?;
    Some(match (place.line?, place.column, language) {
        (line, None, Language::Chinese) => format!("第{line}行"),
        (line, Some(column), Language::Chinese) => format!("第{line}行第{column}列"),
        (line, None, Language::English) => format!("line {line}"),
        (line, Some(column), Language::English) => format!("line {line}, column {column}"),
    })
}

/// How many of everything there are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) notes: usize,
    pub(super) problems: usize,
    pub(super) passed: usize,
    pub(super) found: usize,
    pub(super) skipped: usize,
}

impl Counts {
    pub(super) fn of(audited: &Audited) -> Self {
        let of = |severity| audited.findings.iter().filter(|finding| finding.severity == severity).count();
        let mut counts = Self {
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            notes: of(Severity::Note),
            problems: audited.problems.len(),
            ..Self::default()
        };
        for outcome in audited.outcomes.values() {
            match outcome {
                Outcome::Passed { .. } => counts.passed += 1,
                Outcome::Found { .. } => counts.found += 1,
                Outcome::Skipped { .. } => counts.skipped += 1,
            }
        }
        counts
    }

    pub(super) fn summary(self, language: Language) -> String {
        let Self { errors, warnings, notes, problems, passed, found, skipped } = self;
        match language {
            Language::Chinese => format!(
                "错误 {errors}，警告 {warnings}，提示 {notes}，读取问题 {problems}；\
                 规则通过 {passed}，有发现 {found}，未查 {skipped}。"
            ),
            Language::English => format!(
                "errors {errors}, warnings {warnings}, notes {notes}, reading problems {problems}; \
                 rules passed {passed}, found {found}, not checked {skipped}."
            ),
        }
    }
}
