//! Never a wrong number in silence: arbitrary reports in every shape, each number right or flagged.
//!
//! Without `PROPTEST_CASES` the same pages are tried at every run, so that a run says something of the
//! change and not of luck; with it, so many random ones are.

#![cfg(all(feature = "html", feature = "encoding"))]

mod support;

use gongkai::form::{Article, Cell, Group, Row, SectionKind};
use gongkai::read::ProblemKind;
use gongkai::report::Entry;
use gongkai::{Options, Reading, Report, read, read_str};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use support::compare::{differences, explain, is_as_printed, is_cut_off, is_right_number};
use support::{Sample, clean, damaged, spelled};

type Outcome = Result<(), TestCaseError>;

/// So many pages for each property, always the same, unless the environment asks for another number.
fn pages(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        failure_persistence: None,
        rng_seed: if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(2026) },
        max_shrink_iters: 1500,
        ..ProptestConfig::default()
    }
}

fn reading_of(page: &str) -> Result<Reading, TestCaseError> {
    read_str(page, &Options::default()).map_err(|error| TestCaseError::fail(format!("{error}\n{page}")))
}

/// Every cell is as printed, the editions are right, and nothing is in doubt.
fn is_read_whole(report: &Report, reading: &Reading, page: &str) -> Outcome {
    let wrong = differences(report, reading, |_, expected, got| is_as_printed(expected, got));
    prop_assert!(wrong.is_empty(), "{}", explain(page, reading, &wrong));
    prop_assert_eq!(reading.report.editions.proactive, report.editions.proactive, "{}", page);
    prop_assert_eq!(reading.report.editions.applications, report.editions.applications, "{}", page);
    let doubt = |kind| matches!(kind, ProblemKind::AmbiguousRow | ProblemKind::UnreadableCell);
    let in_doubt = reading.problems.iter().any(|problem| doubt(problem.kind));
    prop_assert!(!in_doubt, "{}", explain(page, reading, &[]));
    Ok(())
}

/// Whole where the page tells all; right or flagged elsewhere.
fn is_read_as_it_can_be(sample: &Sample, reading: &Reading, page: &str) -> Outcome {
    match sample.style.tells_all() {
        true => is_read_whole(&sample.report(), reading, page),
        false => is_right_or_flagged(&sample.report(), reading, page, sample.keeps_sums()),
    }
}

/// Every number that was read is the one printed, or listed as inferred; where `trusted`, what is
/// inferred is right too.
fn is_right_or_flagged(report: &Report, reading: &Reading, page: &str, trusted: bool) -> Outcome {
    let inferred = &reading.evidence.inferred;
    let right = |cell: Cell, expected: &Entry, got: &Entry| {
        got.value().is_none() || is_right_number(expected, got) || (!trusted && inferred.contains(&cell))
    };
    let wrong = differences(report, reading, right);
    prop_assert!(wrong.is_empty(), "{}", explain(page, reading, &wrong));
    Ok(())
}

/// As [`is_right_or_flagged`], where a problem may also say that the page is cut off in the cell.
fn is_right_or_cut_off(report: &Report, reading: &Reading, page: &str) -> Outcome {
    let inferred = &reading.evidence.inferred;
    let right = |cell: Cell, expected: &Entry, got: &Entry| {
        let flagged = || inferred.contains(&cell) || is_cut_off(reading, cell);
        got.value().is_none() || is_right_number(expected, got) || flagged()
    };
    let wrong = differences(report, reading, right);
    prop_assert!(wrong.is_empty(), "{}", explain(page, reading, &wrong));
    Ok(())
}

/// Blank or absent: prose behind the last label of a table does not tell which.
fn says_nothing(entry: &&Entry) -> bool {
    matches!(entry, Entry::Blank | Entry::Absent)
}

/// A place to cut: anywhere, or right behind a digit of a number.
fn cut(page: &str, at: Index, behind_digit: bool) -> &str {
    let wanted = |&(_, c): &(usize, char)| !behind_digit || c.is_numeric();
    let ends: Vec<usize> = page.char_indices().filter(wanted).map(|(at, c)| at + c.len_utf8()).collect();
    &page[..*at.get(&ends)]
}

