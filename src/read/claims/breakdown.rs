//! A figure and the figures that divide it.

use super::meaning::Sort;
use super::rows::{group_rows, term};
use super::token::Figure;
use crate::form::{Applicant, Cell, ChallengeColumn, Group, Row, Sign, Term};
use crate::report::{Breakdown, Exactness, Part, Passage, Prose, Report};

/// The figure that is being divided, and its parts so far.
#[derive(Debug, Default)]
pub(super) struct Divided {
    /// Its claim, and what sort it is.
    whole: Option<(Sort, usize)>,
    parts: Vec<(Sort, Part)>,
    passage: Option<Passage>,
    inexact: bool,
}

/// More parts than the form has rows are none.
const MOST: usize = 64;

/// The sorts of parts, none of which overlap within a sort.
const SORTS: [Sort; 4] = [Sort::Columns, Sort::Outcomes, Sort::Channel, Sort::Results];

impl Divided {
    /// A figure that may be divided.
    pub(super) fn open(&mut self, sort: Sort, claim: usize) {
        *self = Self { whole: Some((sort, claim)), ..Self::default() };
    }

    /// A part of it.
    pub(super) fn add(&mut self, sort: Sort, subject: Vec<Term>, figure: Figure, passage: Passage) {
        if self.parts.len() == MOST {
            self.whole = None;
            return;
        }
        self.inexact |= figure.exactness != Exactness::Exact;
        self.parts.push((sort, Part { subject, value: figure.value }));
        self.passage = Some(passage);
    }

    /// Writes down how the figure was divided.
    pub(super) fn close(&mut self, prose: &mut Prose, report: &Report) {
        let Self { whole, parts, passage, inexact } = std::mem::take(self);
        let Some(((whole, claim), last)) = whole.zip(passage).filter(|_| !inexact) else { return };
        let Some(claim) = prose.claims.get(claim).filter(|claim| claim.exactness == Exactness::Exact) else {
            return;
        };
        for sort in SORTS {
            let mut list: Vec<Part> =
                parts.iter().filter(|(other, _)| *other == sort).map(|(_, part)| part.clone()).collect();
            let fits = match whole {
                Sort::Received | Sort::Concluded => sort != Sort::Results,
                Sort::Challenges => sort == Sort::Results,
                _ => false,
            };
            if list.len() < 2 || !fits || overlap(&list) {
                continue;
            }
            let carried = parts.iter().find(|(sort, _)| *sort == Sort::Carried(Row::CarriedOut));
            let left = carried.filter(|_| sort == Sort::Outcomes && whole == Sort::Received);
            list.extend(left.map(|(_, part)| part.clone()));
            let complete = is_complete(&list, sort, whole, &claim.subject, report);
            // What was carried in is dealt with like what came.
            let new = whole == Sort::Received && claim.readings.is_empty();
            let carried_in = term(Sign::Plus, Cell::Applications(Row::CarriedIn, Applicant::Total));
            let besides = if new || whole == Sort::Challenges { Vec::new() } else { vec![carried_in] };
            let same = claim.passage.paragraph == last.paragraph;
            prose.breakdowns.push(Breakdown {
                passage: Passage { start: if same { claim.passage.start } else { last.start }, ..last },
                whole: Part { subject: claim.subject.clone(), value: claim.value },
                parts: list,
                besides,
                complete,
                doubt: claim.doubt,
            });
        }
    }
}

fn cells(parts: &[Part]) -> impl Iterator<Item = Cell> {
    parts.iter().flat_map(|part| part.subject.iter().map(|term| term.cell))
}

/// Whether a cell is counted twice.
fn overlap(parts: &[Part]) -> bool {
    let cells: Vec<Cell> = cells(parts).collect();
    cells.iter().enumerate().any(|(at, cell)| cells[..at].contains(cell))
}

/// Whether the parts are all that the form divides the whole into.
fn is_complete(parts: &[Part], sort: Sort, whole: Sort, total: &[Term], report: &Report) -> bool {
    let has = |cell: Cell| cells(parts).any(|other| other == cell);
    let row = |row| has(Cell::Applications(row, Applicant::Total));
    match sort {
        Sort::Columns => total.iter().all(|term| match term.cell {
            Cell::Applications(row, _) => {
                Applicant::KINDS.iter().all(|&kind| has(Cell::Applications(row, kind)))
            }
            _ => false,
        }),
        Sort::Outcomes => {
            let groups = Group::ALL.iter().flat_map(|&group| group_rows(group, report));
            let all = [Row::Granted, Row::PartlyGranted].into_iter().chain(groups).all(row);
            all && (whole == Sort::Concluded || row(Row::CarriedOut))
        }
        Sort::Results => total.iter().all(|term| match term.cell {
            Cell::Challenges(row, _) => {
                let results = ChallengeColumn::ALL.iter().filter(|&&column| column != ChallengeColumn::Total);
                results.copied().all(|column| has(Cell::Challenges(row, column)))
            }
            _ => false,
        }),
        _ => false,
    }
}
