//! The tree of a page: nodes in an arena, of elements only what a tape asks of them.

use crate::source::builder::within;
use crate::source::tape::{Element, Tape};
use crate::{Error, Limits};

/// The number of a node in its tree.
pub(super) type Id = u32;

/// No node.
pub(super) const NONE: Id = u32::MAX;

/// The document, root of the tree.
pub(super) const ROOT: Id = 0;

/// A node; `T` is what text is kept as.
#[derive(Debug)]
pub(super) struct Node<T> {
    pub(super) parent: Id,
    pub(super) previous: Id,
    pub(super) next: Id,
    pub(super) first: Id,
    pub(super) last: Id,
    /// The line on which it begins; of a tag, the line on which it ends.
    pub(super) line: u32,
    pub(super) data: Data<T>,
}

/// What a node is. What a page may have and no reader sees (comments and the like) is [`Data::Other`].
#[derive(Debug)]
pub(super) enum Data<T> {
    Element(Element),
    Text(T),
    Other,
}

#[derive(Debug)]
pub(super) struct Tree<T>(pub(super) Vec<Node<T>>);

impl<T> Tree<T> {
    /// A tree of nothing but its root.
    pub(super) fn new() -> Self {
        let mut tree = Self(Vec::new());
        tree.add(Data::Other, 1);
        tree
    }

    /// A node that stands nowhere yet.
    #[inline]
    pub(super) fn add(&mut self, data: Data<T>, line: u32) -> Id {
        let id = Id::try_from(self.0.len()).unwrap_or(NONE);
        let nowhere = Node { parent: NONE, previous: NONE, next: NONE, first: NONE, last: NONE, line, data };
        self.0.push(nowhere);
        id
    }

    #[inline]
    pub(super) fn node(&mut self, id: Id) -> &mut Node<T> {
        &mut self.0[id as usize]
    }

    /// The node that stands before the place under `parent` and before its child `next`, or last.
    #[inline]
    pub(super) fn before(&self, parent: Id, next: Id) -> Id {
        if next == NONE { self.0[parent as usize].last } else { self.0[next as usize].previous }
    }

    /// Puts a node that has no parent under `parent`, before its child `next` or last.
    #[inline]
    pub(super) fn link(&mut self, parent: Id, next: Id, id: Id) {
        let end = if next == NONE { &mut self.node(parent).last } else { &mut self.node(next).previous };
        let previous = std::mem::replace(end, id);
        match previous {
            NONE => self.node(parent).first = id,
            _ => self.node(previous).next = id,
        }
        let node = self.node(id);
        (node.parent, node.previous, node.next) = (parent, previous, next);
    }

    pub(super) fn unlink(&mut self, id: Id) {
        let node = self.node(id);
        let (parent, previous, next) = (node.parent, node.previous, node.next);
        (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
        if parent == NONE {
            return;
        }
        match previous {
            NONE => self.node(parent).first = next,
            _ => self.node(previous).next = next,
        }
        match next {
            NONE => self.node(parent).last = previous,
            _ => self.node(next).previous = previous,
        }
    }

    /// Tells a tape all nodes in their order. No recursion: the way back is in the nodes.
    pub(super) fn tell<'a>(
        &'a self,
        limits: Limits,
        text: impl Fn(&'a T) -> &'a str,
        tape: &mut Tape,
    ) -> Result<(), Error> {
        let mut depth = 1;
        let mut at = self.0[ROOT as usize].first;
        while at != NONE {
            let node = &self.0[at as usize];
            // Text, a leaf, may stand one below the limit.
            within("depth", "nesting of elements", depth, limits.depth.saturating_add(1))?;
            match &node.data {
                Data::Text(run) => tape.text(text(run), node.line),
                Data::Element(element) if tape.open(element, node.line) => {
                    if node.first != NONE {
                        depth += 1;
                        at = node.first;
                        continue;
                    }
                    tape.close(element);
                }
                _ => {}
            }
            at = self.after(at, &mut depth, tape);
        }
        Ok(())
    }

    /// The node after a node and all in it; what ends in between is told to the tape.
    fn after(&self, mut at: Id, depth: &mut usize, tape: &mut Tape) -> Id {
        while self.0[at as usize].next == NONE {
            at = self.0[at as usize].parent;
            if at == ROOT || at == NONE {
                return NONE;
            }
            *depth -= 1;
            if let Data::Element(element) = &self.0[at as usize].data {
                tape.close(element);
            }
        }
        self.0[at as usize].next
    }
}
