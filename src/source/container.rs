//! What a file is, told by its bytes and never by its name: a `.doc` of a government site may as well be
//! a web page or a ZIP.

use crate::error::Format;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// Plain text, Markdown or a web page; or nothing that is known.
    Text,
    /// A format that is told by its first bytes.
    Of(Format),
    /// A document under a password.
    Encrypted,
}

/// First bytes that no text begins with.
const MAGIC: [(&[u8], Format); 13] = [
    (b"%PDF-", Format::Pdf),
    (b"{\\rtf", Format::Rtf),
    (b"\x89PNG\r\n", Format::Image),
    (b"\xff\xd8\xff", Format::Image),
    (b"GIF8", Format::Image),
    (b"II*\0", Format::Image),
    (b"MM\0*", Format::Image),
    (b"\x1f\x8b", Format::Archive),
    (b"BZh", Format::Archive),
    (b"\xfd7zXZ\0", Format::Archive),
    (b"Rar!\x1a", Format::Archive),
    (b"7z\xbc\xaf\x27\x1c", Format::Archive),
    (b"%!PS", Format::PostScript),
];

/// What a ZIP is, by the name of one of its files. The names are not compressed.
const IN_ZIP: [(&[u8], Format); 6] = [
    (b"word/document", Format::Docx),
    (b"xl/workbook", Format::Spreadsheet),
    (b"opendocument.spreadsheet", Format::Spreadsheet),
    (b"opendocument.text", Format::Odt),
    (b"ppt/presentation", Format::Presentation),
    (b"OFD.xml", Format::Ofd),
];

/// What an OLE file is, by the name of one of its streams.
const IN_OLE: [(&str, Format); 4] = [
    ("WordDocument", Format::Doc),
    ("Workbook", Format::Spreadsheet),
    ("Book", Format::Spreadsheet),
    ("PowerPoint Document", Format::Presentation),
];

/// Tells a file by its bytes.
pub(super) fn of(bytes: &[u8]) -> Container {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let is_in = |(name, _): &&(&[u8], Format)| holds(bytes, name);
        return Container::Of(IN_ZIP.iter().find(is_in).map_or(Format::Archive, |&(_, format)| format));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return ole(bytes);
    }
    if is_mail(bytes) {
        return Container::Of(Format::Mhtml);
    }
    let is = |(magic, _): &&(&[u8], Format)| bytes.starts_with(magic);
    MAGIC.iter().find(is).map_or(Container::Text, |&(_, format)| Container::Of(format))
}

fn ole(bytes: &[u8]) -> Container {
    let holds_stream = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, &name)
    };
    if holds_stream("EncryptedPackage") {
        return Container::Encrypted;
    }
    let found = IN_OLE.iter().find(|(name, _)| holds_stream(name));
    Container::Of(found.map_or(Format::Doc, |&(_, format)| format))
}

/// A page that Word or a browser saved as a mail with its pictures.
fn is_mail(bytes: &[u8]) -> bool {
    let begins = |with: &[u8]| bytes.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    begins(b"MIME-Version:") || (begins(b"From:") && holds(&bytes[..bytes.len().min(1024)], b"MIME-Version:"))
}

/// Whether bytes hold others somewhere, in linear time: the first byte of what is looked for is rare.
fn holds(bytes: &[u8], part: &[u8]) -> bool {
    part.first().is_some_and(|first| {
        let places = bytes.iter().enumerate().filter(|(_, byte)| *byte == first);
        places.into_iter().any(|(at, _)| bytes[at..].starts_with(part))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_bytes() {
        let ole = |stream: &str| {
            let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....".iter().copied().chain(name).collect::<Vec<u8>>()
        };
        for (bytes, format) in [
            (b"\n%PDF-1.7\n%\xe2\xe3".to_vec(), Format::Pdf),
            (b"PK\x03\x04\x14\0..[Content_Types].xml..word/document.xml".to_vec(), Format::Docx),
            (b"PK\x03\x04\x14\0..xl/workbook.xml".to_vec(), Format::Spreadsheet),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text".to_vec(), Format::Odt),
            (b"PK\x03\x04..report.pdf".to_vec(), Format::Archive),
            (b"PK\x03\x04..OFD.xml".to_vec(), Format::Ofd),
            (ole("WordDocument"), Format::Doc),
            (ole("Workbook"), Format::Spreadsheet),
            (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), Format::Image),
            (b"{\\rtf1\\ansi".to_vec(), Format::Rtf),
            (b"MIME-Version: 1.0\nContent-Type: multipart/related;".to_vec(), Format::Mhtml),
        ] {
            assert_eq!(of(&bytes), Container::Of(format), "{format:?}");
        }
        assert_eq!(of(&ole("EncryptedPackage")), Container::Encrypted);
        assert_eq!(of("政府信息公开工作年度报告".as_bytes()), Container::Text);
        assert_eq!(of(b""), Container::Text);
    }
}
