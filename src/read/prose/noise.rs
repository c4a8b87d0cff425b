//! What a site prints around a report, and what tables leave behind.

use super::ordinal::{Rank, ordinal};
use crate::read::fold::Folded;
use crate::read::vocabulary::{Word, word_at, words};

/// Words that open what stands below a report.
const BELOW: &[&str] = &[
    "相关附件",
    "相關附件",
    "掃一掃",
    "返回頂部",
    "關閉",
    "責任編輯",
    "相關",
    "扫一扫",
    "返回顶部",
    "关闭本页",
    "关闭窗口",
    "打印本页",
    "【打印",
    "[打印",
    "分享到",
    "分享：",
    "责任编辑",
    "上一篇",
    "下一篇",
    "相关链接",
    "相关文章",
    "相关信息",
    "主办单位",
    "主办：",
    "版权所有",
    "网站地图",
    "友情链接",
    "【关闭",
    "我要纠错",
];

/// Words that only the foot of a site has.
const FOOTER: &[&str] = &[
    "ICP备",
    "公网安备",
    "网安备",
    "网站标识码",
    "版权所有",
    "Copyright",
    "技术支持",
    "网站地图",
    "联系我们",
    "友情链接",
];

/// Words that open lines around a report.
const AROUND: &[&str] = &[
    "訪問量",
    "瀏覽",
    "點擊",
    "來源",
    "字號",
    "字體",
    "發布",
    "時間：",
    "時間:",
    "访问量",
    "浏览次数",
    "浏览量",
    "点击数",
    "点击量",
    "点击次数",
    "阅读次数",
    "阅读：",
    "阅读量",
    "来源",
    "信息来源",
    "稿件来源",
    "文章来源",
    "作者",
    "字号",
    "字体",
    "【字体",
    "[字体",
    "索引号",
    "索 引 号",
    "发布机构",
    "发文机关",
    "发文日期",
    "发布日期",
    "发布时间",
    "更新时间",
    "时间：",
    "时间:",
    "时间 :",
    "日期：",
    "公开日期",
    "成文日期",
    "文号",
    "主题分类",
    "关联稿件",
    "您当前",
    "您的位置",
    "当前位置",
    "位置：",
    "首页",
];

/// Whether a text opens with one of some words. Most differ in their first character, for which no call to
/// compare memory is worth it.
fn opens_with(text: &str, words: &[&str]) -> bool {
    let Some(first) = text.as_bytes().first_chunk::<3>() else { return false };
    words.iter().any(|word| word.as_bytes().first_chunk() == Some(first) && text.starts_with(word))
}

/// Whether a line ends the report.
pub(super) fn ends_report(text: &str) -> bool {
    const LONGEST: usize = 300;
    let footer = || FOOTER.iter().any(|word| text.contains(word));
    opens_with(text, BELOW) || text.len() <= LONGEST && !text.contains('。') && footer()
}

/// Whether a line is a site's, not the report's.
pub(super) fn is_noise(text: &str) -> bool {
    const LONGEST: usize = 240;
    if text.len() > LONGEST || text.contains('。') {
        return false;
    }
    let text = text.trim_start_matches(['|', '·', '•', ' ', '　']);
    ends_report(text) || opens_with(text, AROUND)
}

/// The text before the words of the site that follow the last sentence on its line.
pub(super) fn without_end(text: &str) -> &str {
    let mut sentences = text.match_indices(['。', '！']).map(|(at, mark)| at + mark.len());
    let end = sentences.find(|&end| ends_report(text[end..].trim_start()));
    end.map_or(text, |end| &text[..end])
}

/// Whether a line is a label or number of a table that no table has claimed.
pub(super) fn is_remnant(text: &str) -> bool {
    if text.contains('|') && !text.contains('。') {
        return true;
    }
    let end = text.char_indices().nth(40).map_or(text.len(), |(end, _)| end);
    let folded = Folded::of(&text[..end]);
    let all = folded.text();
    let start = ordinal(&folded.chars).map_or(0, |(length, _)| length);
    let word = word_at(&folded.chars, start).is_some_and(|found| !matches!(found.word, Word::Section(_)));
    word && !text.ends_with(['。', '；', '！', '：'])
        || all.starts_with("(本列数据")
        || all.starts_with("(单位")
        || !all.contains(|c: char| c.is_alphabetic())
}

/// Whether what looks like a sub-heading beside a table is a row of it.
pub(super) fn is_row(rank: Rank, heading: &str, rest: &str) -> bool {
    if !rest.is_empty() {
        return false;
    }
    let folded = Folded::of(heading);
    let own = &folded.chars[ordinal(&folded.chars).map_or(0, |(length, _)| length)..];
    let label = words(&folded.chars).any(|found| !matches!(found.word, Word::Section(_)));
    let torn = own.iter().any(|c| c.is_ascii_digit() || *c == '|') || own.len() < 4;
    rank > Rank::Bracketed || label || torn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_remnants_and_sentences_are_not() {
        assert!(is_remnant("（二）部分公开（区分处理的，只计这一情形，不计其他情形）"));
        assert!(is_remnant("0，5"));
        assert!(!is_remnant("行政许可事项已全部公开，数据如下。"));
    }

    #[test]
    fn what_follows_the_last_sentence_is_cut() {
        assert_eq!(without_end("没有其他事项。 扫一扫在手机打开"), "没有其他事项。");
        assert_eq!(without_end("没有。其他也没有。"), "没有。其他也没有。");
    }
}
