//! What causes say of themselves.

use super::table;
use crate::check::{Checked, check, sketch};
use crate::form::{Sign, Term, Which};
use crate::report::{Claim, Doubt, Exactness, Passage};

fn first(checked: &Checked) -> (String, String) {
    let message = &checked.faults[0].causes[0].message;
    (message.zh.to_string(), message.en.to_string())
}

fn told(lines: &str) -> (String, String) {
    first(&check(&table(lines)))
}

#[test]
fn a_cause_without_rivals_says_no_more_than_what_happened() {
    let (zh, en) = told("applications.outcomes.granted.total: 73");
    assert_eq!(
        zh,
        "相邻两位数字颠倒：表三「（一）予以公开」行「总计」列填报为73，似应为37，照此更正，2处不符一并消除"
    );
    assert_eq!(
        en,
        "two digits changed places: Table 3, row “outcomes: granted”, column “total” prints 73, should likely \
         be 37; with that, all 2 sums hold"
    );
}

#[test]
fn one_total_and_a_line_of_totals_are_left_at_zero() {
    assert!(told("applications.outcomes.granted.total: 0").0.starts_with("总计留为0："));
    let lines = "applications.outcomes.granted.total: 0\napplications.outcomes.unavailable.not_held.total: 0";
    let checked = check(&table(lines));
    let mut causes = checked.faults.iter().flat_map(|fault| &fault.causes);
    assert!(causes.any(|cause| cause.message.zh.starts_with("一列总计均留为0：")), "{checked:#?}");
}

#[test]
fn more_than_four_cells_are_counted() {
    let rows = |total: &str, carried_out: &str| {
        told(&format!("applications.outcomes.total: {total}\napplications.carried_out: {carried_out}")).0
    };
    let many = rows("4 1 0 0 0 0 5", "38 11 0 4 0 0 53");
    assert!(many.contains("等8处，照此更正"), "{many}");
    assert_eq!(many.matches("填报为").count(), 4);
    let four = told(
        "applications.received: 40 11 0 4 0 0 55
         applications.carried_in: 4 0 0 1 0 0 5\napplications.carried_out: 2 0 0 1 0 0 3",
    );
    assert!(four.0.matches("填报为").count() == 4 && !four.0.contains("等4处"), "{four:?}");
}

#[test]
fn the_likeliest_of_several_says_why() {
    let why = |lines: &str| {
        let zh = first(&check(&sketch(lines).expect("a sketch"))).0;
        zh.split_once("此处最为可能").map(|(_, why)| why.to_owned()).expect("rivals")
    };
    assert_eq!(why("challenges.review: 31 4 0 0 17"), "（此类笔误较常见）");
    assert_eq!(why("challenges.review: 4 14 0 0 25"), "（总计较分项易错）");
    assert_eq!(why("challenges.review: -3 1 0 0 4"), "");
}

#[test]
fn the_total_that_was_copied_from_is_the_nearest() {
    let rows = "challenges.review: 23 0 0 0 23\nchallenges.direct_suits: 20 0 0 0 23\nchallenges.suits_after_review: 0";
    let told = |lines: &str| first(&check(&sketch(lines).expect("a sketch"))).1;
    assert!(told(rows).starts_with("the total was copied from Table 4, row “review”"));
    let far = "challenges.review: 20 0 0 0 23\nchallenges.direct_suits: 0\nchallenges.suits_after_review: 23 0 0 0 23";
    assert!(told(far).starts_with("the total was copied from Table 4, row “suits after review”"));
    let both = "challenges.review: 20 0 0 0 23\nchallenges.direct_suits: 23 0 0 0 23\nchallenges.suits_after_review: 23 0 0 0 23";
    assert!(told(both).starts_with("the total was copied from Table 4, row “direct suits”"));
}

#[test]
fn only_a_plain_statement_of_the_cell_itself_tips_the_scale() {
    let cell = "challenges.review.corrected".parse().expect("a cell");
    let other = "challenges.review.upheld".parse().expect("a cell");
    let term = Term { sign: Sign::Plus, which: Which::This, cell };
    let plain = Claim::new(Passage::new(None, 0, 0, 0), vec![term], 7.into());
    let first_with = |claim: &Claim| {
        let mut sketch = sketch("challenges.review: 9 4 2 0 18").expect("a sketch");
        sketch.prose.claims.push(claim.clone());
        check(&sketch).faults[0].causes[0].changes[0].cell
    };
    assert_eq!(first_with(&plain), cell);
    let with_subject = |subject: Vec<Term>| Claim { subject, ..plain.clone() };
    for claim in [
        Claim { exactness: Exactness::About, ..plain.clone() },
        Claim { doubt: Some(Doubt::Wording), ..plain.clone() },
        with_subject(vec![Term { which: Which::Previous, ..term }]),
        with_subject(vec![Term { sign: Sign::Minus, ..term }]),
        with_subject(vec![Term { cell: other, ..term }]),
        with_subject(vec![term, Term { cell: other, ..term }]),
    ] {
        assert_ne!(first_with(&claim), cell, "{claim:?}");
    }
}
