//! What a cell shows of its number: Excel stores the number and how to show it.
//!
//! `#,##0.00` shows 616,178.20 and `General` shows all digits that a number has, of which a computed one
//! has 15: 0.1 + 0.2 is 0.3. What cannot be shown as the format says (fractions, conditions) is shown as
//! `General`.

mod code;
mod date;
mod styles;

use code::Code;
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::HashMap;

/// How the numbers of a workbook are shown.
#[derive(Debug, Default)]
pub(super) struct Formats {
    /// The codes that the workbook defines, by their ids.
    codes: HashMap<u16, String>,
    /// The id of each style of cells.
    styles: Vec<u16>,
    /// Days are counted from 1904 on.
    pub(super) since_1904: bool,
}

impl Formats {
    pub(super) fn define(&mut self, id: u16, code: String) {
        self.codes.insert(id, code);
    }

    pub(super) fn add_style(&mut self, id: u16) {
        self.styles.push(id);
    }

    /// A number as a cell of a style shows it.
    pub(super) fn show(&self, number: f64, style: usize) -> String {
        let id = self.styles.get(style).copied().unwrap_or(0);
        let code = self.codes.get(&id).map_or_else(|| built_in(id), String::as_str);
        if matches!(code, "General" | "@" | "") {
            return general(number);
        }
        if date::is_date(code) {
            return date::show(number, code, self.since_1904).unwrap_or_else(|| general(number));
        }
        with_code(number, code).unwrap_or_else(|| general(number))
    }
}

/// The codes that have a number of their own, as Excel shows them in China.
fn built_in(id: u16) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 | 30 => "yyyy/m/d",
        15 | 16 => "d-mmm",
        17 => "mmm-yy",
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy年m月",
        28 | 29 | 51 | 53 | 54 | 58 => "m月d日",
        31 => "yyyy年m月d日",
        41 | 42 => "#,##0;-#,##0;-",
        43 | 44 => "#,##0.00;-#,##0.00;-",
        _ => "General",
    }
}

/// The number as the nearest decimal of 15 digits, as far as it has one.
fn decimal(number: f64) -> Option<Decimal> {
    let text = format!("{number:.14e}");
    Decimal::from_scientific(&text).ok().map(|decimal| decimal.normalize())
}

/// All digits that a number has.
pub(super) fn general(number: f64) -> String {
    match decimal(number) {
        Some(decimal) if !decimal.is_zero() || number == 0.0 => decimal.to_string(),
        // Too large or too small to be printed in digits.
        _ => format!("{number:E}"),
    }
}

/// A number in the section of a code that is meant for it: positive; negative; zero.
fn with_code(number: f64, code: &str) -> Option<String> {
    let sections = code::sections(code);
    let value = decimal(number)?;
    let (section, keeps_sign) = match sections.as_slice() {
        [_, negative, ..] if value.is_sign_negative() && !value.is_zero() => (negative, false),
        [_, _, zero, ..] if value.is_zero() => (zero, true),
        [first, ..] => (first, true),
        [] => return None,
    };
    if section.eq_ignore_ascii_case("General") {
        return None;
    }
    let code = Code::parse(section)?;
    let scaled = if code.percent { value.checked_mul(Decimal::ONE_HUNDRED)? } else { value };
    let rounded = scaled.round_dp_with_strategy(code.decimals, RoundingStrategy::MidpointAwayFromZero);
    let sign = if keeps_sign && rounded.is_sign_negative() && !rounded.is_zero() { "-" } else { "" };
    Some(format!("{sign}{}", code.write(rounded.abs())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(number: f64, code: &str) -> String {
        let mut formats = Formats::default();
        formats.define(200, code.to_owned());
        formats.add_style(200);
        formats.show(number, 0)
    }

    #[test]
    fn all_digits_are_shown_and_no_noise() {
        for (number, text) in [
            (616_178.201, "616178.201"),
            (0.1 + 0.2, "0.3"),
            (1.1 * 3.0, "3.3"),
            (0.0, "0"),
            (-0.0, "0"),
            (-12.5, "-12.5"),
            (123_456_789_012_345.0, "123456789012345"),
            (1e-7, "0.0000001"),
            (1e300, "1E300"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(general(number), text);
        }
    }

    #[test]
    fn codes_are_followed() {
        for (number, code, text) in [
            (616_178.201, "0.00", "616178.20"),
            (616_178.201, "#,##0.00", "616,178.20"),
            (1_234_567.0, "#,##0", "1,234,567"),
            (12.5, "0", "13"),
            (0.125, "0.0%", "12.5%"),
            (12.0, "0\"件\"", "12件"),
            (5.0, "00", "05"),
            (0.5, "#.##", ".5"),
            (5.0, "0.##", "5."),
            (12.0, "[Red]0_ ;\\-0", "12"),
            (-12.0, "0_ ;\\(0\\)", "(12)"),
            (-12.0, "0", "-12"),
            (-0.4, "0", "0"),
            (0.0, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-"),
            (3.0, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "3.00"),
            (0.0, "0;-0;;@", ""),
            (7.0, "[$¥-804]0", "¥7"),
            (7.0, "General", "7"),
            (7.5, "# ?/?", "7.5"),
            (7.0, "[>5]\"many\"", "7"),
            (7.0, "0.00E+00", "7"),
        ] {
            assert_eq!(show(number, code), text, "{number} as {code}");
        }
    }

    #[test]
    fn dates_are_shown_as_dates() {
        for (number, code, text) in [
            (45_313.0, "yyyy\"年\"m\"月\"d\"日\"", "2024年1月22日"),
            (45_313.0, "yyyy-mm-dd", "2024-01-22"),
            (45_313.0, "[$-804]yyyy/m/d;@", "2024/1/22"),
            (45_313.5, "yyyy/m/d h:mm", "2024/1/22 12:00"),
            (45_313.0, "[DBNum1]yyyy\"年\"", "2024-01-22"),
            (0.0, "yyyy", "0"),
            (1e12, "yyyy", "1000000000000"),
        ] {
            assert_eq!(show(number, code), text, "{number} as {code}");
        }
        let since_1904 = Formats { since_1904: true, styles: vec![31], ..Formats::default() };
        assert_eq!(since_1904.show(43_851.0, 0), "2024年1月22日");
    }
}
