//! The prose of a report, whole and with its structure.

use serde::{Deserialize, Serialize};
use std::slice::Iter;

/// A piece of prose: a heading, its paragraphs, and what stands under its sub-headings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Narrative {
    /// The heading as printed, with its ordinal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// The paragraphs before the first sub-heading.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<String>,
    /// （一）（二）… under a section, 1. 2. … under those.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Narrative>,
}

impl Narrative {
    /// Whether it says nothing at all, not even a heading.
    pub fn is_empty(&self) -> bool {
        self.heading.is_none() && self.is_silent()
    }

    /// Whether nothing stands under the heading.
    pub fn is_silent(&self) -> bool {
        self.paragraphs.is_empty() && self.parts.is_empty()
    }

    /// Every paragraph, in the order of the page.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        Texts::new(&self.paragraphs, &self.parts)
    }
}

/// The paragraphs of a text and of its parts.
pub(super) struct Texts<'a> {
    paragraphs: Iter<'a, String>,
    parts: Iter<'a, Narrative>,
    /// What is left of the parts in which these are: most prose has none.
    outer: Vec<Iter<'a, Narrative>>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(paragraphs: &'a [String], parts: &'a [Narrative]) -> Self {
        Self { paragraphs: paragraphs.iter(), parts: parts.iter(), outer: Vec::new() }
    }
}

impl<'a> Iterator for Texts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        loop {
            if let Some(text) = self.paragraphs.next() {
                return Some(text);
            }
            match self.parts.next() {
                Some(part) => {
                    self.paragraphs = part.paragraphs.iter();
                    if !part.parts.is_empty() {
                        self.outer.push(std::mem::replace(&mut self.parts, part.parts.iter()));
                    }
                }
                None => self.parts = self.outer.pop()?,
            }
        }
    }
}

/// A paragraph a line, without blank lines and the blanks around them.
///
/// ```
/// use gongkai::report::Narrative;
/// let narrative = Narrative::from("（一）主动公开。全年制发行政规范性文件4件。\n（二）依申请公开。无。");
/// assert_eq!(narrative.paragraphs.len(), 2);
/// ```
impl From<&str> for Narrative {
    fn from(text: &str) -> Self {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Self { paragraphs: lines.map(str::to_owned).collect(), ..Self::default() }
    }
}

/// What stands between the title and section 一.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Introduction {
    /// The paragraphs as printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<String>,
    /// The acts that the report says it rests on, as printed between 《 and 》.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<String>,
    /// Whom to ask: the part of the sentence with address, telephone, mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

impl Introduction {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }
}
