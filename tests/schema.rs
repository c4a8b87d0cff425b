//! The JSON Schema of the contract is current. That audits are valid by it is tested in `schema/`, a
//! package of its own, because the validator is slow to build.

#[path = "../examples/schema/generator.rs"]
mod generator;

use gongkai::SCHEMA;
use gongkai::report::Report;
use serde_json::Value;

fn checked_in() -> Value {
    serde_json::from_str(SCHEMA).unwrap_or_default()
}

#[test]
fn it_is_current() {
    let current = checked_in() == generator::schema();
    assert!(current, "regenerate: cargo run --example schema > src/audit.schema.json");
}

/// What the structs of the library serialise is what the schema says that they have.
#[test]
fn it_has_the_keys_of_the_library() {
    let keys = |name: &str| -> Vec<String> {
        let keys = checked_in()["$defs"][name]["properties"].as_object().cloned().unwrap_or_default();
        keys.keys().cloned().collect()
    };
    let sorted = |mut words: Vec<&'static str>| {
        words.sort_unstable();
        words
    };
    assert_eq!(keys("finding"), sorted(generator::words::<gongkai::AuditFinding>()));
    assert_eq!(keys("claim"), sorted(generator::words::<gongkai::AuditClaim>()));
    assert_eq!(keys("problem"), sorted(generator::words::<gongkai::AuditProblem>()));
    assert_eq!(keys("fault"), sorted(generator::words::<gongkai::check::Fault>()));
    assert_eq!(keys("cause"), sorted(generator::words::<gongkai::check::Cause>()));
    assert_eq!(keys("place"), sorted(generator::words::<gongkai::source::Place>()));
    assert_eq!(keys("message"), sorted(generator::words::<gongkai::Message>()));
    assert_eq!(keys("narrative"), sorted(generator::words::<gongkai::report::Narrative>()));
    assert_eq!(keys("introduction"), sorted(generator::words::<gongkai::report::Introduction>()));
    let with_edition = [generator::words::<Report>(), vec!["edition"]].concat();
    assert_eq!(keys("report"), sorted(with_edition));
}
