//! How a piece of output looks, and what may reach a terminal.

/// Whether output may carry colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// Text alone. Every mark is a character, so nothing is lost.
    #[default]
    Plain,
    /// Text with ANSI colours, for a terminal.
    Ansi,
}

/// What a piece of output is, from which its colour follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Tone {
    #[default]
    Text,
    Title,
    Quiet,
    Guess,
    Warning,
    Fault,
}

impl Style {
    /// The text in its colour. It may be quoted from a page, so it is made harmless first.
    pub(super) fn paint(self, tone: Tone, text: &str) -> String {
        let text = harmless(text);
        match (self, tone) {
            (Self::Plain, _) | (_, Tone::Text) => text,
            _ if text.is_empty() => text,
            (Self::Ansi, tone) => format!("\x1b[{}m{text}\x1b[0m", tone.code()),
        }
    }
}

impl Tone {
    const fn code(self) -> &'static str {
        match self {
            Self::Text => "0",
            Self::Title => "1",
            Self::Quiet => "2",
            Self::Guess => "36",
            Self::Warning => "33",
            Self::Fault => "1;31",
        }
    }
}

/// A page may carry escape sequences or characters that turn the order of a line round: they would not
/// show, but act. Nor may HTML contain what Unicode has set apart as no characters at all.
pub(super) fn harmless(text: &str) -> String {
    let shown = |c: char| match c {
        c if c.is_whitespace() => ' ',
        c if c.is_control() || turns(c) || is_none(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.chars().map(shown).collect()
}

/// Whether a character sets the direction of those around it.
pub(super) const fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether Unicode says that it will never be a character.
pub(super) const fn is_none(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || c as u32 & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_a_page_acts_on_the_terminal() {
        let painted =
            Style::Ansi.paint(Tone::Text, "某县\u{1b}[2J\u{202e}\u{7}\n政府\u{3000}\u{61c}\u{fdd0}\u{1ffff}");
        assert_eq!(painted, "某县\u{fffd}[2J\u{fffd}\u{fffd} 政府 \u{fffd}\u{fffd}\u{fffd}");
    }

    #[test]
    fn plain_output_has_no_escapes() {
        assert_eq!(Style::Plain.paint(Tone::Fault, "[0]"), "[0]");
        assert_eq!(Style::Ansi.paint(Tone::Fault, "[0]"), "\u{1b}[1;31m[0]\u{1b}[0m");
    }
}
