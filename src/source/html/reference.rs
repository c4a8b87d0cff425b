//! The tree that a browser would build: html5ever with an arena of our own. It reads what the scanner does
//! not cover, and is what the scanner is held against.

use super::element::Attribute as Known;
use super::kind::Kind;
use super::silence::Silence;
use super::tree::{Data, Id, NONE, Node, ROOT, Tree};
use crate::source::builder::within;
use crate::source::tape::Element;
use crate::{Error, Limits};
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, ns, parse_document};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

/// Parses a page.
///
/// It is fed in chunks, so that a hostile one is left as soon as it passes a limit: some steps of the
/// standard take time in proportion to the depth, and unclosed formatting elements multiply.
pub(super) fn parse(text: &str, limits: Limits) -> Result<Tree<StrTendril>, Error> {
    // An element takes three bytes of the page and an attribute two, but for those that formatting
    // elements left open imply again in every paragraph.
    let budget = text.len().max(1 << 16).min(limits.elements);
    let tree_builder = TreeBuilderOpts { drop_doctype: true, ..TreeBuilderOpts::default() };
    // The mark is taken off below: the tokenizer would take it off every chunk.
    let tokenizer = TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() };
    let options = ParseOpts { tree_builder, tokenizer };
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

/// Whether a page of this doctype is shown the way that old browsers showed pages.
pub(super) fn is_quirky(doctype: &str) -> bool {
    let mut parser = parse_document(Sink::new(0), ParseOpts::default());
    parser.process(StrTendril::from_slice(doctype));
    parser.tokenizer.sink.sink.quirks.get() == QuirksMode::Quirks
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
    tree: RefCell<Tree<StrTendril>>,
    /// Of every node its name, nothing for what is no element.
    names: RefCell<Vec<Name>>,
    line: Cell<u32>,
    depth: usize,
    deepest: Cell<usize>,
    made: Cell<usize>,
    /// Whether something was put into the tree.
    happened: Cell<bool>,
    quirks: Cell<QuirksMode>,
}

#[derive(Debug)]
struct Name {
    name: QualName,
    integration_point: bool,
}

/// The name of a node of the arena.
#[derive(Debug)]
struct NameOf<'a>(Ref<'a, Name>);

impl ElemName for NameOf<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.name.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.name.local
    }
}

impl Sink {
    fn new(depth: usize) -> Self {
        let sink = Self {
            tree: RefCell::new(Tree::new()),
            names: RefCell::default(),
            line: Cell::new(1),
            depth,
            deepest: Cell::new(0),
            made: Cell::new(0),
            happened: Cell::new(false),
            quirks: Cell::new(QuirksMode::Quirks),
        };
        sink.name(None, false);
        sink
    }

    /// Names the node that was added last.
    fn name(&self, name: Option<QualName>, integration_point: bool) {
        let none = || QualName::new(None, Namespace::default(), LocalName::default());
        self.names.borrow_mut().push(Name { name: name.unwrap_or_else(none), integration_point });
    }

    fn add(&self, data: Data<StrTendril>, line: u32) -> Id {
        self.tree.borrow_mut().add(data, line)
    }

    /// Adds to the text before a place, if there is any.
    fn add_to_text(&self, before: Id, text: &StrTendril) -> bool {
        match self.tree.borrow_mut().0.get_mut(before as usize) {
            Some(Node { data: Data::Text(there), .. }) => {
                there.push_tendril(text);
                true
            }
            _ => false,
        }
    }

    /// Notes how deep a node stands. Counted upwards each time, because elements are moved about.
    fn measure(&self, mut id: Id) {
        let tree = self.tree.borrow();
        let mut depth = 0;
        while id != ROOT && id != NONE && depth <= self.depth {
            depth += 1;
            id = tree.0[id as usize].parent;
        }
        self.deepest.set(self.deepest.get().max(depth));
    }

    fn insert(&self, parent: Id, next: Id, child: NodeOrText<Id>) {
        self.happened.set(true);
        match child {
            NodeOrText::AppendNode(id) => {
                let mut tree = self.tree.borrow_mut();
                tree.unlink(id);
                tree.link(parent, next, id);
                drop(tree);
                self.measure(id);
            }
            NodeOrText::AppendText(text) => {
                let before = self.tree.borrow().before(parent, next);
                if !self.add_to_text(before, &text) {
                    // The line told is the one on which the text ends.
                    let ends = text.bytes().filter(|byte| *byte == b'\n').count();
                    let line = self.line.get().saturating_sub(u32::try_from(ends).unwrap_or(u32::MAX));
                    let id = self.add(Data::Text(text), line.max(1));
                    self.name(None, false);
                    self.tree.borrow_mut().link(parent, next, id);
                }
            }
        }
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Tree<StrTendril>;
    type ElemName<'a> = NameOf<'a>;

    fn finish(self) -> Tree<StrTendril> {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> NameOf<'a> {
        NameOf(Ref::map(self.names.borrow(), |names| &names[*target as usize]))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Id {
        self.made.set(self.made.get() + 1 + attributes.len());
        let kind = Kind::of(name.local.as_bytes());
        let mut element = if name.ns == ns!(html) { Element::new(kind) } else { Element::foreign(kind) };
        for attribute in &attributes {
            if let Some(known) = Known::of(attribute.name.local.as_bytes()) {
                element.set(known, &attribute.value);
            }
        }
        self.name(Some(name), flags.mathml_annotation_xml_integration_point);
        self.add(Data::Element(element), self.line.get())
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.name(None, false);
        self.add(Data::Other, self.line.get())
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.create_comment(StrTendril::new())
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.insert(*parent, NONE, child);
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let parent = self.tree.borrow().0[*sibling as usize].parent;
        self.insert(parent, *sibling, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let has_parent = self.tree.borrow().0[*element as usize].parent != NONE;
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

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.quirks.set(mode);
    }

    // Only `html` and `body` get attributes late, and none of theirs are read.
    fn add_attrs_if_missing(&self, _: &Id, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &Id) {
        self.tree.borrow_mut().unlink(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        let mut tree = self.tree.borrow_mut();
        loop {
            let first = tree.node(*node).first;
            if first == NONE {
                return;
            }
            tree.unlink(first);
            tree.link(*new_parent, NONE, first);
        }
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Id) -> bool {
        self.names.borrow()[*target as usize].integration_point
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(u32::try_from(line).unwrap_or(u32::MAX));
    }
}
