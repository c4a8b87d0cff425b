//! Arbitrary reports, rendered in every way in which real pages print them.

pub(crate) mod arbitrary;
pub(crate) mod compare;
pub(crate) mod damage;
pub(crate) mod dice;
pub(crate) mod flatten;
pub(crate) mod html;
pub(crate) mod judge;
pub(crate) mod page;
pub(crate) mod pdf;
pub(crate) mod quirks;
pub(crate) mod sheet;
pub(crate) mod words;

use arbitrary::{Source, Zeros};
use damage::Damage;
use dice::Dice;
use flatten::Flat;
use gongkai::Report;
use html::Html;
use page::{Block, Setting};
use proptest::prelude::*;
use proptest::sample::select;
use quirks::Quirks;
use sheet::{ChallengeLayout, Layout, Writer};

/// Plain text or HTML.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Style {
    Text(Flat),
    Html(Html),
}

impl Style {
    fn keeps_blanks(&self) -> bool {
        match self {
            Self::Text(flat) => flat.keeps_blanks(),
            Self::Html(_) => true,
        }
    }

    /// Whether blank cells may vanish: where something parts the cells, they do not.
    fn may_lose_blanks(&self) -> bool {
        matches!(self, Self::Text(Flat::Lines { .. } | Flat::Spaces | Flat::Pdf(_)))
    }

    /// Whether its rows end in what could be blank cells.
    fn pads_rows(&self) -> bool {
        matches!(self, Self::Text(Flat::BarLines { row_end }) if !row_end.is_empty())
    }

    /// Whether every page in it can be read whole; of some it can only be asked that nothing is wrong.
    pub(crate) fn tells_all(&self) -> bool {
        match self {
            Self::Text(Flat::Pdf(style)) => style.tells_all(),
            _ => true,
        }
    }

    /// Whether the numbers of a row may stand above its label.
    fn may_lead_with_numbers(&self) -> bool {
        matches!(self, Self::Text(Flat::Pdf(style)) if style.may_lead_with_numbers())
    }

    fn keeps_spans(&self) -> bool {
        match self {
            Self::Text(flat) => flat.keeps_spans(),
            Self::Html(_) => true,
        }
    }
}

/// One report and how its page is made.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) source: Source,
    pub(crate) layout: Layout,
    pub(crate) quirks: Quirks,
    pub(crate) setting: Setting,
    pub(crate) style: Style,
    pub(crate) damages: Vec<Damage>,
}

fn layouts() -> impl Strategy<Value = Layout> {
    let challenges =
        select(&[ChallengeLayout::OneRow, ChallengeLayout::ThreeTables, ChallengeLayout::Rows][..]);
    let flag = || prop::bool::weighted(0.2);
    let cut = prop::option::weighted(0.2, 0..24_usize);
    (flag(), flag(), flag(), flag(), cut, challenges).prop_map(
        |(split_proactive, spans_disagree, total_first, other_total, cut, challenges)| Layout {
            split_proactive,
            spans_disagree,
            total_first,
            other_total,
            cut,
            challenges,
        },
    )
}

fn styles() -> impl Strategy<Value = Style> {
    prop_oneof![
        3 => flatten::flats().prop_map(Style::Text),
        2 => html::htmls().prop_map(Style::Html),
    ]
}

/// Samples with the quirks of a strategy, in layouts that their styles can tell.
fn samples_with(quirks: impl Strategy<Value = Quirks>) -> impl Strategy<Value = Sample> {
    (arbitrary::source(), layouts(), quirks, page::setting(), styles()).prop_map(
        |(source, mut layout, mut quirks, setting, style)| {
            // Where spans are not shown, nothing tells a 总计 before the five from one behind them.
            layout.total_first &= style.keeps_spans();
            layout.spans_disagree &= matches!(style, Style::Html(_));
            if let Style::Text(Flat::Pdf(_)) = style {
                // No page breaks a line inside of a syllable.
                quirks.without_pinyin();
                // A number between two dashes on a line is a page's.
                quirks.without_dashes();
            }
            Sample { source, layout, quirks, setting, style, damages: Vec::new() }
        },
    )
}

