//! The words in which reports speak of the figures of their tables.
//!
//! Labels come from the form; what stands here is how prose speaks besides. A word that is in neither
//! list is unknown, and no figure is believed whose clause has an unknown word.

use super::word::Word;
use crate::form::{
    Applicant, Caption, ChallengeColumn, ChallengeRow, Group, Item, ProactiveColumn, ProactiveRow, Row,
};
use crate::read::Folded;
use crate::read::vocabulary::Hasher;
use crate::report::Exactness;
use std::collections::HashMap;
use std::sync::LazyLock;

/// How prose speaks beside the labels of the form.
const WORDS: &[(Word, &str)] = &[
    (
        Word::Fill,
        "共 共计 总共 总计 合计 为 有 是 了 的 之 数 数量 总数 总量 量 案件 件 事项 办件 业务 情况 情形",
    ),
    (
        Word::Fill,
        "方面 中 其 提出 提交 递交 提起的 决定 作出 作 做出 已 任何 由 表 另 另有 另外 还 还有 并 且 也 尚 尚有 依法",
    ),
    (
        Word::Fill,
        "依法依规 各类 类 工作 申请表 申请书 一是 二是 三是 四是 五是 六是 各级行政机关 各级各部门 各级",
    ),
    (
        Word::Fill,
        "行政机关 达 达到 至 到 予以 现象 实际 件数 总件数 材料 信息类 获 得到 金额 收取 收费金额 涉及 属于 属",
    ),
    (Word::Everyone, "社会公众 公众 群众 申请人 社会各界 社会"),
    (Word::Cause, "因 关于 引起 引发 导致 产生 被 被申请 提起 发生 出现 领域 涉 申请人申请 起诉 应对 而"),
    (Word::And, "和 及 以及 与 或 或者"),
    (Word::Among, "其中 其中的"),
    (Word::Including, "含 包括 包含 其中含 其中包括 内含"),
    (Word::Respectively, "分别 依次"),
    (Word::Cumulative, "累计 截至 截止 累积"),
    (
        Word::ThisYear,
        "全年 全年度 本年 本年度 今年 今年以来 年内 当年 年度 一年来 报告期 报告期间 报告期内 报告年度 本报告期内 本统计年度",
    ),
    (Word::LastYear, "上年 上年度 上一年 上一年度 去年"),
    (Word::NextYear, "下年 下年度 下一年 下一年度 明年 次年"),
    (
        Word::OtherTime,
        "上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 近年 近年来 历年 往年 以来 期间 同期 前三季度",
    ),
    (Word::Carry, "结转 转结 顺延 结转到 结转至 转入 转至 转 跨年结转"),
    (Word::Onwards, "继续"),
    (Word::Compare, "较 比 同比 环比 相比 增长 增加 上升 下降 减少 增幅 降幅 增多 多于 少于"),
    (Word::New, "新收 新收到 新接收 新受理 新增受理 新收的"),
    (Word::Receive, "收到 接收 接到 接收到 收悉 受理 登记受理 收到并受理 收办 接收并受理 收件"),
    (Word::Handle, "办理 处理 承办 接办 收到和处理"),
    (Word::Conclude, "办结 办理完毕 办理完成 办理完结 办毕 办结完毕 答复办结 完成办理 结案"),
    (Word::Answer, "答复 回复 予以答复 作出答复"),
    (Word::Apply, "申请"),
    (Word::Disclosure, "政府信息公开 信息公开 政务公开 政务信息公开 政府信息公开工作"),
    (
        Word::Request,
        "政府信息公开申请 信息公开申请 政府信息依申请公开申请 政府信息依申请公开 依申请公开政府信息申请",
    ),
    (
        Word::Request,
        "依申请公开政府信息 依申请公开信息 依申请公开申请 依申请公开 信息依申请公开 信息依申请公开申请 公开申请",
    ),
    (
        Word::Request,
        "申请公开政府信息 申请政府信息公开 申请信息公开 公开政府信息申请 公开政府信息的申请 政府信息公开的申请",
    ),
    (
        Word::Request,
        "政务公开申请 政务信息公开申请 公开信息申请 政府信息申请 政府信息公开依申请 依申请 依申请公开政府信息公开申请",
    ),
    (Word::Citizen, "公民 个人"),
    (Word::Organisations, "法人或组织 法人和组织 法人组织 法人、组织"),
    (
        Word::Channel,
        "网上 网络 在线 线上 线下 信函 邮寄 邮政 当面 现场 窗口 传真 电子邮件 邮件 来信 信件 书面 平台 网站 纸质",
    ),
    (
        Word::Channel,
        "网络申请 网上申请 在线申请 信函申请 当面申请 书面申请 现场申请 窗口申请 邮寄申请 互联网 门户网站 通过",
    ),
    (Word::Challenge(ChallengeRow::Review), "复议"),
    (Word::Suits, "诉讼"),
    (
        Word::Challenge(ChallengeRow::DirectSuits),
        "直接起诉 直接提起行政诉讼 未经复议直接提起诉讼 未经复议直接提起行政诉讼",
    ),
    (
        Word::Challenge(ChallengeRow::SuitsAfterReview),
        "经复议后起诉 复议后提起诉讼 复议后提起行政诉讼 复议后再起诉",
    ),
    (Word::Result(ChallengeColumn::Upheld), "维持 维持原行政行为"),
    (Word::Result(ChallengeColumn::Corrected), "纠正 被纠正"),
    (Word::Result(ChallengeColumn::Other), "其他结果 其它结果"),
    (Word::Result(ChallengeColumn::Pending), "未审结 尚未审结 未结案 正在审理 尚在审理 待审结"),
    (Word::Lost, "纠错 被纠错 败诉 被撤销 被责令 被确认违法 被依法纠错"),
    (Word::Act(ProactiveRow::Rules), "政府规章"),
    (Word::Of(ProactiveColumn::Issued), "制发 制定"),
    (Word::Of(ProactiveColumn::Repealed), "废止"),
    (Word::Of(ProactiveColumn::InForce), "现行有效 现行有效的 有效"),
    (Word::Publish, "印发 出台 制定出台 制定印发 制定发布"),
    (Word::Decision, "处理决定 处罚决定 许可决定 强制决定 决定书"),
    (Word::No, "未 从未 尚未 暂未 没 均未 也未"),
    (Word::None, "无 没有 暂无 未有 均无 也无 无一 没有任何 无任何"),
    (Word::All, "均 全部 都 均已 皆 全部已"),
    (
        Word::Share,
        "占 占比 占比为 占比达 占总数 占申请总数 占申请总量 占全部申请 占总量 占总数的 占全部 比例为 占全部申请的",
    ),
    (Word::Exactness(Exactness::About), "近 约 大约 将近 不足 约为"),
    (Word::Exactness(Exactness::MoreThan), "超 超过 逾 多达 突破 不少于 至少"),
];

