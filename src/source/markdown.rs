//! Markdown, so far as it is not plain text: what a backslash escapes.

use super::look::has;

/// What a backslash before it takes for itself and not for markup. A bar parts cells all the same.
const ESCAPED: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '#', '+', '-', '.', '~', '!'];

/// The text without the escapes of Markdown, if it is Markdown, which opens with a heading, and has any.
pub(super) fn unescaped(text: &str) -> Option<String> {
    let is_markdown = text.starts_with('#') && has(text.as_bytes(), b'\\');
    if !is_markdown || !text.match_indices('\\').any(|(at, _)| text[at + 1..].starts_with(ESCAPED)) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\\') {
        out.push_str(before);
        match behind.chars().next().filter(|c| ESCAPED.contains(c)) {
            Some(c) => {
                out.push(c);
                rest = &behind[c.len_utf8()..];
            }
            None => {
                out.push('\\');
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_escapes_are_taken_back() {
        assert_eq!(
            unescaped("# 年报\n\\*注\\* 本年增\\减 \\\\").as_deref(),
            Some("# 年报\n*注* 本年增\\减 \\")
        );
        assert_eq!(unescaped("# 年报\n本年增\\减"), None);
        assert_eq!(unescaped("年报\n\\*注"), None);
    }
}
