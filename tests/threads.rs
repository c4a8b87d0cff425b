//! Everything public can be sent to another thread and shared with it, and what comes of an input is the same
//! on any number of them.

use std::path::{Path, PathBuf};

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

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The JSON of an input, byte for byte.
fn json(bytes: &[u8]) -> String {
    serde_json::to_string(&gongkai::audit(bytes, &gongkai::Options::default())).expect("JSON")
}

#[test]
fn audits_are_the_same_on_any_number_of_threads() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = [files(&root.join("tests/data")), files(&root.join("examples/data"))].concat();
    paths.sort();
    let inputs: Vec<_> = paths.iter().map(|path| std::fs::read(path).expect("a file")).collect();
    assert!(inputs.len() > 40, "the files are elsewhere");
    let once: Vec<_> = inputs.iter().map(|bytes| json(bytes)).collect();
    for threads in [1, 2, 8] {
        std::thread::scope(|scope| {
            for thread in 0..threads {
                let (paths, inputs, once) = (&paths, &inputs, &once);
                scope.spawn(move || {
                    for at in (thread..inputs.len()).step_by(threads) {
                        let is_same = json(&inputs[at]) == once[at];
                        assert!(is_same, "{} on {threads} threads", paths[at].display());
                    }
                });
            }
        });
    }
}
