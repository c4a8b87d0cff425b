//! Pages that nobody means well are read or refused, in time in proportion to their size, and never
//! with a panic. How time grows is measured by `cargo bench --bench growth`; here pages are so large
//! that whatever is not linear does not end.
#![cfg(all(feature = "html", feature = "encoding"))]

#[path = "support/hostile.rs"]
mod hostile;

use gongkai::read::ProblemKind;
use gongkai::{Error, Options, audit, read, read_str};

/// Large in an optimised build, smaller where every step takes long.
const SIZE: usize = if cfg!(debug_assertions) { 192 << 10 } else { 2 << 20 };

fn kind_of(bytes: &[u8]) -> &'static str {
    match read(bytes, &Options::default()) {
        Ok(_) => "read",
        Err(error) => {
            let message = error.message();
            assert!(!message.zh.is_empty() && !message.en.is_empty());
            error.kind()
        }
    }
}

#[test]
fn what_is_no_text_says_so() {
    for (bytes, kind) in [
        (&b""[..], "empty"),
        (b" \t\r\n\n  ", "empty"),
        ("\u{feff}\u{3000}\u{a0}\n".as_bytes(), "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 and so on", if cfg!(feature = "pdf") { "container-broken" } else { "feature-needed" }),
        (b"{\\rtf1 and so on", "format-not-read"),
        (b"PK\x03\x04 and so on", "format-not-read"),
        (b"text with\0a NUL in it", "not-text"),
        (&[0; 4096], "not-text"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08", "not-text"),
        ("一页与年报无关的文字。".as_bytes(), "not-a-report"),
        (b"<html><p>nothing of the kind</html>", "not-a-report"),
        (b"<", "not-a-report"),
        (b"\x80", "not-a-report"),
    ] {
        assert_eq!(kind_of(bytes), kind, "{:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(24)]));
    }
}

#[test]
fn bytes_of_chance_are_no_report() {
    let mut state = 1_u64;
    let mut byte = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    };
    for size in [1, 2, 3, 100, 10_000, SIZE] {
        let bytes: Vec<u8> = (0..size).map(|_| byte()).collect();
        assert_ne!(kind_of(&bytes), "read", "{size} bytes");
    }
}

#[test]
fn a_page_may_end_in_any_byte() {
    let page = include_str!("../examples/data/sample.txt");
    let (gb, _, _) = encoding_rs::GB18030.encode(page);
    for bytes in [page.as_bytes(), &gb] {
        let middle = bytes.len() / 2;
        for end in (middle..middle + 64).chain(bytes.len() - 16..bytes.len()) {
            assert_eq!(kind_of(&bytes[..end]), "read", "cut at {end}");
        }
    }
}

#[test]
fn every_limit_is_kept_and_named() {
    let deep = format!("{}规章{}", "<div>".repeat(600), "</div>".repeat(600));
    let cells = format!("<table><tr>{}</table>", "<td>1".repeat(200));
    let text_cells = "规章\t1\t2\t3\n".repeat(60);
    let limited = |set: fn(&mut Options), page: &str| {
        let mut options = Options::default();
        set(&mut options);
        match read_str(page, &options) {
            Err(Error::TooLarge { limit, .. }) => limit,
            Err(error) => panic!("{error}"),
            Ok(_) => "none",
        }
    };
    assert_eq!(limited(|options| options.limits.bytes = 100, &deep), "bytes");
    assert_eq!(limited(|options| options.limits.depth = 100, &deep), "depth");
    assert_eq!(limited(|_| (), &deep), "depth");
    assert_eq!(limited(|options| options.limits.cells = 100, &cells), "cells");
    assert_eq!(limited(|options| options.limits.cells = 100, &text_cells), "cells");
    let numbers = "三、收到和处理政府信息公开申请情况\n".to_owned() + &"规章 1 2 3\n".repeat(60);
    assert_eq!(limited(|options| options.limits.cells = 100, &numbers), "cells");
    assert_eq!(limited(|options| options.limits.lines = 50, &numbers), "lines");
    assert_eq!(limited(|options| options.limits.lines = 50, &"<p>规章".repeat(60)), "lines");
    assert_eq!(limited(|options| options.limits.elements = 50, &"<p>规章".repeat(60)), "elements");
    let attributes: String = (0..20_000).map(|number| format!(" a{number}")).collect();
    assert_eq!(limited(|_| (), &format!("<html><p{attributes}>")), "attributes");
}

#[test]
fn problems_without_number_are_counted_only() {
    let page =
        "三、收到和处理政府信息公开申请情况\n".to_owned() + &"（一）予以公布者 1 2 3 4 5 6 7\n".repeat(100);
    let problems = |most: usize| {
        let mut options = Options::default();
        options.limits.problems = most;
        read_str(&page, &options).expect("a report").problems
    };
    let all = problems(1000);
    let some = problems(10);
    assert!(all.len() >= 100 && all.iter().all(|problem| problem.kind != ProblemKind::MoreProblems));
    let told = some.iter().position(|problem| problem.kind == ProblemKind::MoreProblems);
    assert_eq!(told, Some(10));
    assert_eq!(some[..10], all[..10]);
}

#[test]
fn hostile_pages_end() {
    for kind in hostile::ALL {
        let page = kind.page(SIZE);
        let audit = audit(&page, &Options::default());
        if let gongkai::AuditResult::Failed { error } = audit.result {
            assert!(matches!(error.kind.as_str(), "not-a-report" | "too-large"), "{}: {error:?}", kind.name);
        }
    }
}

#[test]
fn deep_pages_are_refused() {
    for tag in ["div", "b", "table><tr><td", "font", "ul><li", "a", "p", "svg", "select", "form", "template"]
    {
        let page = format!("<html>{}", format!("<{tag}>").repeat(SIZE / (tag.len() + 2)));
        let error = read_str(&page, &Options::default()).expect_err("no report");
        assert!(matches!(error.kind(), "too-large" | "not-a-report"), "{tag}: {error}");
    }
}

#[test]
fn one_tag_may_not_have_any_number_of_attributes() {
    let names: String = (0..SIZE / 8).map(|number| format!(" a{number}")).collect();
    let page = format!("<html><p{names}>望津市2023年政府信息公开工作年度报告</p>");
    let error = read_str(&page, &Options::default()).expect_err("too many");
    assert_eq!(error.kind(), "too-large");
}

#[test]
fn a_number_of_a_million_digits_is_unreadable() {
    let page = format!(
        "望津市2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n一、本年新收政府信息公开申请数量\t{}\t0\t0\t0\t0\t0\t1\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
        "7".repeat(1_000_000)
    );
    let reading = read_str(&page, &Options::default()).expect("a report");
    let received = &reading.report.applications[gongkai::form::Row::Received];
    assert!(received.natural_person.value().is_none(), "no number");
    assert_eq!(received.total.count(), Some(1));
    assert!(!reading.problems.is_empty());
}
