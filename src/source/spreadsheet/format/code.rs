//! The codes by which numbers are shown: `#,##0.00_ ;[Red]\-0"件"`.

use rust_decimal::Decimal;

/// What a section of a code says.
#[derive(Debug, Default)]
pub(super) struct Code {
    pub(super) percent: bool,
    /// How many decimals are shown at most.
    pub(super) decimals: u32,
    /// How many digits are shown at least, before the point and behind it.
    least: (usize, usize),
    thousands: bool,
    point: bool,
    has_digits: bool,
    /// What stands before and behind the number.
    before: String,
    behind: String,
}

/// The sections of a code, which `;` parts.
pub(super) fn sections(code: &str) -> Vec<&str> {
    let (mut quoted, mut escaped, mut start) = (false, false, 0);
    let mut sections = Vec::new();
    for (at, c) in code.char_indices() {
        match c {
            _ if std::mem::take(&mut escaped) => {}
            '"' => quoted = !quoted,
            '\\' if !quoted => escaped = true,
            ';' if !quoted => {
                sections.push(&code[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    sections.push(&code[start..]);
    sections
}

impl Code {
    /// Takes a section apart; nothing if it says what is not followed here.
    pub(super) fn parse(section: &str) -> Option<Self> {
        let mut code = Self::default();
        let mut rest = section.chars();
        while let Some(c) = rest.next() {
            match c {
                '0' | '#' | '?' if code.behind.is_empty() => code.digit(c),
                ',' if code.has_digits && code.behind.is_empty() => code.thousands = true,
                '.' if !code.point => (code.point, code.has_digits) = (true, true),
                '%' => {
                    code.percent = true;
                    code.literal('%');
                }
                '"' => rest.by_ref().take_while(|c| *c != '"').for_each(|c| code.literal(c)),
                '\\' => rest.next().into_iter().for_each(|c| code.literal(c)),
                // A blank as wide as a character, or as many of one as fit: nothing to read.
                '_' | '*' => drop(rest.next()),
                '[' => code.bracket(&rest.by_ref().take_while(|c| *c != ']').collect::<String>())?,
                // Blanks of alignment may stand between digits.
                '0' | '#' | '?' | '/' | 'E' | 'e' | '@' => return None,
                c if c.is_ascii_alphabetic() => return None,
                c => code.literal(c),
            }
        }
        // The comma behind the last digit divides by a thousand.
        let ends_in_comma = section.trim_end_matches(['"', ' ', '_']).ends_with(',');
        (!ends_in_comma).then_some(code)
    }

    fn digit(&mut self, c: char) {
        self.has_digits = true;
        let least = usize::from(c == '0');
        if self.point {
            self.decimals = (self.decimals + 1).min(28);
            self.least.1 += least;
        } else {
            self.least.0 += least;
        }
    }

    fn literal(&mut self, c: char) {
        if self.has_digits { self.behind.push(c) } else { self.before.push(c) }
    }

    /// A colour says nothing, `[$¥-804]` a sign; a condition is not followed.
    fn bracket(&mut self, inner: &str) -> Option<()> {
        match inner.strip_prefix('$') {
            Some(sign) => {
                sign.split('-').next().into_iter().flat_map(str::chars).for_each(|c| self.literal(c))
            }
            None if inner.starts_with(['<', '>', '=']) || inner.starts_with("DBNum") => return None,
            None => {}
        }
        Some(())
    }

    /// A number that is rounded and not negative.
    pub(super) fn write(&self, number: Decimal) -> String {
        let text = number.normalize().to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let whole = if whole == "0" { "" } else { whole };
        let mut out = self.before.trim_start().to_owned();
        if self.has_digits {
            let digits = format!("{whole:0>width$}", width = self.least.0.min(64));
            out.push_str(&if self.thousands { grouped(&digits) } else { digits });
        }
        if self.point {
            out.push('.');
            out.push_str(&format!("{fraction:0<width$}", width = self.least.1.min(28)));
        }
        out.push_str(&self.behind);
        out.trim().to_owned()
    }
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
