//! Table 四: 政府信息公开行政复议、行政诉讼情况. The same in the editions 2019 and 2021.

declare_record! {
    /// A group of five numbers in table 四.
    pub enum ChallengeRow
    /// One value a group of table 四.
    pub struct Challenges {
        review: Review = "行政复议" {}
        direct_suits: DirectSuits = "未经复议直接起诉" {}
        suits_after_review: SuitsAfterReview = "复议后起诉" {}
    }
}

declare_record! {
    /// How a review or a suit ended (or has not), and the total.
    pub enum ChallengeColumn
    /// One value a result of table 四.
    pub struct Results {
        upheld: Upheld = "结果维持" {}
        corrected: Corrected = "结果纠正" {}
        other: Other = "其他结果" {}
        pending: Pending = "尚未审结" { variants: &["尚未结案"] }
        total: Total = "总计" { variants: &["合计"] }
    }
}
