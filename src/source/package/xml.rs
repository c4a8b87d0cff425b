//! XML as the parts of packages have it: elements by their local names, text without entities.
//!
//! A document type is refused, since with it come entities that stand for more than they say. So are
//! entities of no known meaning: what they stood for might be a number.

use crate::source::builder::within;
use crate::{Error, Limits};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event as Raw};
use quick_xml::reader::Reader;
use std::borrow::Cow;
use std::ops::Range;

/// What comes next in a part.
pub(crate) enum Event<'a> {
    /// An element begins. An empty one ends at once, as if it had an end tag.
    Open(Tag<'a>),
    /// The element that is open ends.
    Close,
    /// Text of the element that is open.
    Text(Cow<'a, str>),
}

/// The start of an element.
pub(crate) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The name without prefix: strict and usual form differ in namespaces only.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The attribute of a local name.
    pub(crate) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let found = attributes.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Explicit1_0).ok()
    }

    /// The attribute `val`, as most elements of WordprocessingML have it.
    pub(crate) fn value(&self) -> Option<Cow<'_, str>> {
        self.get("val")
    }

    /// The number that an attribute says.
    pub(crate) fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether an element that is there switches something on, as it does unless it says otherwise.
    pub(crate) fn is_on(&self) -> bool {
        !self.value().is_some_and(|value| matches!(&*value, "0" | "false" | "off"))
    }
}

/// A reader of one part, or of a stretch of one in which every element is whole.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    container: &'static str,
    limits: Limits,
    depth: usize,
    elements: usize,
}

impl<'a> Xml<'a> {
    pub(crate) fn new(text: &'a str, container: &'static str, limits: Limits) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, container, limits, depth: 0, elements: 0 }
    }

    /// What comes next; nothing at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Event<'a>>, Error> {
        loop {
            let raw = self.reader.read_event().map_err(|error| self.broken(error.to_string()))?;
            return Ok(Some(match raw {
                Raw::Start(tag) => {
                    self.depth += 1;
                    self.elements += 1;
                    within("depth", "nesting of elements", self.depth, self.limits.depth)?;
                    within("elements", "elements of a part", self.elements, self.limits.elements)?;
                    Event::Open(Tag(tag))
                }
                Raw::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Event::Close
                }
                Raw::Text(text) => Event::Text(text.xml10_content()),
                Raw::CData(text) => Event::Text(text.xml10_content()),
                Raw::GeneralRef(entity) => Event::Text(self.resolve(&entity)?),
                Raw::DocType(_) => return Err(self.broken("it declares a document type".to_owned())),
                Raw::Eof if self.depth > 0 => return Err(self.broken("a part is cut off".to_owned())),
                Raw::Eof => return Ok(None),
                Raw::Empty(_) | Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) => continue,
            }));
        }
    }

    /// Passes over the element that was opened last, and says where its content stands.
    pub(crate) fn skip(&mut self) -> Result<Range<usize>, Error> {
        let (around, start) = (self.depth - 1, self.position());
        let mut end = start;
        while self.depth > around {
            end = self.position();
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(start..end)
    }

    /// The text of the element that was opened last, and of all in it.
    pub(crate) fn text(&mut self) -> Result<String, Error> {
        let (around, mut text) = (self.depth - 1, String::new());
        while self.depth > around {
            match self.next()? {
                Some(Event::Text(part)) => text.push_str(&part),
                Some(_) => {}
                None => break,
            }
        }
        Ok(text)
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn resolve(&self, entity: &quick_xml::events::BytesRef<'_>) -> Result<Cow<'a, str>, Error> {
        if let Ok(Some(character)) = entity.resolve_char_ref() {
            return Ok(Cow::Owned(character.to_string()));
        }
        let known = quick_xml::escape::resolve_predefined_entity(entity);
        known.map(Cow::Borrowed).ok_or_else(|| self.broken("it holds an entity without meaning".to_owned()))
    }

    fn broken(&self, why: String) -> Error {
        Error::Broken { container: self.container, why }
    }
}
