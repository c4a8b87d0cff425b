//! The open elements, and where what they hold goes.

use super::super::kind::{Kind, Kinds};
use super::super::tree::{Data, Id, NONE, ROOT, Tree};
use super::Run;
use super::formatting::Format;
use super::mode::{Mode, Step};
use super::reader::{Reader, Text};
use super::sets::{IMPLIED, TABLE_PARTS};
use super::tag::Tag;
use crate::Limits;
use crate::source::tape::{Element, Tag as Does};

/// Where nodes go: under `parent`, before its child `before` or last. Nowhere without a parent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) parent: Id,
    pub(super) before: Id,
}

impl Place {
    pub(super) const NOWHERE: Self = Self { parent: NONE, before: NONE };
    const DOCUMENT: Self = Self { parent: ROOT, before: NONE };
}

/// An open element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open<'a> {
    pub(super) kind: Kind,
    pub(super) name: &'a [u8],
    /// Its number, by which it is known in other lists.
    pub(super) number: u32,
    /// Where what it holds goes.
    pub(super) place: Place,
    /// Whether it matters to the tape that it holds what it holds.
    pub(super) matters: bool,
}

impl Open<'_> {
    pub(super) fn is_named(&self, kind: Kind, name: &[u8]) -> bool {
        self.kind == kind && (kind != Kind::Other || self.name.eq_ignore_ascii_case(name))
    }
}

