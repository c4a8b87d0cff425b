//! Numbers of lists in the numerals of Word.

/// A number in a format of Word; decimal in one that is not known.
pub(super) fn numeral(number: u32, format: &str) -> String {
    match format {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "upperLetter" => letters(number, 'A'),
        "lowerLetter" => letters(number, 'a'),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting"
        | "japaneseLegal"
        | "koreanDigital2" => counting(number, DIGITS, UNITS),
        "chineseLegalSimplified" | "ideographLegalTraditional" => counting(number, LEGAL_DIGITS, LEGAL_UNITS),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            digits(number, "〇一二三四五六七八九")
        }
        "decimalFullWidth" | "decimalFullWidth2" => digits(number, "０１２３４５６７８９"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed(number, '①', 20),
        "decimalEnclosedParen" => enclosed(number, '⑴', 20),
        "decimalEnclosedFullstop" => enclosed(number, '⒈', 20),
        "ideographEnclosedCircle" => enclosed(number, '㊀', 10),
        "ideographTraditional" => cycle(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => cycle(number, "子丑寅卯辰巳午未申酉戌亥"),
        _ => number.to_string(),
    }
}

const DIGITS: &str = "零一二三四五六七八九";
const UNITS: &str = "十百千";
const LEGAL_DIGITS: &str = "零壹贰叁肆伍陆柒捌玖";
const LEGAL_UNITS: &str = "拾佰仟";

/// 十, 十一, 二十, 一百零五: below ten thousand; no list is longer.
fn counting(number: u32, digits: &str, units: &str) -> String {
    if number == 0 || number > 9999 {
        return number.to_string();
    }
    let (mut out, mut gap) = (String::new(), false);
    for place in (0..4_u32).rev() {
        let digit = number / 10_u32.pow(place) % 10;
        if digit == 0 {
            gap |= !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.extend(digits.chars().next());
        }
        // 十一, not 一十一; but 一百一十一.
        if !(digit == 1 && place == 1 && out.is_empty()) {
            out.extend(digits.chars().nth(digit as usize));
        }
        out.extend(place.checked_sub(1).and_then(|unit| units.chars().nth(unit as usize)));
    }
    out
}

fn digits(number: u32, digits: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| digits.chars().nth(digit as usize));
    number.to_string().chars().filter_map(digit).collect()
}

/// One of the characters that follow on the first, as far as there are such.
fn enclosed(number: u32, first: char, last: u32) -> String {
    let character = (1..=last).contains(&number).then(|| char::from_u32(first as u32 + number - 1));
    character.flatten().map_or_else(|| number.to_string(), String::from)
}

fn cycle(number: u32, of: &str) -> String {
    let at = number.saturating_sub(1) as usize % of.chars().count().max(1);
    of.chars().nth(at).into_iter().collect()
}

/// a … z, aa, bb …; long ones are decimal.
fn letters(number: u32, first: char) -> String {
    let Some(number) = number.checked_sub(1).filter(|number| *number < 26 * 8) else {
        return number.to_string();
    };
    let letter = char::from_u32(first as u32 + number % 26);
    letter.into_iter().cycle().take(1 + number as usize / 26).collect()
}

fn roman(number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 9999 {
        return number.to_string();
    }
    let (mut out, mut rest) = (String::new(), number);
    for (value, sign) in PARTS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        for (format, number, text) in [
            ("chineseCounting", 1, "一"),
            ("chineseCountingThousand", 10, "十"),
            ("japaneseCounting", 11, "十一"),
            ("chineseCountingThousand", 20, "二十"),
            ("chineseCountingThousand", 111, "一百一十一"),
            ("chineseCountingThousand", 105, "一百零五"),
            ("chineseCountingThousand", 1003, "一千零三"),
            ("chineseLegalSimplified", 12, "拾贰"),
            ("ideographDigital", 10, "一〇"),
            ("decimal", 7, "7"),
            ("decimalZero", 7, "07"),
            ("decimalFullWidth", 12, "１２"),
            ("decimalEnclosedCircle", 3, "③"),
            ("decimalEnclosedCircle", 21, "21"),
            ("ideographTraditional", 2, "乙"),
            ("lowerLetter", 28, "bb"),
            ("upperRoman", 14, "XIV"),
            ("lowerRoman", 4, "iv"),
            ("bullet", 4, ""),
            ("something new", 4, "4"),
            ("upperRoman", u32::MAX, "4294967295"),
        ] {
            assert_eq!(numeral(number, format), text, "{number} as {format}");
        }
    }
}
