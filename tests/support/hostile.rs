//! Pages that nobody means well: made for a size, so that it can be seen how work grows with it.

/// A table of the form, so that the page is a report and a table is open.
const HEAD: &str = "望津市2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n";

/// A kind of page: its name, what opens it, what is repeated to fill it, what ends it.
pub(crate) struct Hostile {
    pub(crate) name: &'static str,
    open: &'static str,
    part: &'static str,
    close: &'static str,
}

impl Hostile {
    /// The page with at least so many bytes; what is repeated may hold `#`, which is its number.
    pub(crate) fn page(&self, bytes: usize) -> String {
        let mut page = String::with_capacity(bytes + 1024);
        page.push_str(self.open);
        let mut number = 0;
        while page.len() < bytes {
            number += 1;
            if self.part.contains('#') {
                page.push_str(&self.part.replace('#', &number.to_string()));
            } else {
                page.push_str(self.part);
            }
        }
        page.push_str(self.close);
        page
    }
}

const fn text(name: &'static str, part: &'static str) -> Hostile {
    Hostile { name, open: HEAD, part, close: "\n" }
}

const fn prose(name: &'static str, part: &'static str) -> Hostile {
    Hostile { name, open: PROSE, part, close: "\n" }
}

/// Section 六 of a report, and of section 一 the heading alone.
const PROSE: &str = "望津市2023年政府信息公开工作年度报告\n六、其他需要报告的事项\n一、总体情况\n";

const fn html(name: &'static str, part: &'static str) -> Hostile {
    Hostile { name, open: TABLE, part, close: "</table>" }
}

const TABLE: &str = "<html><title>望津市2023年政府信息公开工作年度报告</title><p>三、收到和处理政府信息公开申请情况<table><tr><td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计<tr><td>一、本年新收政府信息公开申请数量<td>1<td>0<td>0<td>0<td>0<td>0<td>1";

/// Every kind of page.
pub(crate) const ALL: &[Hostile] = &[
    // One line.
    text("one line of ordinals", "一、"),
    text("one line of brackets", "（"),
    text("one line of closing brackets", "）"),
    text("one line of bars", "|"),
    text("one line of wide bars", "｜ "),
    text("one line of tabs", "\t"),
    text("one line of numbers", "# "),
    text("one line of digits", "7"),
    text("one line of totals", "总计"),
    text("one line of totals apart", "总计 "),
    text("one line of label openings", "三、本年度"),
    text("one line of pinyin in brackets", "務(wù)"),
    text("one line of unclosed pinyin", "務(wù"),
    text("one line of title words", "年政府信息公开工作"),
    text("one line of acts", "《《》"),
    text("one line of sentences", "本报告由望津市编制，请联系。"),
    text("one line of dates", "2023年1月1日至"),
    text("one line of bars and labels", "总计|"),
    text("one line of bars and numbers", "# | "),
    text("one line of rows with bars", "规章 | # | "),
    text("one line of labels and tabs", "（一）予以公布者\t#\t"),
    text("one line of numbers and tabs", "#\t"),
    text("one line of open labels and bars", "一、本年新收政府信息公开申请数量 | # | "),
    text("one line of marks", "/ — "),
    text("one line of angles", "<"),
    text("one line of blanks", " "),
    // Lines.
    text("lines of one character", "公\n"),
    text("lines of one part of a label", "信\n"),
    text("lines of one digit", "7\n"),
    text("lines of blanks", " \n"),
    text("lines of bars", "|\n"),
    text("lines of tabs", "\t7\t\n"),
    text("lines of section headings", "一、总体情况\n"),
    text("lines of sub-headings", "（一）主动公开#\n"),
    text("lines of nested headings", "一、甲#\n（一）乙\n1.丙\n（1）丁\n"),
    text("lines of titles", "望津市2023年政府信息公开工作年度报告\n"),
    text("lines of labels", "（一）予以公开\n"),
    text("lines of labels with open notes", "（一）予以公开（区分处理的，\n"),
    text("lines of labels that are not the form's", "（一）予以公布#者 1 2 3 4 5 6 7\n"),
    text("lines of labels, characters lost", "2.其他法律行政止公开 1 2 3 4 5 6 #\n"),
    text("lines of rows again", "一、本年新收政府信息公开申请数量 # 0 0 0 0 0 #\n"),
    text("lines of too short rows", "（一）予以公开 1 2 #\n"),
    text("lines of numbers without label", "# 2 3 4 5 6 7\n"),
    text("lines of challenge heads", "行政复议 行政诉讼 结果维持 结果纠正 总计\n"),
    text("lines of challenge rows", "结果维持 结果纠正 其他结果 尚未审结 总计\n# 1 1 1 1\n"),
    text("lines of heads that say nothing", "数据一\t数据二\t数据三\t数据四\n"),
    text("lines of articles", "第二十条第（一）项\n规章\n"),
    text("lines of page numbers", "- # -\n"),
    text("rows of a table", "一、本年新收政府信息公开申请数量\t#\t0\t0\t0\t0\t0\t#\n"),
    text("rows of bars", "| 行政许可 | # |\n"),
    text(
        "reports one after the other",
        "望津市#年政府信息公开工作年度报告\n一、总体情况\n好。\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 # 0 0 0 0 0 #\n四、行政复议\n1 1\n五、存在的主要问题\n无。\n六、其他需要报告的事项\n无。\n",
    ),
    // Statements of the prose.
    prose("prose of last year's sentences", "2022年，我局收到申请#件。"),
    prose("prose of last year on one sentence", "2022年"),
    prose("prose of open notes", "（请填写"),
    prose("prose of signs", "X×_*"),
    prose("prose of signs and nouns", "××局"),
    prose("prose of gaps", "公开信息  条，"),
    prose("prose of fees", "收取信息处理费#元，"),
    prose("prose of parts", "本报告共分六个部分"),
    prose("lines of fees", "收取信息处理费#元\n"),
    // Web pages.
    html("cells that nobody closes", "<td>"),
    html("rows that nobody closes", "<tr>"),
    html("cells with numbers", "<td>#"),
    html("rows of a web table", "<tr><td>（一）予以公开<td>#<td>0<td>0<td>0<td>0<td>0<td>#"),
    html("rows with spans to the end", "<tr><td rowspan=65534 colspan=9>#"),
    html("cells with wide spans", "<td colspan=1000>#"),
    html("tables one after the other", "<table><tr><td>规章<td>#</table>"),
    html("tags with lone surrogates", "<td>&#xD800;&#55296;&#x110000;&#0;"),
    html("entities without end", "<td>&amp&notit;&#99999999999"),
    html("comments", "<!-- # -->"),
    html("paragraphs", "<p>一、总体情况"),
    html("inline elements", "<span>公</span>"),
    html("sections of a table", "<tbody><tr><td>1<td>#"),
];
