//! The whole of the prose: invented pages, and any text at all.

use super::testing::page;
use super::{ProseSigns, read};
use crate::read::{ProblemKind, Reading};
use crate::report::{Kind, Level};
use proptest::prelude::*;

fn read_page(text: &str) -> (Reading, ProseSigns) {
    let mut reading = Reading::default();
    let signs = read(&page(text), &[], &mut reading);
    (reading, signs)
}

fn kinds(reading: &Reading) -> Vec<ProblemKind> {
    reading.problems.iter().map(|problem| problem.kind).collect()
}

const PAGE: &str = "首页>政务公开>年报
甲乙县水利局2022年政府信息公开工作年度报告
发布时间：2023-01-12 来源：本站
根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制本报告。数据的统计期限自2022年1月1日起至2022年12月31日止。如有疑问，请与甲乙县水利局办公室联系（电话：0000-123）。
一、总体情况
2022年，本局做了很多工作。
（一）主动公开。公开了水库水位。
二、主动公开政府信息情况
本局没有规章，以下各项为零。
五、存在的主要问题及改进情况
更新不够快，今后加快。
六、其他需要报告的事项
没有。
甲乙县水利局
2023年1月10日
扫一扫在手机上打开";

#[test]
fn a_plain_page_is_read_without_a_problem_but_its_gap() {
    let (reading, signs) = read_page(PAGE);
    let report = &reading.report;
    assert_eq!(report.agency.as_deref(), Some("甲乙县水利局"));
    assert_eq!(
        (report.level, report.kind, report.year),
        (Some(Level::County), Some(Kind::Department), Some(2022))
    );
    assert_eq!(report.period, crate::report::Period::of_year(2022));
    assert_eq!(report.published.map(|date| date.to_string()).as_deref(), Some("2023-01-12"));
    assert_eq!(report.introduction.basis, ["中华人民共和国政府信息公开条例"]);
    assert_eq!(report.introduction.paragraphs.len(), 1);
    assert_eq!(report.overview.parts[0].heading.as_deref(), Some("（一）主动公开"));
    assert_eq!(report.remarks.proactive.paragraphs, ["本局没有规章，以下各项为零。"]);
    assert_eq!(report.other_matters.paragraphs, ["没有。"]);
    assert_eq!(kinds(&reading), [ProblemKind::SectionNotFound, ProblemKind::SectionNotFound]);
    assert!(signs.is_report());
}

#[test]
fn what_is_not_in_the_title_is_said() {
    let (reading, signs) = read_page("一、总体情况\n2023年，丙丁街道办事处认真做好公开工作。");
    assert_eq!(reading.report.agency.as_deref(), Some("丙丁街道办事处"));
    assert_eq!(reading.report.year, Some(2023));
    assert_eq!(kinds(&reading), [ProblemKind::YearNotInTitle, ProblemKind::AgencyNotInTitle]);
    assert!(!signs.is_report());
}

#[test]
fn nothing_certain_is_none() {
    let (reading, _) = read_page("一、总体情况\n我镇认真做好公开工作。");
    assert_eq!((reading.report.agency.as_deref(), reading.report.year), (None, None));
    assert_eq!((reading.report.level, reading.report.kind), (Some(Level::Township), Some(Kind::Government)));
    assert_eq!(kinds(&reading), [ProblemKind::YearUnknown, ProblemKind::AgencyUnknown]);
}

#[test]
fn pages_about_reports_are_none() {
    for text in [
        "甲乙县2022年政府信息公开工作年度报告解读\n根据《条例》编制的年度报告已经发布。",
        "甲乙县2022年政府信息公开工作年度报告政策解读\n原文：\n甲乙县2022年政府信息公开工作年度报告",
        "关于做好2022年政府信息公开工作年度报告编制工作的通知\n请各单位根据《条例》编制年度报告。",
        "甲乙县政府信息公开工作年度报告制度\n第一条 为了规范年度报告，制定本制度。",
    ] {
        assert!(!read_page(text).1.is_report(), "{text}");
    }
}

#[test]
fn the_sentences_of_an_introduction_are_no_overview() {
    let period = "本报告所列数据的统计期限自2023年1月1日至2023年12月31日。";
    let contact = "如对本报告有疑问，请与甲乙县水利局办公室联系。";
    let text = "今年以来，本局联系群众，公开了水库水位。";
    let title = "甲乙县水利局2023年政府信息公开工作年度报告";
    let (reading, _) =
        read_page(&format!("{title}\n{period}\n{contact}\n{text}\n二、主动公开政府信息情况\n没有。"));
    assert_eq!(reading.report.introduction.paragraphs, [period, contact]);
    assert_eq!(reading.report.overview.paragraphs, [text]);
    assert_eq!(reading.report.period, crate::report::Period::of_year(2023));
    let (reading, _) = read_page(&format!("{title}\n{period}\n二、主动公开政府信息情况\n没有。"));
    assert_eq!(reading.report.introduction.paragraphs, [period]);
    assert!(reading.report.overview.paragraphs.is_empty());
}

#[test]
fn an_old_page_says_that_its_table_is_not_read() {
    let (reading, signs) =
        read_page("甲乙县2016年政府信息公开工作年度报告\n一、概述\n还好。\n附件：统计指标");
    assert!(signs.legacy && kinds(&reading).contains(&ProblemKind::EditionNotRead));
    assert_eq!(reading.report.overview.heading.as_deref(), Some("一、概述"));
}

#[test]
fn hostile_texts_take_linear_time() {
    for unit in [
        "一、",
        "1",
        "2021年1月1日至",
        "（一）",
        "报告由",
        "政府信息公开",
        "与",
        "《",
        "。一、",
        "二〇",
        " ",
        "县",
    ] {
        for end in ["", "\n"] {
            let text = format!("{unit}{end}").repeat(200_000 / (unit.len() + end.len()));
            read_page(&text);
        }
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "一、总体情况", "二、主动公开政府信息情况", "（一）", "1.", "2021", "年", "月", "1", "12", "31", "日", "至",
                "甲县", "人民政府", "办公室", "政府信息公开工作", "年度报告", "根据《条例》", "》", "编制", "由", "与", "联系",
                "\n", " ", "，", "。", "(jù)", "𠀀", "\u{200B}", "（", "）", "〔", "发布时间：", "我镇", "统计期限", "…", "-",
            ]),
            0..60,
        ),
        used in prop::collection::vec(any::<bool>(), 0..20),
        any in ".{0,40}",
    ) {
        let text = format!("{}{any}", words.concat());
        let mut reading = Reading::default();
        read(&page(&text), &used, &mut reading);
    }
}
