//! Who reports, and for which time.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The administrative level of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 中央
    Central,
    /// 省、自治区、直辖市、新疆生产建设兵团
    Province,
    /// 设区的市、自治州、地区、盟
    Prefecture,
    /// 县、县级市、区、旗
    County,
    /// 镇、乡、民族乡、苏木、街道
    Township,
}

/// What kind of body reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 人民政府 and the 办公厅 or 办公室 that reports for it; 镇, 乡 and 街道 bodies too
    Government,
    /// 厅, 局, 委, 其他办公室, 中心, 支队, 院 …
    Department,
    /// 新区, 开发区, 高新区, 管委会
    Zone,
}

/// The time that the figures cover (统计期限), both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub start: NaiveDate,
    /// The last day.
    pub end: NaiveDate,
}

impl Period {
    /// 1 January to 31 December of a year, which is what the form asks for.
    pub fn of_year(year: i32) -> Option<Self> {
        let start = NaiveDate::from_ymd_opt(year, 1, 1)?;
        Some(Self { start, end: NaiveDate::from_ymd_opt(year, 12, 31)? })
    }

    /// The year in which it lies, if it lies in one.
    pub fn year(self) -> Option<i32> {
        (self.start.year() == self.end.year()).then(|| self.start.year())
    }
}
