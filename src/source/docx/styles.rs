//! The styles of a Word file, as far as they say what a reader of the file sees.

use super::NAME;
use crate::source::package::xml::{Event, Xml};
use crate::{Error, Limits};
use std::collections::HashMap;

/// How many styles may stand behind one another.
const CHAIN: usize = 16;

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

/// What a style says; what it leaves open, the style says on which it is based.
#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    heading: Option<bool>,
    hidden: Option<bool>,
    list: Option<String>,
    level: Option<usize>,
}

impl Styles {
    pub(super) fn read(text: &str, limits: Limits) -> Result<Self, Error> {
        let mut styles = HashMap::new();
        let (mut id, mut style) = (None, Style::default());
        let mut xml = Xml::new(text, NAME, limits);
        while let Some(event) = xml.next()? {
            let Event::Open(tag) = event else { continue };
            let value = || tag.value().unwrap_or_default();
            match tag.name() {
                "style" => {
                    styles.extend(
                        id.replace(tag.get("styleId").unwrap_or_default().into_owned())
                            .map(|id: String| (id, std::mem::take(&mut style))),
                    );
                }
                "name" => style.heading = is_heading(&value()).then_some(true),
                "basedOn" => style.based_on = Some(value().into_owned()),
                "outlineLvl" => style.heading = Some(is_outline(&value())),
                "numId" => style.list = Some(value().into_owned()),
                "ilvl" => style.level = value().parse().ok(),
                "vanish" => style.hidden = Some(tag.is_on()),
                // What a style makes of the parts of a table does not matter.
                "tblStylePr" => {
                    xml.skip()?;
                }
                _ => {}
            }
        }
        styles.extend(id.map(|id| (id, style)));
        Ok(Self(styles))
    }

    /// Whether paragraphs of a style are headings.
    pub(super) fn is_heading(&self, id: &str) -> bool {
        self.chain(id).find_map(|style| style.heading).unwrap_or(false)
    }

    /// Whether text of a style is hidden.
    pub(super) fn is_hidden(&self, id: &str) -> bool {
        self.chain(id).find_map(|style| style.hidden).unwrap_or(false)
    }

    /// The list to which paragraphs of a style belong, and the level if the style says one.
    pub(super) fn list(&self, id: &str) -> Option<(&str, Option<usize>)> {
        let list = self.chain(id).find_map(|style| style.list.as_deref())?;
        Some((list, self.chain(id).find_map(|style| style.level)))
    }

    /// A style and those it is based on.
    fn chain<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Style> {
        let below = |style: &&'a Style| style.based_on.as_ref().and_then(|id| self.0.get(id));
        std::iter::successors(self.0.get(id), below).take(CHAIN)
    }
}

/// Whether the name of a style is one of Word's own for headings.
fn is_heading(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    name == "title" || name.starts_with("heading ") || name.starts_with("标题")
}

/// Whether a level of the outline makes a heading: there are nine, and one for text.
pub(super) fn is_outline(level: &str) -> bool {
    level.trim().parse::<u8>().is_ok_and(|level| level < 9)
}
