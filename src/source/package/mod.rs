//! Files that are ZIPs of XML parts: Word files and workbooks, taken out within limits.
//!
//! What is unpacked is counted while it is inflated, whatever the ZIP says of its sizes: all parts that are
//! asked for may together have no more than [`Limits::bytes`](crate::Limits). A part that nobody asks for
//! is never unpacked.

mod relations;
pub(super) mod xml;

pub(super) use relations::{Relation, main_part, relations};

use super::builder::within;
use crate::{Error, Options};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// A ZIP of parts.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The parts by their names, as they are compared: in lower case.
    parts: HashMap<String, usize>,
    /// What the file is called in errors.
    container: &'static str,
    options: &'a Options,
    /// How many bytes may still be unpacked.
    left: usize,
}

impl<'a> Package<'a> {
    /// Opens a file of which is known that it is a ZIP.
    pub(super) fn open(
        bytes: &'a [u8],
        container: &'static str,
        options: &'a Options,
    ) -> Result<Self, Error> {
        within("parts", "files in the ZIP", listed(bytes), options.limits.parts)?;
        let broken = |error: ZipError| Error::Broken { container, why: error.to_string() };
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        let name = |name: &[u8]| part_name(&String::from_utf8_lossy(name));
        let parts = archive.file_names_raw().enumerate().map(|(at, raw)| (name(raw), at)).collect();
        Ok(Self { archive, parts, container, options, left: options.limits.bytes })
    }

    /// The first part in alphabetical order whose name says so.
    pub(super) fn find(&self, is: impl Fn(&str) -> bool) -> Option<String> {
        self.parts.keys().filter(|name| is(name)).min().cloned()
    }

    /// The text of a part; none if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Error> {
        let Some(&at) = self.parts.get(&part_name(name)) else { return Ok(None) };
        let bytes = self.unpack(at)?;
        if bytes.is_empty() {
            return Ok(Some(String::new()));
        }
        let (text, _) = super::decode(&bytes, self.options)?;
        Ok(Some(text.into_owned()))
    }

    fn unpack(&mut self, at: usize) -> Result<Vec<u8>, Error> {
        let container = self.container;
        let broken = |error: &dyn std::error::Error| Error::Broken { container, why: error.to_string() };
        let (all, before, mut bytes) = (self.options.limits.bytes, self.left, Vec::new());
        let file = match self.archive.by_index(at) {
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(Error::Encrypted),
            file => file.map_err(|error| broken(&error))?,
        };
        file.take(before as u64 + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        within("bytes", "unpacked parts of the file", all - before + bytes.len(), all)?;
        self.left -= bytes.len();
        Ok(bytes)
    }
}

/// How many files a ZIP lists, before anything is believed of it: the marks of their entries.
fn listed(bytes: &[u8]) -> usize {
    const MARK: &[u8] = b"PK\x01\x02";
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == MARK[0]);
    starts.filter(|&(at, _)| bytes[at..].starts_with(MARK)).count()
}

/// The name of a part as it is compared.
fn part_name(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase()
}
