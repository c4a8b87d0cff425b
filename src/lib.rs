//! Every year, every Chinese government body publishes a 政府信息公开工作年度报告: an annual report on
//! government information disclosure. Its form is prescribed: six sections, and in them three statutory
//! tables of up to 200 numbers with sums that must agree. `gongkai` (公开) reads such a report, in whatever
//! shape a government site published it, into one typed model, and says what does not add up and why.
//!
//! # Ten lines
//!
//! ```
//! use gongkai::form::{Applicant, Cell, Row};
//! use gongkai::{Language, Options};
//!
//! # let page = include_str!("../examples/data/sample.txt");
//! let reading = gongkai::read(page.as_bytes(), &Options::default())?;
//! assert_eq!(reading.report.agency.as_deref(), Some("澄岭县人民政府"));
//! assert_eq!(reading.report.applications[Row::Received].natural_person.count(), Some(38));
//!
//! let received = Cell::Applications(Row::Received, Applicant::NaturalPerson);
//! assert_eq!(received.to_string(), "applications.received.natural_person");
//! assert_eq!(reading.printed(received), Some("38"));
//! assert_eq!(reading.place(received).and_then(|place| place.line), Some(35));
//!
//! let checked = gongkai::check(&reading);
//! let found: Vec<_> = checked.findings.iter().map(|finding| finding.rule).collect();
//! assert_eq!(found, ["challenges-sum"]);
//! println!("{}", checked.findings[0].message.text(Language::English));
//! # Ok::<(), gongkai::Error>(())
//! ```
//!
//! The same without a page, for a report that a program has made or loaded:
//!
//! ```
//! use gongkai::form::Edition;
//! use gongkai::report::Report;
//!
//! let mut report = Report::filled(Edition::E2021, 0);
//! report.challenges.review = [3, 1, 0, 1, 0].into();
//! let checked = gongkai::check(&report);
//! assert_eq!(checked.findings[0].expected.as_deref(), Some("5"));
//! ```
//!
//! And everything at once, as the JSON contract has it: [`audit`](audit()) takes bytes and gives an
//! [`Audit`], which serialises, and which the module `render` shows to people;
//! [`audit_with_previous`] compares with the report of the year before as well.
//!
//! # What can be told apart
//!
//! - A **[finding](check::Finding)** is a fault of the report: the [rule](mod@check), the law or the line of
//!   the form behind it, the cells, the arithmetic. A **[problem](read::Problem)** is a difficulty of the
//!   reading: a label with lost characters, a row with too few numbers, a page that is cut off.
//! - What a cell says is an **[`Entry`](report::Entry)**: absent, blank, an explicit nothing (`/`, 无),
//!   unreadable, or a value. Blank is not zero, and a cell that was not found is never 0.
//! - What reading a page showed is its **[`Evidence`](report::Evidence)**: which cells were inferred from
//!   the sums, which tables were seen to their end. It goes with the [`Reading`], not with the report.
//! - Every rule **[answers](check::Outcome)** for every report: passed (with how many equations), found,
//!   or skipped with a reason. Silence is not a pass.
//!
//! # The rooms
//!
//! Data goes one way; each room knows only those above it.
//!
//! | room | holds |
//! |---|---|
//! | [`form`] | the official forms as data: editions, rows, columns, [`Cell`](form::Cell), labels, the article behind each, sums |
//! | [`report`] | the typed model of one report, and the evidence of how it was read |
//! | [`source`] | a page as a tape of lines and table rows, each with its place; the decoding of bytes |
//! | [`read`](mod@read) | from a page to a [`Reading`]; the [catalogue of problems](mod@read#the-kinds-of-problems) |
//! | [`check`](mod@check) | the [catalogue of rules](mod@check#the-rules), findings, outcomes |
//! | `render` | reports and findings for people, as text and as web pages (feature `render`) |
//!
//! # Decisions
//!
//! - **No I/O.** Bytes or text go in, data comes out; no file is opened and no thread started. Files,
//!   directories and progress bars are in the examples.
//! - **A published mistake is never repaired** in the model. What was likely meant is a
//!   [`Cause`](check::Cause) beside the finding.
//! - **Blank is not zero.** Small bodies leave zeros blank, others leave cells blank that they forgot.
//!   [`Entry::or_zero`](report::Entry::or_zero) is for those who know which it is.
//! - **Rules have names, not numbers**, in kebab-case, frozen, with aliases when renamed. An unknown name
//!   in a [`Selection`] is an error, so that no rule is switched off by a misprint that nobody sees.
//! - **The edition is told by the page,** block by block, never by the year: bodies go on using old
//!   forms, and mix them.
//! - **Sums are data.** A [`Relation`](form::Relation) is read when a row is ambiguous, checked by the
//!   rules, turned round by the [diagnosis](check::diagnose()), and written down once. Sums are exact:
//!   integers and decimals, no floats.
//! - **Rules see no prose.** What it says is read beforehand into [`Prose`](report::Prose): figures of the
//!   tables, denials, percentages, headings, what was not filled in. What is less than certain is no figure.
//! - **Hostile input** is an ordinary input: no panic, no unsafe code, linear time, memory within
//!   [`Limits`]. What cannot be read at all is an [`Error`]; everything else is a problem, and reading
//!   goes on.
//! - **Both languages, always.** A [`Message`] has its Chinese and its English side by side.
//!
//! # Features
//!
//! | feature | what it adds | default |
//! |---|---|---|
//! | `html` | web pages, read the way a browser reads them | yes |
//! | `encoding` | bytes in UTF-16, GB18030, GBK, or as the page declares (Big5 …); without it they must be UTF-8 | yes |
//! | `docx` | Word files (`.docx`), read and, with `render`, written | no |
//! | `spreadsheet` | workbooks (`.xlsx`, `.xls`, `.ods`) | no |
//! | `pdf` | PDF: tables from ruling lines, text in reading order | no |
//! | `render` | the module `render` | yes |
#![cfg_attr(docsrs, feature(doc_cfg))]

#[macro_use]
pub mod form;
mod audit;
pub mod check;
mod error;
mod message;
mod options;
pub mod read;
#[cfg(feature = "render")]
pub mod render;
pub mod report;
pub mod source;

pub use audit::{
    Audit, AuditClaim, AuditError, AuditFinding, AuditProblem, AuditResult, Audited, SCHEMA, SCHEMA_VERSION,
    audit, audit_with_previous,
};
pub use check::check;
pub use error::{Error, Format, Link, ShellKind};
pub use message::{Language, Message};
pub use options::{Hints, Limits, Options, Selection};
pub use read::{Reading, read, read_str};
pub use report::Report;

/// The examples of the README are run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
