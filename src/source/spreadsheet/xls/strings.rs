//! Texts of BIFF8: UTF-16, or its low bytes only, with formatting behind; long tables of them are cut
//! into records anywhere.

use super::records::{Fields, Records};

/// A text in one record, whose length is told in one or two bytes.
pub(super) fn short(data: &[u8], length_bytes: usize) -> String {
    let mut parts = Parts { data, next: None };
    let length = parts.length(length_bytes).unwrap_or(0);
    parts.text(length).unwrap_or_default()
}

/// The texts that cells share. What is cut off is left out; cells that refer to it say so.
pub(super) fn shared<'a>(data: &'a [u8], records: &mut Records<'a>) -> Vec<String> {
    let mut parts = Parts { data: data.get(8..).unwrap_or_default(), next: Some(records) };
    let mut strings = Vec::new();
    while let Some(length) = parts.length(2) {
        let Some(text) = parts.text(length) else { break };
        strings.push(text);
    }
    strings
}

/// Data that goes on in further records.
struct Parts<'a, 'r> {
    data: &'a [u8],
    next: Option<&'r mut Records<'a>>,
}

impl<'a> Parts<'a, '_> {
    /// Goes on to the next record if this one is at its end. Says whether there is anything.
    fn fill(&mut self) -> bool {
        while self.data.is_empty() {
            match self.next.as_mut().and_then(|records| records.go_on()) {
                Some(data) => self.data = data,
                None => return false,
            }
        }
        true
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.data.split_at(length.min(self.data.len()));
        self.data = rest;
        taken
    }

    fn length(&mut self, bytes: usize) -> Option<usize> {
        if !self.fill() {
            return None;
        }
        let taken = Fields(self.take(bytes));
        if bytes == 1 { taken.u8(0).map(usize::from) } else { taken.u16(0).map(usize::from) }
    }

    /// A text of so many characters, which stands behind its flags.
    fn text(&mut self, length: usize) -> Option<String> {
        let mut flags = *self.take(1).first()?;
        let runs = if flags & 8 != 0 { Fields(self.take(2)).u16(0)?.into() } else { 0_usize };
        let extra = if flags & 4 != 0 { Fields(self.take(4)).u32(0)? } else { 0 };
        let mut units: Vec<u16> = Vec::new();
        while units.len() < length {
            let wide = flags & 1 != 0;
            let left = length - units.len();
            if wide {
                units.extend(
                    self.take(2 * left).chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])),
                );
            } else {
                units.extend(self.take(left).iter().map(|byte| u16::from(*byte)));
            }
            if units.len() < length {
                // In each further record the text has flags anew.
                self.data = &[];
                if !self.fill() {
                    return None;
                }
                flags = *self.take(1).first()?;
            }
        }
        self.skip(4 * runs + usize::try_from(extra).ok()?)?;
        Some(String::from_utf16_lossy(&units))
    }

    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > 0 {
            if !self.fill() {
                return None;
            }
            length -= self.take(length).len();
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_wide_or_narrow() {
        assert_eq!(short(b"\x02\0\0ab", 2), "ab");
        assert_eq!(short(b"\x01\x01\x2d\x4e", 1), "中");
        assert_eq!(short(b"\x05\0\0ab", 2), "");
        assert_eq!(short(b"", 2), "");
    }

    #[test]
    fn texts_go_on_in_the_next_record() {
        // `abc`, cut behind `a` and from there on wide; then `d` with a run of formatting.
        let rest = b"\x3c\0\x0f\0\x01b\0c\0\x01\0\x08\x01\0d\xff\xff\xff\xff\x3c\0\x04\0\x01\0\0e";
        let mut records = Records::new(rest, 0);
        let first = b"\0\0\0\0\0\0\0\0\x03\0\0a";
        assert_eq!(shared(first, &mut records), ["abc", "d", "e"]);
        assert!(records.next().is_none());
    }
}
