//! What a report prints: how many of its cells say what, and which edition's form it is by its cells,
//! table 二 item by item, table 三 by （六）其他处理. Table 四 is the same in both editions.

use crate::form::{Applicants, Article, Cell, Edition, ProactiveColumn, ProactiveRow, Results, Row};
use crate::report::{Entry, Number, Report};
use std::sync::LazyLock;

/// How many cells say what.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// A number or an explicit nothing.
    pub(super) said: usize,
    /// A number that is no amount of money.
    pub(super) counts: usize,
    /// A number of another kind than the cell asks for: a negative one or a fraction.
    pub(super) odd: usize,
    /// A blank.
    pub(super) blank: usize,
    /// What is no number.
    pub(super) unreadable: usize,
}

impl Tally {
    pub(super) fn of(report: &Report) -> Self {
        let mut tally = Self::default();
        for row in report.proactive.rows.each() {
            let cells = ProactiveColumn::ALL.iter().zip(row.each());
            cells.for_each(|(column, entry)| tally.add(entry, Kind::of(*column)));
        }
        let applications = report.applications.iter().flat_map(Applicants::each);
        let challenges = report.challenges.each().into_iter().flat_map(Results::each);
        applications.chain(challenges).for_each(|entry| tally.add(entry, Kind::Count));
        tally
    }

    fn add(&mut self, entry: &Entry, kind: Kind) {
        match entry {
            Entry::Value(number) => {
                self.said += 1;
                self.counts += usize::from(kind != Kind::Amount);
                let is_due = match number {
                    Number::Count(_) => true,
                    Number::Change(_) => kind == Kind::Change,
                    Number::Amount(_) => kind == Kind::Amount,
                };
                self.odd += usize::from(!is_due);
            }
            Entry::Mark => self.said += 1,
            Entry::Blank => self.blank += 1,
            Entry::Unreadable(_) => self.unreadable += 1,
            Entry::Absent => {}
        }
    }
}

/// The kind of number that a cell asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Count,
    Change,
    Amount,
}

impl Kind {
    const fn of(column: ProactiveColumn) -> Self {
        match column {
            ProactiveColumn::Change => Self::Change,
            ProactiveColumn::Amount => Self::Amount,
            _ => Self::Count,
        }
    }
}

/// Which rows of （六）其他处理 are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OtherRows {
    /// One row, as in the edition 2019.
    Single,
    /// Three rows, as in the edition 2021, or some of them.
    Three,
    /// One row and three, so that it cannot be told which of them （七）总计 counts.
    Both,
    /// None.
    Neither,
}

/// Which rows of （六）其他处理 are printed. Beside rows that say something, blank ones do not count:
/// a heading may have blank cells.
pub(super) fn other_rows(report: &Report) -> OtherRows {
    let single = said(report, Row::OtherSingle);
    let three = [Row::NotSupplemented, Row::FeeUnpaid, Row::OtherOther];
    let three = three.iter().map(|&row| said(report, row)).max().unwrap_or(Said::Nothing);
    match single.cmp(&three) {
        std::cmp::Ordering::Greater => OtherRows::Single,
        std::cmp::Ordering::Less => OtherRows::Three,
        std::cmp::Ordering::Equal if single == Said::Nothing => OtherRows::Neither,
        std::cmp::Ordering::Equal => OtherRows::Both,
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Nothing,
    Blank,
    Something,
}

fn said(report: &Report, row: Row) -> Said {
    let said = |entry: &Entry| match entry {
        Entry::Absent => Said::Nothing,
        Entry::Blank => Said::Blank,
        Entry::Mark | Entry::Unreadable(_) | Entry::Value(_) => Said::Something,
    };
    report.applications[row].each().into_iter().map(said).max().unwrap_or(Said::Nothing)
}

/// The edition of table 三: by its rows if they tell, else as the reading says, else as the other
/// blocks are.
pub(super) fn applications(report: &Report) -> Option<Edition> {
    match other_rows(report) {
        OtherRows::Single => Some(Edition::E2019),
        OtherRows::Three => Some(Edition::E2021),
        OtherRows::Both | OtherRows::Neither => {
            let editions = report.editions;
            editions.applications.or_else(|| editions.agreed()).filter(is_current)
        }
    }
}

fn is_current(edition: &Edition) -> bool {
    Edition::CURRENT.contains(edition)
}

/// The edition of one item of table 二: by its own cells, else as the reading says of the table,
/// else as the other items are, if they agree.
pub(super) fn article(report: &Report, article: Article) -> Option<Edition> {
    let declared = || report.editions.proactive.filter(is_current);
    let others = || {
        let mut others = Article::ALL.iter().filter_map(|&article| article_by_cells(report, article));
        let first = others.next()?;
        others.all(|other| other == first).then_some(first)
    };
    article_by_cells(report, article).or_else(declared).or_else(others)
}

/// The edition of one item of table 二 by the cells that only one edition has.
pub(super) fn article_by_cells(report: &Report, article: Article) -> Option<Edition> {
    Edition::CURRENT
        .iter()
        .copied()
        .find(|&edition| own_cells(article, edition).iter().any(|&cell| !report.get(cell).is_absent()))
}

/// The cells of an item of table 二 that no other edition has.
pub(super) fn own_cells(article: Article, edition: Edition) -> &'static [Cell] {
    /// The cells of both editions, by article.
    static OWN: LazyLock<Vec<[Vec<Cell>; 2]>> = LazyLock::new(|| {
        let own = |article, edition, other| own_cells_of(article, edition, other).collect();
        let both = |&article| {
            [own(article, Edition::E2019, Edition::E2021), own(article, Edition::E2021, Edition::E2019)]
        };
        Article::ALL.iter().map(both).collect()
    });
    OWN.get(article as usize).map_or(&[], |both| &both[usize::from(edition == Edition::E2021)])
}

