//! Plain text, Markdown, and anything else that bytes may be.

use crate::files::{self, audit_within_limits};
use crate::{Target, html, samples};
use gongkai::render::official;

pub const TARGET: Target = Target { name: "text", run, seeds, words };

pub fn run(bytes: &[u8]) {
    audit_within_limits(bytes);
}

fn seeds() -> Vec<Vec<u8>> {
    let files = files::of_folder("examples/data", &["txt"]).into_iter().map(|(_, file)| file);
    let written = samples::reports().into_iter();
    let written = written.flat_map(|report| [official::text(&report), official::markdown(&report)]);
    let pages = samples::pages(false).chain(html::hostile_pages(false));
    files.chain(written.map(String::into_bytes)).chain(pages).collect()
}

fn words() -> Vec<String> {
    const MARKS: &str = "| || |---| \t \n \n\n 0 7 12 345 1,234 99999999999999999999999 - / . ， 、 “ ” （ ） 一 \u{FEFF} \
        \u{3000} \0 年 件 万元 2021年政府信息公开工作年度报告 2022年1月1日 - 3 - 增5 减3 5/2 50% # ** \\| 规(guī)";
    samples::labels_and(MARKS)
}
