//! The units of amounts.

use serde::{Deserialize, Serialize};

/// The unit of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// 元
    #[serde(rename = "元")]
    Yuan,
    /// 万元, 10,000 yuan
    #[serde(rename = "万元")]
    TenThousandYuan,
    /// 亿元, 100,000,000 yuan
    #[serde(rename = "亿元")]
    HundredMillionYuan,
}

impl Unit {
    /// Every one, the smallest first.
    pub const ALL: &'static [Self] = &[Self::Yuan, Self::TenThousandYuan, Self::HundredMillionYuan];

    /// As pages and the JSON contract write it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Yuan => "元",
            Self::TenThousandYuan => "万元",
            Self::HundredMillionYuan => "亿元",
        }
    }
}
