//! The JSON Schema of the contract, from the declarations that the library itself uses.
//!
//! Cells come from `form`, rules from their registry, the words of an enum from the enum. Only what
//! no declaration says is written here: which value is what.

use gongkai::check::{self, CauseKind, ReasonCode, Severity};
use gongkai::form::{Cell, Edition, SectionKind, Table};
use gongkai::read::ProblemKind;
use gongkai::report::{Kind, Level, Unit};
use serde::de::{Deserialize, Deserializer, Visitor, value::Error};
use serde_json::{Map, Value, json};

/// The schema of one object as `Audit` serialises.
pub(crate) fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "gongkai audit",
        "description": "One 政府信息公开工作年度报告, read and checked.",
        "oneOf": [reference("read"), reference("failed")],
        "$defs": {
            "read": read(),
            "failed": failed(),
            "report": report(),
            "finding": finding(),
            "fault": fault(),
            "claim": claim(),
            "problem": problem(),
            "outcome": outcome(),
            "entry": entry(),
            "cell": one_of(Cell::all().map(|cell| cell.to_string())),
            "rule": one_of(rule_names()),
            "message": strict([("zh", text()), ("en", text())]),
            "place": place(),
            "passage": passage(),
            "cause": strict([("cell", reference("cell")), ("printed", text()), ("suggested", text())]),
            "edition": one_of(words::<Edition>()),
            "narrative": narrative(),
            "introduction": introduction(),
        },
    })
}

/// The result of a file that was read.
fn read() -> Value {
    let outcomes = rule_names().map(|name| (name, reference("outcome")));
    let mut read = strict([
        ("schema", json!({ "const": gongkai::SCHEMA_VERSION })),
        ("file", text()),
        ("report", reference("report")),
        ("findings", list(reference("finding"))),
        ("problems", list(reference("problem"))),
        ("inferred", list(reference("cell"))),
        ("outcomes", strict(outcomes)),
    ]);
    read["properties"]["faults"] = list(reference("fault"));
    read["properties"]["claims"] = list(reference("claim"));
    read
}

/// The result of a file that was not.
fn failed() -> Value {
    let kind = json!({ "type": "string", "pattern": "^[a-z]+(-[a-z]+)*$" });
    let mut error = strict([("kind", kind), ("message", reference("message"))]);
    error["properties"]["links"] = list(strict([("text", text()), ("href", text())]));
    strict([("schema", json!({ "const": gongkai::SCHEMA_VERSION })), ("file", text()), ("error", error)])
}

fn report() -> Value {
    let narrative = || reference("narrative");
    let edition = || or_null(reference("edition"));
    let editions = Table::ALL.iter().map(|table| (table.section().path(), edition()));
    let overall = words::<Edition>().into_iter().chain(["mixed"]);
    let mut tables = cells();
    let mut table = |name: &str| tables.remove(name).unwrap_or(Value::Bool(false));
    strict([
        ("edition", or_null(one_of(overall))),
        ("editions", strict(editions)),
        ("agency", or_null(text())),
        ("level", or_null(one_of(words::<Level>()))),
        ("kind", or_null(one_of(words::<Kind>()))),
        ("year", or_null(json!({ "type": "integer" }))),
        ("title", or_null(text())),
        ("published", or_null(date())),
        ("period", or_null(strict([("start", date()), ("end", date())]))),
        ("introduction", reference("introduction")),
        ("overview", narrative()),
        ("proactive", table("proactive")),
        ("applications", table("applications")),
        ("challenges", table("challenges")),
        ("improvement", narrative()),
        ("other_matters", narrative()),
        ("remarks", optional(Table::ALL.iter().map(|table| (table.section().path(), narrative())))),
        ("extra_rows", list(extra_row())),
    ])
}

fn extra_row() -> Value {
    let tables = Table::ALL.iter().map(|table| table.section().path());
    strict([("table", one_of(tables)), ("label", text()), ("values", list(text()))])
}

