//! One annual report.

use super::{Entry, ExtraRow, Introduction, Kind, Level, Narrative, Number, Period};
use crate::form::{
    Applicants, Cell, Challenges, Edition, Editions, Figures, Overall, ProactiveRow, ProactiveRows, Results,
    Rows, Sign, Term, Unit, Which,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::ops::{Index, IndexMut};

/// A 政府信息公开工作年度报告: what one body says of one year.
///
/// A report is read from a page ([`gongkai::read`](crate::read())), loaded from JSON, or written by
/// hand: every field is public, a row takes an array of its cells, and each cell has an address.
///
/// ```
/// use gongkai::form::{Applicant, Cell, Edition, Row};
/// use gongkai::report::{Number, Period, Report};
///
/// // The form of 2021 with a zero in every cell.
/// let mut report = Report::filled(Edition::E2021, 0);
/// report.title = Some("澄岭县人民政府2024年政府信息公开工作年度报告".to_owned());
/// report.agency = Some("澄岭县人民政府".to_owned());
/// report.year = Some(2024);
/// report.period = Period::of_year(2024);
/// report.overview = "全年制发行政规范性文件4件。".into();
///
/// report.proactive.normative_documents.issued = 4.into();
/// report.proactive.normative_documents.in_force = 31.into();
/// report.proactive.fees.amount = Number::Amount("412.6".parse()?).into();
/// // 自然人, five kinds of 法人或其他组织, 总计.
/// report.applications[Row::Received] = [38, 5, 0, 1, 2, 0, 46].into();
/// report.applications[Row::Granted] = [38, 5, 0, 1, 2, 0, 46].into();
/// report.applications[Row::OutcomesTotal] = [38, 5, 0, 1, 2, 0, 46].into();
/// // 结果维持, 结果纠正, 其他结果, 尚未审结, 总计.
/// report.challenges.review = [3, 1, 0, 1, 5].into();
///
/// let cell = Cell::Applications(Row::Received, Applicant::Enterprise);
/// assert_eq!(report.get(cell).count(), Some(5));
/// assert!(gongkai::check(&report).findings.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
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
    /// A report on the form of an edition in which every cell says the same, as 0 or
    /// [`Entry::Blank`]; empty for [`Edition::E2014`], whose cells have no addresses.
    pub fn filled(edition: Edition, entry: impl Into<Entry>) -> Self {
        let entry = entry.into();
        let mut report = Self { editions: Editions::all(edition), ..Self::default() };
        for cell in Cell::of(edition) {
            *report.entry_mut(cell) = match (&entry, cell) {
                (Entry::Value(number), cell) if cell.is_amount() => number.decimal().into(),
                (Entry::Value(Number::Count(0)), cell) if cell.is_change() => Number::Change(0).into(),
                _ => entry.clone(),
            };
        }
        report
    }

    /// What a cell says. A cell that the form does not have is absent.
    pub fn get(&self, cell: Cell) -> &Entry {
        match cell {
            Cell::Proactive(row, column) => &self.proactive[row][column],
            Cell::Applications(row, column) => &self.applications[row][column],
            Cell::Challenges(row, column) => &self.challenges[row][column],
        }
    }

    /// A signed sum of cells; none if one of them says neither a number nor an explicit nothing, or is
    /// one of another report.
    ///
    /// ```
    /// use gongkai::form::{Edition, relations};
    /// let report = gongkai::Report::filled(Edition::E2021, 1);
    /// let of_kinds = &relations(Edition::E2021)[0].parts;
    /// assert_eq!(report.sum(of_kinds), Some(6.into()));
    /// ```
    pub fn sum(&self, terms: &[Term]) -> Option<Decimal> {
        terms.iter().try_fold(Decimal::ZERO, |sum, term| {
            let value = match self.get(term.cell) {
                _ if term.which != Which::This => return None,
                Entry::Value(number) => number.decimal(),
                Entry::Mark => Decimal::ZERO,
                _ => return None,
            };
            match term.sign {
                Sign::Plus => sum.checked_add(value),
                Sign::Minus => sum.checked_sub(value),
            }
        })
    }

    /// The unit of an amount: that of the form, or for 采购总金额 of 2019 the one on the page. None for
    /// counts.
    pub fn unit(&self, cell: Cell) -> Option<Unit> {
        let own = self.proactive.procurement_unit.filter(|_| cell.is_amount());
        cell.unit().or(own)
    }

    /// Writes a cell.
    ///
    /// # Errors
    /// [`NotInForm`] when no edition of the form has such a cell; nothing is written then.
    pub fn set(&mut self, cell: Cell, entry: impl Into<Entry>) -> Result<(), NotInForm> {
        if cell.edition().is_none() {
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

    /// The prose of a section; of those with a table, what stands beside it.
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
