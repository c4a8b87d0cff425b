//! The body as the subject of a sentence, in folded text.

use super::body::is_body;
use std::ops::Range;

/// Where a sentence or clause begins or ends, in folded text.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, ',' | '，' | '。' | '.' | ';' | ':' | '《' | '》' | '(' | ')' | '"' | '、' | '!' | '?')
}

/// The body as the subject of the first sentence, after the year and clauses such as 在…领导下.
pub(super) fn first_subject(text: &str) -> Option<Range<usize>> {
    const CLAUSES: usize = 4;
    let mut start = 0;
    for _ in 0..CLAUSES {
        start += adverbs(&text[start..]);
        if let Some(name) = subject(&text[start..]) {
            return Some(start..start + name.len());
        }
        let clause = &text[start..];
        let end = clause.char_indices().take(60).find(|(_, c)| matches!(c, ',' | '，' | '。'))?;
        let words = &clause[..end.0];
        let leads = ["在", "根据", "按照", "为", "今年", "一年", "过去", "围绕", "依据", "以"]
            .iter()
            .any(|word| words.starts_with(word));
        if !(words.is_empty() || leads) || end.1 == '。' {
            return None;
        }
        start += end.0 + end.1.len_utf8();
    }
    None
}

/// How long the words for the time at the start of a sentence are.
fn adverbs(text: &str) -> usize {
    let mut rest = text;
    loop {
        let left = match super::title::year(rest) {
            Ok((left, _)) => left.strip_prefix('年').map(|left| left.strip_prefix('度').unwrap_or(left)),
            Err(_) => ["今年以来", "一年来", "一年以来", "本年度", "全年", ",", "，", "期间"]
                .iter()
                .find_map(|word| rest.strip_prefix(word)),
        };
        match left {
            Some(left) => rest = left,
            None => return text.len() - rest.len(),
        }
    }
}

/// The name at the start of a clause: the shortest that is a body and is followed by what it does.
pub(super) fn subject(text: &str) -> Option<&str> {
    const LONGEST: usize = 32;
    let ends = text
        .char_indices()
        .take(LONGEST + 1)
        .take_while(|(_, c)| !is_stop(*c))
        .map(|(at, c)| at + c.len_utf8());
    let mut ends = ends.map(|end| (&text[..end], &text[end..]));
    ends.find(|(name, rest)| does_something(rest) && is_body(name)).map(|(name, _)| name)
}

/// Whether a text goes on with what a body does.
fn does_something(rest: &str) -> bool {
    const DOES: &[&str] = &[
        "认真",
        "聚焦",
        "坚持",
        "严格",
        "按照",
        "根据",
        "依据",
        "依照",
        "依法",
        "积极",
        "深入",
        "紧紧",
        "紧扣",
        "紧密",
        "持续",
        "不断",
        "高度",
        "切实",
        "本年",
        "全年",
        "主动",
        "贯彻",
        "围绕",
        "始终",
        "扎实",
        "进一步",
        "通过",
        "未收",
        "未发",
        "未发生",
        "收到",
        "受理",
        "组织",
        "共收",
        "共公",
        "共受",
        "共发",
        "共主",
        "共办",
        "共计",
        "以",
        "在",
        "对",
        "编制",
        "公布",
        "发布",
        "全面",
        "大力",
        "着力",
        "立足",
        "牢牢",
        "结合",
        "充分",
        "加强",
        "落实",
        "负责",
        "按",
        "狠抓",
        "强化",
    ];
    const OTHERWISE: [&str; 8] = ["对外", "对口", "以工", "在建", "全面深化", "依法治", "通过性", "组织部"];
    DOES.iter().any(|word| rest.starts_with(word)) && !OTHERWISE.iter().any(|word| rest.starts_with(word))
        || rest.starts_with('(')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_has_a_subject() {
        for (text, name) in [
            ("2025年,区城乡建设局聚焦中心工作", Some("区城乡建设局")),
            ("2023年,在区委、区政府的领导下,丙洲街道办事处认真贯彻", Some("丙洲街道办事处")),
            ("区科技工业商务信息化局本年度主动公开", Some("区科技工业商务信息化局")),
            ("2023年,我镇认真贯彻", None),
            ("2023年,区政府高度重视", None),
            ("2023年,区委、区政府高度重视", None),
        ] {
            assert_eq!(first_subject(text).map(|at| &text[at]), name, "{text}");
        }
    }
}
