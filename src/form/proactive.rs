//! Table 二: 主动公开政府信息情况, by the items of 条例 第二十条.

use super::Edition;

const E2019: &[Edition] = &[Edition::E2019];
const E2021: &[Edition] = &[Edition::E2021];

declare! {
    /// An item of 条例 第二十条 that table 二 counts.
    pub enum Article {
        Rules = "第二十条第（一）项" { whole: true, variants: &["第二十条第一项"] }
        Licensing = "第二十条第（五）项" { whole: true, variants: &["第二十条第五项"] }
        Penalties = "第二十条第（六）项" { whole: true, variants: &["第二十条第六项"] }
        Fees = "第二十条第（八）项" { whole: true, variants: &["第二十条第八项"] }
        Procurement = "第二十条第（九）项" { whole: true, variants: &["第二十条第九项"], editions: E2019 }
    }
}

declare_record! {
    /// A row of table 二.
    pub enum ProactiveRow
    /// One value a row of table 二.
    pub struct ProactiveRows {
        rules: Rules = "规章" { basis: "条例第二十条第一项" }
        normative_documents: NormativeDocuments = "行政规范性文件" (2019: "规范性文件") {
            basis: "条例第二十条第一项"
        }
        licensing: Licensing = "行政许可" { basis: "条例第二十条第五项" }
        other_services: OtherServices = "其他对外管理服务事项" {
            variants: &["对外管理服务事项"], basis: "条例第二十条第五项", editions: E2019
        }
        penalties: Penalties = "行政处罚" { basis: "条例第二十条第六项" }
        coercion: Coercion = "行政强制" { basis: "条例第二十条第六项" }
        fees: Fees = "行政事业性收费" { variants: &["行政事业收费"], basis: "条例第二十条第八项" }
        procurement: Procurement = "政府集中采购" { basis: "条例第二十条第九项", editions: E2019 }
    }
}

declare_record! {
    /// A column of table 二, of either edition.
    pub enum ProactiveColumn
    /// One value a column of table 二; a row uses those that its edition has.
    pub struct Figures {
        made: Made = "本年新制作数量" { variants: &["新制作数量"], editions: E2019 }
        published: Published = "本年新公开数量" { variants: &["新公开数量"], editions: E2019 }
        total: Total = "对外公开总数量" { variants: &["对外公开总数", "对外公开"], editions: E2019 }
        issued: Issued = "本年制发件数" { variants: &["制发件数"], editions: E2021 }
        repealed: Repealed = "本年废止件数" { variants: &["废止件数"], editions: E2021 }
        in_force: InForce = "现行有效件数" { variants: &["现行有效件"], editions: E2021 }
        previous_items: PreviousItems = "上一年项目数量" {
            variants: &["上年项目数量", "上一年度项目数量"], editions: E2019
        }
        change: Change = "本年增/减" { variants: &["本年增\\减", "本年增减", "本年增/"], editions: E2019 }
        decisions: Decisions = "本年处理决定数量" (2019: "处理决定数量") {}
        items: Items = "采购项目数量" { editions: E2019 }
        amount: Amount = "本年收费金额（单位：万元）" (2019: "采购总金额") { variants: &["收费金额"] }
    }
}

impl ProactiveRow {
    /// The item of 条例 第二十条 under which the row stands.
    pub const fn article(self) -> Article {
        match self {
            Self::Rules | Self::NormativeDocuments => Article::Rules,
            Self::Licensing | Self::OtherServices => Article::Licensing,
            Self::Penalties | Self::Coercion => Article::Penalties,
            Self::Fees => Article::Fees,
            Self::Procurement => Article::Procurement,
        }
    }

    /// The columns that the row has in an edition, in the order of the form.
    pub fn columns(self, edition: Edition) -> &'static [ProactiveColumn] {
        use ProactiveColumn as C;
        if !self.is_in(edition) {
            return &[];
        }
        match (edition, self.article()) {
            (Edition::E2014, _) => &[],
            (Edition::E2021, Article::Rules) => &[C::Issued, C::Repealed, C::InForce],
            (Edition::E2021, Article::Licensing | Article::Penalties) => &[C::Decisions],
            (Edition::E2021, _) => &[C::Amount],
            (Edition::E2019, Article::Rules) => &[C::Made, C::Published, C::Total],
            (Edition::E2019, Article::Licensing | Article::Penalties) => {
                &[C::PreviousItems, C::Change, C::Decisions]
            }
            (Edition::E2019, Article::Fees) => &[C::PreviousItems, C::Change],
            (Edition::E2019, Article::Procurement) => &[C::Items, C::Amount],
        }
    }
}
