//! Editions of the form and the years they are in force for.

use serde::{Deserialize, Serialize};

/// An edition of the official form, named after its first report year.
///
/// Which edition a page uses is decided by its headers, block by block, never by its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Edition {
    /// 国办发〔2014〕32号 政府信息公开情况统计表, report years 2014–2018.
    #[serde(rename = "2014")]
    E2014,
    /// 国办公开办函〔2019〕60号 (试行), report years 2019 and 2020.
    #[serde(rename = "2019")]
    E2019,
    /// 国办公开办函〔2021〕30号, report years 2021 and later.
    #[serde(rename = "2021")]
    E2021,
}

impl Edition {
    /// The editions with six sections and three tables.
    pub const CURRENT: &'static [Self] = &[Self::E2019, Self::E2021];

    /// The edition in force for a report year, if there was a national form.
    ///
    /// ```
    /// use gongkai::form::Edition;
    /// assert_eq!(Edition::in_force(2020), Some(Edition::E2019));
    /// assert_eq!(Edition::in_force(2012), None);
    /// ```
    pub fn in_force(year: i32) -> Option<Self> {
        match year {
            ..=2013 => None,
            2014..=2018 => Some(Self::E2014),
            2019..=2020 => Some(Self::E2019),
            _ => Some(Self::E2021),
        }
    }

    /// The act that issued it.
    pub const fn act(self) -> &'static str {
        match self {
            Self::E2014 => "国办发〔2014〕32号",
            Self::E2019 => "国办公开办函〔2019〕60号",
            Self::E2021 => "国办公开办函〔2021〕30号",
        }
    }

    /// The year in its name.
    pub const fn year(self) -> i32 {
        match self {
            Self::E2014 => 2014,
            Self::E2019 => 2019,
            Self::E2021 => 2021,
        }
    }
}

/// The edition of each table of a page, as its headers and rows show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Editions {
    /// 二、主动公开政府信息情况
    pub proactive: Option<Edition>,
    /// 三、收到和处理政府信息公开申请情况
    pub applications: Option<Edition>,
    /// 四、政府信息公开行政复议、行政诉讼情况 (the same in both: follows the other blocks)
    pub challenges: Option<Edition>,
}

/// The edition of a whole page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Overall {
    /// Every block that tells is of this edition.
    One(Edition),
    /// Blocks differ.
    Mixed(Mixed),
}

/// The word `mixed` of the JSON contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mixed {
    /// `"mixed"`
    Mixed,
}

impl Editions {
    /// Every table of one edition.
    pub const fn all(edition: Edition) -> Self {
        let edition = Some(edition);
        Self { proactive: edition, applications: edition, challenges: edition }
    }

    /// The edition of the whole page: one, mixed, or unknown.
    pub fn overall(self) -> Option<Overall> {
        let told = [self.proactive, self.applications, self.challenges].into_iter().flatten();
        let mut told = told.collect::<Vec<_>>();
        told.dedup();
        match told[..] {
            [] => None,
            [one] => Some(Overall::One(one)),
            _ => Some(Overall::Mixed(Mixed::Mixed)),
        }
    }

    /// The edition, when every block that tells agrees.
    pub fn agreed(self) -> Option<Edition> {
        match self.overall() {
            Some(Overall::One(edition)) => Some(edition),
            _ => None,
        }
    }
}
