//! Numbered paragraphs: Word stores which list they belong to and shows their ordinals.
//!
//! A heading 一、总体情况 may be stored as 总体情况 only.

use super::NAME;
use super::numerals::numeral;
use crate::source::package::xml::{Event, Tag, Xml};
use crate::{Error, Limits};
use std::collections::HashMap;

/// How many levels a list has.
const LEVELS: usize = 9;

/// The definitions of lists.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// How lists look, by id.
    looks: HashMap<String, Look>,
    /// Those that are given in the name of a style; the first one counts.
    by_style: HashMap<String, String>,
    lists: HashMap<String, List>,
}

/// How the levels of a list look.
#[derive(Debug, Default, Clone)]
struct Look {
    levels: [Level; LEVELS],
    /// The style in whose name it is given, or from which it is taken.
    style: Option<String>,
    taken_from: Option<String>,
}

#[derive(Debug, Default, Clone)]
struct Level {
    start: Option<u32>,
    format: String,
    /// `%1、`, where `%1` stands for the number of the first level.
    text: String,
    /// Nothing stands between ordinal and text.
    tight: bool,
    /// All numbers are decimal.
    decimal: bool,
    /// The paragraph style that belongs to the level.
    style: Option<String>,
}

/// A list, which paragraphs name.
#[derive(Debug, Default)]
struct List {
    look: String,
    /// Levels at which it starts anew.
    starts: [Option<u32>; LEVELS],
    /// Levels that look different.
    levels: HashMap<usize, Level>,
}

/// The numbers that lists have reached.
#[derive(Debug, Default)]
pub(super) struct Counters {
    by_look: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists that have started anew at a level.
    started: HashMap<String, [bool; LEVELS]>,
}

impl Numbering {
    pub(super) fn read(text: &str, limits: Limits) -> Result<Self, Error> {
        let mut numbering = Self::default();
        let mut xml = Xml::new(text, NAME, limits);
        while let Some(event) = xml.next()? {
            let Event::Open(tag) = event else { continue };
            let id = |name| tag.get(name).unwrap_or_default().into_owned();
            match tag.name() {
                "abstractNum" => numbering.define(id("abstractNumId"), look(&mut xml)?),
                "num" => drop(numbering.lists.insert(id("numId"), list(&mut xml)?)),
                _ => {}
            }
        }
        Ok(numbering)
    }

    fn define(&mut self, id: String, look: Look) {
        if let Some(style) = &look.style {
            self.by_style.entry(style.clone()).or_insert_with(|| id.clone());
        }
        self.looks.insert(id, look);
    }

    /// The ordinal of the next paragraph of a list, with what stands between it and the text. Without a
    /// level it is the one that belongs to the style.
    pub(super) fn next(
        &self,
        counters: &mut Counters,
        id: &str,
        level: Option<usize>,
        style: Option<&str>,
    ) -> Option<String> {
        let list = self.lists.get(id)?;
        let (look_id, look) = self.look(list)?;
        let of_style =
            || look.levels.iter().position(|level| style.is_some() && level.style.as_deref() == style);
        let level = level.or_else(of_style).unwrap_or(0).min(LEVELS - 1);
        let numbers = counters.by_look.entry(look_id.to_owned()).or_default();
        let started = counters.started.entry(id.to_owned()).or_default();
        let looks = |at: usize| list.levels.get(&at).unwrap_or(&look.levels[at]);
        let start = |at: usize| list.starts[at].or(looks(at).start).unwrap_or(1);
        let anew = list.starts[level].is_some() && !std::mem::replace(&mut started[level], true);
        numbers[level] = Some(match numbers[level] {
            Some(number) if !anew => number.saturating_add(1),
            _ => start(level),
        });
        numbers[level + 1..].fill(None);
        for (above, number) in numbers[..level].iter_mut().enumerate() {
            number.get_or_insert_with(|| start(above));
        }
        let number = |at: usize| numbers[at].unwrap_or(1);
        let format = |at: usize| if looks(level).decimal { "decimal" } else { looks(at).format.as_str() };
        Some(looks(level).write(|at| numeral(number(at), format(at))))
    }

    /// How a list looks: as it is defined, or as the list of a style is.
    fn look(&self, list: &List) -> Option<(&str, &Look)> {
        let get = |id: &String| self.looks.get_key_value(id).map(|(id, look)| (id.as_str(), look));
        let (id, look) = get(&list.look)?;
        let of_style = look.taken_from.as_ref().and_then(|style| self.by_style.get(style));
        of_style.and_then(get).or(Some((id, look)))
    }
}

impl Level {
    /// The ordinal, with the number of each level that it shows.
    fn write(&self, number: impl Fn(usize) -> String) -> String {
        let mut out = String::new();
        if self.format == "bullet" {
            return out;
        }
        let mut rest = self.text.chars().peekable();
        while let Some(c) = rest.next() {
            let level = rest.peek().and_then(|c| c.to_digit(10)).filter(|level| c == '%' && *level > 0);
            match level {
                Some(level) => {
                    rest.next();
                    out.push_str(&number(level as usize - 1));
                }
                None => out.push(c),
            }
        }
        if !out.is_empty() && !self.tight {
            out.push(' ');
        }
        out
    }

    /// Takes an element of its definition into account.
    fn set(&mut self, tag: &Tag<'_>) {
        let value = || tag.value().unwrap_or_default().into_owned();
        match tag.name() {
            "start" => self.start = tag.number("val"),
            "numFmt" => self.format = value(),
            "lvlText" => self.text = value(),
            "suff" => self.tight = value() == "nothing",
            "isLgl" => self.decimal = tag.is_on(),
            "pStyle" => self.style = Some(value()),
            _ => {}
        }
    }
}

/// Reads a definition to its end.
fn look(xml: &mut Xml<'_>) -> Result<Look, Error> {
    let (mut look, mut at) = (Look::default(), 0);
    each(xml, |tag| {
        let value = || tag.value().map(std::borrow::Cow::into_owned);
        match tag.name() {
            "lvl" => at = tag.number("ilvl").unwrap_or(LEVELS),
            "styleLink" => look.style = value(),
            "numStyleLink" => look.taken_from = value(),
            _ => look.levels.get_mut(at).into_iter().for_each(|level| level.set(tag)),
        }
    })?;
    Ok(look)
}

/// Reads a list to its end.
fn list(xml: &mut Xml<'_>) -> Result<List, Error> {
    let (mut list, mut at, mut in_level) = (List::default(), LEVELS, false);
    each(xml, |tag| match tag.name() {
        "abstractNumId" => list.look = tag.value().unwrap_or_default().into_owned(),
        "lvlOverride" => (at, in_level) = (tag.number("ilvl").unwrap_or(LEVELS), false),
        "startOverride" => list.starts.get_mut(at).into_iter().for_each(|start| *start = tag.number("val")),
        "lvl" => in_level = at < LEVELS,
        _ if in_level => list.levels.entry(at).or_default().set(tag),
        _ => {}
    })?;
    Ok(list)
}

/// Tells every element in the one that was opened last.
fn each(xml: &mut Xml<'_>, mut tell: impl FnMut(&Tag<'_>)) -> Result<(), Error> {
    let mut depth = 1;
    while depth > 0 {
        match xml.next()? {
            Some(Event::Open(tag)) => {
                depth += 1;
                tell(&tag);
            }
            Some(Event::Close) => depth -= 1,
            Some(Event::Text(_)) => {}
            None => break,
        }
    }
    Ok(())
}
