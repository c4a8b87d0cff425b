//! The grammar of a clause with a figure: 2023年，我局共收到 政府信息公开申请 46件.

use super::body::{Body, Scope};
use super::phrase::Phrase;
use super::token::{Figure, Kind, Token};
use super::word::Word;
use crate::form::Row;
use crate::report::Exactness;
use nom::branch::alt;
use nom::combinator::{map, opt, value};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

pub(super) type Tokens<'a> = &'a [Token];
type Parsed<'a, T> = IResult<Tokens<'a>, T>;

/// When and of whom, as far as the words before a clause say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Lead {
    pub(super) time: Option<Time>,
    pub(super) scope: Option<Scope>,
    pub(super) cumulative: bool,
    /// 其中
    pub(super) among: bool,
    /// 含
    pub(super) including: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    Own,
    Unsure,
    Other,
}

/// A clause with its figure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clause {
    pub(super) lead: Lead,
    pub(super) phrase: Phrase,
    pub(super) figure: Figure,
    /// What is counted stands behind the figure.
    pub(super) follows: bool,
}

/// One clause.
pub(super) fn clause<'a>(input: Tokens<'a>, body: &Body) -> Parsed<'a, Clause> {
    let (rest, lead) = lead(input, body)?;
    let (rest, before) = phrase(rest, Phrase::default())?;
    let (rest, about) = opt(exactness).parse(rest)?;
    let (rest, mut figure) = figure(rest)?;
    figure.exactness = about.unwrap_or(figure.exactness);
    let follows = map(|input| after(input, &before), |phrase| (phrase, true));
    let complete = map(|input| tail(input, &before), |phrase| (phrase, false));
    let (rest, (phrase, follows)) = alt((follows, complete)).parse(rest)?;
    Ok((rest, Clause { lead, phrase, figure, follows }))
}

/// When and of whom: 2023年，全市.
pub(super) fn lead<'a>(mut input: Tokens<'a>, body: &Body) -> Parsed<'a, Lead> {
    let mut lead = Lead::default();
    while let Some((first, rest)) = input.split_first() {
        if carried(input).is_ok() {
            break;
        }
        match first.kind {
            Kind::Word(Word::Fill | Word::All | Word::And) | Kind::Day => {}
            Kind::Word(Word::Among) => lead.among = true,
            Kind::Word(Word::Including) => lead.including = true,
            Kind::Word(Word::Cumulative) => lead.cumulative = true,
            Kind::Word(Word::ThisYear) => lead.time(Time::Own),
            Kind::Word(Word::SomeYear) => lead.time(Time::Unsure),
            Kind::Word(Word::LastYear | Word::NextYear | Word::OtherTime) => lead.time(Time::Other),
            // 1月1日, 12月31日 and 截至12月底 bound the year; any other month is a part of it.
            Kind::Month(1 | 12) if rest.first().is_some_and(|next| next.kind == Kind::Day) => {}
            Kind::Month(12) if lead.cumulative => {}
            Kind::Month(_) => lead.time(Time::Other),
            Kind::Word(Word::Own) => lead.scope = Some(Scope::Own),
            Kind::Word(Word::Area(area)) => lead.scope = Some(body.area(area)),
            Kind::Named(scope) => lead.scope = Some(scope),
            _ => break,
        }
        input = rest;
    }
    Ok((input, lead))
}

impl Lead {
    /// A time that is not the year's is not healed by one that is.
    fn time(&mut self, time: Time) {
        if self.time != Some(Time::Other) {
            self.time = Some(time);
        }
    }
}

