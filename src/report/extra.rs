//! What a page prints beside the form.

use crate::form::Table;
use serde::{Deserialize, Serialize};

/// A row that is printed in a table and has no place in the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtraRow {
    /// The table in which it stands.
    pub table: Table,
    /// Its label, as printed.
    pub label: String,
    /// Its cells, as printed.
    pub values: Vec<String>,
}

impl Serialize for Table {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.section().path())
    }
}

impl<'de> Deserialize<'de> for Table {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let found = Self::ALL.iter().copied().find(|table| table.section().path() == name);
        found.ok_or_else(|| serde::de::Error::custom(format!("no table is named `{name}`")))
    }
}
