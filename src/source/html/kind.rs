//! The elements that have a meaning, to the standard's rules for building trees or to a tape.

use crate::source::tape::{Part, Tag};

/// What a tape does with an element, by the word of the table below.
macro_rules! tag {
    (Caption) => {
        Tag::Part(Part::Caption)
    };
    (Head) => {
        Tag::Part(Part::Head)
    };
    (Body) => {
        Tag::Part(Part::Body)
    };
    (Foot) => {
        Tag::Part(Part::Foot)
    };
    ($tag:ident) => {
        Tag::$tag
    };
}

macro_rules! kinds {
    ($($tag:ident: $($name:literal $kind:ident),+;)+) => {
        /// What an element is, by its name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Kind {
            $($($kind,)+)+
            /// Any other, which is nothing but its name.
            Other,
            /// An element of a drawing, and one that holds elements of a page.
            Foreign,
            Integration,
        }

        /// Every kind with its name (in lower case) and what a tape does with it.
        pub(super) const KINDS: &[(&str, Kind, Tag)] = &[$($(($name, Kind::$kind, tag!($tag)),)+)+];
    };
}

kinds! {
    Inline: "a" A, "applet" Applet, "area" Area, "b" B, "base" Base, "basefont" Basefont, "bgsound" Bgsound,
        "big" Big, "button" Button, "code" Code, "em" Em, "embed" Embed, "font" Font, "frame" Frame, "i" I,
        "image" Image, "img" Img, "input" Input, "isindex" Isindex, "keygen" Keygen, "link" Link,
        "marquee" Marquee, "math" Math, "meta" Meta, "nobr" Nobr, "param" Param, "rb" Rb, "rt" Rt,
        "rtc" Rtc, "ruby" Ruby, "s" S, "small" Small, "source" Source, "span" Span, "strike" Strike,
        "strong" Strong, "sub" Sub, "sup" Sup, "svg" Svg, "track" Track, "tt" Tt, "u" U, "var" Var,
        "wbr" Wbr, "foreignobject" ForeignObject, "desc" Desc, "metadata" Metadata;
    Block: "address" Address, "article" Article, "aside" Aside, "blockquote" Blockquote, "body" Body,
        "center" Center, "col" Col, "colgroup" Colgroup, "dd" Dd, "details" Details, "dialog" Dialog,
        "dir" Dir, "div" Div, "dl" Dl, "dt" Dt, "fieldset" Fieldset, "figcaption" Figcaption,
        "figure" Figure, "footer" Footer, "form" Form, "frameset" Frameset, "head" Head, "header" Header,
        "hgroup" Hgroup, "hr" Hr, "html" Html, "legend" Legend, "li" Li, "listing" Listing, "main" Main,
        "menu" Menu, "nav" Nav, "ol" Ol, "p" P, "plaintext" Plaintext, "pre" Pre, "search" Search,
        "section" Section, "summary" Summary, "ul" Ul, "xmp" Xmp;
    Heading: "h1" H1, "h2" H2, "h3" H3, "h4" H4, "h5" H5, "h6" H6;
    Break: "br" Br;
    // Scripts and the like, form controls, and what is shown only if something else fails.
    Skipped: "audio" Audio, "canvas" Canvas, "datalist" Datalist, "iframe" Iframe, "noembed" Noembed,
        "noframes" Noframes, "noscript" Noscript, "object" Object, "optgroup" Optgroup, "option" Option,
        "rp" Rp, "script" Script, "select" Select, "style" Style, "template" Template,
        "textarea" Textarea, "video" Video;
    Title: "title" Title;
    Table: "table" Table;
    Caption: "caption" Caption;
    Head: "thead" Thead;
    Body: "tbody" Tbody;
    Foot: "tfoot" Tfoot;
    Row: "tr" Tr;
    Cell: "td" Td, "th" Th;
}

impl Kind {
    /// The kind of a name in any case.
    pub(super) fn of(name: &[u8]) -> Self {
        Self::of_key(Self::key(name), name)
    }

