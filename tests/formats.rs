//! Files whose format is told and not read: an error names it and says what to do, whatever their names are.

use gongkai::{Error, Format, Options, Reading, read};

fn reading(bytes: &[u8]) -> Result<Reading, Error> {
    read(bytes, &Options::default())
}

#[test]
fn an_old_word_file_is_named_with_what_to_do() {
    let bytes = include_bytes!("data/doc/writer-2023.doc");
    let error = reading(bytes).expect_err("not read");
    assert_eq!(error, Error::FormatNotRead(Format::Doc));
    let message = error.message();
    for (text, parts) in
        [(message.zh, ["（.doc、.wps）", "另存为 .docx"]), (message.en, ["(.doc, .wps)", "as .docx"])]
    {
        assert!(parts.iter().all(|part| text.contains(part)), "{text}");
    }
    // Nothing is looked at but what tells the format: damage behind it changes nothing.
    for end in (8..bytes.len()).step_by(509) {
        let error = reading(&bytes[..end]).expect_err("not read");
        assert_eq!(error, Error::FormatNotRead(Format::Doc), "cut at {end}");
    }
}

/// A name is no more than that: sites publish web pages, RTF and `.docx` as `.doc`.
#[test]
fn what_is_called_doc_is_told_by_its_bytes() {
    let kind = |bytes: &[u8]| reading(bytes).map_or_else(|error| error.kind(), |_| "read");
    let with = |feature| if feature { "read" } else { "feature-needed" };
    assert_eq!(kind(b"{\\rtf1\\ansi called.doc}"), "format-not-read");
    assert_eq!(kind(include_bytes!("../examples/data/sample.html")), with(cfg!(feature = "html")));
    assert_eq!(kind(include_bytes!("data/docx/writer-2023.docx")), with(cfg!(feature = "docx")));
}
