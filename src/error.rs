//! What makes reading impossible. Everything else is a [`Problem`](crate::read::Problem).

use crate::message::Message;
use serde::{Deserialize, Serialize};

/// Why an input could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is empty or holds nothing but blanks.
    #[error("the input is empty")]
    Empty,
    /// The input is not text: it is binary, or in an encoding that was not recognised.
    #[error("the input is not text: {0}")]
    NotText(String),
    /// The input is a page, but not a 政府信息公开工作年度报告.
    #[error("not an annual report: neither its title, nor its introduction, nor a statutory table was found")]
    NotAReport,
    /// The input is a web page that is only the shell of a report: what it shows instead, and the links that
    /// may lead to it.
    #[error("{}{}", .kind.meaning().en, listed(.links, ": ", "; "))]
    Shell {
        /// What the page is.
        kind: ShellKind,
        /// Links to files, or, on a page that lists reports, to these; the first twenty.
        links: Vec<Link>,
    },
    /// The input is over a limit of [`Limits`](crate::Limits).
    #[error("{what} over the limit `{limit}` of {allowed}")]
    TooLarge {
        /// The field of `Limits`.
        limit: &'static str,
        /// What is over it.
        what: &'static str,
        /// What it allows.
        allowed: usize,
    },
    /// The input is a document that is broken: cut off, damaged, or not what it says it is.
    #[error("the {container} file is broken: {why}")]
    Broken {
        /// The format.
        container: &'static str,
        /// What does not hold.
        why: String,
    },
    /// The input is a document under a password.
    #[error("the document is encrypted: save it without a password")]
    Encrypted,
    /// The input is a document of pictures, or of fonts that do not say what their characters are.
    #[error("the document holds no text that can be read: recognise its text first (OCR)")]
    NeedsOcr,
    /// The input is of a format that is told, but not read.
    #[error("{} is not read: {}", .0.name().en, .0.advice().en)]
    FormatNotRead(Format),
    /// The input needs a cargo feature that is not enabled.
    #[error("{what} needs the cargo feature `{feature}`")]
    FeatureNeeded {
        /// The feature.
        feature: &'static str,
        /// What was found.
        what: &'static str,
    },
}

impl Error {
    /// The kind, in kebab-case, as in the JSON contract.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotText(_) => "not-text",
            Self::NotAReport => "not-a-report",
            Self::Shell { kind, .. } => kind.name(),
            Self::TooLarge { .. } => "too-large",
            Self::Broken { .. } => "container-broken",
            Self::Encrypted => "encrypted",
            Self::NeedsOcr => "needs-ocr",
            Self::FormatNotRead(_) => "format-not-read",
            Self::FeatureNeeded { .. } => "feature-needed",
        }
    }

    /// The error in both languages.
    pub fn message(&self) -> Message {
        let zh = match self {
            Self::Empty => "输入为空".to_owned(),
            Self::NotText(why) => format!("输入不是文本：{why}"),
            Self::NotAReport => "不是政府信息公开工作年度报告：未见标题、引言或法定表格".to_owned(),
            Self::Shell { kind, links } => format!("{}{}", kind.meaning().zh, listed(links, "：", "；")),
            Self::TooLarge { limit, allowed, .. } => format!("超出限制 {limit}（最多 {allowed}）"),
            Self::Broken { container, why } => format!("{container} 文件已损坏：{why}"),
            Self::Encrypted => "文件已加密，请另存为不设密码的文件".to_owned(),
            Self::NeedsOcr => {
                "文件中没有可读取的文字（扫描件或字体缺少字符映射），请先做文字识别（OCR）".to_owned()
            }
            Self::FormatNotRead(format) => format!("不读取{}：{}", format.name().zh, format.advice().zh),
            Self::FeatureNeeded { feature, .. } => format!("需要启用 cargo 特性 {feature}"),
        };
        Message::new(zh, self.to_string())
    }
}

/// A link of a page, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Link {
    /// Its words.
    pub text: String,
    /// Its address, relative to the page if the page has it so.
    pub href: String,
}

