//! What a web page offers beside text: links, pictures, scripts. Asked only of pages that hold no table, so
//! that no other page pays for it.

use crate::error::Link;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

/// What stands on a page, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Line(String),
    Link(Link),
    /// A picture, but for the small ones that sites are trimmed with.
    Picture,
}

/// What a page offers.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    pub(crate) items: Vec<Item>,
    /// How many scripts there are.
    pub(crate) scripts: usize,
    /// Whether an element has the name under which frameworks put what they render.
    pub(crate) has_root: bool,
    /// Whether readers without scripts are told that they need them.
    pub(crate) asks_for_scripts: bool,
    line: String,
    link: Option<Link>,
    in_noscript: bool,
    is_silent: bool,
}

/// Looks over a web page that was read before, within the limits of that.
pub(crate) fn survey(text: &str) -> Survey {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(text));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    // No script of the page runs, so that it is read in one go.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut survey = tokenizer.sink.0.into_inner();
    survey.end_link();
    survey.end_line();
    survey
}

#[derive(Default)]
struct Sink(RefCell<Survey>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut survey = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => survey.text(&text),
            Token::TagToken(tag) => return survey.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Survey {
    fn text(&mut self, text: &str) {
        if self.in_noscript {
            let words = ["JavaScript", "javascript", "脚本", "script"];
            self.asks_for_scripts |= words.iter().any(|word| text.contains(word));
        } else if !self.is_silent {
            self.line.push_str(text);
            self.link.iter_mut().for_each(|link| link.text.push_str(text));
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let opens = tag.kind == TagKind::StartTag;
        let name: &str = &tag.name;
        match name {
            "span" | "font" | "b" | "strong" | "i" | "em" | "u" | "o:p" | "sub" | "sup" => {}
            "a" => {
                self.end_link();
                self.link = attribute(tag, "href").filter(|_| opens).map(|href| Link::new("", href));
            }
            "iframe" | "embed" | "object" if opens => {
                let shown = attribute(tag, "src").or_else(|| attribute(tag, "data"));
                let title = attribute(tag, "title").unwrap_or_default();
                self.items.extend(shown.map(|href| Item::Link(Link::new(title, href))));
            }
            "img" if !is_small(tag) => {
                self.end_line();
                self.items.push(Item::Picture);
            }
            "img" => {}
            "noscript" => self.in_noscript = opens,
            "script" | "style" | "title" | "textarea" => self.is_silent = opens,
            _ => self.end_line(),
        }
        self.scripts += usize::from(opens && name == "script");
        self.has_root |= opens && attribute(tag, "id").is_some_and(is_root);
        match name {
            "script" if opens => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" if opens => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" if opens => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn end_line(&mut self) {
        let line = words(&std::mem::take(&mut self.line));
        self.items.extend((!line.is_empty()).then_some(Item::Line(line)));
    }

    fn end_link(&mut self) {
        if let Some(link) = self.link.take() {
            self.items.push(Item::Link(Link::new(&words(&link.text), &link.href)));
        }
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// Whether a picture is said to be too small for a table.
fn is_small(tag: &Tag) -> bool {
    const LEAST: usize = 200;
    let digits = |value: &str| value.trim_end_matches("px").trim().parse::<usize>().ok();
    ["width", "height"].iter().filter_map(|name| digits(attribute(tag, name)?)).any(|size| size < LEAST)
}

fn is_root(id: &str) -> bool {
    ["app", "root", "__next", "__nuxt", "main-app"].contains(&id)
}
