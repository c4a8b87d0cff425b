//! The two macros that turn one list into an enum, its data and, for columns, a record.

use super::Edition;

/// What the form says of one row, column, group or section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Item {
    /// The step of the cell path, as in FORM `applications.outcomes.granted`.
    pub path: &'static str,
    /// The official wording, in the edition in force where editions differ.
    pub label: &'static str,
    /// The wording of the edition 2019, where it is another.
    pub label_2019: Option<&'static str>,
    /// Whether the label is known only whole: without its ordinal, as 3.其他, it says too little.
    pub whole: bool,
    /// Further wordings of real pages, without blanks and in simplified characters.
    pub variants: &'static [&'static str],
    /// The article or line that the row rests on, empty if the form alone asks for it.
    pub basis: &'static str,
    /// The editions whose form has it.
    pub editions: &'static [Edition],
}

impl Item {
    pub(super) const DEFAULT: Self = Self {
        path: "",
        label: "",
        label_2019: None,
        whole: false,
        variants: &[],
        basis: "",
        editions: Edition::CURRENT,
    };

    /// The official wording in an edition.
    ///
    /// ```
    /// use gongkai::form::{Edition, ProactiveColumn};
    /// let decisions = ProactiveColumn::Decisions.item();
    /// assert_eq!(decisions.label_in(Edition::E2021), "本年处理决定数量");
    /// assert_eq!(decisions.label_in(Edition::E2019), "处理决定数量");
    /// ```
    pub const fn label_in(&self, edition: Edition) -> &'static str {
        match (edition, self.label_2019) {
            (Edition::E2019, Some(label)) => label,
            _ => self.label,
        }
    }

    /// The official wordings of all editions, that of the edition in force first.
    pub fn labels(&self) -> impl Iterator<Item = &'static str> + use<> {
        [Some(self.label), self.label_2019].into_iter().flatten()
    }

    /// The words by which real pages are recognised: the official ones without ordinal and without
    /// the explanation behind them, then the variants.
    ///
    /// ```
    /// use gongkai::form::Row;
    /// let mut words = Row::PartlyGranted.item().words();
    /// assert_eq!(words.next(), Some("部分公开"));
    /// ```
    pub fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        let whole = self.whole;
        let official = self.labels().map(move |label| if whole { label } else { heart(label) });
        official.chain(self.variants.iter().copied())
    }
}

/// A label without its ordinal (一、 （一） 1.) and without the explanation in brackets behind it.
fn heart(label: &'static str) -> &'static str {
    let bracketed = label.strip_prefix('（').and_then(|rest| rest.split_once('）'));
    let marked = || label.split_once(['、', '.']).filter(|(ordinal, _)| ordinal.chars().count() == 1);
    let rest = bracketed.or_else(marked).map_or(label, |(_, rest)| rest);
    rest.split_once('（').map_or(rest, |(rest, _)| rest)
}

/// An enum whose variants carry an [`Item`] each; the doc comment of a variant is its label. Where the
/// edition 2019 words it otherwise, that stands behind the label: `= "…" (2019: "…")`.
macro_rules! declare {
    ($(#[$meta:meta])* pub enum $Name:ident {
        $($Variant:ident = $label:literal $((2019: $label_2019:literal))? {
            $($field:ident: $value:expr),* $(,)?
        })*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name {
            $(#[doc = $label] $(#[doc = concat!("\n\nIn the edition 2019: ", $label_2019)])? $Variant,)*
        }

        impl $Name {
            /// Every one, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),*];

            /// What the form says of it.
            pub const fn item(self) -> &'static $crate::form::Item {
                match self {
                    $(Self::$Variant => {
                        const ITEM: $crate::form::Item = $crate::form::Item {
                            label: $label,
                            $(label_2019: Some($label_2019),)?
                            $($field: $value,)*
                            ..$crate::form::Item::DEFAULT
                        };
                        &ITEM
                    })*
                }
            }

            /// The official wording, in the edition in force where editions differ.
            pub const fn label(self) -> &'static str {
                self.item().label
            }

            /// The official wording in an edition.
            pub const fn label_in(self, edition: $crate::form::Edition) -> &'static str {
                self.item().label_in(edition)
            }

            /// Its step in a cell path.
            pub const fn path(self) -> &'static str {
                self.item().path
            }

            /// Whether the form of this edition has it.
            pub fn is_in(self, edition: $crate::form::Edition) -> bool {
                self.item().editions.contains(&edition)
            }
        }
    };
}

/// [`declare!`] plus a record with one field a variant, indexed by the enum; the field is the path.
macro_rules! declare_record {
    ($(#[$meta:meta])* pub enum $Name:ident
     $(#[$record_meta:meta])* pub struct $Record:ident {
        $($field:ident: $Variant:ident = $label:literal $((2019: $label_2019:literal))? {
            $($key:ident: $value:expr),* $(,)?
        })*
    }) => {
        declare! {
            $(#[$meta])*
            pub enum $Name {
                $($Variant = $label $((2019: $label_2019))? { path: stringify!($field), $($key: $value),* })*
            }
        }

        $(#[$record_meta])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $Record<T> {
            $(#[doc = $label] $(#[doc = concat!("\n\nIn the edition 2019: ", $label_2019)])? pub $field: T,)*
        }

        impl<T> $Record<T> {
            /// Every value, in the order of the form.
            pub const fn each(&self) -> [&T; $Name::ALL.len()] {
                [$(&self.$field),*]
            }
        }

        /// One value each, in the order of the form.
        impl<T, U: Into<T>> From<[U; $Name::ALL.len()]> for $Record<T> {
            fn from([$($field),*]: [U; $Name::ALL.len()]) -> Self {
                Self { $($field: $field.into()),* }
            }
        }

        impl<T> std::ops::Index<$Name> for $Record<T> {
            type Output = T;
            fn index(&self, index: $Name) -> &T {
                match index { $($Name::$Variant => &self.$field,)* }
            }
        }

        impl<T> std::ops::IndexMut<$Name> for $Record<T> {
            fn index_mut(&mut self, index: $Name) -> &mut T {
                match index { $($Name::$Variant => &mut self.$field,)* }
            }
        }
    };
}
