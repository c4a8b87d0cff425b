//! Writes down the figures of a clause, and what they make of those behind them.

use super::clause::{Clause, Tokens};
use super::meaning::{self, Meaning, Sort};
use super::phrase::Phrase;
use super::reader::Telling;
use super::token::{Figure, Kind};
use super::topic::Head;
use super::{rows, share};
use crate::form::{Cell, ChallengeRow, Row, Term};
use crate::report::{Claim, Doubt, Passage};
use rust_decimal::Decimal;
use std::ops::Range;

impl Telling<'_> {
    /// One figure; how many tokens of a percentage behind it belong to it.
    pub(super) fn figure(
        &mut self,
        clause: &Clause,
        phrase: &Phrase,
        figure: Figure,
        at: Range<usize>,
        rest: Tokens<'_>,
    ) -> usize {
        let ours = self.topic.is_ours();
        let meaning = ours.and_then(|_| meaning::of(phrase, self.topic, self.report));
        let meaning = meaning.filter(|meaning| {
            self.is_counted_so(meaning, phrase, figure) && self.is_of_the_whole(meaning, clause)
        });
        let place = self.sentence.place(self.folded, self.section, at.clone());
        let (Some(meaning), Some((passage, broken))) = (meaning, place) else {
            // 其中10件 of something that the form does not count leaves the whole as it is.
            if !clause.lead.among {
                self.divided.close(self.prose, self.report);
                self.topic.forget();
            }
            return 0;
        };
        // Of none there is nothing that could be counted otherwise.
        let none = meaning.sort == Sort::Challenges && figure.value.is_zero();
        let loose = meaning.doubt.filter(|_| !none);
        let whole = self.topic.challenged.filter(|_| meaning.sort == Sort::Results);
        let whole = whole.and_then(|number| self.prose.claims.get(number)?.doubt);
        let whole = whole.filter(|&doubt| doubt != Doubt::Wording);
        // A government has a share of its own in the acts of its area.
        let acts = meaning.sort == Sort::Acts && self.topic.lead.scope.is_none() && self.body.governs();
        let acts = acts.then_some(Doubt::Scope);
        let doubt = ours.flatten().or(broken.then_some(Doubt::Broken)).or(loose).or(whole).or(acts);
        let share = share::percent(rest);
        let spoken = Spoken { meaning, figure, passage, doubt };
        if let Some((percent, tokens)) = share {
            self.share(&spoken, percent, tokens);
        }
        self.claim(clause, spoken);
        // A bracket is closed where it was opened.
        share.map_or(0, |(_, tokens)| if tokens[0].kind == Kind::Open { 0 } else { tokens.len() })
    }

    /// Whether 43件已办结 is of all that were received, and not of the figure before it.
    fn is_of_the_whole(&self, meaning: &Meaning, clause: &Clause) -> bool {
        let objectless = clause.follows && !clause.phrase.request && clause.phrase.columns.is_empty();
        match meaning.sort {
            Sort::Concluded if objectless => self.topic.last == Some(Sort::Received),
            Sort::Received => !objectless || clause.phrase.apply,
            _ => true,
        }
    }

    /// Whether the measure word is one for what is counted.
    fn is_counted_so(&self, meaning: &Meaning, phrase: &Phrase, figure: Figure) -> bool {
        if meaning.readings.iter().flatten().any(|term| term.cell.is_amount()) {
            return figure.unit.is_some();
        }
        let cases = "件宗起份项例个".contains(figure.measure);
        let whole = phrase.request && "条次".contains(figure.measure);
        let same = self.topic.head.as_ref().is_some_and(|head| head.measure == figure.measure);
        figure.unit.is_none() && (cases || whole || same)
    }

    /// Writes a figure down, and what it makes of the figures behind it.
    fn claim(&mut self, clause: &Clause, spoken: Spoken) {
        let Spoken { meaning, figure, passage, doubt } = spoken;
        let Meaning { sort, readings, .. } = meaning;
        let number = self.prose.claims.len();
        let head = matches!(sort, Sort::Received | Sort::Concluded | Sort::Challenges | Sort::Acts);
        if head {
            self.divided.close(self.prose, self.report);
        }
        let subject = readings.first().cloned();
        match sort {
            Sort::Received | Sort::Concluded => {
                let head =
                    Head { sort, claim: number, measure: figure.measure, doubt, readings: readings.clone() };
                (self.topic.head, self.topic.here, self.topic.outcome) = (Some(head), true, None);
                (self.topic.challenges, self.topic.challenged) = (None, None);
            }
            Sort::Challenges => {
                self.topic.challenges = Some(phrase_rows(&readings));
                self.topic.named = doubt != Some(Doubt::Scope);
                self.topic.challenged = Some(number);
            }
            Sort::Results => self.is_divided_by_the_form(),
            Sort::Outcomes => self.topic.outcome = subject.clone(),
            Sort::Carried(Row::CarriedIn) if clause.lead.including => self.includes_carried_in(),
            Sort::Acts => self.topic.act = clause.phrase.act.or(self.topic.act),
            Sort::Carried(_) | Sort::Columns | Sort::Channel => {}
        }
        self.topic.last = Some(sort);
        let part = subject.unwrap_or_default();
        if head {
            self.divided.open(sort, number);
        } else {
            self.divided.add(sort, part.clone(), figure, passage);
        }
        if sort != Sort::Channel {
            let mut readings = readings;
            readings.remove(0);
            let (value, unit, exactness) = (figure.value, figure.unit, figure.exactness);
            self.prose.claims.push(Claim { passage, subject: part, readings, value, unit, exactness, doubt });
        }
    }

    /// 维持 and its like divide a total as table 四 does, so it is that total.
    fn is_divided_by_the_form(&mut self) {
        let claim = self.topic.challenged.and_then(|number| self.prose.claims.get_mut(number));
        if let Some(claim) = claim.filter(|claim| claim.doubt == Some(Doubt::Wording)) {
            claim.doubt = None;
        }
    }

    /// 含上年结转3件: the figure before counts them.
    fn includes_carried_in(&mut self) {
        let Some(claim) = self.topic.head.as_ref().and_then(|head| self.prose.claims.get_mut(head.claim))
        else {
            return;
        };
        let with = claim.readings.iter().position(|terms| {
            terms.len() == 2 && terms.iter().all(|term| rows::is_of(term, &[Row::Received, Row::CarriedIn]))
        });
        match with {
            Some(with) => std::mem::swap(&mut claim.subject, &mut claim.readings[with]),
            // 新收46件（含上年结转3件） says two things at once.
            None if self.topic.head.as_ref().is_some_and(|head| head.sort == Sort::Received) => {
                claim.doubt = Some(Doubt::Wording);
                claim.readings.extend(rows::with_carried_in());
            }
            None => {}
        }
    }

    /// A percentage behind a figure.
    fn share(&mut self, spoken: &Spoken, percent: Decimal, tokens: Tokens<'_>) {
        let inside =
            matches!(spoken.meaning.sort, Sort::Columns | Sort::Outcomes | Sort::Results | Sort::Channel);
        let challenged = self.topic.challenged.filter(|_| spoken.meaning.sort == Sort::Results);
        let head = self.topic.head.as_ref().map(|head| head.claim);
        let whole = challenged.or(head).and_then(|number| self.prose.claims.get(number));
        let last = tokens.last().map(|last| last.at.clone());
        let place = last.and_then(|last| self.sentence.place(self.folded, self.section, last));
        if let Some((whole, (end, _))) = whole.zip(place).filter(|_| inside) {
            let same = end.paragraph == spoken.passage.paragraph;
            let passage = Passage { start: if same { spoken.passage.start } else { end.start }, ..end };
            self.prose.shares.extend(share::of(spoken, passage, whole, percent));
        }
    }
}

/// A figure and what it means.
pub(super) struct Spoken {
    pub(super) meaning: Meaning,
    pub(super) figure: Figure,
    pub(super) passage: Passage,
    pub(super) doubt: Option<Doubt>,
}

/// The groups of table 四 that a claim on their total speaks of.
fn phrase_rows(readings: &[Vec<Term>]) -> Vec<ChallengeRow> {
    let rows = readings.first().into_iter().flatten();
    rows.filter_map(|term| match term.cell {
        Cell::Challenges(row, _) => Some(row),
        _ => None,
    })
    .collect()
}
