//! The level and the kind of a body, from its name and, for a city, from what is spoken of as its part.

use super::chain::{Unit, ZONES, chain};
use crate::report::{Kind, Level};
use crate::source::has_wide;

/// Level and kind of a body by its folded name. What nothing decides is none.
pub(super) fn of_name(name: &str) -> (Option<Level>, Option<Kind>) {
    let kind = kind(name);
    let name = name.strip_prefix("中华人民共和国").unwrap_or(name);
    if let Some(rest) = name.strip_prefix("国家税务总局") {
        return (level(&chain(rest), rest), Some(Kind::Department));
    }
    if let Some(rest) = name.strip_prefix("新疆生产建设兵团") {
        return (rest.is_empty().then_some(Level::Province), kind);
    }
    let chain = chain(name);
    let national =
        chain.is_empty() && ["国务院", "国家", "中国", "最高"].iter().any(|word| name.starts_with(word));
    let ministry = chain.is_empty() && name.ends_with('部') && !name.ends_with("指挥部");
    if national || ministry {
        return (Some(Level::Central), kind);
    }
    (level(&chain, name), kind)
}

fn level(chain: &[Unit], name: &str) -> Option<Level> {
    let hall = name.ends_with("办公厅");
    if name.ends_with('厅') && !hall {
        return Some(Level::Province);
    }
    match *chain.last()? {
        Unit::Province | Unit::Municipality => Some(Level::Province),
        Unit::Prefecture => Some(Level::Prefecture),
        Unit::County => Some(Level::County),
        Unit::Township => Some(Level::Township),
        // Only a province and a city above the counties have a 办公厅.
        Unit::City if hall => Some(Level::Prefecture),
        Unit::City => match chain[..chain.len() - 1].last() {
            Some(Unit::City | Unit::Prefecture) => Some(Level::County),
            _ => None,
        },
        Unit::Zone => None,
    }
}

fn kind(name: &str) -> Option<Kind> {
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    let zone = ["新区", "开发区", "高新区"].iter().chain(&ZONES).any(|zone| name.ends_with(zone));
    if zone
        || name.ends_with("管委会")
        || name.ends_with("管理委员会") && chain(name).last() == Some(&Unit::Zone)
    {
        return Some(Kind::Zone);
    }
    let government = [
        "政府",
        "政府办公室",
        "政府办公厅",
        "政府办",
        "街道办事处",
        "街道办",
        "街道",
        "镇",
        "乡",
        "苏木",
        "市",
        "县",
        "区",
        "省",
        "州",
        "旗",
        "盟",
        "地区",
        "公署",
        "行署",
        "国务院",
        "国务院办公厅",
        "建设兵团",
    ];
    if ends(&government) {
        return Some(Kind::Government);
    }
    let department = [
        "局",
        "厅",
        "委",
        "委员会",
        "办公室",
        "办",
        "中心",
        "队",
        "院",
        "署",
        "部",
        "会",
        "处",
        "所",
        "站",
        "馆",
        "学",
        "学校",
        "海关",
        "公司",
        "集团",
        "台",
        "社",
    ];
    // 办事处 is a street's only where it says so.
    (ends(&department) && !name.ends_with("办事处")).then_some(Kind::Department)
}

/// Whether a text as printed speaks of all the counties of the area that reports.
pub(super) fn has_counties(text: &str) -> bool {
    const ALL: [&str; 13] = [
        "县（市",
        "县(市",
        "县区",
        "区县",
        "县市区",
        "县、区",
        "区（县",
        "区(县",
        "县（区",
        "县(区",
        "区（市",
        "市县",
        "縣",
    ];
    let opens = |after: &str| {
        after.starts_with(['县', '区', '市', '縣']) && ALL.iter().any(|word| after.starts_with(word))
    };
    has_wide(text, "各") && text.match_indices('各').any(|(at, mark)| opens(&text[at + mark.len()..]))
}

/// Whether a folded text names a district or county as a part of the city.
pub(super) fn has_part(text: &str, name: &str) -> bool {
    let Some(city) = name.find('市').map(|at| &name[..at + '市'.len_utf8()]) else { return false };
    text.match_indices(city).take(64).any(|(at, _)| {
        let next: String = text[at + city.len()..].chars().take(6).collect();
        next.char_indices().skip(2).any(|(at, c)| {
            let own = &next[..at];
            let plain = !own.ends_with([
                '新', '发', '园', '城', '社', '小', '景', '片', '地', '辖', '市', '校', '厂', '各', '范',
                '高',
            ]) && !own.starts_with(['各', '全', '及', '和', '政', '委', '场', '人', '民']);
            matches!(c, '区' | '县') && plain
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Kind as K;
    use Level as L;

    #[test]
    fn names_tell_level_and_kind() {
        for (name, level, kind) in [
            ("甲乙市", None, Some(K::Government)),
            ("甲乙市丙丁区戊己街道办事处", Some(L::Township), Some(K::Government)),
            ("丙丁镇", Some(L::Township), Some(K::Government)),
            ("甲县丙丁乡人民政府", Some(L::Township), Some(K::Government)),
            ("省文化和旅游厅", Some(L::Province), Some(K::Department)),
            ("甲县卫生健康局", Some(L::County), Some(K::Department)),
            ("区住建局", Some(L::County), Some(K::Department)),
            ("区城乡建设局", Some(L::County), Some(K::Department)),
            ("州交通运输局", Some(L::Prefecture), Some(K::Department)),
            ("临夏州水务局", Some(L::Prefecture), Some(K::Department)),
            ("甲州市水务局", None, Some(K::Department)),
            ("甲乙市市场监督管理局", None, Some(K::Department)),
            ("上海市人民政府办公厅", Some(L::Province), Some(K::Government)),
            ("重庆市甲乙区财政局", Some(L::County), Some(K::Department)),
            ("甲乙市人民政府办公厅", Some(L::Prefecture), Some(K::Government)),
            ("甲乙自治区人民政府", Some(L::Province), Some(K::Government)),
            ("甲乙地区行政公署", Some(L::Prefecture), Some(K::Government)),
            ("甲乙盟水利局", Some(L::Prefecture), Some(K::Department)),
            ("甲乙市丙丁新区管委会", None, Some(K::Zone)),
            ("甲乙经济技术开发区财政局", None, Some(K::Department)),
            ("甲乙经济开发区管理委员会", None, Some(K::Zone)),
            ("国务院办公厅", Some(L::Central), Some(K::Government)),
            ("国家税务总局甲县税务局", Some(L::County), Some(K::Department)),
        ] {
            assert_eq!(of_name(name), (level, kind), "{name}");
        }
    }

    #[test]
    fn a_city_with_districts_is_a_prefecture() {
        assert!(has_counties("综合各县（市、区）情况编制"));
        assert!(has_part("地址:甲乙市丙丁区河边路", "甲乙市"));
        assert!(!has_part("地址:甲乙市开发区河边路", "甲乙市"));
    }
}