/// Pieces of pages in any order: the words of the form, digits, what parts cells, tags.
fn garbage() -> impl Strategy<Value = String> {
    let rows = Row::ALL.iter().map(|row| row.label()).chain(Group::ALL.iter().map(|group| group.label()));
    let cells = Cell::all().flat_map(|cell| <[&str; 2]>::from(cell.labels()));
    let titles = SectionKind::ALL.iter().map(|section| section.label());
    let words: Vec<&str> =
        rows.chain(cells).chain(titles).chain(Article::ALL.iter().map(|it| it.label())).collect();
    let marks = [
        "0",
        "7",
        "12",
        "345",
        "99999999999999999999999",
        "-",
        "/",
        ".",
        ",",
        "，",
        " ",
        "\t",
        "\n",
        "\n\n",
        "|",
        "||",
        "|---|",
        "（",
        "）",
        "、",
        "“",
        "一",
        "<table>",
        "<tr>",
        "<td>",
        "<td colspan=9>",
        "<td rowspan=0>",
        "</td>",
        "</tr>",
        "</table>",
        "<p>",
        "&nbsp;",
        "&#x4e00;",
        "<!--",
        "-->",
        "\u{FEFF}",
        "\u{0}",
        "年",
        "件",
        "万元",
        "2021年政府信息公开工作年度报告",
        "- 3 -",
        "增5",
        "5/2",
    ];
    let piece = prop_oneof![2 => select(words), 3 => select(marks.to_vec()), 1 => Just("1 2 3 4 5 6 21")];
    prop::collection::vec(piece, 0..200).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(pages(60))]

    /// A check of the tests themselves: merged cells fill their tables.
    #[test]
    fn rendered_tables_are_rectangles(sample in clean()) {
        for widths in sample.widths() {
            prop_assert!(widths.iter().all(|&width| width == widths[0]), "{:?}", widths);
        }
    }

    #[test]
    fn clean_pages_are_read_whole(sample in clean()) {
        let page = sample.page();
        is_read_as_it_can_be(&sample, &reading_of(&page)?, &page)?;
    }

    #[test]
    fn other_spellings_are_read_whole(sample in spelled()) {
        let page = sample.page();
        is_read_as_it_can_be(&sample, &reading_of(&page)?, &page)?;
    }

    #[test]
    fn gb18030_declared_as_gb2312_is_read_whole(sample in clean()) {
        let page = sample.page_in("gb2312");
        let (bytes, _, _) = encoding_rs::GB18030.encode(&page);
        let reading = read(&bytes, &Options::default()).map_err(|error| TestCaseError::fail(format!("{error}\n{page}")))?;
        is_read_as_it_can_be(&sample, &reading, &page)?;
    }

    #[test]
    fn damaged_pages_are_right_or_flagged(sample in damaged()) {
        let page = sample.page();
        let reading = reading_of(&page)?;
        is_right_or_flagged(&sample.report(), &reading, &page, sample.keeps_sums())?;
    }

    #[test]
    fn pages_cut_anywhere(sample in prop_oneof![clean(), spelled()], at in any::<Index>(), behind_digit in any::<bool>()) {
        let page = sample.page();
        let page = cut(&page, at, behind_digit);
        // What is left may be too little to be a report.
        if let Ok(reading) = read_str(page, &Options::default()) {
            is_right_or_cut_off(&sample.report(), &reading, page)?;
        }
    }

    #[test]
    fn bytes_cut_anywhere(sample in clean(), at in any::<Index>()) {
        let page = sample.page();
        let end = at.index(page.len());
        let whole = (0..=end).rev().find(|&at| page.is_char_boundary(at)).unwrap_or(0);
        let by_bytes = read(&page.as_bytes()[..end], &Options::default());
        let by_chars = read_str(&page[..whole], &Options::default());
        prop_assert_eq!(by_bytes.is_ok(), by_chars.is_ok(), "cut inside of a character: {}", &page[..whole]);
        if let Ok(reading) = by_bytes {
            is_right_or_cut_off(&sample.report(), &reading, &page[..whole])?;
        }
    }

    #[test]
    fn noise_changes_nothing(mut sample in prop_oneof![clean(), damaged()]) {
        sample.setting.noisy = false;
        let quiet = sample.page();
        sample.setting.noisy = true;
        let noisy = sample.page();
        let expected = reading_of(&quiet)?.report;
        let reading = reading_of(&noisy)?;
        let wrong = differences(&expected, &reading, |_, expected, got| expected == got || [expected, got].iter().all(says_nothing));
        prop_assert!(wrong.is_empty(), "{}", explain(&noisy, &reading, &wrong));
    }

    #[test]
    fn reading_is_deterministic(sample in damaged()) {
        let page = sample.page();
        let twice = [(); 2].map(|()| format!("{:?}", read_str(&page, &Options::default())));
        prop_assert_eq!(&twice[0], &twice[1]);
    }
}

proptest! {
    #![proptest_config(pages(150))]

    #[test]
    fn garbage_never_panics(page in garbage()) {
        let _ = read_str(&page, &Options::default());
    }

    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes, &Options::default());
    }
}
