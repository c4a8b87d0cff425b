//! The few words of a page that are no row, column or group of the form.

use gongkai::form::Caption;

pub(crate) const CONTENT: &str = Caption::Content.label();
pub(crate) const APPLICANTS: &str = Caption::Applicants.label();
pub(crate) const ORGANISATIONS: &str = Caption::Organisations.label();
pub(crate) const CORNER: &str = Caption::Balance.label();
pub(crate) const OUTCOMES: &str = Caption::Outcomes.label();
pub(crate) const SUITS: &str = Caption::Suits.label();
