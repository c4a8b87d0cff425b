use super::{AuditClaim, Audited};
use crate::check::Checked;
use crate::form::{Applicant, Cell, Row, SectionKind, Sign, Term, Which};
use crate::read::Reading;
use crate::report::{Claim, Passage};
use serde_json::{Value, json};

#[test]
fn claims_are_sums_of_cells() {
    let passage = Passage::new(Some(SectionKind::Overview), 0, 0, 6);
    let term = |sign, which, row| Term { sign, which, cell: Cell::Applications(row, Applicant::Total) };
    let own = |sign, row| term(sign, Which::This, row);
    let claim = |subject| Claim::new(passage, subject, 47.into());
    let mut reading = Reading::default();
    assert_eq!(
        serde_json::to_value(Audited::new(reading.clone(), Checked::default())).expect("JSON")["claims"],
        Value::Null
    );
    reading.evidence.prose.claims = vec![
        claim(vec![own(Sign::Plus, Row::Received), own(Sign::Minus, Row::CarriedOut)]),
        claim(vec![own(Sign::Plus, Row::CarriedIn), term(Sign::Minus, Which::Previous, Row::CarriedOut)]),
    ];
    let audited = Audited::new(reading, Checked::default());
    let claims = serde_json::to_value(&audited).expect("JSON")["claims"].clone();
    let expected = json!([{
        "passage": { "section": "overview", "paragraph": 0, "start": 0, "end": 6 },
        "plus": ["applications.received.total"], "minus": ["applications.carried_out.total"], "value": "47",
    }]);
    assert_eq!(claims, expected);
    assert_eq!(serde_json::from_value::<Vec<AuditClaim>>(claims).expect("claims"), audited.claims);
}
