//! Web pages. What does not look like one becomes one.

use crate::files::{self, audit_within_limits};
use crate::{Target, hostile, samples};

pub const TARGET: Target = Target { name: "html", run, seeds, words };

pub fn run(bytes: &[u8]) {
    audit_within_limits(bytes);
    if !bytes.contains(&b'<') {
        audit_within_limits(&[b"<table>", bytes].concat());
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let folders = ["examples/data", "tests/data/office"];
    let files = folders.into_iter().flat_map(|folder| files::of_folder(folder, &["html"]));
    let written =
        samples::reports().into_iter().map(|report| gongkai::render::official::html(&report).into());
    files
        .map(|(_, file)| file)
        .chain(written)
        .chain(samples::pages(true))
        .chain(hostile_pages(true))
        .collect()
}

/// Short ones of the pages that nobody means well, web pages or plain text.
pub(crate) fn hostile_pages(html: bool) -> impl Iterator<Item = Vec<u8>> {
    let pages = hostile::ALL.iter().map(|kind| kind.page(600));
    pages.filter(move |page| page.starts_with('<') == html).map(String::into_bytes)
}

fn words() -> Vec<String> {
    const NAMES: &str = "<!doctype html> <html> <head> <meta charset=gbk> <title> </title> <body> <table> \
        </table> <thead> <tbody> <tfoot> <tr> </tr> <td> </td> <th> <caption> <colgroup> <col> colspan=9 \
        rowspan=3 rowspan=0 <p> </p> <br> <div> </div> <span> </span> <b> </b> <font> <a href=x> <ul> <li> \
        <h1> </h1> <pre> <hr> <img> <input> <select> <option> <textarea> <script> </script> <style> \
        </style> <noscript> <template> <svg> <math> <iframe> <form> <o:p> <plaintext> <frameset> <nobr> \
        <![CDATA[ ]]> <!-- --> <!--[if <? hidden style=display:none style=\"display:none\" &nbsp; &amp; \
        &lt; &#0; &#xD800; &#x110000; &#20844; &ensp; &notit;";
    samples::labels_and(NAMES)
}
