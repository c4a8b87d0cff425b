//! Which values belong to which label.
//!
//! Labels and values are nodes in reading order. Values go with the label before them, and where text
//! was taken out of a PDF, with a label that follows: the cheapest pairing of neighbours is taken. It
//! is found in one pass, for only neighbours can be a pair.

use super::event::{Event, EventKind, RowKey};
use crate::form::{Row, Table};

/// A label with its values, or values without a label. Indices are of events.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bound {
    pub(super) label: Label,
    pub(super) values: Option<usize>,
    pub(super) event: usize,
}

/// What stands before (or behind) values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Label {
    Row {
        row: RowKey,
        loose: bool,
    },
    /// A label that the form does not have.
    Unknown,
    /// None.
    Missing,
}

/// A label or values.
#[derive(Debug, Clone, Copy)]
struct Node {
    event: usize,
    kind: NodeKind,
    row: u32,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum NodeKind {
    Row {
        row: RowKey,
        loose: bool,
        optional: bool,
    },
    Unknown,
    /// The opening part of a label that could be several.
    Part,
    Values {
        solid: bool,
    },
}

/// Pairs the labels and values of tables 二 and 三.
pub(super) fn bind(events: &[Event]) -> Vec<Bound> {
    let mut bound = Vec::new();
    let mut nodes = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let barrier = matches!(event.kind, EventKind::Break | EventKind::Section(_) | EventKind::Article(_));
        if barrier || event.table == Some(Table::Challenges) || event.table.is_none() {
            settle(&mut nodes, &mut bound);
            continue;
        }
        if let Some(kind) = node(event.kind) {
            let node = Node { event: index, kind, row: event.row };
            if !is_tail(&nodes, &node) {
                nodes.push(node);
            }
        }
    }
    settle(&mut nodes, &mut bound);
    bound.sort_by_key(|bound| bound.event);
    bound
}

/// Whether a label is the rest of the one before the numbers just seen.
fn is_tail(nodes: &[Node], node: &Node) -> bool {
    let [.., label, Node { kind: NodeKind::Values { solid: true }, row: 0, .. }] = nodes else {
        return false;
    };
    match (label.kind, node.kind) {
        (NodeKind::Row { row, .. }, NodeKind::Row { row: again, .. }) => row == again,
        _ => false,
    }
}

fn node(kind: EventKind) -> Option<NodeKind> {
    match kind {
        EventKind::Row { row, loose } => Some(NodeKind::Row { row, loose, optional: false }),
        EventKind::OtherGroup => {
            let row = RowKey::Applications(Row::OtherSingle);
            Some(NodeKind::Row { row, loose: false, optional: true })
        }
        EventKind::Unknown => Some(NodeKind::Unknown),
        EventKind::Remnant { opens: true } => Some(NodeKind::Part),
        EventKind::Values { solid, .. } => Some(NodeKind::Values { solid }),
        _ => None,
    }
}

/// Pairs the nodes between two barriers.
fn settle(nodes: &mut Vec<Node>, bound: &mut Vec<Bound>) {
    let mut start = 0;
    let mut at = 0;
    // What stands in one row of a table belongs together whatever stands around it.
    while at + 1 < nodes.len() {
        if is_row_pair(nodes, at) {
            pair_up(&nodes[start..at], bound);
            bound.push(pair(&nodes[at], &nodes[at + 1]));
            start = at + 2;
            at += 2;
        } else {
            at += 1;
        }
    }
    pair_up(&nodes[start..], bound);
    nodes.clear();
}

fn is_row_pair(nodes: &[Node], at: usize) -> bool {
    let (label, values) = (nodes[at], nodes[at + 1]);
    let is_label = !matches!(label.kind, NodeKind::Values { .. });
    is_label && matches!(values.kind, NodeKind::Values { .. }) && label.row != 0 && label.row == values.row
}

