//! The six sections of a report.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

declare! {
    /// A section of the form.
    pub enum SectionKind {
        Overview = "一、总体情况" { path: "overview", variants: &["总体工作情况"] }
        Proactive = "二、主动公开政府信息情况" {
            path: "proactive", variants: &["主动公开政府政府情况", "主动公开情况"]
        }
        Applications = "三、收到和处理政府信息公开申请情况" {
            path: "applications",
            variants: &["收到和处理政府信息公开申请的情况", "收到和处理政府信息公开情况"]
        }
        Challenges = "四、政府信息公开行政复议、行政诉讼情况" {
            path: "challenges",
            variants: &["政府信息公开行政复议和行政诉讼情况", "政府信息公开行政复议及行政诉讼情况", "被申请行政复议、提起行政诉讼情况", "被申请行政复议提起行政诉讼情况"]
        }
        Improvement = "五、存在的主要问题及改进情况" {
            path: "improvement", variants: &["存在的主要问题", "存在主要问题", "存在的问题", "存在问题"]
        }
        OtherMatters = "六、其他需要报告的事项" {
            path: "other_matters", variants: &["其他需要报告事项", "其它需要报告的事项", "其它需要报告事项"]
        }
    }
}

impl SectionKind {
    /// How 条例 第五十条 words it, where the form words it otherwise. Reports use either.
    ///
    /// ```
    /// use gongkai::form::SectionKind;
    /// assert_eq!(SectionKind::Proactive.in_regulations(), Some("行政机关主动公开政府信息的情况"));
    /// assert_eq!(SectionKind::Overview.in_regulations(), None);
    /// ```
    pub const fn in_regulations(self) -> Option<&'static str> {
        match self {
            Self::Overview | Self::OtherMatters => None,
            Self::Proactive => Some("行政机关主动公开政府信息的情况"),
            Self::Applications => Some("行政机关收到和处理政府信息公开申请的情况"),
            Self::Challenges => Some("因政府信息公开工作被申请行政复议、提起行政诉讼的情况"),
            Self::Improvement => Some("政府信息公开工作存在的主要问题及改进情况"),
        }
    }

    /// The section that the JSON contract calls by a name, such as `other_matters`.
    pub fn from_path(path: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|section| section.path() == path)
    }
}

impl Serialize for SectionKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.path())
    }
}

impl<'de> Deserialize<'de> for SectionKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let path = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::from_path(&path).ok_or_else(|| serde::de::Error::custom(format!("no section `{path}`")))
    }
}
