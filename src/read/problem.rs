//! What was not read as the form says: faults of the reading, never of the report.

use crate::form::Cell;
use crate::message::Message;
use crate::source::{Damage, Place};
use serde::{Deserialize, Serialize};

/// One list gives the kinds, their names and what they mean; the English text is the doc comment.
macro_rules! kinds {
    ($($Kind:ident $name:literal $zh:literal $en:literal)*) => {
        /// A kind of [`Problem`], kebab-case in JSON. The names are API: frozen.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum ProblemKind {
            $(#[doc = $en] #[serde(rename = $name)] $Kind,)*
        }

        impl ProblemKind {
            /// Every kind, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$Kind),*];

            /// The name, as in JSON.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Kind => $name,)* }
            }

            /// What a problem of this kind means, in both languages.
            pub fn meaning(self) -> Message {
                match self { $(Self::$Kind => Message::new($zh, $en),)* }
            }
        }
    };
}

kinds! {
    EncodingDamaged "encoding-damaged"
        "有字节不属于所用的编码，以替换字符（U+FFFD）代替。"
        "Some bytes are not valid in the encoding of the page; U+FFFD stands for them."
    PartNotRead "part-not-read"
        "文件中插入了另一种格式的内容，这一部分没有读取。"
        "A part of the document was inserted in a format that is not read; what it says is not known."
    NeedsOcr "needs-ocr"
        "有的页是图片，或者有的字体没有说明字符是什么，这些内容未读取。"
        "A page is a picture, or a font does not say what its characters are: that was not read."
    UnreadableCell "unreadable-cell"
        "单元格有内容，但不是数字。"
        "A cell is printed, but what it says is no number."
    AmbiguousRow "ambiguous-row"
        "一行的数字多于或少于应有的列数，合计关系也不能确定各在哪一列，未读取。"
        "A row prints fewer or more numbers than it has cells, and the sums do not say which is which: not read."
    InferredRow "inferred-row"
        "一行的数字少于应有的列数，由合计关系唯一确定位置。"
        "A row prints fewer numbers than it has cells; the sums of the form allow one placement only."
    InferredColumns "inferred-columns"
        "表头没有说明各列，按规定的列序读取，以各行合计验证。"
        "The heads of a table say nothing; its columns are taken in the order of the form and tried by the sums."
    LooseLabel "loose-label"
        "行名与规定的不同（缺字、多字），按最相近的一行读取。"
        "A row was recognised although its label is not the form's: characters lost or added."
    JoinedNumber "joined-number"
        "数字中间有空格或断在两格，合为一个数读取。"
        "A number was put together: blanks inside, or torn over two cells."
    SplitChange "split-change"
        "本年增/减分别列出增、减（如5/2），取其差。"
        "本年增/减 gives increase and decrease apart (5/2); their difference was taken."
    UnclaimedNumbers "unclaimed-numbers"
        "表中有数字不属于任何可识别的行。"
        "Numbers stand in a table and belong to no row that was recognised."
    SecondReport "second-report"
        "同一行再次出现且数字不同，保留第一次的。"
        "A row is printed again with other numbers; the first ones were kept."
    ExtraRow "extra-row"
        "表中有规定以外的行，原样保留。"
        "A row is printed that the form does not have; it was kept as it is."
    CutOff "cut-off"
        "页面在表格中间中断。"
        "The page ends inside a table."
    AgencyNotInTitle "agency-not-in-title"
        "标题没有写明机关，从他处取得。"
        "The name of the body was not in a title; it was taken from elsewhere."
    YearNotInTitle "year-not-in-title"
        "标题没有写明年度，从他处取得。"
        "The year was not in a title; it was taken from elsewhere."
    AgencyUnknown "agency-unknown"
        "无法确定编制报告的机关。"
        "Nothing names the body for certain."
    YearUnknown "year-unknown"
        "无法确定报告的年度。"
        "Nothing names the year for certain."
    DateRestored "date-restored"
        "日期缺字，已按上下文补全。"
        "Characters are missing in a date; it was restored."
    EditionNotRead "edition-not-read"
        "页面使用的是不读取其表格的版本（2018年度及以前），只读取标题、期限和文字。"
        "The page is of an edition whose tables are not read (2018 and before): its title, period and prose are."
    SectionNotFound "section-not-found"
        "没有找到格式规定的某一部分的标题。"
        "A section of the form was not found by its heading."
    MoreProblems "more-problems"
        "读取问题的数目超出限制（`Limits::problems`），其余只计数。"
        "There are more problems than `Limits::problems` lets be listed; the rest is only counted."
}

/// Something that was not read as the form says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// What kind of problem it is.
    pub kind: ProblemKind,
    /// The cell concerned, the first if there are several.
    pub cell: Option<Cell>,
    /// Where in the source.
    pub place: Option<Place>,
    /// The problem in both languages.
    pub message: Message,
}

impl Problem {
    /// What could not be taken out of the input.
    pub(super) fn of_damage(damage: Damage) -> Self {
        let mut place = None;
        let mut on = |page: u32| place = Some(Place { page: Some(page as usize), ..Place::default() });
        let (kind, message) = match damage {
            Damage::Encoding => (
                ProblemKind::EncodingDamaged,
                Message::fixed(
                    "有字节不属于所用的编码，以替换字符代替",
                    "some bytes are not of the encoding; replacement characters stand for them",
                ),
            ),
            Damage::Part => (
                ProblemKind::PartNotRead,
                Message::fixed(
                    "文件中插入了另一种格式的内容，没有读取",
                    "a part of the document was inserted in a format that is not read",
                ),
            ),
            Damage::Unread { page } => {
                on(page);
                let zh =
                    format!("第{page}页是图片，或者字体没有说明字符是什么，未读取，请先做文字识别（OCR）");
                let en = format!(
                    "page {page} is a picture, or its fonts do not say what its characters are: not read, \
                     recognise its text first (OCR)"
                );
                (ProblemKind::NeedsOcr, Message::new(zh, en))
            }
            Damage::Unmapped { page, characters } => {
                on(page);
                let zh = format!("第{page}页有{characters}个字符，字体没有说明是什么，以替换字符代替");
                let en = format!(
                    "{characters} characters of page {page} are not told by their fonts; replacement characters \
                     stand for them"
                );
                (ProblemKind::NeedsOcr, Message::new(zh, en))
            }
        };
        Self { kind, cell: None, place, message }
    }
}
