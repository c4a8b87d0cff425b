//! What a printer adds to every page: page numbers, and lines at the head and the foot that repeat.

use super::leaf::{Block, Leaf};
use super::lines::TextLine;

/// How much of a page, at the top and at the bottom, may hold such lines.
const MARGIN: f64 = 0.12;
/// How many points higher or lower a line may stand on another page.
const NEAR: f64 = 3.0;

/// Takes away page numbers, and lines that stand on most pages at the same height. Of those at the head the
/// first stays: it may be the only title.
pub(super) fn clear(leaves: &mut [Leaf]) {
    let repeated = repeated(leaves);
    let mut kept: Vec<String> = Vec::new();
    for (page, leaf) in leaves.iter_mut().enumerate() {
        let height = leaf.height;
        leaf.blocks.retain(|block| {
            let Block::Line(line) = block else { return true };
            let Some(is_head) = margin(line, height) else { return true };
            if is_page_number(&line.text, page) {
                return false;
            }
            let shape = shape(&line.text, page);
            if !repeated.iter().any(|(text, base)| *text == shape && (base - line.base).abs() <= NEAR) {
                return true;
            }
            let is_first = is_head && !kept.contains(&shape);
            kept.push(shape);
            is_first
        });
    }
}

/// Lines in the margins that stand on half of the pages at the same height, and on two at least.
fn repeated(leaves: &[Leaf]) -> Vec<(String, f64)> {
    let mut seen: Vec<(String, f64)> = Vec::new();
    for (page, leaf) in leaves.iter().enumerate() {
        for block in &leaf.blocks {
            if let Block::Line(line) = block
                && margin(line, leaf.height).is_some()
            {
                seen.push((shape(&line.text, page), line.base));
            }
        }
    }
    seen.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let enough = leaves.len().div_ceil(2).max(2);
    let runs = seen.chunk_by(|a, b| a.0 == b.0 && b.1 - a.1 <= NEAR);
    runs.filter(|run| run.len() >= enough).map(|run| run[0].clone()).collect()
}

/// Whether a line stands at the head of its page (or else at the foot); none for one in between.
fn margin(line: &TextLine, height: f64) -> Option<bool> {
    let is_head = line.area.y1 <= height * MARGIN;
    (is_head || line.area.y0 >= height * (1.0 - MARGIN)).then_some(is_head)
}

/// A line without the number of its page: the last such number, but for one after a stroke, which says how
/// many pages there are.
fn shape(text: &str, page: usize) -> String {
    let number = (page + 1).to_string();
    let is_digit = |c: char| c.is_ascii_digit();
    let is_number = |at: &usize| {
        let (before, after) = (&text[..*at], &text[*at + number.len()..]);
        !before.ends_with(|c| is_digit(c) || c == '/') && !after.starts_with(is_digit)
    };
    match text.rmatch_indices(&number).map(|(at, _)| at).find(is_number) {
        Some(at) => format!("{}#{}", &text[..at], &text[at + number.len()..]),
        None => text.to_owned(),
    }
}

/// `- 3 -`, `第3页 共8页`, `3/8`; a bare number if it is that of the page.
fn is_page_number(text: &str, page: usize) -> bool {
    const LONGEST: usize = 16;
    let is_frame = |c: char| {
        matches!(c, '-' | '—' | '–' | '－' | '·' | '•' | '~' | '第' | '页' | '頁' | '/' | '共' | ' ')
    };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_bare = digits == text.chars().count();
    let is_framed = text.chars().all(|c| is_frame(c) || c.is_ascii_digit()) && digits > 0;
    // A number with a sign is none of a page, and neither is a mark for nothing.
    let has_both_ends = text.starts_with(is_frame) && text.ends_with(is_frame) || text.contains('/');
    text.chars().count() <= LONGEST
        && if is_bare { text.parse() == Ok(page + 1) } else { is_framed && has_both_ends }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_numbers() {
        for text in ["- 3 -", "— 12 —", "第 3 页", "第3页 共8页", "3/8", "3"] {
            assert!(is_page_number(text, 2), "{text}");
        }
        for text in ["-3", "4", "0", "3件", "2023-01-31", "", "—"] {
            assert!(!is_page_number(text, 2), "{text}");
        }
    }

    #[test]
    fn the_number_of_a_page_is_no_part_of_its_running_head() {
        assert_eq!(shape("某县年报 3", 2), "某县年报 #");
        assert_eq!(shape("3.1 某县 2023 3/8", 2), "3.1 某县 2023 #/8");
        assert_eq!(shape("第3页 共3页 3/3", 2), "第3页 共3页 #/3");
        assert_eq!(shape("2023", 1), "2023");
    }
}
