//! Labels that are not as the form words them: parts of labels, and labels with lost or added characters.

use super::event::RowKey;
use crate::form::{Caption, ChallengeRow, Group, Row, SectionKind, Table};
use crate::read::Folded;
use crate::read::vocabulary::Hasher;
use std::collections::HashSet;
use std::sync::LazyLock;

/// How alike a loose label must be to the form's, in hundredths.
const ALIKE: usize = 76;
/// How much less alike every other label must be.
const MARGIN: usize = 10;
/// Labels longer than this are not compared.
const LONGEST: usize = 60;

struct Label {
    row: RowKey,
    whole: Vec<char>,
    /// Without ordinal and punctuation.
    essential: Vec<char>,
}

struct Labels {
    rows: Vec<Label>,
    /// The title of table 四, without ordinal and punctuation.
    challenges: Vec<char>,
    /// Every two neighbouring characters of any label, and every single one.
    pairs: HashSet<(char, char), Hasher>,
    singles: HashSet<char, Hasher>,
}

static LABELS: LazyLock<Labels> = LazyLock::new(|| {
    let label = |row: RowKey| {
        let whole = Folded::of(row.label()).chars;
        Label { row, essential: essential(&whole), whole }
    };
    let rows = RowKey::all().map(label).collect();
    let stacked = [Caption::Outcomes, Caption::Applicants, Caption::Organisations];
    let stacked = stacked.map(|caption| Folded::of(caption.label()).chars);
    let groups = Group::ALL.iter().map(|group| Folded::of(group.label()).chars);
    let keys = Row::ALL.iter().flat_map(|row| row.item().words()).map(|key| Folded::of(key).chars);
    let heads = super::head_labels().map(|label| Folded::of(label).chars);
    let texts: Vec<_> = RowKey::all().map(|row| Folded::of(row.label()).chars).collect();
    let all = texts.into_iter().chain(stacked).chain(groups).chain(keys).chain(heads);
    let (mut pairs, mut singles) = (HashSet::default(), HashSet::default());
    for label in all {
        pairs.extend(label.windows(2).map(|pair| (pair[0], pair[1])));
        singles.extend(label.iter().copied().filter(|c| is_essential(*c)));
    }
    let challenges = essential(&Folded::of(SectionKind::Challenges.label()).chars);
    Labels { rows, challenges, pairs, singles }
});

/// Whether a character says something: no punctuation, no digit.
pub(super) fn is_essential(c: char) -> bool {
    // Most are Chinese, and every Chinese character is a letter.
    ('\u{4E00}'..'\u{A000}').contains(&c) || c.is_alphabetic()
}

pub(super) fn essential(chars: &[char]) -> Vec<char> {
    let mut essential = Vec::with_capacity(chars.len());
    essential.extend(chars.iter().copied().filter(|&c| is_essential(c)));
    essential
}

/// Whether two characters stand side by side in some label of the form.
pub(super) fn is_pair(a: char, b: char) -> bool {
    LABELS.pairs.contains(&(a, b))
}

/// Whether a text can be a part of some label, or several such parts.
pub(super) fn is_remnant(chars: &[char]) -> bool {
    match chars {
        [] => true,
        [one] => LABELS.singles.contains(one) || !is_essential(*one),
        _ => chars.windows(2).all(|pair| is_pair(pair[0], pair[1])),
    }
}

/// The row of a table whose label is like a text, if exactly one is.
pub(super) fn alike(chars: &[char], table: Table) -> Option<RowKey> {
    let text = essential(chars);
    if !(3..=LONGEST).contains(&text.len()) {
        return None;
    }
    let shared = text.windows(2).filter(|pair| is_pair(pair[0], pair[1])).count();
    if shared * 3 < text.len() {
        return None;
    }
    let rows = LABELS.rows.iter().filter(|label| label.row.table() == table);
    let mut best = (0, None);
    let mut second = 0;
    let ordinal = opens(chars);
    for label in rows {
        // Without its ordinal, a label that lost its beginning is more likely the rest of another line.
        // A character of a stacked label (三、本年度…) may stand before it.
        let begins = |first: &char| text[..2].contains(first);
        if !ordinal && !label.essential.first().is_some_and(begins) {
            continue;
        }
        let likeness = 200 * common(&text, &label.essential) / (text.len() + label.essential.len());
        if likeness > best.0 {
            second = best.0;
            best = (likeness, Some(label.row));
        } else {
            second = second.max(likeness);
        }
    }
    best.1.filter(|_| best.0 >= ALIKE && best.0 >= second + MARGIN)
}

