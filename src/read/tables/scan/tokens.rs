//! The parts of a line between blanks: values or text.

use crate::read::Folded;
use crate::read::number::{Printed, is_digit, printed};

/// A blank-separated part of a line.
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) is_value: bool,
}

/// Digits and signs that make no number (`171,11`): no label, and no ordinal (`1.`) either.
pub(super) fn is_broken_number(text: &str) -> bool {
    const ORDINAL: usize = 2;
    if !is_digits_and_signs(text) {
        return false;
    }
    let folded = Folded::of(text);
    let digits = folded.chars.iter().filter(|c| c.is_ascii_digit()).count();
    let rest = &folded.chars[digits.min(folded.len())..];
    let is_ordinal = digits <= ORDINAL && matches!(rest, ['.' | ')' | '、'] | [')', ..]);
    !is_ordinal && !folded.chars.contains(&'(')
}

/// Whether a text has digits and no letter or Chinese character.
pub(super) fn is_digits_and_signs(text: &str) -> bool {
    text.contains(is_digit) && !text.contains(char::is_alphabetic)
}

/// Whether a value can begin so.
fn is_value_start(c: char) -> bool {
    is_digit(c)
        || matches!(
            c,
            '-' | '—'
                | '－'
                | '/'
                | '+'
                | '＋'
                | ','
                | '，'
                | '.'
                | '．'
                | '增'
                | '减'
                | '无'
                | '空'
                | '不'
                | '×'
        )
}

/// Whether any part of a line between blanks begins as a value does.
pub(super) fn may_have_value(text: &str) -> bool {
    let mut begins = true;
    text.chars().any(|c| {
        let is_start = begins && is_value_start(c);
        begins = c.is_whitespace();
        is_start
    })
}

/// Tells the parts of a line into a list. A number that goes on as prose (2023 年) is no value.
pub(super) fn parts(text: &str, tokens: &mut Vec<Token>) {
    const GOES_ON: &str = "年月日时件条宗起份项次个人期%％号级名家部份元万亿处篇场类章款";
    tokens.clear();
    let mut at = 0;
    for part in text.split(char::is_whitespace) {
        let (start, end) = (at, at + part.len());
        at = end + text[end..].chars().next().map_or(0, char::len_utf8);
        if part.is_empty() {
            continue;
        }
        let is_value = part.starts_with(is_value_start)
            && (matches!(printed(part), Printed::Number(_) | Printed::Mark) || is_broken_number(part));
        if !is_value
            && let Some(before) = tokens.last_mut()
            && part.starts_with(|c| GOES_ON.contains(c))
        {
            before.is_value = false;
        }
        tokens.push(Token { start, end, is_value });
    }
    // 无 before further text is no mark, but the beginning of a label with a blank inside.
    for at in (1..tokens.len()).rev() {
        let before = &text[tokens[at - 1].start..tokens[at - 1].end];
        if !tokens[at].is_value && before.contains(char::is_alphabetic) {
            tokens[at - 1].is_value = false;
        }
    }
    // What looks like an ordinal (7.) right before a number is a part of it.
    for at in 1..tokens.len() {
        let before = &text[tokens[at - 1].start..tokens[at - 1].end];
        if tokens[at].is_value && is_digits_and_signs(before) {
            tokens[at - 1].is_value = true;
        }
    }
}
