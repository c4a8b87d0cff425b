//! One number in its cell, with its marks, and links to it.

use super::Html;
use super::marks::Ref;
use crate::form::Cell;
use crate::render::style::harmless;
use crate::report::Entry;
use maud::{Markup, html};

/// Longer scraps are not shown in a cell; the list of problems quotes them.
const SCRAP: usize = 8;

impl Html<'_> {
    /// A cell of a table. `headers` are the ids of its heads where the table has several rows of them.
    pub(super) fn cell(&self, cell: Cell, span: usize, headers: Option<&str>) -> Markup {
        let refs: Vec<_> = self.marks.of_cell(cell).collect();
        html! {
            td class=[self.classes(cell, &refs)]
                id=(self.cell_id(cell))
                colspan=[(span > 1).then_some(span)]
                headers=[headers]
                aria-describedby=[self.descriptions(cell, &refs)]
            {
                (self.entry(cell))
                @if !refs.is_empty() {
                    span.refs { @for &mark in &refs { (self.link(mark, None)) } }
                }
            }
        }
    }

    /// What kinds of marks a cell has.
    fn classes(&self, cell: Cell, refs: &[Ref]) -> Option<String> {
        let of_mark = |mark: &Ref| match mark {
            Ref::Finding(severity, _) => Some(super::word(*severity)),
            Ref::Suspect(_) => Some("suspect"),
            Ref::Problem(_) => Some("problem"),
            Ref::Claim(_) => None,
        };
        // The gravest finding comes first and gives the cell its look.
        let mut classes: Vec<_> = refs.iter().filter_map(of_mark).take(1).collect();
        classes.extend(refs.iter().filter(|mark| !matches!(mark, Ref::Finding(..))).filter_map(of_mark));
        classes.extend(self.marks.is_inferred(cell).then_some("inferred"));
        classes.dedup();
        (!classes.is_empty()).then(|| classes.join(" "))
    }

    /// What a cell says: a number, or a sign with its meaning.
    pub(super) fn entry(&self, cell: Cell) -> Markup {
        let sign = |class: &str, sign: &str, meaning: &str| html! { abbr.(class) title=(meaning) { (sign) } };
        let entry = self.audited.report.get(cell);
        html! {
            @match entry {
                Entry::Absent => (sign("absent", "·", self.pick("页面未见", "not on the page"))),
                Entry::Blank => {}
                Entry::Mark => (sign("nothing", "/", self.pick("标明为无", "marked as nothing"))),
                Entry::Unreadable(text) => {
                    @if text.chars().count() <= SCRAP { span.scrap { (harmless(text)) } }
                    (sign("unreadable", "?", self.pick("无法辨认", "unreadable")))
                }
                Entry::Value(number) => (number),
            }
            @if self.marks.is_inferred(cell) {
                (sign("guess", "~", self.pick("由合计推断", "inferred from the sums")))
            }
        }
    }

    /// The same outside of the table, where a blank is not to be seen.
    pub(super) fn said(&self, cell: Cell) -> Markup {
        match self.audited.report.get(cell) {
            Entry::Blank => html! { (self.pick("空白", "blank")) },
            _ => self.entry(cell),
        }
    }

    /// The ids of the texts that say what is wrong with a cell.
    fn descriptions(&self, cell: Cell, refs: &[Ref]) -> Option<String> {
        let mut ids: Vec<_> = refs
            .iter()
            .filter_map(|mark| match *mark {
                Ref::Finding(_, at) => Some(self.numbered("message", at)),
                Ref::Problem(at) => Some(self.numbered("problem", at)),
                Ref::Suspect(at) => Some(self.numbered("cause", at)),
                Ref::Claim(_) => None,
            })
            .collect();
        ids.extend(self.marks.is_inferred(cell).then(|| self.id("legend-inferred")));
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// A link to a cell by its row and column.
    pub(super) fn to_cell(&self, cell: Cell) -> Markup {
        html! { a.to-cell href={ "#" (self.cell_id(cell)) } { (self.cell_name(cell)) } }
    }
}
