//! What a file could grow to, before anything of it is unfolded.
//!
//! The reader of PDF knows no bounds: it inflates a stream to its end, and draws a part as often as the page
//! asks for it. A few kilobytes can so become terabytes. Both are counted here first.
//!
//! One thing is not: under encryption, and in writings other than plain deflate, the streams that hold the
//! objects themselves are unfolded as the file is opened, at most 1,032 times as large for each layer.

use crate::{Error, Limits};
use flate2::read::ZlibDecoder;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::content::UntypedIter;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};
use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};

/// What is left of a limit.
pub(super) struct Budget {
    left: Cell<usize>,
    allowed: usize,
}

impl Budget {
    pub(super) fn new(limits: Limits) -> Self {
        Self { left: Cell::new(limits.expanded), allowed: limits.expanded }
    }

    fn spend(&self, bytes: usize) -> Result<(), Error> {
        let left = self.left.get().checked_sub(bytes);
        self.left.set(left.unwrap_or(0));
        left.map(drop).ok_or(Error::TooLarge {
            limit: "expanded",
            what: "what the streams of the PDF hold",
            allowed: self.allowed,
        })
    }

    /// Counts what the streams of a file hold, as they lie there: even what says where the others lie is
    /// compressed. Of what is encrypted nothing is seen here.
    pub(super) fn file(&self, bytes: &[u8]) -> Result<(), Error> {
        const WORD: &[u8] = b"stream";
        let mut rest = bytes;
        while let Some(at) = rest.windows(WORD.len()).position(|word| word == WORD) {
            rest = &rest[at + WORD.len()..];
            let data = rest.strip_prefix(b"\r").unwrap_or(rest);
            let data = data.strip_prefix(b"\n").unwrap_or(data);
            if is_zlib(data) {
                self.inflated(&mut &*data)?;
            }
        }
        Ok(())
    }

    /// Counts what a compressed stream holds; if that is compressed in turn, also what that holds.
    fn inflated(&self, data: &mut dyn Read) -> Result<(), Error> {
        let mut layer = BufReader::new(Counted { inner: ZlibDecoder::new(data), budget: self });
        // What is damaged ends where it is damaged.
        if layer.fill_buf().is_ok_and(is_zlib) {
            self.inflated(&mut layer)?;
        }
        let _ = io::copy(&mut layer, &mut io::sink());
        self.spend(usize::try_from(layer.get_ref().inner.total_in()).unwrap_or(usize::MAX))
    }

    /// Counts what was not seen from the outside: streams that are encrypted, or compressed otherwise.
    pub(super) fn streams(&self, pdf: &Pdf) -> Result<(), Error> {
        for object in pdf.objects() {
            if let Object::Stream(stream) = object {
                self.stream(&stream)?;
            }
        }
        Ok(())
    }

    fn stream(&self, stream: &Stream<'_>) -> Result<(), Error> {
        let growths: Vec<Option<usize>> = filters(stream).iter().map(|name| growth(name)).collect();
        // Pictures are not looked at, and no text is drawn from them.
        if growths.is_empty() || growths.contains(&None) {
            return Ok(());
        }
        match (stream.raw_data(), &growths[..]) {
            (Cow::Owned(decrypted), [Some(DEFLATE)]) => self.inflated(&mut &decrypted[..]),
            (Cow::Borrowed(_), [Some(DEFLATE)]) => Ok(()),
            (data, _) => {
                let growth = growths.into_iter().flatten().fold(1, usize::saturating_mul);
                self.spend(data.len().saturating_mul(growth))
            }
        }
    }

    /// Counts what drawing a page costs: parts that pages share are drawn each time that they are asked for.
    pub(super) fn page(&self, page: &Page<'_>) -> Result<(), Error> {
        match page.page_stream() {
            Some(content) => self.content(content, page.resources(), 0),
            None => Ok(()),
        }
    }

