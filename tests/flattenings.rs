//! How each way of flattening a table is read: small pages, with every cell that is read from them.
//!
//! A row of a reading is written `path: values`, `_` for a blank, `/` for a mark, `?` for a cell that
//! cannot be read, `~` behind what came from the sums. What is not written was not read.

use gongkai::form::Table;
use gongkai::read::ProblemKind;
use gongkai::report::{Entry, Unit};
use gongkai::{Options, Reading, read_str};

fn read(tables: &str) -> Reading {
    let page = format!("青岚县人民政府2022年政府信息公开工作年度报告\n{tables}");
    read_str(&page, &Options::default()).unwrap_or_else(|error| panic!("{error}\n{page}"))
}

/// Every row that was read.
fn rows(reading: &Reading) -> String {
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for (cell, entry) in reading.report.cells() {
        let path = cell.to_string();
        let (row, column) = path.rsplit_once('.').expect("a path has steps");
        let said = match entry {
            Entry::Absent => continue,
            Entry::Blank => "_".to_owned(),
            Entry::Mark => "/".to_owned(),
            Entry::Unreadable(_) => "?".to_owned(),
            Entry::Value(number) => number.to_string(),
        };
        let inferred = if reading.evidence.inferred.contains(&cell) { "~" } else { "" };
        // The columns of table 二 are not the same in every row.
        let name = if cell.table() == Table::Proactive { format!("{column}=") } else { String::new() };
        if rows.last().is_none_or(|(last, _)| last != row) {
            rows.push((row.to_owned(), Vec::new()));
        }
        rows.last_mut().expect("a row").1.push(format!("{name}{said}{inferred}"));
    }
    rows.into_iter().map(|(row, said)| format!("{row}: {}\n", said.join(" "))).collect()
}

