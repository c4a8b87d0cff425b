//! What makes reading impossible. Everything else is a [`Problem`](crate::read::Problem).

use crate::message::Message;

/// Why an input could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is empty or holds nothing but blanks.
    #[error("the input is empty")]
    Empty,
    /// The input is not text: it is binary, or in an encoding that was not recognised.
    #[error("the input is not text: {0}")]
    NotText(String),
    /// The input is a page, but not a 政府信息公开工作年度报告.
    #[error("not an annual report: neither its title, nor its introduction, nor a statutory table was found")]
    NotAReport,
    /// The input is over a limit of [`Limits`](crate::Limits).
    #[error("{what} over the limit `{limit}` of {allowed}")]
    TooLarge {
        /// The field of `Limits`.
        limit: &'static str,
        /// What is over it.
        what: &'static str,
        /// What it allows.
        allowed: usize,
    },
    /// The input needs a cargo feature that is not enabled.
    #[error("{what} needs the cargo feature `{feature}`")]
    FeatureNeeded {
        /// The feature.
        feature: &'static str,
        /// What was found.
        what: &'static str,
    },
}

impl Error {
    /// The kind, in kebab-case, as in the JSON contract.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotText(_) => "not-text",
            Self::NotAReport => "not-a-report",
            Self::TooLarge { .. } => "too-large",
            Self::FeatureNeeded { .. } => "feature-needed",
        }
    }

    /// The error in both languages.
    pub fn message(&self) -> Message {
        let zh = match self {
            Self::Empty => "输入为空".to_owned(),
            Self::NotText(why) => format!("输入不是文本：{why}"),
            Self::NotAReport => "不是政府信息公开工作年度报告：未见标题、引言或法定表格".to_owned(),
            Self::TooLarge { limit, allowed, .. } => format!("超出限制 {limit}（最多 {allowed}）"),
            Self::FeatureNeeded { feature, .. } => format!("需要启用 cargo 特性 {feature}"),
        };
        Message::new(zh, self.to_string())
    }
}
