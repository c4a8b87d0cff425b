//! Ordinals that open a heading, in folded text: 一、 （一） 1. （1）, clean or dirty.

/// How deep a heading with such an ordinal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// 一、
    Top,
    /// （一）
    Bracketed,
    /// 1.
    Digit,
    /// （1）
    BracketedDigit,
}

/// A numeral that ordinals are written in.
pub(in crate::read) fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// How many characters an ordinal takes, and its rank; a doubled one (`一、一、`) counts once.
pub(super) fn ordinal(chars: &[char]) -> Option<(usize, Rank)> {
    let number = |most, is: fn(char) -> bool| bracketed(chars, most, is);
    top(chars)
        .map(|length| (length, Rank::Top))
        .or_else(|| Some((number(3, is_numeral)?, Rank::Bracketed)))
        .or_else(|| Some((number(2, is_digit)?, Rank::BracketedDigit)))
        .or_else(|| Some((digit(chars)?, Rank::Digit)))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// How many characters at the start are so, of as many as are looked at.
fn run(chars: &[char], most: usize, is: fn(char) -> bool) -> usize {
    chars.iter().take(most).take_while(|c| is(**c)).count()
}

fn top(chars: &[char]) -> Option<usize> {
    let once = |chars: &[char]| {
        let numeral = run(chars, 3, is_numeral);
        let is_marked = matches!(chars.get(numeral), Some('、' | '.' | ',' | ':'));
        (numeral > 0 && is_marked).then_some(numeral + 1)
    };
    let first = once(chars)?;
    Some(first + once(&chars[first..]).unwrap_or(0))
}

/// The opening bracket may be lost.
fn bracketed(chars: &[char], most: usize, is: fn(char) -> bool) -> Option<usize> {
    let open = usize::from(chars.first() == Some(&'('));
    let number = run(&chars[open..], most, is);
    let end = open + number + 1;
    let is_closed = number > 0 && chars.get(end - 1) == Some(&')');
    is_closed.then(|| end + usize::from(matches!(chars.get(end), Some('、' | '.'))))
}

fn digit(chars: &[char]) -> Option<usize> {
    let end = run(chars, 2, is_digit) + 1;
    // 1.5万件 is a number.
    let is_number = chars.get(end).is_some_and(char::is_ascii_digit);
    (end > 1 && matches!(chars.get(end - 1), Some('.' | '、')) && !is_number).then_some(end)
}

/// How many characters damaged pages leave before or instead of an ordinal: `|`, `丨`, `l`, `1`, `#`.
pub(super) fn dirt(chars: &[char]) -> usize {
    let is_dirt = |c: &&char| matches!(c, '|' | '丨' | 'l' | 'I' | '1' | '#' | '*' | '.' | '·' | '●' | '■');
    chars.iter().take_while(is_dirt).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(usize, Rank)> {
        ordinal(&text.chars().collect::<Vec<_>>())
    }

    #[test]
    fn every_ordinal_has_its_rank() {
        assert_eq!(read("一、总"), Some((2, Rank::Top)));
        assert_eq!(read("一、一、总"), Some((4, Rank::Top)));
        assert_eq!(read("(十二)总"), Some((4, Rank::Bracketed)));
        assert_eq!(read("十二)、总"), Some((4, Rank::Bracketed)));
        assert_eq!(read("3.总"), Some((2, Rank::Digit)));
        assert_eq!(read("(3)总"), Some((3, Rank::BracketedDigit)));
    }

    #[test]
    fn a_number_is_no_ordinal() {
        assert_eq!(read("1.5万件"), None);
        assert_eq!(read("123.总"), None);
        assert_eq!(read("一是总"), None);
        assert_eq!(read("()总"), None);
        assert_eq!(read(""), None);
    }
}
