//! What an element means for the lines and tables of a page: all that is kept of a tag.

/// An element, as far as the tape asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) tag: Tag,
    /// Columns that a cell spans.
    pub(super) columns: u16,
    /// Rows that a cell spans; 0 is "to the end of the row group".
    pub(super) rows: u16,
    /// Not shown.
    pub(super) hidden: bool,
    /// Whether blanks and line ends count, if the element says so.
    pub(super) pre: Option<bool>,
}

/// What an element does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// Nothing: its text joins the line.
    Inline,
    /// It begins and ends a line.
    Block,
    /// A block that is a heading.
    Heading,
    /// A line end.
    Break,
    /// Its content is not part of the page's text.
    Skipped,
    /// The title in the head.
    Title,
    Table,
    /// A caption or a row group of a table.
    Part(Part),
    Row,
    Cell,
}

/// The parts of a table, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Caption,
    Head,
    Body,
    Foot,
}

impl Element {
    /// The element of a name (in lower case), without attributes.
    pub(super) fn new(name: &str) -> Self {
        let tag = Tag::of(name);
        let pre = matches!(name, "pre" | "xmp" | "listing" | "plaintext").then_some(true);
        Self { tag, columns: 1, rows: 1, hidden: false, pre }
    }

    /// An element of a drawing or formula: none of them makes lines or tables, whatever it is called.
    pub(super) fn foreign(name: &str) -> Self {
        let skipped = matches!(name, "script" | "style" | "title" | "desc" | "metadata");
        let tag = if skipped { Tag::Skipped } else { Tag::Inline };
        Self { tag, columns: 1, rows: 1, hidden: false, pre: None }
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

impl Tag {
    fn of(name: &str) -> Self {
        match name.as_bytes() {
            b"span" | b"font" | b"a" | b"b" | b"strong" | b"img" | b"o:p" => Self::Inline,
            b"td" | b"th" => Self::Cell,
            b"tr" => Self::Row,
            b"table" => Self::Table,
            b"caption" => Self::Part(Part::Caption),
            b"thead" => Self::Part(Part::Head),
            b"tbody" => Self::Part(Part::Body),
            b"tfoot" => Self::Part(Part::Foot),
            b"br" => Self::Break,
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Self::Heading,
            b"title" => Self::Title,
            // Scripts and the like, form controls, and what is shown only if something else fails.
            b"script" | b"style" | b"noscript" | b"template" | b"noframes" | b"noembed" | b"iframe"
            | b"object" | b"audio" | b"video" | b"canvas" | b"select" | b"option" | b"optgroup"
            | b"datalist" | b"textarea" | b"rp" => Self::Skipped,
            b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"center" | b"dd" | b"details"
            | b"dialog" | b"dir" | b"div" | b"dl" | b"dt" | b"fieldset" | b"figcaption" | b"figure"
            | b"footer" | b"form" | b"frameset" | b"head" | b"header" | b"hgroup" | b"hr" | b"html"
            | b"legend" | b"li" | b"listing" | b"main" | b"menu" | b"nav" | b"ol" | b"p" | b"plaintext"
            | b"pre" | b"search" | b"section" | b"summary" | b"ul" | b"xmp" | b"colgroup" | b"col" => {
                Self::Block
            }
            _ => Self::Inline,
        }
    }
}
