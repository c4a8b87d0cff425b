//! What one cell says.

use crate::form::Cell;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer, ser::SerializeMap};
use std::fmt;

/// A number as a report prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// A count (件, 项): not negative, no fraction.
    Count(u64),
    /// A signed whole number: 本年增/减, or a negative number where a count belongs.
    Change(i64),
    /// A decimal, unconverted: an amount in the unit that the form or the cell names, or a fraction
    /// where a count belongs.
    Amount(Decimal),
}

impl Number {
    /// The exact value.
    pub fn decimal(self) -> Decimal {
        match self {
            Self::Count(count) => count.into(),
            Self::Change(change) => change.into(),
            Self::Amount(amount) => amount,
        }
    }

    /// The count, if it is one.
    pub const fn count(self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(count),
            Self::Change(_) | Self::Amount(_) => None,
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(f),
            Self::Change(change) => change.fmt(f),
            Self::Amount(amount) => amount.fmt(f),
        }
    }
}

impl From<u64> for Number {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// What one cell says.
///
/// Blank, an explicit nothing and zero are three different things, and a cell that was not found is
/// none of them.
///
/// ```
/// use gongkai::report::Entry;
/// let five: Entry = 5.into();
/// assert_eq!(five.count(), Some(5));
/// assert_eq!(Entry::<gongkai::report::Number>::Blank.count(), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Entry<T = Number> {
    /// The page does not print the cell.
    #[default]
    Absent,
    /// The cell is printed and empty.
    Blank,
    /// The cell says explicitly that there is nothing: `/`, `—`, 无, 不涉及 …
    Mark,
    /// The cell is printed, but what it says is no number that can be trusted.
    Unreadable(Box<str>),
    /// A number.
    Value(T),
}

impl<T: Copy> Entry<T> {
    /// The number, if the cell says one.
    pub const fn value(&self) -> Option<T> {
        match self {
            Self::Value(value) => Some(*value),
            _ => None,
        }
    }

    /// Whether the page prints nothing here.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the cell says what it has to say: a number or an explicit nothing.
    pub const fn is_said(&self) -> bool {
        matches!(self, Self::Value(_) | Self::Mark)
    }
}

impl Entry {
    /// The count, if the cell says one.
    pub fn count(&self) -> Option<u64> {
        self.value()?.count()
    }

    /// The number, with zero for anything that is none. For those who know that blank means zero.
    pub fn or_zero(&self) -> Decimal {
        self.value().map_or(Decimal::ZERO, Number::decimal)
    }
}

impl From<Decimal> for Number {
    fn from(amount: Decimal) -> Self {
        Self::Amount(amount)
    }
}

impl From<Decimal> for Entry {
    fn from(amount: Decimal) -> Self {
        Self::Value(amount.into())
    }
}

impl From<u64> for Entry {
    fn from(count: u64) -> Self {
        Self::Value(Number::Count(count))
    }
}

impl From<Number> for Entry {
    fn from(number: Number) -> Self {
        Self::Value(number)
    }
}

/// The word that stands for an explicit nothing in JSON.
const NONE: &str = "none";
/// The key of an entry that could not be read.
pub(crate) const UNREADABLE: &str = "unreadable";

impl Entry {
    /// A whole number of the JSON contract, as the kind of number that the cell asks for.
    pub(crate) fn from_whole(number: i128, cell: Cell) -> Option<Self> {
        let number = match u64::try_from(number) {
            Ok(count) if !cell.is_change() => Number::Count(count),
            _ => Number::Change(i64::try_from(number).ok()?),
        };
        Some(Self::Value(number))
    }

    /// A word of the JSON contract: an explicit nothing or a decimal. `Decimal` itself would also
    /// take `1e3` and `1_234`.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        let plain = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
        match word {
            NONE => Some(Self::Mark),
            _ if word.chars().all(plain) => Some(Number::Amount(Decimal::from_str_exact(word).ok()?).into()),
            _ => None,
        }
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Blank => serializer.serialize_unit(),
            Self::Mark => serializer.serialize_str(NONE),
            Self::Unreadable(text) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry(UNREADABLE, text)?;
                map.end()
            }
            Self::Value(Number::Count(count)) => serializer.serialize_u64(*count),
            Self::Value(Number::Change(change)) => serializer.serialize_i64(*change),
            Self::Value(Number::Amount(amount)) => serializer.collect_str(amount),
        }
    }
}
