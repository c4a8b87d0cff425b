//! What prose says of the tables: nothing that it does not say, and nothing wrong.

use gongkai::Report;
use gongkai::check::check;
use gongkai::form::{Applicant, Cell, ChallengeRow, Edition, Row};
use gongkai::report::{Kind, Prose, Statements};
use proptest::prelude::*;
use proptest::sample::select;
use std::fmt::Write;

fn report(overview: &str) -> Report {
    let mut report = Report { overview: overview.into(), ..Report::filled(Edition::E2021, 0) };
    (report.agency, report.kind) = (Some("青岚县水利局".to_owned()), Some(Kind::Department));
    report.year = Some(2023);
    report
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// The first cell of each claim and denial, without its table.
fn said(prose: &Prose) -> String {
    let path = |cell: Cell| {
        let path = cell.to_string();
        let (table, rest) = path.split_once('.').expect("a path");
        if table == "proactive" {
            let row = rest.split('.').next().expect("a row");
            return if row == "fees" { row } else { "rules" }.to_owned();
        }
        rest.to_owned()
    };
    let claims = prose.claims.iter().map(|claim| format!("{} {}", path(claim.subject[0].cell), claim.value));
    let denials = prose.denials.iter().map(|denial| format!("!{}", path(denial.subject[0].cell)));
    claims.chain(denials).collect::<Vec<_>>().join("; ")
}

#[test]
fn what_is_said_is_read() {
    let mut wrong = String::new();
    for line in lines(include_str!("claims/said.txt")) {
        let (text, meant) = line.split_once('|').expect("a sentence and what it says");
        let found = said(&Prose::of(&report(text.trim())));
        if found != meant.trim() {
            let _ = writeln!(wrong, "{}\n  meant {}\n  found {found}", text.trim(), meant.trim());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(lines(include_str!("claims/said.txt")).count() >= 60);
}

#[test]
fn what_is_not_said_is_not_read() {
    let mut wrong = String::new();
    for text in lines(include_str!("claims/unsaid.txt")) {
        let mut prose = Prose::of(&report(text));
        // What a report must say is another matter.
        prose.statements = Statements::default();
        if prose != Prose::default() {
            let _ = writeln!(wrong, "{text}\n  found {} {:?}", said(&prose), prose.breakdowns);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(lines(include_str!("claims/unsaid.txt")).count() >= 60);
}

/// The figures of a report that prose tells.
#[derive(Debug, Clone)]
struct Figures {
    people: u64,
    firms: u64,
    carried_in: u64,
    carried_out: u64,
    /// 予以公开, 部分公开, 不予公开, 无法提供, 不予处理; the rest of what is concluded is 其他处理.
    outcomes: [u64; 5],
    review: [u64; 4],
}

fn figures() -> impl Strategy<Value = Figures> {
    let outcomes = prop::array::uniform5(1..400_u64);
    (1..900_u64, 1..90_u64, 0..30_u64, 1..30_u64, outcomes, prop::array::uniform4(0..20_u64)).prop_map(
        |(people, firms, carried_in, carried_out, outcomes, review)| Figures {
            people: people + outcomes.iter().sum::<u64>() + carried_out,
            firms,
            carried_in,
            carried_out,
            outcomes,
            review,
        },
    )
}

impl Figures {
    fn received(&self) -> u64 {
        self.people + self.firms
    }

    fn concluded(&self) -> u64 {
        self.received() + self.carried_in - self.carried_out
    }

    fn other(&self) -> u64 {
        self.concluded() - self.outcomes.iter().sum::<u64>()
    }

    /// The consistent report that has them.
    fn report(&self) -> Report {
        let mut report = report("");
        let (people, firms) = (self.people, self.firms);
        let row = |count: u64| [count, 0, 0, 0, 0, 0, count].into();
        report.applications[Row::Received] = [people, firms, 0, 0, 0, 0, people + firms].into();
        report.applications[Row::CarriedIn] = row(self.carried_in);
        report.applications[Row::CarriedOut] = row(self.carried_out);
        let rows = [Row::Granted, Row::PartlyGranted, Row::ThirdPartyRights, Row::NotHeld, Row::Duplicate];
        for (at, count) in rows.into_iter().zip(self.outcomes) {
            report.applications[at] = row(count);
        }
        report.applications[Row::OtherOther] = [self.other() - firms, firms, 0, 0, 0, 0, self.other()].into();
        report.applications[Row::OutcomesTotal] =
            [self.concluded() - firms, firms, 0, 0, 0, 0, self.concluded()].into();
        let [upheld, corrected, other, pending] = self.review;
        let total = self.review.iter().sum();
        report.challenges[ChallengeRow::Review] = [upheld, corrected, other, pending, total].into();
        report
    }
}

/// A number as prose prints it: with commas, in full width, in Chinese numerals.
fn number(number: u64, style: usize) -> String {
    match style {
        1 if number >= 1000 => format!("{},{:03}", number / 1000, number % 1000),
        2 => {
            number.to_string().chars().map(|c| char::from_u32(c as u32 + 0xFEE0).expect("a digit")).collect()
        }
        3 if number <= 10 => {
            "零一二三四五六七八九十".chars().zip(0..).filter(|(_, n)| *n == number).map(|(c, _)| c).collect()
        }
        4 => format!(" {number} "),
        _ => number.to_string(),
    }
}

const TEMPLATES: [&str; 8] = [
    "2023年，我局共收到政府信息公开申请{r}，其中自然人{p}，法人或其他组织{f}。办结政府信息公开申请{c}，结转下年度{o}。",
    "全年新收政府信息公开申请{r}，上年结转{i}，办结{c}，结转下年度继续办理{o}。",
    "本年度受理依申请公开{r}（另有上年结转{i}），其中：自然人申请{p}、法人或其他组织申请{f}；已办结{c}，{o}结转下年度办理。",
    "新收政府信息公开申请{r}。上年结转{i}。办结政府信息公开申请{c}，予以公开{a}、部分公开{b}、不予公开{d}、无法提供{e}、不予处理{g}、其他处理{h}。",
    "县水利局接收政府信息公开申请{r}，办理完毕{c}。其中，予以公开{a}，部分公开{b}，不予公开{d}，无法提供{e}，不予处理{g}，作其他处理{h}，转下年度办理{o}。",
    "因政府信息公开引起的行政复议{v}，其中结果维持{w}，结果纠正{x}，其他结果{y}，尚未审结{z}。全年新收政府信息公开申请{r}。",
    "收到{r}政府信息公开申请，予以公开、部分公开分别为{a}、{b}，均已答复。",
    "全年新收政府信息公开申请{r}，较上年增加2件，增长8.5%；按申请人分，自然人{p}，法人或其他组织{f}。",
];

/// Each figure of a template, in order: its letter and its number.
fn fill(
    template: &str,
    figures: &Figures,
    unit: char,
    style: usize,
    changed: Option<usize>,
) -> (String, usize) {
    let (mut text, mut count) = (String::new(), 0);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (letter, after) = after.split_once('}').expect("a closed brace");
        let [a, b, d, e, g] = figures.outcomes;
        let [w, x, y, z] = figures.review;
        let value = match letter {
            "r" => figures.received(),
            "p" => figures.people,
            "f" => figures.firms,
            "i" => figures.carried_in,
            "o" => figures.carried_out,
            "c" => figures.concluded(),
            "a" => a,
            "b" => b,
            "d" => d,
            "e" => e,
            "g" => g,
            "h" => figures.other(),
            "v" => w + x + y + z,
            "w" => w,
            "x" => x,
            "y" => y,
            _ => z,
        };
        // No sum of the report is so large, so the changed figure is right in no reading.
        let value = if changed == Some(count) { value + 100_000 } else { value };
        let _ = write!(text, "{before}{}{unit}", number(value, style));
        (rest, count) = (after, count + 1);
    }
    (text + rest, count)
}

proptest! {
    #[test]
    fn every_wording_is_read_and_every_change_found(
        figures in figures(),
        template in select(&TEMPLATES[..]),
        unit in select(&['件', '宗', '份', '起'][..]),
        style in 0..5_usize,
        changed in 0..16_usize,
    ) {
        let mut report = figures.report();
        let (text, count) = fill(template, &figures, unit, style, None);
        report.overview = text.as_str().into();
        let prose = Prose::of(&report);
        prop_assert_eq!(prose.claims.len(), count, "{}", text);
        prop_assert_eq!(check(gongkai::check::Case::new(&report).with_prose(&prose)).findings, [], "{}", text);

        let (text, _) = fill(template, &figures, unit, style, Some(changed % count));
        report.overview = text.as_str().into();
        let prose = Prose::of(&report);
        let findings = check(gongkai::check::Case::new(&report).with_prose(&prose)).findings;
        let rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
        prop_assert_eq!(rules, ["narrative-mismatch"], "{}", text);
        let passage = findings[0].passage.and_then(|passage| report.passage(passage));
        prop_assert!(passage.is_some_and(|passage| !passage.is_empty()));
    }

    #[test]
    fn any_prose_is_read_without_harm(words in prop::collection::vec(select(&PIECES[..]), 0..60)) {
        let mut report = report(&words.concat());
        report.remarks.challenges = words.concat().as_str().into();
        let prose = Prose::of(&report);
        for claim in &prose.claims {
            prop_assert!(report.passage(claim.passage).is_some());
        }
        check(gongkai::check::Case::new(&report).with_prose(&prose));
    }
}

const PIECES: [&str; 44] = [
    "收到",
    "政府信息公开申请",
    "46件",
    "，",
    "。",
    "、",
    "（",
    "）",
    "其中",
    "自然人",
    "法人或其他组织",
    "办结",
    "结转",
    "下年度",
    "上年",
    "2023年",
    "2022年",
    "行政复议",
    "行政诉讼",
    "维持",
    "均",
    "未",
    "无",
    "发生",
    "因",
    "引起的",
    "17.46%",
    "占",
    "予以公开",
    "不予公开",
    "分别为",
    "3件",
    "一件",
    "余",
    "万",
    "元",
    "“",
    "”",
    "《",
    "》",
    "；",
    "我局",
    "市公安局",
    "\n",
];

/// How long an input of many copies takes is a matter of its length alone: this one takes no time.
#[test]
fn hostile_prose_is_read_in_time() {
    let report_of = |text: String| {
        let mut report = report("");
        report.overview.paragraphs = vec![text];
        report
    };
    for piece in [
        "其中",
        "申请9",
        "9",
        "收到政府信息公开申请1件，",
        "申请（",
        "一",
        "予以公开、",
        "未收到",
        "申请1件。",
        "上年结转",
        "申请,",
    ] {
        let prose = Prose::of(&report_of(format!("收到政府信息公开申请{}", piece.repeat(100_000))));
        assert!(prose.claims.len() <= 200_000);
    }
}

#[test]
fn blank_cells_and_other_columns_are_left_alone() {
    let mut report = report("全年新收政府信息公开申请46件。");
    report.applications[Row::Received].total = gongkai::report::Entry::Blank;
    let prose = Prose::of(&report);
    let findings = check(gongkai::check::Case::new(&report).with_prose(&prose)).findings;
    assert!(findings.iter().all(|finding| finding.rule != "narrative-mismatch"), "{findings:?}");
    assert_eq!(prose.claims[0].subject[0].cell, Cell::Applications(Row::Received, Applicant::Total));
}
