//! What was said before a clause, on which its meaning rests.

use super::body::Scope;
use super::clause::{Lead, Time};
use super::meaning::Sort;
use super::rows::Rows;
use crate::form::{Cell, ChallengeRow, ProactiveRow, Row, SectionKind, Sign, Term};
use crate::report::Doubt;

/// What was said before a clause.
#[derive(Debug, Clone, Default)]
pub(super) struct Topic {
    pub(super) section: Option<SectionKind>,
    /// When and of whom, in this sentence.
    pub(super) lead: Lead,
    /// The paragraph speaks of 依申请公开, so that 申请 is one of information.
    pub(super) mentioned: bool,
    /// The figure that the next ones divide.
    pub(super) head: Option<Head>,
    /// It stands in this sentence.
    pub(super) here: bool,
    /// The outcome that was named last, which 其中 may divide.
    pub(super) outcome: Option<Vec<Term>>,
    /// The groups of table 四 that were named last.
    pub(super) challenges: Option<Vec<ChallengeRow>>,
    /// They are on disclosure for certain.
    pub(super) named: bool,
    /// The claim on their total.
    pub(super) challenged: Option<usize>,
    /// The row of table 二 that was named last.
    pub(super) act: Option<ProactiveRow>,
    /// There were no applications, or no challenges.
    pub(super) denied: bool,
    pub(super) last: Option<Sort>,
}

/// The figure of applications that the next figures divide.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) sort: Sort,
    /// Which of the claims it is.
    pub(super) claim: usize,
    pub(super) measure: char,
    pub(super) doubt: Option<Doubt>,
    pub(super) readings: Vec<Vec<Term>>,
}

impl Topic {
    /// The sums of rows that columns may divide.
    pub(super) fn rows(&self) -> Vec<Rows> {
        let rows = |terms: &Vec<Term>| -> Rows { terms.iter().filter_map(row).collect() };
        let outcome = self.outcome.iter().map(rows);
        let head = self.head.iter().flat_map(|head| head.readings.iter().map(rows));
        head.chain(outcome).collect()
    }

    /// The doubt that its figure leaves on those that divide it; their own words may be clear.
    pub(super) fn doubt(&self) -> Option<Doubt> {
        self.head.as_ref()?.doubt.filter(|&doubt| doubt != Doubt::Wording)
    }

    /// Whether a figure here is one of applications for information unless it says otherwise.
    pub(super) fn speaks_of_applications(&self) -> bool {
        self.head.is_some() || self.section == Some(SectionKind::Applications)
    }

    /// Whether 行政复议 here is one on disclosure, as those before it are.
    pub(super) fn names_challenges(&self) -> bool {
        self.named || self.section == Some(SectionKind::Challenges)
    }

    /// Whether 行政复议 here may be one on disclosure.
    pub(super) fn speaks_of_challenges(&self) -> bool {
        self.head.is_some() || self.challenges.is_some() || self.denied || self.names_challenges()
    }

    /// Forgets what figures were about, as after one that is not understood.
    pub(super) fn forget(&mut self) {
        (self.head, self.outcome, self.challenges, self.challenged) = Default::default();
        (self.named, self.act, self.denied, self.last) = Default::default();
    }

    /// Takes in when and of whom a clause speaks; what it does not say is as before it.
    pub(super) fn hear(&mut self, lead: Lead) {
        let own = self.lead;
        self.lead = Lead { time: lead.time.or(own.time), scope: lead.scope.or(own.scope), ..lead };
    }

    /// Whether what is said now is of the report's body and year, and what doubt there is; none if not.
    pub(super) fn is_ours(&self) -> Option<Option<Doubt>> {
        match (self.lead.time, self.lead.scope) {
            (Some(Time::Other), _) | (_, Some(Scope::Foreign)) => None,
            (_, Some(Scope::Unsure)) => Some(Some(Doubt::Scope)),
            (Some(Time::Unsure), _) => Some(Some(Doubt::Year)),
            (None, _) if self.lead.cumulative => Some(Some(Doubt::Wording)),
            _ => Some(None),
        }
    }
}

fn row(term: &Term) -> Option<(Sign, Row)> {
    match term.cell {
        Cell::Applications(row, _) => Some((term.sign, row)),
        _ => None,
    }
}
