//! What the words in which reports speak of the figures of their tables say.

use crate::form::{Applicant, ChallengeColumn, ChallengeRow, Group, ProactiveColumn, ProactiveRow, Row};
use crate::report::Exactness;

/// What a word of the prose says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// Nothing that matters: 共, 已, 的, 案件.
    Fill,
    /// Whoever applies: 群众, or 公民、法人和其他组织.
    Everyone,
    /// 因, 引起, 被, 发生: between 信息公开 and a review or a suit.
    Cause,
    /// 和, 及
    And,
    /// 其中
    Among,
    /// 含
    Including,
    /// 分别
    Respectively,
    /// 累计: of the year only if the year is said.
    Cumulative,
    /// The year of the report: 全年, or its number.
    ThisYear,
    /// The year before.
    LastYear,
    /// The year after.
    NextYear,
    /// Any other time: 上半年, 近年来.
    OtherTime,
    /// A year, where that of the report is not known.
    SomeYear,
    /// 结转
    Carry,
    /// 继续, of what was carried out.
    Onwards,
    /// 较, 同比, 增长: a comparison.
    Compare,
    /// 我局, 本机关
    Own,
    /// 全市, 我县: an area, by its last character.
    Area(char),
    /// 新收
    New,
    /// 收到, 受理
    Receive,
    /// 办理
    Handle,
    /// 办结
    Conclude,
    /// 答复
    Answer,
    /// 申请
    Apply,
    /// 政府信息公开
    Disclosure,
    /// 政府信息公开申请, 依申请公开
    Request,
    /// A column of table 三.
    Column(Applicant),
    /// 公民: 自然人, or anyone.
    Citizen,
    /// 法人或其他组织
    Organisations,
    /// A row of table 三.
    Row(Row),
    /// A group of rows of table 三.
    Group(Group),
    /// 网上, 信函: how an application came.
    Channel,
    /// A group of table 四.
    Challenge(ChallengeRow),
    /// 行政诉讼
    Suits,
    /// A result of table 四.
    Result(ChallengeColumn),
    /// 纠错, 败诉
    Lost,
    /// A row of table 二.
    Act(ProactiveRow),
    /// 制发, 废止, 现行有效: a column of table 二.
    Of(ProactiveColumn),
    /// 印发, 出台: perhaps 制发.
    Publish,
    /// 处理决定
    Decision,
    /// 未, before a verb
    No,
    /// 无, 没有
    None,
    /// 均, 全部
    All,
    /// 占
    Share,
    /// 近, 超过
    Exactness(Exactness),
    /// A word that only begins like one of these.
    Alien,
}
