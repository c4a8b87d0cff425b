//! Text as programs take it out of PDF: labels wrapped around their numbers, heads broken over lines,
//! page numbers between rows.

use super::sheet::{Sheet, Slot};
use super::words;
use proptest::prelude::*;
use proptest::sample::select;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pdf {
    /// How many characters of a label fit on a line.
    width: usize,
    numbers: Numbers,
    /// 三、本年度办理结果 stands one character a line.
    stacked: bool,
    /// A page ends after so many rows.
    page: Option<usize>,
    /// The heads are printed again on the next page.
    repeat_heads: bool,
}

/// Where the numbers of a row stand when its label is wrapped.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Numbers {
    Before,
    Inside,
    After,
}

impl Pdf {
    /// Numbers before their labels may be those of the row above; short lines leave too little of a
    /// label before its numbers.
    pub(crate) fn tells_all(&self) -> bool {
        self.numbers == Numbers::After || (self.numbers == Numbers::Inside && self.width >= 10)
    }

    pub(crate) fn may_lead_with_numbers(&self) -> bool {
        self.numbers == Numbers::Before
    }
}

pub(crate) fn pdfs() -> impl Strategy<Value = Pdf> {
    let numbers = select(&[Numbers::Before, Numbers::Inside, Numbers::After][..]);
    (6..16_usize, numbers, any::<bool>(), prop::option::of(5..14_usize), any::<bool>()).prop_map(
        |(width, numbers, stacked, page, repeat_heads)| Pdf { width, numbers, stacked, page, repeat_heads },
    )
}

pub(crate) fn table(out: &mut String, sheet: &Sheet, style: &Pdf) {
    let heads = |out: &mut String| {
        sheet.rows[..sheet.heads].iter().flatten().for_each(|slot| head(out, &slot.text, style));
    };
    heads(out);
    for (at, row) in sheet.rows[sheet.heads..].iter().enumerate() {
        let turns = style.page.is_some_and(|rows| at > 0 && at % rows == 0);
        if turns {
            out.push_str(&format!("- {} -\n", at / style.page.unwrap_or(1)));
        }
        // What is no report of one's own has no heads to repeat: table 二 has others for each article.
        if turns && style.repeat_heads && sheet.heads == 3 {
            heads(out);
        }
        line(out, row, style);
    }
}

/// A head: column heads are narrow and break in two, except for the shortest.
fn head(out: &mut String, text: &str, style: &Pdf) {
    let width = match text.chars().count() {
        0..=2 => 2,
        length @ 3..=8 => length.div_ceil(2),
        _ => 2 * style.width,
    };
    wrapped(out, text, width);
}

/// Text over lines of so many characters.
fn wrapped(out: &mut String, text: &str, width: usize) {
    chunks(text, width).iter().for_each(|part| out.extend([part.as_str(), "\n"]));
}

fn chunks(text: &str, width: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars.chunks(width).map(|part| part.iter().collect()).collect()
}

fn line(out: &mut String, row: &[Slot], style: &Pdf) {
    let (labels, numbers): (Vec<&Slot>, Vec<&Slot>) = row.iter().partition(|slot| slot.cell.is_none());
    // Heads inside of table 二 are rows of labels only.
    if numbers.is_empty() {
        labels.iter().for_each(|slot| wrapped(out, &slot.text, style.width));
        return;
    }
    let Some((label, merged)) = labels.split_last() else { return numbers_line(out, "", &numbers) };
    for slot in merged {
        let stacked = style.stacked && slot.text.contains(&words::OUTCOMES[..6]);
        wrapped(out, &slot.text, if stacked { 1 } else { style.width });
    }
    let parts = chunks(&label.text, style.width);
    if let [whole] = &parts[..] {
        return numbers_line(out, whole, &numbers);
    }
    let before = match style.numbers {
        Numbers::Before => 0,
        Numbers::Inside => 1,
        Numbers::After => parts.len(),
    };
    parts[..before].iter().for_each(|part| out.extend([part.as_str(), "\n"]));
    numbers_line(out, "", &numbers);
    parts[before..].iter().for_each(|part| out.extend([part.as_str(), "\n"]));
}

fn numbers_line(out: &mut String, label: &str, numbers: &[&Slot]) {
    let texts = numbers.iter().map(|slot| slot.text.as_str()).filter(|text| !text.is_empty());
    let label = (!label.is_empty()).then_some(label);
    let all: Vec<&str> = label.into_iter().chain(texts).collect();
    out.push_str(&all.join(" "));
    out.push('\n');
}
