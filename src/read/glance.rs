//! One look at each paragraph for all that read it: most hold nothing that any of them looks for.
//!
//! Here stand the characters that each of them cannot do without; a table says of each character whose it is.
//! What a glance sees may yet be nothing, but what it does not see is not there.

use crate::form::SectionKind;
use crate::report::Report;

/// What of interest a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glance(u8);

/// What a paragraph may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Hold {
    /// A word of what the tables count.
    Subject = 1,
    /// A sign that something was not filled in.
    Unfilled = 2,
    /// Whatever makes a sentence worth reading for its figures.
    Figure = 4,
}

/// Of the words that the tables count: 申请, 复议, 诉讼, 规范性, 规章, 许可, 处罚, 强制.
const SUBJECTS: &str = "申议議讼訟性章许許罚罰强強";

/// Of what is filled in, or asks for it.
const SIGNS: &str = "Ｘｘ＊＿○〇填　";

/// Of figures, denials and what they are about, and the end of a sentence.
const FIGURES: &str = "。件宗起份例个個项項条條次万萬元余餘多几未无無没沒申复復覆诉訴性章许許罚罰强強";

/// Whether two neighbouring bytes, of which the second is no part of such a character, may be a narrow sign:
/// `X`, `*`, `_`, `×`, a hard blank, or a blank behind a Chinese character.
const fn is_narrow_sign(before: u8, byte: u8) -> bool {
    (byte | 0x20 == b'x')
        | (byte == b'*')
        | (byte == b'_')
        | (byte & 0xFE == 0xC2)
        | (before >= 0x80 && byte == b' ')
}

/// For characters of three bytes, by the last two of them, the readers whose they are.
static WIDE: [u8; 1 << 12] = wide();

const fn wide() -> [u8; 1 << 12] {
    let lists = [(Hold::Subject, SUBJECTS), (Hold::Unfilled, SIGNS), (Hold::Figure, FIGURES)];
    let mut table = [0; 1 << 12];
    let mut list = 0;
    while list < lists.len() {
        let (hold, chars) = lists[list];
        let (chars, rest) = chars.as_bytes().as_chunks::<3>();
        assert!(rest.is_empty(), "a character that is not of three bytes");
        let mut at = 0;
        while at < chars.len() {
            table[index(chars[at][1], chars[at][2])] |= hold as u8;
            at += 1;
        }
        list += 1;
    }
    table
}

const fn index(second: u8, third: u8) -> usize {
    ((second & 0x3F) as usize) << 6 | (third & 0x3F) as usize
}

/// Whether a character of three bytes, of which these are the last two, may be one that something `hold`s.
pub(super) const fn may_be(hold: Hold, second: u8, third: u8) -> bool {
    WIDE[index(second, third)] & hold as u8 != 0
}

impl Glance {
    /// Looks at a text.
    pub(super) fn at(text: &str) -> Self {
        let (mut seen, mut before, mut rest) = (0, 0, text.as_bytes());
        loop {
            rest = match rest {
                // Three bytes, as all of Chinese has; of four, the last follows.
                [first, second, third, more @ ..] if *first >= 0xE0 => {
                    seen |= WIDE[index(*second, *third)];
                    before = *third;
                    more
                }
                [byte, more @ ..] => {
                    seen |= Hold::Unfilled as u8 * u8::from(is_narrow_sign(before, *byte));
                    before = *byte;
                    more
                }
                [] => return Self(seen),
            };
        }
    }

    /// Whether there may be something of the kind.
    pub(super) const fn may_hold(self, hold: Hold) -> bool {
        self.0 & hold as u8 != 0
    }
}

/// A paragraph, by its section (none before the first) and its number there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paragraph<'r> {
    pub(super) section: Option<SectionKind>,
    pub(super) number: usize,
    pub(super) text: &'r str,
    pub(super) glance: Glance,
}

/// Looks at every paragraph of a report.
pub(super) fn paragraphs(report: &Report) -> Vec<Paragraph<'_>> {
    let sections = std::iter::once(None).chain(SectionKind::ALL.iter().copied().map(Some));
    let of = |section| {
        let texts = report.paragraphs(section).enumerate();
        texts.map(move |(number, text)| Paragraph { section, number, text, glance: Glance::at(text) })
    };
    sections.flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_tables_count_is_seen() {
        let words = "申请 申請 复议 復議 诉讼 訴訟 规范性文件 规章 许可 許可 处罚 處罰 强制 強制";
        for word in words.split(' ') {
            for text in [word.to_owned(), format!("x{word}y"), format!("×{word}"), format!("😀{word}")] {
                assert!(Glance::at(&text).may_hold(Hold::Subject), "{text}");
            }
        }
        for text in ["", "主动公开信息3条", "x", "😀"] {
            assert!(!Glance::at(text).may_hold(Hold::Subject), "{text}");
        }
    }

    #[test]
    fn paragraphs_are_numbered_by_section() {
        let mut report = Report { overview: "收到申请3件。".into(), ..Report::default() };
        report.introduction.paragraphs = vec!["本报告".to_owned(), "共六部分".to_owned()];
        let found: Vec<_> = paragraphs(&report).iter().map(|it| (it.section, it.number, it.text)).collect();
        let overview = Some(SectionKind::Overview);
        assert_eq!(found, [(None, 0, "本报告"), (None, 1, "共六部分"), (overview, 0, "收到申请3件。")]);
    }
}
