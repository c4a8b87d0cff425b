//! One annual report.

use super::{Entry, ExtraRow, Introduction, Kind, Level, Narrative, Period, Unit};
use crate::form::{
    Applicants, Cell, Challenges, Editions, Figures, Overall, ProactiveRow, ProactiveRows, Results, Rows,
};
use chrono::NaiveDate;
use std::ops::{Index, IndexMut};

/// A 政府信息公开工作年度报告: what one body says of one year.
///
/// ```
/// use gongkai::form::{Applicant, Cell, Row};
/// use gongkai::report::Report;
///
/// let mut report = Report::default();
/// report.applications[Row::Received].natural_person = 12.into();
/// report.challenges.review.upheld = 1.into();
/// assert_eq!(report.get(Cell::Applications(Row::Received, Applicant::NaturalPerson)).count(), Some(12));
/// assert_eq!(report.cells().count(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// The edition of each table.
    pub editions: Editions,
    /// The reporting body as printed, without pinyin noise.
    pub agency: Option<String>,
    /// Its administrative level.
    pub level: Option<Level>,
    /// What kind of body it is.
    pub kind: Option<Kind>,
    /// The year reported on.
    pub year: Option<i32>,
    /// The title as printed.
    pub title: Option<String>,
    /// The day of publication, when the page states one.
    pub published: Option<NaiveDate>,
    /// The time that the figures cover.
    pub period: Option<Period>,
    /// What stands before section 一.
    pub introduction: Introduction,
    /// 一、总体情况
    pub overview: Narrative,
    /// 二、主动公开政府信息情况
    pub proactive: Proactive,
    /// 三、收到和处理政府信息公开申请情况
    pub applications: Rows<Applicants<Entry>>,
    /// 四、政府信息公开行政复议、行政诉讼情况
    pub challenges: Challenges<Results<Entry>>,
    /// 五、存在的主要问题及改进情况
    pub improvement: Narrative,
    /// 六、其他需要报告的事项
    pub other_matters: Narrative,
    /// Prose that stands beside the tables of 二, 三 and 四.
    pub remarks: Remarks,
    /// Rows that are printed in a table and have no place in the form.
    pub extra_rows: Vec<ExtraRow>,
}

/// Table 二, with the unit of 采购总金额 if the page names one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Proactive {
    /// The rows.
    pub rows: ProactiveRows<Figures<Entry>>,
    /// The unit of `proactive.procurement.amount`, from the cell or the header.
    pub procurement_unit: Option<Unit>,
}

impl std::ops::Deref for Proactive {
    type Target = ProactiveRows<Figures<Entry>>;
    fn deref(&self) -> &Self::Target {
        &self.rows
    }
}

impl std::ops::DerefMut for Proactive {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.rows
    }
}

impl Index<ProactiveRow> for Proactive {
    type Output = Figures<Entry>;
    fn index(&self, row: ProactiveRow) -> &Self::Output {
        &self.rows[row]
    }
}

impl IndexMut<ProactiveRow> for Proactive {
    fn index_mut(&mut self, row: ProactiveRow) -> &mut Self::Output {
        &mut self.rows[row]
    }
}

/// Prose beside the tables.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Remarks {
    /// In section 二.
    #[serde(skip_serializing_if = "Narrative::is_empty")]
    pub proactive: Narrative,
    /// In section 三.
    #[serde(skip_serializing_if = "Narrative::is_empty")]
    pub applications: Narrative,
    /// In section 四.
    #[serde(skip_serializing_if = "Narrative::is_empty")]
    pub challenges: Narrative,
}

/// A cell that no edition of the form has, such as `proactive.rules.amount`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no edition of the form has the cell `{0}`")]
pub struct NotInForm(pub Cell);

impl Report {
    /// What a cell says. A cell that the form does not have is absent.
    pub fn get(&self, cell: Cell) -> &Entry {
        match cell {
            Cell::Proactive(row, column) => &self.proactive[row][column],
            Cell::Applications(row, column) => &self.applications[row][column],
            Cell::Challenges(row, column) => &self.challenges[row][column],
        }
    }

    /// Writes a cell.
    ///
    /// # Errors
    /// [`NotInForm`] when no edition of the form has such a cell; nothing is written then.
    pub fn set(&mut self, cell: Cell, entry: impl Into<Entry>) -> Result<(), NotInForm> {
        if !crate::form::Edition::CURRENT.iter().any(|&edition| cell.is_in(edition)) {
            return Err(NotInForm(cell));
        }
        *self.entry_mut(cell) = entry.into();
        Ok(())
    }

    pub(crate) fn entry_mut(&mut self, cell: Cell) -> &mut Entry {
        match cell {
            Cell::Proactive(row, column) => &mut self.proactive[row][column],
            Cell::Applications(row, column) => &mut self.applications[row][column],
            Cell::Challenges(row, column) => &mut self.challenges[row][column],
        }
    }

    /// Every cell that is printed, in the order of the form.
    pub fn cells(&self) -> impl Iterator<Item = (Cell, &Entry)> {
        Cell::all().map(|cell| (cell, self.get(cell))).filter(|(_, entry)| !entry.is_absent())
    }

    /// The edition of the whole page.
    pub fn edition(&self) -> Option<Overall> {
        self.editions.overall()
    }

    /// The three narrative sections, with what they are.
    pub fn narrative(&self, section: crate::form::SectionKind) -> &Narrative {
        use crate::form::SectionKind as S;
        match section {
            S::Overview => &self.overview,
            S::Proactive => &self.remarks.proactive,
            S::Applications => &self.remarks.applications,
            S::Challenges => &self.remarks.challenges,
            S::Improvement => &self.improvement,
            S::OtherMatters => &self.other_matters,
        }
    }

    pub(crate) fn narrative_mut(&mut self, section: crate::form::SectionKind) -> &mut Narrative {
        use crate::form::SectionKind as S;
        match section {
            S::Overview => &mut self.overview,
            S::Proactive => &mut self.remarks.proactive,
            S::Applications => &mut self.remarks.applications,
            S::Challenges => &mut self.remarks.challenges,
            S::Improvement => &mut self.improvement,
            S::OtherMatters => &mut self.other_matters,
        }
    }
}
