//! The rules of tables.

use super::super::kind::Kind;
use super::mode::{Mode, Step};
use super::sets::*;
use super::stack::Builder;
use super::tag::Tag;

impl<'a> Builder<'a> {
    pub(super) fn in_table(&mut self, tag: &Tag<'a>) -> Step {
        match (tag.kind, tag.is_end) {
            (Kind::Caption, false) => {
                self.clear_to(&TABLE_SCOPE);
                self.mark_formats();
                self.open_part(tag, Mode::InCaption)
            }
            (Kind::Colgroup, false) => {
                self.clear_to(&TABLE_SCOPE);
                self.open_part(tag, Mode::InColumnGroup)
            }
            (Kind::Col, false) => {
                self.clear_to(&TABLE_SCOPE);
                self.push_implied(Kind::Colgroup, None);
                self.again(Mode::InColumnGroup)
            }
            (kind, false) if GROUPS.has(kind) => {
                self.clear_to(&TABLE_SCOPE);
                self.open_part(tag, Mode::InTableBody)
            }
            (Kind::Td | Kind::Th | Kind::Tr, false) => {
                self.clear_to(&TABLE_SCOPE);
                self.push_implied(Kind::Tbody, None);
                self.again(Mode::InTableBody)
            }
            (Kind::Table, is_end) => {
                if !self.has_in(&TABLE_SCOPE, Kind::Table) {
                    return Step::Done;
                }
                self.pop_until(|is| is == Kind::Table);
                self.reset_mode();
                if is_end { Step::Done } else { Step::Again }
            }
            (kind, true) if NO_ENDS.has(kind) || AFTER_CELL.has(kind) => Step::Done,
            (Kind::Style | Kind::Script | Kind::Template, false) | (Kind::Template, true) => {
                self.in_head(tag)
            }
            (Kind::Input, false) if tag.has_hidden_type => {
                self.put(tag);
                Step::Done
            }
            (Kind::Form, false) => {
                if self.form.is_none() {
                    self.form = Some(self.put(tag).number);
                }
                Step::Done
            }
            _ => self.foster(tag),
        }
    }

    fn open_part(&mut self, tag: &Tag<'a>, mode: Mode) -> Step {
        self.push(tag);
        self.mode = mode;
        Step::Done
    }

    /// Takes in what is no part of a table: it goes before the table.
    fn foster(&mut self, tag: &Tag<'a>) -> Step {
        self.fosters = true;
        let step = self.in_body(tag);
        self.fosters = false;
        step
    }

    pub(super) fn in_caption(&mut self, tag: &Tag<'a>) -> Step {
        let ends_caption = matches!((tag.kind, tag.is_end), (Kind::Table | Kind::Caption, true));
        if ends_caption || (!tag.is_end && AFTER_CELL.has(tag.kind)) {
            if !self.has_in(&TABLE_SCOPE, Kind::Caption) {
                return Step::Done;
            }
            self.end_implied(Kind::Other);
            self.pop_until(|is| is == Kind::Caption);
            self.clear_formats();
            self.mode = Mode::InTable;
            return if tag.is_end && tag.kind == Kind::Caption { Step::Done } else { Step::Again };
        }
        if tag.is_end && (NO_ENDS.has(tag.kind) || AFTER_CELL.has(tag.kind)) {
            return Step::Done;
        }
        self.in_body(tag)
    }

    pub(super) fn in_column_group(&mut self, tag: &Tag<'a>) -> Step {
        match (tag.kind, tag.is_end) {
            (Kind::Html, false) | (Kind::Col, true) => Step::Done,
            (Kind::Col, false) => {
                self.put(tag);
                Step::Done
            }
            (Kind::Template, _) => self.in_head(tag),
            (kind, is_end) => {
                if self.current() != Kind::Colgroup {
                    return Step::Done;
                }
                self.pop();
                self.mode = Mode::InTable;
                if is_end && kind == Kind::Colgroup { Step::Done } else { Step::Again }
            }
        }
    }

