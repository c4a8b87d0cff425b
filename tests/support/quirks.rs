//! Other ways to print the same words and numbers, and ways that lose something.

use super::dice::Dice;
use gongkai::form::{Cell, ProactiveColumn, ProactiveRow};
use gongkai::report::{Entry, Number};
use proptest::prelude::*;
use proptest::sample::select;

/// How words and numbers are printed. The default prints them as the form does.
#[derive(Clone, Debug)]
pub(crate) struct Quirks {
    /// What follows the digit of an ordinal.
    ordinal: &'static str,
    ascii_brackets: bool,
    /// What stands for the two quotation marks.
    quotes: (&'static str, &'static str),
    traditional: bool,
    pinyin: bool,
    /// A blank inside of some labels.
    label_blanks: bool,
    full_width: bool,
    /// What parts the thousands.
    thousands: &'static str,
    unit: &'static str,
    /// 增5 and 减3 for +5 and -3.
    change_in_words: bool,
    mark: &'static str,
    /// A note in brackets behind some labels.
    notes: bool,
    /// Some labels and heads have lost a character.
    lost: bool,
    pub(crate) dice: Dice,
}

impl Default for Quirks {
    fn default() -> Self {
        Self {
            ordinal: ".",
            ascii_brackets: false,
            quotes: ("“", "”"),
            traditional: false,
            pinyin: false,
            label_blanks: false,
            full_width: false,
            thousands: "",
            unit: "",
            change_in_words: false,
            mark: "/",
            notes: false,
            lost: false,
            dice: Dice(0),
        }
    }
}

/// Other spellings, with nothing lost.
pub(crate) fn spellings() -> impl Strategy<Value = Quirks> {
    let words = (
        select(&[".", "、", "．", ". "][..]),
        any::<bool>(),
        select(&[("“", "”"), ("\"", "\""), ("「", "」"), ("", "")][..]),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.2),
    );
    let numbers = (
        prop::bool::weighted(0.2),
        select(&["", "", ",", "，"][..]),
        select(&["", "", "", "件", "宗"][..]),
        prop::bool::weighted(0.2),
        select(&["/", "-", "—", "--", "无", "不涉及"][..]),
    );
    (words, numbers, any::<u64>()).prop_map(|(words, numbers, seed)| {
        let (ordinal, ascii_brackets, quotes, traditional, pinyin, label_blanks) = words;
        let (full_width, thousands, unit, change_in_words, mark) = numbers;
        Quirks {
            ordinal,
            ascii_brackets,
            quotes,
            traditional,
            pinyin,
            label_blanks,
            full_width,
            thousands,
            unit,
            change_in_words,
            mark,
            dice: Dice(seed),
            ..Quirks::default()
        }
    })
}

/// Spellings that lose or add characters.
pub(crate) fn damaging() -> impl Strategy<Value = Quirks> {
    (spellings(), any::<bool>(), any::<bool>(), select(&["", ",", " "][..]))
        .prop_map(|(quirks, notes, lost, thousands)| Quirks { notes, lost, thousands, ..quirks })
}

/// Traditional characters for some of the form's.
const TRADITIONAL: [(char, char); 16] = [
    ('开', '開'),
    ('处', '處'),
    ('关', '關'),
    ('请', '請'),
    ('业', '業'),
    ('会', '會'),
    ('组', '組'),
    ('织', '織'),
    ('总', '總'),
    ('计', '計'),
    ('结', '結'),
    ('维', '維'),
    ('议', '議'),
    ('诉', '訴'),
    ('机', '機'),
    ('构', '構'),
];

const NOTES: [&str; 3] = ["（按规定填报）", "（依据《条例》第三十六条）", "(含网上申请)"];

const PINYIN: [(&str, &str); 3] = [("规", "规(guī)"), ("许", "许(xǔ)"), ("访", "访（fǎng）")];

impl Quirks {
    /// A row or group label as this page prints it.
    pub(crate) fn label(&mut self, official: &str) -> String {
        let mut text = self.spell(official);
        if self.label_blanks && self.dice.one_in(4) {
            insert(&mut text, " ", &mut self.dice);
        }
        if self.lost && self.dice.one_in(6) {
            lose(&mut text, &mut self.dice);
        }
        if self.notes && self.dice.one_in(6) {
            text.push_str(self.dice.pick::<&str>(&NOTES));
        }
        text
    }

