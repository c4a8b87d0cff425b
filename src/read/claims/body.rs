//! Whose report it is: which words of its prose mean the body and the year that the tables are of.

use super::word::Word;
use crate::read::Folded;
use crate::report::{Kind, Level, Report};

/// Of whom a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Scope {
    /// Of whom the tables are, as far as the prose says.
    #[default]
    Own,
    /// Perhaps of a wider or a narrower circle.
    Unsure,
    /// Of someone else.
    Foreign,
}

/// The body that reports, and its year.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Its name, folded.
    name: Vec<char>,
    /// How many characters of its name are the area that it governs; none if it governs none.
    area: Option<usize>,
    /// It is not known who reports.
    unknown: bool,
    /// A 镇, 乡 or 街道: its government and the area report as one.
    township: bool,
    year: Option<i32>,
    /// A bit for each character of its name, to tell at once that a text does not begin with one.
    letters: u64,
}

/// Behind the area in the name of its government.
const GOVERNMENTS: [&str; 5] = ["人民政府", "政府", "办事处", "管理委员会", "管委会"];

/// What a name needs to be told from an ordinary word.
const SHORTEST: usize = 3;

impl Body {
    pub(super) fn of(report: &Report) -> Self {
        let text = Folded::of(report.agency.as_deref().unwrap_or_default()).text();
        let core = GOVERNMENTS.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(&text);
        let ends = |chars: [char; 3]| core.ends_with(chars) || core.ends_with("街道");
        let township = ends(['镇', '乡', '街']) || report.level == Some(Level::Township);
        let governs =
            report.kind != Some(Kind::Department) && core.ends_with(|c| "省市县区州盟旗".contains(c));
        Self {
            area: (governs || ends(['镇', '乡', '街'])).then(|| core.chars().count()),
            unknown: text.is_empty(),
            township,
            year: report.year,
            letters: text.chars().fold(0, |letters, c| letters | letter(c)),
            name: text.chars().collect(),
        }
    }

    /// Whether it governs an area in which other bodies act too.
    pub(super) const fn governs(&self) -> bool {
        self.area.is_some() && !self.township
    }

    /// What a year says.
    pub(super) fn year(&self, year: i32) -> Word {
        match self.year.map(|own| year.checked_sub(own)) {
            None => Word::SomeYear,
            Some(Some(0)) => Word::ThisYear,
            Some(Some(-1)) => Word::LastYear,
            Some(Some(1)) => Word::NextYear,
            Some(_) => Word::OtherTime,
        }
    }

    /// Whether the name of the body, or the end of it, begins a text: how long it is, and whose figures follow.
    pub(super) fn named(&self, chars: &[char]) -> Option<(Scope, usize)> {
        let first = chars.first().filter(|&&c| self.letters & letter(c) != 0)?;
        let starts = self.name.iter().enumerate().filter(|(_, c)| *c == first).map(|(at, _)| at);
        for start in starts {
            let whole = &self.name[start..];
            let area =
                self.area.and_then(|end| self.name.get(start..end)).filter(|area| area.len() >= SHORTEST);
            if whole.len() >= SHORTEST && chars.starts_with(whole) {
                // A government has a share of its own in the figures of its area.
                let own = self.township || self.area.is_none_or(|end| end == self.name.len());
                return Some((if own { Scope::Own } else { Scope::Unsure }, whole.len()));
            }
            if let Some(area) = area.filter(|area| chars.starts_with(area)) {
                return Some((Scope::Own, area.len()));
            }
        }
        None
    }

    /// Of whom the figures of 全市, 我县 are.
    pub(super) fn area(&self, area: char) -> Scope {
        let own = self.area.and_then(|end| self.name.get(end.checked_sub(1)?));
        match own {
            Some(&own) if own == area || area == '街' && self.township => Scope::Own,
            None if self.unknown && matches!(area, '镇' | '乡' | '街') => Scope::Own,
            None if self.unknown => Scope::Unsure,
            _ => Scope::Foreign,
        }
    }
}

const fn letter(c: char) -> u64 {
    1 << (c as u32 % 64)
}
