//! The tree that a browser would build: html5ever with an arena of our own.

use super::silence::Silence;
use crate::source::builder::within;
use crate::source::tape::Element;
use crate::{Error, Limits};
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, ns, parse_document};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

/// The number of a node in its tree.
pub(super) type Id = u32;

/// No node.
pub(super) const NONE: Id = u32::MAX;

/// The document, root of the tree.
pub(super) const ROOT: Id = 0;

/// A node. What a page may have and no reader sees (comments and the like) is [`Data::Other`].
#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Id,
    previous: Id,
    pub(super) next: Id,
    pub(super) first: Id,
    last: Id,
    /// The line on which it begins; of a tag, the line on which it ends.
    pub(super) line: u32,
    pub(super) data: Data,
    /// The name of an element; nothing for others.
    name: QualName,
    integration_point: bool,
}

#[derive(Debug)]
pub(super) enum Data {
    Element(Element),
    Text(StrTendril),
    Other,
}

/// Parses a page.
///
/// It is fed in chunks, so that a hostile one is left as soon as it passes a limit: some steps of the
/// standard take time in proportion to the depth, and unclosed formatting elements multiply.
pub(super) fn parse(text: &str, limits: Limits) -> Result<Vec<Node>, Error> {
    within("bytes", "input", text.len(), limits.bytes.min(u32::MAX as usize / 2))?;
    // An element takes three bytes of the page and an attribute two, but for those that formatting
    // elements left open imply again in every paragraph.
    let budget = text.len().max(1 << 16).min(limits.elements);
    let tree_builder = TreeBuilderOpts { drop_doctype: true, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    let mut parser = parse_document(Sink::new(limits.depth), options);
    let (mut silence, mut fed) = (Silence::new(limits.attributes), 0);
    for chunk in Chunks(text) {
        parser.process(StrTendril::from_slice(chunk));
        fed += chunk.len();
        let sink = &parser.tokenizer.sink.sink;
        silence.fed(text, fed, sink.happened.take())?;
        within("depth", "nesting of elements", sink.deepest.get(), limits.depth)?;
        within("elements", "elements of the page", sink.made.get(), budget)?;
    }
    Ok(parser.finish())
}

/// Pieces of a page, where possible from tag to tag.
struct Chunks<'a>(&'a str);

impl<'a> Iterator for Chunks<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        const SIZE: usize = 2048;
        if self.0.is_empty() {
            return None;
        }
        let from = boundary(self.0, SIZE);
        let to = boundary(self.0, 2 * SIZE);
        let at = self.0[from..to].find('<').map_or(to, |tag| from + tag);
        let (chunk, rest) = self.0.split_at(if at == 0 { self.0.len() } else { at });
        self.0 = rest;
        Some(chunk)
    }
}

/// The last place up to `at` where a text can be cut.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The tree under construction, as html5ever wants to see it.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    line: Cell<u32>,
    depth: usize,
    deepest: Cell<usize>,
    made: Cell<usize>,
    /// Whether something was put into the tree.
    happened: Cell<bool>,
}

