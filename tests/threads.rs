//! Everything public can be sent to another thread and shared with it.

const fn shared<T: Send + Sync + 'static>() {}

const _: () = {
    shared::<gongkai::Audit>();
    shared::<gongkai::AuditResult>();
    shared::<gongkai::Audited>();
    shared::<gongkai::Error>();
    shared::<gongkai::Format>();
    shared::<gongkai::Hints>();
    shared::<gongkai::Language>();
    shared::<gongkai::Message>();
    shared::<gongkai::Options>();
    shared::<gongkai::Reading>();
    shared::<gongkai::Report>();
    shared::<gongkai::Selection>();
    shared::<gongkai::check::BadSketch>();
    shared::<gongkai::check::Case<'static>>();
    shared::<gongkai::check::Checked>();
    shared::<gongkai::check::Rule>();
    shared::<gongkai::check::Sketch>();
    shared::<gongkai::check::UnknownRule>();
    shared::<gongkai::form::Cell>();
    shared::<gongkai::form::Item>();
    shared::<gongkai::form::Relation>();
    shared::<gongkai::form::UnknownCell>();
    shared::<gongkai::read::Problem>();
    shared::<gongkai::report::Evidence>();
    shared::<gongkai::report::NotInForm>();
    shared::<gongkai::source::Document<'static>>();
};

/// Errors can be boxed as every program boxes them.
#[test]
fn errors_are_errors() {
    let error = gongkai::read(b"", &gongkai::Options::default()).expect_err("nothing to read");
    let boxed: Box<dyn std::error::Error + Send + Sync> = error.into();
    assert_eq!(boxed.to_string(), "the input is empty");
}