/// 上年结转, 结转下年度继续办理
fn carried(input: Tokens<'_>) -> Parsed<'_, Row> {
    let label = |row| value(row, word(move |word| word == Word::Row(row)));
    let last = || terminated(word(|word| word == Word::LastYear), fill);
    let next = || preceded(fill, word(|word| word == Word::NextYear));
    let carry = || terminated(word(|word| word == Word::Carry), fill);
    let this = opt(word(|word| word == Word::ThisYear));
    let carried_in = alt(((last(), carry()), (carry(), last())));
    let onwards = skip(|word| matches!(word, Word::Fill | Word::Onwards | Word::Handle | Word::Answer));
    alt((
        label(Row::CarriedIn),
        label(Row::CarriedOut),
        value(Row::CarriedIn, (carried_in, this)),
        value(Row::CarriedOut, (carry(), next(), onwards)),
    ))
    .parse(input)
}

/// The known words up to a figure, an end or a word that is not known.
fn phrase(mut input: Tokens<'_>, mut phrase: Phrase) -> Parsed<'_, Phrase> {
    while !input.is_empty() {
        if let Ok((rest, row)) = carried(input) {
            phrase.carried = Some(row);
            // The label of the form names what was carried in, other words do not.
            phrase.request |=
                input.first().is_some_and(|first| first.kind == Kind::Word(Word::Row(Row::CarriedIn)));
            input = rest;
            continue;
        }
        match input.split_first() {
            Some((first, rest)) if phrase.take(first.kind) => input = rest,
            _ => break,
        }
    }
    Ok((input, phrase))
}

/// What is counted, where it follows: 收到46件政府信息公开申请, 3件结转下年度.
fn after<'a>(input: Tokens<'a>, before: &Phrase) -> Parsed<'a, Phrase> {
    let (rest, whole) = phrase(input, before.clone())?;
    let complete = before.is_bare() && whole != *before && !whole.is_empty() && ends(rest);
    if complete { Ok((rest, whole)) } else { fail(input) }
}

/// What may follow a clause that is complete: 均已办结, 同比增长5%, a clause without a comma between.
fn tail<'a>(input: Tokens<'a>, before: &Phrase) -> Parsed<'a, Phrase> {
    let harmless = |word| {
        matches!(word, Word::Fill | Word::All | Word::Conclude | Word::Answer | Word::Handle | Word::Among)
    };
    if before.is_empty() && !before.respectively {
        return fail(input);
    }
    if begins(input) {
        return Ok((input, before.clone()));
    }
    let (rest, ()) = skip(harmless)(input)?;
    let compared =
        matches!(rest.first().map(|token| token.kind), Some(Kind::Word(Word::Compare | Word::Share)));
    if ends(rest) || compared { Ok((rest, before.clone())) } else { fail(input) }
}

/// Whether a clause begins here that has its own verb or label and a figure.
fn begins(input: Tokens<'_>) -> bool {
    let Ok((rest, phrase)) = phrase(input, Phrase::default()) else { return false };
    !phrase.is_empty() && figure(rest).is_ok()
}

/// Whether nothing more of a clause follows.
fn ends(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|token| token.kind.ends_clause() || token.kind == Kind::Pause)
}

fn figure(input: Tokens<'_>) -> Parsed<'_, Figure> {
    match input.split_first() {
        Some((Token { kind: Kind::Figure(figure), .. }, rest)) => Ok((rest, *figure)),
        _ => fail(input),
    }
}

fn exactness(input: Tokens<'_>) -> Parsed<'_, Exactness> {
    match input.split_first() {
        Some((Token { kind: Kind::Word(Word::Exactness(exactness)), .. }, rest)) => Ok((rest, *exactness)),
        _ => fail(input),
    }
}

/// A word of a kind.
fn word<'a>(is: impl Fn(Word) -> bool) -> impl Fn(Tokens<'a>) -> Parsed<'a, Word> {
    move |input| match input.split_first() {
        Some((Token { kind: Kind::Word(word), .. }, rest)) if is(*word) => Ok((rest, *word)),
        _ => fail(input),
    }
}

/// Any number of words of a kind.
fn skip<'a>(is: impl Fn(Word) -> bool) -> impl Fn(Tokens<'a>) -> Parsed<'a, ()> {
    move |input: Tokens<'a>| {
        let count = input.iter().take_while(|token| token.kind.word().is_some_and(&is)).count();
        Ok((&input[count..], ()))
    }
}

fn fill(input: Tokens<'_>) -> Parsed<'_, ()> {
    skip(|word| word == Word::Fill)(input)
}

pub(super) fn fail<T>(input: Tokens<'_>) -> Parsed<'_, T> {
    Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)))
}
