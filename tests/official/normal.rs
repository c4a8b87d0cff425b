//! What the form cannot tell: the report as it comes back, as the documentation of `render::official` has it.

use gongkai::form::{Cell, Edition, Editions, ProactiveColumn, SectionKind, Table};
use gongkai::report::{Entry, Narrative, Number};
use gongkai::{Options, Report, read_str};
use std::collections::BTreeMap;

/// The report as it comes back.
pub(crate) fn normalised(report: &Report) -> Report {
    let mut normal = report.clone();
    whole_rows(&mut normal);
    for cell in Cell::all() {
        let entry = said(cell, normal.get(cell));
        normal.set(cell, entry).expect("a cell of the form");
    }
    headings(&mut normal);
    front(&mut normal);
    normal.editions = editions(&normal);
    normal.extra_rows.sort_by_key(|row| row.table);
    normal
}

/// A row of which a cell is printed is printed whole; so is a group of table 四.
fn whole_rows(report: &mut Report) {
    let all = Cell::all().map(|cell| (row_of(report, cell), cell));
    let rows: Vec<Vec<Cell>> = all
        .fold(BTreeMap::<_, Vec<Cell>>::new(), |mut rows, (row, cell)| {
            rows.entry(row).or_default().push(cell);
            rows
        })
        .into_values()
        .collect();
    for row in rows {
        let is_printed = row.iter().any(|&cell| !report.get(cell).is_absent());
        for cell in row.into_iter().filter(|_| is_printed) {
            if report.get(cell).is_absent() {
                report.set(cell, Entry::Blank).expect("a cell of the form");
            }
        }
    }
}

/// The row in which a cell is printed, if it is.
fn row_of(report: &Report, cell: Cell) -> (u8, usize) {
    match cell {
        Cell::Proactive(row, column) => {
            let of = |edition: Edition| {
                row.columns(edition).iter().map(move |&column| Cell::Proactive(row, column))
            };
            let printed =
                |edition: Edition| of(edition).filter(|cell| !report.get(*cell).is_absent()).count();
            let all = ProactiveColumn::ALL
                .iter()
                .map(|&column| Cell::Proactive(row, column))
                .filter(|cell| !report.get(*cell).is_absent())
                .count();
            let own = report.editions.proactive;
            let whole = Edition::CURRENT.iter().copied().filter(|&edition| printed(edition) == all);
            let best = whole.min_by_key(|&edition| (of(edition).count(), Some(edition) != own));
            let is_printed = best.is_none_or(|edition| row.columns(edition).contains(&column));
            (0, 2 * row as usize + usize::from(is_printed))
        }
        Cell::Applications(row, _) => (1, row as usize),
        Cell::Challenges(row, _) => (2, row as usize),
        _ => unreachable!("three tables"),
    }
}

/// What a cell says of its number: the kind that the form asks for, so far as it is one.
fn said(cell: Cell, entry: &Entry) -> Entry {
    let Entry::Value(number) = entry else { return entry.clone() };
    let decimal = number.decimal();
    let is_whole = decimal.scale() == 0;
    let number = match i128::try_from(decimal).ok().filter(|_| is_whole) {
        _ if cell.is_amount() => Number::Amount(decimal),
        None => Number::Amount(decimal),
        Some(whole) if !cell.is_change() && whole >= 0 => u64::try_from(whole).map_or(*number, Number::Count),
        Some(whole) => i64::try_from(whole).map_or(*number, Number::Change),
    };
    // More than a count can hold is no number.
    let most = rust_decimal::Decimal::from(u64::MAX);
    if is_whole && decimal.abs() > most {
        return Entry::Unreadable(decimal.to_string().into());
    }
    number.into()
}

/// The edition of each table as its cells show it; where they are in both forms, the one that it is printed in.
fn editions(report: &Report) -> Editions {
    let own = report.editions;
    let printed = |table| report.cells().map(|(cell, _)| cell).filter(move |cell| cell.table() == table);
    let shown = |table: Table| {
        let is_only = |cell: Cell, edition: Edition| {
            Edition::CURRENT.iter().all(|&other| cell.is_in(other) == (other == edition))
        };
        let order = if table == Table::Proactive {
            [Edition::E2019, Edition::E2021]
        } else {
            [Edition::E2021, Edition::E2019]
        };
        order.into_iter().find(|&edition| printed(table).any(|cell| is_only(cell, edition)))
    };
    let has = |table| printed(table).next().is_some();
    let proactive = shown(Table::Proactive).or(own.proactive.filter(|_| has(Table::Proactive)));
    let applications = shown(Table::Applications);
    let agreed = Editions { proactive, applications, challenges: None }.agreed();
    Editions { proactive, applications, challenges: agreed.filter(|_| has(Table::Challenges)) }
}