    /// The kind of a name whose key is known.
    #[inline]
    pub(super) fn of_key(key: u64, name: &[u8]) -> Self {
        if name.len() > 8 {
            return Self::of_long(name);
        }
        let mut slot = slot(key);
        loop {
            match SLOTS[slot] {
                (there, kind) if there == key => return kind,
                (0, _) => return Self::Other,
                _ => slot = (slot + 1) % SLOTS.len(),
            }
        }
    }

    /// The letters of a short name in any case as one number, the first lowest; of a longer one nothing.
    pub(super) const fn key(name: &[u8]) -> u64 {
        let (mut key, mut at) = (0, name.len());
        if at > 8 {
            return 0;
        }
        while at > 0 {
            at -= 1;
            key = key << 8 | name[at].to_ascii_lowercase() as u64;
        }
        key
    }

    fn of_long(name: &[u8]) -> Self {
        let mut long = KINDS.iter().filter(|(long, ..)| long.len() > 8);
        let found = long.find(|(long, ..)| long.as_bytes().eq_ignore_ascii_case(name));
        found.map_or(Self::Other, |&(_, kind, _)| kind)
    }

    /// What a tape does with such an element.
    #[inline]
    pub(super) fn tag(self) -> Tag {
        KINDS.get(self as usize).map_or(Tag::Inline, |&(_, _, tag)| tag)
    }
}

/// Where a short name is looked for first.
#[inline]
#[allow(clippy::cast_possible_truncation)] // So many bits are left.
const fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - SLOTS.len().trailing_zeros())) as usize
}

/// The short names, each at its place or the next one free.
static SLOTS: [(u64, Kind); 512] = {
    let mut slots = [(0, Kind::Other); 512];
    let mut at = 0;
    while at < KINDS.len() {
        let (name, kind, _) = KINDS[at];
        if name.len() <= 8 {
            let key = Kind::key(name.as_bytes());
            let mut slot = slot(key);
            while slots[slot].0 != 0 {
                slot = (slot + 1) % slots.len();
            }
            slots[slot] = (key, kind);
        }
        at += 1;
    }
    slots
};

/// More than there are kinds.
pub(super) const MOST: usize = 128;

/// A set of kinds: whether each is in it, which takes one look.
#[derive(Debug)]
pub(super) struct Kinds([bool; MOST]);

impl Kinds {
    pub(super) const fn of(kinds: &[Kind]) -> Self {
        Self([false; MOST]).and(kinds)
    }

    /// The set with more kinds.
    pub(super) const fn and(mut self, kinds: &[Kind]) -> Self {
        let mut at = 0;
        while at < kinds.len() {
            self.0[kinds[at] as usize] = true;
            at += 1;
        }
        self
    }

    /// The set without some kinds.
    pub(super) const fn without(mut self, kinds: &[Kind]) -> Self {
        let mut at = 0;
        while at < kinds.len() {
            self.0[kinds[at] as usize] = false;
            at += 1;
        }
        self
    }

    #[inline]
    pub(super) const fn has(&self, kind: Kind) -> bool {
        self.at(kind as usize)
    }

    /// Whether the kind of a number is in the set.
    pub(super) const fn at(&self, number: usize) -> bool {
        self.0[number % MOST]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_in_any_case() {
        for (number, &(name, kind, tag)) in KINDS.iter().enumerate() {
            assert_eq!(kind as usize, number);
            assert!((kind as usize) < MOST - 3, "it fits a set");
            assert_eq!(Kind::of(name.as_bytes()), kind);
            assert_eq!(Kind::of(name.to_ascii_uppercase().as_bytes()), kind);
            assert_eq!(kind.tag(), tag);
            assert_eq!(Kind::of(format!("{name}-").as_bytes()), Kind::Other);
        }
        for name in ["", "o:p", "tdd", "st1:chsdate", "ucapcontent"] {
            assert_eq!(Kind::of(name.as_bytes()), Kind::Other);
        }
        assert!(Kinds::of(&[Kind::Td, Kind::Th]).without(&[Kind::Th]).has(Kind::Td));
        assert!(!Kinds::of(&[Kind::Td, Kind::Th]).without(&[Kind::Th]).has(Kind::Th));
    }
}
