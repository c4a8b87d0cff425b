//! The JSON contract of a report, both ways. Cell paths become nested objects.

use super::{
    Entry, ExtraRow, Introduction, Kind, Level, Narrative, Period, Proactive, Remarks, Report, Unit,
    entry::UNREADABLE,
};
use crate::form::{Cell, Edition, Editions, Group, Overall, Row, Table, UnknownCell};
use chrono::NaiveDate;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The key of the unit beside the cells of 政府集中采购.
pub(crate) const PROCUREMENT_UNIT: &str = "proactive.procurement.unit";

/// Everything of a report but its cells, as the contract names it.
#[derive(Serialize, Deserialize)]
struct Wire<'a, T> {
    #[serde(default, skip_deserializing)]
    edition: Option<Overall>,
    #[serde(default)]
    editions: Editions,
    agency: Option<std::borrow::Cow<'a, str>>,
    level: Option<Level>,
    kind: Option<Kind>,
    year: Option<i32>,
    title: Option<std::borrow::Cow<'a, str>>,
    published: Option<NaiveDate>,
    period: Option<Period>,
    #[serde(default)]
    introduction: std::borrow::Cow<'a, Introduction>,
    #[serde(default)]
    overview: std::borrow::Cow<'a, Narrative>,
    #[serde(default)]
    proactive: T,
    #[serde(default)]
    applications: T,
    #[serde(default)]
    challenges: T,
    #[serde(default)]
    improvement: std::borrow::Cow<'a, Narrative>,
    #[serde(default)]
    other_matters: std::borrow::Cow<'a, Narrative>,
    #[serde(default)]
    remarks: std::borrow::Cow<'a, Remarks>,
    #[serde(default)]
    extra_rows: std::borrow::Cow<'a, [ExtraRow]>,
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use std::borrow::Cow::Borrowed;
        if prints_both(self) {
            return Err(serde::ser::Error::custom(BOTH));
        }
        let table = |table| leaves(self, table);
        let tables = Table::ALL.iter().copied().map(table).collect::<Vec<_>>();
        let wire = Wire {
            edition: self.edition(),
            editions: self.editions,
            agency: self.agency.as_deref().map(Borrowed),
            level: self.level,
            kind: self.kind,
            year: self.year,
            title: self.title.as_deref().map(Borrowed),
            published: self.published,
            period: self.period,
            introduction: Borrowed(&self.introduction),
            overview: Borrowed(&self.overview),
            proactive: Branch { leaves: &tables[0], depth: 1 },
            applications: Branch { leaves: &tables[1], depth: 1 },
            challenges: Branch { leaves: &tables[2], depth: 1 },
            improvement: Borrowed(&self.improvement),
            other_matters: Borrowed(&self.other_matters),
            remarks: Borrowed(&self.remarks),
            extra_rows: Borrowed(&self.extra_rows),
        };
        wire.serialize(serializer)
    }
}

/// （六）其他处理 is one row or three: their paths would run into each other.
const BOTH: &str = "`applications.outcomes.other` is one row or an object of three rows, never both";

fn prints_both(report: &Report) -> bool {
    let is_printed = |row: Row| Cell::row(row).any(|cell| !report.get(cell).is_absent());
    let mut three = Row::of(Edition::E2021).filter(|row| row.group() == Some(Group::Other));
    is_printed(Row::OtherSingle) && three.any(is_printed)
}

/// The printed cells of a table with their paths, in the order of the form.
fn leaves(report: &Report, table: Table) -> Vec<(String, Leaf<'_>)> {
    let cells = report.cells().filter(|(cell, _)| cell.table() == table);
    let mut leaves: Vec<_> = cells.map(|(cell, entry)| (cell.to_string(), Leaf::Entry(entry))).collect();
    if let (Table::Proactive, Some(unit)) = (table, report.proactive.procurement_unit) {
        leaves.push((PROCUREMENT_UNIT.to_owned(), Leaf::Unit(unit)));
    }
    leaves
}

#[derive(Serialize)]
#[serde(untagged)]
enum Leaf<'a> {
    Entry(&'a Entry),
    Unit(Unit),
}

/// Leaves that share the first `depth` steps of their paths, as nested objects.
struct Branch<'a> {
    leaves: &'a [(String, Leaf<'a>)],
    depth: usize,
}

impl Serialize for Branch<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let step = |path: &'_ str| path.split('.').nth(self.depth).map(str::to_owned);
        let mut map = serializer.serialize_map(None)?;
        for leaves in self.leaves.chunk_by(|a, b| step(&a.0) == step(&b.0)) {
            let (path, leaf) = &leaves[0];
            let Some(key) = step(path) else { continue };
            if path.split('.').count() == self.depth + 1 {
                map.serialize_entry(&key, leaf)?;
            } else {
                map.serialize_entry(&key, &Branch { leaves, depth: self.depth + 1 })?;
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = Wire::<Cells>::deserialize(deserializer)?;
        let mut report = Self {
            editions: wire.editions,
            agency: wire.agency.map(Into::into),
            level: wire.level,
            kind: wire.kind,
            year: wire.year,
            title: wire.title.map(Into::into),
            published: wire.published,
            period: wire.period,
            introduction: wire.introduction.into_owned(),
            overview: wire.overview.into_owned(),
            proactive: Proactive::default(),
            improvement: wire.improvement.into_owned(),
            other_matters: wire.other_matters.into_owned(),
            remarks: wire.remarks.into_owned(),
            extra_rows: wire.extra_rows.into_owned(),
            ..Self::default()
        };
        let tables = [wire.proactive, wire.applications, wire.challenges];
        for (table, Cells(tree)) in Table::ALL.iter().zip(tables) {
            fill(&mut report, table.section().path(), tree).map_err(D::Error::custom)?;
        }
        if prints_both(&report) {
            return Err(D::Error::custom(BOTH));
        }
        Ok(report)
    }
}

