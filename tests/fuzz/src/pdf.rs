//! PDFs. The fuzzer changes what is drawn most easily where it is not compressed: what begins with a percent
//! sign is a file, anything else the content of a page with a font and a part to draw.

use crate::files::{self, audit_within_limits};
use crate::{Target, samples};

pub const TARGET: Target = Target { name: "pdf", run, seeds, words };

pub fn run(bytes: &[u8]) {
    if bytes.starts_with(b"%") { audit_within_limits(bytes) } else { audit_within_limits(&page(bytes)) }
}

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

/// A table of two rows, and a line of text.
const CONTENT: &str = "q 1 0 0 1 72 700 cm 0.5 w 0 0 m 300 0 l S 0 20 m 300 20 l S 0 40 m 300 40 l S \
    0 0 m 0 40 l S 100 0 m 100 40 l S 300 0 m 300 40 l S /X Do \
    BT /F 12 Tf 4 4 Td (Total) Tj 100 0 Td [(1) -500 (2)] TJ 1 0 0 1 4 24 Tm (3) ' T* (4) Tj ET Q";

fn seeds() -> Vec<Vec<u8>> {
    let files = files::of_folder("tests/data/pdf", &["pdf"]);
    files.into_iter().map(|(_, file)| file).chain([CONTENT.into()]).collect()
}

fn words() -> Vec<String> {
    const NAMES: &str = "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID \
        j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* \
        y ' \" obj endobj stream endstream xref trailer startxref R << >> [ ] %PDF-1.7 %%EOF /Type /Catalog \
        /Pages /Page /Kids /Count /Parent /MediaBox /CropBox /Rotate /Contents /Resources /Font /XObject \
        /Subtype /Form /Image /BBox /Matrix /Length /Filter /FlateDecode /ASCIIHexDecode /ASCII85Decode \
        /LZWDecode /RunLengthDecode /DCTDecode /DecodeParms /Predictor /Columns /Root /Size /Prev /Encrypt /ID \
        /ObjStm /XRef /Index /W /First /N /ToUnicode /Encoding /Identity-H /UniGB-UTF16-H /Type0 /Type1 /Type3 \
        /TrueType /CIDFontType2 /DescendantFonts /FontDescriptor /FontFile2 /FontFile3 /Widths /FirstChar \
        /CharProcs /Differences /ActualText begincmap endcmap beginbfchar beginbfrange begincodespacerange";
    samples::words_of(NAMES)
}
