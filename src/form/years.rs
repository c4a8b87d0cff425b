//! The sums that tie the report of a year to the one of the year before, as data.
//!
//! They hold between cells, whichever editions the two reports are of: a cell that one of them does not
//! print leaves its equation open. So nothing is compared whose meaning changed with the form: table 二
//! of 2019 and table 二 of 2021 have no column of stock in common.

use super::relation::Form;
use super::{Applicant, Cell, ProactiveColumn, ProactiveRow, Relation, Row, Sign, Which};
use std::sync::LazyLock;

/// The relations between a report and that of the same body for the year before that one rule reports.
///
/// What is carried over: a case that is open at the end of a year is open at the beginning of the next.
/// What is in stock: the stock of a year is that of the year before with what the year added and took
/// away. 对外公开总数量 of the edition 2019 is no such stock, for files are taken off the site as well.
///
/// ```
/// use gongkai::form::relations_over_years;
/// assert_eq!(relations_over_years("carry-over").len(), 7);
/// assert_eq!(relations_over_years("stock-continuity").len(), 7);
/// ```
pub fn relations_over_years(rule: &str) -> &'static [Relation] {
    static YEARS: LazyLock<Form> = LazyLock::new(|| Form::new(between()));
    YEARS.of(rule)
}

fn between() -> Vec<Relation> {
    use ProactiveColumn as C;
    use Sign::{Minus, Plus};
    use Which::{Previous, This};
    let carried = Applicant::ALL.iter().map(|&column| {
        let carried_out = (Plus, Previous, Cell::Applications(Row::CarriedOut, column));
        Relation::between("carry-over", Cell::Applications(Row::CarriedIn, column), [carried_out])
    });
    let stock = |row, total, parts: &[(Sign, Which, C)]| {
        let parts = parts.iter().map(|&(sign, which, column)| (sign, which, Cell::Proactive(row, column)));
        Relation::between("stock-continuity", Cell::Proactive(row, total), parts)
    };
    let files = [ProactiveRow::Rules, ProactiveRow::NormativeDocuments];
    let files = files.map(|row| {
        stock(
            row,
            C::InForce,
            &[(Plus, Previous, C::InForce), (Plus, This, C::Issued), (Minus, This, C::Repealed)],
        )
    });
    let items =
        ProactiveRow::ALL.iter().filter(|row| row.columns(super::Edition::E2019).contains(&C::Change));
    let items = items.map(|&row| {
        stock(row, C::PreviousItems, &[(Plus, Previous, C::PreviousItems), (Plus, Previous, C::Change)])
    });
    carried.chain(files).chain(items).collect()
}
