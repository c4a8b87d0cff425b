//! The rules, one file each: what, why, basis, a failing and a passing example, info, check.

pub(super) mod applicants_sum;
pub(super) mod applications_balance;
pub(super) mod blank_cell;
pub(super) mod challenges_sum;
pub(super) mod edition_mismatch;
pub(super) mod missing_row;
pub(super) mod outcomes_sum;
pub(super) mod period_mismatch;
mod sums;