fn narrative() -> Value {
    optional([("heading", text()), ("paragraphs", list(text())), ("parts", list(reference("narrative")))])
}

fn introduction() -> Value {
    optional([("paragraphs", list(text())), ("basis", list(text())), ("contact", text())])
}

/// What one cell says: a number, an amount, blank, an explicit nothing, or what was not readable.
fn entry() -> Value {
    json!({ "oneOf": [
        { "type": "integer" },
        { "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$" },
        { "const": "none" },
        { "type": "null" },
        strict([("unreadable", text())]),
    ] })
}

fn finding() -> Value {
    let mut finding = strict([
        ("rule", reference("rule")),
        ("severity", one_of(words::<Severity>())),
        ("cells", list(reference("cell"))),
        ("expected", or_null(text())),
        ("actual", or_null(text())),
        ("message", reference("message")),
        ("place", or_null(reference("place"))),
        ("cause", or_null(reference("cause"))),
    ]);
    finding["properties"]["previous"] = list(reference("cell"));
    finding["properties"]["passage"] = reference("passage");
    finding
}

/// A range of a paragraph; without its number, of the heading; without a section, of what stands before.
fn passage() -> Value {
    let count = || json!({ "type": "integer", "minimum": 0 });
    let section = one_of(SectionKind::ALL.iter().map(|section| section.path()));
    strict([
        ("section", or_null(section)),
        ("paragraph", or_null(count())),
        ("start", count()),
        ("end", count()),
    ])
}

/// Findings that share a cause, and what it could be.
fn fault() -> Value {
    let findings = || list(json!({ "type": "integer", "minimum": 0 }));
    let cause = strict([
        ("kind", one_of(words::<CauseKind>())),
        ("changes", list(reference("cause"))),
        ("clears", findings()),
        ("message", reference("message")),
    ]);
    strict([("findings", findings()), ("causes", list(cause))])
}

/// A figure of the prose: the sum of some cells, less that of others.
fn claim() -> Value {
    let cells = || list(reference("cell"));
    let mut claim = strict([("passage", reference("passage")), ("plus", cells()), ("value", text())]);
    claim["properties"]["minus"] = cells();
    claim
}

fn problem() -> Value {
    let mut problem = strict([
        ("kind", one_of(words::<ProblemKind>())),
        ("place", or_null(reference("place"))),
        ("message", reference("message")),
    ]);
    problem["properties"]["cell"] = reference("cell");
    problem
}

fn outcome() -> Value {
    let count = || json!({ "type": "integer", "minimum": 0 });
    let status = |word: &str| json!({ "const": word });
    let reason = strict([("code", one_of(words::<ReasonCode>())), ("zh", text()), ("en", text())]);
    json!({ "oneOf": [
        strict([("status", status("passed")), ("equations", count())]),
        strict([("status", status("found")), ("findings", count())]),
        strict([("status", status("skipped")), ("reason", reason)]),
    ] })
}

fn place() -> Value {
    let from = |least: u32| json!({ "type": ["integer", "null"], "minimum": least });
    let mut place = strict([("start", from(0)), ("end", from(0)), ("line", from(1)), ("column", from(1))]);
    place["properties"]["page"] = json!({ "type": "integer", "minimum": 1 });
    place
}

fn rule_names() -> impl Iterator<Item = &'static str> {
    check::rules().iter().map(|rule| rule.info.name)
}

/// The objects of the tables, by name, from the paths of their cells.
///
/// A path may be a row in one edition and a group of rows in another (`applications.outcomes.other`):
/// such a node is one or the other, never both.
fn cells() -> Map<String, Value> {
    let mut root = Node::default();
    for &edition in Edition::CURRENT {
        let mut form = Node::default();
        for cell in Cell::of(edition) {
            form.add(&cell.to_string(), reference("entry"));
        }
        root = root.merge(form);
    }
    root.add("proactive.procurement.unit", one_of(words::<Unit>()));
    match root {
        Node::Branch(branches) => branches.into_iter().map(|(name, node)| (name, node.schema())).collect(),
        Node::Leaf(_) | Node::Either(..) => Map::new(),
    }
}

