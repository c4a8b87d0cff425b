//! `blank-cell`

use crate::check::{Case, Finding, Info, Outcome, ReasonCode, Rule, Severity};
use crate::form::Edition;

pub(in crate::check) const RULE: Rule = Rule { info: INFO, check };

const INFO: Info = Info {
    name: "blank-cell",
    severity: Severity::Warning,
    basis: "",
    zh: "",
    en: "",
    editions: Edition::CURRENT,
    since: "0.1.0",
};

fn check(_case: &Case<'_>, _findings: &mut Vec<Finding>) -> Outcome {
    ReasonCode::NotStated.skip()
}
