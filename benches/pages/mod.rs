//! The pages that are measured: the shipped samples, and pages of real size made of them.

/// The shipped samples.
pub(crate) const SAMPLE_TEXT: &str = include_str!("../../examples/data/sample.txt");
pub(crate) const SAMPLE_HTML: &str = include_str!("../../examples/data/sample.html");

/// Paragraphs as reports have them: about five figures a thousand bytes. Those of the first three speak of
/// the tables and agree with those of the sample page.
const PROSE: [&str; 16] = [
    "（一）主动公开。围绕春耕备耕、农机购置补贴和动物疫病防控，把政策、办法和结果一并公布，文件印发后五个工作日内上网。全年通过市政府网站专栏发布信息1824条，制发行政规范性文件1件，没有废止的文件。对补贴对象名单公示到村，公示期满后由乡镇收回归档，群众随时可以到便民服务中心查阅。",
    "（二）依申请公开。全年新收政府信息公开申请9件，其中自然人6件，上年结转1件，办结10件，没有结转下年度继续办理的申请。答复前一律由两人复核，疑难件请司法局会商；能够便民解答的，先打电话问清所需，再决定怎样答复。",
    "全年办理行政许可2147件，作出行政处罚86件，结果在作出决定之日起七个工作日内上网。对轻微违法首次不罚的情形列出清单，同样公布，让经营者知道哪些事可以改正了事、哪些事不可以。",
    "种子、农药、肥料抽检的结果按季度公布，共抽检样品320份，不合格的7份同时写明生产企业、批次和处理情况。渔业休渔的时间、水域和举报方式在开渔前一个月张贴到46个码头，并由村里的广播连续播出。",
    "申请多集中在征收土地的青苗补偿、养殖水面的承包和农机补贴的核发。对这些事项，把办理的依据、程序和时限整理成一份说明，放在专栏的醒目位置，同样的申请因此比上一年少了三成。",
    "（三）政府信息管理。文件起草时即注明能否公开，不予公开的写明理由，由办公室审核后才能编号印发。对近十年的文件重新标注公开属性，失效文件在网页上注明失效日期，做到底数清、情况明、可以查询。",
    "档案室与业务科室每半年核对一次目录，改正漏标、错标13条。涉及个人身份证号码、银行账号和家庭住址的内容，公开前逐条遮去，遮去的痕迹留存备查，没有发生泄露个人信息的情形。",
    "（四）政府信息公开平台建设。本局不单设网站，信息在市政府网站的专栏里发布。专栏改为按办事事项编排，从购买种子到出售粮食，一件事所需的文件、表格和电话放在一页，老人也能看懂。",
    "政务新媒体每周更新不少于3次，内容以短文和图解为主，转发上级文件时附上本地怎么办，阅读8.6万次。便民服务中心设了查阅点，配有打印机和放大镜，前来查阅的群众由窗口人员陪同，当年共接待六十余人次。",
    "热线转来的来电按内容分给各科室，要求当日联系、三日答复。全年办理12345热线工单739件，按期办结率99.6%，其中问得最多的是补贴什么时候到账，为此把每一批次拨付的日期都提前公布。",
    "（五）监督保障。公开工作列入科室年度考核，占三分；办公室每季度自查一次，发现错链、漏发当日改正。邀请群众代表和新闻记者到检测中心参观两次，收回问卷412份，满意的占97%，意见逐条回复。",
    "举办培训2期，由司法局和档案馆的同志讲解条例和文件标注的办法，各科室、各执法中队的骨干136人参加。培训之后用真实的申请作为题目测验，不合格的一个月后补考，成绩记入个人年度考核。",
    "针对种粮大户看不懂政策的问题，把补贴政策改写成问答，一问一答不超过一百字，印成小册子1.2万份送到户。册子里附有农技员的姓名和电话，来电由本人接听，节假日也不例外，受到农户的欢迎。",
    "规划、预算、决算和政府采购的信息在财政部门批复后二十日内公布，“三公”经费单列说明。重大项目从立项、招标到验收的每一步都有记录，群众可以按项目名称查到进展，也可以看到是谁负责。",
    "人大代表建议和政协委员提案的答复，除涉及国家秘密的以外全文公开，当年共公开17件。答复中承诺的事项列成台账，办成一件销去一件，没有按期办成的说明原因和新的期限。",
    "与气象、水利部门建立了会商机制，台风、洪涝和低温来临之前，及时发布防御措施和减灾技术。灾后三日内公布受灾面积和救助办法，发布预警28次，定损的标准、过程和结果由村民代表到场见证，并在村务公开栏张贴。",
];

/// As much prose as is wanted, which states each figure of the tables once, as reports do.
fn paragraphs() -> impl Iterator<Item = &'static str> {
    PROSE.iter().chain(PROSE[3..].iter().cycle()).copied()
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
    for text in paragraphs() {
        if prose.len() >= missing {
            break;
        }
        prose.push_str(&format!("{TEXT}{text}</span>{CLOSE}\n"));
    }
    page.insert_str(at, &prose);
    page
}

/// A page of at least so many bytes in plain markup: the sample with more prose.
pub(crate) fn plain_page(bytes: usize) -> String {
    let at = SAMPLE_HTML.find("<strong>二、").expect("the second section");
    let at = SAMPLE_HTML[..at].rfind("<p").expect("its paragraph");
    let missing = bytes.saturating_sub(SAMPLE_HTML.len());
    let mut page = SAMPLE_HTML[..at].to_owned();
    for text in paragraphs() {
        if page.len() >= at + missing {
            break;
        }
        page.push_str(&format!("<p>{text}</p>\n"));
    }
    page.push_str(&SAMPLE_HTML[at..]);
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
    for text in paragraphs() {
        if prose.len() >= missing {
            break;
        }
        prose.push_str(text);
        prose.push('\n');
    }
    lines.insert_str(at, &prose);
    lines
}