/// Words that only begin like one of ours.
const ALIEN: &str =
    "规章制度 行政许可证 行政诉讼法 行政复议法 行政处罚法 行政许可法 复议机关 行政复议机关 诉讼法 申请表格";

/// Words that end with a body: 我局, 本中心.
const BODIES: &str = "局 委 办 厅 院 处 站 所 队 中心 机关 单位 部门 校 馆 会 司 署 支队 分局 公司 行政机关";

/// Words that end with an area: 全市, 我县.
const AREAS: &str = "省 市 县 区 州 盟 旗 镇 乡 街 街道";

/// The words by their first character, the longest first.
#[derive(Default)]
pub(super) struct Words(HashMap<char, Vec<Entry>, Hasher>);

/// A word, and what it says.
type Entry = (Box<[char]>, Word);

impl Words {
    /// The longest word that begins a text, and its length.
    pub(super) fn at(&self, chars: &[char]) -> Option<(Word, usize)> {
        let list = self.0.get(chars.first()?)?;
        let (key, word) = list.iter().find(|(key, _)| chars.starts_with(key))?;
        Some((*word, key.len()))
    }
}

/// All of them.
pub(super) fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(lexicon);
    &WORDS
}

fn lexicon() -> Words {
    let mut words: Vec<(String, Word)> = Vec::new();
    let mut add = |text: &str, word| words.push((Folded::of(text).text(), word));
    form(&mut add);
    for (word, list) in WORDS {
        list.split_ascii_whitespace().for_each(|text| add(text, *word));
    }
    ALIEN.split_ascii_whitespace().for_each(|text| add(text, Word::Alien));
    for body in BODIES.split_ascii_whitespace() {
        ["我", "本"].iter().for_each(|our| add(&format!("{our}{body}"), Word::Own));
    }
    for area in AREAS.split_ascii_whitespace() {
        let word = Word::Area(area.chars().next().unwrap_or_default());
        ["全", "我", "本"].iter().for_each(|our| add(&format!("{our}{area}"), word));
    }
    for or in ["或者", "或", "和", "及", "以及", "与", "、"] {
        add(&format!("法人{or}其他组织"), Word::Organisations);
    }
    let mut lexicon = Words::default();
    for (text, word) in words {
        let chars: Box<[char]> = text.chars().collect();
        if let Some(&first) = chars.first() {
            lexicon.0.entry(first).or_default().push((chars, word));
        }
    }
    // Stable: of two equal words the first added wins, which is the form's.
    lexicon.0.values_mut().for_each(|list| list.sort_by_key(|(chars, _)| std::cmp::Reverse(chars.len())));
    lexicon
}

/// The labels of the form, and what prose makes of them.
fn form(add: &mut impl FnMut(&str, Word)) {
    let mut all = |item: &'static Item, word| item.words().for_each(|label| add(label, word));
    Row::ALL.iter().filter(|&&row| is_said_by_name(row)).for_each(|&row| all(row.item(), Word::Row(row)));
    Group::ALL.iter().for_each(|&group| all(group.item(), Word::Group(group)));
    Applicant::KINDS.iter().for_each(|&kind| all(kind.item(), Word::Column(kind)));
    ChallengeRow::ALL.iter().for_each(|&row| all(row.item(), Word::Challenge(row)));
    let results = ChallengeColumn::ALL.iter().filter(|&&column| column != ChallengeColumn::Total);
    results.for_each(|&column| all(column.item(), Word::Result(column)));
    ProactiveRow::ALL.iter().for_each(|&row| all(row.item(), Word::Act(row)));
    all(Caption::Organisations.item(), Word::Organisations);
    all(Caption::Suits.item(), Word::Suits);
    for row in Row::ALL.iter().filter(|row| row.is_outcome()) {
        let short = row.item().words().filter_map(|label| label.strip_prefix("属于"));
        short.for_each(|label| add(label, Word::Row(*row)));
    }
}

/// Rows whose label prose uses as it stands: 3.其他 is none, and neither are totals.
fn is_said_by_name(row: Row) -> bool {
    row.is_outcome() && !row.item().whole || matches!(row, Row::CarriedIn | Row::CarriedOut)
}
