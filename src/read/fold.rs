//! Folding for recognition: one spelling for every way a page writes the same thing.
//!
//! Blanks vanish, full-width forms become ASCII, Traditional characters of the form's vocabulary
//! become simplified, pinyin in brackets (`務(wù)`) goes. Every folded character knows the byte it
//! came from, so that places and names are given as printed.

use std::ops::Range;
use std::sync::LazyLock;

/// Traditional and simplified, for the characters of the form, of titles and of dates.
const TRADITIONAL: &str = "並并 佈布 併并 來来 係系 個个 備备 傢家 傳传 僑侨 億亿 償偿 儲储 內内 劃划 動动 務务 匯汇 \
     區区 協协 員员 問问 單单 國国 園园 圖图 執执 報报 學学 審审 專专 對对 屬属 廢废 廣广 廳厅 \
     強强 彙汇 後后 從从 復复 態态 應应 戰战 捲卷 採采 據据 數数 於于 時时 書书 會会 査查 條条 \
     業业 構构 機机 檔档 檢检 權权 氣气 決决 沒没 況况 減减 測测 漁渔 為为 無无 爲为 獲获 現现 \
     環环 產产 産产 當当 發发 監监 確确 礦矿 祕秘 稅税 稱称 穩稳 穫获 範范 簡简 糧粮 糾纠 紀纪 \
     納纳 級级 終终 組组 結结 統统 經经 維维 編编 縣县 總总 織织 繪绘 繫系 繳缴 繼继 續续 罰罚 \
     聯联 臺台 與与 舉举 萬万 葯药 藥药 蘇苏 處处 號号 術术 衛卫 補补 製制 複复 覆复 規规 視视 \
     計计 訟讼 訪访 設设 許许 訴诉 証证 詢询 試试 話话 認认 說说 説说 請请 證证 識识 議议 護护 \
     財财 貧贫 費费 資资 賣卖 質质 購购 輸输 轉转 辦办 農农 這这 進进 遊游 運运 過过 適适 郵邮 \
     鄉乡 鈎勾 鉤勾 銀银 錄录 録录 錶表 鎮镇 鐵铁 門门 開开 間间 關关 隊队 險险 隻只 電电 項项 \
     題题 額额 類类 館馆 體体 \
     嚴严 堅坚 圍围 壩坝 實实 徹彻 慶庆 東东 樹树 涼凉 爾尔 積积 紅红 紮扎 緊紧 臨临 貫贯 邊边 雙双 黃黄 \
     網网 評评 眾众 載载 陣阵 責责 導导 領领 績绩 訓训 習习 簽签 滿满 閱阅 欄栏 賬账 歸归 職职 戶户";

/// Taiwan wording of the form's terms, after the characters are folded.
const TAIWAN: [(&str, &str); 2] = [("档案", "文件"), ("资訊", "信息")];

/// The first and last code point that the table of Traditional characters covers.
const HAN: Range<u32> = 0x4E00..0xA000;

static SIMPLIFIED: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table = vec![0; HAN.len()];
    for pair in TRADITIONAL.split_ascii_whitespace() {
        let mut chars = pair.chars().map(u32::from);
        if let (Some(from), Some(to)) = (chars.next(), chars.next()) {
            table[(from - HAN.start) as usize] = u16::try_from(to).unwrap_or(0);
        }
    }
    table
});

/// A folded text: characters, and for each the range of bytes it was printed in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    /// The characters.
    pub(crate) chars: Vec<char>,
    /// The byte at which each was printed.
    pub(crate) starts: Vec<u32>,
    /// The byte after the last one's text.
    pub(crate) end: u32,
}

impl Folded {
    /// Folds a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut folded = Self::default();
        folded.set(text);
        folded
    }

    /// Folds a text into this buffer, whatever it held.
    pub(crate) fn set(&mut self, text: &str) {
        self.chars.clear();
        self.starts.clear();
        self.push(text, 0);
    }

    /// Folds a further text, whose bytes count from `base`.
    pub(crate) fn push(&mut self, text: &str, base: u32) {
        // Most characters are Chinese; where they are not, the room grows once more.
        let room = text.len() / 3 + text.len().min(64);
        self.chars.reserve(room);
        self.starts.reserve(room);
        let before = self.chars.last().copied();
        each(text, before, |c, at, _| {
            self.chars.push(c);
            self.starts.push(base + offset(at));
            if may_end_taiwan(c) {
                taiwan(&mut self.chars);
            }
        });
        self.end = base + offset(text.len());
    }

    /// Adds a further text that was folded by itself, whose bytes count from `base`.
    pub(crate) fn push_folded(&mut self, more: &Self, base: u32) {
        self.chars.extend_from_slice(&more.chars);
        self.starts.extend(more.starts.iter().map(|start| base + start));
        self.end = base + more.end;
    }

    /// How many characters it has.
    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The bytes of the text in which a range of characters was printed.
    pub(crate) fn bytes(&self, chars: Range<usize>) -> Range<usize> {
        let at = |index: usize| self.starts.get(index).map_or(self.end, |&start| start) as usize;
        at(chars.start)..at(chars.end)
    }

    /// The folded characters as a string.
    pub(crate) fn text(&self) -> String {
        // Most characters are Chinese.
        let mut text = String::with_capacity(self.chars.len() * '中'.len_utf8());
        text.extend(&self.chars);
        text
    }
}

