//! In table 四 one sum binds five cells: which of them is named first.

use super::causes;
use crate::check::{Sketch, check, sketch};
use crate::form::{Sign, Term, Which};
use crate::report::{Claim, Passage};

fn causes_of(lines: &str) -> Vec<String> {
    causes(&check(&sketch(lines).expect("a sketch"))).remove(0)
}

#[test]
fn in_table_4_totals_left_at_zero_or_copied_come_first() {
    assert_eq!(causes_of("challenges.review: 10 1 0 0 0")[0], "TotalZero review.total 0>11");
    let copied = causes_of("challenges.review: 10 1 0 0 12\nchallenges.direct_suits: 12 0 0 0 12");
    assert_eq!(copied[0], "TotalCopied review.total 12>11");
    assert_eq!(copied.len(), 5);
    // A small number is told to be copied from the next row only.
    let small = |row: &str| causes_of(&format!("challenges.review: 3 1 0 0 5\nchallenges.{row}: 5 0 0 0 5"));
    assert_eq!(small("direct_suits")[0], "TotalCopied review.total 5>4");
    assert_eq!(small("suits_after_review")[0], "DigitWrong review.total 5>4");
}

#[test]
fn in_table_4_slips_of_the_pen_come_next() {
    assert_eq!(causes_of("challenges.review: 31 4 0 0 17")[0], "DigitsTransposed review.upheld 31>13");
    assert_eq!(causes_of("challenges.review: 13 4 0 0 71")[0], "DigitsTransposed review.total 71>17");
    assert_eq!(causes_of("challenges.review: 12 4 3 0 127")[0], "DigitLost review.upheld 12>120");
    // A number of one digit is any other one with its digit wrong: that says little.
    assert_eq!(causes_of("challenges.review: 4 14 0 0 25")[0], "WrongCell review.total 25>18");
}

#[test]
fn in_table_4_the_prose_tips_the_scale() {
    let mut sketch = sketch("challenges.review: 9 4 2 0 18").expect("a sketch");
    let first = |sketch: &Sketch| causes(&check(sketch))[0][0].clone();
    assert_eq!(first(&sketch), "DigitWrong review.total 18>15");
    let cell = "challenges.review.corrected".parse().expect("a cell");
    let subject = vec![Term { sign: Sign::Plus, which: Which::This, cell }];
    sketch.prose.claims.push(Claim::new(Passage::new(None, 0, 0, 0), subject, 7.into()));
    assert_eq!(first(&sketch), "DigitWrong review.corrected 4>7");
    let message = &check(&sketch).faults[0].causes[0].message;
    assert!(message.zh.contains("正文所述数字正是如此"), "{message:?}");
}

#[test]
fn cells_that_were_inferred_come_later() {
    let mut sketch = sketch("read: challenges\nchallenges.review: 31 4 0 0 17").expect("a sketch");
    let cell = "challenges.review.upheld".parse().expect("a cell");
    sketch.evidence.as_mut().expect("evidence").inferred.insert(cell);
    let checked = check(&sketch);
    assert_ne!(checked.faults[0].causes[0].changes[0].cell, cell);
    let inferred =
        checked.faults[0].causes.iter().find(|cause| cause.changes[0].cell == cell).expect("a cause");
    assert!(inferred.message.en.contains("see the page first"));
}

#[test]
fn what_is_no_count_is_suspected() {
    assert_eq!(causes_of("challenges.review: -3 1 0 0 4")[0], "WrongCell review.upheld -3>3");
    assert_eq!(causes_of("challenges.review: 1.5 1 0 0 3"), ["WrongCell review.upheld 1.5>2"]);
    assert_eq!(causes_of("challenges.review: 1.25 1 0 0 3"), ["WrongCell review.upheld 1.25>2"]);
    // A fraction in another row changes nothing here.
    let lines = "challenges.review: 3 1 0 0 5\nchallenges.suits_after_review: 5 0 0 0 5";
    let beside = format!("{lines}\nchallenges.direct_suits: 1.5 1 0 0 3");
    assert_eq!(causes_of(&beside), causes_of(lines));
    assert_eq!(causes_of("challenges.review: / 1 0 0 0")[0], "TotalZero review.total 0>1");
}
