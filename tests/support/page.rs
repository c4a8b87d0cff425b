//! A report as the blocks of a page: headings, prose with figures, tables, and what a site puts around.

use super::dice::Dice;
use super::sheet::{Sheet, Writer};
use gongkai::form::SectionKind;
use proptest::prelude::*;

#[derive(Clone, Debug)]
pub(crate) enum Block {
    Title(String),
    Heading(String),
    Paragraph(String),
    Table(Sheet),
}

impl Block {
    pub(crate) fn into_table(self) -> Option<Sheet> {
        match self {
            Self::Table(sheet) => Some(sheet),
            _ => None,
        }
    }
}

/// What stands around the tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct Setting {
    pub(crate) contents: bool,
    /// Prose and noise between the blocks; nothing but the needed sentences otherwise.
    pub(crate) noisy: bool,
    pub(crate) seed: u64,
}

pub(crate) fn setting() -> impl Strategy<Value = Setting> {
    (prop::bool::weighted(0.2), any::<bool>(), any::<u64>()).prop_map(|(contents, noisy, seed)| Setting {
        contents,
        noisy,
        seed,
    })
}

/// The headings as real pages word them, beside the official ones.
fn heading(section: SectionKind, dice: &mut Dice) -> String {
    let official = section.label();
    let (ordinal, _) = official.split_at('一'.len_utf8() + '、'.len_utf8());
    match dice.below(6) {
        0 => format!("{ordinal}{}", dice.pick(&section.item().words().collect::<Vec<_>>())),
        1 => official.replacen('、', "、 ", 1),
        2 => format!("{ordinal}{official}"),
        _ => official.to_owned(),
    }
}

const BEFORE: [&str; 6] = [
    "当前位置：首页 > 政务公开 > 政府信息公开年报",
    "索引号：11330000/2022-00123",
    "发文日期：2022-01-28 16:32:05",
    "访问量：1287 次 字号：[大 中 小]",
    "发布机构：办公室 文号：无",
    "政策 | 解读 | 数据 | 互动",
];

const AFTER: [&str; 6] = [
    "上一篇：2018年政府信息公开工作年度报告",
    "【打印本页】 【关闭窗口】",
    "扫一扫在手机打开当前页",
    "返回顶部",
    "网站标识码 3300000012 ICP备12345678号-1",
    "版权所有 联系电话：0571-87654321",
];

/// Sentences with figures that are none of the tables'.
fn sentence(year: i32, dice: &mut Dice) -> String {
    let (n, m) = (dice.below(3000), dice.below(40));
    match dice.below(9) {
        0 => format!("{year}年，我单位共受理政府信息公开申请{n}件，答复{m}件，较上年增加{m}件。"),
        1 => format!("全年通过门户网站发布信息{n}条，办理12345热线工单{m}件。"),
        2 => format!("本年新收政府信息公开申请{n}件，其中自然人{m}件，上年结转{m}件。"),
        3 => format!("制发行政规范性文件{m}件，废止3件，现行有效{n}件。"),
        4 => format!("比{}年同期减少{m}件，下降{m}.5%。", year - 1),
        5 => format!("因政府信息公开工作被申请行政复议{m}件，结果维持{n}件；行政诉讼0件。"),
        6 => "（一）主动公开方面。严格落实《中华人民共和国政府信息公开条例》，做到应公开尽公开。".to_owned(),
        7 => "1.加强组织领导。一是健全机制，二是压实责任。".to_owned(),
        _ => format!("行政许可、行政处罚等信息公开{n}条，予以公开{m}条。"),
    }
}

/// The blocks of a page.
pub(crate) fn blocks(writer: &mut Writer<'_>, setting: &Setting) -> Vec<Block> {
    let mut dice = Dice(setting.seed);
    let year = writer.report.year.expect("a year");
    let agency = writer.report.agency.clone().expect("a body");
    let mut out = Vec::new();
    let noise = |out: &mut Vec<Block>, from: &[&str], dice: &mut Dice| {
        let count = if setting.noisy { dice.below(4) } else { 0 };
        (0..count).for_each(|_| out.push(Block::Paragraph((*dice.pick(from)).to_owned())));
    };
    let prose = |out: &mut Vec<Block>, dice: &mut Dice| {
        let count = if setting.noisy { dice.below(3) } else { 0 };
        (0..count).for_each(|_| out.push(Block::Paragraph(sentence(year, dice))));
    };

    noise(&mut out, &BEFORE, &mut dice);
    out.push(Block::Title(format!("{agency}{year}年政府信息公开工作年度报告")));
    out.push(Block::Paragraph(format!(
        "根据《中华人民共和国政府信息公开条例》，现公布本报告。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    )));
    if setting.contents {
        let line = |(at, section): (usize, &SectionKind)| format!("{} …………{}", section.label(), 2 * at + 1);
        out.push(Block::Paragraph("目录".to_owned()));
        out.extend(SectionKind::ALL.iter().enumerate().map(line).map(Block::Paragraph));
    }
    for &section in SectionKind::ALL {
        out.push(Block::Heading(heading(section, &mut dice)));
        let tables = match section {
            SectionKind::Proactive => writer.proactive(),
            SectionKind::Applications => writer.applications(),
            SectionKind::Challenges => writer.challenges(),
            _ => Vec::new(),
        };
        if tables.is_empty() {
            out.push(Block::Paragraph("本机关按照规定开展相关工作。".to_owned()));
        }
        prose(&mut out, &mut dice);
        out.extend(tables.into_iter().map(Block::Table));
        prose(&mut out, &mut dice);
    }
    noise(&mut out, &AFTER, &mut dice);
    out
}
