//! The outline of a report: its lines sorted into introduction and sections, sub-headings nested.

use super::heading::{Heading, Opening, heading};
use super::lines::{Line, width};
use super::noise;
use super::ordinal::Rank;
use super::stretch::Stretches;
use super::text::{bare, is_ended};
use crate::form::SectionKind;
use crate::read::fold::Folded;
use crate::report::Narrative;

/// The prose of a page in its order.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// What stands before the first section.
    pub(super) front: Narrative,
    /// The six sections.
    pub(super) sections: [Narrative; 6],
    /// Which of them have a heading.
    pub(super) found: [bool; 6],
    /// Whether something was seen behind the report.
    pub(super) ended: bool,
}

/// Where the text that is read now belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    Front,
    In(SectionKind),
    /// After the end of the report.
    Past,
}

#[derive(Debug)]
pub(super) struct Outliner<'d> {
    pub(super) outline: Outline,
    pub(super) at: At,
    /// The ranks of the open sub-headings.
    open: Vec<Rank>,
    /// Which sections have text or a table.
    filled: [bool; 6],
    /// Whether the overview's heading was one that only may be it.
    loose: bool,
    /// Whether a section was opened by a clean ordinal.
    clean: bool,
    /// Whether a table of the form stood in the section: what follows may be remnants of it.
    after_table: bool,
    /// Whether the paragraph goes on with the next line.
    pub(super) goes_on: bool,
    pub(super) wrap: Option<usize>,
    /// Where it all was printed.
    pub(super) stretches: Stretches<'d>,
    folded: Folded,
}

/// Sorts the lines of a page, from after its title on.
pub(super) fn outline<'d>(lines: &[Line<'d>], wrap: Option<usize>) -> (Outline, Stretches<'d>) {
    let mut outliner = Outliner {
        outline: Outline::default(),
        at: At::Front,
        open: Vec::new(),
        filled: [false; 6],
        loose: false,
        clean: false,
        after_table: false,
        goes_on: false,
        wrap,
        stretches: Stretches::default(),
        folded: Folded::default(),
    };
    for line in lines {
        outliner.line(line);
    }
    outliner.outline.ended = outliner.at == At::Past;
    (outliner.outline, outliner.stretches)
}

impl<'d> Outliner<'d> {
    fn line(&mut self, line: &Line<'d>) {
        if line.is_table() {
            self.goes_on = false;
            self.after_table = true;
            if let At::In(kind) = self.at {
                self.filled[kind as usize] = true;
            }
            return;
        }
        let full =
            self.wrap.is_some_and(|wrap| !line.cell && width(line.text) + 10 > wrap) && !is_ended(line.text);
        match heading(line, full && line.text.len() > 60, &mut self.folded) {
            Some(found) => self.heading(&found, full),
            None => self.text(line, full),
        }
    }

    fn heading(&mut self, found: &Heading<'d>, full: bool) {
        self.goes_on = false;
        match found.opening {
            Opening::Section(_) if found.rank == Rank::Digit && self.clean => self.part(found),
            Opening::Section(kind) => self.section(kind, found),
            Opening::LooseOverview if self.outline.found.contains(&true) => self.part(found),
            Opening::LooseOverview => {
                self.section(SectionKind::Overview, found);
                self.loose = true;
            }
            Opening::Part if self.beside_table() && noise::is_row(found.rank, found.heading, found.rest) => {
                return;
            }
            Opening::Part => self.part(found),
        }
        if !found.rest.is_empty() && self.at != At::Past {
            self.paragraph(found.rest);
            self.goes_on = full;
        }
    }

    fn section(&mut self, kind: SectionKind, found: &Heading<'d>) {
        let index = kind as usize;
        if self.at == At::Past {
            return;
        }
        if kind == SectionKind::Overview && self.outline.found[index] {
            if self.loose {
                self.give_back(SectionKind::Overview);
                self.loose = false;
            } else if !self.filled[index] {
                self.forget_contents();
            } else if self.outline.found.iter().filter(|found| **found).count() > 2 {
                // A second report on the same page.
                self.at = At::Past;
                return;
            }
        }
        if self.at == At::In(kind) && self.outline.found[index] {
            return;
        }
        if self.filled[index] {
            return self.part(found);
        }
        self.at = At::In(kind);
        self.after_table = false;
        self.clean |= found.rank == Rank::Top;
        self.open.clear();
        self.outline.found[index] = true;
        self.outline.sections[index].heading = Some(bare(found.heading).to_owned());
        self.stretches.heading(self.at, found.heading);
    }

    /// A table of contents stood before: what followed its last line is the introduction.
    fn forget_contents(&mut self) {
        for &kind in SectionKind::ALL {
            self.give_back(kind);
        }
        self.outline.found = [false; 6];
        self.filled = [false; 6];
    }