/// A tree under construction.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) tree: Tree<Run>,
    pub(super) stack: Vec<Open<'a>>,
    pub(super) formats: Vec<Format<'a>>,
    pub(super) mode: Mode,
    pub(super) head: Option<Open<'a>>,
    /// The number of the form that is open.
    pub(super) form: Option<u32>,
    /// Whether paragraphs hold tables, as they did once.
    pub(super) is_quirky: bool,
    /// Whether what parts of tables cannot hold goes before the table.
    pub(super) fosters: bool,
    /// Whether a line end that comes next is none.
    pub(super) skips_line_end: bool,
    /// Text between the parts of a table.
    pub(super) table_text: Vec<Text>,
    numbers: u32,
    made: usize,
    budget: usize,
    depth: usize,
    /// Whether something came that is not covered.
    pub(super) is_lost: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(reader: Reader<'a>, limits: Limits) -> Self {
        // As the reference counts elements and attributes, if it counts so few.
        let budget = reader.text.len().max(1 << 16).min(limits.elements);
        Self {
            reader,
            tree: Tree::new(),
            stack: Vec::with_capacity(32),
            formats: Vec::new(),
            mode: Mode::Initial,
            head: None,
            form: None,
            is_quirky: true,
            fosters: false,
            skips_line_end: false,
            table_text: Vec::new(),
            numbers: 0,
            made: 0,
            budget,
            // A tree may be deeper than the stack: a form that ends too early stays open in it.
            depth: limits.depth / 4,
            is_lost: false,
        }
    }

    /// Whether the page is not covered.
    pub(super) fn is_over(&self) -> bool {
        self.is_lost
            || self.made > self.budget
            || self.stack.len() > self.depth
            || self.formats.len() > self.depth
    }

    pub(super) fn finish(self) -> Option<(Tree<Run>, String)> {
        (!self.is_over()).then_some((self.tree, self.reader.decoded))
    }

    /// Gives the page up.
    pub(super) fn lose(&mut self) -> Step {
        self.is_lost = true;
        Step::Done
    }

    pub(super) fn current(&self) -> Kind {
        self.stack.last().map_or(Kind::Html, |open| open.kind)
    }

    /// Where something goes that is put in now.
    pub(super) fn place(&self) -> Place {
        let Some(open) = self.stack.last() else { return Place::DOCUMENT };
        if !self.fosters || !TABLE_PARTS.has(open.kind) {
            return open.place;
        }
        match self.stack.iter().rfind(|open| open.kind == Kind::Table).map(|table| table.place.parent) {
            None | Some(NONE) => Place::NOWHERE,
            Some(table) => Place { parent: self.tree.0[table as usize].parent, before: table },
        }
    }

    /// Opens an element.
    pub(super) fn push(&mut self, tag: &Tag<'a>) -> Open<'a> {
        let open = self.make(tag.kind, tag.name, &tag.element, tag.count, Some(tag.end - 1));
        self.stack.push(open);
        open
    }

    /// Opens an element that the page does not write.
    pub(super) fn push_implied(&mut self, kind: Kind, at: Option<usize>) -> Open<'a> {
        let open = self.make(kind, b"", &Element::new(kind), 0, at);
        self.stack.push(open);
        open
    }

    /// An element that holds nothing.
    pub(super) fn put(&mut self, tag: &Tag<'a>) -> Open<'a> {
        self.make(tag.kind, tag.name, &tag.element, tag.count, Some(tag.end - 1))
    }

    /// Makes an element. Where its tag ends is told if that matters.
    pub(super) fn make(
        &mut self,
        kind: Kind,
        name: &'a [u8],
        element: &Element,
        attributes: usize,
        at: Option<usize>,
    ) -> Open<'a> {
        let number = self.number(attributes);
        let mut place = self.place();
        let matters = element.tag != Does::Inline || element.hidden || element.pre.is_some();
        if place.parent != NONE && matters {
            place = self.node(element, place, at);
        }
        Open { kind, name, number, place, matters }
    }

    /// The number of a new element with so many attributes.
    pub(super) fn number(&mut self, attributes: usize) -> u32 {
        self.made += 1 + attributes;
        self.numbers += 1;
        self.numbers
    }

    /// Puts an element in, and returns where what it holds goes.
    fn node(&mut self, element: &Element, place: Place, at: Option<usize>) -> Place {
        if element.tag == Does::Skipped {
            return Place::NOWHERE;
        }
        let has_line = matches!(element.tag, Does::Row | Does::Cell);
        let line = at.filter(|_| has_line).map_or(1, |at| self.reader.line_of(at));
        let parent = self.tree.add(Data::Element(*element), line);
        self.tree.link(place.parent, place.before, parent);
        Place { parent, before: NONE }
    }

    /// Puts a text in.
    pub(super) fn put_text(&mut self, text: Text) {
        let place = self.place();
        if place.parent != NONE && text.run.start < text.run.end {
            let id = self.tree.add(Data::Text(text.run), text.line);
            self.tree.link(place.parent, place.before, id);
        }
    }

    pub(super) fn pop(&mut self) {
        self.stack.pop();
    }

    /// Takes an element out of the stack, wherever it is.
    pub(super) fn remove(&mut self, number: u32) {
        if let Some(at) = self.stack.iter().rposition(|open| open.number == number) {
            self.stack.remove(at);
        }
    }

    /// The last open element that is so, unless a bound comes before.
    pub(super) fn find_in(&self, scope: &Kinds, is: impl Fn(&Open<'a>) -> bool) -> Option<usize> {
        for (at, open) in self.stack.iter().enumerate().rev() {
            if is(open) {
                return Some(at);
            }
            if scope.has(open.kind) {
                return None;
            }
        }
        None
    }

    pub(super) fn has_in(&self, scope: &Kinds, kind: Kind) -> bool {
        self.find_in(scope, |open| open.kind == kind).is_some()
    }

    /// Closes elements up to one of a kind, and that.
    pub(super) fn pop_until(&mut self, is: impl Fn(Kind) -> bool) {
        let length = self.stack.iter().rposition(|open| is(open.kind)).unwrap_or(0);
        self.stack.truncate(length);
    }

    /// Closes elements up to one of some kinds, but not that.
    pub(super) fn clear_to(&mut self, kinds: &Kinds) {
        let length = self.stack.iter().rposition(|open| kinds.has(open.kind)).map_or(0, |at| at + 1);
        self.stack.truncate(length);
    }

    /// Closes the elements whose end tags may be left out, but not those of a kind or name.
    pub(super) fn end_implied(&mut self, except: Kind) {
        let ends = |open: &Open<'a>| IMPLIED.has(open.kind) && open.kind != except;
        while self.stack.last().is_some_and(ends) {
            self.pop();
        }
    }
}
