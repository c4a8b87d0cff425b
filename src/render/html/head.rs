//! What a report says of itself.

use super::Html;
use crate::render::words::{edition, period};
use maud::{Markup, html};

impl Html<'_> {
    pub(super) fn head_markup(&self) -> Markup {
        let report = &self.audited.report;
        let unknown = || html! { span.quiet { (self.pick("不明", "unknown")) } };
        let plain = |fact: Option<String>| fact.map(|fact| html! { (fact) });
        let facts = [
            (self.pick("机关", "Body"), report.agency.as_deref().map(|agency| self.quoted(agency))),
            (self.pick("年度", "Year"), plain(report.year.map(|year| year.to_string()))),
            (self.pick("统计期限", "Period"), plain(report.period.map(|it| period(it, self.language)))),
            (self.pick("表式", "Form"), plain(edition(report.editions, self.language))),
            (self.pick("发布日期", "Published"), plain(report.published.map(|day| day.to_string()))),
        ];
        html! {
            h1 { (self.title()) }
            dl.facts {
                @for (name, fact) in facts {
                    div { dt { (name) } dd { (fact.unwrap_or_else(unknown)) } }
                }
            }
        }
    }

    fn title(&self) -> Markup {
        match &self.audited.report.title {
            Some(title) => self.quoted(title),
            None => html! { (self.pick("（无标题）", "(no title)")) },
        }
    }
}
