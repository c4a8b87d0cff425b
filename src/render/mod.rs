//! A report and what was found in it, as a person wants to see it in a terminal.
//!
//! The tables stand in official form, so that they can be compared with the page line by line: no
//! row is hidden because it is zero, a blank stays blank, and every doubt has a mark of its own.

mod forms;
mod notes;
mod style;
mod table;

pub use style::Style;

use crate::form::{Cell, Edition, Editions, Item, Overall, Table};
use crate::report::Report;
use crate::{Audited, Language};
use forms::{Forms, Marks};
use style::Tone;

/// A report, its findings in place and listed, its problems, and a summary in one line.
///
/// An [`Audited`] comes from [`audit`](crate::audit()), from JSON, or from [`Audited::new`].
///
/// ```
/// use gongkai::check::{Case, check};
/// use gongkai::render::{Style, audited};
/// use gongkai::{Audited, Language, Reading};
///
/// let mut reading = Reading::default();
/// reading.report.challenges.review.upheld = 2.into();
/// let checked = check(&reading);
/// let text = audited(&Audited::new(reading, checked), Language::English, Style::Plain);
/// assert!(text.contains("upheld"));
/// ```
pub fn audited(audited: &Audited, language: Language, style: Style) -> String {
    let marks = Marks {
        faulty: audited.findings.iter().filter_map(|finding| finding.cells.first().copied()).collect(),
        inferred: audited.inferred.iter().copied().collect(),
    };
    let mut page = Page { out: String::new(), language, style };
    page.report(&audited.report, &marks);
    page.notes(audited);
    page.out
}

/// A report alone: what it says in official form, with nothing marked.
pub fn report(report: &Report, language: Language, style: Style) -> String {
    let mut page = Page { out: String::new(), language, style };
    page.report(report, &Marks::default());
    page.out
}

/// The output so far, and how to go on.
struct Page {
    out: String,
    language: Language,
    style: Style,
}

impl Page {
    fn report(&mut self, report: &Report, marks: &Marks) {
        self.head(report);
        let mut forms = Forms { page: self, report, marks, seen: forms::Seen::default() };
        forms.print();
    }

    fn head(&mut self, report: &Report) {
        let unknown = self.pick("不明", "unknown");
        let title = report.title.as_deref().unwrap_or(self.pick("（无标题）", "(no title)"));
        self.line(Tone::Title, title);
        let period = report.period.map(|period| {
            let to = self.pick("至", "to");
            format!("{} {to} {}", period.start, period.end)
        });
        let edition = edition(report.editions, self.language);
        let year = report.year.map(|year| year.to_string());
        let facts = [
            (self.pick("机关", "body"), report.agency.clone()),
            (self.pick("年度", "year"), year),
            (self.pick("统计期限", "period"), period),
            (self.pick("表式", "form"), edition),
        ];
        for (name, fact) in facts {
            let fact = fact.unwrap_or_else(|| unknown.to_owned());
            self.line(Tone::Text, &format!("{name}{}{fact}", self.pick("：", ": ")));
        }
    }

    fn line(&mut self, tone: Tone, text: &str) {
        self.out.push_str(&self.style.paint(tone, text));
        self.out.push('\n');
    }

    const fn pick(&self, zh: &'static str, en: &'static str) -> &'static str {
        pick(self.language, zh, en)
    }
}

const fn pick<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// What the form calls something: the official wording, or the last step of its path in words.
fn name(item: &Item, language: Language) -> String {
    let step = item.path.rsplit('.').next().unwrap_or_default();
    match language {
        Language::Chinese => item.label.to_owned(),
        Language::English => step.replace('_', " "),
    }
}

/// The heading of a table's section; in English with the official one, by which it is found on a page.
fn section(table: Table, language: Language) -> String {
    let item = table.section().item();
    match language {
        Language::Chinese => item.label.to_owned(),
        Language::English => format!("{} ({})", name(item, language), item.label),
    }
}

/// A cell by the words of the form, or by its path.
fn cell_name(cell: Cell, language: Language) -> String {
    let (row, column) = cell.labels();
    match language {
        Language::Chinese => format!("「{row}」的「{column}」"),
        Language::English => cell.to_string(),
    }
}

fn edition(editions: Editions, language: Language) -> Option<String> {
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

#[cfg(test)]
mod tests;