fn pair(label: &Node, values: &Node) -> Bound {
    let kind = match label.kind {
        NodeKind::Row { row, loose, .. } => Label::Row { row, loose },
        NodeKind::Unknown => Label::Unknown,
        NodeKind::Part | NodeKind::Values { .. } => Label::Missing,
    };
    Bound { label: kind, values: Some(values.event), event: label.event.min(values.event) }
}

/// To leave a label or values alone is dearer than any number of values before their labels.
const LONELY: u64 = 1 << 32;

/// What it costs to leave a node without a partner. Values behind an unknown label are its own, even if
/// the next label is left alone for it.
fn alone(node: &Node, next: Option<&Node>) -> u64 {
    match node.kind {
        NodeKind::Row { optional: true, .. } => 0,
        NodeKind::Row { .. } | NodeKind::Values { .. } => LONELY,
        NodeKind::Unknown | NodeKind::Part
            if next.is_some_and(|next| matches!(next.kind, NodeKind::Values { .. })) =>
        {
            LONELY + LONELY / 2
        }
        NodeKind::Unknown | NodeKind::Part => 0,
    }
}

/// What it costs to pair two neighbours, if they can be a pair.
fn together(a: &Node, b: &Node) -> Option<u64> {
    match (a.kind, b.kind) {
        (NodeKind::Row { .. } | NodeKind::Unknown | NodeKind::Part, NodeKind::Values { .. }) => Some(0),
        (NodeKind::Values { solid: true }, NodeKind::Row { optional, .. }) => {
            Some(if optional { LONELY / 4 } else { 1 })
        }
        _ => None,
    }
}

/// The cheapest pairing of neighbours.
fn pair_up(nodes: &[Node], bound: &mut Vec<Bound>) {
    // best[i]: the cost of the first i nodes, and whether the last of them is paired with the one before.
    let mut best: Vec<(u64, bool)> = vec![(0, false)];
    for (at, node) in nodes.iter().enumerate() {
        let single = best[at].0.saturating_add(alone(node, nodes.get(at + 1)));
        let double = at.checked_sub(1).and_then(|before| {
            let cost = together(&nodes[before], node)?;
            Some(best[before].0.saturating_add(cost))
        });
        best.push(match double {
            Some(cost) if cost <= single => (cost, true),
            _ => (single, false),
        });
    }
    let mut pairs = Vec::new();
    let mut at = nodes.len();
    while at > 0 {
        let paired = best[at].1;
        pairs.push(if paired { (at - 2, Some(at - 1)) } else { (at - 1, None) });
        at -= if paired { 2 } else { 1 };
    }
    let lonely = |&(node, partner): &(usize, Option<usize>)| {
        partner.is_none()
            && !matches!(
                nodes[node].kind,
                NodeKind::Unknown | NodeKind::Part | NodeKind::Row { optional: true, .. }
            )
    };
    // Values before their label are believed only when every label and every number has its partner.
    let perfect = !pairs.iter().any(lonely);
    for (node, partner) in pairs.into_iter().rev() {
        let partner = partner.map(|partner| &nodes[partner]);
        match (nodes[node].kind, partner) {
            (NodeKind::Values { .. }, Some(label)) if perfect => bound.push(pair(label, &nodes[node])),
            (NodeKind::Values { .. }, Some(label)) => {
                bound.push(values_alone(&nodes[node]));
                bound.push(label_alone(label));
            }
            (NodeKind::Values { .. }, None) => bound.push(values_alone(&nodes[node])),
            (_, Some(values)) => bound.push(pair(&nodes[node], values)),
            (_, None) => bound.push(label_alone(&nodes[node])),
        }
    }
}

fn values_alone(values: &Node) -> Bound {
    Bound { label: Label::Missing, values: Some(values.event), event: values.event }
}

fn label_alone(label: &Node) -> Bound {
    let kind = match label.kind {
        NodeKind::Row { row, loose, .. } => Label::Row { row, loose },
        NodeKind::Unknown => Label::Unknown,
        NodeKind::Part | NodeKind::Values { .. } => Label::Missing,
    };
    Bound { label: kind, values: None, event: label.event }
}