    pub(super) fn in_table_body(&mut self, tag: &Tag<'a>) -> Step {
        match (tag.kind, tag.is_end) {
            (Kind::Tr, false) => {
                self.clear_to(&GROUP_CONTEXT);
                self.open_part(tag, Mode::InRow)
            }
            (Kind::Td | Kind::Th, false) => {
                self.clear_to(&GROUP_CONTEXT);
                self.push_implied(Kind::Tr, Some(tag.end - 1));
                self.again(Mode::InRow)
            }
            (kind, true) if GROUPS.has(kind) => {
                if self.has_in(&TABLE_SCOPE, kind) {
                    self.clear_to(&GROUP_CONTEXT);
                    self.pop();
                    self.mode = Mode::InTable;
                }
                Step::Done
            }
            (kind, is_end) if kind == Kind::Table && is_end || !is_end && AFTER_GROUP.has(kind) => {
                self.clear_to(&GROUP_CONTEXT);
                self.pop();
                self.again(Mode::InTable)
            }
            (kind, true) if NO_ENDS.has(kind) || AFTER_CELL.has(kind) => Step::Done,
            _ => self.in_table(tag),
        }
    }

    pub(super) fn in_row(&mut self, tag: &Tag<'a>) -> Step {
        match (tag.kind, tag.is_end) {
            (Kind::Td | Kind::Th, false) => {
                self.clear_to(&ROW_CONTEXT);
                self.mark_formats();
                self.open_part(tag, Mode::InCell)
            }
            (Kind::Tr, true) => {
                self.end_row();
                Step::Done
            }
            (kind, is_end) if kind == Kind::Table && is_end || !is_end && AFTER_ROW.has(kind) => {
                if self.end_row() { Step::Again } else { Step::Done }
            }
            (kind, true) if GROUPS.has(kind) => {
                if self.has_in(&TABLE_SCOPE, kind) && self.end_row() {
                    Step::Again
                } else {
                    Step::Done
                }
            }
            (kind, true) if NO_ENDS.has(kind) || CELLS.has(kind) => Step::Done,
            _ => self.in_table(tag),
        }
    }

    fn end_row(&mut self) -> bool {
        let is_open = self.has_in(&TABLE_SCOPE, Kind::Tr);
        if is_open {
            self.clear_to(&ROW_CONTEXT);
            self.pop();
            self.mode = Mode::InTableBody;
        }
        is_open
    }

    pub(super) fn in_cell(&mut self, tag: &Tag<'a>) -> Step {
        if !CELL_RULES.has(tag.kind) {
            return self.in_body(tag);
        }
        match (tag.kind, tag.is_end) {
            (kind, true) if CELLS.has(kind) => {
                if self.has_in(&TABLE_SCOPE, kind) {
                    self.end_cell(|is| is == kind);
                }
                Step::Done
            }
            (kind, false) if AFTER_CELL.has(kind) => {
                if self.find_in(&TABLE_SCOPE, |open| CELLS.has(open.kind)).is_none() {
                    return Step::Done;
                }
                self.end_cell(|is| CELLS.has(is));
                Step::Again
            }
            (kind, true) if NO_ENDS.has(kind) => Step::Done,
            (kind, true) if TABLE_PARTS.has(kind) => {
                if !self.has_in(&TABLE_SCOPE, kind) {
                    return Step::Done;
                }
                self.end_cell(|is| CELLS.has(is));
                Step::Again
            }
            _ => self.in_body(tag),
        }
    }

    fn end_cell(&mut self, is: impl Fn(Kind) -> bool) {
        self.end_implied(Kind::Other);
        self.pop_until(is);
        self.clear_formats();
        self.mode = Mode::InRow;
    }

    /// The mode that the open elements ask for.
    fn reset_mode(&mut self) {
        let modes = self.stack.iter().rev().find_map(|open| match open.kind {
            Kind::Td | Kind::Th => Some(Mode::InCell),
            Kind::Tr => Some(Mode::InRow),
            Kind::Tbody | Kind::Thead | Kind::Tfoot => Some(Mode::InTableBody),
            Kind::Caption => Some(Mode::InCaption),
            Kind::Colgroup => Some(Mode::InColumnGroup),
            Kind::Table => Some(Mode::InTable),
            Kind::Head => Some(Mode::InHead),
            Kind::Body => Some(Mode::InBody),
            Kind::Html => Some(Mode::AfterHead),
            _ => None,
        });
        self.mode = modes.unwrap_or(Mode::InBody);
    }
}
