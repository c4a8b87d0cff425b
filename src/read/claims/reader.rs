//! Reads run after run, clause by clause, with what was said before in mind.

use super::body::{Body, Scope};
use super::breakdown::Divided;
use super::clause::{self, Clause, Lead, Time, Tokens};
use super::denial;
use super::sentence::{self, Sentence};
use super::token::{self, Kind, Token};
use super::topic::Topic;
use super::word::Word;
use crate::form::{SectionKind, Term};
use crate::read::Folded;
use crate::read::glance::Paragraph;
use crate::report::{Denial, Doubt, Prose, Report};
use std::cell::OnceCell;
use std::ops::Range;

/// Brackets in brackets are not followed further.
const DEEPEST: usize = 4;

/// Reads the prose of one report.
pub(super) struct Reader<'r> {
    report: &'r Report,
    paragraphs: &'r [Paragraph<'r>],
    /// Known when the first sentence is read that may say something.
    body: OnceCell<Body>,
    folded: Folded,
    tokens: Vec<Token>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(report: &'r Report, paragraphs: &'r [Paragraph<'r>]) -> Self {
        Self { report, paragraphs, body: OnceCell::new(), folded: Folded::default(), tokens: Vec::new() }
    }

    /// Reads a section.
    pub(super) fn read(&mut self, section: SectionKind, prose: &mut Prose) {
        let mut topic = Topic::default();
        let mut divided = Divided::default();
        let paragraphs = self.paragraphs.iter().filter(|paragraph| paragraph.section == Some(section));
        sentence::sentences(paragraphs.copied(), |sentence| {
            if sentence.opens {
                divided.close(prose, self.report);
                topic = Topic { section: Some(section), ..Topic::default() };
            }
            let goes_on = topic.head.is_some() || topic.challenges.is_some();
            if !sentence.look.may_tell(goes_on) || !sentence.is_short() {
                return topic.forget();
            }
            sentence.fold(&mut self.folded);
            self.tokens.clear();
            let body = self.body.get_or_init(|| Body::of(self.report));
            token::tokens(&self.folded, body, &mut self.tokens);
            let (report, folded, tokens) = (self.report, &self.folded, &self.tokens[..]);
            let (topic, divided, prose) = (&mut topic, &mut divided, &mut *prose);
            Telling { report, body, folded, tokens, section, sentence, topic, divided, prose, opening: true }
                .read();
        });
        divided.close(prose, self.report);
    }
}

/// One sentence that is being read.
pub(super) struct Telling<'a> {
    pub(super) report: &'a Report,
    pub(super) body: &'a Body,
    pub(super) folded: &'a Folded,
    tokens: &'a [Token],
    pub(super) section: SectionKind,
    pub(super) sentence: &'a Sentence<'a>,
    pub(super) topic: &'a mut Topic,
    pub(super) divided: &'a mut Divided,
    pub(super) prose: &'a mut Prose,
    /// Nothing but when and of whom was said in this sentence.
    opening: bool,
}

