//! Web pages, read the way a browser reads them.
//!
//! [`tree`] builds the tree of the HTML standard, and the walk here tells it to a [tape](super::tape) as
//! events, which makes pieces of them.

mod element;
mod silence;
mod tree;

use super::Document;
use super::builder::within;
use super::tape::Tape;
use crate::{Error, Limits, Options};
use tree::{Data, NONE, Node, ROOT};

/// Takes a page apart.
///
/// Hidden elements are passed over, as a reader of the page does not see them: what they hold is
/// often an older copy of the report or one of another year. But a report may stand in a tab that a
/// script opens, so a page that shows no table at all is read again with everything it hides.
pub(super) fn document(text: &str, options: &Options) -> Result<Document<'static>, Error> {
    let nodes = tree::parse(text, options.limits)?;
    let mut shown = Tape::new(false);
    walk(&nodes, options.limits, &mut shown)?;
    if shown.hid() && !shown.has_grid() {
        let mut all = Tape::new(true);
        walk(&nodes, options.limits, &mut all)?;
        if all.has_grid() {
            return all.play(options.limits);
        }
    }
    shown.play(options.limits)
}

/// Tells a page to a tape, as a part of another document.
#[cfg(feature = "docx")]
pub(super) fn tell(text: &str, limits: Limits, tape: &mut Tape) -> Result<(), Error> {
    walk(&tree::parse(text, limits)?, limits, tape)
}

/// Tells a tree to a tape in its order. No recursion: the way back is in the nodes.
fn walk(nodes: &[Node], limits: Limits, tape: &mut Tape) -> Result<(), Error> {
    let mut depth = 1;
    let mut at = nodes[ROOT as usize].first;
    while at != NONE {
        let node = &nodes[at as usize];
        // Text, a leaf, may stand one below the limit.
        within("depth", "nesting of elements", depth, limits.depth.saturating_add(1))?;
        match &node.data {
            Data::Text(text) => tape.text(text, node.line),
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
        at = after(nodes, at, &mut depth, tape);
    }
    Ok(())
}

/// The node after a node and all in it; what ends in between is told to the tape.
fn after(nodes: &[Node], mut at: tree::Id, depth: &mut usize, tape: &mut Tape) -> tree::Id {
    while nodes[at as usize].next == NONE {
        at = nodes[at as usize].parent;
        if at == ROOT || at == NONE {
            return NONE;
        }
        *depth -= 1;
        if let Data::Element(element) = &nodes[at as usize].data {
            tape.close(element);
        }
    }
    nodes[at as usize].next
}