    /// A column head as this page prints it.
    pub(crate) fn head(&mut self, official: &str) -> String {
        let text = self.spell(official);
        let change = ProactiveColumn::Change.label();
        match self.lost && self.dice.one_in(3) {
            // The heads that real pages are known to shorten.
            true if official == change => official.trim_end_matches('减').to_owned(),
            true if official.starts_with("本年新") => "本年新".to_owned(),
            _ => text,
        }
    }

    pub(crate) fn without_pinyin(&mut self) {
        self.pinyin = false;
    }

    pub(crate) fn without_dashes(&mut self) {
        if self.mark.contains(['-', '—']) {
            self.mark = "/";
        }
    }

    /// Labels stay such that each can be known.
    pub(crate) fn without_damaged_labels(&mut self) {
        (self.notes, self.lost) = (false, false);
    }

    pub(crate) fn without_blanks_in_numbers(&mut self) {
        self.thousands = self.thousands.trim();
    }

    fn spell(&self, official: &str) -> String {
        let mut text = official.replace('“', self.quotes.0).replace('”', self.quotes.1);
        if official.starts_with(|c: char| c.is_ascii_digit()) {
            text = text.replacen('.', self.ordinal, 1);
        }
        if self.ascii_brackets {
            text = text.replace('（', "(").replace('）', ")");
        }
        if self.pinyin {
            text = PINYIN.iter().fold(text, |text, (from, to)| text.replace(from, to));
        }
        if self.traditional {
            let other = |c| TRADITIONAL.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to);
            text = text.chars().map(other).collect();
        }
        text
    }

    /// A change with its sign as this page prints it.
    fn signed(&mut self, text: String) -> String {
        match (text.strip_prefix('-'), self.change_in_words) {
            (Some(less), true) => format!("减{less}"),
            (None, true) => format!("增{text}"),
            (None, false) if self.dice.one_in(3) => format!("+{text}"),
            _ => text,
        }
    }

    /// What stands in a cell.
    pub(crate) fn entry(&mut self, cell: Cell, entry: &Entry) -> String {
        match entry {
            Entry::Absent | Entry::Blank => String::new(),
            Entry::Mark => self.mark.to_owned(),
            Entry::Unreadable(text) => text.to_string(),
            Entry::Value(number) => self.number(cell, *number),
        }
    }

    fn number(&mut self, cell: Cell, number: Number) -> String {
        let mut text = grouped(&number.to_string(), self.thousands);
        if cell.is_change() {
            text = self.signed(text);
        }
        if !self.unit.is_empty() && self.dice.one_in(3) {
            match cell {
                Cell::Applications(..) => text.push_str(self.unit),
                Cell::Proactive(ProactiveRow::Procurement, ProactiveColumn::Amount) => text.push('元'),
                _ => {}
            }
        }
        if !self.full_width {
            return text;
        }
        let wide = |c: char| match c {
            '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
            c => c,
        };
        text.chars().map(wide).collect()
    }
}

/// A number with its thousands parted.
fn grouped(number: &str, separator: &str) -> String {
    let (whole, fraction) = number.find('.').map_or((number, ""), |at| number.split_at(at));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = sign.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out + fraction
}

/// A byte offset between two characters, never inside of an ordinal.
fn inside(text: &str, dice: &mut Dice) -> Option<usize> {
    const ORDINAL: usize = 3;
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(ORDINAL + 1).collect();
    (!offsets.is_empty()).then(|| *dice.pick(&offsets))
}

fn insert(text: &mut String, what: &str, dice: &mut Dice) {
    if let Some(at) = inside(text, dice) {
        text.insert_str(at, what);
    }
}

/// Loses one character of a label that is long enough to be known without it.
fn lose(text: &mut String, dice: &mut Dice) {
    if text.chars().count() >= 8
        && let Some(at) = inside(text, dice)
    {
        text.remove(at);
    }
}
