//! What section 一 and the report of a government must speak of.

declare! {
    /// An aspect of the year's work that the report must cover; the variants are words that cover it too.
    pub enum Aspect {
        Proactive = "主动公开" {
            path: "proactive",
            variants: &["公开信息", "发布信息", "信息发布", "公开政府信息", "公开政务信息", "主动发布", "发布", "公布", "公示", "公开为常态", "公开内容", "重点领域"],
            basis: FORM
        }
        OnRequest = "依申请公开" {
            path: "on_request",
            variants: &["申请"],
            basis: FORM
        }
        Management = "政府信息管理" {
            path: "management",
            variants: &[
                "信息管理", "规范性文件", "公开属性", "审核", "审查", "审签", "审批", "三审", "三校", "保密", "清理",
                "目录", "指南", "制度", "机制", "更新", "台账", "归档", "规范管理", "规范化", "动态调整", "登记"
            ],
            basis: FORM
        }
        Platform = "政府信息公开平台建设" {
            path: "platform",
            variants: &[
                "平台", "网站", "专栏", "公众号", "新媒体", "微博", "微信", "公报", "查阅", "专区", "栏目", "公示栏",
                "公开栏", "公告栏", "宣传栏", "渠道", "载体", "阵地", "政务网", "信息网", "客户端", "系统", "门户"
            ],
            basis: FORM
        }
        Supervision = "监督保障" {
            path: "supervision",
            variants: &[
                "监督", "保障", "考核", "考评", "培训", "学习", "领导", "评议", "评估", "问责", "追究", "督查", "督促",
                "督导", "检查", "自查", "通报", "整改", "专人", "专职", "责任", "人员", "经费"
            ],
            basis: FORM
        }
        Assessment = "工作考核" {
            path: "assessment", variants: &["考核", "考评", "绩效", "评估", "测评"], basis: ARTICLE_50
        }
        SocialReview = "社会评议" {
            path: "social_review",
            variants: &["评议", "评价", "满意度", "测评", "第三方", "社会监督", "群众监督", "意见征集", "问卷"],
            basis: ARTICLE_50
        }
        Accountability = "责任追究结果" {
            path: "accountability", variants: &["追究", "问责", "追责", "责任落实"], basis: ARTICLE_50
        }
    }
}

/// What the form says section 一 covers.
const FORM: &str = "国办公开办函〔2021〕30号：总体情况主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障";

/// What the report of a government covers besides.
const ARTICLE_50: &str = "政府信息公开条例 第五十条第（四）项";

impl Aspect {
    /// Those that every report covers.
    ///
    /// ```
    /// use gongkai::form::Aspect;
    /// assert_eq!(Aspect::OF_ALL.len(), 5);
    /// assert_eq!(Aspect::OF_GOVERNMENTS[2].label(), "责任追究结果");
    /// ```
    pub const OF_ALL: [Self; 5] =
        [Self::Proactive, Self::OnRequest, Self::Management, Self::Platform, Self::Supervision];

    /// Those that only the report of a government (各级人民政府) covers.
    pub const OF_GOVERNMENTS: [Self; 3] = [Self::Assessment, Self::SocialReview, Self::Accountability];
}
