//! Whether something that is painted is seen.

use hayro_interpret::Paint;

/// How a colour looks on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shade {
    /// Not at all.
    None,
    /// White, which is seen on a dark ground only.
    White,
    /// Any other colour.
    Dark,
}

impl Shade {
    /// How a paint looks.
    pub(super) fn of(paint: &Paint<'_>) -> Self {
        const WHITE: u8 = 250;
        match paint {
            Paint::Pattern(_) => Self::Dark,
            Paint::Color(color) => match color.to_rgba().to_rgba8() {
                [.., 0] => Self::None,
                [red, green, blue, _] if red.min(green).min(blue) > WHITE => Self::White,
                _ => Self::Dark,
            },
        }
    }
}
