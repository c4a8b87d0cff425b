//! The audit page: one file of HTML that shows a report, what was found in it, and where.
//!
//! It needs no script and loads nothing, so that it can be kept with the files of a case, mailed and
//! printed.

use super::html::{CSS, Html};
use super::style::harmless;
use super::words::Counts;
use crate::check::Severity;
use crate::form::SectionKind;
use crate::{Audited, Language};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Nothing may run and nothing be loaded, even if a page could smuggle something in.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A whole web page about an audited report: a summary, the findings, and the report itself with every
/// finding marked in its place.
///
/// ```
/// use gongkai::{Language, Options, audit, render};
///
/// # let input = include_str!("../../../examples/data/sample.txt");
/// let audit = audit(input, &Options::default());
/// let page = render::page(audit.audited().expect("a report"), Language::Chinese);
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// assert!(page.contains(r##"href="#finding-1""##));
/// ```
pub fn page(audited: &Audited, language: Language) -> String {
    Sheet { html: Html::new(audited, language), audited }.markup().into_string()
}

/// The page, from the fragments.
struct Sheet<'a> {
    html: Html<'a>,
    audited: &'a Audited,
}

impl Sheet<'_> {
    fn markup(&self) -> Markup {
        let language = match self.html.language {
            Language::Chinese => "zh-Hans",
            Language::English => "en",
        };
        let title = self.audited.report.title.as_deref().map(harmless);
        html! {
            (DOCTYPE)
            html lang=(language) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title {
                        (title.as_deref().unwrap_or(self.pick("（无标题）", "(no title)")))
                        " · " (self.pick("核查结果", "audit"))
                    }
                    style { (PreEscaped(CSS)) }
                }
                body.gongkai {
                    a.skip href="#findings" { (self.pick("跳到发现", "Skip to the findings")) }
                    header { (PreEscaped(self.html.head())) }
                    (self.contents())
                    main {
                        (self.summary())
                        (self.sections())
                    }
                    (self.footer())
                }
            }
        }
    }

    fn contents(&self) -> Markup {
        html! {
            nav aria-label=(self.pick("目录", "Contents")) {
                ul {
                    @for (id, name) in self.parts() { li { a href={ "#" (id) } { (name) } } }
                }
            }
        }
    }

    /// The parts of the page below the summary.
    fn parts(&self) -> [(&'static str, &'static str); 5] {
        [
            ("findings", self.pick("发现", "Findings")),
            ("report", self.pick("报告全文", "The report")),
            ("claims", self.pick("文中数字", "Figures of the prose")),
            ("problems", self.pick("读取问题", "Problems of the reading")),
            ("rules", self.pick("各项规则", "Rules")),
        ]
    }

    fn summary(&self) -> Markup {
        let counts = Counts::of(self.audited);
        let (errors, warnings, notes) = (Severity::Error, Severity::Warning, Severity::Note);
        let problems = self.pick("读取问题", "reading problems");
        let boxes = [
            ("error", self.pick("错误", "errors"), counts.errors, self.first(errors)),
            ("warning", self.pick("警告", "warnings"), counts.warnings, self.first(warnings)),
            ("note", self.pick("提示", "notes"), counts.notes, self.first(notes)),
            ("problem", problems, counts.problems, "problems".to_owned()),
        ];
        html! {
            section.summary aria-labelledby="summary" {
                h2 id="summary" { (self.pick("摘要", "Summary")) }
                p.verdict { (self.verdict(counts)) }
                ul.counts {
                    @for (class, name, count, to) in boxes {
                        li.(class).none[count == 0] {
                            @let name = if count == 1 { name.trim_end_matches('s') } else { name };
                            @if count > 0 { a href={ "#" (to) } { b { (count) } " " (name) } }
                            @else { b { (count) } " " (name) }
                        }
                    }
                }
                p.checked {
                    (self.pick("规则：", "Rules: "))
                    (counts.passed) (self.pick(" 项通过，", " passed, "))
                    (counts.found) (self.pick(" 项有发现，", " with findings, "))
                    (counts.skipped) (self.pick(" 项未能核对", " not checked"))
                    @if counts.skipped > 0 { " (" a href="#rules" { (self.pick("原因", "why")) } ")" }
                    (self.pick("。", "."))
                }
            }
        }
    }

    /// The first finding of a severity.
    fn first(&self, severity: Severity) -> String {
        let at = self.audited.findings.iter().position(|finding| finding.severity == severity);
        at.map_or_else(|| "findings".to_owned(), |at| format!("finding-{}", at.saturating_add(1)))
    }

    fn verdict(&self, counts: Counts) -> String {
        let all = counts.skipped == 0 && counts.problems == 0;
        match self.html.language {
            Language::Chinese => match counts {
                Counts { errors: 1.., .. } => format!("有 {} 处错误，应予更正。", counts.errors),
                Counts { warnings: 1.., .. } => {
                    format!("没有错误；有 {} 处警告，请予核实。", counts.warnings)
                }
                _ if all => "各项规则全部核对，没有错误和警告。".to_owned(),
                _ => "已核对的内容没有错误和警告。".to_owned(),
            },
            Language::English => match counts {
                Counts { errors: 1.., .. } => format!("Errors to be corrected: {}.", counts.errors),
                Counts { warnings: 1.., .. } => {
                    format!("No errors. Warnings to look into: {}.", counts.warnings)
                }
                _ if all => "Every rule was checked: no errors and no warnings.".to_owned(),
                _ => "No errors and no warnings in what could be checked.".to_owned(),
            },
        }
    }

    fn sections(&self) -> Markup {
        let html = &self.html;
        let contents = [
            PreEscaped(html.findings()),
            self.report(),
            PreEscaped(html.claims()),
            PreEscaped(html.problems()),
            PreEscaped(html.outcomes()),
        ];
        html! {
            @for ((id, name), content) in self.parts().into_iter().zip(contents) {
                section.(id) aria-labelledby=(id) {
                    h2 id=(id) tabindex="-1" { (name) }
                    (content)
                }
            }
        }
    }

    /// The report as it is printed, section by section.
    fn report(&self) -> Markup {
        html! {
            (self.html.legend())
            div.introduction { (PreEscaped(self.html.prose(None))) }
            @for &section in SectionKind::ALL {
                section aria-label=(section.label()) {
                    (PreEscaped(self.html.prose(Some(section))))
                    @if let Some(table) = section.table() {
                        (PreEscaped(self.html.table(table)))
                    }
                }
            }
        }
    }

    fn footer(&self) -> Markup {
        html! {
            footer {
                p {
                    (self.pick(
                        "数字一律照录原文，未作改动；疑因和建议数字仅供核对。",
                        "All figures are as printed; causes and suggested figures are for checking only.",
                    ))
                    " gongkai " (env!("CARGO_PKG_VERSION"))
                }
            }
        }
    }

    const fn pick<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        self.html.pick(zh, en)
    }
}

#[cfg(test)]
mod tests;
