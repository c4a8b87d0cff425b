//! The styles of an Excel workbook since 2007.

use super::Formats;
use crate::source::package::xml::{Event, Xml};
use crate::source::spreadsheet::NAME;
use crate::{Error, Limits};

impl Formats {
    /// Reads the part with the styles.
    pub(in crate::source::spreadsheet) fn read_styles(
        &mut self,
        part: &str,
        limits: Limits,
    ) -> Result<(), Error> {
        let mut xml = Xml::new(part, NAME, limits);
        // Styles that others are based on have the same elements in another list.
        let (mut depth, mut in_cells) = (0_usize, None);
        while let Some(event) = xml.next()? {
            match event {
                Event::Open(tag) => {
                    depth += 1;
                    match tag.name() {
                        "numFmt" if in_cells.is_none() => {
                            let code = tag.get("formatCode").unwrap_or_default().into_owned();
                            self.define(tag.number("numFmtId").unwrap_or(0), code);
                        }
                        "cellXfs" => in_cells = Some(depth),
                        "xf" if in_cells.is_some() => self.add_style(tag.number("numFmtId").unwrap_or(0)),
                        _ => {}
                    }
                }
                Event::Close => {
                    in_cells = in_cells.filter(|at| *at != depth);
                    depth = depth.saturating_sub(1);
                }
                Event::Text(_) => {}
            }
        }
        Ok(())
    }
}
