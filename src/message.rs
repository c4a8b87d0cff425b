//! Messages in Chinese and English, side by side.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A message in both languages; neither can be left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// In Chinese.
    pub zh: Cow<'static, str>,
    /// In English.
    pub en: Cow<'static, str>,
}

impl Message {
    pub(crate) fn new(zh: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// A message that never varies.
    pub(crate) const fn fixed(zh: &'static str, en: &'static str) -> Self {
        Self { zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    /// Goes on with more words.
    pub(crate) fn push(&mut self, zh: &str, en: &str) {
        self.zh.to_mut().push_str(zh);
        self.en.to_mut().push_str(en);
    }

    /// The message in one language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

/// The language of messages for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// 中文
    #[default]
    Chinese,
    /// English
    English,
}
