//! Pages that fuzzing found, small again: each was once read wrong without a word.
#![cfg(all(feature = "html", feature = "encoding"))]

use gongkai::form::{Applicant, Cell, Row};
use gongkai::report::Entry;
use gongkai::{Options, Reading, read_str};

fn reading_of(page: &str) -> Reading {
    read_str(&format!("望津市2023年政府信息公开工作年度报告\n{page}"), &Options::default()).expect("a report")
}

/// The heads of a table whose rows are lost stand above the next table, which prints its own in another order.
#[test]
fn heads_that_are_printed_again_stand_alone() {
    let heads = "<tr><td rowspan=2><td rowspan=2>自然人<td rowspan=2>总计<td colspan=5>法人或其他组织\
        <tr><td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他";
    let row = "<tr><td>一、本年新收政府信息公开申请数量<td>1<td>21<td>2<td>3<td>4<td>5<td>6";
    let page =
        format!("<p>三、收到和处理政府信息公开申请情况<table>{heads}</table><table>{heads}{row}</table>");
    let reading = reading_of(&page);
    let received = |kind| reading.report.get(Cell::Applications(Row::Received, kind)).count();
    assert_eq!(received(Applicant::Total), Some(21));
    assert_eq!(received(Applicant::Enterprise), Some(2));
}

/// The first half of `26,711` is no label of the row.
#[test]
fn a_number_torn_behind_its_comma_is_none() {
    let heads = "复议后起诉\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
    let page = format!("四、政府信息公开行政复议、行政诉讼情况\n{heads}\n26,\t711\t0\t0\t0\t26711\n");
    let reading = reading_of(&page);
    assert_eq!(reading.report.challenges.suits_after_review.upheld.value(), None);
    assert!(!reading.problems.is_empty());
}

/// Nor is either half of `0.2` the number.
#[test]
fn a_number_torn_at_its_point_is_none() {
    for torn in ["0\n\n.2", "０\n\n．２", "0.\n\n2", "０．\n\n２"] {
        let heads = "第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）";
        let reading = reading_of(&format!(
            "二、主动公开政府信息情况\n\n{heads}\n\n行政事业性收费\n\n{torn}\n\n三、收到"
        ));
        assert_eq!(reading.report.proactive.fees.amount.value(), None, "{torn}");
        assert!(!reading.problems.is_empty(), "{torn}");
    }
}

/// A label that the page did not keep whole has numbers on its own line; those above it are another's.
#[test]
fn numbers_of_other_lines_are_not_for_a_label_with_its_own() {
    let heads = "（本列） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |";
    let page = format!(
        "三、收到和处理政府信息公开申请情况\n{heads}\n3．要求提供公开出版物 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n\
        6 | 8 | 0 | 9 | 1 | 5 | 29 |\n5．要求行政机关确认或重新出具已获取息 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
    );
    let reading = reading_of(&page);
    let confirmation = reading.report.get(Cell::Applications(Row::Confirmation, Applicant::NaturalPerson));
    assert!(matches!(confirmation.count(), None | Some(2)), "{confirmation:?}");
}

/// A line of marks and a number with its sign is a row and not the number of a page.
#[test]
fn a_row_between_two_marks_is_no_page_number() {
    let heads = "第二十条第（五）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量";
    let page = format!("二、主动公开政府信息情况\n{heads}\n行政许可\n— -2 —\n- 3 -\n三、收到和处理");
    let reading = reading_of(&page);
    let licensing = &reading.report.proactive.licensing;
    assert_eq!(licensing.change.value().map(|number| number.to_string()).as_deref(), Some("-2"));
    assert_eq!(licensing.decisions, Entry::Mark);
}
