//! The tables of a report as cells with spans, laid out as the form and its known variants do.

use super::quirks::Quirks;
use super::words;
use gongkai::Report;
use gongkai::form::{
    Applicant, Article, Cell, ChallengeColumn, ChallengeRow, Edition, Group, ProactiveRow, Row,
};

/// One cell of a table as it is printed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slot {
    pub(crate) text: String,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    /// The number of the report that stands here, if one does.
    pub(crate) cell: Option<Cell>,
}

impl Slot {
    fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), columns: 1, rows: 1, cell: None }
    }

    fn over(self, columns: usize, rows: usize) -> Self {
        Self { columns, rows, ..self }
    }
}

/// A table: its rows, of which the first are heads.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) rows: Vec<Vec<Slot>>,
    pub(crate) heads: usize,
}

/// How the three tables are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Layout {
    /// Table 二 is one table for each article.
    pub(crate) split_proactive: bool,
    /// Heads and numbers of 第（一）项 disagree about their spans.
    pub(crate) spans_disagree: bool,
    /// 总计 stands before the five kinds of organisation.
    pub(crate) total_first: bool,
    /// 合计 instead of 总计 in the heads.
    pub(crate) other_total: bool,
    /// Table 三 is cut in two before its n-th row; the second half repeats the heads.
    pub(crate) cut: Option<usize>,
    pub(crate) challenges: ChallengeLayout,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum ChallengeLayout {
    /// Fifteen numbers in one row.
    #[default]
    OneRow,
    ThreeTables,
    /// Three rows under each other.
    Rows,
}

/// Writes the slots of one report.
pub(crate) struct Writer<'a> {
    pub(crate) report: &'a Report,
    pub(crate) layout: Layout,
    pub(crate) quirks: &'a mut Quirks,
}