    fn content(&self, content: &[u8], resources: &Resources<'_>, depth: usize) -> Result<(), Error> {
        /// As deep as the reader of PDF goes.
        const DEEPEST: usize = 50;
        /// How many bytes to unfold are as much work as one to draw, and as a part to begin with.
        const WORK: usize = 8;
        const PART: usize = 1 << 13;
        // What is drawn costs more than what is merely unfolded.
        self.spend(content.len().saturating_mul(WORK).saturating_add(PART))?;
        // Most pages draw nothing but their own.
        if depth > DEEPEST || resources.x_objects.keys().next().is_none() {
            return Ok(());
        }
        let mut operations = UntypedIter::new(content);
        while let Some(operation) = operations.next() {
            if &**operation.operator != b"Do" {
                continue;
            }
            let Some(Object::Name(name)) = operation.operands().next() else { continue };
            let Some(part) = resources.get_x_object(name).filter(is_form) else { continue };
            let Ok(drawn) = part.decoded_data() else { continue };
            let own = part.dict().get::<Dict<'_>>(b"Resources").map(Resources::new);
            self.content(&drawn, own.as_ref().unwrap_or(resources), depth + 1)?;
        }
        Ok(())
    }
}

fn is_form(part: &Stream<'_>) -> bool {
    part.dict().get::<Name<'_>>(b"Subtype").is_some_and(|name| &*name == b"Form")
}

/// The names of the filters of a stream.
fn filters<'a>(stream: &Stream<'a>) -> Vec<Name<'a>> {
    let dict = stream.dict();
    let of = |key: &[u8]| {
        let list = || Some(dict.get::<Array<'a>>(key)?.iter::<Name<'a>>().collect());
        dict.get::<Name<'a>>(key).map(|name| vec![name]).or_else(list)
    };
    of(b"F").or_else(|| of(b"Filter")).unwrap_or_default()
}

/// How many times as large deflating makes at most what it is given.
const DEFLATE: usize = 1032;

/// How many times as large a filter makes at most what it is given; none for those of pictures.
fn growth(filter: &[u8]) -> Option<usize> {
    match filter {
        b"FlateDecode" | b"Fl" => Some(DEFLATE),
        b"LZWDecode" | b"LZW" => Some(2731),
        b"RunLengthDecode" | b"RL" => Some(64),
        b"DCTDecode" | b"DCT" | b"JPXDecode" | b"JBIG2Decode" | b"CCITTFaxDecode" | b"CCF" => None,
        _ => Some(1),
    }
}

/// The two bytes with which a zlib stream begins.
fn is_zlib(data: &[u8]) -> bool {
    matches!(data, [method, flags, ..] if method & 0x0f == 8 && u16::from_be_bytes([*method, *flags]) % 31 == 0)
}

/// Counts what is read, and ends when nothing is left.
struct Counted<'a, R> {
    inner: R,
    budget: &'a Budget,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.budget.spend(read).map_err(|_| io::ErrorKind::OutOfMemory)?;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;

    fn deflated(data: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(data).expect("memory");
        encoder.finish().expect("memory")
    }

    fn counted(data: &[u8], expanded: usize) -> Result<(), Error> {
        let file = [b"1 0 obj<</Length 9>>stream\r\n", data, b"\nendstream endobj"].concat();
        Budget::new(Limits { expanded, ..Limits::default() }).file(&file)
    }

    #[test]
    fn a_stream_is_counted_as_long_as_it_is_within() {
        let data = deflated(&vec![b' '; 1 << 20]);
        assert!(data.len() < 1 << 11 && counted(&data, 3 << 19).is_ok());
        assert!(matches!(counted(&data, 1 << 19), Err(Error::TooLarge { limit: "expanded", .. })));
    }

    #[test]
    fn a_stream_in_a_stream_is_counted_too() {
        let data = deflated(&deflated(&vec![b' '; 1 << 20]));
        assert!(data.len() < 1 << 8);
        assert!(matches!(counted(&data, 1 << 19), Err(Error::TooLarge { limit: "expanded", .. })));
    }

    #[test]
    fn what_is_damaged_ends_where_it_is_damaged() {
        let mut data = deflated(b"0 0 9 9 re f".repeat(99).as_slice());
        data.truncate(data.len() / 2);
        assert!(counted(&data, 1 << 19).is_ok());
    }
}
