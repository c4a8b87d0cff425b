//! What the words beside a figure name.
//!
//! Word order is free in such clauses (收到46件申请, 申请共收到46件), so a phrase is the known words that stand
//! in it. One unknown word, and it is none.

use super::token::Kind;
use super::word::Word;
use crate::form::{Applicant, ChallengeColumn, ChallengeRow, Group, ProactiveColumn, ProactiveRow, Row};

/// What the words beside a figure name.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Phrase {
    pub(super) new: bool,
    pub(super) receive: bool,
    pub(super) handle: bool,
    pub(super) conclude: bool,
    pub(super) answer: bool,
    pub(super) apply: bool,
    pub(super) request: bool,
    pub(super) disclosure: bool,
    /// 因, 引起: it is not of applications.
    pub(super) cause: bool,
    /// 公民 may be anyone.
    pub(super) loose: bool,
    pub(super) channel: bool,
    pub(super) decision: bool,
    pub(super) publish: bool,
    pub(super) respectively: bool,
    /// The figure is that of each label: 均为0件.
    pub(super) each: bool,
    /// Several labels are one sum: 予以公开及部分公开.
    pub(super) joined: bool,
    pub(super) carried: Option<Row>,
    pub(super) columns: Vec<Applicant>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) challenges: Vec<ChallengeRow>,
    pub(super) results: Vec<ChallengeColumn>,
    pub(super) act: Option<ProactiveRow>,
    pub(super) column: Option<ProactiveColumn>,
}

/// A label of 本年度办理结果.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Row(Row),
    Group(Group),
    /// 其他, which may be a group of rows or a kind of applicant.
    Others,
}

impl Phrase {
    /// Takes a word in; false if it is none of a phrase.
    pub(super) fn take(&mut self, kind: Kind) -> bool {
        let Kind::Word(word) = kind else { return kind == Kind::Pause && self.is_list() };
        match word {
            Word::Fill | Word::ThisYear => {}
            Word::Cause => self.cause = true,
            Word::All => self.each = true,
            Word::And => self.joined = true,
            Word::Respectively => self.respectively = true,
            Word::Everyone => {}
            Word::New => self.new = true,
            Word::Receive => self.receive = true,
            Word::Handle => self.handle = true,
            Word::Conclude => self.conclude = true,
            Word::Answer => self.answer = true,
            Word::Apply => self.apply = true,
            Word::Request => self.request = true,
            Word::Disclosure => self.disclosure = true,
            Word::Channel => self.channel = true,
            Word::Decision => self.decision = true,
            Word::Publish => self.publish = true,
            // 其他 is a column, too.
            Word::Column(Applicant::Other) => self.outcomes.push(Outcome::Others),
            Word::Column(column) => self.columns.push(column),
            Word::Citizen => {
                self.columns.push(Applicant::NaturalPerson);
                self.loose = true;
            }
            Word::Organisations => self.columns.extend(ORGANISATIONS),
            Word::Row(row) => self.outcomes.push(Outcome::Row(row)),
            Word::Group(group) => self.outcomes.push(Outcome::Group(group)),
            Word::Challenge(row) => self.challenges.push(row),
            Word::Suits => self.challenges.extend(SUITS),
            Word::Result(column) => self.results.push(column),
            Word::Act(row) if self.act.is_none() => self.act = Some(row),
            Word::Of(column) if self.column.is_none() => self.column = Some(column),
            _ => return false,
        }
        true
    }

    /// Whether labels stand in it that may be listed: 予以公开、部分公开.
    fn is_list(&self) -> bool {
        !self.outcomes.is_empty() || !self.challenges.is_empty() || !self.results.is_empty()
    }

    /// Whether it names nothing of the tables.
    pub(super) fn is_empty(&self) -> bool {
        let verb = self.new || self.receive || self.handle || self.conclude || self.answer;
        !verb && self.is_bare() && !self.apply && !self.disclosure && self.column.is_none()
    }

    /// Whether it lacks the thing that is counted.
    pub(super) fn is_bare(&self) -> bool {
        !self.request
            && !self.channel
            && self.carried.is_none()
            && self.columns.is_empty()
            && !self.is_list()
            && self.act.is_none()
    }

    /// A phrase for each of the labels that are listed: 予以公开、部分公开分别为….
    pub(super) fn labels(&self) -> Vec<Self> {
        let bare =
            || Self { outcomes: Vec::new(), challenges: Vec::new(), results: Vec::new(), ..self.clone() };
        let outcomes = self.outcomes.iter().map(|&outcome| Self { outcomes: vec![outcome], ..bare() });
        let results = self.results.iter().map(|&result| Self { results: vec![result], ..bare() });
        let mut groups: Vec<Vec<ChallengeRow>> = Vec::new();
        for &row in &self.challenges {
            match groups.last_mut() {
                Some(last) if row == SUITS[1] && last[..] == [SUITS[0]] => last.push(row),
                _ => groups.push(vec![row]),
            }
        }
        let challenges = groups.into_iter().map(|challenges| Self { challenges, ..bare() });
        outcomes.chain(results).chain(challenges).collect()
    }
}

/// 法人或其他组织
pub(super) const ORGANISATIONS: [Applicant; 5] = [
    Applicant::Enterprise,
    Applicant::Research,
    Applicant::PublicWelfare,
    Applicant::LegalService,
    Applicant::Other,
];

/// 行政诉讼
pub(super) const SUITS: [ChallengeRow; 2] = [ChallengeRow::DirectSuits, ChallengeRow::SuitsAfterReview];