/// The kinds of problems about cells, each once.
fn problems(reading: &Reading) -> Vec<ProblemKind> {
    use ProblemKind as P;
    let about_cells = |kind: &P| {
        !matches!(kind, P::AgencyNotInTitle | P::YearNotInTitle | P::AgencyUnknown | P::YearUnknown)
            && !matches!(kind, P::SectionNotFound | P::DateRestored | P::CutOff)
    };
    let mut kinds: Vec<P> = reading.problems.iter().map(|problem| problem.kind).filter(about_cells).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// Reads a page and expects exactly these rows and these kinds of problems.
#[track_caller]
fn expect(tables: &str, expected: &str, kinds: &[ProblemKind]) -> Reading {
    let reading = read(tables);
    let lines = |text: &str| {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(lines(&rows(&reading)), lines(expected), "{tables}\n{:#?}", reading.problems);
    assert_eq!(problems(&reading), kinds, "{tables}\n{:#?}", reading.problems);
    reading
}

// ── table 三 ──

/// What every page of this block says.
const APPLICATIONS: &str = "
    applications.received: 3 1 0 2 0 5 11
    applications.carried_in: 0 0 1 0 0 0 1
    applications.outcomes.granted: 2 1 0 0 0 4 7
    applications.outcomes.denied.state_secret: 0 0 0 2 0 0 2";

#[test]
fn one_cell_a_line() {
    let cells = [
        "三、收到和处理政府信息公开申请情况",
        "申请人情况",
        "自然人",
        "法人或其他组织",
        "总计",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
        "一、本年新收政府信息公开申请数量",
        "3",
        "1",
        "0",
        "2",
        "0",
        "5",
        "11",
        "二、上年结转政府信息公开申请数量",
        "0",
        "0",
        "1",
        "0",
        "0",
        "0",
        "1",
        "三、本年度办理结果",
        "（一）予以公开",
        "2",
        "1",
        "0",
        "0",
        "0",
        "4",
        "7",
        "（三）不予公开",
        "1.属于国家秘密",
        "0",
        "0",
        "0",
        "2",
        "0",
        "0",
        "2",
    ];
    for between in ["\n", "\n\n", "\n    ", "\n\n\n　　"] {
        expect(&(cells.join(between) + between), APPLICATIONS, &[]);
    }
}

#[test]
fn cells_joined_by_spaces() {
    let page = "三、收到和处理政府信息公开申请情况
        申请人情况
        自然人 法人或其他组织 总计
        商业企业 科研机构 社会公益组织 法律服务机构 其他
        一、本年新收政府信息公开申请数量 3 1 0 2 0 5 11
        二、上年结转政府信息公开申请数量 0 0 1 0 0 0 1
        三、本年度办理结果 （一）予以公开 2 1 0 0 0 4 7
        （三）不予公开 1.属于国家秘密 0 0 0 2 0 0 2
        ";
    expect(page, APPLICATIONS, &[]);
}

#[test]
fn cells_joined_by_tabs() {
    let merged = "三、收到和处理政府信息公开申请情况
\t\t\t申请人情况\t\t\t\t\t\t
\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计
\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t
一、本年新收政府信息公开申请数量\t\t\t3\t1\t0\t2\t0\t5\t11
二、上年结转政府信息公开申请数量\t\t\t0\t0\t1\t0\t0\t0\t1
三、本年度办理结果\t（一）予以公开\t\t2\t1\t0\t0\t0\t4\t7
\t（三）不予公开\t1.属于国家秘密\t0\t0\t0\t2\t0\t0\t2
";
    expect(merged, APPLICATIONS, &[]);
    let tight = "三、收到和处理政府信息公开申请情况
申请人情况
自然人\t法人或其他组织\t总计
商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他
一、本年新收政府信息公开申请数量\t3\t1\t0\t2\t0\t5\t11
二、上年结转政府信息公开申请数量\t0\t0\t1\t0\t0\t0\t1
三、本年度办理结果\t（一）予以公开\t2\t1\t0\t0\t0\t4\t7
（三）不予公开\t1.属于国家秘密\t0\t0\t0\t2\t0\t0\t2
";
    expect(tight, APPLICATIONS, &[]);
}

#[test]
fn tabs_keep_blank_cells_in_their_columns() {
    let page = "三、收到和处理政府信息公开申请情况
\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计
一、本年新收政府信息公开申请数量\t\t\t\t\t4\t\t\t\t4
二、上年结转政府信息公开申请数量\t\t\t/\t\t\t\t\t\t
三、本年度办理结果\t（一）予以公开\t\t\t\t4\t\t\t\t4
";
    let expected = "
        applications.received: _ _ 4 _ _ _ 4
        applications.carried_in: / _ _ _ _ _ _
        applications.outcomes.granted: _ _ 4 _ _ _ 4";
    expect(page, expected, &[]);
}

#[test]
fn cells_joined_by_bars() {
    let page = "三、收到和处理政府信息公开申请情况
申请人情况 |
自然人 | 法人或其他组织 | 总计 |
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |
一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 2 | 0 | 5 | 11 |
二、上年结转政府信息公开申请数量 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |
三、本年度办理结果 | （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 4 | 7 |
（三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 2 | 0 | 0 | 2 |
";
    expect(page, APPLICATIONS, &[]);
}

#[test]
fn bars_keep_blank_cells_in_their_columns() {
    let page = "三、收到和处理政府信息公开申请情况
自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
一、本年新收政府信息公开申请数量 |  |  | 4 |  |  |  | 4 |
二、上年结转政府信息公开申请数量 | - |  |  |  |  |  |  |
";
    let expected = "
        applications.received: _ _ 4 _ _ _ 4
        applications.carried_in: / _ _ _ _ _ _";
    expect(page, expected, &[]);
}

#[test]
fn each_cell_a_line_that_ends_in_a_bar() {
    let heads = "三、收到和处理政府信息公开申请情况\n自然人 |\n法人或其他组织 |\n总计 |\n|||\n商业企业 |\n科研机构 |\n\
                 社会公益组织 |\n法律服务机构 |\n其他 |\n|\n";
    let received = "一、本年新收政府信息公开申请数量 |\n3 |\n1 |\n0 |\n2 |\n0 |\n5 |\n11 |\n";
    let carried_in = "二、上年结转政府信息公开申请数量 |\n0 |\n0 |\n1 |\n0 |\n0 |\n0 |\n1 |\n";
    let expected = "
        applications.received: 3 1 0 2 0 5 11
        applications.carried_in: 0 0 1 0 0 0 1";
    for row_end in ["", "|\n", "|||\n"] {
        expect(&format!("{heads}{received}{row_end}{carried_in}{row_end}"), expected, &[]);
    }
}

#[test]
fn a_bar_on_a_line_of_its_own() {
    let cells = [
        "三、收到和处理政府信息公开申请情况",
        "自然人",
        "法人或其他组织",
        "总计",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
        "一、本年新收政府信息公开申请数量",
        "3",
        "1",
        "0",
        "2",
        "0",
        "5",
        "11",
    ];
    expect(&(cells.join("\n|\n") + "\n|\n"), "applications.received: 3 1 0 2 0 5 11", &[]);
}

#[test]
fn markdown() {
    let page = "三、收到和处理政府信息公开申请情况

| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） ||| 申请人情况 |||||||
|---|---|---|---|---|---|---|---|---|---|
|  |  |  | 自然人 | 法人或其他组织 ||||| 总计 |
|  |  |  |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  |
| 一、本年新收政府信息公开申请数量 ||| 3 | 1 | 0 | 2 | 0 | 5 | 11 |
| 二、上年结转政府信息公开申请数量 ||| 0 | 0 | 1 | 0 | 0 | 0 | 1 |
| 三、本年度办理结果 | （一）予以公开 || 2 | 1 | 0 | 0 | 0 | 4 | 7 |
|  | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 2 | 0 | 0 | 2 |
";
    expect(page, APPLICATIONS, &[]);
}

#[test]
fn pdf_text_with_numbers_inside_and_behind_wrapped_labels() {
    let page = "三、收到和处理政府信息公开申请情况
自然人
法人或其他组织
总计
商业
企业
科研
机构
社会公
益组织
法律服
务机构
其他
一、本年新收政府信息
3 1 0 2 0 5 11
公开申请数量
二、上年结转政府信息
公开申请数量
0 0 1 0 0 0 1
三
、
本
年
度
办
理
结
果
（一）予以公开 2 1 0 0 0 4 7
- 3 -
（三）不予
公开
1.属于国家秘密 0 0 0 2 0 0 2
";
    expect(page, APPLICATIONS, &[]);
}

#[test]
fn pdf_text_with_numbers_before_wrapped_labels() {
    let page = "三、收到和处理政府信息公开申请情况
自然人 法人或其他组织 总计
商业企业 科研机构 社会公益组织 法律服务机构 其他
3 1 0 2 0 5 11
一、本年新收政府信息
公开申请数量
0 0 1 0 0 0 1
二、上年结转政府信息
公开申请数量
（一）予以公开 2 1 0 0 0 4 7
（三）不予公开
1.属于国家秘密 0 0 0 2 0 0 2
";
    expect(page, APPLICATIONS, &[]);
}

#[test]
fn heads_repeated_at_a_page_break_change_nothing() {
    let heads = "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n";
    let page = format!(
        "三、收到和处理政府信息公开申请情况\n{heads}一、本年新收政府信息公开申请数量 3 1 0 2 0 5 11\n- 4 -\n\
         {heads}二、上年结转政府信息公开申请数量 0 0 1 0 0 0 1\n\n"
    );
    let expected = "
        applications.received: 3 1 0 2 0 5 11
        applications.carried_in: 0 0 1 0 0 0 1";
    expect(&page, expected, &[]);
}

/// Heads of a stream, for the pages below.
const HEADS: &str = "三、收到和处理政府信息公开申请情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n\
                     法律服务机构\n其他\n";

#[test]
fn a_label_followed_by_another_is_a_row_of_blanks() {
    let page = format!(
        "{HEADS}一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n0\n0\n1\n0\n0\n0\n1\n"
    );
    let expected = "
        applications.received: _ _ _ _ _ _ _
        applications.carried_in: 0 0 1 0 0 0 1";
    expect(&page, expected, &[]);
}

#[test]
fn a_label_followed_by_the_end_is_absent() {
    let page = format!(
        "{HEADS}一、本年新收政府信息公开申请数量\n3\n1\n0\n2\n0\n5\n11\n二、上年结转政府信息公开申请数量\n"
    );
    expect(&page, "applications.received: 3 1 0 2 0 5 11", &[]);
}

#[test]
fn a_group_label_is_no_row() {
    let page =
        format!("{HEADS}（三）不予公开\n（四）无法提供\n1.本机关不掌握相关政府信息\n1\n0\n0\n0\n0\n0\n1\n");
    expect(&page, "applications.outcomes.unavailable.not_held: 1 0 0 0 0 0 1", &[]);
}

#[test]
fn fewer_numbers_than_cells_are_not_guessed() {
    let page = format!(
        "{HEADS}一、本年新收政府信息公开申请数量\n5\n5\n二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
    );
    let expected = "
        applications.received: ? ? ? ? ? ? ?
        applications.carried_in: 0 0 0 0 0 0 0";
    expect(&page, expected, &[ProblemKind::AmbiguousRow]);
}

/// Table 三 of 2019 in which one row has lost its blanks; the columns say where its numbers stand.
#[test]
fn fewer_numbers_than_cells_are_placed_by_the_sums() {
    let zeros = "0 0 0 0 0 0 0";
    let blank_rows = "（二）部分公开（区分处理的，只计这一情形，不计其他情形） 0 0 0 0 0 0 0
（三）不予公开 1.属于国家秘密 0 0 0 0 0 0 0
2.其他法律行政法规禁止公开 0 0 0 0 0 0 0
3.危及“三安全一稳定” 0 0 0 0 0 0 0
4.保护第三方合法权益 0 0 0 0 0 0 0
5.属于三类内部事务信息 0 0 0 0 0 0 0
6.属于四类过程性信息 0 0 0 0 0 0 0
7.属于行政执法案卷 0 0 0 0 0 0 0
8.属于行政查询事项 0 0 0 0 0 0 0
（四）无法提供 1.本机关不掌握相关政府信息 0 0 0 0 0 0 0
2.没有现成信息需要另行制作 0 0 0 0 0 0 0
3.补正后申请内容仍不明确 0 0 0 0 0 0 0
（五）不予处理 1.信访举报投诉类申请 0 0 0 0 0 0 0
2.重复申请 0 0 0 0 0 0 0
3.要求提供公开出版物 0 0 0 0 0 0 0
4.无正当理由大量反复申请 0 0 0 0 0 0 0
5.要求行政机关确认或重新出具已获取信息 0 0 0 0 0 0 0
（六）其他处理 0 0 0 0 0 0 0";
    let page = format!(
        "{HEADS}一、本年新收政府信息公开申请数量 0 6 0 0 0 0 6
二、上年结转政府信息公开申请数量 {zeros}
三、本年度办理结果 （一）予以公开 6 6
{blank_rows}
（七）总计 0 6 0 0 0 0 6
四、结转下年度继续办理 {zeros}
四、政府信息公开行政复议、行政诉讼情况
"
    );
    let reading = read(&page);
    let granted = &reading.report.applications[gongkai::form::Row::Granted];
    assert_eq!((granted.enterprise.count(), granted.total.count()), (Some(6), Some(6)), "{}", rows(&reading));
    let counts =
        [&granted.natural_person, &granted.research, &granted.public_welfare, &granted.legal_service];
    assert!(counts.iter().all(|entry| entry.count().is_none()), "{}", rows(&reading));
    assert!(rows(&reading).contains("applications.outcomes.other: 0 0 0 0 0 0 0\n"));
    assert_eq!(problems(&reading), [ProblemKind::InferredRow]);
    assert!(rows(&reading).contains("6~"), "what came from the sums is listed: {}", rows(&reading));
}

#[test]
fn a_number_torn_over_two_cells_is_joined_by_the_sum() {
    let page = "三、收到和处理政府信息公开申请情况
自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
一、本年新收政府信息公开申请数量 | 2|0 | 1 | 0 | 0 | 0 | 0 | 21 |
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
";
    let reading = read(page);
    let received = &reading.report.applications[gongkai::form::Row::Received];
    assert_eq!(
        (received.natural_person.count(), received.enterprise.count()),
        (Some(20), Some(1)),
        "{}",
        rows(&reading)
    );
    assert!(rows(&reading).starts_with("applications.received: 20~"), "{}", rows(&reading));
    assert!(problems(&reading).contains(&ProblemKind::JoinedNumber));
}

#[test]
fn a_row_seen_again_with_other_numbers_keeps_the_first() {
    let page = format!(
        "{HEADS}一、本年新收政府信息公开申请数量 3 1 0 2 0 5 11\n二、上年结转政府信息公开申请数量 0 0 1 0 0 0 1\n\
         一、本年新收政府信息公开申请数量 9 9 9 9 9 9 54\n二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n\n"
    );
    let expected = "
        applications.received: 3 1 0 2 0 5 11
        applications.carried_in: 0 0 1 0 0 0 1";
    expect(&page, expected, &[ProblemKind::SecondReport]);
}

#[test]
fn a_row_that_the_form_does_not_have_is_kept_apart() {
    let page = "三、收到和处理政府信息公开申请情况
自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
7.属于行政执法案卷 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
8.属于行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
9.属于工作秘密 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
（四）无法提供 | 1.本机关不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
";
    let expected = "
        applications.outcomes.denied.enforcement_files: 1 0 0 0 0 0 1
        applications.outcomes.denied.administrative_inquiry: 0 0 0 0 0 0 0
        applications.outcomes.unavailable.not_held: 0 0 0 0 0 0 0";
    let reading = expect(page, expected, &[ProblemKind::ExtraRow]);
    let [extra] = &reading.report.extra_rows[..] else { panic!("{:?}", reading.report.extra_rows) };
    assert_eq!(extra.table, Table::Applications);
    assert!(extra.label.contains("属于工作秘密"), "{}", extra.label);
    assert_eq!(extra.values, ["2", "0", "0", "0", "0", "0", "2"]);
}

#[test]
fn other_digits_units_and_thousands_are_the_same_numbers() {
    let page = "三、收到和处理政府信息公开申请情况
自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计
一、本年新收政府信息公开申请数量\t１，４０６\t1,000\t5件\t0\t不涉及\t—\t2411
";
    expect(page, "applications.received: 1406 1000 5 0 / / 2411", &[]);
}

// ── table 二 ──

#[test]
fn table_two_of_2021() {
    let page = "二、主动公开政府信息情况
第二十条第（一）项
信息内容 本年制发件数 本年废止件数 现行有效件数
规章 0 0 2
行政规范性文件 3 1 25
第二十条第（五）项
信息内容 本年处理决定数量
行政许可 118
第二十条第（六）项
信息内容 本年处理决定数量
行政处罚 7
行政强制 0
第二十条第（八）项
信息内容 本年收费金额（单位：万元）
行政事业性收费 61.305
三、收到和处理政府信息公开申请情况
";
    let expected = "
        proactive.rules: issued=0 repealed=0 in_force=2
        proactive.normative_documents: issued=3 repealed=1 in_force=25
        proactive.licensing: decisions=118
        proactive.penalties: decisions=7
        proactive.coercion: decisions=0
        proactive.fees: amount=61.305";
    for page in [page.to_owned(), page.replace(' ', "\n"), page.replace(' ', "\t"), page.replace(' ', " | ")]
    {
        expect(&page, expected, &[]);
    }
}

#[test]
fn table_two_of_2019() {
    let page = "二、主动公开政府信息情况
第二十条第（一）项
信息内容 本年新制作数量 本年新公开数量 对外公开总数量
规章 0 0 0
规范性文件 4 4 31
第二十条第（五）项
信息内容 上一年项目数量 本年增/减 处理决定数量
行政许可 40 -8 1205
其他对外管理服务事项 12 +0 30
第二十条第（六）项
信息内容 上一年项目数量 本年增/减 处理决定数量
行政处罚 3 增5 9
行政强制 6 减3 0
第二十条第（八）项
信息内容 上一年项目数量 本年增/减
行政事业性收费 2 0
第二十条第（九）项
信息内容 采购项目数量 采购总金额
政府集中采购 14 251000元
三、收到和处理政府信息公开申请情况
";
    let expected = "
        proactive.rules: made=0 published=0 total=0
        proactive.normative_documents: made=4 published=4 total=31
        proactive.licensing: previous_items=40 change=-8 decisions=1205
        proactive.other_services: previous_items=12 change=0 decisions=30
        proactive.penalties: previous_items=3 change=5 decisions=9
        proactive.coercion: previous_items=6 change=-3 decisions=0
        proactive.fees: previous_items=2 change=0
        proactive.procurement: items=14 amount=251000";
    for page in [page.to_owned(), page.replace(' ', "\n"), page.replace(' ', "\t"), page.replace(' ', " | ")]
    {
        let reading = expect(&page, expected, &[]);
        assert_eq!(reading.report.proactive.procurement_unit, Some(Unit::Yuan));
    }
}

#[test]
fn increase_and_decrease_apart_are_one_change() {
    let page = "二、主动公开政府信息情况
第二十条第（五）项
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政许可\t40\t5/2\t1205
第二十条第（九）项
信息内容\t采购项目数量\t采购总金额
政府集中采购\t1\t1.5万元
";
    let expected = "
        proactive.licensing: previous_items=40 change=3 decisions=1205
        proactive.procurement: items=1 amount=1.5";
    let reading = expect(page, expected, &[ProblemKind::SplitChange]);
    assert_eq!(reading.report.proactive.procurement_unit, Some(Unit::TenThousandYuan));
}

// ── table 四 ──

const CHALLENGES: &str = "
    challenges.review: 3 1 0 1 5
    challenges.direct_suits: 0 2 0 0 2
    challenges.suits_after_review: 1 0 1 4 6";

#[test]
fn table_four_as_one_row_of_fifteen() {
    let lines = "四、政府信息公开行政复议、行政诉讼情况
行政复议 行政诉讼
结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉
结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计
3 1 0 1 5 0 2 0 0 2 1 0 1 4 6
五、存在的主要问题及改进情况
";
    expect(lines, CHALLENGES, &[]);
    expect(&lines.replace(' ', "\n"), CHALLENGES, &[]);
    expect(&lines.replace(' ', "\t"), CHALLENGES, &[]);
    expect(&lines.replace(' ', " | "), CHALLENGES, &[]);
}

#[test]
fn table_four_as_three_tables() {
    let page = "四、政府信息公开行政复议、行政诉讼情况
行政复议
结果维持 结果纠正 其他结果 尚未审结 总计
3 1 0 1 5
行政诉讼
未经复议直接起诉
结果维持 结果纠正 其他结果 尚未审结 总计
0 2 0 0 2
复议后起诉
结果维持 结果纠正 其他结果 尚未审结 总计
1 0 1 4 6
五、存在的主要问题及改进情况
";
    expect(page, CHALLENGES, &[]);
    expect(&page.replace(' ', "\n"), CHALLENGES, &[]);
}

#[test]
fn table_four_as_rows_under_each_other() {
    let page = "四、政府信息公开行政复议、行政诉讼情况
信息内容 结果维持 结果纠正 其他结果 尚未审结 总计
行政复议 3 1 0 1 5
行政诉讼 未经复议直接起诉 0 2 0 0 2
复议后起诉 1 0 1 4 6
五、存在的主要问题及改进情况
";
    expect(page, CHALLENGES, &[]);
    expect(&page.replace(' ', "\n"), CHALLENGES, &[]);
}

#[test]
fn table_four_as_pairs_of_head_and_number() {
    let page = "四、政府信息公开行政复议、行政诉讼情况
行政复议
结果维持 3
结果纠正 1
其他结果 0
尚未审结 1
总计 5
行政诉讼
未经复议直接起诉
结果维持 0
结果纠正 2
其他结果 0
尚未审结 0
总计 2
复议后起诉
结果维持 1
结果纠正 0
其他结果 1
尚未审结 4
总计 6
五、存在的主要问题及改进情况
";
    expect(page, CHALLENGES, &[]);
    expect(&page.replace(' ', "\n"), CHALLENGES, &[]);
    expect(&page.replace(' ', "\t"), CHALLENGES, &[]);
}

#[test]
fn table_four_in_a_grid_with_blank_cells() {
    let heads = "四、政府信息公开行政复议、行政诉讼情况\n信息内容 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n";
    let rows = "行政复议 |  | 1 |  | 1 | 2 |\n未经复议直接起诉 | 0 | 2 | 0 | 0 | 2 |\n复议后起诉 |  |  |  | 4 | 4 |\n";
    let expected = "
        challenges.review: _ 1 _ 1 2
        challenges.direct_suits: 0 2 0 0 2
        challenges.suits_after_review: _ _ _ 4 4";
    expect(&format!("{heads}{rows}五、存在的主要问题及改进情况\n"), expected, &[]);
}

#[test]
fn table_four_as_tables_with_blank_cells() {
    let page = "四、政府信息公开行政复议、行政诉讼情况
行政复议 |
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
 |  |  | 3 | 3 |
五、存在的主要问题及改进情况
";
    expect(page, "challenges.review: _ _ _ 3 3", &[]);
}

#[test]
fn table_four_with_each_cell_a_line_that_ends_in_a_bar() {
    let page = "四、政府信息公开行政复议、行政诉讼情况
行政复议 |
|
结果维持 |
结果纠正 |
其他结果 |
尚未审结 |
总计 |
|
3 |
1 |
0 |
1 |
5 |
|
五、存在的主要问题及改进情况
";
    expect(page, "challenges.review: 3 1 0 1 5", &[]);
}

/// What is not known for a label of the form must not overwrite the row above.
#[test]
fn a_damaged_label_in_table_four_leaves_its_neighbours_alone() {
    let page = "四、政府信息公开行政复议、行政诉讼情况
信息内容 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
行政复议 |  | 106 | 87 |  | 193 |
未经复议接起诉 | 97 | 95 | 20 | 39 | 251 |
复议后起诉 | 1 | 2 | 3 | 4 | 10 |
五、存在的主要问题及改进情况
";
    let reading = read(page);
    let review = &reading.report.challenges.review;
    assert!(review.upheld.count().is_none(), "{}", rows(&reading));
    assert_ne!(review.total.count(), Some(251), "{}", rows(&reading));
}

// ── damage ──

/// A row of a grid that has fewer cells than its heads does not say which one it has lost.
#[test]
fn a_short_row_of_a_grid_is_not_believed() {
    let page = "<h2>二、主动公开政府信息情况</h2><table><tr><td colspan=4>第二十条第（五）项</tr>
        <tr><td>信息内容<td>上一年项目数量<td>本年增/减<td>处理决定数量</tr>
        <tr><td>行政许可<td>40<td>33</tr></table>";
    let reading = read(page);
    let licensing = &reading.report.proactive.licensing;
    assert!(licensing.change.value().is_none(), "33 may be decisions: {}", rows(&reading));
    assert!(problems(&reading).contains(&ProblemKind::AmbiguousRow));
}

#[test]
fn a_long_row_of_a_grid_is_not_believed() {
    let page = "三、收到和处理政府信息公开申请情况
自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
二、上年结转政府信息公开申请数量 |  |  |  |  |  |  | 1 | 6 |
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
";
    let carried_in = &read(page).report.applications[gongkai::form::Row::CarriedIn];
    assert!(carried_in.other.count().is_none() && carried_in.total.count() != Some(6), "{carried_in:?}");
}

#[test]
fn lines_indented_by_tabs_are_lines() {
    let page = format!(
        "{HEADS}一、本年新收政府信息公开申请数量\n3\n1\n0\n2\n0\n5\n11\n二、上年结转政府信息公开申请数量\n3\n3\n"
    );
    let page = page.replace('\n', "\n\t") + "四、结转下年度继续办理\n";
    let expected = "
        applications.received: 3 1 0 2 0 5 11
        applications.carried_in: ? ? ? ? ? ? ?";
    expect(&page, expected, &[ProblemKind::AmbiguousRow]);
}

#[test]
fn a_blank_row_of_the_form_tells_the_edition() {
    let page = "三、收到和处理政府信息公开申请情况
自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
（六）其他处理 |  |  |  |  |  |  |  |
（七）总计 | 4 | 3 | 2 | 2 | 3 | 0 | 14 |
";
    let expected = "
        applications.outcomes.other: _ _ _ _ _ _ _
        applications.outcomes.total: 4 3 2 2 3 0 14";
    let reading = expect(page, expected, &[]);
    assert_eq!(reading.report.editions.applications, Some(gongkai::form::Edition::E2019));
}

#[test]
fn full_width_signs() {
    let page = "二、主动公开政府信息情况
信息内容 上一年项目数量 本年增/减 处理决定数量
行政许可 ４ ＋５ ２
行政处罚 ４ －３ ２
三、收到和处理政府信息公开申请情况
";
    let expected = "
        proactive.licensing: previous_items=4 change=5 decisions=2
        proactive.penalties: previous_items=4 change=-3 decisions=2";
    expect(page, expected, &[]);
}

// ── cut ──

#[test]
fn a_number_at_the_end_of_a_cut_web_page_is_not_believed() {
    let page = "<h2>三、收到和处理政府信息公开申请情况</h2><table><tr><td><td>自然人<td>商业企业<td>科研机构
        <td>社会公益组织<td>法律服务机构<td>其他<td>总计<tr><td>一、本年新收政府信息公开申请数量<td>446";
    let reading = read(page);
    let cell = gongkai::form::Cell::row(gongkai::form::Row::Received).next().expect("a cell");
    assert!(reading.report.get(cell).value().is_none(), "{}", rows(&reading));
}

#[test]
fn a_number_at_the_end_of_a_cut_page_is_not_believed() {
    let page = format!("{HEADS}一、本年新收政府信息公开申请数量\n3\n1\n0\n2\n0\n5\n1");
    let reading = read(&page);
    let total =
        gongkai::form::Cell::Applications(gongkai::form::Row::Received, gongkai::form::Applicant::Total);
    let flagged = reading.report.get(total).value().is_none()
        || reading.evidence.inferred.contains(&total)
        || reading.problems.iter().any(|it| it.kind == ProblemKind::CutOff && it.cell == Some(total));
    assert!(flagged, "{}", rows(&reading));
}

// ── the edition 2014, whose table is not read ──

const OF_2014: &str = "统计指标\t单位\t统计数
一、主动公开情况\t——\t
（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t120
其中：主动公开规范性文件数\t条\t3
二、回应解读情况\t——\t
三、依申请公开情况\t——\t
（一）收到申请数\t件\t11
6.不同意公开答复数\t件\t1
其中：涉及国家秘密\t件\t0
四、行政复议数量\t件\t1
（一）维持具体行政行为数\t件\t1
七、依申请公开信息收取的费用\t万元\t0";

/// The 2014 table in a web page, as lines with tabs or blanks, and with a line a cell.
fn of_2014() -> [String; 4] {
    let cell = |cell: &str| format!("<td>{cell}</td>");
    let row = |row: &str| format!("<tr>{}</tr>", row.split('\t').map(cell).collect::<String>());
    let html = OF_2014.lines().map(row).collect::<String>();
    [
        format!("<table>{html}</table>"),
        OF_2014.to_owned(),
        OF_2014.replace('\t', "  "),
        OF_2014.replace('\t', "\n"),
    ]
}

#[test]
fn the_table_of_2014_is_not_taken_for_another() {
    for table in of_2014() {
        let page = format!(
            "青岚县人民政府2016年政府信息公开工作年度报告\n一、概述\n本县认真做好公开工作。\n{table}\n"
        );
        let page = if table.starts_with('<') { page.replace('\n', "<br>") } else { page };
        let reading = read_str(&page, &Options::default()).expect("a report");
        let report = &reading.report;
        assert_eq!(rows(&reading), "", "{page}");
        assert_eq!(problems(&reading), [ProblemKind::EditionNotRead], "{page}\n{:#?}", reading.problems);
        assert!(report.extra_rows.is_empty(), "{page}");
        let evidence = &reading.evidence;
        let tables = [&evidence.proactive, &evidence.applications, &evidence.challenges];
        assert!(tables.iter().all(|table| !table.seen && !table.unclaimed), "{page}");
        assert_eq!((report.year, report.agency.as_deref()), (Some(2016), Some("青岚县人民政府")));
        assert_eq!(report.overview.paragraphs, ["本县认真做好公开工作。"], "{page}");
        assert_eq!(report.remarks, Default::default(), "{page}");
    }
}

/// The edition is told by heads and rows, never by the year, and a later form may follow the old table.
#[test]
fn a_page_of_2018_in_a_later_form_is_read() {
    let later = "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n\
                 行政许可\t20\t-1\t300\n";
    for old in [String::new()].into_iter().chain(of_2014().into_iter().skip(1)) {
        let page = format!("青岚县人民政府2018年政府信息公开工作年度报告\n{old}\n{later}");
        let reading = read_str(&page, &Options::default()).expect("a report");
        let expected = "proactive.licensing: previous_items=20 change=-1 decisions=300\n";
        assert_eq!(rows(&reading), expected, "{page}");
        assert_eq!(problems(&reading), [], "{page}");
    }
}

// ── table 四 without its heading ──

/// Groups above their heads are known for what they are when the heading is damaged or missing, whether a
/// table stood before or not.
#[test]
fn table_four_needs_no_heading() {
    let heads = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
    let apart = format!(
        "行政复议\n{heads}\n3\t1\t0\t1\t5\n行政诉讼：未经复议直接起诉\n{heads}\n1\t0\t0\t0\t1\n\
         行政诉讼：复议后起诉\n{heads}\n1\t0\t0\t1\t2\n"
    );
    let flat = format!(
        "行政复议\t行政诉讼\n未经复议直接起诉\t复议后起诉\n{heads}\t{heads}\t{heads}\n\
         3\t1\t0\t1\t5\t1\t0\t0\t0\t1\t1\t0\t0\t1\t2\n"
    );
    let under = format!(
        "\t{heads}\n行政复议\t3\t1\t0\t1\t5\n未经复议直接起诉\t1\t0\t0\t0\t1\n复议后起诉\t1\t0\t0\t1\t2\n"
    );
    let html = |table: &str| {
        let row = |row: &str| format!("<tr><td>{}</td></tr>", row.replace('\t', "</td><td>"));
        format!("<table>{}</table>", table.lines().map(row).collect::<String>())
    };
    let received = "三、收到和处理政府信息公开申请情况\n自然人\n一、本年新收政府信息公开申请数量\n";
    let ended = "三、收到和处理政府信息公开申请情况\n本年没有收到申请，也没有结转的申请。\n首页\n行政复议\n\
                 全年没有发生其他情况。\n五、存在的主要问题及改进情况\n还好。\n";
    for before in ["", received, ended] {
        for heading in
            ["四、政府信息公开行政复议、行政诉情况\n", "四、政府信息公行政复议、行政诉讼情况\n", ""]
        {
            for table in [&apart, &flat, &under] {
                let lines = format!("{before}{heading}{table}").replace('\t', "\n");
                let page = format!("{before}{heading}").replace('\n', "<br>") + &html(table);
                // Lines cannot say which heads stand above a label, and which behind it.
                let lines = (table != &under).then_some(lines);
                for page in
                    [Some(format!("{before}{heading}{table}")), lines, Some(page)].into_iter().flatten()
                {
                    let expected = "challenges.review: 3 1 0 1 5\nchallenges.direct_suits: 1 0 0 0 1\n\
                                    challenges.suits_after_review: 1 0 0 1 2";
                    let read = rows(&read(&page));
                    let of_four = read.lines().filter(|row| row.starts_with("challenges"));
                    assert_eq!(of_four.collect::<Vec<_>>().join("\n"), expected, "{page}");
                }
            }
        }
    }
}

#[test]
fn a_restored_period_of_another_year_is_a_warning() {
    let page = |period: &str| {
        format!(
            "青岚县水利局2023年政府信息公开工作年度报告\n本报告统计期限为{period}。\n一、总体情况\n平稳。\n"
        )
    };
    let severity = |period: &str| {
        let reading = read_str(&page(period), &Options::default()).expect("a report");
        let found = gongkai::check(&reading).findings;
        let mismatch = found.iter().find(|finding| finding.rule == "period-mismatch").expect("another year");
        (reading.evidence.date_restored, mismatch.severity)
    };
    use gongkai::check::Severity::{Error, Warning};
    assert_eq!(severity("2022年1月1日至2022年12月31日"), (false, Error));
    assert_eq!(severity("202211日至20221231日"), (true, Warning));
}

#[test]
fn a_label_followed_by_a_group_and_the_end_is_absent() {
    let page =
        "三、收到和处理政府信息公开申请情况\n自然人\n法人或其他组织\n总计\n（二）部分公开\n（三）不予公开\n";
    let reading = read_str(page, &Options::default()).expect("a report");
    assert!(reading.report.applications[gongkai::form::Row::PartlyGranted].total.is_absent());
}
