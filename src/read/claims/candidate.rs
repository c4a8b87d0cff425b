//! A cheap look at the prose: most of it states no figure of the tables, and is left alone.

use crate::read::glance::{self, Hold};
use crate::read::number::is_digit;

/// What a look at a text finds.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    /// It names something that the tables count.
    subject: bool,
    /// It has a number before a measure word, or a word of denial.
    figure: bool,
    /// The bytes up to and with its first 。, or all.
    pub(super) end: usize,
}

/// Looks at a text up to its first 。.
pub(super) fn look(text: &str) -> Look {
    let mut look = Look { end: text.len(), ..Look::default() };
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            // Three bytes, as all of Chinese has; of four, the last follows.
            [first, second, third, more @ ..] if *first >= 0xE0 => {
                if glance::may_be(Hold::Figure, *second, *third) {
                    let at = text.len() - rest.len();
                    if look.is_at_end(text, at) {
                        look.end = at + '。'.len_utf8();
                        return look;
                    }
                }
                more
            }
            [_, more @ ..] => more,
            [] => return look,
        };
    }
}

impl Look {
    /// Looks at one character, and whether it is 。.
    fn is_at_end(&mut self, text: &str, at: usize) -> bool {
        let Some((before, from)) = text.split_at_checked(at) else { return false };
        let mut from = from.chars();
        let c = from.next();
        let next = |among: &str| from.clone().find(|c| !c.is_whitespace()).is_some_and(|c| among.contains(c));
        let last = || before.chars().rev().find(|c| !c.is_whitespace());
        match c {
            Some('。') => return true,
            Some('件' | '宗' | '起' | '份' | '例') => {
                self.figure |=
                    last().is_some_and(|c| is_digit(c) || "零一二两兩三四五六七八九十百".contains(c));
            }
            Some('未' | '无' | '無' | '没' | '沒') => {
                self.figure |= next("收接发發产產有因新受出被引曾依政行信")
            }
            Some('申') => self.subject |= next("请請"),
            Some('复' | '復' | '覆') => self.subject |= next("议議("),
            Some('诉' | '訴') => self.subject |= next("讼訟("),
            Some('性') => self.subject |= last().is_some_and(|c| "范範业業)".contains(c)),
            Some('章') => self.subject |= last().is_some_and(|c| "规規)".contains(c)),
            Some('许' | '許') => self.subject |= next("可"),
            Some('罚' | '罰') => self.subject |= last().is_some_and(|c| "处處)".contains(c)),
            Some('强' | '強') => self.subject |= next("制"),
            _ => self.figure |= last().is_some_and(is_digit),
        }
        false
    }

    /// With what a further piece of the sentence has.
    pub(super) const fn and(self, more: Self) -> Self {
        Self { subject: self.subject || more.subject, figure: self.figure || more.figure, ..more }
    }

    /// Whether a sentence may say something of the tables. One that `goes_on` from another need not
    /// say of what.
    pub(super) const fn may_tell(self, goes_on: bool) -> bool {
        self.figure && (self.subject || goes_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_denials_of_what_the_tables_count_are_seen() {
        for text in
            ["申请46件", "申請４６ 件", "复议一起", "未收到申请", "無行政訴訟", "规章3", "規範性文件2個"]
        {
            let look = look(text);
            assert!(look.subject && (look.figure || text == "规章3"), "{text}");
        }
        for text in ["信息7253条", "申请办理", "未来规划", "会议3次"] {
            assert!(!look(text).may_tell(false), "{text}");
        }
        assert_eq!(look("一。二。").end, "一。".len());
        assert_eq!(look("😀件").end, "😀件".len());
    }
}
