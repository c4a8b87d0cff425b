//! Table 三: 收到和处理政府信息公开申请情况.

use super::Edition;
use std::ops::{Index, IndexMut};

const E2019: &[Edition] = &[Edition::E2019];
const E2021: &[Edition] = &[Edition::E2021];

declare_record! {
    /// A column of table 三: who applied (申请人情况), and the total.
    pub enum Applicant
    /// One value a column of table 三.
    pub struct Applicants {
        natural_person: NaturalPerson = "自然人" {}
        enterprise: Enterprise = "商业企业" {}
        research: Research = "科研机构" {}
        public_welfare: PublicWelfare = "社会公益组织" {}
        legal_service: LegalService = "法律服务机构" {}
        other: Other = "其他" {}
        total: Total = "总计" { variants: &["合计"] }
    }
}

impl Applicant {
    /// The six kinds of applicant, without 总计.
    pub const KINDS: &'static [Self] = Self::ALL.split_last().expect("seven columns").1;
}

declare! {
    /// A group of rows under 三、本年度办理结果.
    pub enum Group {
        Denied = "（三）不予公开" { path: "denied" }
        Unavailable = "（四）无法提供" { path: "unavailable" }
        NotProcessed = "（五）不予处理" { path: "not_processed" }
        Other = "（六）其他处理" {
            path: "other", whole: true, variants: &["其他处理", "(六)其他"], editions: E2021
        }
    }
}

declare! {
    /// A row of table 三.
    pub enum Row {
        Received = "一、本年新收政府信息公开申请数量" {
            path: "received", variants: &["本年新收政府信息公开申请", "新收政府信息公开申请"]
        }
        CarriedIn = "二、上年结转政府信息公开申请数量" {
            path: "carried_in",
            variants: &["上年度结转政府信息公开申请数量", "上一年结转政府信息公开申请数量", "上一年度结转政府信息公开申请数量", "上年结转政府信息公开申请", "上年度结转政府信息公开申请"]
        }
        Granted = "（一）予以公开" { path: "outcomes.granted", basis: "条例第三十六条第一、二项" }
        PartlyGranted = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" {
            path: "outcomes.partly_granted", basis: "条例第三十七条"
        }
        StateSecret = "1.属于国家秘密" { path: "outcomes.denied.state_secret", basis: "条例第十四条" }
        ProhibitedByLaw = "2.其他法律行政法规禁止公开" {
            path: "outcomes.denied.prohibited_by_law", variants: &["其他法律、行政法规禁止公开"],
            basis: "条例第十四条"
        }
        SecurityAndStability = "3.危及“三安全一稳定”" {
            path: "outcomes.denied.security_and_stability", variants: &["危及三安全一稳定", "三安全一稳定"],
            basis: "条例第十四条"
        }
        ThirdPartyRights = "4.保护第三方合法权益" {
            path: "outcomes.denied.third_party_rights", basis: "条例第十五条"
        }
        InternalAffairs = "5.属于三类内部事务信息" {
            path: "outcomes.denied.internal_affairs", variants: &["三类内部事务信息"],
            basis: "条例第十六条第一款"
        }
        ProcessInformation = "6.属于四类过程性信息" {
            path: "outcomes.denied.process_information", variants: &["四类过程性信息"],
            basis: "条例第十六条第二款"
        }
        EnforcementFiles = "7.属于行政执法案卷" {
            path: "outcomes.denied.enforcement_files", variants: &["属于行政执法案卷信息", "行政执法案卷"],
            basis: "条例第十六条第二款"
        }
        AdministrativeInquiry = "8.属于行政查询事项" {
            path: "outcomes.denied.administrative_inquiry", variants: &["行政查询事项"],
            basis: "条例第三十六条第七项"
        }
        NotHeld = "1.本机关不掌握相关政府信息" {
            path: "outcomes.unavailable.not_held", variants: &["不掌握相关政府信息"],
            basis: "条例第三十六条第四、五项"
        }
        NeedsCreation = "2.没有现成信息需要另行制作" {
            path: "outcomes.unavailable.needs_creation", variants: &["没有现成信息"],
            basis: "条例第三十八条"
        }
        StillUnclear = "3.补正后申请内容仍不明确" {
            path: "outcomes.unavailable.still_unclear", basis: "条例第三十条"
        }
        Petition = "1.信访举报投诉类申请" {
            path: "outcomes.not_processed.petition", variants: &["信访、举报、投诉类申请"],
            basis: "条例第三十九条第一款"
        }
        Duplicate = "2.重复申请" { path: "outcomes.not_processed.duplicate", basis: "条例第三十六条第六项" }
        PublicationRequest = "3.要求提供公开出版物" {
            path: "outcomes.not_processed.publication_request", basis: "条例第三十九条第二款"
        }
        Excessive = "4.无正当理由大量反复申请" {
            path: "outcomes.not_processed.excessive", basis: "条例第三十五条"
        }
        Confirmation = "5.要求行政机关确认或重新出具已获取信息" {
            path: "outcomes.not_processed.confirmation", variants: &["要求行政机关确认或重新出具"]
        }
        OtherSingle = "（六）其他处理" { path: "outcomes.other", whole: true, editions: E2019 }
        NotSupplemented = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" {
            path: "outcomes.other.not_supplemented", variants: &["申请人无正当理由逾期不补正", "逾期不补正"],
            basis: "条例第三十条", editions: E2021
        }
        FeeUnpaid = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" {
            path: "outcomes.other.fee_unpaid",
            variants: &["申请人逾期未按收费通知要求缴纳费用", "申请人逾期未按收费通知", "逾期未按收费通知要求缴纳费用", "逾期不缴费"],
            basis: "条例第四十二条", editions: E2021
        }
        OtherOther = "3.其他" { path: "outcomes.other.other", whole: true, editions: E2021 }
        OutcomesTotal = "（七）总计" {
            path: "outcomes.total", whole: true, variants: &["(七)合计", "办理结果合计", "办理结果总计"]
        }
        CarriedOut = "四、结转下年度继续办理" {
            path: "carried_out",
            variants: &["结转下一年度继续办理", "结转下年继续办理", "结转下一年继续办理"]
        }
    }
}

