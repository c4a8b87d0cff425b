//! Reports with anything in every cell and any text in every place, as no page would print them.

use gongkai::form::{Cell, Edition, Editions, Table};
use gongkai::report::{Entry, ExtraRow, Kind, Level, Narrative, Number, Period, Report, Unit};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

/// What a cell may say; a number of the kind that its form asks for.
fn entry(cell: Cell) -> impl Strategy<Value = Entry> {
    let amount = (any::<i64>(), 0_u32..9).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale).into());
    let whole = if cell.is_change() {
        any::<i64>().prop_map(|change| Number::Change(change).into()).boxed()
    } else {
        prop_oneof![
            9 => any::<u64>().prop_map(Entry::from),
            1 => (i64::MIN..0).prop_map(|change| Number::Change(change).into()),
        ]
        .boxed()
    };
    prop_oneof![
        1 => Just(Entry::Absent),
        1 => Just(Entry::Blank),
        1 => Just(Entry::Mark),
        1 => ".{0,12}".prop_map(|text| Entry::Unreadable(text.into())),
        4 => whole,
        2 => amount,
    ]
}

fn cells() -> impl Strategy<Value = Vec<(Cell, Entry)>> {
    any::<bool>().prop_flat_map(|single| {
        // （六）其他处理 is one row or three.
        let other = if single { Edition::E2021 } else { Edition::E2019 };
        let is_other =
            move |cell: &Cell| matches!(cell, Cell::Applications(row, _) if row.item().editions == [other]);
        let cells = Cell::all().filter(move |cell| !is_other(cell));
        cells.map(|cell| entry(cell).prop_map(move |entry| (cell, entry))).collect::<Vec<_>>()
    })
}

fn narrative() -> impl Strategy<Value = Narrative> {
    let leaf = (option::of(".{0,9}"), vec(".{0,20}", 0..3)).prop_map(|(heading, paragraphs)| Narrative {
        heading,
        paragraphs,
        parts: Vec::new(),
    });
    leaf.prop_recursive(3, 8, 2, |inner| {
        (option::of(".{0,9}"), vec(inner, 0..3)).prop_map(|(heading, parts)| Narrative {
            heading,
            paragraphs: Vec::new(),
            parts,
        })
    })
}

/// Any report at all.
pub(crate) fn reports() -> impl Strategy<Value = Report> {
    let editions = || option::of(select(&[Edition::E2014, Edition::E2019, Edition::E2021][..]));
    let editions = (editions(), editions(), editions())
        .prop_map(|(proactive, applications, challenges)| Editions { proactive, applications, challenges });
    let words = (option::of(".{0,20}"), option::of(".{0,20}"), option::of(1990..2100_i32));
    let who = (
        option::of(select(&[Level::Central, Level::County, Level::Township][..])),
        option::of(select(&[Kind::Government, Kind::Department, Kind::Zone][..])),
        option::of(select(&[Unit::Yuan, Unit::TenThousandYuan, Unit::HundredMillionYuan][..])),
    );
    let extra = (select(Table::ALL), ".{0,9}", vec(".{0,5}", 0..8));
    let extra = vec(extra.prop_map(|(table, label, values)| ExtraRow { table, label, values }), 0..3);
    let prose = (narrative(), narrative(), narrative());
    (cells(), editions, words, who, extra, prose).prop_map(
        |(cells, editions, (title, agency, year), (level, kind, unit), extra_rows, prose)| {
            let mut report =
                Report { editions, title, agency, year, level, kind, extra_rows, ..Report::default() };
            for (cell, entry) in cells {
                report.set(cell, entry).expect("a cell of the form");
            }
            report.period = year.and_then(Period::of_year);
            report.published = report.period.map(|period| period.end);
            report.proactive.procurement_unit = unit;
            (report.overview, report.remarks.applications, report.other_matters) = prose;
            report
        },
    )
}
