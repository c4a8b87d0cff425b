//! Characters put together to lines of text.

use super::glyphs::Glyph;
use hayro_interpret::kurbo::Rect;

/// One line of text.
#[derive(Debug, Clone)]
pub(super) struct TextLine {
    /// What it says.
    pub(super) text: String,
    /// The room that it takes.
    pub(super) area: Rect,
    /// The line it stands on.
    pub(super) base: f64,
    /// The size of its first character.
    pub(super) size: f64,
}

/// Puts characters together to lines, from top to bottom. What stands on a line is told by its place, not
/// by the order in which it is drawn.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<TextLine> {
    /// How far below its line a character may stand, as a part of its size.
    const SAME: f64 = 0.4;
    glyphs.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut lines = Vec::new();
    let mut rest = &mut glyphs[..];
    while let Some(first) = rest.first().copied() {
        let is_in = |glyph: &Glyph| glyph.base - first.base <= SAME * glyph.size.min(first.size);
        let end = rest.iter().position(|glyph| !is_in(glyph)).unwrap_or(rest.len());
        let (line, below) = std::mem::take(&mut rest).split_at_mut(end);
        lines.extend(line_of(line));
        rest = below;
    }
    lines
}

/// The line of characters that stand on one; none if they are all blank.
fn line_of(glyphs: &mut [Glyph]) -> Option<TextLine> {
    glyphs.sort_by(|a, b| a.area.x0.total_cmp(&b.area.x0));
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut text = String::new();
    let mut blank = false;
    for &glyph in glyphs.iter() {
        if glyph.c.is_whitespace() {
            blank = true;
        } else if !is_again(&kept, &glyph) {
            if let Some(last) = kept.last()
                && is_apart(last, &glyph, blank)
            {
                text.push(' ');
            }
            text.push(glyph.c);
            kept.push(glyph);
            blank = false;
        }
    }
    let first = kept.first()?;
    let area = kept.iter().fold(first.area, |area, glyph| area.union(glyph.area));
    Some(TextLine { text, area, base: first.base, size: first.size })
}

/// Whether a character is drawn again over itself, a little to the side: bold is faked so, and shadows.
fn is_again(kept: &[Glyph], glyph: &Glyph) -> bool {
    /// How far to the side, as a part of the size; no two digits stand so close.
    const SHIFT: f64 = 0.15;
    let near = |other: &&Glyph| glyph.area.x0 - other.area.x0 <= SHIFT * glyph.size;
    kept.iter().rev().take_while(near).any(|other| other.c == glyph.c)
}

/// Whether a blank stands between two characters. Chinese is set without; where it is spread over a line,
/// the gaps mean nothing.
fn is_apart(left: &Glyph, right: &Glyph, blank: bool) -> bool {
    let gap = (right.area.x0 - left.area.x1) / left.size.min(right.size);
    match (is_wide(left.c), is_wide(right.c)) {
        (true, true) => gap > 1.0,
        (false, false) => gap > 0.2 || blank && gap > 0.05,
        _ => gap > 0.6,
    }
}

/// Chinese characters and their punctuation.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2014}'..='\u{2026}' | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The text of a cell, whose lines are joined without blanks where Chinese was broken. A number may be
/// broken too, at the end of a full line; otherwise two numbers stand under each other.
pub(super) fn cell(glyphs: Vec<Glyph>, right: f64) -> String {
    let mut text = String::new();
    let mut full = false;
    for line in lines(glyphs) {
        let meet = (text.chars().next_back(), line.text.chars().next());
        if let (Some(last), Some(first)) = meet
            && !is_wide(last)
            && !is_wide(first)
            && !(full && last.is_ascii_digit() && first.is_ascii_digit())
        {
            text.push('\n');
        }
        text.push_str(&line.text);
        full = right - line.area.x1 < line.size;
    }
    text
}
