//! The sets of elements that the standard's rules speak of.

use super::super::kind::Kind::*;
use super::super::kind::Kinds;

/// What bounds the search for an open element; and more for lists, buttons and tables.
pub(super) const SCOPE: Kinds =
    Kinds::of(&[Applet, Caption, Html, Table, Td, Th, Marquee, Object, Select, Template]);

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
