//! Options, with limits that any input must keep.

/// How to read and check. The default is meant for pages of government sites.
///
/// ```
/// let options = gongkai::Options::default();
/// assert_eq!(options.limits.bytes, 64 << 20);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Options {
    /// What an input may be at most.
    pub limits: Limits,
    /// What is known of the input beside its bytes.
    pub hints: Hints,
    /// Which rules to run; all of them unless told otherwise.
    pub rules: Selection,
}

/// What is known of an input beside its bytes. What it is, a web page, a Word file …, is told by the bytes
/// alone: names and media types of government sites are often wrong.
///
/// ```
/// let mut options = gongkai::Options::default();
/// options.hints.charset = Some("gbk".to_owned());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Hints {
    /// The charset that the server named (`Content-Type: text/html; charset=…`). It stands before what the
    /// page declares, and is as little believed: only if all bytes make sense under it.
    pub charset: Option<String>,
}

/// Which rules to run. `check` knows their names and builds selections from them, so that none
/// can hold an unknown one: see `Selection::only` and `Selection::except`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// The rules that do not run.
    pub(crate) excluded: Vec<&'static str>,
}

/// One list gives the limits, their defaults and what they mean, for the type and for the README.
macro_rules! limits {
    ($($(#[doc = $doc:literal])+ $limit:ident = $default:expr;)*) => {
        /// What an input may be at most. Over a limit, reading stops with
        /// [`Error::TooLarge`](crate::Error::TooLarge), which names the limit; spans are cut instead, as
        /// browsers do, and problems are left out.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct Limits {
            $($(#[doc = $doc])+ pub $limit: usize,)*
        }

        impl Default for Limits {
            fn default() -> Self {
                Self { $($limit: $default,)* }
            }
        }

        /// The name of each limit, its default and what it means.
        #[cfg(test)]
        const LIMITS: &[(&str, usize, &str)] = &[$((stringify!($limit), $default, concat!($($doc),+)),)*];
    };
}

limits! {
    /// Bytes of the input, of its text once decoded, and of all that is unpacked from it.
    bytes = 64 << 20;
    /// Files that a Word file or workbook consists of.
    parts = 1 << 14;
    /// How deep elements of a page may nest.
    depth = 512;
    /// Pages of a document.
    pages = 2000;
    /// Bytes that the compressed parts of a document may hold together once expanded. What a PDF draws
    /// counts besides, eight times as much, and again when it is drawn again.
    expanded = 512 << 20;
    /// Elements of a page, with their attributes, or of a part of a Word file or workbook; characters and
    /// ruling lines of a PDF. However high it is, there may be no more than the page
    /// has bytes: only what a browser adds for formatting that nobody closes could be more.
    elements = 1 << 22;
    /// Attributes of one tag.
    attributes = 4096;
    /// Lines of a page outside of tables, of which blank ones count.
    lines = 1 << 20;
    /// Cells of all tables of a page together, the numbers of lines that may be tables among them.
    cells = 1 << 20;
    /// Columns that one cell or one row may span; longer ones are cut.
    columns = 1000;
    /// Rows that one cell may span; longer ones are cut.
    rows = 65_534;
    /// Problems of reading the tables that are told; a last one says how many more there were.
    problems = 1000;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number as the README prints it.
    fn printed(number: usize, what: &str) -> String {
        if what.trim_start().starts_with("Bytes") {
            return format!("{} MiB", number >> 20);
        }
        let digits = number.to_string();
        let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
        groups.join(",")
    }

    #[test]
    fn the_readme_lists_every_limit_with_its_default() {
        let row = |(name, default, what): &(&str, usize, &str)| {
            format!("| `{name}` | {} | {} |\n", printed(*default, what), what.trim())
        };
        let table: String = LIMITS.iter().map(row).collect();
        let readme = include_str!("../README.md");
        assert!(readme.contains(&table), "the README does not have these rows:\n{table}");
        let is_row = |line: &&str| LIMITS.iter().any(|(name, ..)| line.starts_with(&format!("| `{name}` |")));
        assert_eq!(readme.lines().filter(is_row).count(), LIMITS.len(), "rows that stand elsewhere");
    }
}
