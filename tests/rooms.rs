//! The rooms of the house keep their order: each imports only rooms that stand before it on its way.

use std::collections::BTreeSet;
use std::path::Path;

/// The rooms, with the rooms that each may import.
const ROOMS: &[(&str, &[&str])] = &[
    ("form", &[]),
    ("report", &["form"]),
    ("source", &[]),
    ("read", &["form", "report", "source"]),
    ("check", &["form", "report"]),
    ("compare", &["form", "report", "check"]),
    ("audit", &["form", "report", "source", "read", "check"]),
    ("render", &["form", "report", "source", "read", "check", "compare", "audit"]),
];

/// What every room may import; these import only each other.
const SHARED: &[&str] = &["message", "error", "options"];

/// What stands on top and may import everything.
const TOP: &[&str] = &["lib"];

/// The shared module that a re-export of the root comes from.
fn home(name: &str) -> &str {
    match name {
        "Error" | "Format" | "Link" | "ShellKind" => "error",
        "Message" | "Language" => "message",
        "Options" | "Hints" | "Limits" | "Selection" => "options",
        "Report" => "report",
        "Audit" | "Audited" => "audit",
        "Reading" => "read",
        name => name,
    }
}

/// The names that stand directly behind `crate::` in the code of a file.
fn imports(code: &str) -> BTreeSet<String> {
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    let code = code.lines().filter(is_code).collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for (_, rest) in code.match_indices("crate::").map(|(at, found)| (at, &code[at + found.len()..])) {
        match rest.strip_prefix('{') {
            None => names.extend(first_name(rest)),
            Some(group) => names.extend(group_names(group)),
        }
    }
    names
}

fn first_name(text: &str) -> Option<String> {
    let name: String = text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// The first names of the items of a `{…}` group whose opening brace is gone.
fn group_names(group: &str) -> Vec<String> {
    let (mut depth, mut item, mut names) = (0, String::new(), Vec::new());
    for c in group.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => names.extend(first_name(&std::mem::take(&mut item))),
            _ if depth == 0 => item.push(c),
            _ => {}
        }
    }
    names.extend(first_name(&item));
    names
}

fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// What is wrong with the imports of one file.
fn faults(room: &str, code: &str) -> Vec<String> {
    if TOP.contains(&room) {
        return Vec::new();
    }
    let allowed = match ROOMS.iter().find(|(name, _)| *name == room) {
        Some((_, before)) => [before, SHARED, &[room]].concat(),
        None if SHARED.contains(&room) => SHARED.to_vec(),
        None => return vec![format!("`{room}` is no room of the house: add it to tests/rooms.rs")],
    };
    let imports = imports(code);
    let outside = imports.iter().filter(|name| !allowed.contains(&home(name)));
    outside.map(|name| format!("`{room}` must not import `{name}`")).collect()
}

#[test]
fn rooms_import_only_rooms_before_them() {
    let src = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut paths = Vec::new();
    files(src, &mut paths);
    assert!(paths.len() > 20, "the sources are elsewhere");
    let mut found = Vec::new();
    for path in paths {
        let code = std::fs::read_to_string(&path).expect("a source file");
        let below = path.strip_prefix(src).expect("below src");
        let room = below.iter().next().and_then(|step| step.to_str()).expect("a name");
        let faults = faults(room.trim_end_matches(".rs"), &code);
        found.extend(faults.into_iter().map(|fault| format!("{}: {fault}", below.display())));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_breach_is_seen() {
    assert_eq!(
        faults("check", "use crate::{Error, form::{Cell, Row}, read::Reading};"),
        ["`check` must not import `read`"]
    );
    assert_eq!(faults("form", "fn f() { crate::report::Report::default(); }").len(), 1);
    assert_eq!(faults("form", "/// See [`crate::report`].").len(), 0);
    assert_eq!(faults("options", "use crate::check::Selection;").len(), 1);
    assert_eq!(faults("attic", "").len(), 1);
}
