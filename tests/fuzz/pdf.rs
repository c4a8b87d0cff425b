//! PDFs. The fuzzer changes what is drawn most easily where it is not compressed: what begins with a percent
//! sign is a file, anything else the content of a page with a font and a part to draw.
#![no_main]

use gongkai::{Options, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut options = Options::default();
    options.limits.bytes = 1 << 20;
    options.limits.expanded = 16 << 20;
    options.limits.elements = 1 << 16;
    options.limits.cells = 1 << 16;
    let _ = if bytes.starts_with(b"%") { read(bytes, &options) } else { read(&page(bytes), &options) };
});

/// A file of one page, which draws this.
fn page(content: &[u8]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
        /Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>endobj\n\
        5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n\
        6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Length 28>>stream\n\
        0 0 90 9 re S BT (1) Tj ET  \nendstream endobj\n"
        .to_vec();
    pdf.extend(format!("4 0 obj<</Length {}>>stream\n", content.len()).bytes());
    pdf.extend(content);
    pdf.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n");
    pdf
}
