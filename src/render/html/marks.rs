//! What is marked where: findings, suspected cells, problems of the reading, claims.

use crate::Audited;
use crate::audit::{AuditClaim, AuditFinding};
use crate::check::Severity;
use crate::form::{Cell, SectionKind};
use crate::render::blocks::Block;
use crate::render::segments::Key;
use crate::report::{Passage, Report};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a mark refers to, by its place in the list of the audit; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ref {
    Finding(Severity, usize),
    /// The likely cause of the findings of a block, named by the first of them.
    Suspect(usize),
    Problem(usize),
    Claim(usize),
}

/// Findings lie over a text on their own, claims too: a figure may be claimed and wrong.
impl Key for Ref {
    const SECOND: Self = Self::Claim(0);
}

/// A paragraph, or the heading of a section.
type Paragraph = (Option<SectionKind>, Option<usize>);

#[derive(Debug, Default)]
pub(super) struct Marks {
    cells: BTreeMap<Cell, BTreeSet<Ref>>,
    inferred: BTreeSet<Cell>,
    passages: BTreeMap<Paragraph, Vec<(Range<usize>, Ref)>>,
    /// How many paragraphs there are before section 一 and in each section, and whether it has a heading.
    paragraphs: BTreeMap<Option<SectionKind>, (usize, bool)>,
}

impl Marks {
    pub(super) fn new(audited: &Audited, blocks: &[Block<'_>]) -> Self {
        let mut marks = Self {
            inferred: audited.inferred.iter().copied().collect(),
            paragraphs: paragraphs(&audited.report),
            ..Self::default()
        };
        for (at, finding) in audited.findings.iter().enumerate() {
            let mark = Ref::Finding(finding.severity, at);
            marks.cells(finding.cells.first(), mark);
            marks.passages(finding.passage, mark);
        }
        for block in blocks {
            let Some(likeliest) = block.reasons.first() else { continue };
            let cells = likeliest.changes().iter().map(|change| &change.cell);
            marks.cells(cells, Ref::Suspect(block.findings[0]));
        }
        for (at, problem) in audited.problems.iter().enumerate() {
            marks.cells(&problem.cell, Ref::Problem(at));
        }
        for (at, claim) in audited.claims.iter().enumerate() {
            marks.cells(claim.plus.iter().chain(&claim.minus), Ref::Claim(at));
            marks.passages(Some(claim.passage), Ref::Claim(at));
        }
        marks
    }

    fn cells<'a>(&mut self, cells: impl IntoIterator<Item = &'a Cell>, mark: Ref) {
        for cell in cells {
            self.cells.entry(*cell).or_default().insert(mark);
        }
    }

    fn passages(&mut self, passage: Option<Passage>, mark: Ref) {
        let Some(passage) = passage.filter(|&passage| self.has(passage)) else { return };
        let marks = self.passages.entry((passage.section, passage.paragraph)).or_default();
        marks.push((passage.start..passage.end, mark));
    }

    /// Whether the report has the paragraph or heading of a passage.
    pub(super) fn has(&self, passage: Passage) -> bool {
        let (paragraphs, heading) = self.paragraphs.get(&passage.section).copied().unwrap_or_default();
        passage.paragraph.map_or(heading, |paragraph| paragraph < paragraphs)
    }

    pub(super) fn of_cell(&self, cell: Cell) -> impl Iterator<Item = Ref> + '_ {
        self.cells.get(&cell).into_iter().flatten().copied()
    }

    pub(super) fn is_inferred(&self, cell: Cell) -> bool {
        self.inferred.contains(&cell)
    }

    pub(super) fn has_inferred(&self) -> bool {
        !self.inferred.is_empty()
    }

    pub(super) fn of_text(&self, paragraph: Paragraph) -> &[(Range<usize>, Ref)] {
        self.passages.get(&paragraph).map_or(&[], Vec::as_slice)
    }
}

fn paragraphs(report: &Report) -> BTreeMap<Option<SectionKind>, (usize, bool)> {
    let of = |section: Option<SectionKind>| {
        let heading = section.is_some_and(|section| report.narrative(section).heading.is_some());
        (section, (report.paragraphs(section).count(), heading))
    };
    SectionKind::ALL.iter().copied().map(Some).chain([None]).map(of).collect()
}

/// Every cell that an audit speaks of; the page shows them all, so that every link has an end.
pub(super) fn spoken_of(audited: &Audited) -> BTreeSet<Cell> {
    let cells = |finding: &'_ AuditFinding| {
        let cause = finding.cause.iter().map(|cause| cause.cell);
        finding.cells.iter().copied().chain(cause).collect::<Vec<_>>()
    };
    let findings = audited.findings.iter().flat_map(cells);
    let causes = audited.faults.iter().flat_map(|fault| &fault.causes);
    let changes = causes.flat_map(|cause| cause.changes.iter().map(|change| change.cell));
    let claim = |claim: &'_ AuditClaim| claim.plus.iter().chain(&claim.minus).copied().collect::<Vec<_>>();
    let problems = audited.problems.iter().filter_map(|problem| problem.cell);
    findings.chain(changes).chain(audited.claims.iter().flat_map(claim)).chain(problems).collect()
}