/// Where blanks would vanish, every cell is printed.
fn with_every_cell(mut sample: Sample) -> Sample {
    if !sample.style.keeps_blanks() && !sample.source.zeros.are_visible() {
        sample.source.zeros = Zeros::Printed;
    }
    sample
}

/// Pages as the form words them, with every cell in its place.
pub(crate) fn clean() -> impl Strategy<Value = Sample> {
    samples_with(Just(Quirks::default())).prop_map(with_every_cell)
}

/// Pages in other words and digits, with nothing lost.
pub(crate) fn spelled() -> impl Strategy<Value = Sample> {
    samples_with(quirks::spellings()).prop_map(with_every_cell)
}

/// Pages with blanks deleted, cells, labels and rows lost, numbers torn.
pub(crate) fn damaged() -> impl Strategy<Value = Sample> {
    (samples_with(quirks::damaging()), damage::damages()).prop_map(|(mut sample, mut damages)| {
        if !sample.style.may_lose_blanks() {
            damages.retain(|damage| *damage != Damage::Blanks);
        }
        if sample.style.pads_rows() {
            // The padding would stand for the number that is lost.
            damages.retain(|damage| *damage != Damage::Number);
        }
        if !sample.style.keeps_blanks() {
            // `13 612` would be two numbers.
            sample.quirks.without_blanks_in_numbers();
        }
        if sample.style.may_lead_with_numbers() {
            // Below them a label that cannot be known leaves them to the label above.
            sample.quirks.without_damaged_labels();
        }
        if damages.iter().any(|damage| damage.lengthens()) {
            sample = with_every_cell(sample);
        }
        Sample { damages, ..sample }
    })
}

impl Sample {
    pub(crate) fn report(&self) -> Report {
        self.source.report()
    }

    fn blocks(&self) -> Vec<Block> {
        let mut quirks = self.quirks.clone();
        let mut writer = Writer { report: &self.report(), layout: self.layout, quirks: &mut quirks };
        page::blocks(&mut writer, &self.setting)
    }

    /// How wide the rows of each table are.
    pub(crate) fn widths(&self) -> Vec<Vec<usize>> {
        let tables = self.blocks().into_iter().filter_map(Block::into_table);
        tables.map(|sheet| sheet.expanded().iter().map(Vec::len).collect()).collect()
    }

    /// The page, with what it says of its encoding.
    pub(crate) fn page_in(&self, charset: &str) -> String {
        let mut blocks = self.blocks();
        let mut dice = Dice(self.quirks.dice.0 ^ self.setting.seed);
        self.damage(&mut blocks, &mut dice);
        match &self.style {
            Style::Text(flat) => flatten::text(&blocks, flat),
            Style::Html(style) => html::html(&blocks, style, charset, dice),
        }
    }

    pub(crate) fn page(&self) -> String {
        self.page_in("utf-8")
    }

    fn damage(&self, blocks: &mut [Block], dice: &mut Dice) {
        for damage in &self.damages {
            let tables = blocks.iter_mut().filter_map(|block| match block {
                Block::Table(sheet) => Some(sheet),
                _ => None,
            });
            let mut tables: Vec<_> = tables.collect();
            if *damage == Damage::Blanks {
                tables.iter_mut().for_each(|sheet| damage.apply(sheet, dice));
            } else {
                let at = dice.below(tables.len());
                damage.apply(tables[at], dice);
            }
        }
    }

    /// Whether the sums of the report hold and nothing else is lost than blanks.
    pub(crate) fn keeps_sums(&self) -> bool {
        self.damages.iter().all(|damage| damage.keeps_sums()) && arbitrary::is_consistent(&self.report())
    }
}