/// The name of an element of the arena.
#[derive(Debug)]
struct Name<'a>(Ref<'a, QualName>);

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl Sink {
    fn new(depth: usize) -> Self {
        let sink = Self {
            nodes: RefCell::default(),
            line: Cell::new(1),
            depth,
            deepest: Cell::new(0),
            made: Cell::new(0),
            happened: Cell::new(false),
        };
        sink.add(Data::Other);
        sink
    }

    fn add(&self, data: Data) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        let id = Id::try_from(nodes.len()).unwrap_or(NONE);
        nodes.push(Node {
            parent: NONE,
            previous: NONE,
            next: NONE,
            first: NONE,
            last: NONE,
            line: self.line.get(),
            data,
            name: QualName::new(None, Namespace::default(), LocalName::default()),
            integration_point: false,
        });
        id
    }

    /// Adds to the text before a place, if there is any.
    fn add_to_text(&self, before: Id, text: &StrTendril) -> bool {
        match self.nodes.borrow_mut().get_mut(before as usize) {
            Some(Node { data: Data::Text(there), .. }) => {
                there.push_tendril(text);
                true
            }
            _ => false,
        }
    }

    /// Puts a node that has no parent under `parent`, before its child `next` or last.
    fn link(&self, parent: Id, next: Id, id: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let end =
            if next == NONE { &mut nodes[parent as usize].last } else { &mut nodes[next as usize].previous };
        let previous = std::mem::replace(end, id);
        match previous {
            NONE => nodes[parent as usize].first = id,
            _ => nodes[previous as usize].next = id,
        }
        let node = &mut nodes[id as usize];
        (node.parent, node.previous, node.next) = (parent, previous, next);
    }

    fn unlink(&self, id: Id) {
        let mut nodes = self.nodes.borrow_mut();
        let node = &mut nodes[id as usize];
        let (parent, previous, next) = (node.parent, node.previous, node.next);
        (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
        if parent == NONE {
            return;
        }
        match previous {
            NONE => nodes[parent as usize].first = next,
            _ => nodes[previous as usize].next = next,
        }
        match next {
            NONE => nodes[parent as usize].last = previous,
            _ => nodes[next as usize].previous = previous,
        }
    }

    /// Notes how deep a node stands. Counted upwards each time, because elements are moved about.
    fn measure(&self, mut id: Id) {
        let nodes = self.nodes.borrow();
        let mut depth = 0;
        while id != ROOT && id != NONE && depth <= self.depth {
            depth += 1;
            id = nodes[id as usize].parent;
        }
        self.deepest.set(self.deepest.get().max(depth));
    }

    fn insert(&self, parent: Id, next: Id, child: NodeOrText<Id>) {
        self.happened.set(true);
        match child {
            NodeOrText::AppendNode(id) => {
                self.unlink(id);
                self.link(parent, next, id);
                self.measure(id);
            }
            NodeOrText::AppendText(text) => {
                let before = match next {
                    NONE => self.nodes.borrow()[parent as usize].last,
                    _ => self.nodes.borrow()[next as usize].previous,
                };
                if !self.add_to_text(before, &text) {
                    // The line told is the one on which the text ends.
                    let ends = text.bytes().filter(|byte| *byte == b'\n').count();
                    let line = self.line.get().saturating_sub(u32::try_from(ends).unwrap_or(u32::MAX));
                    let id = self.add(Data::Text(text));
                    self.nodes.borrow_mut()[id as usize].line = line.max(1);
                    self.link(parent, next, id);
                }
            }
        }
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Vec<Node>;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Name<'a> {
        Name(Ref::map(self.nodes.borrow(), |nodes| &nodes[*target as usize].name))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Id {
        self.made.set(self.made.get() + 1 + attributes.len());
        let mut element =
            if name.ns == ns!(html) { Element::new(&name.local) } else { Element::foreign(&name.local) };
        for attribute in &attributes {
            element.set(&attribute.name.local, &attribute.value);
        }
        let id = self.add(Data::Element(element));
        let node = &mut self.nodes.borrow_mut()[id as usize];
        node.name = name;
        node.integration_point = flags.mathml_annotation_xml_integration_point;
        id
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.add(Data::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(Data::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.insert(*parent, NONE, child);
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let parent = self.nodes.borrow()[*sibling as usize].parent;
        self.insert(parent, *sibling, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let has_parent = self.nodes.borrow()[*element as usize].parent != NONE;
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    // The contents of a template are its children here: nothing of it is read.
    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    // Only `html` and `body` get attributes late, and none of theirs are read.
    fn add_attrs_if_missing(&self, _: &Id, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &Id) {
        self.unlink(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        loop {
            let first = self.nodes.borrow()[*node as usize].first;
            if first == NONE {
                return;
            }
            self.unlink(first);
            self.link(*new_parent, NONE, first);
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Id) -> bool {
        self.nodes.borrow()[*target as usize].integration_point
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(u32::try_from(line).unwrap_or(u32::MAX));
    }
}
