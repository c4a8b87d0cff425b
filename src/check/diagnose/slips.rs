//! Slips of the pen: how one number becomes another.

use super::CauseKind;

/// The slip of one digit by which `meant` would be written as `printed`.
pub(super) fn slip(printed: u64, meant: u64) -> Option<CauseKind> {
    let (printed, meant) = (printed.to_string().into_bytes(), meant.to_string().into_bytes());
    let is_transposed = || printed.len() == meant.len() && is_transposed(&printed, &meant);
    if printed != b"0" && is_one_dropped(&meant, &printed).is_some() {
        Some(CauseKind::DigitLost)
    } else if is_one_dropped(&printed, &meant).is_some_and(|at| is_double(&printed, at)) {
        Some(CauseKind::DigitDoubled)
    } else if is_transposed() {
        Some(CauseKind::DigitsTransposed)
    } else if printed.len() == meant.len() && differences(&printed, &meant).count() == 1 {
        Some(CauseKind::DigitWrong)
    } else {
        None
    }
}

/// A number torn over two cells: the two written together.
pub(super) fn joined(first: u64, second: u64) -> Option<u64> {
    format!("{first}{second}").parse().ok().filter(|_| first != 0)
}

/// Where a digit must be dropped from `long` to get `short`; of several that are the same, the last one.
fn is_one_dropped(long: &[u8], short: &[u8]) -> Option<usize> {
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    (long.len() == short.len() + 1 && long[same + 1..] == short[same..]).then_some(same)
}

/// Whether the digit repeats the one before it.
fn is_double(digits: &[u8], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| digits.get(before) == digits.get(at))
}

fn is_transposed(a: &[u8], b: &[u8]) -> bool {
    let places: Vec<_> = differences(a, b).collect();
    matches!(places[..], [first, second] if second == first + 1 && a[first] == b[second] && a[second] == b[first])
}

fn differences<'a>(a: &'a [u8], b: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    a.iter().zip(b).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_have_names() {
        use CauseKind::{DigitDoubled, DigitLost, DigitWrong, DigitsTransposed};
        let named = [
            (12, 120, Some(DigitLost)),
            (10, 210, Some(DigitLost)),
            (13, 123, Some(DigitLost)),
            (112, 12, Some(DigitDoubled)),
            (122, 12, Some(DigitDoubled)),
            (5, 55, Some(DigitLost)),
            (31, 13, Some(DigitsTransposed)),
            (1203, 1230, Some(DigitsTransposed)),
            (17, 11, Some(DigitWrong)),
            (7, 1, Some(DigitWrong)),
            (125, 12, None),
            (0, 10, None),
            (321, 123, None),
            (u64::MAX, 0, None),
        ];
        for (printed, meant, kind) in named {
            assert_eq!(slip(printed, meant), kind, "{printed} for {meant}");
        }
    }

    #[test]
    fn torn_numbers_are_joined() {
        assert_eq!(joined(2, 0), Some(20));
        assert_eq!(joined(0, 2), None);
        assert_eq!(joined(u64::MAX, 1), None);
    }
}
