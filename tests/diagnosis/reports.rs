//! Consistent reports as real bodies have them: many zeros, a few counts, sometimes large ones.

use crate::dice::Dice;
use gongkai::Report;
use gongkai::form::{Applicant, Cell, ChallengeColumn, ChallengeRow, Edition, Row};

/// How often, of a thousand applications, an applicant of each kind files one.
const KINDS: [u64; 6] = [780, 130, 10, 10, 20, 50];

/// How often, of about a thousand, an application has each outcome.
fn weight(row: Row) -> u64 {
    match row {
        Row::Granted => 400,
        Row::PartlyGranted => 80,
        Row::InternalAffairs | Row::ProcessInformation | Row::AdministrativeInquiry => 25,
        Row::ThirdPartyRights | Row::EnforcementFiles => 15,
        Row::NotHeld => 200,
        Row::NeedsCreation | Row::Petition | Row::Duplicate => 30,
        Row::StillUnclear | Row::NotSupplemented | Row::OtherSingle | Row::OtherOther => 25,
        _ => 5,
    }
}

/// A report on the form of an edition, every sum of which holds.
pub(crate) fn report(edition: Edition, dice: &mut Dice) -> Report {
    let mut report = Report::filled(edition, 0);
    let most = *dice.pick(&[6, 12, 60, 60, 250, 250, 3_000]);
    let cases = 1 + dice.below(most);
    // Every body has habits of its own.
    let kinds = KINDS.map(|weight| weight * dice.below(3) as u64 / 2 + 1);
    let rows: Vec<Row> = Row::of(edition).filter(|row| row.is_outcome()).collect();
    let rows: Vec<_> = rows.iter().map(|&row| (row, weight(row) * dice.below(3) as u64 / 2)).collect();
    for _ in 0..cases {
        let kind = Applicant::KINDS[dice.weighed(kinds.iter().copied())];
        let (row, _) = rows[dice.weighed(rows.iter().map(|(_, weight)| *weight))];
        let outcome = if dice.one_in(15) { Row::CarriedOut } else { row };
        add(&mut report, outcome, kind);
        if outcome != Row::CarriedOut {
            add(&mut report, Row::OutcomesTotal, kind);
        }
        add(&mut report, if dice.one_in(12) { Row::CarriedIn } else { Row::Received }, kind);
    }
    challenges(&mut report, dice);
    report
}

impl Dice {
    /// One of several, each as often as its weight says; the first one if nothing has weight.
    pub(crate) fn weighed(&mut self, weights: impl Iterator<Item = u64> + Clone) -> usize {
        let all: u64 = weights.clone().sum();
        let mut at = self.below(usize::try_from(all).unwrap_or(usize::MAX)) as u64;
        let mut weights = weights.enumerate();
        let drawn = weights.find(|(_, weight)| {
            let is_here = at < *weight;
            at -= at.min(*weight);
            is_here
        });
        drawn.map_or(0, |(number, _)| number)
    }
}

fn add(report: &mut Report, row: Row, kind: Applicant) {
    for column in [kind, Applicant::Total] {
        let cell = Cell::Applications(row, column);
        let count = report.get(cell).count().unwrap_or(0);
        report.set(cell, count + 1).expect("a cell of the form");
    }
}

fn challenges(report: &mut Report, dice: &mut Dice) {
    let (&total, results) = ChallengeColumn::ALL.split_last().expect("five columns");
    for &row in ChallengeRow::ALL {
        let mut sum = 0;
        for &result in results {
            let count = if dice.one_in(2) { 0 } else { dice.below(14) as u64 };
            sum += count;
            report.set(Cell::Challenges(row, result), count).expect("a cell of the form");
        }
        report.set(Cell::Challenges(row, total), sum).expect("a cell of the form");
    }
}
