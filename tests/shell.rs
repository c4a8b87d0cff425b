//! Web pages that are only the shell of a report: an error says which, with the links that may lead to it.

#![cfg(feature = "html")]

use gongkai::read::ProblemKind;
use gongkai::{Error, Options, ShellKind, read_str};

const TITLE: &str = "柳塘县民政局2023年政府信息公开工作年度报告";

/// A page with this body, as a site has it.
fn page(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>{TITLE}</title><script src=/main.js></script></head>\
         <body><img src=/logo.png width=180 height=60><a href=/>首页</a>{body}\
         <p>主办单位：柳塘县民政局</p><img src=/qr.png width=100></body></html>"
    )
}

/// A report in prose, with something in the place of each table.
fn report(table: &str) -> String {
    page(&format!(
        "<h1>{TITLE}</h1><p>根据《中华人民共和国政府信息公开条例》，柳塘县民政局编制本报告。</p>\
         <p>一、总体情况</p><p>全年工作平稳。</p><p>二、主动公开政府信息情况</p>{table}\
         <p>三、收到和处理政府信息公开申请情况</p>{table}\
         <p>四、政府信息公开行政复议、行政诉讼情况</p>{table}\
         <p>五、存在的主要问题及改进情况</p><p>人手偏紧。</p><p>六、其他需要报告的事项</p><p>没有。</p>"
    ))
}

/// What the page is, and the links that are told.
fn shell(page: &str) -> Option<(ShellKind, Vec<(String, String)>)> {
    match read_str(page, &Options::default()) {
        Err(Error::Shell { kind, links }) => {
            Some((kind, links.into_iter().map(|link| (link.text, link.href)).collect()))
        }
        Err(Error::NotAReport) | Ok(_) => None,
        Err(other) => panic!("{other}"),
    }
}

fn link(text: &str, href: &str) -> (String, String) {
    (text.to_owned(), href.to_owned())
}

#[test]
fn a_page_made_by_scripts() {
    let app =
        page("").replace("<body>", "<body><noscript>请启用JavaScript后浏览</noscript><div id=app></div>");
    assert_eq!(shell(&app), Some((ShellKind::Script, Vec::new())));
    let bare = "<!DOCTYPE html><html><head><title>首页</title></head><body><div id=root></div><script>var a='<p>一、总体情况</p>'</script></body></html>";
    assert_eq!(shell(bare), Some((ShellKind::Script, Vec::new())));
}

#[test]
fn a_page_that_lists_reports() {
    let item = |year: i32| {
        format!(
            "<li><a href='./{year}/t{year}.html'>柳塘县民政局{year}年政府信息公开工作年度报告</a><span>{year}-01-20</span>"
        )
    };
    let list = page(&format!("<ul>{}</ul>", (2019..2024).map(item).collect::<String>()));
    let (kind, links) = shell(&list).expect("a shell");
    assert_eq!((kind, links.len()), (ShellKind::List, 5));
    assert_eq!(links[0], link("柳塘县民政局2019年政府信息公开工作年度报告", "./2019/t2019.html"));
}

#[test]
fn tables_that_are_pictures() {
    let (kind, links) = shell(&report("<p><img src='table.jpg' alt=''></p>")).expect("a shell");
    assert_eq!((kind, links.len()), (ShellKind::Pictures, 0));
    let scanned = page(&format!("<h1>{TITLE}</h1><p><img src='1.jpg'></p><p><img src='2.jpg'></p>"));
    assert_eq!(shell(&scanned), Some((ShellKind::Pictures, Vec::new())));
}

#[test]
fn tables_in_an_attachment() {
    let file = "<p>附件：<a href='/P0202401.docx'>柳塘县民政局2023年<b>年报</b>.docx</a></p>";
    let only = page(&format!("<h1>{TITLE}</h1>{file}"));
    let told = vec![link("柳塘县民政局2023年年报.docx", "/P0202401.docx")];
    assert_eq!(shell(&only), Some((ShellKind::Attachment, told.clone())));
    let prose = report("<p>见附件。</p>").replace("</body>", &format!("{file}</body>"));
    assert_eq!(shell(&prose), Some((ShellKind::Attachment, told)));
    let shown = page(&format!("<h1>{TITLE}</h1><iframe src='/view/report.PDF?v=1' title='年报'></iframe>"));
    assert_eq!(shell(&shown), Some((ShellKind::Attachment, vec![link("年报", "/view/report.PDF?v=1")])));
}

#[test]
fn a_report_with_files_and_pictures_beside_its_tables_is_read() {
    let table = "<table><tr><td colspan=2>第二十条第（五）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr>\
                 <tr><td>行政许可</td><td>7</td></tr></table><img src=chart.png><a href=full.pdf>附件下载</a>";
    let reading = read_str(&report(table), &Options::default()).expect("a report");
    assert_eq!(reading.report.proactive.licensing.decisions.count(), Some(7));
}

#[test]
fn a_report_without_tables_is_a_report() {
    let reading = read_str(&report(""), &Options::default()).expect("a report");
    assert_eq!(reading.report.overview.paragraphs, ["全年工作平稳。"]);
}

#[test]
fn an_older_report_is_read_as_far_as_it_is() {
    let old = report("<img src=table.jpg>").replace("2023", "2017");
    let reading = read_str(&old, &Options::default()).expect("a report");
    assert!(reading.problems.iter().any(|problem| problem.kind == ProblemKind::EditionNotRead));
}

#[test]
fn other_pages_are_no_reports() {
    for other in [
        "<html><body><p>招聘公告</p><a href=a.pdf>岗位表</a></body></html>",
        "<html><body><p>天气很好。</p><script>x()</script></body></html>",
    ] {
        assert_eq!(read_str(other, &Options::default()).expect_err("no report"), Error::NotAReport);
    }
}

#[test]
fn the_message_says_what_to_do_and_where() {
    let error = Error::Shell { kind: ShellKind::Script, links: Vec::new() };
    assert_eq!(error.kind(), "page-of-scripts");
    assert!(error.message().zh.contains("浏览器"));
    let only = page(&format!("<h1>{TITLE}</h1><a href=/a.pdf>年报</a>"));
    let error = read_str(&only, &Options::default()).expect_err("a shell");
    assert!(error.message().zh.ends_with("：年报 </a.pdf>"), "{error}");
    assert!(error.to_string().ends_with(": 年报 </a.pdf>"));
}

#[test]
fn no_more_than_twenty_links_are_told() {
    let many: String = (0..500).map(|at| format!("<a href={at}.pdf>附件{at}</a>")).collect();
    let (_, links) = shell(&page(&format!("<h1>{TITLE}</h1>{many}"))).expect("a shell");
    assert_eq!(links.len(), 20);
}
