//! The equations of a case as numbers: what each lacks, and which cells stand in it.

use crate::check::rules::{sums::operand, years};
use crate::check::{Case, Finding};
use crate::form::{
    Cell, Edition, Evaluation, Operand, Relation, Sign, Term, Which, relations, relations_over_years,
};
use crate::report::Entry;
use std::collections::BTreeMap;

/// A set of equations, a bit each.
pub(super) type Mask = u128;

/// No number is larger than this, so that sums of any of them stay far below the limits of `i128`.
const LARGEST: i128 = 1 << 100;
/// Decimals of a count that are taken seriously; there should be none.
const DECIMALS: u32 = 9;

/// Everything known of the sums of a report, in whole units.
pub(super) struct Sheet<'a> {
    pub(super) case: Case<'a>,
    pub(super) edition: Edition,
    pub(super) equations: Vec<Equation>,
    pub(super) suspects: Vec<Suspect>,
    /// Where among the suspects a cell stands.
    index: BTreeMap<Cell, usize>,
    /// How many units make one: a power of ten, greater than 1 only where a count has decimals.
    one: i128,
}

/// One sum of the form, every operand of which is known or blank.
pub(super) struct Equation {
    pub(super) relation: &'static Relation,
    /// The signed sum of its parts less its total.
    pub(super) residual: i128,
    pub(super) state: State,
    /// The suspects in it, with the sign by which a change of theirs changes the residual.
    pub(super) members: Vec<(usize, i128)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Holds,
    /// It does not hold, and this finding says so.
    Fails(usize),
    /// It lacks something that its blank cells may have to say.
    Open,
}

/// A cell that may be the wrong one.
pub(super) struct Suspect {
    pub(super) cell: Cell,
    /// What it prints, zero for nothing.
    pub(super) printed: i128,
    /// The equations in which it stands, with its sign.
    pub(super) stands_in: Vec<(usize, i128)>,
}

/// One cell, and what it should say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Change {
    pub(super) suspect: usize,
    pub(super) value: i128,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(case: Case<'a>, findings: &[Finding]) -> Self {
        let edition = case.edition();
        let mut sheet = Self {
            case,
            edition,
            equations: Vec::new(),
            suspects: Vec::new(),
            index: BTreeMap::new(),
            one: 1,
        };
        // A report that prints （六）其他处理 both ways has sums of both editions.
        let others = Edition::CURRENT.iter().filter(|&&other| other != edition).flat_map(|&it| relations(it));
        let own = relations(edition).iter().chain(over_years(&case));
        let own: Vec<_> = own.map(|it| (it, finding_of(it, findings))).collect();
        let others = others.map(|it| (it, finding_of(it, findings)));
        let others = others.filter(|other| other.1.is_some() && !own.contains(other));
        let known: Vec<_> = own.iter().copied().chain(others).take(Mask::BITS as usize).collect();
        if known.iter().any(|(_, finding)| finding.is_some()) {
            sheet.one =
                10_i128.pow(known.iter().map(|(relation, _)| decimals(&case, relation)).max().unwrap_or(0));
            for (relation, finding) in known {
                sheet.add(relation, finding);
            }
        }
        sheet
    }

    /// Adds an equation, unless too little of it is known.
    fn add(&mut self, relation: &'static Relation, finding: Option<usize>) {
        let operand = |term| operand(&self.case, term);
        let Some(residual) = self.residual(relation) else { return };
        let state = match finding {
            _ if operand(relation.total) == Operand::Blank => return,
            _ if residual == 0 => State::Holds,
            Some(finding) => State::Fails(finding),
            None if relation.evaluate(operand) == Evaluation::Blank => State::Open,
            // It fails, but its rule excuses it or was not asked.
            None => return,
        };
        let number = self.equations.len();
        let terms = relation.terms().filter(|term| term.which == Which::This);
        let members: Vec<_> = terms.map(|term| (self.suspect(term.cell), sign_of(relation, term))).collect();
        for &(suspect, sign) in &members {
            self.suspects[suspect].stands_in.push((number, sign));
        }
        self.equations.push(Equation { relation, residual, state, members });
    }

    fn residual(&self, relation: &Relation) -> Option<i128> {
        relation.terms().try_fold(0, |sum, term| {
            Some(sum + sign_of(relation, term) * units(operand(&self.case, term), self.one)?)
        })
    }

    fn suspect(&mut self, cell: Cell) -> usize {
        let next = self.suspects.len();
        *self.index.entry(cell).or_insert_with(|| {
            let term = Term { sign: Sign::Plus, which: Which::This, cell };
            let printed = units(operand(&self.case, term), self.one).unwrap_or(0);
            self.suspects.push(Suspect { cell, printed, stands_in: Vec::new() });
            next
        })
    }

    /// The equations that fail.
    pub(super) fn failing(&self) -> Mask {
        self.mask(|equation| matches!(equation.state, State::Fails(_)))
    }

    /// The equations of which something is true.
    pub(super) fn mask(&self, is: impl Fn(&Equation) -> bool) -> Mask {
        let bits = self.equations.iter().enumerate().filter(|(_, equation)| is(equation));
        bits.fold(0, |mask, (number, _)| mask | 1 << number)
    }

    /// The findings that say that these equations fail.
    pub(super) fn findings(&self, mask: Mask) -> Vec<usize> {
        let mut findings: Vec<_> = bits(mask)
            .filter_map(|number| match self.equations[number].state {
                State::Fails(finding) => Some(finding),
                State::Holds | State::Open => None,
            })
            .collect();
        findings.sort_unstable();
        findings
    }

    /// The suspect that is a cell, if it stands in any equation.
    pub(super) fn find(&self, cell: Cell) -> Option<usize> {
        self.index.get(&cell).copied()
    }

    pub(super) fn printed(&self, cell: Cell) -> Option<i128> {
        self.find(cell).map(|suspect| self.suspects[suspect].printed)
    }

    /// A change to a value that a count can have and the cell does not print.
    pub(super) fn change(&self, suspect: usize, value: i128) -> Option<Change> {
        let is_count = self.count(value).is_some();
        (is_count && value != self.suspects[suspect].printed).then_some(Change { suspect, value })
    }

    /// The count that a value is, if it is one.
    pub(super) fn count(&self, value: i128) -> Option<u64> {
        (value % self.one == 0).then(|| u64::try_from(value / self.one).ok()).flatten()
    }

    /// A count in units.
    pub(super) const fn units(&self, count: u64) -> i128 {
        count as i128 * self.one
    }

    pub(super) fn entry(&self, suspect: usize) -> &'a Entry {
        self.case.report.get(self.suspects[suspect].cell)
    }

    /// By how much a change changes its cell.
    pub(super) fn delta(&self, change: Change) -> i128 {
        change.value - self.suspects[change.suspect].printed
    }
}

