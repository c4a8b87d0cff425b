//! The pages that are measured: the shipped samples, and pages of real size made of them.

/// The shipped samples.
pub(crate) const SAMPLE_TEXT: &str = include_str!("../../examples/data/sample.txt");
pub(crate) const SAMPLE_HTML: &str = include_str!("../../examples/data/sample.html");

/// Sentences as reports have them; those of the first two state figures of the sample.
const PROSE: [&str; 5] = [
    "（一）主动公开。围绕春耕备耕、农村供水和义务教育入学三件事，把政策、办法和结果一并公布，全年通过门户网站发布信息1824条，制发行政规范性文件1件，在印发后五个工作日内上网。",
    "（二）依申请公开。全年新收政府信息公开申请9件，上年结转1件，办结10件，结转下年度0件。答复前一律由两人复核，疑难件请司法局会商，没有因答复不当被纠正的情形。",
    "（三）政府信息管理。严格落实《中华人民共和国政府信息公开条例》，对近十年的文件重新标注公开属性，失效文件在网页上注明失效日期，做到底数清、情况明、可查询。",
    "（四）政府信息公开平台建设。公开专栏改为按办事事项编排，六个乡镇便民服务中心设了查阅点，政务新媒体每周更新不少于3次，12345热线办理工单7391件，按期办结率99.6%。",
    "（五）监督保障。公开工作列入部门年度考核，占三分；邀请二十名群众评议，意见逐条回复；举办培训2期，参加136人次；全年没有因公开工作被追究责任的情形。",
];

/// As much prose as is wanted, which states each figure once, as reports do.
fn sentences() -> impl Iterator<Item = &'static str> {
    PROSE.iter().chain(PROSE[2..].iter().cycle()).copied()
}

/// A page of at least so many bytes as a word processor writes it and a site frames it: the sample, its
/// cells and paragraphs wrapped as WPS and Word wrap them.
pub(crate) fn word_page(bytes: usize) -> String {
    const CELL: &str =
        "width=\"66\" valign=\"center\" style=\"width:49.7500pt;border-right:1.0000pt solid windowtext;\"";
    const OPEN: &str = "<p class=\"MsoNormal\" align=\"center\" style=\"text-align:center;\"><span style=\"font-family:宋体;font-size:10.0000pt;\">";
    const CLOSE: &str = "</span><span style=\"font-family:Calibri;\"><o:p></o:p></span></p>";
    const TEXT: &str = "<p class=\"MsoNormal\" style=\"text-indent:32.0000pt;line-height:28.0000pt;\"><span style=\"font-family:仿宋_GB2312;font-size:16.0000pt;\">";
    let mut page = SAMPLE_HTML
        .replace("<td", &format!("<td {CELL}"))
        .replace("<p>", TEXT)
        .replace("</p>", &format!("</span>{CLOSE}"))
        .replace("</td>", &format!("{CLOSE}</td>"));
    // The cells' own content begins behind the tag.
    let mut out = String::with_capacity(2 * page.len());
    let mut rest = page.as_str();
    while let Some(at) = rest.find("<td ") {
        let end = at + rest[at..].find('>').expect("a tag ends") + 1;
        out.push_str(&rest[..end]);
        out.push_str(OPEN);
        rest = &rest[end..];
    }
    out.push_str(rest);
    page = out;
    let at = page.find("<strong>二、").expect("the second section");
    let at = page[..at].rfind("<p").expect("its paragraph");
    let missing = bytes.saturating_sub(page.len());
    let mut prose = String::new();
    for text in sentences() {
        if prose.len() >= missing {
            break;
        }
        prose.push_str(&format!("{TEXT}{text}</span>{CLOSE}\n"));
    }
    page.insert_str(at, &prose);
    page
}

/// A report of at least so many bytes as plain text, every cell on a line of its own.
pub(crate) fn cell_lines(bytes: usize) -> String {
    let body = SAMPLE_HTML.find("<h1>").expect("a title");
    let mut lines = String::new();
    let mut rest = &SAMPLE_HTML[body..];
    let mut line = String::new();
    while let Some(at) = rest.find('<') {
        line.push_str(rest[..at].trim_matches('\n'));
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        if matches!(tag, "/td" | "/p" | "/h1" | "/div") && !line.trim().is_empty() {
            lines.push_str(line.trim());
            lines.push('\n');
            line.clear();
        }
        rest = &rest[end + 1..];
    }
    let at = lines.find("二、主动公开").expect("the second section");
    let missing = bytes.saturating_sub(lines.len());
    let mut prose = String::new();
    for text in sentences() {
        if prose.len() >= missing {
            break;
        }
        prose.push_str(text);
        prose.push('\n');
    }
    lines.insert_str(at, &prose);
    lines
}