impl Link {
    /// A link, with at most so much of words and address as a person would read.
    #[cfg(feature = "html")]
    pub(crate) fn new(text: &str, href: &str) -> Self {
        const LONGEST: usize = 1000;
        let cut = |text: &str| text[..text.floor_char_boundary(LONGEST)].to_owned();
        Self { text: cut(text), href: cut(href) }
    }
}

/// Links in a sentence.
fn listed(links: &[Link], before: &str, between: &str) -> String {
    let links: Vec<_> = links.iter().map(|link| format!("{} <{}>", link.text, link.href)).collect();
    if links.is_empty() { String::new() } else { format!("{before}{}", links.join(between)) }
}

/// One list gives the kinds of shells, their names in JSON and what they mean.
macro_rules! shells {
    ($($Kind:ident $name:literal $zh:literal $en:literal)*) => {
        /// What a web page is that holds no table of a report.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ShellKind {
            $(#[doc = $en] $Kind,)*
        }

        impl ShellKind {
            /// The kind, as [`Error::kind`] has it.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Kind => $name,)* }
            }

            /// What it means, in both languages.
            pub const fn meaning(self) -> Message {
                match self { $(Self::$Kind => Message::fixed($zh, $en),)* }
            }
        }
    };
}

shells! {
    Script "page-of-scripts"
        "网页正文由脚本生成，文件里没有内容，请在浏览器中打开后另存为网页"
        "the text of the page is made by scripts, the file holds none of it: open it in a browser and save it from there"
    List "page-of-links"
        "网页是年报目录，不是年报"
        "the page lists reports and is none"
    Pictures "tables-as-pictures"
        "表格是图片，未能读取，请先做文字识别（OCR）"
        "the tables are pictures, which are not read: recognise their text first (OCR)"
    Attachment "tables-in-attachment"
        "网页上没有表格，可能在附件里"
        "the page holds no table; it may be in an attachment"
}

/// One list gives the formats, what they are called and what their reader can do.
macro_rules! formats {
    ($($Format:ident $zh:literal $en:literal => $advice_zh:literal $advice_en:literal)*) => {
        /// A format that files of government sites have.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Format {
            $(#[doc = $en] $Format,)*
        }

        impl Format {
            /// What it is called, in both languages.
            pub const fn name(self) -> Message {
                match self { $(Self::$Format => Message::fixed($zh, $en),)* }
            }

            /// What to do with a file that is not read, in both languages.
            pub const fn advice(self) -> Message {
                match self { $(Self::$Format => Message::fixed($advice_zh, $advice_en),)* }
            }
        }
    };
}

formats! {
    Docx "Word 文档（.docx）" "Word (.docx)"
        => "请另存为网页或纯文本" "save it as a web page or as text"
    Spreadsheet "电子表格（.xlsx、.xls、.ods）" "a spreadsheet (.xlsx, .xls, .ods)"
        => "请另存为网页或纯文本" "save it as a web page or as text"
    Pdf "PDF" "PDF"
        => "请另存为网页或纯文本" "save it as a web page or as text"
    Doc "Word 97—2003 文档（.doc、.wps）" "Word 97–2003 (.doc, .wps)"
        => "请用 Word、WPS 或 LibreOffice 打开后另存为 .docx 或 PDF"
           "open it in Word, WPS or LibreOffice and save it as .docx or PDF"
    Odt "OpenDocument 文本（.odt）" "OpenDocument text (.odt)"
        => "请另存为 .docx 或 PDF" "save it as .docx or PDF"
    Rtf "RTF" "RTF"
        => "请另存为 .docx 或 PDF" "save it as .docx or PDF"
    Ofd "OFD 版式文档" "OFD"
        => "请转换为 PDF" "convert it to PDF"
    Mhtml "单个文件网页（.mht）" "a web page in one file (.mht)"
        => "请另存为网页（.html）或 .docx" "save it as a web page (.html) or as .docx"
    Presentation "演示文稿" "a presentation"
        => "请另存为 PDF" "save it as PDF"
    PostScript "PostScript" "PostScript"
        => "请转换为 PDF" "convert it to PDF"
    Image "图片" "a picture"
        => "请先做文字识别（OCR）" "recognise its text first (OCR)"
    Archive "压缩包" "an archive"
        => "请先解压" "unpack it first"
}
