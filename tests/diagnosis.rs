//! Consistent reports with mistakes in them: every broken sum is found, and the first cause names the
//! cells that are wrong.
//!
//! Without `PROPTEST_CASES` the same reports are tried at every run; with it, so many random ones of
//! every kind are. `cargo test --test diagnosis -- --nocapture` shows what was named.
#![allow(clippy::print_stdout)] // The shares are for people.

#[path = "diagnosis/corrections.rs"]
mod corrections;
#[path = "diagnosis/damage.rs"]
mod damage;
#[path = "support/dice.rs"]
mod dice;
#[path = "diagnosis/reports.rs"]
mod reports;

use corrections::{corrections, evaluations};
use damage::{Mistake, Truth};
use dice::Dice;
use gongkai::Report;
use gongkai::check::{Checked, Fault, check};
use gongkai::form::{Edition, Evaluation};
use std::collections::BTreeMap;

/// How many reports for every kind of mistake, and the seed of the first one.
fn cases(usual: usize) -> (usize, u64) {
    use std::hash::{BuildHasher, RandomState};
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    asked.map_or((usual, 2026), |cases| (cases, RandomState::new().hash_one(0)))
}

/// A report with mistakes, what its cells should say, and what its check gave.
struct Sample {
    edition: Edition,
    report: Report,
    truth: Truth,
    checked: Checked,
}

impl Sample {
    /// A report in which every one of the mistakes breaks a sum; none if there is no place for them.
    fn new(edition: Edition, mistakes: &[Mistake], dice: &mut Dice) -> Option<Self> {
        let mut report = reports::report(edition, dice);
        assert_eq!(broken(&report, edition), 0, "an untouched report holds");
        let mut truth = Truth::new();
        for mistake in mistakes {
            let before = report.clone();
            let wrong = mistake.make(&mut report, edition, dice)?;
            // What lies in the same cell is one mistake.
            if wrong.keys().any(|cell| truth.contains_key(cell))
                || evaluations(&before, edition) == evaluations(&report, edition)
            {
                return None;
            }
            truth.extend(wrong);
        }
        let checked = check(&report);
        Some(Self { edition, report, truth, checked })
    }

    /// The cells that the first causes name, with what they should say.
    fn named(&self) -> Truth {
        let causes = self.checked.faults.iter().filter_map(|fault| fault.causes.first());
        causes
            .flat_map(|it| &it.changes)
            .map(|it| (it.cell, it.suggested.parse().expect("a count")))
            .collect()
    }
}

/// How many sums fail.
fn broken(report: &Report, edition: Edition) -> usize {
    let fails = |evaluation: &&Evaluation| matches!(evaluation, Evaluation::Fails { .. });
    evaluations(report, edition).iter().filter(fails).count()
}

/// How often the first causes name the cells that are wrong.
#[derive(Default)]
struct Tally {
    all: usize,
    /// Named: just the wrong cells, and what they should say.
    named: usize,
    /// Named: these, or others that nobody can tell from them.
    alike: usize,
    /// Reports in which nothing is like the true correction.
    certain: usize,
    /// The named ones of these.
    certain_named: usize,
    /// The share that choosing one of what is alike by luck would have, summed up.
    luck: f64,
    /// What was named instead, by kind.
    instead: BTreeMap<String, usize>,
}

/// The share that must be named.
const ENOUGH: f64 = 95.0;

impl Tally {
    /// So many reports with mistakes of these kinds.
    fn of(edition: Edition, count: usize, seed: u64, mistakes: impl Fn(&mut Dice) -> Vec<Mistake>) -> Self {
        let (mut tally, mut dice) = (Self::default(), Dice(seed));
        while tally.all < count {
            let mistakes = mistakes(&mut dice);
            if let Some(sample) = Sample::new(edition, &mistakes, &mut dice) {
                tally.add(&sample, &mistakes);
            }
        }
        tally
    }

