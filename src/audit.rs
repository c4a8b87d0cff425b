//! One input, read and checked: the object of the JSON contract.

use crate::check::{Case, Cause, Checked, Fault, Finding, Known, Outcome, Severity, check_with};
use crate::error::Link;
use crate::form::{Cell, Sign, Term, Which};
use crate::read::{Problem, ProblemKind, Reading};
use crate::report::{Claim, Passage, Report};
use crate::source::Place;
use crate::{Error, Message, Options};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The JSON contract as a JSON Schema (draft 2020-12), of one object as [`Audit`] serialises.
pub const SCHEMA: &str = include_str!("audit.schema.json");

/// The version of the JSON contract.
pub const SCHEMA_VERSION: u32 = 1;

/// What one input says and what does not add up in it, as the JSON contract has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Audit {
    /// The version of the contract.
    pub schema: u32,
    /// The name under which the caller knows the input.
    pub file: String,
    /// What came of it.
    #[serde(flatten)]
    pub result: AuditResult,
}

/// A report that was read, or the error why not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum AuditResult {
    /// The input is a report.
    Read(Box<Audited>),
    /// The input could not be read.
    Failed {
        /// Why.
        error: AuditError,
    },
}

/// A report with everything found in it and about reading it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Audited {
    /// What the page says.
    pub report: Report,
    /// What does not add up.
    pub findings: Vec<AuditFinding>,
    /// Which findings share a cause, and what it could be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
    /// Figures that the prose states of cells of the tables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<AuditClaim>,
    /// What was not read as the form says.
    pub problems: Vec<AuditProblem>,
    /// Cells whose place or value came from the sums of the form.
    pub inferred: Vec<Cell>,
    /// What became of every rule.
    pub outcomes: BTreeMap<Cow<'static, str>, Outcome>,
}

/// A finding, with its place in the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuditFinding {
    /// The rule.
    pub rule: String,
    /// How grave it is.
    pub severity: Severity,
    /// The cells, the one that it is about first.
    pub cells: Vec<Cell>,
    /// Cells of the report of the year before that it compares with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<Cell>,
    /// The piece of prose that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<Passage>,
    /// What should stand there.
    pub expected: Option<String>,
    /// What stands there.
    pub actual: Option<String>,
    /// The finding in both languages.
    pub message: Message,
    /// Where the piece of prose or else the first cell stands in the source.
    pub place: Option<Place>,
    /// The likeliest cause.
    pub cause: Option<Cause>,
}

/// A figure that the prose states: what the one list of cells adds up to, less the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuditClaim {
    /// Where it is said.
    pub passage: Passage,
    /// The cells that are added.
    pub plus: Vec<Cell>,
    /// The cells that are taken away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub minus: Vec<Cell>,
    /// The figure.
    pub value: String,
}

/// A problem of the reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuditProblem {
    /// What kind of problem it is.
    pub kind: ProblemKind,
    /// The cell concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<Cell>,
    /// Where in the source.
    pub place: Option<Place>,
    /// The problem in both languages.
    pub message: Message,
}

/// Why an input could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuditError {
    /// The kind, as [`Error::kind`] names it.
    pub kind: String,
    /// The error in both languages.
    pub message: Message,
    /// Of a page that is only the shell of a report, the links that may lead to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

impl From<Error> for AuditError {
    fn from(error: Error) -> Self {
        let (kind, message) = (error.kind().to_owned(), error.message());
        let links = if let Error::Shell { links, .. } = error { links } else { Vec::new() };
        Self { kind, message, links }
    }
}

impl Audit {
    /// The audit of a reading and what its check gave, under the name of its file.
    pub fn new(file: impl Into<String>, reading: Result<(Reading, Checked), Error>) -> Self {
        let result = match reading {
            Ok((reading, checked)) => AuditResult::Read(Box::new(Audited::new(reading, checked))),
            Err(error) => AuditResult::Failed { error: error.into() },
        };
        Self { schema: SCHEMA_VERSION, file: file.into(), result }
    }

    /// The report and its findings, if the input could be read.
    pub fn audited(&self) -> Option<&Audited> {
        match &self.result {
            AuditResult::Read(audited) => Some(audited),
            AuditResult::Failed { .. } => None,
        }
    }