/// The numbers of the bits that are set.
pub(super) fn bits(mask: Mask) -> impl Iterator<Item = usize> {
    (0..Mask::BITS as usize).filter(move |number| mask >> number & 1 == 1)
}

/// What this year carries in is known from the report of the year before, if it is at hand. Stocks of
/// table 二 may be counted anew: they prove no cell wrong.
fn over_years(case: &Case<'_>) -> &'static [Relation] {
    if years::previous(case).is_ok() { relations_over_years("carry-over") } else { &[] }
}

/// The finding that reports a relation: its cells are the terms of the relation.
fn finding_of(relation: &Relation, findings: &[Finding]) -> Option<usize> {
    let is_of = |finding: &Finding| {
        let terms = relation.terms().filter(|term| term.which == Which::This);
        finding.rule == relation.rule && terms.map(|term| term.cell).eq(finding.cells.iter().copied())
    };
    findings.iter().position(is_of)
}

/// How a change of a term changes the residual.
fn sign_of(relation: &Relation, term: Term) -> i128 {
    let is_part = term != relation.total;
    if is_part == (term.sign == Sign::Plus) { 1 } else { -1 }
}

fn decimals(case: &Case<'_>, relation: &Relation) -> u32 {
    let decimals = relation.terms().map(|term| match operand(case, term) {
        Operand::Value(value) => value.normalize().scale(),
        _ => 0,
    });
    decimals.max().unwrap_or(0).min(DECIMALS)
}

fn units(operand: Operand, one: i128) -> Option<i128> {
    let units = match operand {
        Operand::Count(count) => i128::from(count).checked_mul(one)?,
        Operand::Value(value) => {
            let value = value.normalize();
            let whole = 10_i128.checked_pow(value.scale())?;
            let units = value.mantissa().checked_mul(one)?;
            (units % whole == 0).then_some(units / whole)?
        }
        Operand::Nothing | Operand::Blank => 0,
        Operand::Unknown => return None,
    };
    (units.abs() <= LARGEST).then_some(units)
}
