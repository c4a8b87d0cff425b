//! The two macros that turn one list into an enum, its data and, for columns, a record.

use super::Edition;

/// What the form says of one row, column, group or section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// The step of the cell path, as in FORM `applications.outcomes.granted`.
    pub path: &'static str,
    /// The official wording.
    pub label: &'static str,
    /// Wordings by which real pages are recognised, without blanks and in simplified characters:
    /// the heart of the official label and its known variants.
    pub keys: &'static [&'static str],
    /// The article or line that the row rests on, empty if the form alone asks for it.
    pub basis: &'static str,
    /// The editions whose form has it.
    pub editions: &'static [Edition],
}

impl Item {
    pub(super) const DEFAULT: Self =
        Self { path: "", label: "", keys: &[], basis: "", editions: Edition::CURRENT };
}

/// An enum whose variants carry an [`Item`] each; the doc comment of a variant is its label.
macro_rules! declare {
    ($(#[$meta:meta])* pub enum $Name:ident {
        $($Variant:ident = $label:literal { $($field:ident: $value:expr),* $(,)? })*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name { $(#[doc = $label] $Variant,)* }

        impl $Name {
            /// Every one, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),*];

            /// What the form says of it.
            pub const fn item(self) -> &'static $crate::form::Item {
                match self {
                    $(Self::$Variant => {
                        const ITEM: $crate::form::Item = $crate::form::Item {
                            label: $label, $($field: $value,)* ..$crate::form::Item::DEFAULT
                        };
                        &ITEM
                    })*
                }
            }

            /// The official wording.
            pub const fn label(self) -> &'static str {
                self.item().label
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
        $($field:ident: $Variant:ident = $label:literal { $($key:ident: $value:expr),* $(,)? })*
    }) => {
        declare! {
            $(#[$meta])*
            pub enum $Name {
                $($Variant = $label { path: stringify!($field), $($key: $value),* })*
            }
        }

        $(#[$record_meta])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $Record<T> { $(#[doc = $label] pub $field: T,)* }

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
