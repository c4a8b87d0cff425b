//! Percentages behind a figure: 208件（17.46%）, 208件，占17.46%.

use super::clause::Tokens;
use super::speak::Spoken;
use super::token::Kind;
use super::word::Word;
use crate::report::{Claim, Exactness, Part, Passage, Share};
use rust_decimal::Decimal;

/// The percentage behind a figure, and the tokens up to it.
pub(super) fn percent(rest: Tokens<'_>) -> Option<(Decimal, Tokens<'_>)> {
    let is = |at: usize, kind: Kind| rest.get(at).is_some_and(|token| token.kind == kind);
    let share = |at: usize| is(at, Kind::Word(Word::Share));
    let bracketed = is(0, Kind::Open);
    let mut at = usize::from(bracketed || is(0, Kind::Comma));
    if share(at) {
        at += 1;
        at += rest.get(at..)?.iter().take_while(|token| token.kind == Kind::Word(Word::Fill)).count();
    } else if !bracketed {
        return None;
    }
    match rest.get(at)?.kind {
        Kind::Percent(percent) => Some((percent, &rest[..=at])),
        _ => None,
    }
}

/// The share of a figure in a claim, if both are exact.
pub(super) fn of(spoken: &Spoken, passage: Passage, whole: &Claim, percent: Decimal) -> Option<Share> {
    let exact = spoken.figure.exactness == Exactness::Exact && whole.exactness == Exactness::Exact;
    let subject = spoken.meaning.readings.first().cloned().unwrap_or_default();
    exact.then(|| Share {
        passage,
        part: Part { subject, value: spoken.figure.value },
        whole: Part { subject: whole.subject.clone(), value: whole.value },
        wholes: whole.readings.clone(),
        percent,
    })
}
