//! The JSON contract, both ways: what a report says survives, and what no report says is refused with
//! the path of the cell.

#[path = "support/reports.rs"]
mod reports;

use gongkai::form::Row;
use gongkai::report::{Entry, Report};
use gongkai::{Audit, Options, audit};
use proptest::prelude::*;
use reports::reports;
use serde_json::{Value, json};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_report_survives(report in reports()) {
        let text = serde_json::to_string(&report).expect("a report is JSON");
        let back: Report = serde_json::from_str(&text).expect("JSON of a report is a report");
        prop_assert_eq!(&back, &report);
        let value = serde_json::to_value(&report).expect("a report is JSON");
        let back: Report = serde_json::from_value(value).expect("JSON of a report is a report");
        prop_assert_eq!(back, report);
    }

    #[test]
    fn hostile_json_is_an_error(text in "[\\[\\]{}\":,0-9a-z.eE+-]{0,200}") {
        let _ = serde_json::from_str::<Report>(&text);
        let _ = serde_json::from_str::<Report>(&format!("{{\"challenges\":{text}}}"));
        let _ = serde_json::from_str::<Audit>(&text);
    }
}

fn refusal(report: Value) -> String {
    serde_json::from_value::<Report>(report).expect_err("no report").to_string()
}

#[test]
fn an_audit_survives() {
    let page = include_str!("../examples/data/sample.txt");
    let audit = audit(page, &Options::default());
    let text = serde_json::to_string(&audit).expect("an audit is JSON");
    assert_eq!(serde_json::from_str::<Audit>(&text).expect("JSON of an audit is an audit"), audit);
}

/// The contract, word by word, on a report small enough to be read.
#[test]
fn the_contract() {
    let page = "望津市农业农村局2023年政府信息公开工作年度报告
本报告所列数据的统计期限自2023年1月1日至2023年12月31日。
一、总体情况
全年作出行政许可决定2147件。
二、主动公开政府信息情况
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t2,147件
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t6.50
四、政府信息公开行政复议、行政诉讼情况
行政复议\t行政诉讼
未经复议直接起诉\t复议后起诉
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
2\t1\t0\t0\t4\t/\t\t0\t0\t0\t0\t0\t0\t0\t0
";
    let mut audit = audit(page, &Options::default());
    audit.file = "page.txt".to_owned();
    insta::assert_snapshot!(serde_json::to_string_pretty(&audit).expect("an audit is JSON"));
}

#[test]
fn what_is_left_out_is_absent() {
    let report: Report = serde_json::from_value(json!({})).expect("an empty report");
    assert_eq!(report, Report::default());
    let one = json!({ "challenges": { "review": { "upheld": 3, "pending": null, "other": "none" } } });
    let report: Report = serde_json::from_value(one).expect("a report");
    let review = report.challenges.review;
    assert_eq!((review.upheld.count(), review.pending, review.other), (Some(3), Entry::Blank, Entry::Mark));
    assert!(review.total.is_absent());
}

#[test]
fn refusals_name_the_path() {
    let cell = |value: Value| refusal(json!({ "challenges": { "review": { "upheld": value } } }));
    for (value, said) in [
        (json!(true), "true"),
        (json!(1.5), "1.5"),
        (json!(1e300), "1000"),
        (json!("1e3"), "\"1e3\""),
        (json!("many"), "\"many\""),
        (json!([1]), "a list"),
        (json!({ "a": 1 }), "an object"),
        (json!({ "unreadable": 1 }), "an object"),
        (json!({}), "an object"),
    ] {
        let error = cell(value);
        assert!(
            error.starts_with("`challenges.review.upheld` cannot be ") && error.contains(said),
            "{error}"
        );
    }
    let deep = refusal(
        json!({ "applications": { "a": { "b": { "c": { "d": { "e": { "f": { "g": { "h": 1 } } } } } } } } }),
    );
    assert!(deep.contains("`applications.a.b.c.d.e.f.g"), "{deep}");
    for (report, path) in [
        (json!({ "proactive": { "rules": { "amount": 1 } } }), "proactive.rules.amount"),
        (json!({ "applications": { "received": { "everyone": 1 } } }), "applications.received.everyone"),
        (json!({ "applications": { "received": 1 } }), "applications.received"),
        (json!({ "applications": 1 }), "applications"),
        (json!({ "proactive": { "procurement": { "unit": "斤" } } }), "proactive.procurement.unit"),
    ] {
        let error = refusal(report);
        assert!(error.contains(&format!("`{path}`")), "{path}: {error}");
    }
    let twice = serde_json::from_str::<Report>(r#"{"challenges":{"review":{"upheld":1,"upheld":2}}}"#);
    let twice = twice.expect_err("a cell twice").to_string();
    assert!(twice.starts_with("`challenges.review.upheld` is there twice"), "{twice}");
}

#[test]
fn other_is_one_row_or_three() {
    let with = |other: Value| json!({ "applications": { "outcomes": { "other": other } } });
    let single: Report = serde_json::from_value(with(json!({ "total": 2, "other": 1 }))).expect("one row");
    assert_eq!(single.applications[Row::OtherSingle].total.count(), Some(2));
    assert_eq!(single.applications[Row::OtherSingle].other.count(), Some(1));
    let three = json!({ "fee_unpaid": { "total": 2 }, "other": { "other": 1, "total": 1 } });
    let three: Report = serde_json::from_value(with(three)).expect("three rows");
    assert_eq!(three.applications[Row::OtherOther].other.count(), Some(1));
    let both = refusal(with(json!({ "total": 2, "fee_unpaid": { "total": 2 } })));
    assert!(both.contains("`applications.outcomes.other`"), "{both}");
    let mut report = single;
    report.applications[Row::OtherOther].total = 1.into();
    assert!(serde_json::to_string(&report).expect_err("both").to_string().contains("never both"));
}

#[test]
fn hostile_json_ends() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{{\"proactive\":{}1{}}}", open.repeat(100_000), close.repeat(100_000));
        assert!(serde_json::from_str::<Report>(&deep).is_err());
        assert!(serde_json::from_str::<Audit>(&deep).is_err());
    }
    let digits = "9".repeat(100_000);
    for number in [digits.as_str(), "-1e999", "18446744073709551616", "-9223372036854775809", "0.1"] {
        let report = format!("{{\"challenges\":{{\"review\":{{\"upheld\":{number}}}}}}}");
        assert!(serde_json::from_str::<Report>(&report).is_err(), "{}", &number[..number.len().min(30)]);
    }
    let word = format!("{{\"proactive\":{{\"fees\":{{\"amount\":\"{digits}\"}}}}}}");
    assert!(serde_json::from_str::<Report>(&word).is_err());
}