impl Writer<'_> {
    fn label(&mut self, text: &str) -> Slot {
        Slot::new(self.quirks.label(text))
    }

    fn head(&mut self, text: &str) -> Slot {
        Slot::new(self.quirks.head(text))
    }

    fn number(&mut self, cell: Cell) -> Slot {
        Slot { cell: Some(cell), ..Slot::new(self.quirks.entry(cell, self.report.get(cell))) }
    }

    /// 总计 as this page words it.
    fn total_word(&self, item: &'static gongkai::form::Item) -> &'static str {
        if self.layout.other_total { item.variants[0] } else { item.label }
    }

    // ── table 二 ──

    pub(crate) fn proactive(&mut self) -> Vec<Sheet> {
        let edition = self.report.editions.proactive.expect("an edition");
        let articles = Article::ALL.iter().filter(|article| article.is_in(edition));
        let blocks: Vec<Sheet> = articles.map(|&article| self.article(article, edition)).collect();
        if self.layout.split_proactive {
            return blocks;
        }
        let rows = blocks.into_iter().flat_map(|block| block.rows).collect();
        vec![Sheet { rows, heads: 2 }]
    }

    fn article(&mut self, article: Article, edition: Edition) -> Sheet {
        let width = if self.layout.spans_disagree { 5 } else { 4 };
        let in_block = |row: &ProactiveRow| row.article() == article && row.is_in(edition);
        let rows: Vec<ProactiveRow> = ProactiveRow::ALL.iter().copied().filter(in_block).collect();
        let columns = rows[0].columns(edition);
        let mut heads = vec![self.head(words::CONTENT)];
        heads.extend(columns.iter().map(|&column| {
            let text = column.label_in(edition);
            self.head(text)
        }));
        let mut out = vec![vec![self.head(article.label()).over(width, 1)], heads];
        for row in rows {
            let mut slots = vec![self.label(row.label_in(edition))];
            slots.extend(columns.iter().map(|&column| self.number(Cell::Proactive(row, column))));
            out.push(slots);
        }
        for (at, row) in out.iter_mut().enumerate().skip(1) {
            stretch(row, width, at == 1);
        }
        Sheet { rows: out, heads: 2 }
    }

    // ── table 三 ──

    fn applicants(&self) -> Vec<Applicant> {
        let mut columns = Applicant::ALL.to_vec();
        if self.layout.total_first {
            columns.rotate_right(1);
            columns.swap(0, 1);
        }
        columns
    }

    fn application_heads(&mut self) -> Vec<Vec<Slot>> {
        let total = self.total_word(Applicant::Total.item());
        let person = self.head(Applicant::NaturalPerson.label()).over(1, 2);
        let organisations = self.head(words::ORGANISATIONS).over(5, 1);
        let total = self.head(total).over(1, 2);
        let second = if self.layout.total_first {
            [person, total, organisations]
        } else {
            [person, organisations, total]
        };
        let five = &Applicant::ALL[1..6];
        vec![
            vec![self.head(words::CORNER).over(3, 3), self.head(words::APPLICANTS).over(7, 1)],
            second.to_vec(),
            five.iter().map(|kind| self.head(kind.label())).collect(),
        ]
    }

    pub(crate) fn applications(&mut self) -> Vec<Sheet> {
        let edition = self.report.editions.applications.expect("an edition");
        let rows: Vec<Row> = Row::of(edition).collect();
        let cut = self.layout.cut.map_or(rows.len(), |at| 1 + at % (rows.len() - 1));
        let (first, second) = rows.split_at(cut);
        let parts = [first, second].into_iter().filter(|part| !part.is_empty());
        parts.map(|part| self.application_part(part, edition)).collect()
    }

    fn application_part(&mut self, rows: &[Row], edition: Edition) -> Sheet {
        let mut out = self.application_heads();
        let heads = out.len();
        let under_outcomes = |row: &Row| row.is_outcome() || *row == Row::OutcomesTotal;
        let mut outcomes = rows.iter().filter(|row| under_outcomes(row)).count();
        let mut open: Option<Group> = None;
        for &row in rows {
            let mut slots = Vec::new();
            // The merged cells of the left stand in the first row of theirs.
            if under_outcomes(&row) && outcomes > 0 {
                slots.push(self.label(words::OUTCOMES).over(1, outcomes));
                outcomes = 0;
            }
            let group = row.group().filter(|group| group.is_in(edition));
            if let Some(group) = group.filter(|&group| Some(group) != open) {
                let size = rows.iter().filter(|row| row.group() == Some(group)).count();
                slots.push(self.label(group.label()).over(1, size));
            }
            open = group;
            let columns = match (under_outcomes(&row), group) {
                (false, _) => 3,
                (true, None) => 2,
                (true, Some(_)) => 1,
            };
            slots.push(self.label(row.label()).over(columns, 1));
            for column in self.applicants() {
                slots.push(self.number(Cell::Applications(row, column)));
            }
            out.push(slots);
        }
        Sheet { rows: out, heads }
    }

    // ── table 四 ──

    pub(crate) fn challenges(&mut self) -> Vec<Sheet> {
        match self.layout.challenges {
            ChallengeLayout::OneRow => vec![self.challenges_in_one_row()],
            ChallengeLayout::ThreeTables => {
                ChallengeRow::ALL.iter().map(|&row| self.challenge_table(row)).collect()
            }
            ChallengeLayout::Rows => vec![self.challenge_rows()],
        }
    }

    fn results(&mut self) -> Vec<Slot> {
        let total = self.total_word(ChallengeColumn::Total.item());
        let word =
            |column: ChallengeColumn| if column == ChallengeColumn::Total { total } else { column.label() };
        ChallengeColumn::ALL.iter().map(|&column| self.head(word(column))).collect()
    }

    fn five(&mut self, row: ChallengeRow) -> Vec<Slot> {
        ChallengeColumn::ALL.iter().map(|&column| self.number(Cell::Challenges(row, column))).collect()
    }

    fn challenges_in_one_row(&mut self) -> Sheet {
        let [review, direct, after] = ChallengeRow::ALL else { unreachable!("three groups") };
        let first = vec![self.head(review.label()).over(5, 1), self.head(words::SUITS).over(10, 1)];
        let mut second: Vec<Slot> = self.results().into_iter().map(|slot| slot.over(1, 2)).collect();
        second.extend([direct, after].map(|row| self.head(row.label()).over(5, 1)));
        let third = [self.results(), self.results()].concat();
        let numbers = ChallengeRow::ALL.iter().flat_map(|&row| self.five(row)).collect();
        Sheet { rows: vec![first, second, third, numbers], heads: 3 }
    }

    fn challenge_table(&mut self, row: ChallengeRow) -> Sheet {
        let title = vec![self.head(row.label()).over(5, 1)];
        Sheet { rows: vec![title, self.results(), self.five(row)], heads: 2 }
    }

    fn challenge_rows(&mut self) -> Sheet {
        let mut rows = vec![[vec![self.head(words::CONTENT)], self.results()].concat()];
        for &row in ChallengeRow::ALL {
            rows.push([vec![self.label(row.label())], self.five(row)].concat());
        }
        Sheet { rows, heads: 1 }
    }
}

/// Widens one cell until the row is as wide as its table: the last one, but in a full row another one
/// for heads (1,1,2,1) than for numbers (1,2,1,1).
fn stretch(row: &mut [Slot], width: usize, is_head: bool) {
    let which = match (row.len(), is_head) {
        (4, true) => 2,
        (4, false) => 1,
        (length, _) => length - 1,
    };
    row[which].columns += width.saturating_sub(row.len());
}

impl Sheet {
    /// Every column of every row: the slot in its first place, nothing where it spans.
    pub(crate) fn expanded(&self) -> Vec<Vec<Option<&Slot>>> {
        let mut taken: Vec<usize> = Vec::new();
        let mut out = Vec::new();
        for row in &self.rows {
            let mut line: Vec<Option<&Slot>> = Vec::new();
            let skip = |line: &mut Vec<Option<&Slot>>, taken: &mut Vec<usize>| {
                while taken.get(line.len()).is_some_and(|&rows| rows > 0) {
                    taken[line.len()] -= 1;
                    line.push(None);
                }
            };
            for slot in row {
                skip(&mut line, &mut taken);
                let start = line.len();
                line.push(Some(slot));
                line.resize(start + slot.columns, None);
                taken.resize(taken.len().max(line.len()), 0);
                taken[start..line.len()].fill(slot.rows - 1);
            }
            skip(&mut line, &mut taken);
            out.push(line);
        }
        out
    }
}