/// A report without any heading is given those of the form.
fn headings(report: &mut Report) {
    if SectionKind::ALL.iter().any(|&kind| report.narrative(kind).heading.is_some()) {
        return;
    }
    for &kind in SectionKind::ALL {
        let table = kind.table().is_some_and(|table| {
            report.cells().any(|(cell, _)| cell.table() == table)
                || report.extra_rows.iter().any(|row| row.table == table)
        });
        if !table && report.narrative(kind).is_silent() {
            continue;
        }
        place(report, kind).heading = Some(kind.label().to_owned());
    }
}

/// A report without a title has the one that body and year make, the period is stated, and what follows from
/// title and introduction follows from them.
fn front(report: &mut Report) {
    let (agency, year) = (report.agency.clone(), report.year);
    let told = read_str(&page_of(report), &Options::default()).unwrap_or_default().report;
    if report.title.is_none() && (told.agency != agency || told.year != year) {
        let year = year.map(|year| format!("{year}年")).unwrap_or_default();
        report.title = Some(format!("{}{year}政府信息公开工作年度报告", agency.unwrap_or_default()));
    }
    if let Some(period) = report.period.filter(|period| told.period != Some(*period)) {
        let day = |day: chrono::NaiveDate| day.format("%Y年%-m月%-d日").to_string();
        let sentence = format!("本报告所列数据的统计期限自{}起至{}止。", day(period.start), day(period.end));
        report.introduction.paragraphs.push(sentence);
    }
    let told = read_str(&page_of(report), &Options::default()).unwrap_or_default().report;
    (report.level, report.kind) = (told.level, told.kind);
    report.introduction.basis = told.introduction.basis;
    report.introduction.contact = told.introduction.contact;
}

/// A page of what may name body, year and period.
fn page_of(report: &Report) -> String {
    let mut lines: Vec<&str> = report.title.as_deref().into_iter().collect();
    lines.extend(report.agency.as_deref().filter(|_| report.title.is_some()));
    lines.extend(report.introduction.paragraphs.iter().map(String::as_str));
    lines.extend(report.overview.heading.as_deref());
    lines.extend(report.overview.texts());
    // Without a title it is the table that makes it a report.
    lines.push("第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t1");
    lines.extend(report.other_matters.heading.as_deref());
    lines.extend(report.other_matters.texts());
    lines.join("\n\n") + "\n"
}

/// Whether what came back is what a cell says; what cannot be read may come back behind a sign.
pub(crate) fn is_same(expected: &Entry, got: &Entry) -> bool {
    match (expected, got) {
        (Entry::Unreadable(text), Entry::Unreadable(got)) => {
            **got == *text.trim() || **got == *format!("？{}", text.trim()) || &**got == "？无法辨认"
        }
        _ => expected == got,
    }
}

/// What a Word file tells of prose: several blanks are one, and where lines are broken is not known, so that
/// the parts of a sentence are put together.
pub(crate) fn in_word(mut report: Report) -> Report {
    paragraphs_in_word(&mut report.introduction.paragraphs);
    SectionKind::ALL.iter().for_each(|&kind| narrative_in_word(place(&mut report, kind)));
    report
}

fn narrative_in_word(narrative: &mut Narrative) {
    narrative.heading.iter_mut().for_each(|heading| *heading = blanks_in_word(heading));
    paragraphs_in_word(&mut narrative.paragraphs);
    narrative.parts.iter_mut().for_each(narrative_in_word);
}

fn paragraphs_in_word(paragraphs: &mut Vec<String>) {
    let mut whole: Vec<String> = Vec::new();
    for text in paragraphs.drain(..).map(|text| blanks_in_word(&text)) {
        match whole.last_mut().filter(|last| !last.ends_with(['。', '；', '：', '！', '）'])) {
            Some(last) => last.push_str(&text),
            None => whole.push(text),
        }
    }
    *paragraphs = whole;
}

fn blanks_in_word(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The prose of a section.
pub(crate) fn place(report: &mut Report, kind: SectionKind) -> &mut Narrative {
    match kind {
        SectionKind::Overview => &mut report.overview,
        SectionKind::Proactive => &mut report.remarks.proactive,
        SectionKind::Applications => &mut report.remarks.applications,
        SectionKind::Challenges => &mut report.remarks.challenges,
        SectionKind::Improvement => &mut report.improvement,
        SectionKind::OtherMatters => &mut report.other_matters,
    }
}