impl Row {
    /// How many rows there are, of both editions together.
    pub const COUNT: usize = Self::ALL.len();

    /// The rows that an edition has, in the order of the form.
    pub fn of(edition: Edition) -> impl Iterator<Item = Self> + Clone {
        Self::ALL.iter().copied().filter(move |row| row.is_in(edition))
    }

    /// Whether it is one of the item rows whose sum is （七）总计.
    pub fn is_outcome(self) -> bool {
        (Self::Granted..Self::OutcomesTotal).contains(&self)
    }

    /// The group of 本年度办理结果 under which the row stands.
    pub fn group(self) -> Option<Group> {
        let step = self.path().strip_prefix("outcomes.")?.split('.').next()?;
        Group::ALL.iter().copied().find(|group| group.path() == step)
    }
}

/// One value a row of table 三.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows<T>([T; Row::COUNT]);

impl<T: Default> Default for Rows<T> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| T::default()))
    }
}

impl<T> Rows<T> {
    /// Every value, in the order of the form.
    ///
    /// ```
    /// let report = gongkai::Report::filled(gongkai::form::Edition::E2021, 1);
    /// let totals = report.applications.iter().filter_map(|row| row.total.count());
    /// assert_eq!(totals.sum::<u64>(), 25);
    /// ```
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T> Index<Row> for Rows<T> {
    type Output = T;
    fn index(&self, row: Row) -> &T {
        &self.0[row as usize]
    }
}

impl<T> IndexMut<Row> for Rows<T> {
    fn index_mut(&mut self, row: Row) -> &mut T {
        &mut self.0[row as usize]
    }
}
