//! Formatting elements: those that go on where others than they end.

use super::super::kind::Kind;
use super::sets::*;
use super::stack::{Builder, Open};
use super::tag::{Tag, sorted};
use crate::source::tape::Element;

/// An entry of the list of active formatting elements.
#[derive(Debug, Clone, Copy)]
pub(super) enum Format<'a> {
    /// What goes on ends here.
    Marker,
    Element(Formatting<'a>),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Formatting<'a> {
    kind: Kind,
    /// The number of the element in the stack, if it is open.
    number: u32,
    element: Element,
    attributes: &'a str,
    count: usize,
}

impl<'a> Format<'a> {
    fn number(&self) -> Option<u32> {
        match self {
            Self::Element(formatting) => Some(formatting.number),
            Self::Marker => None,
        }
    }
}

impl<'a> Builder<'a> {
    pub(super) fn mark_formats(&mut self) {
        self.formats.push(Format::Marker);
    }

    pub(super) fn clear_formats(&mut self) {
        while let Some(Format::Element(_)) = self.formats.pop() {}
    }

    /// The entries behind the last marker, last first, with their places in the list.
    fn active(&self) -> impl Iterator<Item = (usize, &Formatting<'a>)> {
        self.formats.iter().enumerate().rev().map_while(|(at, format)| match format {
            Format::Element(formatting) => Some((at, formatting)),
            Format::Marker => None,
        })
    }

    fn active_at(&self, number: u32) -> Option<usize> {
        self.formats.iter().position(|format| format.number() == Some(number))
    }

    fn is_open(&self, number: u32) -> bool {
        self.stack.iter().rev().any(|open| open.number == number)
    }

    /// Opens again what went on.
    #[inline]
    pub(super) fn reconstruct(&mut self) {
        if !self.formats.is_empty() {
            self.open_again();
        }
    }

    fn open_again(&mut self) {
        let is_ready = |format: &Format<'_>| format.number().is_none_or(|number| self.is_open(number));
        let first = self.formats.iter().rposition(is_ready).map_or(0, |at| at + 1);
        for at in first..self.formats.len() {
            if let Format::Element(formatting) = self.formats[at] {
                let open = self.make(formatting.kind, b"", &formatting.element, formatting.count, None);
                self.stack.push(open);
                self.formats[at] = Format::Element(Formatting { number: open.number, ..formatting });
            }
            // There may be as many for every tag of the page.
            if self.is_over() {
                return;
            }
        }
    }

    /// Opens a formatting element.
    pub(super) fn push_formatting(&mut self, tag: &Tag<'a>) {
        const MOST: usize = 3;
        let attributes = self.reader.text.get(tag.attributes..tag.end).unwrap_or_default();
        let same_kind: Vec<_> = self.active().filter(|(_, there)| there.kind == tag.kind).collect();
        if same_kind.len() >= MOST {
            let is = sorted(attributes);
            let mut same = same_kind
                .into_iter()
                .filter(|(_, there)| there.attributes == attributes || sorted(there.attributes) == is);
            // The earliest goes, which is the last told here.
            let earliest = same.nth(MOST - 1).map(|(at, _)| at);
            if let Some(at) = earliest {
                self.formats.remove(at);
            }
        }
        let open = self.push(tag);
        self.formats.push(Format::Element(Formatting {
            kind: tag.kind,
            number: open.number,
            element: tag.element,
            attributes,
            count: tag.count,
        }));
    }

    /// A link ends where the next one begins.
    pub(super) fn end_link(&mut self) {
        let Some(number) = self.active().find(|(_, there)| there.kind == Kind::A).map(|(_, a)| a.number)
        else {
            return;
        };
        self.adopt(Kind::A, b"a");
        if let Some(at) = self.active_at(number) {
            self.formats.remove(at);
        }
        self.remove(number);
    }

    /// The adoption agency: a formatting element ends, and goes on in the blocks that it does not end.
    pub(super) fn adopt(&mut self, kind: Kind, name: &[u8]) {
        const ROUNDS: usize = 8;
        if let Some(open) = self.stack.last()
            && open.kind == kind
            && self.active_at(open.number).is_none()
        {
            return self.pop();
        }
        for _ in 0..ROUNDS {
            let Some((at, formatting)) = self.active().find(|(_, there)| there.kind == kind) else {
                return self.end_other(kind, name);
            };
            let number = formatting.number;
            let formatting = *formatting;
            if !self.is_open(number) {
                self.formats.remove(at);
                return;
            }
            let Some(open) = self.find_in(&SCOPE, |open| open.number == number) else { return };
            let Some(block) = (open..self.stack.len()).find(|&at| SPECIAL.has(self.stack[at].kind)) else {
                self.stack.truncate(open);
                self.formats.remove(at);
                return;
            };
            self.adopt_block(&formatting, open, block);
            if self.is_lost {
                return;
            }
        }
    }

    /// Moves a block out of a formatting element, which goes on in it. Where both are in the stack is given.
    ///
    /// As long as what stands between them is no node, the block stays where it is in the tree.
    fn adopt_block(&mut self, formatting: &Formatting<'a>, open: usize, block: usize) {
        const KEPT: usize = 3;
        if self.stack[open..block].iter().any(|open| open.matters) {
            self.lose();
            return;
        }
        let moved = self.stack[block].number;
        let mut bookmark = None;
        for (inner, at) in (open + 1..block).rev().enumerate() {
            let entry = self.active_at(self.stack[at].number);
            match entry.map(|entry| (entry, self.formats[entry])) {
                Some((entry, Format::Element(inside))) if inner < KEPT => {
                    let again = self.renewed(&inside, self.stack[at]);
                    self.stack[at] = again;
                    self.formats[entry] = Format::Element(Formatting { number: again.number, ..inside });
                    bookmark.get_or_insert(again.number);
                }
                entry => {
                    if let Some((entry, _)) = entry {
                        self.formats.remove(entry);
                    }
                    self.stack.remove(at);
                }
            }
        }
        let Some(at) = self.stack.iter().position(|open| open.number == moved) else { return };
        let again = self.renewed(formatting, Open { place: self.stack[at].place, ..self.stack[open] });
        self.stack.insert(at + 1, again);
        self.stack.remove(open);
        let entry = Format::Element(Formatting { number: again.number, ..*formatting });
        let Some(old) = self.active_at(formatting.number) else { return };
        match bookmark.and_then(|number| self.active_at(number)) {
            None => self.formats[old] = entry,
            Some(mark) => {
                self.formats.insert(mark + 1, entry);
                self.formats.remove(if old > mark { old + 1 } else { old });
            }
        }
    }

    /// Another element like an open one.
    fn renewed(&mut self, formatting: &Formatting<'a>, open: Open<'a>) -> Open<'a> {
        Open { number: self.number(formatting.count), ..open }
    }
}
