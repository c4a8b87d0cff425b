//! `applicants-sum`: in every row of table 三 the six kinds of applicant add up to 总计.

use super::sums;
use crate::check::{Info, Rule, Severity};
use crate::form::Edition;

pub(in crate::check) const RULE: Rule =
    Rule { info: INFO, check: |case, findings| sums::check(&INFO, case, findings) };

const INFO: Info = Info {
    name: "applicants-sum",
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号 表三：各行总计等于自然人与五类法人或其他组织之和",
    zh: "各行六类申请人之和等于总计",
    en: "in every row of table 三 the six kinds of applicant add up to 总计",
    editions: Edition::CURRENT,
    since: "0.1.0",
};
