//! Which values belong to which label.
//!
//! Labels and values are nodes in reading order. What shares a line or a table row belongs together.
//! Values on a line of their own go with the label before them or, where text was taken out of a PDF,
//! with the one that follows: the pairing of neighbours that leaves the fewest alone is taken, if it is
//! the same whichever side is preferred. It is found in one pass, for only neighbours can be a pair.

use super::event::{Event, EventKind, RowKey};
use crate::form::{Row, Table};

/// A label with its values, or values without a label. Indices are of events.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bound {
    pub(super) label: Label,
    pub(super) values: Option<usize>,
    pub(super) event: usize,
    /// Whether the values are a line of their own.
    pub(super) free: bool,
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
    /// The table row, or the line outside of tables, in which it stands.
    line: Line,
}

type Line = (u32, u32);

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
    /// Values; free when they are a line of their own, so that a label may follow them.
    Values {
        free: bool,
    },
}

/// On which side of free values their label is rather looked for.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Side {
    Before,
    Behind,
}

/// Pairs the labels and values of tables 二 and 三.
///
/// A page that breaks off right behind values may have had their label behind them.
pub(super) fn bind(events: &[Event], breaks_off: bool) -> Vec<Bound> {
    let mut bound = Vec::new();
    let mut nodes: Vec<Node> = Vec::new();
    let mut group: Option<(Line, usize)> = None;
    for (index, event) in events.iter().enumerate() {
        let barrier = matches!(event.kind, EventKind::Break | EventKind::Section(_) | EventKind::Article(_));
        if barrier || event.table == Some(Table::Challenges) || event.table.is_none() {
            settle(&mut nodes, &mut bound);
            continue;
        }
        let line = if event.row == 0 { (0, event.piece) } else { (event.row, 0) };
        // A group on the line of numbers stands for a label that was lost there.
        if event.kind == EventKind::Group {
            group = Some((line, index));
        } else if let (EventKind::Values { alone: false, .. }, Some((on, at))) = (event.kind, group)
            && on == line
            && nodes.last().is_none_or(|last| last.line != line)
        {
            nodes.push(Node { event: at, kind: NodeKind::Part, line });
        }
        if let Some(kind) = node(event.kind) {
            let node = Node { event: index, kind, line };
            if !is_tail(&nodes, &node) {
                nodes.push(node);
            }
        }
    }
    settle(&mut nodes, &mut bound);
    bound.sort_by_key(|bound| bound.event);
    // Values before and behind their labels do not mix: what is rarer on the page is not believed.
    let before = bound.iter().filter(|one| one.is_before()).count();
    let behind = bound.iter().filter(|one| one.is_behind(events)).count();
    let rarer = if before >= behind { Side::Behind } else { Side::Before };
    let mixed = before > 0 && behind > 0;
    // Where many such values are nobody's, the labels of the others are not sure either.
    let alone = bound.iter().filter(|one| one.free && one.label == Label::Missing).count();
    let unsure = alone > before.max(behind);
    let is_doubtful = |one: &Bound| {
        let is_rarer = if rarer == Side::Before { one.is_before() } else { one.is_behind(events) };
        let may_go_on = breaks_off && one.values == Some(events.len() - 1) && one.is_behind(events);
        let either = one.is_before() || one.is_behind(events);
        mixed && is_rarer || unsure && either || may_go_on
    };
    let mut sure = Vec::with_capacity(bound.len());
    for one in bound {
        if is_doubtful(&one) { sure.extend(one.apart()) } else { sure.push(one) }
    }
    sure
}

impl Bound {
    /// Whether these are values on a line of their own that stand before their label.
    fn is_before(&self) -> bool {
        self.free && self.values == Some(self.event) && matches!(self.label, Label::Row { .. })
    }

    /// Whether these are values on a line of their own behind a label that does not go on behind them.
    fn is_behind(&self, events: &[Event]) -> bool {
        let (Label::Row { row, .. }, Some(values)) = (self.label, self.values) else { return false };
        let goes_on = || match events.get(values + 1).map(|next| next.kind) {
            Some(EventKind::Remnant { opens }) => !opens,
            Some(EventKind::Row { row: again, .. }) => again == row,
            _ => false,
        };
        self.free && self.event != values && !goes_on()
    }

    /// The label and the values, each alone.
    fn apart(self) -> [Self; 2] {
        let values = self.values.unwrap_or(self.event);
        let label = Self { values: None, ..self };
        [label, Self { label: Label::Missing, event: values, ..self }]
    }
}

/// Whether a label is the rest of the one before the numbers just seen.
fn is_tail(nodes: &[Node], node: &Node) -> bool {
    let [.., label, Node { kind: NodeKind::Values { free: true }, .. }] = nodes else {
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
        EventKind::Values { solid, alone, .. } => Some(NodeKind::Values { free: solid && alone }),
        _ => None,
    }
}

/// Pairs the nodes between two barriers.
fn settle(nodes: &mut Vec<Node>, bound: &mut Vec<Bound>) {
    let mut start = 0;
    let mut at = 0;
    while at + 1 < nodes.len() {
        if is_line_pair(nodes[at], nodes[at + 1]) {
            // A label further left on the line has none of the numbers of other lines.
            let left = nodes[start..at].iter().rev().take_while(|node| node.line == nodes[at].line).count();
            pair_up(&nodes[start..at - left], bound);
            bound.extend(nodes[at - left..at].iter().copied().map(single));
            bound.push(pair(nodes[at], nodes[at + 1]));
            start = at + 2;
            at += 2;
        } else {
            at += 1;
        }
    }
    pair_up(&nodes[start..], bound);
    nodes.clear();
}

