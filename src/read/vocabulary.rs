//! The words of the form, found in folded text.

use super::fold::folded_text;
use crate::form::{
    Applicant, Article, Caption, ChallengeColumn, ChallengeRow, Group, Item, ProactiveColumn, ProactiveRow,
    REGULATIONS, Row, SectionKind,
};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A word of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// The title of a section, without its ordinal.
    Section(SectionKind),
    /// 第二十条第（…）项
    Article(Article),
    /// A row label of table 二.
    ProactiveRow(ProactiveRow),
    /// A column head of table 二.
    ProactiveColumn(ProactiveColumn),
    /// A row label of table 三.
    Row(Row),
    /// A group label of table 三.
    Group(Group),
    /// 三、本年度办理结果
    Outcomes,
    /// A column head of table 三; 总计 and 合计 may also be one of table 四.
    Applicant(Applicant),
    /// 法人或其他组织, the head above five columns.
    Organisations,
    /// A group head of table 四.
    ChallengeRow(ChallengeRow),
    /// 行政诉讼, the head above two groups.
    Suits,
    /// A column head of table 四.
    ChallengeColumn(ChallengeColumn),
    /// 信息内容, 申请人情况, the corner note: words that belong to a table and say nothing further.
    Filler,
}

/// A word and the folded characters in which it stands.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) word: Word,
    pub(crate) at: Range<usize>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::of_the_form);

/// The words by their first two characters, the longest first: many have the first in common.
struct Vocabulary {
    by_start: ByStart,
}

type ByStart = HashMap<(char, char), Vec<(Box<[char]>, Word)>, Hasher>;

/// One multiplication a character, or for eight bytes: the keys are words of our own lists.
pub(super) type Hasher = std::hash::BuildHasherDefault<CharHasher>;

#[derive(Default)]
pub(super) struct CharHasher(u64);

impl std::hash::Hasher for CharHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks();
        eights.iter().for_each(|eight| self.write_u64(u64::from_le_bytes(*eight)));
        // The last eight once more, rather than what is left of them one by one.
        match bytes.last_chunk() {
            Some(last) if !rest.is_empty() => self.write_u64(u64::from_le_bytes(*last)),
            _ => rest.iter().for_each(|&byte| self.write_u64(byte.into())),
        }
    }
    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }
    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    }
}

/// Every word of the form with the item that declares it.
fn declared() -> impl Iterator<Item = (&'static Item, Word)> {
    fn all<T: Copy>(
        all: &'static [T],
        item: fn(T) -> &'static Item,
        word: fn(T) -> Word,
    ) -> impl Iterator<Item = (&'static Item, Word)> {
        all.iter().map(move |&one| (item(one), word(one)))
    }
    all(SectionKind::ALL, SectionKind::item, Word::Section)
        .chain(all(ProactiveRow::ALL, ProactiveRow::item, Word::ProactiveRow))
        .chain(all(ProactiveColumn::ALL, ProactiveColumn::item, Word::ProactiveColumn))
        .chain(all(Group::ALL, Group::item, Word::Group))
        .chain(all(Row::ALL, Row::item, Word::Row))
        .chain(all(Applicant::ALL, Applicant::item, Word::Applicant))
        .chain(all(ChallengeRow::ALL, ChallengeRow::item, Word::ChallengeRow))
        .chain(all(ChallengeColumn::ALL, ChallengeColumn::item, Word::ChallengeColumn))
        .chain(all(Article::ALL, Article::item, Word::Article))
        .chain(all(Caption::ALL, Caption::item, caption))
}

/// The labels of the form as pages print them: official, shortened, and in their variants.
pub(super) fn printed() -> impl Iterator<Item = &'static str> {
    declared().flat_map(|(item, _)| item.labels().chain(item.words()))
}

impl Vocabulary {
    fn of_the_form() -> Self {
        let pieces = Caption::Balance.pieces().chain([REGULATIONS]).map(|piece| (piece, Word::Filler));
        let words = declared().flat_map(|(item, word)| item.words().map(move |key| (key, word)));
        let mut by_start = ByStart::default();
        for (text, word) in words.chain(pieces) {
            let chars: Box<[char]> = folded_text(text).chars().collect();
            debug_assert!(chars.len() > 1, "a word has two characters or more");
            if let Some(start) = start(&chars) {
                by_start.entry(start).or_default().push((chars, word));
            }
        }
        for list in by_start.values_mut() {
            // Stable: of two equal words the first declared wins (总计 is a column of table 三, （六）其他处理
            // a group).
            list.sort_by_key(|(chars, _)| std::cmp::Reverse(chars.len()));
        }
        Self { by_start }
    }
}

/// Whether a text may end within a word that goes on behind it.
pub(super) fn may_go_on(chars: &[char]) -> bool {
    let words = || VOCABULARY.by_start.values().flatten().map(|(word, _)| word);
    (0..chars.len()).any(|at| {
        let end = &chars[at..];
        words().any(|word| word.len() > end.len() && word.starts_with(end))
    })
}

const fn caption(caption: Caption) -> Word {
    match caption {
        Caption::Outcomes => Word::Outcomes,
        Caption::Organisations => Word::Organisations,
        Caption::Suits => Word::Suits,
        Caption::Content | Caption::Applicants | Caption::Balance => Word::Filler,
    }
}

/// The first two characters of a text; every word has as many.
fn start(chars: &[char]) -> Option<(char, char)> {
    chars.first_chunk().map(|&[a, b]| (a, b))
}

/// The longest word that starts at a character.
pub(crate) fn word_at(chars: &[char], at: usize) -> Option<Found> {
    let rest = chars.get(at..)?;
    let list = VOCABULARY.by_start.get(&start(rest)?)?;
    // Words that differ do so early, for which no call to compare memory is worth it.
    let starts = |key: &[char]| key.len() <= rest.len() && key.iter().zip(rest).all(|(a, b)| a == b);
    let (key, word) = list.iter().find(|(key, _)| starts(key))?;
    Some(Found { word: *word, at: at..at + key.len() })
}

/// Every word of a text from left to right, the longest at each place.
pub(crate) fn words(chars: &[char]) -> impl Iterator<Item = Found> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < chars.len() {
            match word_at(chars, at) {
                Some(found) => {
                    at = found.at.end;
                    return Some(found);
                }
                None => at += 1,
            }
        }
        None
    })
}
