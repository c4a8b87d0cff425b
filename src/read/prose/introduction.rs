//! What an introduction says: the acts it rests on and whom to ask.

use crate::read::fold::{Folded, folded_text, without_pinyin};

/// Whether a folded paragraph is a report's introduction.
pub(super) fn is_introduction(text: &str) -> bool {
    let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
    // The first of these all have 报, and most paragraphs have none of them.
    text.contains("报")
        && any(&["本报告", "本年度报告", "本年报", "年度报告", "政务公开年报", "信息公开年报"])
        && any(&["条例", "公开办函", "有关事项的通知", "报告格式"])
        && any(&["编制", "公布", "发布", "统计期限", "统计时限", "撰写", "现就", "汇报"])
        && !any(&["请各", "各单位要", "各部门要", "通知如下", "认真贯彻执行", "遵照执行"])
}

/// Whether a paragraph as printed is one.
pub(super) fn introduces(paragraph: &str) -> bool {
    // Cheaper than folding a paragraph that cannot be one.
    paragraph.contains(['报', '報']) && is_introduction(&folded_text(paragraph))
}

/// Whether a paragraph can only be of an introduction: one, or a sentence that one consists of.
pub(super) fn is_of_one(paragraph: &str) -> bool {
    if introduces(paragraph) {
        return true;
    }
    let text = folded_text(paragraph);
    let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let period = any(&["统计期限", "统计时限"]) && any(&["至", "到", "-", "—", "~"]);
    period || any(&["本报告", "本年度报告", "本年报"]) && any(&["电子版", "联系"])
}

/// Basis and contact, from the first of some paragraphs that states each.
pub(super) fn basis_and_contact<'t>(
    paragraphs: impl Iterator<Item = &'t str>,
) -> (Vec<String>, Option<String>) {
    let (mut acts, mut whom) = (Vec::new(), None);
    for paragraph in paragraphs {
        if acts.is_empty() {
            acts = basis(paragraph);
        }
        whom = whom.or_else(|| contact(paragraph));
    }
    (acts, whom)
}

/// The acts between 《 and 》; short names and the report's own title are none.
fn basis(paragraph: &str) -> Vec<String> {
    const MOST: usize = 16;
    let mut acts: Vec<String> = Vec::new();
    let mut past = 0;
    for (at, open) in paragraph.match_indices('《').take(MOST) {
        // An act may be named within the name of an act.
        if at < past {
            continue;
        }
        let Some(end) = closing(&paragraph[at + open.len()..]) else { break };
        let act = paragraph[at + open.len()..][..end].trim();
        past = at + open.len() + end;
        let before = paragraph[..at].trim_end_matches(|c: char| !c.is_alphabetic());
        let short = before.ends_with("简称")
            || before.ends_with("簡稱")
            || acts.iter().any(|long| long.ends_with(act));
        let report = folded_text(act).ends_with("报告");
        if !short && !report && !act.is_empty() {
            acts.push(without_pinyin(act));
        }
    }
    acts
}

/// Where the 》 that closes an open 《 stands.
fn closing(text: &str) -> Option<usize> {
    const LONGEST: usize = 600;
    let mut depth = 1;
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < LONGEST) {
        match c {
            '《' => depth += 1,
            '》' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The sentence that says whom to ask.
fn contact(paragraph: &str) -> Option<String> {
    let folded = Folded::of(paragraph);
    let text = folded.text();
    let at = text.find("联系").or_else(|| text.find("电话"))?;
    let start = text[..at]
        .rfind(['。', ';'])
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let end = text[at..].find('。').map_or(text.len(), |end| at + end);
    let sentence = &text[start..end];
    let asks = ["疑问", "咨询", "谘询", "建议", "意见"].iter().any(|word| sentence.contains(word));
    let ways =
        ["电话", "邮编", "联系", "邮箱", "地址"].iter().filter(|word| sentence.contains(**word)).count();
    let chars = text[..start].chars().count()..text[..end].chars().count();
    (asks || ways > 1).then(|| paragraph[folded.bytes(chars)].trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "本报告依《中华人民共和国政府信息公开条例》和《关于印发〈格式〉的通知》编制。阅读中如有疑问，可同甲县水利局办公室联系（电话：0000-1234567）。";

    #[test]
    fn acts_and_contact_are_read() {
        let (basis, contact) = basis_and_contact([TEXT].into_iter());
        assert_eq!(basis, ["中华人民共和国政府信息公开条例", "关于印发〈格式〉的通知"]);
        assert_eq!(
            contact.as_deref(),
            Some("阅读中如有疑问，可同甲县水利局办公室联系（电话：0000-1234567）")
        );
        assert!(is_introduction(TEXT));
        assert!(!is_introduction("请各单位根据《条例》编制年度报告。"));
    }
}
