//! What a report calls its body where it does not name it.

/// What a report calls its body where it does not name it: 我局, 我镇.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    Township,
    Street,
    Bureau,
    Hall,
    County,
    District,
    City,
}

impl Own {
    /// The first such word of a folded text.
    pub(super) fn of(text: &str) -> Option<Self> {
        text.match_indices(['我', '本']).find_map(|(at, c)| {
            let rest = &text[at + c.len()..];
            Some(match rest.chars().next()? {
                '镇' | '乡' => Self::Township,
                '街' => Self::Street,
                '局' | '委' => Self::Bureau,
                '厅' => Self::Hall,
                '县' if c == "我" => Self::County,
                '区' if c == "我" => Self::District,
                '市' if c == "我" => Self::City,
                _ => return None,
            })
        })
    }

    /// Whether a body of this name may call itself so.
    pub(super) fn fits(self, name: &str) -> bool {
        let any = |ends: &[&str]| ends.iter().any(|end| name.contains(end));
        match self {
            Self::Township => any(&["镇", "乡"]),
            Self::Street => any(&["街道", "办事处"]),
            Self::Bureau => any(&["局", "委", "办"]),
            Self::Hall => any(&["厅"]),
            // A department may speak of 我市; a district may not.
            Self::County => {
                !ends(name, &["市", "区", "镇", "乡", "街道", "街道办事处"]) || name.contains('县')
            }
            Self::District => {
                !ends(name, &["市", "县", "镇", "乡", "街道", "街道办事处"]) || name.contains('区')
            }
            Self::City => !ends(name, &["县", "区", "镇", "乡", "街道", "街道办事处"]) || name.contains('市'),
        }
    }
}

/// Whether a name, without the word for its government, has one of these ends.
fn ends(name: &str, ends: &[&str]) -> bool {
    let area = name.strip_suffix("人民政府").or_else(|| name.strip_suffix("政府")).unwrap_or(name);
    ends.iter().any(|end| area.ends_with(end))
}