    /// The exit status of a program that did nothing else: 2 not read, 1 an error found, 0 otherwise.
    pub fn exit_status(&self) -> u8 {
        let is_error = |finding: &AuditFinding| finding.severity == Severity::Error;
        match self.audited() {
            None => 2,
            Some(audited) => u8::from(audited.findings.iter().any(is_error)),
        }
    }
}

impl Audited {
    /// A reading with what its check gave.
    pub fn new(reading: Reading, checked: Checked) -> Self {
        let finding = |finding: Finding| AuditFinding {
            place: finding.locus().and_then(|locus| reading.place(locus)),
            rule: finding.rule.to_owned(),
            severity: finding.severity,
            cells: finding.cells,
            previous: finding.previous,
            passage: finding.passage,
            expected: finding.expected,
            actual: finding.actual,
            message: finding.message,
            cause: finding.cause,
        };
        let problem = |problem: Problem| AuditProblem {
            kind: problem.kind,
            cell: problem.cell,
            place: problem.place,
            message: problem.message,
        };
        let claims = reading.evidence.prose.claims.iter();
        Self {
            claims: claims.filter_map(AuditClaim::new).collect(),
            findings: checked.findings.into_iter().map(finding).collect(),
            faults: checked.faults,
            outcomes: checked.outcomes.into_iter().map(|(rule, outcome)| (rule.into(), outcome)).collect(),
            problems: reading.problems.into_iter().map(problem).collect(),
            inferred: reading.evidence.inferred.into_iter().collect(),
            report: reading.report,
        }
    }
}

impl AuditClaim {
    /// An exact claim about this report alone; none for one that speaks of another year too.
    fn new(claim: &Claim) -> Option<Self> {
        let is_own = |term: &Term| term.which == Which::This;
        let signed = |sign| {
            let terms = claim.subject.iter().filter(move |term| term.sign == sign);
            terms.map(|term| term.cell).collect()
        };
        (claim.is_plain() && claim.subject.iter().all(is_own)).then(|| Self {
            passage: claim.passage,
            plus: signed(Sign::Plus),
            minus: signed(Sign::Minus),
            value: claim.value.to_string(),
        })
    }
}

/// A reading with its evidence, as rules see it.
impl<'a> From<&'a Reading> for Case<'a> {
    fn from(reading: &'a Reading) -> Self {
        Self::new(&reading.report).with_evidence(&reading.evidence)
    }
}

/// The same of the report of another year.
impl<'a> From<&'a Reading> for Known<'a> {
    fn from(reading: &'a Reading) -> Self {
        Self::from(&reading.report).with_evidence(&reading.evidence)
    }
}

/// Reads and checks one page: bytes in, everything that the JSON contract says out.
///
/// What cannot be read at all is an audit with an error in it, so that a run over many goes on.
///
/// ```
/// let audit = gongkai::audit(b"not a report", &gongkai::Options::default());
/// assert_eq!(audit.exit_status(), 2);
/// ```
pub fn audit(input: impl AsRef<[u8]>, options: &Options) -> Audit {
    audited(input.as_ref(), None, options)
}

/// The same beside the report of the year before, so that the rules over two years have something to
/// compare. Two reports that are not of the same body or not of years that follow each other are not
/// compared: the outcomes of these rules then say why.
///
/// ```
/// use gongkai::{Options, audit_with_previous, read};
///
/// # let (page, before) = (include_str!("../examples/data/sample.txt"), include_str!("../examples/data/sample-2023.txt"));
/// let options = Options::default();
/// let previous = read(before.as_bytes(), &options)?;
/// let audit = audit_with_previous(page, &previous, &options);
/// let findings = &audit.audited().expect("a report").findings;
/// assert!(findings.iter().any(|finding| finding.rule == "carry-over"));
/// # Ok::<(), gongkai::Error>(())
/// ```
pub fn audit_with_previous<'a>(
    input: impl AsRef<[u8]>,
    previous: impl Into<Known<'a>>,
    options: &Options,
) -> Audit {
    audited(input.as_ref(), Some(previous.into()), options)
}

fn audited(input: &[u8], previous: Option<Known<'_>>, options: &Options) -> Audit {
    let read = crate::read::read(input, options);
    let checked = read.map(|reading| {
        let mut case = Case::from(&reading);
        case.previous = previous;
        let checked = check_with(case, &options.rules);
        (reading, checked)
    });
    Audit::new("", checked)
}

#[cfg(test)]
mod tests;
