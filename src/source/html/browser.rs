//! Writes down what the reference makes of random pages, for `tests/soup`, which asks a browser.

use super::element::FOREIGN_SKIPPED;
use super::kind::KINDS;
use super::tree::{Data, NONE, ROOT, Tree};
use super::{begun, oracle, reference, soup};
use crate::Limits;
use crate::source::tape::{Part, Tag};
use html5ever::tendril::StrTendril;
use std::collections::BTreeMap;
use std::env;

/// The name of what an element does.
fn kind(tag: Tag) -> String {
    match tag {
        Tag::Part(part) => format!("{part:?}"),
        tag => format!("{tag:?}"),
    }
}

/// A tree in one line: its text, and all that is more than a part of its line.
fn line(tree: &Tree<StrTendril>) -> String {
    let mut line = String::new();
    let mut at = tree.0[ROOT as usize].first;
    while at != NONE {
        let node = &tree.0[at as usize];
        let mut is_open = false;
        match &node.data {
            Data::Text(text) => line.push_str(text),
            Data::Element(element) if element.tag != Tag::Skipped => {
                is_open = true;
                match element.tag {
                    Tag::Inline => {}
                    Tag::Cell => line.push_str(&format!("<Cell {} {}>", element.columns, element.rows)),
                    tag => line.push_str(&format!("<{}>", kind(tag))),
                }
            }
            _ => {}
        }
        if is_open && node.first != NONE {
            at = node.first;
            continue;
        }
        if is_open {
            close(tree, at, &mut line);
        }
        while at != ROOT && tree.0[at as usize].next == NONE {
            at = tree.0[at as usize].parent;
            close(tree, at, &mut line);
        }
        at = tree.0[at as usize].next;
    }
    line
}

fn close(tree: &Tree<StrTendril>, at: u32, line: &mut String) {
    match &tree.0[at as usize].data {
        Data::Element(element) if element.tag != Tag::Inline => {
            line.push_str(&format!("</{}>", kind(element.tag)));
        }
        _ => {}
    }
}

#[test]
#[ignore = "run by tests/soup/test.py"]
fn soups_for_a_browser() {
    let file = env::var_os("GONGKAI_SOUP_FILE").expect("GONGKAI_SOUP_FILE names a file");
    let limits = Limits::default();
    let wanted = usize::try_from(oracle::number("GONGKAI_SOUPS", 20_000)).expect("a number");
    let pages = (oracle::number("GONGKAI_SEED", 0)..)
        .map(soup::page)
        .filter(|page| !page.to_lowercase().contains("noscript"));
    let read = |page: String| {
        let page = begun(&page, limits).expect("short enough");
        let tree = reference::parse(page, limits).expect("within the limits");
        (page.to_owned(), line(&tree))
    };
    let pages: Vec<(String, String)> = pages.take(wanted).map(read).collect();
    let kinds: BTreeMap<&str, String> = KINDS.iter().map(|&(name, _, tag)| (name, kind(tag))).collect();
    let foreign: Vec<&str> =
        KINDS.iter().filter(|(_, is, _)| FOREIGN_SKIPPED.has(*is)).map(|&(name, ..)| name).collect();
    let all = serde_json::json!({ "kinds": kinds, "foreign": foreign, "pages": pages });
    std::fs::write(file, all.to_string()).expect("the file can be written");
}

#[test]
fn a_tree_is_a_line() {
    let limits = Limits::default();
    let tree =
        reference::parse("<table><td colspan=2>甲<b>乙</b><script>x</script>", limits).expect("a page");
    let table = "<Table><Body><Row><Cell 2 1>甲乙</Cell></Row></Body></Table>";
    assert_eq!(line(&tree), format!("<Block><Block></Block><Block>{table}</Block></Block>"));
    assert_eq!(kind(Tag::Part(Part::Caption)), "Caption");
}
