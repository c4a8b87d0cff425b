//! What a page prints beside the form.

use crate::form::Table;
use serde::{Deserialize, Serialize};

/// The unit of an amount, from its cell or its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// 元
    #[serde(rename = "元")]
    Yuan,
    /// 万元, 10,000 yuan
    #[serde(rename = "万元")]
    TenThousandYuan,
    /// 亿元, 100,000,000 yuan
    #[serde(rename = "亿元")]
    HundredMillionYuan,
}

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
