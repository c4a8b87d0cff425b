//! HTML elements as a tape takes them: what their names and attributes mean.

use crate::source::tape::{Element, Part, Tag};

impl Element {
    /// The element of a name (in lower case), without attributes.
    pub(super) fn new(name: &str) -> Self {
        let tag = tag(name);
        let pre = matches!(name, "pre" | "xmp" | "listing" | "plaintext").then_some(true);
        Self { pre, ..Self::of(tag) }
    }

    /// An element of a drawing or formula: none of them makes lines or tables, whatever it is called.
    pub(super) fn foreign(name: &str) -> Self {
        let skipped = matches!(name, "script" | "style" | "title" | "desc" | "metadata");
        let tag = if skipped { Tag::Skipped } else { Tag::Inline };
        Self::of(tag)
    }

    /// Takes an attribute (name in lower case) into account.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        match name {
            "colspan" => self.columns = number(value).filter(|&n| n > 0).unwrap_or(1).min(1000),
            "rowspan" => self.rows = number(value).unwrap_or(1).min(65_534),
            "hidden" => self.hidden = true,
            "style" => self.style(value),
            _ => {}
        }
    }

    fn style(&mut self, style: &str) {
        for declaration in style.split(';') {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let (property, value) = (property.trim(), value.trim());
            let is = |word: &str| value.get(..word.len()).is_some_and(|v| v.eq_ignore_ascii_case(word));
            if property.eq_ignore_ascii_case("display") {
                self.hidden = is("none");
            } else if property.eq_ignore_ascii_case("white-space") {
                self.pre = Some(is("pre"));
            }
        }
    }
}

/// A number as attributes are read: leading blanks and a plus are fine, so is anything after it.
fn number(value: &str) -> Option<u16> {
    let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
    let value = value.strip_prefix('+').unwrap_or(value);
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    let digits = value.get(..end).filter(|digits| !digits.is_empty())?;
    Some(digits.parse().unwrap_or(u16::MAX))
}

/// What an element does, by its name.
fn tag(name: &str) -> Tag {
    match name.as_bytes() {
        b"span" | b"font" | b"a" | b"b" | b"strong" | b"img" | b"o:p" => Tag::Inline,
        b"td" | b"th" => Tag::Cell,
        b"tr" => Tag::Row,
        b"table" => Tag::Table,
        b"caption" => Tag::Part(Part::Caption),
        b"thead" => Tag::Part(Part::Head),
        b"tbody" => Tag::Part(Part::Body),
        b"tfoot" => Tag::Part(Part::Foot),
        b"br" => Tag::Break,
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Tag::Heading,
        b"title" => Tag::Title,
        // Scripts and the like, form controls, and what is shown only if something else fails.
        b"script" | b"style" | b"noscript" | b"template" | b"noframes" | b"noembed" | b"iframe"
        | b"object" | b"audio" | b"video" | b"canvas" | b"select" | b"option" | b"optgroup" | b"datalist"
        | b"textarea" | b"rp" => Tag::Skipped,
        b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"center" | b"dd" | b"details"
        | b"dialog" | b"dir" | b"div" | b"dl" | b"dt" | b"fieldset" | b"figcaption" | b"figure"
        | b"footer" | b"form" | b"frameset" | b"head" | b"header" | b"hgroup" | b"hr" | b"html"
        | b"legend" | b"li" | b"listing" | b"main" | b"menu" | b"nav" | b"ol" | b"p" | b"plaintext"
        | b"pre" | b"search" | b"section" | b"summary" | b"ul" | b"xmp" | b"colgroup" | b"col" => Tag::Block,
        _ => Tag::Inline,
    }
}
