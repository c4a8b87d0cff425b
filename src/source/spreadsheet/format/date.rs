//! Dates: numbers of days, shown by codes such as `yyyy"年"m"月"d"日"`.

use super::code::sections;
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

/// Whether a code shows a date or time.
pub(super) fn is_date(code: &str) -> bool {
    bare(code).contains(['y', 'm', 'd', 'h', 's'])
}

/// The letters of the first section that are no text and no remark in brackets, in lower case.
fn bare(code: &str) -> String {
    let first = sections(code).first().copied().unwrap_or_default();
    let mut out = String::new();
    let mut rest = first.chars();
    while let Some(c) = rest.next() {
        match c {
            '"' => rest.by_ref().take_while(|c| *c != '"').for_each(drop),
            '[' => rest.by_ref().take_while(|c| *c != ']').for_each(drop),
            '\\' | '_' | '*' => drop(rest.next()),
            c => out.extend(c.to_lowercase()),
        }
    }
    // `General` and `E` are no dates.
    if out.contains("general") { String::new() } else { out }
}

/// A number of days as a code shows it; as year, month and day if the code has anything unusual.
pub(super) fn show(number: f64, code: &str, since_1904: bool) -> Option<String> {
    let at = moment(number, since_1904)?;
    let first = sections(code).first().copied().unwrap_or_default();
    Some(written(at, first).unwrap_or_else(|| at.format("%Y-%m-%d").to_string()))
}

fn moment(days: f64, since_1904: bool) -> Option<NaiveDateTime> {
    // Excel takes 1900 for a leap year: before its March the days are one off, and shown as numbers.
    let (year, month, day) = if since_1904 { (1904, 1, 1) } else { (1899, 12, 30) };
    let is_date = since_1904 && days >= 0.0 || days >= 61.0;
    if !is_date || days > 2_958_466.0 {
        return None;
    }
    let seconds = format!("{:.0}", days * 86_400.0).parse().ok()?;
    NaiveDate::from_ymd_opt(year, month, day)?
        .and_hms_opt(0, 0, 0)?
        .checked_add_signed(TimeDelta::seconds(seconds))
}

fn written(at: NaiveDateTime, code: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = code.chars().peekable();
    let mut after_hours = false;
    while let Some(c) = rest.next() {
        let letter = c.to_ascii_lowercase();
        match letter {
            'y' | 'm' | 'd' | 'h' | 's' => {
                let mut length = 1;
                while rest.next_if(|next| next.to_ascii_lowercase() == letter).is_some() {
                    length += 1;
                }
                let (number, most) = match letter {
                    'y' if length <= 2 => (at.year() % 100, 2),
                    'y' => (at.year(), 4),
                    'm' if after_hours => (i32::try_from(at.minute()).ok()?, 2),
                    'm' => (i32::try_from(at.month()).ok()?, 2),
                    'd' => (i32::try_from(at.day()).ok()?, 2),
                    'h' => (i32::try_from(at.hour()).ok()?, 2),
                    _ => (i32::try_from(at.second()).ok()?, 2),
                };
                // Names of months and days.
                if length > most {
                    return None;
                }
                after_hours = letter == 'h';
                out.push_str(&format!("{number:0>length$}"));
            }
            '"' => out.extend(rest.by_ref().take_while(|c| *c != '"')),
            '\\' => out.extend(rest.next()),
            '_' | '*' => drop(rest.next()),
            '[' => {
                let inner: String = rest.by_ref().take_while(|c| *c != ']').collect();
                if !inner.starts_with('$') {
                    return None;
                }
            }
            c if c.is_ascii_alphabetic() || c.is_ascii_digit() || c == '@' => return None,
            _ => out.push(c),
        }
    }
    Some(out)
}
