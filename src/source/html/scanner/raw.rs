//! Where elements end that hold no tags: scripts, styles, titles and the like.

use memchr::{memchr, memmem};

/// The bytes before the end tag of a name; nothing if there is none.
pub(super) fn text(bytes: &[u8], name: &[u8]) -> Option<usize> {
    memchr::memchr_iter(b'<', bytes)
        .find(|&at| bytes[at + 1..].first() == Some(&b'/') && names(&bytes[at + 2..], name))
}

/// Whether a tag, behind its `<` or `</`, has a name.
fn names(tag: &[u8], name: &[u8]) -> bool {
    tag.get(..name.len()).is_some_and(|is| is.eq_ignore_ascii_case(name))
        && matches!(tag.get(name.len()), Some(b'\t' | b'\n' | b'\x0c' | b' ' | b'/' | b'>'))
}

/// The bytes of a script. In a comment of its own it may write a script, whose end is not its own.
pub(super) fn script(bytes: &[u8]) -> Option<usize> {
    const NAME: &[u8] = b"script";
    let (mut in_comment, mut in_script, mut at) = (false, false, 0);
    loop {
        let next = memchr(b'<', &bytes[at..]).map(|next| at + next);
        if in_comment {
            let end = memmem::find(&bytes[at..next.unwrap_or(bytes.len())], b"-->");
            if let Some(end) = end {
                (in_comment, in_script, at) = (false, false, at + end + 3);
                continue;
            }
        }
        let next = next?;
        at = next + 1;
        match bytes[at..] {
            [b'!', b'-', b'-', ..] if !in_comment => {
                in_comment = true;
                // Its dashes may be those of its end as well.
                at += 1;
            }
            [b'/', ..] if names(&bytes[at + 1..], NAME) => {
                if !in_script {
                    return Some(next);
                }
                in_script = false;
            }
            _ if in_comment && names(&bytes[at..], NAME) => in_script = true,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_in_the_comment_of_a_script_is_its_text() {
        let length = |text: &str| script(text.as_bytes());
        assert_eq!(length("a<b</script>"), Some(3));
        assert_eq!(length("<!--<script></script>--></script>"), Some(24));
        assert_eq!(length("<!--<script></script></script>"), Some(21));
        assert_eq!(length("<!-->x<script></script>"), Some(14));
        assert_eq!(length("<!--->x<script></script>"), Some(15));
        assert_eq!(length("<!--<scripts></script>"), Some(13));
        assert_eq!(length("<script></SCRIPT >"), Some(8));
        assert_eq!(length("<!--<script></script"), None);
        assert_eq!(text(b"a</titles></ti</TITLE/>", b"title"), Some(14));
    }
}
