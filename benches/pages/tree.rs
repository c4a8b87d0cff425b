//! html5ever's tree and nothing else, in the least that a sink can be: nodes in an arena, attributes
//! dropped, no lines, no places. What reading a page costs is held against it.

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, parse_document};
use std::borrow::Cow;
use std::cell::{Ref, RefCell};

/// No node.
const NONE: usize = usize::MAX;

#[derive(Default)]
struct Node {
    name: Option<QualName>,
    text: Option<StrTendril>,
    parent: usize,
    children: Vec<usize>,
}

/// How many nodes the tree of a page has.
pub(crate) fn arena(page: &str) -> usize {
    let sink = Arena(RefCell::new(vec![Node { parent: NONE, ..Node::default() }]));
    parse_document(sink, ParseOpts::default()).one(page)
}

struct Arena(RefCell<Vec<Node>>);

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

impl Arena {
    fn add(&self, name: Option<QualName>, text: Option<StrTendril>) -> usize {
        let mut nodes = self.0.borrow_mut();
        nodes.push(Node { name, text, parent: NONE, children: Vec::new() });
        nodes.len() - 1
    }

    fn insert(&self, parent: usize, at: usize, child: NodeOrText<usize>) {
        let id = match child {
            NodeOrText::AppendNode(id) => id,
            NodeOrText::AppendText(text) => {
                let before = at.checked_sub(1).map(|at| self.0.borrow()[parent].children[at]);
                if let Some(before) = before
                    && let Some(there) = &mut self.0.borrow_mut()[before].text
                {
                    return there.push_tendril(&text);
                }
                self.add(None, Some(text))
            }
        };
        self.remove_from_parent(&id);
        let mut nodes = self.0.borrow_mut();
        nodes[parent].children.insert(at, id);
        nodes[id].parent = parent;
    }
}

impl TreeSink for Arena {
    type Handle = usize;
    type Output = usize;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> usize {
        self.0.into_inner().len()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Name<'a> {
        Name(Ref::map(self.0.borrow(), |nodes| nodes[*target].name.as_ref().expect("an element")))
    }

    fn create_element(&self, name: QualName, _: Vec<Attribute>, _: ElementFlags) -> usize {
        self.add(Some(name), None)
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(None, None)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(None, None)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        let at = self.0.borrow()[*parent].children.len();
        self.insert(*parent, at, child);
    }

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let nodes = self.0.borrow();
        let parent = nodes[*sibling].parent;
        let at = nodes[parent].children.iter().position(|one| one == sibling).expect("a child");
        drop(nodes);
        self.insert(parent, at, child);
    }

    fn append_based_on_parent_node(&self, element: &usize, previous: &usize, child: NodeOrText<usize>) {
        let has_parent = self.0.borrow()[*element].parent != NONE;
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, _: &usize, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &usize) {
        let mut nodes = self.0.borrow_mut();
        let parent = std::mem::replace(&mut nodes[*target].parent, NONE);
        if parent != NONE {
            nodes[parent].children.retain(|one| one != target);
        }
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let mut nodes = self.0.borrow_mut();
        let children = std::mem::take(&mut nodes[*node].children);
        children.iter().for_each(|&child| nodes[child].parent = *new_parent);
        nodes[*new_parent].children.extend(children);
    }
}
