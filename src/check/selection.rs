//! Which rules to run, by name.

use super::{UnknownRule, rule, rules};
pub use crate::options::Selection;

impl Selection {
    /// These rules and no others.
    ///
    /// ```
    /// use gongkai::check::Selection;
    /// let selection = Selection::only(["blank-cell"])?;
    /// assert!(selection.includes("blank-cell") && !selection.includes("missing-row"));
    /// assert!(Selection::only(["blank-cel"]).is_err());
    /// # Ok::<(), gongkai::check::UnknownRule>(())
    /// ```
    ///
    /// # Errors
    /// [`UnknownRule`] when a name is no rule's.
    pub fn only<N: AsRef<str>>(names: impl IntoIterator<Item = N>) -> Result<Self, UnknownRule> {
        let named = resolve(names)?;
        let all = rules().iter().map(|rule| rule.info.name);
        Ok(Self { excluded: all.filter(|name| !named.contains(name)).collect() })
    }

    /// Every rule but these.
    ///
    /// ```
    /// use gongkai::check::{Case, Selection, check_with};
    /// use gongkai::report::Report;
    /// let selection = Selection::except(["blank-cell", "missing-row"])?;
    /// let checked = check_with(&Report::default(), &selection);
    /// let said = checked.outcome("blank-cell").map(|outcome| format!("{outcome:?}"));
    /// assert!(said.is_some_and(|said| said.contains("NotSelected")));
    /// # Ok::<(), gongkai::check::UnknownRule>(())
    /// ```
    ///
    /// # Errors
    /// [`UnknownRule`] when a name is no rule's.
    pub fn except<N: AsRef<str>>(names: impl IntoIterator<Item = N>) -> Result<Self, UnknownRule> {
        Ok(Self { excluded: resolve(names)? })
    }

    /// Whether the rule of this name runs.
    pub fn includes(&self, name: &str) -> bool {
        !self.excluded.contains(&name)
    }
}

/// The frozen names behind names and aliases.
fn resolve<N: AsRef<str>>(names: impl IntoIterator<Item = N>) -> Result<Vec<&'static str>, UnknownRule> {
    let mut resolved = Vec::new();
    for name in names {
        resolved.push(rule(name.as_ref())?.info.name);
    }
    resolved.sort_unstable();
    resolved.dedup();
    Ok(resolved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_chosen_or_left_out_by_name() {
        let chosen = |selection: &Selection| {
            let names = rules().iter().map(|rule| rule.info.name);
            names.filter(|name| selection.includes(name)).collect::<Vec<_>>()
        };
        let names = ["blank-cell", "missing-row"];
        let only = Selection::only(names).expect("rules");
        assert_eq!(chosen(&only).len(), 2);
        assert!(names.iter().all(|name| only.includes(name)));
        let except = Selection::except(names).expect("rules");
        assert_eq!(chosen(&except).len(), rules().len() - 2);
        assert!(!names.iter().any(|name| except.includes(name)));
        assert_eq!(Selection::only(["blank"]), Err(UnknownRule("blank".to_owned())));
    }
}
