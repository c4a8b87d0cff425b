//! Numbers in Chinese numerals: 十二, 一百零五, 两千.

/// The digit that a Chinese numeral is.
pub(super) const fn digit(c: char) -> Option<u64> {
    Some(match c {
        '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The power of ten that a Chinese numeral is.
const fn power(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// Whether a character is part of a Chinese numeral.
pub(super) const fn is_numeral(c: char) -> bool {
    digit(c).is_some() || power(c).is_some()
}

/// A number below ten thousand in Chinese numerals: 十二, 一百零五, 两千.
pub(super) fn numeral(chars: &[char]) -> Option<u64> {
    let (mut sum, mut open, mut least) = (0, None, u64::MAX);
    if chars.is_empty() {
        return None;
    }
    for &c in chars {
        match (digit(c), power(c)) {
            (Some(0), _) if open.is_none() => open = (sum == 0 && chars.len() == 1).then_some(0),
            (Some(digit), _) if open.is_none() => open = Some(digit),
            (None, Some(power)) if power < least && (open.is_some() || power == 10) => {
                sum += open.take().unwrap_or(1) * power;
                least = power;
            }
            _ => return None,
        }
    }
    Some(sum + open.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<u64> {
        numeral(&text.chars().collect::<Vec<_>>())
    }

    #[test]
    fn numerals_are_read() {
        for (text, number) in [
            ("零", 0),
            ("六", 6),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("九十九", 99),
            ("两百", 200),
            ("一百零五", 105),
        ] {
            assert_eq!(read(text), Some(number), "{text}");
        }
    }

    #[test]
    fn what_is_no_numeral_is_none() {
        for text in ["", "一二", "十十", "十二十", "百", "一百一千"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
