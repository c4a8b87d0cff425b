//! Plain text.
use super::builder::Document;
use crate::{Error, Options};
use std::borrow::Cow;
pub(super) fn document<'a>(text: &'a str, _options: &Options) -> Result<Document<'a>, Error> {
    Ok(Document { text: Cow::Borrowed(text), pieces: Vec::new(), is_source: true, head_title: None })
}
