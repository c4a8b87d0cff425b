//! The colours of the style sheet can be told apart, in the light and in the dark.

use super::CSS;
use std::collections::BTreeMap;

/// What is written on what.
const PAIRS: &[(&str, &str)] = &[
    ("ink", "paper"),
    ("ink", "head"),
    ("ink", "target"),
    ("quiet", "paper"),
    ("quiet", "head"),
    ("link", "paper"),
    ("link", "head"),
    ("error", "paper"),
    ("error", "error-paper"),
    ("paper", "error"),
    ("warning", "warning-paper"),
    ("note", "note-paper"),
    ("problem", "problem-paper"),
    ("guess", "guess-paper"),
    ("link", "guess-paper"),
];

/// The colours of one `{…}` of the style sheet that has them.
fn colours(block: &str) -> BTreeMap<&str, [u8; 3]> {
    let declarations = block.split(';').filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    let byte = |hex: &str, at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits");
    declarations.map(|(name, hex)| (name, [0, 2, 4].map(|at| byte(hex, at)))).collect()
}

/// The relative luminance of WCAG.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |byte: u8| match f64::from(byte) / 255.0 {
        low if low <= 0.04045 => low / 12.92,
        high => ((high + 0.055) / 1.055).powf(2.4),
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    if a > b { a / b } else { b / a }
}

#[test]
fn text_has_the_contrast_of_wcag_aa() {
    let blocks = CSS.split(['{', '}']).map(colours).filter(|colours| !colours.is_empty());
    let schemes: Vec<_> = blocks.collect();
    assert_eq!(schemes.len(), 2, "light and dark");
    assert!(schemes[0].keys().eq(schemes[1].keys()), "a colour is missing in one of them");
    for scheme in schemes {
        for (ink, paper) in PAIRS {
            let ratio = contrast(scheme[ink], scheme[paper]);
            assert!(ratio >= 4.5, "{ink} on {paper}: {ratio:.2}");
        }
    }
}

#[test]
fn contrast_is_that_of_wcag() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([119; 3], [255; 3]) - 4.48).abs() < 0.01);
}
