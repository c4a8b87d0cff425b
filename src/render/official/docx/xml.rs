//! A little XML.

use crate::render::official::plain::plain;
use quick_xml::escape::escape;

/// An element in which others stand.
pub(super) fn element(out: &mut String, name: &str, content: impl FnOnce(&mut String)) {
    out.extend(["<w:", name, ">"]);
    content(out);
    out.extend(["</w:", name, ">"]);
}

/// An element with nothing but its value.
pub(super) fn value(out: &mut String, name: &str, value: &str) {
    out.extend(["<w:", name, " w:val=\"", &escape(value), "\"/>"]);
}

/// A stretch of text.
pub(super) fn run(out: &mut String, text: &str, is_bold: bool) {
    element(out, "r", |out| {
        if is_bold {
            out.push_str("<w:rPr><w:b/><w:bCs/></w:rPr>");
        }
        out.extend(["<w:t xml:space=\"preserve\">", &escape(plain(text).as_str()), "</w:t>"]);
    });
}

/// A paragraph in a style.
pub(super) fn paragraph(out: &mut String, style: &str, content: impl FnOnce(&mut String)) {
    element(out, "p", |out| {
        element(out, "pPr", |out| value(out, "pStyle", style));
        content(out);
    });
}
