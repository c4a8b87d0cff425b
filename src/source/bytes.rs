//! From bytes to text.
//!
//! In this order: a byte order mark; bytes that prove to be UTF-8; the charset that the server named; the
//! one that the page declares; GB18030. UTF-8 with Han characters stands before the declaration because it proves itself (GB text
//! of more than a few characters is never well-formed UTF-8 by chance) while the `gb2312` of a page
//! that was saved anew as UTF-8 is merely out of date. A declared `utf-8` whose bytes are no UTF-8 is
//! as worthless, and so is `iso-8859-1`, in which no report can be written.

use super::builder::within;
use super::look::{count, has};
use crate::{Error, Hints, Options};
use std::borrow::Cow;

/// Decodes a page. The flag says that it was damaged: replacement characters had to be put in.
///
/// # Errors
/// Over the limit of bytes, empty, not text, or, without the feature `encoding`, not UTF-8.
pub fn decode<'a>(bytes: &'a [u8], options: &Options) -> Result<(Cow<'a, str>, bool), Error> {
    within("bytes", "input", bytes.len(), options.limits.bytes)?;
    let (text, damaged) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => lossy(rest),
        None => match valid(bytes) {
            // By far the most common case, in one pass.
            Some(text) if is_proven(text) && !has(bytes, 0) => (Cow::Borrowed(text), false),
            _ => unmarked(bytes, &options.hints)?,
        },
    };
    within("bytes", "decoded text", text.len(), options.limits.bytes)?;
    prove_text(&text, damaged)?;
    Ok((text, damaged))
}

/// Bytes as a text, if they are UTF-8.
fn valid(bytes: &[u8]) -> Option<&str> {
    #[cfg(feature = "encoding")]
    return simdutf8::basic::from_utf8(bytes).ok();
    #[cfg(not(feature = "encoding"))]
    return std::str::from_utf8(bytes).ok();
}

/// Fails for what decodes but is no text.
fn prove_text(text: &str, damaged: bool) -> Result<(), Error> {
    if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(Error::Empty);
    }
    if has(text.as_bytes(), 0) {
        return Err(Error::NotText("it holds NUL bytes".to_owned()));
    }
    let head = head(text);
    let controls = count(head.as_bytes(), |byte| {
        (byte < b' ') & (byte != b'\t') & (byte != b'\n') & (byte != b'\r') & (byte != b'\x0c')
    });
    if controls * 4 > head.chars().count() {
        return Err(Error::NotText("it is mostly control characters".to_owned()));
    }
    if damaged && text.matches(char::REPLACEMENT_CHARACTER).count() * 2 > text.chars().count() {
        return Err(Error::NotText("no encoding fits it".to_owned()));
    }
    Ok(())
}

/// The first few thousand bytes of a text, which tell what the rest is like.
fn head(text: &str) -> &str {
    const BYTES: usize = 4096;
    &text[..text.floor_char_boundary(BYTES)]
}

/// UTF-8 with a replacement character for whatever is none; a character that the end of the input cuts
/// is left out.
fn lossy(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => {
            let mut text = String::with_capacity(bytes.len());
            for chunk in bytes.utf8_chunks() {
                text.push_str(chunk.valid());
                let cut = chunk.invalid().as_ptr_range().end == bytes.as_ptr_range().end
                    && std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
                if !chunk.invalid().is_empty() && !cut {
                    text.push(char::REPLACEMENT_CHARACTER);
                }
            }
            (Cow::Owned(text), true)
        }
    }
}

/// How far bytes are UTF-8.
#[derive(Debug, PartialEq, Eq)]
enum Utf8 {
    /// They are: many characters of three bytes, of which most text of a report is made, and next to
    /// no errors, such as a character cut in two.
    Proven,
    /// They may be: no errors but at their end, and hardly a character beyond ASCII.
    Possible,
    /// They are not.
    No,
}

/// How many characters of a text take so many bytes, by their first byte.
fn leads(text: &str, least: u8) -> usize {
    count(text.as_bytes(), |byte| byte >= least)
}

/// Whether a text that is valid UTF-8 is so by no chance.
fn is_proven(text: &str) -> bool {
    let is = |text: &str| leads(text, 0xe0) > 0 && leads(text, 0xe0) * 2 >= leads(text, 0xc0);
    is(head(text)) || is(text)
}

fn utf8(bytes: &[u8]) -> Utf8 {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) if is_proven(text) => return Utf8::Proven,
        Ok(_) => return Utf8::Possible,
        Err(error) => error,
    };
    let (mut long, mut all, mut errors) = (0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        long += leads(chunk.valid(), 0xe0);
        all += leads(chunk.valid(), 0xc0);
        errors += usize::from(!chunk.invalid().is_empty());
    }
    match error.error_len() {
        _ if long > 4 * errors && long * 2 >= all => Utf8::Proven,
        None => Utf8::Possible,
        Some(_) => Utf8::No,
    }
}

