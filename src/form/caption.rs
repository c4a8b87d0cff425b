//! The words of the tables that name no single row and no single column.

/// The law on which the reports rest, in force since 15 May 2019 in its present wording.
pub const REGULATIONS: &str = "中华人民共和国政府信息公开条例";

declare! {
    /// A word of the tables that names no single row and no single column.
    pub enum Caption {
        Content = "信息内容" {}
        Applicants = "申请人情况" {}
        Organisations = "法人或其他组织" { variants: &["法人和其他组织"] }
        Balance = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）" { whole: true }
        Outcomes = "三、本年度办理结果" { variants: &["本年办理结果"] }
        Suits = "行政诉讼" {}
    }
}

impl Caption {
    /// The pieces into which pages break it: for the note in the corner its three clauses, else itself.
    pub fn pieces(self) -> impl Iterator<Item = &'static str> {
        self.label().split(['（', '）', '：', '，']).filter(|piece| !piece.is_empty())
    }
}
