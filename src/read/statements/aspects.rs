//! Which aspects section 一 speaks of, in generous words.

use super::Joined;
use super::sentence::has;
use crate::form::Aspect;
use crate::read::Folded;
use crate::report::Kind;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Which aspects section 一 speaks of; what governments report besides may stand in other sections, and is
/// not looked for in the reports of others.
pub(super) fn aspects(kind: Option<Kind>, prose: &Joined) -> BTreeSet<Aspect> {
    if prose.overview.is_empty() {
        return BTreeSet::new();
    }
    let (overview, rest) = (simplified(&prose.overview), simplified(&prose.rest));
    let of_all = Aspect::OF_ALL.into_iter().filter(|aspect| covers(&overview, *aspect));
    let is_government = kind.is_none_or(|kind| kind == Kind::Government);
    let more = if is_government { &Aspect::OF_GOVERNMENTS[..] } else { &[] };
    let more = more.iter().copied().filter(|aspect| covers(&overview, *aspect) || covers(&rest, *aspect));
    of_all.chain(more).collect()
}

/// A text in simplified characters. One in Traditional characters has some of these early on.
fn simplified(text: &str) -> Cow<'_, str> {
    const EARLY: usize = 600;
    let head = &text[..text.floor_char_boundary(EARLY)];
    if has(head, &["開", "務", "機", "發"]) { Folded::of(text).text().into() } else { text.into() }
}

/// Whether a text has a word of an aspect. The form's own word is looked for where it is not made of
/// those, which is to say among the headings of a section 一 that has them.
fn covers(text: &str, aspect: Aspect) -> bool {
    Aspect::OF_ALL.contains(&aspect) && text.contains(aspect.label()) || has(text, aspect.item().variants)
}

#[cfg(test)]
mod tests {
    use super::super::overview;
    use super::*;
    use crate::report::Narrative;

    fn missing(text: &str) -> Vec<&'static str> {
        let covered = aspects(None, &Joined::of(&overview(text)));
        Aspect::ALL.iter().filter(|aspect| !covered.contains(aspect)).map(|aspect| aspect.label()).collect()
    }

    #[test]
    fn aspects_are_covered_in_many_words() {
        let all = "全年发布信息3条，收到公开申请1件。严格审核，网站运行平稳。邀请群众评议，纳入绩效考核，没有被追究责任的。";
        assert_eq!(missing(all), [""; 0]);
        let traditional = "全年發布信息3條，收到公開申請1件。嚴格審核，網站運行平穩。邀請群眾評議，納入績效考核，沒有被追究責任的。";
        assert_eq!(missing(traditional), [""; 0]);
        assert_eq!(
            missing("全年主动公开3条。"),
            [
                "依申请公开",
                "政府信息管理",
                "政府信息公开平台建设",
                "监督保障",
                "工作考核",
                "社会评议",
                "责任追究结果"
            ]
        );
    }

    #[test]
    fn headings_cover_too_and_governments_may_report_elsewhere() {
        let mut report = overview("开头。");
        for heading in
            ["（一）主动公开", "（二）依申请公开", "（三）信息管理", "（四）平台建设", "（五）监督保障"]
        {
            report
                .overview
                .parts
                .push(Narrative { heading: Some(heading.to_owned()), ..Narrative::default() });
        }
        report.improvement = "下一步加强考核，开展社会评议；没有责任追究。".into();
        assert_eq!(aspects(Some(Kind::Government), &Joined::of(&report)).len(), 8);
        assert_eq!(aspects(Some(Kind::Department), &Joined::of(&report)).len(), 5);
    }
}