#[cfg(not(feature = "encoding"))]
fn unmarked<'a>(bytes: &'a [u8], _: &Hints) -> Result<(Cow<'a, str>, bool), Error> {
    match utf8(bytes) {
        Utf8::Proven | Utf8::Possible => Ok(lossy(bytes)),
        Utf8::No => Err(Error::FeatureNeeded { feature: "encoding", what: "text that is not UTF-8" }),
    }
}

#[cfg(feature = "encoding")]
fn unmarked<'a>(bytes: &'a [u8], hints: &Hints) -> Result<(Cow<'a, str>, bool), Error> {
    use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
    let marked = match bytes {
        [0xff, 0xfe, rest @ ..] => Some((UTF_16LE, rest)),
        [0xfe, 0xff, rest @ ..] => Some((UTF_16BE, rest)),
        _ => unmarked_utf16(bytes).map(|encoding| (encoding, bytes)),
    };
    if let Some((encoding, rest)) = marked {
        return Ok(encoding.decode_without_bom_handling(rest));
    }
    let utf8 = utf8(bytes);
    if utf8 == Utf8::Proven {
        return Ok(lossy(bytes));
    }
    // Only a declaration under which all bytes make sense is worth more than a guess.
    let named = hints.charset.as_deref().and_then(east_asian);
    let decode = |encoding: &'static encoding_rs::Encoding| encoding.decode_without_bom_handling(bytes);
    let fitting = [named, declared(bytes)].into_iter().flatten().map(decode).find(|(_, damaged)| !damaged);
    Ok(match (fitting, utf8) {
        (Some(fitting), _) => fitting,
        (None, Utf8::Possible) => lossy(bytes),
        (None, _) => GB18030.decode_without_bom_handling(bytes),
    })
}

/// UTF-16 without a mark: bytes with zeros that make Chinese text when they are taken in pairs.
#[cfg(feature = "encoding")]
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    if !head.contains(&0) {
        return None;
    }
    let makes_text = |unit: fn([u8; 2]) -> u16| {
        let units = head.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let text = units.filter(|unit| {
            matches!(unit, 9 | 10 | 13 | 0x20..=0x7e | 0xa0 | 0x2010..=0x2030 | 0x3000..=0x303f)
                || matches!(unit, 0x4e00..=0x9fff | 0xff00..=0xffef)
        });
        text.count() * 2 * 10 > head.len() * 9
    };
    if makes_text(u16::from_le_bytes) {
        return Some(encoding_rs::UTF_16LE);
    }
    makes_text(u16::from_be_bytes).then_some(encoding_rs::UTF_16BE)
}

/// The multi-byte encoding of East Asia that a page declares in its first 4096 bytes.
#[cfg(feature = "encoding")]
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let tag = |at: usize| head[at..].split('>').next().unwrap_or_default();
    let meta = head.match_indices("<meta").find_map(|(at, _)| label(tag(at), "charset"));
    let xml = || {
        head.trim_start().strip_prefix("<?xml").and_then(|rest| label(rest.split('>').next()?, "encoding"))
    };
    east_asian(meta.or_else(xml)?)
}

/// The multi-byte encoding of East Asia that a label names.
#[cfg(feature = "encoding")]
fn east_asian(label: &str) -> Option<&'static encoding_rs::Encoding> {
    use encoding_rs::{Encoding, GB18030, GBK, UTF_8};
    let encoding = Encoding::for_label(label.as_bytes())?;
    match encoding {
        // GB2312 and GBK are what pages call GB18030.
        _ if encoding == GBK => Some(GB18030),
        _ if encoding == UTF_8 || encoding.is_single_byte() || !encoding.is_ascii_compatible() => None,
        _ => Some(encoding),
    }
}

