//! Web pages.
use super::builder::{Builder, Document};
use crate::{Error, Options};
pub(super) fn document(_text: &str, options: &Options) -> Result<Document<'static>, Error> {
    Ok(Builder::new(options.limits).finish(None))
}
