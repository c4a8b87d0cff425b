//! What prose says there was none of: 未收到政府信息公开申请, 未发生因政府信息公开引起的行政复议.

use super::clause::{Tokens, fail};
use super::phrase::SUITS;
use super::rows::term;
use super::token::Kind;
use super::topic::Topic;
use super::word::Word;
use crate::form::{Applicant, Cell, ChallengeColumn, ChallengeRow, Row, Sign, Term};
use nom::IResult;

/// What stands behind 未 or 无, up to the end of its clause.
#[derive(Debug, Default)]
struct Denied {
    /// It was 无, not 未, which needs a verb.
    nothing: bool,
    received: bool,
    happened: bool,
    handled: bool,
    request: bool,
    disclosure: bool,
    /// An application stands in a list with what follows it.
    listed: bool,
    lost: bool,
    challenges: Vec<ChallengeRow>,
}

/// The cells that are zero by a clause that begins with 未 or 无.
pub(super) fn denial<'a>(input: Tokens<'a>, topic: &Topic) -> IResult<Tokens<'a>, Vec<Term>> {
    let Some((Kind::Word(no @ (Word::No | Word::None)), mut rest)) =
        input.split_first().map(|(first, rest)| (first.kind, rest))
    else {
        return fail(input);
    };
    let mut denied = Denied { nothing: no == Word::None, ..Denied::default() };
    while let Some((first, more)) = rest.split_first().filter(|(first, _)| !first.kind.ends_clause()) {
        if !denied.take(first.kind, topic) {
            return fail(input);
        }
        rest = more;
    }
    let cells = denied.cells(topic);
    if cells.is_empty() { fail(input) } else { Ok((rest, cells)) }
}

impl Denied {
    /// Takes a token in; false if it makes the clause mean something else.
    fn take(&mut self, kind: Kind, topic: &Topic) -> bool {
        let word = match kind {
            Kind::Word(word) => word,
            Kind::Pause => Word::And,
            // 未收到一件, 0件
            Kind::Figure(figure) => return figure.value <= 1.into() && figure.unit.is_none(),
            _ => return false,
        };
        match word {
            Word::Fill | Word::Everyone | Word::ThisYear | Word::All => {}
            Word::Cause => self.happened = true,
            Word::And => self.listed |= self.request && self.challenges.is_empty() && !self.happened,
            Word::Receive | Word::New => self.received = true,
            Word::Handle => self.handled = true,
            Word::Disclosure => self.disclosure = true,
            Word::Request => self.request = true,
            Word::Apply => self.request |= topic.mentioned && self.received,
            Word::Challenge(row) => self.challenges.push(row),
            Word::Suits => self.challenges.extend(SUITS),
            Word::Lost | Word::Result(ChallengeColumn::Corrected) => self.lost = true,
            _ => return false,
        }
        true
    }

    fn cells(&self, topic: &Topic) -> Vec<Term> {
        let received =
            self.received || self.listed || self.challenges.is_empty() && (self.nothing || self.happened);
        let handled = self.handled && !self.nothing;
        let mut cells = Vec::new();
        if self.request && received && !handled && !self.lost {
            cells.push(term(Sign::Plus, Cell::Applications(Row::Received, Applicant::Total)));
        }
        let of_disclosure = self.disclosure || self.request || topic.speaks_of_challenges();
        if of_disclosure && !self.handled {
            let column = if self.lost { ChallengeColumn::Corrected } else { ChallengeColumn::Total };
            cells.extend(self.challenges.iter().map(|&row| term(Sign::Plus, Cell::Challenges(row, column))));
        }
        cells
    }
}

/// 均获维持: what was challenged last was not corrected.
pub(super) fn upheld(clause: Tokens<'_>, topic: &Topic) -> Vec<Term> {
    let words = || clause.iter().map(|token| token.kind.word());
    let known =
        |word| matches!(word, Word::All | Word::Fill | Word::Cause | Word::Result(ChallengeColumn::Upheld));
    let says = |word| words().any(|other| other == Some(word));
    if !says(Word::All)
        || !says(Word::Result(ChallengeColumn::Upheld))
        || !words().all(|word| word.is_some_and(known))
    {
        return Vec::new();
    }
    let rows = topic.challenges.iter().flatten();
    rows.map(|&row| term(Sign::Plus, Cell::Challenges(row, ChallengeColumn::Corrected))).collect()
}
