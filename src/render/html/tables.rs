//! The three tables with their heads, groups and merged cells, as the official form prints them.

use super::Html;
use crate::Language;
use crate::form::{
    Applicant, Article, Caption, Cell, ChallengeColumn, ChallengeRow, Edition, Group, Item, ProactiveColumn,
    ProactiveRow, Row, Table,
};
use crate::render::layout::Block;
use crate::render::style::harmless;
use crate::render::words::name;
use maud::{Markup, html};

impl Html<'_> {
    pub(super) fn table_markup(&self, table: Table) -> Markup {
        let caption = self.id(&format!("table-{}", table.section().path()));
        html! {
            @if self.layout.has(table) {
                div.scroll role="region" tabindex="0" aria-labelledby=(caption) {
                    table.(table.section().path()) {
                        caption id=(caption) { (self.caption(table)) }
                        @match table {
                            Table::Proactive => (self.proactive()),
                            Table::Applications => (self.applications()),
                            Table::Challenges => (self.challenges()),
                        }
                    }
                }
            } @else {
                p.quiet id=(caption) { (self.pick("（页面未见此表）", "(not on the page)")) }
            }
            (self.extra_rows(table))
        }
    }

    fn caption(&self, table: Table) -> Markup {
        let editions = self.audited.report.editions;
        let (zh, en, edition) = match table {
            Table::Proactive => ("表二", "Table 2", editions.proactive),
            Table::Applications => ("表三", "Table 3", editions.applications),
            Table::Challenges => ("表四", "Table 4", editions.challenges),
        };
        let year = edition.map(Edition::year);
        html! {
            (self.pick(zh, en))
            @if let Some(year) = year {
                span.quiet { " " (self.pick("", "form of ")) (year) (self.pick("年版", "")) }
            }
        }
    }

    /// Table 二: under each article of the law heads of their own, so that every number names its heads.
    fn proactive(&self) -> Markup {
        let blocks = self.layout.blocks();
        let width = blocks.iter().map(|block| block.columns.len()).max().unwrap_or(1);
        html! { @for block in &blocks { tbody { (self.block(block, width)) } } }
    }

    fn block(&self, block: &Block, width: usize) -> Markup {
        let article = self.id(&format!("head-{}", steps(block.rows.first())));
        let head = |column: &ProactiveColumn| format!("{article}-{}", column.path());
        // The last column takes what the others leave of the width.
        let span = |at: usize| if at + 1 == block.columns.len() { width - at } else { 1 };
        let merged = |at: usize| (span(at) > 1).then(|| span(at));
        let official = |column| block.head(column, &self.audited.report, Language::Chinese);
        let english = |column| block.head(column, &self.audited.report, Language::English);
        html! {
            tr.article {
                th id=(article) colspan=(width + 1) scope="colgroup" {
                    (self.label(english_article(block.article), block.article.label()))
                }
            }
            tr {
                th.content scope="col" { (self.caption_item(Caption::Content)) }
                @for (at, column) in block.columns.iter().enumerate() {
                    th id=(head(column)) colspan=[merged(at)] scope="col" {
                        (self.label(&english(*column), &official(*column)))
                    }
                }
            }
            @for row in &block.rows {
                @let row_id = format!("{article}-row-{}", row.path());
                tr {
                    th id=(row_id) scope="row" { (self.proactive_row(*row)) }
                    @for (at, column) in block.columns.iter().enumerate() {
                        @let headers = format!("{article} {row_id} {}", head(column));
                        (self.cell(Cell::Proactive(*row, *column), span(at), Some(&headers)))
                    }
                }
            }
        }
    }

    fn proactive_row(&self, row: ProactiveRow) -> Markup {
        self.label(&name(row.item(), Language::English), row.label_in(self.layout.proactive_edition()))
    }

    fn applications(&self) -> Markup {
        html! {
            colgroup { col.outcomes; col.group; col.item; col span=(Applicant::ALL.len()); }
            (self.applicants())
            (self.application_rows())
        }
    }

    fn applicants(&self) -> Markup {
        let kinds = || Applicant::ALL.iter().copied();
        let is_body = |kind: &Applicant| !matches!(kind, Applicant::NaturalPerson | Applicant::Total);
        html! {
            thead {
                tr {
                    td.corner colspan="3" rowspan="3" { (self.caption_item(Caption::Balance)) }
                    th colspan=(kinds().count()) scope="colgroup" { (self.caption_item(Caption::Applicants)) }
                }
                tr {
                    @for kind in kinds() {
                        @if !is_body(&kind) { th rowspan="2" scope="col" { (self.item(kind.item())) } }
                        @if kind == Applicant::NaturalPerson {
                            th colspan=(kinds().filter(is_body).count()) scope="colgroup" {
                                (self.caption_item(Caption::Organisations))
                            }
                        }
                    }
                }
                tr {
                    @for kind in kinds().filter(is_body) { th scope="col" { (self.item(kind.item())) } }
                }
            }
        }
    }

    fn application_rows(&self) -> Markup {
        let rows: Vec<_> = self.layout.rows().collect();
        let is_outcome = |row: &Row| row.is_outcome() || *row == Row::OutcomesTotal;
        let outcomes = rows.iter().filter(|row| is_outcome(row)).count();
        let first = rows.iter().copied().find(is_outcome);
        html! {
            tbody {
                @for (at, &row) in rows.iter().enumerate() {
                    @let group = group(row);
                    @let opens = group.filter(|_| at == 0 || self::group(rows[at - 1]) != group);
                    tr.total[row == Row::OutcomesTotal] {
                        @if Some(row) == first {
                            th.outcomes rowspan=(outcomes) scope="rowgroup" {
                                (self.caption_item(Caption::Outcomes))
                            }
                        }
                        @if let Some(group) = opens {
                            @let size = rows[at..].iter().filter(|row| self::group(**row) == Some(group)).count();
                            th.group rowspan=(size) scope="rowgroup" { (self.item(group.item())) }
                        }
                        @let span = match (is_outcome(&row), group) { (false, _) => 3, (_, None) => 2, _ => 1 };
                        th.item colspan=[(span > 1).then_some(span)] scope="row" { (self.item(row.item())) }
                        @for cell in Cell::row(row) { (self.cell(cell, 1, None)) }
                    }
                }
            }
        }
    }

    /// Table 四: one row of fifteen numbers.
    fn challenges(&self) -> Markup {
        let columns = ChallengeColumn::ALL;
        let suits = ChallengeRow::ALL.iter().filter(|row| **row != ChallengeRow::Review);
        let review = ChallengeRow::Review.item();
        html! {
            thead {
                tr {
                    th colspan=(columns.len()) scope="colgroup" { (self.item(review)) }
                    th colspan=(suits.clone().count() * columns.len()) scope="colgroup" {
                        (self.caption_item(Caption::Suits))
                    }
                }
                tr {
                    @for column in columns { th rowspan="2" scope="col" { (self.item(column.item())) } }
                    @for row in suits.clone() {
                        th colspan=(columns.len()) scope="colgroup" { (self.item(row.item())) }
                    }
                }
                tr {
                    @for _ in suits {
                        @for column in columns { th scope="col" { (self.item(column.item())) } }
                    }
                }
            }
            tbody {
                tr {
                    @for &row in ChallengeRow::ALL {
                        @for &column in columns { (self.cell(Cell::Challenges(row, column), 1, None)) }
                    }
                }
            }
        }
    }

    fn caption_item(&self, caption: Caption) -> Markup {
        let english = match caption {
            Caption::Content => "content",
            Caption::Applicants => "applicants",
            Caption::Organisations => "legal persons and other organisations",
            Caption::Balance => "(in every column: first plus second = third plus fourth)",
            Caption::Outcomes => "outcomes",
            Caption::Suits => "administrative suits",
        };
        self.label(english, caption.label())
    }

    /// Rows that the page prints and the form does not have.
    fn extra_rows(&self, table: Table) -> Markup {
        let rows: Vec<_> = self.audited.report.extra_rows.iter().filter(|row| row.table == table).collect();
        html! {
            @if !rows.is_empty() {
                div.extra {
                    p { (self.pick("表外行（格式没有规定，原样照录）：", "Rows that are not in the form, as printed:")) }
                    ul lang=[self.chinese()] {
                        @for row in rows {
                            li { bdi { (harmless(&row.label)) } @for value in &row.values { " │ " bdi { (harmless(value)) } } }
                        }
                    }
                }
            }
        }
    }
}

/// The group of a row of table 三; （六）其他处理 of 2019 has the label of its group and is a row itself.
fn group(row: Row) -> Option<Group> {
    row.group().filter(|group| group.label() != row.label())
}

fn steps(row: Option<&ProactiveRow>) -> &'static str {
    let item: Option<&Item> = row.map(|row| row.item());
    item.map_or("", |item| item.path)
}

const fn english_article(article: Article) -> &'static str {
    match article {
        Article::Rules => "Article 20, item 1",
        Article::Licensing => "Article 20, item 5",
        Article::Penalties => "Article 20, item 6",
        Article::Fees => "Article 20, item 8",
        Article::Procurement => "Article 20, item 9",
    }
}
