//! A sentence as tokens: words, figures, marks.

use super::body::{Body, Scope};
use super::lexicon::{self, Words};
use super::word::Word;
use crate::form::{Applicant, Unit};
use crate::read::{Folded, number};
use crate::report::Exactness;
use rust_decimal::Decimal;
use std::ops::Range;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// The folded characters in which it stands.
    pub(super) at: Range<usize>,
}

/// What a piece of a sentence is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Word(Word),
    /// The body that reports, by its name.
    Named(Scope),
    /// A number with a measure word.
    Figure(Figure),
    /// 17.46%
    Percent(Decimal),
    /// 12月, 31日
    Month(u64),
    Day,
    /// ，
    Comma,
    /// 、
    Pause,
    /// ：
    Colon,
    /// 。；
    Stop,
    Open,
    Close,
    /// Anything else.
    Unknown,
}

/// A number with a measure word: 46件.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figure {
    pub(super) value: Decimal,
    pub(super) exactness: Exactness,
    /// 件, 宗 … or the last character of 万元.
    pub(super) measure: char,
    pub(super) unit: Option<Unit>,
}

/// What is counted in prose; the first are those in which cases and decisions are counted.
const MEASURES: &str = "件宗起份项例个条次人篇";

/// Cuts a folded sentence into tokens.
pub(super) fn tokens(sentence: &Folded, body: &Body, tokens: &mut Vec<Token>) {
    let chars = &sentence.chars[..];
    let words = lexicon::words();
    let mut at = 0;
    while at < chars.len() {
        let (kind, length) = token(&chars[at..], body, words);
        let end = at + length.max(1);
        if matches!(kind, Kind::Word(Word::Organisations)) && everyone(tokens, end) {
            at = end;
            continue;
        }
        match tokens.last_mut() {
            Some(last) if matches!((kind, last.kind), (Kind::Unknown, Kind::Unknown)) => last.at.end = end,
            _ => tokens.push(Token { kind, at: at..end }),
        }
        at = end;
    }
    drop_notes(tokens);
}

/// 公民、 before 法人和其他组织 makes everyone of them: says so and is true.
fn everyone(tokens: &mut Vec<Token>, end: usize) -> bool {
    let joined = tokens.last().is_some_and(|last| matches!(last.kind, Kind::Pause | Kind::Word(Word::And)));
    let person = tokens.len().checked_sub(1 + usize::from(joined));
    let Some(person) = person.and_then(|at| tokens.get_mut(at)) else { return false };
    if !matches!(person.kind, Kind::Word(Word::Citizen | Word::Column(Applicant::NaturalPerson))) {
        return false;
    }
    (person.kind, person.at.end) = (Kind::Word(Word::Everyone), end);
    if joined {
        tokens.pop();
    }
    true
}

/// Drops notes in brackets that state nothing: 其他处理（含申请人主动撤回）46件.
fn drop_notes(tokens: &mut Vec<Token>) {
    let tells = |token: &Token| {
        matches!(
            token.kind,
            Kind::Figure(_) | Kind::Percent(_) | Kind::Word(Word::No | Word::None | Word::All)
        )
    };
    let mut kept = 0;
    let mut open = None;
    for at in 0..tokens.len() {
        match tokens[at].kind {
            Kind::Open => open = Some(kept),
            Kind::Close => {
                if let Some(start) = open.take() {
                    kept = start;
                    continue;
                }
            }
            _ if tells(&tokens[at]) => open = None,
            _ => {}
        }
        tokens.swap(kept, at);
        kept += 1;
    }
    tokens.truncate(kept);
}

/// The token that begins a text, and its length.
fn token(chars: &[char], body: &Body, words: &Words) -> (Kind, usize) {
    let mark = match chars[0] {
        ',' => Kind::Comma,
        '、' => Kind::Pause,
        ':' => Kind::Colon,
        '。' | ';' | '!' | '?' => Kind::Stop,
        '(' => Kind::Open,
        ')' => Kind::Close,
        '"' => return (Kind::Unknown, quoted(chars, '"')),
        '《' => return (Kind::Unknown, quoted(chars, '》')),
        _ => return numeric(chars, body).unwrap_or_else(|| word(chars, body, words)),
    };
    (mark, 1)
}