    fn give_back(&mut self, kind: SectionKind) {
        let mut section = std::mem::take(&mut self.outline.sections[kind as usize]);
        self.outline.front.paragraphs.append(&mut section.paragraphs);
        self.outline.front.parts.append(&mut section.parts);
        self.filled[kind as usize] = false;
        self.outline.found[kind as usize] = false;
    }

    fn part(&mut self, found: &Heading<'d>) {
        if self.at == At::Past {
            return;
        }
        while self.open.last().is_some_and(|rank| *rank >= found.rank) {
            self.open.pop();
        }
        let heading = Some(bare(found.heading).to_owned());
        if let Some(node) = self.node() {
            node.parts.push(Narrative { heading, ..Narrative::default() });
            self.open.push(found.rank);
            self.fill();
            // What stands before section 一 is paragraphs only.
            if self.at == At::Front {
                self.stretches.begin(self.at, found.heading);
            }
        }
    }

    /// Whether the section is one of those that are a table.
    pub(super) fn beside_table(&self) -> bool {
        use SectionKind::{Applications, Challenges, Proactive};
        self.after_table || matches!(self.at, At::In(Proactive | Applications | Challenges))
    }

    pub(super) fn fill(&mut self) {
        if let At::In(kind) = self.at {
            self.filled[kind as usize] = true;
        }
    }

    /// The innermost open heading.
    pub(super) fn node(&mut self) -> Option<&mut Narrative> {
        let mut node = match self.at {
            At::Front => &mut self.outline.front,
            At::In(kind) => &mut self.outline.sections[kind as usize],
            At::Past => return None,
        };
        for _ in &self.open {
            node = node.parts.last_mut()?;
        }
        Some(node)
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::{lines, wrap_column};
    use super::super::testing::page;
    use super::*;
    use SectionKind as S;

    fn read(text: &str) -> Outline {
        let page = page(text);
        let lines = lines(&page, &[]);
        outline(&lines, wrap_column(&lines)).0
    }

    fn heading_of(outline: &Outline, kind: S) -> Option<&str> {
        outline.sections[kind as usize].heading.as_deref()
    }

    #[test]
    fn sub_headings_nest() {
        let page = read(
            "一、总体情况\n开头一句。\n（一）主动公开。公开了很多。\n1.政策解读\n解读了。\n（二）平台建设\n建好了。\n六、其他需要报告的事项\n无。\n扫一扫\n别的。",
        );
        let overview = &page.sections[0];
        assert_eq!(overview.paragraphs, ["开头一句。"]);
        assert_eq!(overview.parts.len(), 2);
        assert_eq!(overview.parts[0].parts[0].paragraphs, ["解读了。"]);
        assert_eq!(page.sections[5].paragraphs, ["无。"]);
    }

    #[test]
    fn a_table_of_contents_is_no_report() {
        let page = read(
            "一、总体情况……1\n二、主动公开政府信息情况……2\n六、其他需要报告的事项……5\n根据《条例》编制本报告。\n一、总体情况\n很好。\n六、其他需要报告的事项\n无。",
        );
        assert_eq!(page.front.paragraphs, ["根据《条例》编制本报告。"]);
        assert_eq!(page.sections[0].paragraphs, ["很好。"]);
        assert_eq!(page.sections[5].paragraphs, ["无。"]);
    }

    #[test]
    fn a_leading_section_may_hold_the_introduction() {
        let page = read(
            "一、工作基本情况\n根据《条例》编制本报告。\n二、总体情况\n很好。\n三、主动公开政府信息情况",
        );
        assert_eq!(page.front.paragraphs, ["根据《条例》编制本报告。"]);
        assert_eq!(heading_of(&page, S::Overview), Some("二、总体情况"));
        assert!(page.found[S::Proactive as usize]);
    }

    #[test]
    fn broken_lines_are_joined() {
        let long = "本".repeat(28);
        let page = read(&format!("一、总体情况\n{long}\n{long}\n- 2 -\n{long}\n{long}\n完了。\n又一段。"));
        let paragraphs = &page.sections[0].paragraphs;
        assert_eq!(paragraphs.len(), 2);
        assert_eq!(paragraphs[0], format!("{}完了。", long.repeat(4)));
    }

    #[test]
    fn a_second_report_does_not_run_into_the_first() {
        let one = "一、总体情况\n甲。\n五、存在的主要问题及改进情况\n乙。\n六、其他需要报告的事项\n丙。\n";
        let page = read(&format!("{one}{}", one.replace('甲', "丁")));
        assert_eq!(page.sections[0].paragraphs, ["甲。"]);
        assert_eq!(page.sections[5].paragraphs, ["丙。"]);
    }
}