/// The value after `name =` in a tag, quoted or not.
#[cfg(feature = "encoding")]
fn label<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(name)?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| c.is_whitespace() || "\"';/?".contains(c)).unwrap_or(value.len());
    Some(&value[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, bool) {
        let (text, damaged) = decode(bytes, &Options::default()).expect("it is text");
        (text.into_owned(), damaged)
    }

    fn error(bytes: &[u8]) -> Error {
        decode(bytes, &Options::default()).expect_err("it is no text")
    }

    const SAMPLE: &str = "某市2021年政府信息公开工作年度报告";

    #[test]
    fn a_mark_is_taken_off() {
        assert_eq!(text(format!("\u{feff}{SAMPLE}").as_bytes()), (SAMPLE.to_owned(), false));
        assert_eq!(text(b"\xef\xbb\xbf\xe6\x94\xbf\xe5"), ("政".to_owned(), true));
    }

    /// The characters before the one that the end cuts.
    fn whole_part(bytes: &[u8]) -> String {
        String::from_utf8_lossy(bytes).trim_end_matches(char::REPLACEMENT_CHARACTER).to_owned()
    }

    #[test]
    fn utf8_cut_at_any_byte_stays_utf8() {
        let whole = format!("<meta charset=gb2312>{SAMPLE}");
        for end in 0..whole.len() {
            let bytes = &whole.as_bytes()[..end];
            let expected = whole_part(bytes);
            if end == 0 {
                assert_eq!(error(bytes), Error::Empty);
            } else if end < 21 || cfg!(not(feature = "encoding")) {
                assert_eq!(text(bytes).0, expected);
            }
        }
        let bare = SAMPLE.repeat(2);
        for end in 3..bare.len() {
            let bytes = &bare.as_bytes()[..end];
            assert_eq!(text(bytes), (whole_part(bytes), !bare.is_char_boundary(end)));
        }
        for start in 1..SAMPLE.len() {
            assert!(text(&bare.as_bytes()[start..]).0.ends_with(SAMPLE));
        }
    }

    #[test]
    fn a_bad_byte_in_the_middle_is_damage() {
        let bytes = [SAMPLE.as_bytes(), b"\xff", SAMPLE.as_bytes()].concat();
        assert_eq!(text(&bytes), (format!("{SAMPLE}\u{fffd}{SAMPLE}"), true));
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(error(b""), Error::Empty);
        assert_eq!(error("\u{feff} \u{3000}\n".as_bytes()), Error::Empty);
        for (bytes, what) in [(&b"a\0bc\0\0d"[..], "NUL"), (b"\x01\x02\x03\x04ab", "control")] {
            assert!(matches!(error(bytes), Error::NotText(why) if why.contains(what)), "{what}");
        }
    }

    #[test]
    fn limits_hold_before_and_after_decoding() {
        let mut options = Options::default();
        options.limits.bytes = 4;
        assert!(matches!(decode(b"12345", &options), Err(Error::TooLarge { limit: "bytes", .. })));
        #[cfg(feature = "encoding")]
        assert!(matches!(decode(b"\xb9\xab\xbf\xaa", &options), Err(Error::TooLarge { limit: "bytes", .. })));
    }

    #[cfg(not(feature = "encoding"))]
    #[test]
    fn other_encodings_need_the_feature() {
        assert!(matches!(error(b"\xb9\xab\xbf\xaa"), Error::FeatureNeeded { feature: "encoding", .. }));
    }

    #[cfg(feature = "encoding")]
    mod encodings {
        use super::*;

        fn gb(text: &str) -> Vec<u8> {
            encoding_rs::GB18030.encode(text).0.into_owned()
        }

        #[test]
        fn gb_text_is_read_whatever_it_declares() {
            for declared in [
                "",
                "<meta charset=gb2312>",
                "<META http-equiv=Content-Type content='text/html; charset=GBK'>",
                "<meta charset=\"utf-8\"/>",
                "<meta charset=iso-8859-1>",
                "<?xml version='1.0' encoding='gb18030'?>",
                "<script charset='big5'></script>",
            ] {
                let page = format!("{declared}{SAMPLE}镕䶮");
                assert_eq!(text(&gb(&page)), (page, false));
            }
        }

        #[test]
        fn utf8_proves_itself_against_a_declaration() {
            for declared in ["gb2312", "big5", "iso-8859-1"] {
                let page = format!("<meta charset={declared}>{SAMPLE}");
                assert_eq!(text(page.as_bytes()), (page, false));
            }
        }

        #[test]
        fn big5_is_read_if_declared() {
            let page = "<meta charset=big5>政府資訊公開工作年度報告";
            assert_eq!(text(&encoding_rs::BIG5.encode(page).0), (page.to_owned(), false));
        }

        #[test]
        fn what_the_server_names_is_believed_if_it_fits() {
            let page = "政府資訊公開工作年度報告";
            let bytes = encoding_rs::BIG5.encode(page).0;
            let mut options = Options::default();
            for (charset, is_read) in [("big5", true), ("no such charset", false), ("euc-kr", false)] {
                options.hints.charset = Some(charset.to_owned());
                let (text, _) = decode(&bytes, &options).expect("it is text");
                assert_eq!(text == page, is_read, "{charset}");
            }
        }

        #[test]
        fn utf16_is_read_with_and_without_a_mark() {
            let page = format!("<p>{SAMPLE}\n");
            let units: Vec<u16> = page.encode_utf16().collect();
            let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            for bytes in
                [&little, &big, &[b"\xff\xfe", &little[..]].concat(), &[b"\xfe\xff", &big[..]].concat()]
            {
                assert_eq!(text(bytes), (page.clone(), false));
            }
        }

        #[test]
        fn damaged_gb_says_so() {
            let mut bytes = gb(SAMPLE);
            bytes.push(0xff);
            assert_eq!(text(&bytes), (format!("{SAMPLE}\u{fffd}"), true));
        }

        #[test]
        fn bytes_that_fit_no_encoding_are_no_text() {
            assert!(matches!(error(&[0xff; 64]), Error::NotText(_)));
        }
    }
}
