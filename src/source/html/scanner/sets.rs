//! The sets of elements that the standard's rules speak of.

use super::super::kind::Kind::*;
use super::super::kind::{Kind, Kinds, MOST};

/// What bounds the search for an open element; and more for lists, buttons and tables.
pub(super) const SCOPE: Kinds =
    Kinds::of(&[Applet, Caption, Html, Table, Td, Th, Marquee, Object, Select, Template, Integration]);

pub(super) const LIST_SCOPE: Kinds = SCOPE.and(&[Ol, Ul]);

pub(super) const BUTTON_SCOPE: Kinds = SCOPE.and(&[Button]);

pub(super) const TABLE_SCOPE: Kinds = Kinds::of(&[Html, Table, Template]);

/// What cannot hold what is no part of a table.
pub(super) const TABLE_PARTS: Kinds = Kinds::of(&[Table, Tbody, Tfoot, Thead, Tr]);

/// What belongs into the head, wherever it stands.
pub(super) const HEAD: Kinds =
    Kinds::of(&[Base, Basefont, Bgsound, Link, Meta, Noframes, Script, Style, Template, Title]);

/// The end tags that imply what is missing before the body.
pub(super) const ENDS: Kinds = Kinds::of(&[Head, Body, Html, Br]);

/// What generic end tags do not end.
pub(super) const SPECIAL: Kinds = BLOCKS
    .and(&[
        Applet, Area, Base, Basefont, Bgsound, Body, Br, Button, Caption, Col, Colgroup, Dd, Dt, Embed, Form,
        Frame, Frameset, H1, H2, H3, H4, H5, H6, Head, Hr, Html, Iframe, Img, Input, Isindex, Li, Link,
        Listing, Marquee, Meta, Noembed, Noframes, Noscript, Object, P, Param, Plaintext, Pre, Script,
        Select, Source, Style, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Title, Tr, Track, Wbr,
        Xmp,
    ])
    .without(&[Dialog, Search]);

/// What ends a paragraph, and nothing more.
pub(super) const BLOCKS: Kinds = Kinds::of(&[
    Address, Article, Aside, Blockquote, Center, Details, Dialog, Dir, Div, Dl, Fieldset, Figcaption, Figure,
    Footer, Header, Hgroup, Main, Menu, Nav, Ol, Search, Section, Summary, Ul,
]);

/// What is ended by its own end tag, wherever that is in scope.
pub(super) const ENDED: Kinds = BLOCKS.and(&[Button, Listing, Pre, Select]);

pub(super) const HEADINGS: Kinds = Kinds::of(&[H1, H2, H3, H4, H5, H6]);

/// What needs no end tag.
pub(super) const IMPLIED: Kinds = Kinds::of(&[Dd, Dt, Li, Optgroup, Option, P, Rb, Rp, Rt, Rtc]);

/// What is a formatting element.
pub(super) const FORMATTING: Kinds =
    Kinds::of(&[A, B, Big, Code, Em, Font, I, Nobr, S, Small, Strike, Strong, Tt, U]);

pub(super) const GROUPS: Kinds = Kinds::of(&[Tbody, Tfoot, Thead]);

pub(super) const CELLS: Kinds = Kinds::of(&[Td, Th]);

/// What a part of a table is cleared to before another part is put in.
pub(super) const GROUP_CONTEXT: Kinds = GROUPS.and(&[Template, Html]);

pub(super) const ROW_CONTEXT: Kinds = Kinds::of(&[Tr, Template, Html]);

/// What ends a group of rows when it begins.
pub(super) const AFTER_GROUP: Kinds = GROUPS.and(&[Caption, Col, Colgroup]);

pub(super) const AFTER_ROW: Kinds = AFTER_GROUP.and(&[Tr]);

pub(super) const AFTER_CELL: Kinds = AFTER_ROW.and(&[Td, Th]);

/// The end tags that mean nothing in a table, besides those of its parts.
pub(super) const NO_ENDS: Kinds = Kinds::of(&[Body, Caption, Col, Colgroup, Html]);

/// The tags that the rules of cells speak of; all others are for the body.
pub(super) const CELL_RULES: Kinds = AFTER_CELL.and(&[Table, Body, Html]);

/// What is part of a drawing.
pub(super) const DRAWN: Kinds = Kinds::of(&[Foreign, Integration]);

/// What ends a drawing when it begins.
pub(super) const BREAKOUT: Kinds = HEADINGS.and(&[
    B, Big, Blockquote, Body, Br, Center, Code, Dd, Div, Dl, Dt, Em, Embed, Head, Hr, I, Img, Li, Listing,
    Menu, Meta, Nobr, Ol, P, Pre, Ruby, S, Small, Span, Strong, Strike, Sub, Sup, Table, Tt, U, Ul, Var,
]);

/// What a start tag does in the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// It is open.
    Inline,
    Formatting,
    /// It ends the paragraph.
    Block,
    Heading,
    Item,
    Pre,
    Table,
    Form,
    /// It holds nothing, and is one with its line.
    Empty,
    /// It holds nothing.
    Void,
    Head,
    Control,
    /// Formatting does not leave it.
    Frame,
    Ruby,
    /// It holds no tags.
    Raw,
    Drawing,
    Lost,
    /// Nothing.
    Ignored,
}

/// What the start tag of each kind does in the body.
static STARTS: [Start; MOST] = {
    let roles: [(Start, Kinds); 17] = [
        (Start::Formatting, FORMATTING),
        (Start::Block, BLOCKS.and(&[P])),
        (Start::Heading, HEADINGS),
        (Start::Item, Kinds::of(&[Li, Dd, Dt])),
        (Start::Pre, Kinds::of(&[Pre, Listing])),
        (Start::Table, Kinds::of(&[Table])),
        (Start::Form, Kinds::of(&[Form])),
        (Start::Empty, Kinds::of(&[Area, Br, Embed, Img, Image, Keygen, Wbr])),
        (Start::Void, Kinds::of(&[Hr, Param, Source, Track])),
        (Start::Head, HEAD),
        (Start::Control, Kinds::of(&[Input, Select, Option, Optgroup, Button])),
        (Start::Frame, Kinds::of(&[Applet, Marquee, Object])),
        (Start::Ruby, Kinds::of(&[Rb, Rtc, Rp, Rt])),
        (Start::Raw, Kinds::of(&[Textarea, Iframe, Noembed, Noscript, Xmp])),
        (Start::Drawing, Kinds::of(&[Svg])),
        (Start::Lost, Kinds::of(&[Math, Plaintext, Frameset])),
        (Start::Ignored, AFTER_CELL.and(&[Html, Body, Frame, Head])),
    ];
    let mut starts = [Start::Inline; MOST];
    let mut role = 0;
    while role < roles.len() {
        let mut kind = 0;
        while kind < MOST {
            if roles[role].1.at(kind) {
                starts[kind] = roles[role].0;
            }
            kind += 1;
        }
        role += 1;
    }
    starts
};

/// What the start tag of a kind does in the body.
#[inline]
pub(super) fn start(kind: Kind) -> Start {
    STARTS[kind as usize % MOST]
}
