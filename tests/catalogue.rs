//! `src/check/RULES.md` is generated from the registry, `src/read/PROBLEMS.md` from the kinds of problems.
//! After a change of a rule or a kind: `GONGKAI_BLESS=1 cargo test --test catalogue`.

use gongkai::check::{Info, Severity, check, rules, sketch};
use gongkai::read::ProblemKind;
use std::fmt::Write;

fn catalogue() -> String {
    let mut page = String::from(
        "<!-- Generated from the registry: GONGKAI_BLESS=1 cargo test --test catalogue -->\n\n\
         # The rules\n\n| rule | severity | what it checks | |\n|---|---|---|---|\n",
    );
    for rule in rules() {
        let Info { name, zh, en, .. } = rule.info;
        let _ = writeln!(page, "| [`{name}`](#{name}) | {} | {zh} | {en} |", severity(rule.info.severity));
    }
    page.push_str(
        "\n*error* breaks the arithmetic of the form or a duty of the law, *warning* is implausible or out \
         of form, *note* is worth a look. The severity above is the gravest that a rule gives. The examples \
         are sketches, see `check::sketch`.\n",
    );
    for rule in rules() {
        section(&mut page, &rule.info);
    }
    page
}

fn section(page: &mut String, info: &Info) {
    let Info { name, zh, en, why_zh, why_en, basis, since, fails, passes, .. } = info;
    let editions: Vec<_> = info.editions.iter().map(|edition| edition.year().to_string()).collect();
    let _ = write!(
        page,
        "\n## {name}\n\n{zh}。{why_zh}\n\n{}. {why_en}\n\n- Basis: {basis}\n- Editions: {}\n- Since: {since}\n",
        capitalised(en),
        editions.join(", ")
    );
    if !info.aliases.is_empty() {
        let _ = writeln!(page, "- Formerly: {}", info.aliases.join(", "));
    }
    let _ = write!(page, "\nFails:\n\n```text\n{fails}\n```\n\n");
    let sketched = sketch(fails).expect("a sketch");
    let checked = check(&sketched);
    let finding = checked.findings.first().expect("a finding");
    let place = finding.cells.first().map(|cell| format!(" at `{cell}`")).unwrap_or_default();
    let _ = write!(
        page,
        "> {}{place}: {}\n>\n> {}\n\nPasses:\n\n```text\n{passes}\n```\n",
        severity(finding.severity),
        finding.message.zh,
        finding.message.en
    );
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn problems() -> String {
    let mut page = String::from(
        "<!-- Generated from the kinds of problems: GONGKAI_BLESS=1 cargo test --test catalogue -->\n\n\
         # The kinds of problems\n\nA problem is a difficulty of the reading, never a fault of the report.\n\n\
         | kind | what it means | |\n|---|---|---|\n",
    );
    for kind in ProblemKind::ALL {
        let meaning = kind.meaning();
        let _ = writeln!(page, "| `{}` | {} | {} |", kind.name(), meaning.zh, meaning.en);
    }
    page
}

/// Holds a generated page against the one that is kept, or keeps it.
fn is_current(path: &str, page: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("GONGKAI_BLESS").is_some() {
        std::fs::write(&path, page).expect("the page can be written");
    }
    let kept = std::fs::read_to_string(&path).expect("the page is there");
    assert!(kept == page, "{} is not current: GONGKAI_BLESS=1 cargo test --test catalogue", path.display());
}

#[test]
fn the_catalogue_of_rules_is_current() {
    is_current("src/check/RULES.md", &catalogue());
}

#[test]
fn the_catalogue_of_problems_is_current() {
    is_current("src/read/PROBLEMS.md", &problems());
}

/// Names are kebab-case, one a kind, and those of JSON.
#[test]
fn kinds_of_problems_have_their_names() {
    let mut names = std::collections::BTreeSet::new();
    for kind in ProblemKind::ALL {
        let name = kind.name();
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{name}");
        assert!(names.insert(name), "{name} is there twice");
        assert_eq!(serde_json::to_value(kind).expect("a name"), name);
        assert_eq!(format!("{kind:?}").to_lowercase(), name.replace('-', ""));
    }
}
