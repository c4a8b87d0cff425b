//! The three tables with their heads, groups and merged cells, as the official form prints them.

use super::Html;
use crate::Language;
use crate::form::{Article, Caption, Cell, ChallengeRow, Edition, Row, Table};
use crate::render::grid::{self, Content, Grid, Line, Role, Slot};
use crate::render::layout::Block;
use crate::render::style::harmless;
use crate::render::words::name;
use maud::{Markup, html};

impl Html<'_> {
    pub(super) fn table_markup(&self, table: Table) -> Markup {
        let caption = self.id(&format!("table-{}", table.section().path()));
        let (blocks, rows) = (self.layout.blocks(), self.layout.rows().collect::<Vec<_>>());
        html! {
            @if self.layout.has(table) {
                div.scroll role="region" tabindex="0" aria-labelledby=(caption) {
                    table.(table.section().path()) {
                        caption id=(caption) { (self.caption(table)) }
                        @match table {
                            Table::Proactive => (self.grid(&grid::proactive(&blocks), &blocks)),
                            Table::Applications => (self.grid(&grid::applications(&rows), &[])),
                            Table::Challenges => (self.grid(&grid::challenges(ChallengeRow::ALL), &[])),
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

    /// The rows of a table. In table 二 every number names its heads, which stand under each article anew.
    fn grid(&self, grid: &Grid<'_>, blocks: &[Block]) -> Markup {
        let labels = ["outcomes", "group", "item"];
        html! {
            @if grid.labels == labels.len() {
                colgroup {
                    @for label in labels { col.(label); }
                    col span=(grid.columns - grid.labels);
                }
            }
            @if !grid.heads.is_empty() {
                thead { @for line in &grid.heads { (self.line(line, None)) } }
            }
            @for (at, body) in grid.bodies.iter().enumerate() {
                @let ids = blocks.get(at).map(|block| Ids::new(self, block));
                tbody { @for line in body { (self.line(line, ids.as_ref())) } }
            }
        }
    }

    fn line(&self, line: &Line<'_>, ids: Option<&Ids<'_>>) -> Markup {
        let is_article = line.iter().any(|slot| matches!(slot.content, Content::Article(_)));
        let total = Row::OutcomesTotal.item();
        let is_total =
            line.iter().any(|slot| matches!(slot.content, Content::Item(item, _) if item == total));
        let class = if is_article { Some("article") } else { is_total.then_some("total") };
        html! { tr class=[class] { @for slot in line { (self.slot(slot, ids)) } } }
    }

    fn slot(&self, slot: &Slot<'_>, ids: Option<&Ids<'_>>) -> Markup {
        if let Content::Value(cell) = slot.content {
            return self.cell(cell, slot.columns, ids.and_then(|ids| ids.headers(cell)).as_deref());
        }
        let span = |of: usize| (of > 1).then_some(of);
        let (columns, rows) = (span(slot.columns), span(slot.rows));
        let (class, scope) = match (slot.role, slot.content) {
            (Role::Corner | Role::Value, _) => (Some("corner"), None),
            (Role::Heads, _) => (None, Some("colgroup")),
            (Role::Head, Content::Caption(Caption::Content)) => (Some("content"), Some("col")),
            (Role::Head, _) => (None, Some("col")),
            (Role::Rows, Content::Caption(_)) => (Some("outcomes"), Some("rowgroup")),
            (Role::Rows, _) => (Some("group"), Some("rowgroup")),
            (Role::Row, _) => (ids.is_none().then_some("item"), Some("row")),
        };
        html! {
            @match scope {
                Some(scope) => th class=[class] id=[ids.and_then(|ids| ids.of(slot.content))]
                    colspan=[columns] rowspan=[rows] scope=(scope) { (self.content(slot.content)) },
                None => td class=[class] colspan=[columns] rowspan=[rows] { (self.content(slot.content)) },
            }
        }
    }

    /// What the form prints in a cell; in English with the official words behind it.
    fn content(&self, content: Content<'_>) -> Markup {
        let official = content.official(&self.audited.report);
        match content {
            Content::Caption(caption) => self.label(english_caption(caption), &official),
            Content::Article(article) => self.label(english_article(article), &official),
            Content::Item(item, _) => self.label(&name(item, Language::English), &official),
            Content::Column(block, column) => {
                self.label(&block.head(column, &self.audited.report, Language::English), &official)
            }
            Content::Printed(text) => html! { (harmless(text)) },
            Content::Value(cell) => self.cell(cell, 1, None),
        }
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

/// The ids of the heads and rows under an article, to which its numbers refer.
struct Ids<'b> {
    article: String,
    block: &'b Block,
}

impl<'b> Ids<'b> {
    fn new(html: &Html<'_>, block: &'b Block) -> Self {
        let first = block.rows.first().map_or("", |row| row.path());
        Self { article: html.id(&format!("head-{first}")), block }
    }

    fn of(&self, content: Content<'_>) -> Option<String> {
        let article = &self.article;
        match content {
            Content::Article(_) => Some(article.clone()),
            Content::Column(_, column) => Some(format!("{article}-{}", column.path())),
            Content::Item(item, _) => Some(format!("{article}-row-{}", item.path)),
            _ => None,
        }
    }

    fn headers(&self, cell: Cell) -> Option<String> {
        let Cell::Proactive(row, column) = cell else { return None };
        let row = self.of(Content::Item(row.item(), self.block.edition))?;
        let column = self.of(Content::Column(self.block, column))?;
        Some(format!("{} {row} {column}", self.article))
    }
}

const fn english_caption(caption: Caption) -> &'static str {
    match caption {
        Caption::Content => "content",
        Caption::Applicants => "applicants",
        Caption::Organisations => "legal persons and other organisations",
        Caption::Balance => "(in every column: first plus second = third plus fourth)",
        Caption::Outcomes => "outcomes",
        Caption::Suits => "administrative suits",
    }
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
