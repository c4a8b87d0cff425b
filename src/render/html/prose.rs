//! The prose of a report with its claims underlined and its findings marked.

use super::Html;
use super::marks::Ref;
use crate::Language;
use crate::form::{Cell, SectionKind, Table};
use crate::render::segments::{Segment, segments};
use crate::render::style::harmless;
use crate::render::words::name;
use crate::report::Narrative;
use maud::{Markup, html};

impl Html<'_> {
    pub(super) fn prose_markup(&self, section: Option<SectionKind>) -> Markup {
        let report = &self.audited.report;
        let Some(kind) = section else {
            let paragraphs = report.introduction.paragraphs.iter().enumerate();
            return html! { @for (at, text) in paragraphs { (self.paragraph((None, Some(at)), text)) } };
        };
        let narrative = report.narrative(kind);
        let mut next = 0;
        html! {
            h3 {
                @match &narrative.heading {
                    Some(heading) => span lang=[self.chinese()] { (self.text((section, None), heading)) },
                    None => span.quiet { (self.pick(kind.label(), "")) },
                }
                @if self.language == Language::English {
                    " " span.official { (name(kind.item(), self.language)) }
                }
            }
            (self.body(section, narrative, 0, &mut next))
            @if narrative.is_silent() && Table::ALL.iter().all(|table| table.section() != kind) {
                p.quiet { (self.pick("（页面未见内容）", "(nothing on the page)")) }
            }
        }
    }

    /// The paragraphs below a heading, then its parts; `next` counts paragraphs as passages do.
    fn body(&self, section: Option<SectionKind>, of: &Narrative, depth: usize, next: &mut usize) -> Markup {
        html! {
            @for text in &of.paragraphs {
                @let at = std::mem::replace(next, next.saturating_add(1));
                (self.paragraph((section, Some(at)), text))
            }
            @for part in &of.parts {
                @if let Some(heading) = &part.heading {
                    @match depth {
                        0 => h4 lang=[self.chinese()] { bdi { (harmless(heading)) } },
                        1 => h5 lang=[self.chinese()] { bdi { (harmless(heading)) } },
                        _ => h6 lang=[self.chinese()] { bdi { (harmless(heading)) } },
                    }
                }
                (self.body(section, part, depth + 1, next))
            }
        }
    }

    fn paragraph(&self, at: (Option<SectionKind>, Option<usize>), text: &str) -> Markup {
        html! { p.said lang=[self.chinese()] { (self.text(at, text)) } }
    }

    /// A text with what lies over it.
    fn text(&self, at: (Option<SectionKind>, Option<usize>), text: &str) -> Markup {
        let segments = segments(text, self.marks.of_text(at));
        html! { bdi { @for segment in segments { (self.segment(&segment)) } } }
    }

    fn segment(&self, segment: &Segment<'_, Ref>) -> Markup {
        let text = harmless(segment.text);
        let [finding, claim] = segment.over;
        let text = match claim {
            Some(Ref::Claim(at)) => match self.first_cell(at) {
                Some(cell) => html! { a.claim href={ "#" (self.cell_id(cell)) } { (text) } },
                None => html! { span.claim { (text) } },
            },
            _ => html! { (text) },
        };
        html! {
            @match finding {
                Some(Ref::Finding(severity, _)) => mark.(super::word(severity)) { (text) },
                _ => (text),
            }
            @for &end in &segment.ends { (self.link(end, self.anchor(end))) }
        }
    }

    fn first_cell(&self, claim: usize) -> Option<Cell> {
        let claim = self.audited.claims.get(claim)?;
        claim.plus.iter().chain(&claim.minus).next().copied()
    }

    /// The id of a mark in the prose, to which the lists lead back.
    fn anchor(&self, mark: Ref) -> Option<String> {
        match mark {
            Ref::Finding(_, at) => Some(self.numbered("passage", at)),
            Ref::Claim(at) => Some(self.numbered("said", at)),
            Ref::Suspect(_) | Ref::Problem(_) => None,
        }
    }
}