/// A folded text of which no place need be known.
pub(crate) fn folded_text(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // Most of a text stays as it is, and is taken over in long pieces.
    let mut same = 0..0;
    each(text, None, |c, at, is_same| {
        if is_same && !may_end_taiwan(c) {
            if same.end != at {
                folded.push_str(&text[same.clone()]);
                same.start = at;
            }
            same.end = at + c.len_utf8();
            return;
        }
        folded.push_str(&text[std::mem::take(&mut same)]);
        folded.push(c);
        if may_end_taiwan(c) {
            taiwan_at_end(&mut folded);
        }
    });
    folded.push_str(&text[same]);
    folded
}

/// Replaces Taiwan wording at the end.
fn taiwan_at_end(text: &mut String) {
    for (from, to) in TAIWAN {
        if let Some(before) = text.strip_suffix(from).map(str::len) {
            text.truncate(before);
            text.push_str(to);
        }
    }
}

/// Tells every folded character of a text with the byte at which it was printed, and whether it was printed
/// so. `before` is the folded character before the text.
fn each(text: &str, mut before: Option<char>, mut tell: impl FnMut(char, usize, bool)) {
    let simplified = &**SIMPLIFIED;
    let mut rest = text.chars();
    let mut at = 0;
    while let Some(c) = rest.next() {
        let folded = if let Some(&to) = simplified.get(u32::from(c).wrapping_sub(HAN.start) as usize) {
            Some(simplify(c, to))
        } else if matches!(c, '(' | '（')
            && let Some(length) = pinyin(rest.as_str(), before.as_ref())
        {
            rest = rest.as_str()[length..].chars();
            None
        } else {
            fold(c, before.as_ref())
        };
        if let Some(folded) = folded {
            tell(folded, at, folded == c);
            before = Some(folded);
        }
        at = text.len() - rest.as_str().len();
    }
}

/// Whether Taiwan wording may have become complete with a character.
fn may_end_taiwan(c: char) -> bool {
    matches!(c, '案' | '訊')
}

/// Replaces Taiwan wording at the end.
fn taiwan(chars: &mut Vec<char>) {
    for (from, to) in TAIWAN {
        let start = chars.len().saturating_sub(from.chars().count());
        if chars[start..].iter().copied().eq(from.chars()) {
            chars.truncate(start);
            chars.extend(to.chars());
        }
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A Chinese character, simplified to what the table has for it; 0 means that it stays.
fn simplify(c: char, to: u16) -> char {
    if to == 0 { c } else { char::from_u32(to.into()).unwrap_or(c) }
}

/// What a character that is not Chinese folds to, after the folded character before it; nothing for blanks.
fn fold(c: char, before: Option<&char>) -> Option<char> {
    Some(match c {
        '\'' => '"',
        '!'..='~' | '。' => c,
        '\0'..=' ' => return None,
        // A point after a digit is an ordinal's, whatever its shape.
        '、' | '．' | '﹒' | '·' if before.is_some_and(char::is_ascii_digit) => '.',
        '、' => c,
        '〔' | '［' | '【' | '﹝' => '(',
        '〕' | '］' | '】' | '﹞' => ')',
        '“' | '”' | '„' | '「' | '」' | '『' | '』' | '‘' | '’' | '＂' => '"',
        '—' | '–' | '‐' | '‑' | '−' | '─' | '－' | '﹣' => '-',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{AD}' | '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' => return None,
        c if c.is_whitespace() || c.is_control() => return None,
        c => c,
    })
}

/// The length of pinyin in brackets after a Chinese character, up to and with the closing bracket.
pub(crate) fn pinyin(after_bracket: &str, before: Option<&char>) -> Option<usize> {
    const LONGEST: usize = 7;
    if !before.is_some_and(|c| HAN.contains(&u32::from(*c))) {
        return None;
    }
    let mut tone = false;
    for (count, (at, c)) in after_bracket.char_indices().take(LONGEST + 1).enumerate() {
        match c {
            ')' | '）' => return (tone && count > 0).then(|| at + c.len_utf8()),
            'a'..='z' | ' ' | '\n' => {}
            'ü' | 'ā'..='ǜ' | 'à'..='ù' | 'ḿ' | 'ɡ' => tone = true,
            _ => return None,
        }
    }
    None
}

/// A name as printed, without pinyin in brackets and without blanks.
pub(crate) fn without_pinyin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '(' | '（' => match pinyin(rest, out.chars().next_back().as_ref()) {
                Some(length) => rest = &rest[length..],
                None => out.push(c),
            },
            c if c.is_whitespace() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_for_every_way_to_write_it() {
        assert_eq!(Folded::of("　行政規(guī)範性檔案 ").text(), "行政规范性文件");
        assert_eq!(Folded::of("（三）３．其他 １，４０６").text(), "(三)3.其他1,406");
        assert_eq!(Folded::of("“三安全”—１、２").text(), "\"三安全\"-1.2");
    }

    #[test]
    fn a_bracket_that_is_no_pinyin_stays() {
        assert_eq!(Folded::of("应用(app)").text(), "应用(app)");
        assert_eq!(without_pinyin("甲乙縣勞動(dòng)監察局"), "甲乙縣勞動監察局");
    }

    #[test]
    fn folded_characters_know_their_bytes() {
        let text = "務(wù) 局";
        let folded = Folded::of(text);
        assert_eq!(folded.text(), "务局");
        assert_eq!(&text[folded.bytes(1..2)], "局");
    }
}
