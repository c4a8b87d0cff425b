//! Tables, prose and findings as fragments of HTML, for programs that show them in pages of their own.

mod cell;
mod findings;
mod head;
mod lists;
mod marks;
mod prose;
mod tables;

use super::blocks::{Block, blocks};
use super::layout::Layout;
use super::style::harmless;
use super::words::pick;
use crate::form::{Cell, SectionKind, Table};
use crate::{Audited, Language};
use marks::{Marks, Ref};
use maud::{Markup, html};

/// The style sheet of the fragments, and of [`page`](super::page()).
pub const CSS: &str = include_str!("../page/page.css");

/// Fragments of HTML about one audited report.
///
/// They refer to each other: a cell with a finding links to its explanation, the explanation to the
/// cell, a figure of the prose to the cells that it speaks of. [`CSS`] makes them look as in
/// [`page`](super::page()). Whatever comes from the report is escaped.
///
/// ```
/// use gongkai::{Language, Options, audit};
/// use gongkai::form::Table;
/// use gongkai::render::Html;
///
/// # let page = include_str!("../../../examples/data/sample.txt");
/// let audit = audit(page, &Options::default());
/// let audited = audit.audited().expect("a report");
/// let html = Html::new(audited, Language::English).with_prefix("county-");
/// assert!(html.table(Table::Challenges).contains(r##"href="#county-finding-1""##));
/// assert!(html.findings().contains(r##"href="#county-cell-challenges.review.total""##));
/// ```
#[derive(Debug)]
pub struct Html<'a> {
    pub(super) audited: &'a Audited,
    pub(super) language: Language,
    prefix: String,
    layout: Layout<'a>,
    marks: Marks,
    blocks: Vec<Block<'a>>,
}

impl<'a> Html<'a> {
    /// Fragments about a report in a language.
    pub fn new(audited: &'a Audited, language: Language) -> Self {
        let blocks = blocks(audited);
        Self {
            audited,
            language,
            prefix: String::new(),
            layout: Layout::new(&audited.report, marks::spoken_of(audited)),
            marks: Marks::new(audited, &blocks),
            blocks,
        }
    }

    /// Puts a word before every `id`, so that fragments about several reports can stand in one page.
    #[must_use]
    pub fn with_prefix(self, prefix: impl Into<String>) -> Self {
        Self { prefix: prefix.into(), ..self }
    }

    /// What the report says of itself: title, body, year, period, edition.
    pub fn head(&self) -> String {
        self.head_markup().into_string()
    }

    /// A table in official form; that the page has none, if it has none.
    pub fn table(&self, table: Table) -> String {
        self.table_markup(table).into_string()
    }

    /// The heading and the prose of a section, or what stands before the first.
    pub fn prose(&self, section: Option<SectionKind>) -> String {
        self.prose_markup(section).into_string()
    }

    /// Every finding with its arithmetic, its cause and its basis.
    pub fn findings(&self) -> String {
        self.findings_markup().into_string()
    }

    /// The figures that the prose states, beside what the tables say.
    pub fn claims(&self) -> String {
        self.claims_markup().into_string()
    }

    /// The problems of the reading.
    pub fn problems(&self) -> String {
        self.problems_markup().into_string()
    }

    /// What became of every rule.
    pub fn outcomes(&self) -> String {
        self.outcomes_markup().into_string()
    }

    pub(super) const fn pick<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        pick(self.language, zh, en)
    }

    /// The language of what is quoted from the report, where it is not that of the page.
    pub(super) const fn chinese(&self) -> Option<&'static str> {
        match self.language {
            Language::Chinese => None,
            Language::English => Some("zh-Hans"),
        }
    }

    pub(super) fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    fn numbered(&self, name: &str, at: usize) -> String {
        format!("{}{name}-{}", self.prefix, at.saturating_add(1))
    }

    fn cell_id(&self, cell: Cell) -> String {
        format!("{}cell-{cell}", self.prefix)
    }

    /// What the form calls something; in English with the official wording behind it.
    fn label(&self, english: &str, official: &str) -> Markup {
        html! {
            @match self.language {
                Language::Chinese => (official),
                Language::English => {
                    (english) " " span.official lang="zh-Hans" { (official) }
                }
            }
        }
    }

    /// A text from the report.
    fn quoted(&self, text: &str) -> Markup {
        html! { bdi lang=[self.chinese()] { (harmless(text)) } }
    }

    /// The link of a mark to what it refers to.
    fn link(&self, mark: Ref, id: Option<String>) -> Markup {
        let (class, to, at) = match mark {
            Ref::Finding(severity, at) => (word(severity), "finding", at),
            Ref::Suspect(at) => ("suspect", "cause", at),
            Ref::Problem(at) => ("problem", "problem", at),
            Ref::Claim(at) => ("claim", "claim", at),
        };
        let number = at.saturating_add(1);
        let (sign, label) = match mark {
            Ref::Finding(..) => ("", self.pick("见发现", "see finding")),
            Ref::Suspect(_) => (self.pick("疑", "?"), self.pick("见疑因", "see likely cause")),
            Ref::Problem(_) => (self.pick("读", "R"), self.pick("见读取问题", "see reading problem")),
            Ref::Claim(_) => ("¶", self.pick("见文中数字", "see figure of the prose")),
        };
        html! {
            a.ref.(class) id=[id] href={ "#" (self.numbered(to, at)) } aria-label={ (label) " " (sign) (number) } {
                (sign) (number)
            }
        }
    }
}

/// The word of a severity in class names.
const fn word(severity: crate::check::Severity) -> &'static str {
    use crate::check::Severity as S;
    match severity {
        S::Error => "error",
        S::Warning => "warning",
        S::Note => "note",
    }
}
