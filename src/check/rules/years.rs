//! What the rules over two years share: whether the other report is that of the same body for the year
//! before. Rules over more years, or over an area and its parts, will ask the same of each report.

use crate::check::{Case, Known, ReasonCode};
use crate::report::{Period, Report};

/// The report of the same body for the year before, or why there is nothing to compare with.
///
/// Reports up to 2018 had another form. A body whose name one of the reports does not give is the one
/// that the caller says it is.
pub(in crate::check) fn previous<'a>(case: &Case<'a>) -> Result<Known<'a>, ReasonCode> {
    const FIRST: i32 = 2019;
    let previous = case.previous.ok_or(ReasonCode::OneReport)?;
    let years = year(previous.report).zip(year(case.report));
    let (before, this) = years.ok_or(ReasonCode::NotStated)?;
    if before.checked_add(1) != Some(this) {
        return Err(ReasonCode::NotConsecutive);
    }
    if before < FIRST {
        return Err(ReasonCode::Edition);
    }
    if is_same_body(previous.report, case.report) { Ok(previous) } else { Err(ReasonCode::OtherBody) }
}

/// Whether both reports name the body, so that it is known to be the same.
pub(super) fn is_confirmed(case: &Case<'_>) -> bool {
    let names = |report: &Report| report.agency.is_some();
    names(case.report) && case.previous.is_some_and(|previous| names(previous.report))
}

/// The year that a report is for, or else the one that its period lies in.
pub(super) fn year(report: &Report) -> Option<i32> {
    report.year.or_else(|| report.period.and_then(Period::year))
}

/// Whether nothing that both reports say of their body differs. One may name the area above it and the
/// other not, one 人民政府 and the other the place alone.
fn is_same_body(a: &Report, b: &Report) -> bool {
    let agencies = match (place(a), place(b)) {
        (Some(a), Some(b)) => a.ends_with(b) || b.ends_with(a),
        _ => true,
    };
    agencies && agree(a.level, b.level) && agree(a.kind, b.kind)
}

/// The name of a body; of a government that of its place.
fn place(report: &Report) -> Option<&str> {
    report.agency.as_deref().map(|name| name.strip_suffix("人民政府").unwrap_or(name))
}

fn agree<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sketch;

    fn told(lines: &str, before: &str) -> Option<ReasonCode> {
        let (this, before) = (sketch(lines).expect("a sketch"), sketch(before).expect("a sketch"));
        previous(&this.case().with_previous(&before)).err()
    }

    #[test]
    fn the_year_before_is_told_by_year_or_period() {
        assert_eq!(told("year: 2023", "year: 2022"), None);
        assert_eq!(told("year: 2023", "period: 2022-01-01 2022-12-31"), None);
        for other in ["year: 2021", "year: 2023", "year: 2024"] {
            assert_eq!(told("year: 2023", other), Some(ReasonCode::NotConsecutive));
        }
        assert_eq!(told("year: 2023", ""), Some(ReasonCode::NotStated));
        assert_eq!(told("year: 2019", "year: 2018"), Some(ReasonCode::Edition));
        assert_eq!(
            previous(&sketch("year: 2023").expect("a sketch").case()).err(),
            Some(ReasonCode::OneReport)
        );
    }

    #[test]
    fn bodies_agree_unless_something_differs() {
        let told = |a: &str, b: &str| told(&format!("year: 2023\n{a}"), &format!("year: 2022\n{b}"));
        assert_eq!(told("agency: 云岭县人民政府", "agency: 临江市云岭县人民政府"), None);
        assert_eq!(told("agency: 云岭县", "agency: 云岭县人民政府"), None);
        assert_eq!(told("agency: 云岭县教育局", ""), None);
        assert_eq!(told("agency: 云岭县教育局", "agency: 云岭县民政局"), Some(ReasonCode::OtherBody));
        assert_eq!(told("agency: 云岭县", "agency: 云岭县教育局"), Some(ReasonCode::OtherBody));
        assert_eq!(told("level: county", "level: township"), Some(ReasonCode::OtherBody));
        assert_eq!(told("kind: government", "kind: department"), Some(ReasonCode::OtherBody));
    }
}