impl<'a> Telling<'a> {
    fn read(mut self) {
        let tokens = self.tokens;
        let about = |token: &Token| matches!(token.kind, Kind::Word(Word::Request | Word::Disclosure));
        self.topic.mentioned |= tokens.iter().any(about);
        self.topic.lead = Default::default();
        self.topic.here = false;
        let mut outside: Vec<Topic> = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += match token.kind {
                Kind::Stop => {
                    self.topic.lead = Default::default();
                    self.opening = true;
                    1
                }
                Kind::Open if outside.len() < DEEPEST => {
                    outside.push(self.topic.clone());
                    1
                }
                Kind::Close => {
                    if let Some(topic) = outside.pop() {
                        *self.topic = topic;
                    }
                    1
                }
                Kind::Open | Kind::Comma | Kind::Colon | Kind::Pause => 1,
                _ => self.clause(&tokens[at..]).max(1),
            };
        }
    }

    /// Reads what begins here; how many tokens it takes.
    fn clause(&mut self, input: Tokens<'a>) -> usize {
        let opening = std::mem::take(&mut self.opening);
        if let Ok((rest, clause)) = clause::clause(input, self.body) {
            return self.figures(input, rest, &clause);
        }
        self.denial(input).unwrap_or_else(|| self.other(input, opening))
    }

    /// One clause with its figure, or with a figure for each of its labels.
    fn figures(&mut self, input: Tokens<'a>, mut rest: Tokens<'a>, clause: &Clause) -> usize {
        let labels = clause.phrase.labels();
        let mut figures = vec![clause.figure];
        if clause.phrase.respectively {
            while let [mark, Token { kind: Kind::Figure(figure), .. }, more @ ..] = rest
                && matches!(mark.kind, Kind::Pause | Kind::Comma | Kind::Word(Word::And))
            {
                figures.push(*figure);
                rest = more;
            }
        }
        let taken = input.len() - rest.len();
        self.topic.hear(clause.lead);
        let at = input[0].at.start..input[taken - 1].at.end;
        if clause.phrase.each && labels.len() > 1 {
            figures.resize(labels.len(), clause.figure);
        }
        if figures.len() == 1 && !clause.phrase.respectively {
            let share = self.figure(clause, &clause.phrase, clause.figure, at, rest);
            return taken + share;
        }
        if figures.len() == labels.len() {
            for (label, figure) in labels.iter().zip(figures) {
                self.figure(clause, label, figure, at.clone(), &[]);
            }
        } else {
            self.topic.forget();
        }
        taken
    }

    /// 未收到政府信息公开申请
    fn denial(&mut self, input: Tokens<'a>) -> Option<usize> {
        let (after, lead) = clause::lead(input, self.body).ok()?;
        let (rest, cells) = denial::denial(after, self.topic).ok()?;
        self.topic.hear(lead);
        let taken = input.len() - rest.len();
        self.deny(cells, input[0].at.start..input[taken - 1].at.end);
        Some(taken)
    }

    fn deny(&mut self, subject: Vec<Term>, at: Range<usize>) {
        let ours = self.topic.is_ours().filter(|_| !subject.is_empty());
        let place = self.sentence.place(self.folded, self.section, at);
        if let Some((doubt, (passage, broken))) = ours.zip(place) {
            let doubt = doubt.or(broken.then_some(Doubt::Broken));
            self.topic.denied = true;
            self.prose.denials.push(Denial { passage, subject, doubt });
        }
    }

    /// What is no clause of ours: how far it goes, and what it changes for those behind it.
    fn other(&mut self, input: Tokens<'a>, opening: bool) -> usize {
        let ends = |token: &Token| token.kind.ends_clause() || token.kind == Kind::Pause;
        let length = input.iter().position(ends).unwrap_or(input.len());
        let clause = &input[..length];
        let compares = clause.iter().any(|token| matches!(token.kind, Kind::Word(Word::Compare)));
        if compares {
            return length;
        }
        if clause.iter().any(|token| matches!(token.kind, Kind::Figure(_))) {
            self.misses(clause);
            return length;
        }
        if clause.iter().any(|token| token.kind == Kind::Word(Word::OtherTime)) {
            self.topic.hear(Lead { time: Some(Time::Other), ..Lead::default() });
            return length;
        }
        self.deny(denial::upheld(clause, self.topic), input[0].at.start..input[length.max(1) - 1].at.end);
        let (rest, lead) = clause::lead(clause, self.body).unwrap_or((clause, Default::default()));
        let opens = rest.len() < clause.len();
        if rest.is_empty() || opens && (lead.time.is_some() || lead.scope.is_some()) {
            self.topic.hear(lead);
            self.opening = opening && rest.is_empty();
        } else if opening && self.names_another_body(clause) {
            self.topic.lead.scope = Some(Scope::Foreign);
        }
        length
    }

    /// A figure that is not understood: what follows may be about the same.
    fn misses(&mut self, clause: Tokens<'_>) {
        self.divided.close(self.prose, self.report);
        self.topic.forget();
        let unknown = clause.iter().position(|token| token.kind == Kind::Unknown);
        let tells = |token: &Token| {
            let verb = |word| {
                matches!(
                    word,
                    Word::Receive | Word::New | Word::Conclude | Word::Answer | Word::Handle | Word::Request
                )
            };
            token.kind.word().is_some_and(verb)
        };
        if unknown.is_some_and(|unknown| clause[unknown..].iter().any(tells)) {
            self.topic.lead.scope = Some(Scope::Foreign);
        }
    }

    /// Whether a clause opens with the name of some other body: 市公安局认真落实…, 全年收到….
    fn names_another_body(&self, clause: Tokens<'_>) -> bool {
        const LONGEST: usize = 12;
        let Some(Token { kind: Kind::Unknown, at }) = clause.first() else { return false };
        let name = &self.folded.chars[at.clone()];
        let name = &name[..name.len().min(LONGEST)];
        let other = name.first().is_some_and(|c| NO_NAMES.contains(*c)) || name.get(1) == Some(&'委');
        !other && name.iter().any(|c| "局办厅院站队镇乡县区市司".contains(*c))
    }
}

/// With these begin words that a sentence opens with and that are no name of a body, nor of one above.
const NO_NAMES: &str = "党国按根为围在通对据坚严认积着持各以加主推进不规完健畅切全及做落高深充依强优聚紧针结重始统组建提拓创稳扎有大";