fn is_line_pair(label: Node, values: Node) -> bool {
    let is_label = matches!(label.kind, NodeKind::Row { .. } | NodeKind::Unknown);
    is_label && matches!(values.kind, NodeKind::Values { .. }) && label.line == values.line
}

/// To leave a label or values alone is dearer than any number of labels on the less likely side.
const LONELY: u64 = 1 << 32;

/// What it costs to leave a node without a partner. Values behind an unknown label are its own, even if
/// the next label is left alone for it; but before values on a line of their own, an unknown text may be
/// the rest of the label above.
fn alone(node: Node, next: Option<&Node>) -> u64 {
    let free_values = match next.map(|next| next.kind) {
        Some(NodeKind::Values { free }) => Some(free),
        _ => None,
    };
    match (node.kind, free_values) {
        (NodeKind::Row { optional: true, .. }, _) => 0,
        (NodeKind::Row { .. } | NodeKind::Values { .. }, _) => LONELY,
        (NodeKind::Unknown, Some(true)) => LONELY / 2,
        (NodeKind::Unknown | NodeKind::Part, Some(_)) => LONELY + LONELY / 2,
        (NodeKind::Unknown | NodeKind::Part, None) => 0,
    }
}

/// What it costs to pair two neighbours, if they can be a pair.
fn together(a: Node, b: Node, side: Side) -> Option<u64> {
    match (a.kind, b.kind) {
        (NodeKind::Row { .. }, NodeKind::Values { free: true }) => Some(u64::from(side == Side::Behind)),
        (NodeKind::Row { .. } | NodeKind::Unknown | NodeKind::Part, NodeKind::Values { .. }) => Some(0),
        (NodeKind::Values { free: true }, NodeKind::Row { optional: true, .. }) => Some(LONELY / 4),
        (NodeKind::Values { free: true }, NodeKind::Row { .. }) => Some(u64::from(side == Side::Before)),
        _ => None,
    }
}

/// For every node its partner, in the cheapest pairing of neighbours.
fn cheapest(nodes: &[Node], side: Side) -> Vec<Option<usize>> {
    // best[i]: the cost of the first i nodes, and whether the last of them is paired with the one before.
    let mut best: Vec<(u64, bool)> = Vec::with_capacity(nodes.len() + 1);
    best.push((0, false));
    for (at, &node) in nodes.iter().enumerate() {
        let single = best[at].0.saturating_add(alone(node, nodes.get(at + 1)));
        let double = at.checked_sub(1).and_then(|before| {
            let cost = together(nodes[before], node, side)?;
            Some(best[before].0.saturating_add(cost))
        });
        best.push(match double {
            Some(cost) if cost <= single => (cost, true),
            _ => (single, false),
        });
    }
    let mut partners = vec![None; nodes.len()];
    let mut at = nodes.len();
    while at > 0 {
        if best[at].1 {
            (partners[at - 1], partners[at - 2]) = (Some(at - 2), Some(at - 1));
            at -= 1;
        }
        at -= 1;
    }
    partners
}

/// Pairs neighbours; what has another partner when the other side is preferred stays alone.
fn pair_up(nodes: &[Node], bound: &mut Vec<Bound>) {
    if nodes.is_empty() {
        return;
    }
    let partners = cheapest(nodes, Side::Before);
    // Only for values on a line of their own it matters which side is preferred.
    let is_free = |node: &Node| node.kind == NodeKind::Values { free: true };
    let other = nodes.iter().any(is_free).then(|| cheapest(nodes, Side::Behind));
    // Values before their label are believed only when every label and every number has its partner.
    let must_pair =
        |kind: NodeKind| matches!(kind, NodeKind::Row { optional: false, .. } | NodeKind::Values { .. });
    let perfect =
        nodes.iter().zip(&partners).all(|(node, partner)| partner.is_some() || !must_pair(node.kind));
    for (at, &node) in nodes.iter().enumerate() {
        let is_values = matches!(node.kind, NodeKind::Values { .. });
        let agrees = other.as_ref().is_none_or(|other| other[at] == partners[at]);
        let agreed = partners[at].filter(|_| agrees);
        let agreed = agreed.filter(|&partner| perfect || is_values == (partner < at));
        match agreed {
            Some(partner) if is_values => bound.push(pair(nodes[partner], node)),
            Some(_) => {}
            None => bound.push(single(node)),
        }
    }
}

fn label(node: Node) -> Label {
    match node.kind {
        NodeKind::Row { row, loose, .. } => Label::Row { row, loose },
        NodeKind::Unknown => Label::Unknown,
        NodeKind::Part | NodeKind::Values { .. } => Label::Missing,
    }
}

fn pair(of: Node, values: Node) -> Bound {
    let free = values.kind == NodeKind::Values { free: true };
    Bound { label: label(of), values: Some(values.event), event: of.event.min(values.event), free }
}

fn single(node: Node) -> Bound {
    let values = matches!(node.kind, NodeKind::Values { .. }).then_some(node.event);
    let free = node.kind == NodeKind::Values { free: true };
    Bound { label: label(node), values, event: node.event, free }
}
