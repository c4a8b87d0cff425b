//! `outcomes-sum`: in every column of table 三 （七）总计 is the sum of the outcome rows.

use super::sums;
use crate::check::{Info, Rule, Severity};
use crate::form::Edition;

pub(in crate::check) const RULE: Rule =
    Rule { info: INFO, check: |case, findings| sums::check(&INFO, case, findings) };

const INFO: Info = Info {
    name: "outcomes-sum",
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号 表三：（七）总计等于（一）至（六）各项之和",
    zh: "各列（七）总计等于各办理结果之和",
    en: "in every column of table 三 （七）总计 is the sum of the outcome rows",
    editions: Edition::CURRENT,
    since: "0.1.0",
};
