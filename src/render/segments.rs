//! A text cut where ranges begin and end, whether they overlap, nest or make no sense.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A piece of a text over which the same ranges lie.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Segment<'t, K> {
    pub(super) text: &'t str,
    /// The first that lies over it, of two kinds.
    pub(super) over: [Option<K>; 2],
    /// Those that end with it.
    pub(super) ends: Vec<K>,
}

/// What a text is cut by: keys in the order of their weight, in two kinds.
pub(super) trait Key: Ord + Copy {
    /// The first key of the second kind.
    const SECOND: Self;
}

/// Cuts a text by ranges of bytes. A range that is empty, too long or that splits a character is
/// taken to end with the text and to lie over nothing: whoever wrote it means something here, but
/// not these characters.
///
/// Every piece costs no more than a look into a tree, so that many nested ranges cost no more than
/// many apart.
pub(super) fn segments<'t, K: Key>(text: &'t str, ranges: &[(Range<usize>, K)]) -> Vec<Segment<'t, K>> {
    let mut edges: BTreeMap<usize, (Vec<K>, Vec<K>)> = BTreeMap::new();
    edges.entry(text.len()).or_default();
    for (range, key) in ranges {
        if text.get(range.clone()).is_some_and(|piece| !piece.is_empty()) {
            edges.entry(range.start).or_default().0.push(*key);
            edges.entry(range.end).or_default().1.push(*key);
        } else {
            edges.entry(text.len()).or_default().1.push(*key);
        }
    }
    let (mut from, mut active, mut segments) = (0, BTreeSet::new(), Vec::new());
    for (at, (starts, mut ends)) in edges {
        ends.sort_unstable();
        if at > from || !ends.is_empty() {
            let first = active.first().filter(|key| **key < K::SECOND).copied();
            let second = active.range(K::SECOND..).next().copied();
            for key in &ends {
                active.remove(key);
            }
            segments.push(Segment { text: &text[from..at], over: [first, second], ends });
        }
        active.extend(starts);
        from = at;
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    impl Key for u8 {
        const SECOND: Self = 100;
    }

    fn cut(text: &str, ranges: &[(Range<usize>, u8)]) -> Vec<(String, [Option<u8>; 2], Vec<u8>)> {
        let segments = segments(text, ranges).into_iter();
        segments.map(|segment| (segment.text.to_owned(), segment.over, segment.ends)).collect()
    }

    #[test]
    fn ranges_may_overlap() {
        let expected = [
            ("a".to_owned(), [None, None], vec![]),
            ("b".to_owned(), [Some(2), None], vec![]),
            ("cd".to_owned(), [Some(1), Some(100)], vec![2]),
            ("e".to_owned(), [Some(1), Some(100)], vec![1, 100]),
            ("f".to_owned(), [None, None], vec![]),
        ];
        assert_eq!(cut("abcdef", &[(1..4, 2), (2..5, 1), (2..5, 100)]), expected);
    }

    #[test]
    fn a_range_that_makes_no_sense_is_told_of_at_the_end() {
        let all = |text: &str, ends| vec![(text.to_owned(), [None, None], ends)];
        assert_eq!(cut("件", &[(1..2, 1)]), all("件", vec![1]));
        assert_eq!(cut("件", &[(0..99, 1), (3..3, 0)]), all("件", vec![0, 1]));
        #[allow(clippy::reversed_empty_ranges)]
        let turned = 3..0;
        assert_eq!(cut("件", &[(turned, 1)]), all("件", vec![1]));
        assert_eq!(cut("", &[(0..0, 1)]), all("", vec![1]));
        assert_eq!(cut("", &[]), []);
    }

    proptest! {
        #[test]
        fn nothing_of_the_text_is_lost(
            text in "[a件一　\u{301}]{0,20}",
            ends in prop::collection::vec((0_usize..70, 0_usize..70), 0..9),
        ) {
            let ranges: Vec<_> = (0_u8..).zip(&ends).map(|(key, (start, end))| (*start..*end, key)).collect();
            let segments = segments(&text, &ranges);
            prop_assert_eq!(segments.iter().map(|segment| segment.text).collect::<String>(), text.as_str());
            let mut ended: Vec<_> = segments.iter().flat_map(|segment| segment.ends.clone()).collect();
            ended.sort_unstable();
            prop_assert_eq!(ended, (0_u8..).take(ranges.len()).collect::<Vec<_>>());
        }
    }
}