/// Writes the leaves below a path into their cells.
fn fill(report: &mut Report, path: &str, tree: Tree) -> Result<(), String> {
    match tree {
        Tree::Branch(branches) if !is_leaf(path) => {
            branches.into_iter().try_for_each(|(step, tree)| fill(report, &format!("{path}.{step}"), tree))
        }
        leaf => fill_leaf(report, path, leaf),
    }
}

/// Whether nothing can stand below a path. `applications.outcomes.other.other` is a cell of the one row
/// （六）其他处理, and above the cells of the third of the three rows.
fn is_leaf(path: &str) -> bool {
    let is_single = |cell| matches!(cell, Cell::Applications(Row::OtherSingle, _));
    path == PROCUREMENT_UNIT || path.parse().is_ok_and(|cell: Cell| !is_single(cell))
}

fn fill_leaf(report: &mut Report, path: &str, leaf: Tree) -> Result<(), String> {
    let wrong = || format!("`{path}` cannot be {leaf}");
    if path == PROCUREMENT_UNIT {
        report.proactive.procurement_unit = match &leaf {
            Tree::Blank => None,
            Tree::Word(word) => Some(unit(word).ok_or_else(wrong)?),
            _ => return Err(wrong()),
        };
        return Ok(());
    }
    let cell: Cell = path.parse().map_err(|unknown: UnknownCell| unknown.to_string())?;
    let entry = match &leaf {
        Tree::Blank => Entry::Blank,
        Tree::Whole(number) => Entry::from_whole(*number, cell).ok_or_else(wrong)?,
        Tree::Word(word) => Entry::from_word(word).ok_or_else(wrong)?,
        Tree::Unreadable(text) => Entry::Unreadable(text.as_str().into()),
        Tree::Branch(_) | Tree::Other(_) => return Err(wrong()),
    };
    if !report.get(cell).is_absent() {
        return Err(format!("`{path}` is there twice"));
    }
    report.set(cell, entry).map_err(|error| error.to_string())
}

fn unit(word: &str) -> Option<Unit> {
    use serde::de::{IntoDeserializer, value::Error};
    Unit::deserialize(IntoDeserializer::<Error>::into_deserializer(word)).ok()
}

/// The cells of one table, not yet checked against the form.
#[derive(Deserialize)]
struct Cells(Tree);

impl Default for Cells {
    fn default() -> Self {
        Self(Tree::Branch(Vec::new()))
    }
}

enum Tree {
    Blank,
    Whole(i128),
    Word(String),
    Unreadable(String),
    Branch(Vec<(String, Tree)>),
    /// What no cell says.
    Other(String),
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank => f.write_str("null"),
            Self::Whole(number) => number.fmt(f),
            Self::Word(word) => write!(f, "{word:?}"),
            Self::Unreadable(_) => f.write_str("unreadable"),
            Self::Branch(_) => f.write_str("an object"),
            Self::Other(what) => f.write_str(what),
        }
    }
}

/// How deep objects may nest; cell paths have four steps below their table.
const DEPTH: usize = 8;

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        TreeSeed(DEPTH).deserialize(deserializer)
    }
}

/// Reads a tree of at most this depth.
struct TreeSeed(usize);

impl<'de> DeserializeSeed<'de> for TreeSeed {
    type Value = Tree;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TreeSeed {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, a decimal in a string, \"none\", null, {\"unreadable\": text} or an object of these")
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Whole(number.into()))
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Whole(number.into()))
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Other(value.to_string()))
    }
    fn visit_f64<E: Error>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Other(number.to_string()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Tree::Other("a list".to_owned()))
    }
    fn visit_str<E: Error>(self, word: &str) -> Result<Tree, E> {
        Ok(Tree::Word(word.to_owned()))
    }
    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Blank)
    }
    fn visit_none<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Blank)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let Some(depth) = self.0.checked_sub(1) else {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Tree::Other("an object that nests so deep".to_owned()));
        };
        let mut branches = Vec::new();
        while let Some(step) = map.next_key::<String>()? {
            branches.push((step, map.next_value_seed(TreeSeed(depth))?));
        }
        if let [(step, Tree::Word(text))] = &mut branches[..]
            && step == UNREADABLE
        {
            return Ok(Tree::Unreadable(std::mem::take(text)));
        }
        Ok(Tree::Branch(branches))
    }
}