    fn add(&mut self, sample: &Sample, mistakes: &[Mistake]) {
        let broken = broken(&sample.report, sample.edition);
        assert_eq!(sample.checked.findings.len(), broken, "every broken sum is found");
        let named = sample.named();
        let alike = match mistakes {
            [mistake] => corrections(*mistake, &sample.report, sample.edition, &sample.truth),
            _ => vec![sample.truth.clone()],
        };
        let is_named = named == sample.truth;
        self.all += 1;
        self.named += usize::from(is_named);
        self.alike += usize::from(alike.contains(&named));
        self.certain += usize::from(alike.len() == 1);
        self.certain_named += usize::from(alike.len() == 1 && is_named);
        self.luck += 100.0 / alike.len() as f64;
        if !is_named {
            *self.instead.entry(kinds(&sample.checked)).or_default() += 1;
        }
    }

    fn named(&self) -> f64 {
        share(self.named, self.all)
    }

    fn luck(&self) -> f64 {
        self.luck / self.all as f64
    }

    /// What can be known is named: the cells, or where others are alike, some of these.
    fn is_enough(&self) -> bool {
        share(self.alike, self.all) >= ENOUGH && share(self.certain_named, self.certain) >= ENOUGH
    }

    fn line(&self, name: &str) -> String {
        let mut instead: Vec<_> = self.instead.iter().collect();
        instead.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let instead: Vec<_> =
            instead.iter().take(4).map(|(kinds, count)| format!("{kinds} {count}")).collect();
        format!(
            "{name:<22} {:>7} {:>7.1} {:>7.1} {:>7.1} {:>7} {:>7.1}   {}",
            self.all,
            self.named(),
            self.luck(),
            share(self.alike, self.all),
            self.certain,
            share(self.certain_named, self.certain),
            instead.join(", ")
        )
    }
}

fn share(part: usize, all: usize) -> f64 {
    if all == 0 { 100.0 } else { 100.0 * part as f64 / all as f64 }
}

/// The kinds of the first causes.
fn kinds(checked: &Checked) -> String {
    let kind =
        |fault: &Fault| fault.causes.first().map_or("nothing".into(), |cause| format!("{:?}", cause.kind));
    checked.faults.iter().map(kind).collect::<Vec<_>>().join("+")
}

/// The head of what [`Tally::line`] prints. `certain` and what stands behind it count the reports in
/// which nothing is like the true correction.
fn head(edition: Edition) -> String {
    let columns = ["reports", "named", "luck", "alike", "certain", "named"];
    let columns: Vec<_> = columns.iter().map(|column| format!("{column:>7}")).collect();
    format!("\n{:<22} {}   named instead", format!("form of {}", edition.year()), columns.join(" "))
}

/// One mistake, of every kind in turn. A wrong cell is named. So are cells that are wrong together
/// where nothing is like them; elsewhere something that nobody can tell from them is, and they
/// themselves not much less often than by luck. (People err beside, and where there is much to count;
/// dice err anywhere.)
#[test]
fn one_mistake_is_named() {
    let (count, seed) = cases(150);
    for edition in [Edition::E2021, Edition::E2019] {
        let mut text = head(edition);
        for mistake in Mistake::SINGLE.into_iter().chain(Mistake::TOGETHER) {
            let tally = Tally::of(edition, count, seed, |_| vec![mistake]);
            let line = tally.line(&format!("{mistake:?}"));
            assert!(tally.is_enough(), "{line}");
            assert!(tally.named() >= tally.luck() - 200.0 / (count as f64).sqrt(), "{line}");
            assert!(!Mistake::SINGLE.contains(&mistake) || tally.named() >= ENOUGH, "{line}");
            text = format!("{text}\n{line}");
        }
        println!("{text}");
    }
}

/// Two wrong cells in one report: both are named, and nothing else is.
#[test]
fn two_mistakes_at_once_are_named() {
    let (count, seed) = cases(500);
    for edition in [Edition::E2021, Edition::E2019] {
        let two = |dice: &mut Dice| [(); 2].map(|()| *dice.pick(&Mistake::SINGLE)).to_vec();
        let tally = Tally::of(edition, count, seed, two);
        let line = tally.line("two mistakes");
        println!("{}\n{line}", head(edition));
        assert!(tally.named() >= ENOUGH, "{line}");
    }
}

#[test]
fn untouched_reports_have_no_fault() {
    let (count, seed) = cases(500);
    for edition in [Edition::E2021, Edition::E2019] {
        let mut dice = Dice(seed);
        for _ in 0..count {
            let checked = check(&reports::report(edition, &mut dice));
            assert_eq!((checked.findings, checked.faults), (vec![], vec![]));
        }
    }
}
