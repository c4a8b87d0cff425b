//! Which rules a tag is for.

use super::super::kind::Kind;
use super::stack::Builder;
use super::tag::Tag;

/// The insertion mode of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Initial,
    BeforeHtml,
    BeforeHead,
    InHead,
    AfterHead,
    InBody,
    InTable,
    InCaption,
    InColumnGroup,
    InTableBody,
    InRow,
    InCell,
    AfterBody,
    AfterAfterBody,
}

/// What became of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Done,
    /// It is for the mode that was set now.
    Again,
}

impl<'a> Builder<'a> {
    /// Takes in a tag by the rules of the mode.
    pub(super) fn tag(&mut self, tag: &Tag<'a>) {
        self.skips_line_end = false;
        while self.step(tag) == Step::Again {}
    }

    fn step(&mut self, tag: &Tag<'a>) -> Step {
        if self.is_drawn(tag) { self.in_drawing(tag) } else { self.by_mode(tag) }
    }

    /// Takes in a tag of a page, and not of a drawing.
    pub(super) fn by_mode(&mut self, tag: &Tag<'a>) -> Step {
        if tag.kind == Kind::Frameset && !tag.is_end {
            return self.lose();
        }
        match self.mode {
            Mode::Initial => self.again(Mode::BeforeHtml),
            Mode::BeforeHtml => self.before_html(tag),
            Mode::BeforeHead => self.before_head(tag),
            Mode::InHead => self.in_head(tag),
            Mode::AfterHead => self.after_head(tag),
            Mode::InBody => self.in_body(tag),
            Mode::InTable => self.in_table(tag),
            Mode::InCaption => self.in_caption(tag),
            Mode::InColumnGroup => self.in_column_group(tag),
            Mode::InTableBody => self.in_table_body(tag),
            Mode::InRow => self.in_row(tag),
            Mode::InCell => self.in_cell(tag),
            Mode::AfterBody | Mode::AfterAfterBody => self.after_body(tag),
        }
    }

    pub(super) fn again(&mut self, mode: Mode) -> Step {
        self.mode = mode;
        Step::Again
    }
}
