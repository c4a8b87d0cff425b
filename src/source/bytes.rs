//! From bytes to text.
use crate::{Error, Options};
use std::borrow::Cow;

/// Decodes.
pub fn decode<'a>(bytes: &'a [u8], _options: &Options) -> Result<(Cow<'a, str>, bool), Error> {
    Ok((String::from_utf8_lossy(bytes), false))
}
