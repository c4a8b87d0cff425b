//! The administrative units in the name of a body.

/// 直辖市
const MUNICIPALITIES: [&str; 4] = ["北京", "上海", "天津", "重庆"];

/// Short names of the autonomous prefectures, which end in 州 without 自治.
const PREFECTURES: [&str; 30] = [
    "延边",
    "恩施",
    "湘西",
    "阿坝",
    "甘孜",
    "凉山",
    "黔东南",
    "黔南",
    "黔西南",
    "楚雄",
    "红河",
    "文山",
    "西双版纳",
    "大理",
    "德宏",
    "怒江",
    "迪庆",
    "临夏",
    "甘南",
    "海北",
    "黄南",
    "海南",
    "果洛",
    "玉树",
    "海西",
    "昌吉",
    "博尔塔拉",
    "巴音郭楞",
    "克孜勒苏",
    "伊犁",
];

/// Names of zones, longest first.
pub(super) const ZONES: [&str; 15] = [
    "经济技术开发区",
    "高新技术产业开发区",
    "开发区",
    "高新区",
    "经开区",
    "示范区",
    "风景区",
    "景区",
    "保税区",
    "度假区",
    "合作区",
    "工业园区",
    "产业园区",
    "园区",
    "新区",
];

/// An administrative unit in the chain of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Province,
    Municipality,
    City,
    Prefecture,
    County,
    Zone,
    Township,
}

/// Whether a name says of which area it is.
pub(super) fn has_area(name: &str) -> bool {
    !chain(name).is_empty()
}

/// The administrative units of a name, from the widest to the narrowest.
pub(super) fn chain(name: &str) -> Vec<Unit> {
    let mut chain = Vec::new();
    let mut start = 0;
    let mut past = 0;
    for (at, c) in name.char_indices() {
        if at < past {
            continue;
        }
        let end = at + c.len_utf8();
        let (own, rest) = (&name[start..at], &name[end..]);
        let next = rest.chars().next();
        let unit = match c {
            '省' if next != Some('级') => Some(Unit::Province),
            '市' if !matches!(next, Some('场' | '政' | '容' | '民' | '区')) || rest.starts_with("政府") => {
                Some(city(own))
            }
            '州' => prefecture(own, rest, start == 0),
            '盟' if own.chars().count() >= 2 && !own.ends_with(['联', '同', '加']) => {
                Some(Unit::Prefecture)
            }
            '县' if next != Some('域') => Some(Unit::County),
            '旗' if !matches!(next, Some('镇' | '乡' | '街' | '区')) && own.chars().count() >= 2 => {
                Some(Unit::County)
            }
            '区' => district(&name[..end], own, rest),
            '镇' | '乡' | '街' | '木' => township(own, c, rest),
            _ => None,
        };
        if let Some(unit) = unit {
            chain.push(unit);
            start = end;
            past = end;
        }
    }
    chain
}

fn city(own: &str) -> Unit {
    if MUNICIPALITIES.contains(&own) { Unit::Municipality } else { Unit::City }
}

fn prefecture(own: &str, rest: &str, first: bool) -> Option<Unit> {
    let short = PREFECTURES.contains(&own) && !rest.starts_with(['市', '县', '区']);
    (own.ends_with("自治") || own.is_empty() && first || short).then_some(Unit::Prefecture)
}

fn district(so_far: &str, own: &str, rest: &str) -> Option<Unit> {
    if own.ends_with("自治") {
        return Some(Unit::Province);
    }
    if own.ends_with('地') {
        return Some(Unit::Prefecture);
    }
    if rest.starts_with('域')
        || ["社区", "小区", "灾区", "山区", "库区", "林区", "城区"].iter().any(|word| so_far.ends_with(word))
    {
        // 南山区 is a district for all that: a name of two characters before 区, and more after it.
        let named =
            own.chars().count() >= 2 && (own.ends_with('山') || own.ends_with('林') || own.ends_with('城'));
        return named.then_some(Unit::County);
    }
    if ZONES.iter().any(|zone| so_far.ends_with(zone)) {
        // A new district with a 人民政府 is a district.
        return Some(if rest.starts_with("人民政府") { Unit::County } else { Unit::Zone });
    }
    Some(Unit::County)
}

/// A town, township or street: the name ends here, or goes on with its government or office.
fn township(own: &str, c: char, rest: &str) -> Option<Unit> {
    let (own, rest) = match c {
        '街' => (own, rest.strip_prefix('道')?),
        '木' => (own.strip_suffix('苏')?, rest),
        _ => (own, rest),
    };
    let goes_on = [
        "",
        "人民政府",
        "政府",
        "办事处",
        "人民政府办公室",
        "党政办公室",
        "党政综合办公室",
        "街道办事处",
        "办",
    ];
    (!own.is_empty() && goes_on.contains(&rest)).then_some(Unit::Township)
}
