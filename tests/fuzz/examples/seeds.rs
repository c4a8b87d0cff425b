//! seeds TARGET FOLDER: writes the seeds of a target and, beside the folder, its dictionary.

use gongkai_fuzz::TARGETS;
use std::fs;
use std::path::PathBuf;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().expect("the name of a target");
    let folder = PathBuf::from(arguments.next().expect("a folder"));
    let target = TARGETS.iter().find(|target| target.name == name).expect("a target");
    fs::create_dir_all(&folder).expect("a folder");
    for (at, seed) in (target.seeds)().iter().enumerate() {
        fs::write(folder.join(format!("seed-{at:03}")), seed).expect("a seed");
    }
    // A line of its own first: there is no empty dictionary.
    let words: String = (target.words)().iter().map(|word| quoted(word) + "\n").collect();
    fs::write(folder.with_extension("dict"), format!("# {name}\n{words}")).expect("a dictionary");
}

/// A word as dictionaries write it.
fn quoted(word: &str) -> String {
    let bytes: String = word.bytes().map(|byte| format!("\\x{byte:02x}")).collect();
    format!("\"{bytes}\"")
}
