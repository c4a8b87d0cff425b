//! Prints the JSON Schema of the contract: `cargo run --example schema > src/audit.schema.json`.

mod generator;

use std::io::{self, Write};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &generator::schema())?;
    writeln!(out)
}
