//! Web pages, read the way a browser reads them.
//!
//! A [`tree`] is built as the HTML standard says, and told to a [tape](super::tape) as events, which makes
//! pieces of them. The [`scanner`] builds it of nothing but what the tape hears of. The few pages that it
//! does not cover are left to the [reference](mod@reference), html5ever, against which it is held.

#[cfg(test)]
mod browser;
mod element;
mod kind;
#[cfg(test)]
mod oracle;
mod reference;
mod scanner;
mod silence;
#[cfg(test)]
mod soup;
mod tree;

use super::Document;
use super::builder::within;
use super::tape::Tape;
use crate::{Error, Limits, Options};

/// Takes a page apart.
pub(super) fn document(text: &str, options: &Options) -> Result<Document<'static>, Error> {
    let text = begun(text, options.limits)?;
    by_scanner(text, options.limits).unwrap_or_else(|| by_reference(text, options.limits))
}

/// Nothing if the scanner does not cover the page.
fn by_scanner(text: &str, limits: Limits) -> Option<Result<Document<'static>, Error>> {
    let page = scanner::scan(text, limits)?;
    Some(shown(limits, |tape| page.tell(limits, tape)))
}

fn by_reference(text: &str, limits: Limits) -> Result<Document<'static>, Error> {
    let tree = reference::parse(text, limits)?;
    shown(limits, |tape| tree.tell(limits, |text| text, tape))
}

/// Tells a page to a tape, as a part of another document.
#[cfg(feature = "docx")]
pub(super) fn tell(text: &str, limits: Limits, tape: &mut Tape) -> Result<(), Error> {
    let text = begun(text, limits)?;
    match scanner::scan(text, limits) {
        Some(page) => page.tell(limits, tape),
        None => reference::parse(text, limits)?.tell(limits, |text| text, tape),
    }
}

/// A page without its mark, if it is short enough: nodes are numbered and texts placed by 32 bits.
fn begun(text: &str, limits: Limits) -> Result<&str, Error> {
    within("bytes", "input", text.len(), limits.bytes.min(u32::MAX as usize / 2))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// What a page shows.
///
/// Hidden elements are passed over, as a reader of the page does not see them: what they hold is
/// often an older copy of the report or one of another year. But a report may stand in a tab that a
/// script opens, so a page that shows no table at all is read again with everything it hides.
fn shown(limits: Limits, tell: impl Fn(&mut Tape) -> Result<(), Error>) -> Result<Document<'static>, Error> {
    let mut shown = Tape::new(false);
    tell(&mut shown)?;
    if shown.hid() && !shown.has_grid() {
        let mut all = Tape::new(true);
        tell(&mut all)?;
        if all.has_grid() {
            return all.play(limits);
        }
    }
    shown.play(limits)
}
