//! The few words of a page that are no row, column or group of the form.

pub(crate) const CONTENT: &str = "信息内容";
pub(crate) const APPLICANTS: &str = "申请人情况";
pub(crate) const ORGANISATIONS: &str = "法人或其他组织";
pub(crate) const CORNER: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
pub(crate) const OUTCOMES: &str = "三、本年度办理结果";
pub(crate) const SUITS: &str = "行政诉讼";