/// The group of table 四 whose label is like a text, if exactly one is.
pub(super) fn alike_group(chars: &[char]) -> Option<ChallengeRow> {
    let text = essential(chars);
    if !(3..=LONGEST).contains(&text.len()) {
        return None;
    }
    let likeness = |row: &ChallengeRow| {
        let label: Vec<char> = row.label().chars().collect();
        200 * common(&text, &label) / (text.len() + label.len())
    };
    let mut alike = ChallengeRow::ALL.iter().copied().filter(|row| likeness(row) >= ALIKE);
    alike.next().filter(|_| alike.next().is_none())
}

/// Whether a text is the title of table 四 with a character or two lost or added.
pub(super) fn is_title_of_challenges(chars: &[char]) -> bool {
    const ALIKE: usize = 90;
    let text = essential(chars);
    let title = &LABELS.challenges;
    let is_alike = |common: usize| 200 * common / (text.len() + title.len()) >= ALIKE;
    // Of a text too short or too long, not even every character in common would do.
    is_alike(text.len().min(title.len())) && text.len() <= LONGEST && is_alike(common(&text, title))
}

/// The row of a table whose label begins with a text, if exactly one does: the rest of the label stands
/// behind the numbers. With its ordinal a label is known by fewer characters.
pub(super) fn beginning(chars: &[char], table: Table) -> Option<RowKey> {
    const SHORTEST: usize = 4;
    let text = essential(chars);
    let ordinal =
        text.len() < chars.len() && chars.first().is_some_and(|c| !is_essential(*c) || is_ordinal(*c));
    if text.len() < SHORTEST / 2 || text.len() < SHORTEST && !ordinal {
        return None;
    }
    let begins = |label: &Label| {
        label.row.table() == table
            && if ordinal { label.whole.starts_with(chars) } else { label.essential.starts_with(&text) }
    };
    let mut rows = LABELS.rows.iter().filter(|label| begins(label));
    rows.next().filter(|_| rows.next().is_none()).map(|label| label.row)
}

/// Whether a line opens with an ordinal, as labels of rows and groups do.
pub(super) fn opens(chars: &[char]) -> bool {
    match chars {
        ['(', c, ')', ..] => is_ordinal(*c) || c.is_ascii_digit(),
        [c, '.', ..] => c.is_ascii_digit(),
        [c, '、', ..] => is_ordinal(*c),
        _ => false,
    }
}

/// A numeral of Chinese ordinals.
pub(super) fn is_ordinal(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// The length of the longest common subsequence.
fn common(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for &x in a {
        let mut diagonal = 0;
        for (at, &y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(text: &str) -> Option<RowKey> {
        alike(&Folded::of(text).chars, Table::Applications)
    }

    #[test]
    fn lost_characters_are_forgiven_when_one_label_is_meant() {
        assert_eq!(like("2.其他法律行政止公开"), Some(RowKey::Applications(Row::ProhibitedByLaw)));
        assert_eq!(like("6.属于四类过程信息"), Some(RowKey::Applications(Row::ProcessInformation)));
        assert_eq!(like("属于工作秘密"), None);
        assert_eq!(like("行政机关不再处理其政府信息公开申请"), None);
    }

    #[test]
    fn parts_of_labels_are_remnants() {
        assert!(is_remnant(&Folded::of("已获取信息").chars));
        assert!(is_remnant(&Folded::of("年").chars));
        assert!(!is_remnant(&Folded::of("属于工作秘密").chars));
    }
}
