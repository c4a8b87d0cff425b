//! `challenges-sum`: in each group of table 四 the four results add up to 总计.

use super::sums;
use crate::check::{Info, Rule, Severity};
use crate::form::Edition;

pub(in crate::check) const RULE: Rule =
    Rule { info: INFO, check: |case, findings| sums::check(&INFO, case, findings) };

const INFO: Info = Info {
    name: "challenges-sum",
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号 表四：总计等于四类结果之和",
    zh: "行政复议、行政诉讼各组总计等于四类结果之和",
    en: "in each group of table 四 the four results add up to 总计",
    editions: Edition::CURRENT,
    since: "0.1.0",
};
