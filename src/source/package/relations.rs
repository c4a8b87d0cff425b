//! Which part belongs to which: the `.rels` of a package.

use super::Package;
use super::xml::{Event, Xml};
use crate::Error;

/// That a part belongs to another one.
#[derive(Debug, Clone)]
pub(crate) struct Relation {
    pub(crate) id: String,
    /// The last step of its type: `styles`, `worksheet` …. What stands before differs between the
    /// strict and the usual form of the format.
    pub(crate) kind: String,
    /// The name of the part.
    pub(crate) part: String,
}

/// What belongs to a part; to the package itself if that has no name.
pub(crate) fn relations(package: &mut Package<'_>, part: &str) -> Result<Vec<Relation>, Error> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let Some(text) = package.part(&format!("{folder}/_rels/{file}.rels"))? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(&text, package.container, package.options.limits);
    let mut relations = Vec::new();
    while let Some(event) = xml.next()? {
        let Event::Open(tag) = event else { continue };
        let external = tag.get("TargetMode").is_some_and(|mode| mode == "External");
        if tag.name() != "Relationship" || external {
            continue;
        }
        let attribute = |name| tag.get(name).unwrap_or_default();
        let kind = attribute("Type");
        relations.push(Relation {
            id: attribute("Id").into_owned(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            part: resolve(folder, &attribute("Target")),
        });
    }
    Ok(relations)
}

/// The name of the main part: what the package says, or what some writers say wrongly, but store there.
pub(crate) fn main_part(
    package: &mut Package<'_>,
    usual: impl Fn(&str) -> bool,
) -> Result<Option<String>, Error> {
    let told = relations(package, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let there = told.map(|relation| relation.part).and_then(|part| package.find(|name| part == name));
    Ok(there.or_else(|| package.find(usual)))
}

/// The name of a part as a part in a folder names it.
fn resolve(folder: &str, target: &str) -> String {
    let is_absolute = target.starts_with(['/', '\\']);
    let (folder, target) = (super::part_name(folder), super::part_name(target));
    let mut steps: Vec<&str> = if is_absolute { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_relative_or_not() {
        assert_eq!(resolve("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "/word/Styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "../customXml/a.xml"), "customxml/a.xml");
        assert_eq!(resolve("", "word/document.xml"), "word/document.xml");
        assert_eq!(resolve("", "../../x.xml"), "x.xml");
    }
}
