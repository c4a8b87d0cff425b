//! `applications-balance`: in every column of table 三, received and carried in equal concluded and carried out.

use super::sums;
use crate::check::{Info, Rule, Severity};
use crate::form::Edition;

pub(in crate::check) const RULE: Rule =
    Rule { info: INFO, check: |case, findings| sums::check(&INFO, case, findings) };

const INFO: Info = Info {
    name: "applications-balance",
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号 表三注：第一项加第二项之和，等于第三项加第四项之和",
    zh: "各列新收与结转之和等于办理结果与结转下年度之和",
    en: "in every column of table 三, received and carried in equal concluded and carried out",
    editions: Edition::CURRENT,
    since: "0.1.0",
};
