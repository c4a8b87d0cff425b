//! A report and what was found in it, as a person wants to see it: in a terminal ([`audited`]), as a web
//! page of its own ([`page()`]) or as parts of another ([`Html`]).
//!
//! The tables stand in official form, so that they can be compared with the page line by line: no
//! row is hidden because it is zero, a blank stays blank, and every doubt has a mark of its own.

mod blocks;
mod caret;
mod excerpt;
mod forms;
mod grid;
mod html;
mod layout;
mod notes;
pub mod official;
mod page;
mod segments;
mod style;
mod table;
mod words;

pub use html::{CSS, Html};
pub use page::page;
pub use style::Style;

use crate::report::Report;
use crate::{Audited, Language};
use forms::{Forms, Marks, Seen};
use layout::Layout;
use style::Tone;
use words::{edition, period, pick};

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
    page.notes(audited, &marks);
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
        let layout = Layout::new(report, marks.faulty.clone());
        let mut forms = Forms { page: self, report, layout, marks, seen: Seen::default() };
        forms.print();
    }

    fn head(&mut self, report: &Report) {
        let unknown = self.pick("不明", "unknown");
        let title = report.title.as_deref().unwrap_or(self.pick("（无标题）", "(no title)"));
        self.line(Tone::Title, title);
        let period = report.period.map(|it| period(it, self.language));
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

#[cfg(test)]
mod tests;
