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

/// What an input may be at most. Over a limit, reading stops with [`Error::TooLarge`](crate::Error::TooLarge),
/// which names the limit; spans are cut instead, as browsers do, and problems are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of the input, of its text once decoded, and of all that is unpacked from it.
    pub bytes: usize,
    /// Files that a Word file or workbook consists of.
    pub parts: usize,
    /// How deep elements of a page may nest.
    pub depth: usize,
    /// Pages of a document.
    pub pages: usize,
    /// Bytes that the compressed parts of a document may hold together once expanded. What a PDF draws
    /// counts besides, eight times as much, and again when it is drawn again.
    pub expanded: usize,
    /// Elements of a page, with their attributes, or of a part of a Word file or workbook; characters and
    /// ruling lines of a PDF. However high it is, there may be no more than the page
    /// has bytes: only what a browser adds for formatting that nobody closes could be more.
    pub elements: usize,
    /// Attributes of one tag.
    pub attributes: usize,
    /// Lines of a page outside of tables, of which blank ones count.
    pub lines: usize,
    /// Cells of all tables of a page together, the numbers of lines that may be tables among them.
    pub cells: usize,
    /// Columns that one cell or one row may span; longer ones are cut.
    pub columns: usize,
    /// Rows that one cell may span; longer ones are cut.
    pub rows: usize,
    /// Problems of reading the tables that are told; a last one says how many more there were.
    pub problems: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            parts: 1 << 14,
            depth: 512,
            pages: 2000,
            expanded: 512 << 20,
            elements: 1 << 22,
            attributes: 4096,
            lines: 1 << 20,
            cells: 1 << 20,
            columns: 1000,
            rows: 65_534,
            problems: 1000,
        }
    }
}