fn own_cells_of(article: Article, edition: Edition, other: Edition) -> impl Iterator<Item = Cell> {
    let rows = ProactiveRow::ALL.iter().filter(move |row| row.article() == article);
    let cells = rows
        .flat_map(move |&row| row.columns(edition).iter().map(move |&column| Cell::Proactive(row, column)));
    cells.filter(move |cell| !cell.is_in(other))
}

/// The edition of the block in which a cell stands, if the block tells.
pub(super) fn edition(report: &Report, cell: Cell) -> Option<Edition> {
    match cell {
        Cell::Proactive(row, _) => article(report, row.article()),
        Cell::Applications(..) => applications(report),
        Cell::Challenges(..) => None,
    }
}

/// Row and column of a cell as the form that its block prints words them.
pub(super) fn labels(report: &Report, cell: Cell) -> (&'static str, &'static str) {
    edition(report, cell).map_or_else(|| cell.labels(), |edition| cell.labels_in(edition))
}

/// Whether a cell belongs to the form that its own block of the report prints.
pub(super) fn is_in_form(report: &Report, cell: Cell) -> bool {
    edition(report, cell).is_none_or(|edition| cell.is_in(edition))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sketch;

    fn rows(lines: &str) -> OtherRows {
        other_rows(&sketch(lines).expect("a sketch").report)
    }

    #[test]
    fn rows_that_say_something_decide() {
        assert_eq!(rows(""), OtherRows::Neither);
        assert_eq!(rows("applications.outcomes.other.fee_unpaid: 0"), OtherRows::Three);
        assert_eq!(rows("form: 2019\napplications.outcomes.other: _"), OtherRows::Single);
        let heading = "applications.outcomes.other: 0\nform: 2019\napplications.outcomes.other.total: ";
        assert_eq!(rows(&format!("{heading}_")), OtherRows::Three);
        assert_eq!(rows(&format!("{heading}0")), OtherRows::Both);
    }

    #[test]
    fn an_item_of_table_2_is_known_by_cells_of_its_own() {
        let mut report = sketch("form: 2019\nproactive.licensing: 1 -1 3").expect("a sketch").report;
        assert_eq!(article(&report, Article::Licensing), Some(Edition::E2019));
        assert_eq!(article(&report, Article::Penalties), Some(Edition::E2019));
        report.editions.proactive = Some(Edition::E2021);
        assert_eq!(article(&report, Article::Licensing), Some(Edition::E2019));
        assert_eq!(article(&report, Article::Penalties), Some(Edition::E2021));
    }

    #[test]
    fn items_that_tell_speak_for_one_that_does_not_if_they_agree() {
        let of_penalties =
            |lines: &str| article(&sketch(lines).expect("a sketch").report, Article::Penalties);
        let old = "form: 2019\nproactive.licensing: 1 -1 3\nproactive.rules: 0 0 0";
        assert_eq!(of_penalties(old), Some(Edition::E2019));
        assert_eq!(of_penalties(&format!("{old}\nform: 2021\nproactive.fees.amount: 1.5")), None);
    }

    #[test]
    fn an_edition_with_other_tables_says_nothing_of_these() {
        let mut report = sketch("proactive.licensing.decisions: 3").expect("a sketch").report;
        report.editions.applications = Some(Edition::E2014);
        report.editions.proactive = Some(Edition::E2014);
        assert_eq!(applications(&report), None);
        assert_eq!(article(&report, Article::Penalties), None);
    }

    #[test]
    fn cells_are_counted_by_what_they_say() {
        let report =
            sketch("challenges.review: 1 / _ ? 0\nproactive.fees.amount: 2").expect("a sketch").report;
        let Tally { said, counts, odd, blank, unreadable } = Tally::of(&report);
        assert_eq!((said, counts, odd, blank, unreadable), (4, 2, 0, 1, 1));
        let report = sketch("challenges.review: -1 1.5 0 0 1").expect("a sketch").report;
        assert_eq!(Tally::of(&report).odd, 2);
    }
}