/// A tree of cell paths.
enum Node {
    Leaf(Value),
    Branch(Vec<(String, Node)>),
    Either(Box<Node>, Box<Node>),
}

impl Default for Node {
    fn default() -> Self {
        Self::Branch(Vec::new())
    }
}

impl Node {
    fn add(&mut self, path: &str, leaf: Value) {
        let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
        let Self::Branch(branches) = self else { return };
        let at = branches.iter().position(|(name, _)| name == step).unwrap_or_else(|| {
            branches.push((step.to_owned(), Self::default()));
            branches.len() - 1
        });
        match rest {
            Some(rest) => branches[at].1.add(rest, leaf),
            None => branches[at].1 = Self::Leaf(leaf),
        }
    }

    /// Whether a step of one is a leaf and of the other a branch.
    fn conflicts(&self, other: &Self) -> bool {
        let (Self::Branch(own), Self::Branch(others)) = (self, other) else { return false };
        own.iter().any(|(name, node)| {
            let same = others.iter().find(|(other, _)| other == name);
            same.is_some_and(|(_, other)| matches!(node, Self::Leaf(_)) != matches!(other, Self::Leaf(_)))
        })
    }

    fn merge(self, other: Self) -> Self {
        if self.conflicts(&other) {
            return Self::Either(Box::new(self), Box::new(other));
        }
        let (mut own, others) = match (self, other) {
            (Self::Branch(own), Self::Branch(others)) => (own, others),
            (own, _) => return own,
        };
        for (name, node) in others {
            match own.iter().position(|(other, _)| *other == name) {
                Some(at) => own[at].1 = std::mem::take(&mut own[at].1).merge(node),
                None => own.push((name, node)),
            }
        }
        Self::Branch(own)
    }

    fn schema(self) -> Value {
        match self {
            Self::Leaf(leaf) => leaf,
            Self::Branch(branches) => {
                optional(branches.into_iter().map(|(name, node)| (name, node.schema())))
            }
            Self::Either(a, b) => json!({ "oneOf": [a.schema(), b.schema()] }),
        }
    }
}

/// An object that has all of these keys and no other.
fn strict<K: Into<String>>(fields: impl IntoIterator<Item = (K, Value)>) -> Value {
    let mut object = optional(fields);
    let names = object["properties"].as_object().map(|fields| fields.keys().cloned().collect::<Vec<_>>());
    object["required"] = names.into();
    object
}

/// An object that has some of these keys and no other.
fn optional<K: Into<String>>(fields: impl IntoIterator<Item = (K, Value)>) -> Value {
    let fields: Map<_, _> = fields.into_iter().map(|(name, schema)| (name.into(), schema)).collect();
    json!({ "type": "object", "properties": fields, "additionalProperties": false })
}

fn one_of<W: Into<Value>>(words: impl IntoIterator<Item = W>) -> Value {
    json!({ "enum": words.into_iter().map(Into::into).collect::<Vec<Value>>() })
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn or_null(schema: Value) -> Value {
    json!({ "oneOf": [schema, { "type": "null" }] })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn date() -> Value {
    json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
}

/// The words by which an enum is written, or the keys of a struct, as its `Deserialize` lists them.
pub(crate) fn words<'de, T: Deserialize<'de>>() -> Vec<&'static str> {
    let mut words: &[&str] = &[];
    // It fails, having listed what it knows.
    let _ = T::deserialize(Words(&mut words));
    words.to_vec()
}

/// A deserializer that only writes down the words that it is asked for.
struct Words<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Words<'_> {
    type Error = Error;

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, Error> {
        *self.0 = variants;
        Err(serde::de::Error::custom("only asked"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        Err(serde::de::Error::custom("only asked"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Error> {
        Err(serde::de::Error::custom("has no words"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map identifier ignored_any
    }
}
