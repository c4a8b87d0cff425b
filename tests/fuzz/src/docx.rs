//! Word files, and the parts of one: what is no ZIP is cut at form feeds into body, styles, numbering and
//! notes.

use crate::files::{self, audit_within_limits, package};
use crate::{Target, samples};

pub const TARGET: Target = Target { name: "docx", run, seeds, words };

const PARTS: [&str; 4] = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];
const RELATIONS: &[u8] = b"<Relationships><Relationship Id='s' Type='/styles' Target='styles.xml'/>\
    <Relationship Id='n' Type='/numbering' Target='numbering.xml'/>\
    <Relationship Id='f' Type='/footnotes' Target='footnotes.xml'/></Relationships>";

pub fn run(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return audit_within_limits(bytes);
    }
    let contents = bytes.split(|byte| *byte == b'\x0c').chain(std::iter::repeat(&b""[..]));
    let mut parts: Vec<(&str, &[u8])> = PARTS.into_iter().zip(contents).collect();
    parts.push(("word/_rels/document.xml.rels", RELATIONS));
    audit_within_limits(&package(&parts));
}

fn seeds() -> Vec<Vec<u8>> {
    let files = files::of_folder("tests/data/docx", &["docx"]);
    files.into_iter().flat_map(|(_, file)| [files::parts(&file, &PARTS), file]).collect()
}

fn words() -> Vec<String> {
    const NAMES: &str = "w:document w:body w:p w:pPr w:pStyle w:numPr w:ilvl w:numId w:outlineLvl w:r w:rPr \
        w:t w:tab w:br w:cr w:vanish w:noBreakHyphen w:sym w:tbl w:tblPr w:tblGrid w:gridCol w:tr w:trPr \
        w:tc w:tcPr w:gridSpan w:vMerge w:hMerge w:gridBefore w:gridAfter w:ins w:del w:delText w:moveFrom \
        w:moveTo w:sdt w:sdtContent w:hyperlink w:fldChar w:instrText w:txbxContent w:pict v:textbox \
        mc:AlternateContent mc:Choice mc:Fallback w:altChunk w:footnoteReference w:footnote w:styles w:style \
        w:basedOn w:numbering w:abstractNum w:abstractNumId w:num w:lvl w:start w:numFmt w:lvlText \
        w:lvlOverride w:startOverride w:val w:styleId w:type w:w w:id xml:space restart continue preserve \
        chineseCounting decimal japaneseCounting ideographTraditional %1 %1.%2 \x0c";
    samples::labels_and(NAMES)
}