/// A word or the name of the body, whichever is longer.
fn word(chars: &[char], body: &Body, words: &Words) -> (Kind, usize) {
    match (body.named(chars), words.at(chars)) {
        (Some((scope, named)), word) if word.is_none_or(|(_, length)| length < named) => {
            (Kind::Named(scope), named)
        }
        (_, Some((word, length))) => (Kind::Word(word), length),
        _ => (Kind::Unknown, 1),
    }
}

/// The length of what stands in quotes or title marks: a slogan or a name. A quote that does not close
/// soon is none.
fn quoted(chars: &[char], close: char) -> usize {
    const LONGEST: usize = 60;
    let inner = chars.iter().skip(1).take(LONGEST);
    inner.clone().position(|&c| c == close).map_or(1, |at| at + 2)
}

/// A token that begins with a number.
fn numeric(chars: &[char], body: &Body) -> Option<(Kind, usize)> {
    let (value, length) = number::leading(chars)?;
    let digits = chars[0].is_ascii_digit();
    // 一 may begin a word: 一是, 一季度.
    let unknown = digits.then_some((Kind::Unknown, length));
    let Some((value, rest)) = value.zip(chars.get(length..)) else { return unknown };
    let count = u64::try_from(value).ok().filter(|_| value.is_integer() && digits);
    let kind = match (count, rest.first()) {
        (Some(year @ 1900..2100), Some('年')) => {
            let length = length + 1 + usize::from(rest.get(1) == Some(&'度'));
            (Kind::Word(i32::try_from(year).map_or(Word::OtherTime, |year| body.year(year))), length)
        }
        (Some(month @ 1..=12), Some('月')) => {
            let more = rest.get(1).is_some_and(|c| "份底末".contains(*c));
            (Kind::Month(month), length + 1 + usize::from(more))
        }
        (Some(1..=31), Some('日' | '号')) => (Kind::Day, length + 1),
        (_, Some('%')) if digits => (Kind::Percent(value), length + 1),
        _ => match figure(value, rest) {
            Some((figure, more)) => (Kind::Figure(figure), length + more),
            None => return unknown,
        },
    };
    Some(kind)
}

/// 件, 余件, 万余条, 万元 behind a number, and how long that is.
fn figure(value: Decimal, rest: &[char]) -> Option<(Figure, usize)> {
    let (mut value, mut at, mut exactness) = (value, 0, Exactness::Exact);
    if let Some((unit, length)) = money(rest) {
        return Some((Figure { value, exactness, measure: '元', unit: Some(unit) }, length));
    }
    if rest.first() == Some(&'万') {
        // 1.2万 is a rounded number.
        (value, at, exactness) = (value.checked_mul(10_000.into())?, 1, Exactness::About);
    }
    if rest.get(at).is_some_and(|c| "余多几".contains(*c)) {
        (at, exactness) = (at + 1, Exactness::MoreThan);
    }
    if let Some((unit, length)) = money(rest.get(at..)?) {
        return Some((Figure { value, exactness, measure: '元', unit: Some(unit) }, at + length));
    }
    let &measure = rest.get(at).filter(|c| MEASURES.contains(**c))?;
    let follows = |at: usize, word: &str| word.chars().enumerate().all(|(n, c)| rest.get(at + n) == Some(&c));
    at += 1;
    if matches!(measure, '件' | '人') && rest.get(at) == Some(&'次') {
        at += 1;
    }
    if let Some(about) = ["以上", "左右", "余", "多"].into_iter().find(|word| follows(at, word)) {
        at += about.chars().count();
        exactness = if about == "左右" { Exactness::About } else { Exactness::MoreThan };
    }
    Some((Figure { value, exactness, measure, unit: None }, at))
}

fn money(rest: &[char]) -> Option<(Unit, usize)> {
    let found = Unit::ALL
        .iter()
        .find(|unit| unit.label().chars().eq(rest.iter().copied().take(unit.label().chars().count())));
    found.map(|unit| (*unit, unit.label().chars().count()))
}

impl Kind {
    /// The word, if it is one.
    pub(super) const fn word(self) -> Option<Word> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether a clause ends here.
    pub(super) const fn ends_clause(self) -> bool {
        matches!(self, Self::Comma | Self::Colon | Self::Stop | Self::Open | Self::Close)
    }
}
