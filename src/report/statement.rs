//! What single statements of a report's prose say, as data.

use super::Passage;
use crate::form::{Aspect, SectionKind};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What single statements of a report's prose say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Statements {
    /// The headings of the highest rank, in the order of the form.
    pub headings: Vec<Heading>,
    /// The sub-headings of section 一 do not begin with the first: what was read is not all of it.
    pub torn: bool,
    /// How many parts the introduction announces.
    pub parts: Option<PartsAnnounced>,
    /// Template text, and gaps where a number belongs.
    pub placeholders: Vec<Placeholder>,
    /// Sentences of section 一 that report work under the year before the report's.
    pub other_years: Vec<OtherYear>,
    /// What section 一 speaks of; what only governments report, anywhere in the prose.
    pub aspects: BTreeSet<Aspect>,
    /// How many bytes the text of section 一 has, sub-headings and all.
    pub overview_length: usize,
    /// What is said of 信息处理费: in section 六, else in another.
    pub fee: Option<FeeStatement>,
}

/// A heading of the rank of the six sections. [`Passage::heading`] has its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Heading {
    /// The section; none for a heading of the report's own, which stands behind the section before it.
    pub section: Option<SectionKind>,
    /// The number of its ordinal; none if it has no Chinese numeral.
    pub ordinal: Option<u8>,
    /// Whether it is worded as in the form or in 条例 第五十条, but for blanks, marks and particles.
    pub official: bool,
}

/// The introduction says how many parts the report has: 本报告由…等六个部分组成.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PartsAnnounced {
    /// Where: 六个部分.
    pub passage: Passage,
    /// How many.
    pub count: u8,
}

/// Something that should have been filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Placeholder {
    /// Where it stands, with the words beside it.
    pub passage: Passage,
    /// What it is.
    pub kind: PlaceholderKind,
}

/// What stands where something should have been filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlaceholderKind {
    /// Signs that stand for words or numbers: `20XX年`, `××局`.
    Signs,
    /// A note to who fills in: （填写机关名称）.
    Instruction,
    /// Blanks where a number belongs: `公开信息  条`.
    Gap,
}

/// A sentence that reports work under another year than the report's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct OtherYear {
    /// The first words of the sentence.
    pub passage: Passage,
    /// The year that opens it.
    pub year: i32,
}

/// What is said of the fee for processing information (信息处理费).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FeeStatement {
    /// The sentence.
    pub passage: Passage,
    /// What was collected, in 元; 0 if none was; none if that is not clear.
    pub collected: Option<Decimal>,
    /// To how many applications a fee notice (收费通知) was sent; none if it does not say.
    pub notices: Option<u64>,
}
