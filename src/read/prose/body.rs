//! Which words are the name of a body that reports.

/// Ends of names that are certain wherever they stand.
const CERTAIN: &[&str] = &[
    "街道办事处",
    "人民政府",
    "管理委员会",
    "委员会",
    "政府",
    "办公厅",
    "办公室",
    "办事处",
    "管委会",
    "行政公署",
    "街道",
    "苏木",
    "地区",
    "中心",
    "支队",
    "总队",
    "大队",
    "政府办",
    "国资委",
    "发改委",
    "卫健委",
    "行署",
    "局",
    "委",
    "厅",
    "镇",
    "乡",
    "院",
    "署",
    "市",
    "县",
    "区",
    "州",
    "省",
    "旗",
    "盟",
    "兵团",
];

/// Ends of names that make a body only of what stands in a title.
const IN_TITLES: &[&str] = &[
    "部", "会", "办", "处", "所", "站", "队", "馆", "大学", "学校", "学院", "中学", "小学", "医院", "园",
    "场", "公司", "集团", "银行", "师", "团", "海关", "台", "社",
];

/// Words that no name has.
const NEVER: &[&str] = &[
    "公开",
    "报告",
    "根据",
    "按照",
    "公布",
    "发布",
    "关于",
    "年度",
    "情况",
    "要求",
    "网站",
    "平台",
    "通过",
    "部门",
    "单位",
    "各级",
    "各县",
    "各区",
    "以及",
    "领导小组",
    "首页",
];

/// What the longest words at the end of a name are.
fn end_of<'a>(name: &str, ends: &[&'a str]) -> Option<&'a str> {
    ends.iter().filter(|end| name.ends_with(**end)).max_by_key(|end| end.len()).copied()
}

/// Whether folded words that stand in a title are the name of a body.
pub(super) fn is_body_in_title(name: &str) -> bool {
    // 某局(某办公室) is one body with two names.
    let name = name.strip_suffix(')').and_then(|name| name.rsplit_once('(')).map_or(name, |(name, _)| name);
    match end_of(name, CERTAIN) {
        Some(_) => is_name(name, CERTAIN),
        None => is_name(name, IN_TITLES),
    }
}

/// Whether folded words are the name of a body, wherever they stand.
pub(super) fn is_body(name: &str) -> bool {
    name.chars().count() > 2 && is_name(name, CERTAIN)
}

fn is_name(name: &str, ends: &[&str]) -> bool {
    const LONGEST: usize = 40;
    let Some(end) = end_of(name, ends) else { return false };
    let own = &name[..name.len() - end.len()];
    let printable = |c: char| ('\u{3400}'..'\u{A000}').contains(&c) || matches!(c, '(' | ')' | '〇');
    let pronoun = |c: char| {
        matches!(
            c,
            '我' | '本' | '全' | '各' | '该' | '其' | '贵' | '和' | '与' | '及' | '的' | '由' | '向' | '在'
        )
    };
    name.chars().count() <= LONGEST
        && name.chars().all(printable)
        && !name.starts_with(pronoun)
        && !name.starts_with('(')
        && !NEVER.iter().any(|word| name.contains(word))
        && !name.replace("机构编制", "").contains("编制")
        && is_own(own, end)
}

/// Whether what stands before the end of a name tells the body from others: 区政府 and 街道办事处 do not.
fn is_own(own: &str, end: &str) -> bool {
    const AREAS: [&str; 12] =
        ["市", "县", "区", "省", "州", "镇", "乡", "旗", "盟", "街道", "自治区", "自治州"];
    match own.chars().count() {
        0 => false,
        1..=3 if AREAS.contains(&own) => false,
        1 => {
            matches!(end, "市" | "县" | "区" | "州" | "省" | "旗" | "镇" | "乡")
                && own != "城"
                && own != "小"
                && own != "地"
        }
        _ => true,
    }
}

/// The body that an office or section inside of it speaks for: 某县人民政府办公室 reports for the government.
pub(super) fn principal(name: &str) -> &str {
    let offices = [
        "党政综合办公室",
        "党政办公室",
        "政务公开办公室",
        "政务公开办",
        "综合办公室",
        "党政综合办",
        "党政办",
        "综合办",
        "综合科",
        "秘书科",
        "政务公开科",
        "信息公开科",
        "信息科",
        "法规科",
        "办公厅",
        "办公室",
        "综合股",
        "秘书股",
        "办",
    ];
    let governments = [
        "人民政府",
        "政府",
        "街道办事处",
        "办事处",
        "街道",
        "局",
        "委员会",
        "管委会",
        "委",
        "厅",
        "镇",
        "乡",
    ];
    offices
        .iter()
        .filter_map(|office| name.strip_suffix(office))
        .find(|body| governments.iter().any(|end| body.ends_with(end)) && is_body(body))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_in_what_bodies_are_called() {
        for name in ["甲乙市", "区住建局", "甲县卫生健康局", "丙镇", "甲县丙街道办事处", "忠县"]
        {
            assert!(is_body_in_title(name), "{name}");
        }
        for name in
            ["我镇", "政府", "区政府", "街道办事处", "甲县政府网站", "各县区", "甲县、乙县", "工作要点"]
        {
            assert!(!is_body_in_title(name), "{name}");
        }
    }

    #[test]
    fn an_office_speaks_for_its_government() {
        assert_eq!(principal("甲县人民政府办公室"), "甲县人民政府");
        assert_eq!(principal("甲县水利局办公室"), "甲县水利局");
        assert_eq!(principal("甲县信访办公室"), "甲县信访办公室");
        assert_eq!(principal("甲县乙街道党政综合办公室"), "甲县乙街道");
    }
}
