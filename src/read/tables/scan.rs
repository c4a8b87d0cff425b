//! From the tape to events: which words of the form, which values, in which order.

use super::event::{Event, EventKind, Head, RowKey, Value};
use super::label;
use crate::form::{Applicant, ChallengeColumn, Group, Row, SectionKind, Table};
use crate::read::Folded;
use crate::read::number::{Printed, printed};
use crate::read::vocabulary::{Found, Word, word_at};
use crate::report::Entry;
use crate::source::{Document, Piece, PieceKind, within};
use crate::{Error, Limits};

/// A line longer than this, in characters, is prose.
const LONG_LINE: usize = 120;
/// A note in brackets is at most this long.
const LONGEST_NOTE: usize = 160;
/// Lines whose text waits for its numbers, at most: labels are not wrapped over more.
const LONGEST_WAIT: usize = 400;
/// A line of so many values is a row of its own, even between other values.
const SOLID: usize = 3;

/// Everything that the tables of a page consist of.
pub(super) struct Scan {
    pub(super) events: Vec<Event>,
    pub(super) values: Vec<Value>,
    /// Pieces that belong to tables.
    pub(super) used: Vec<bool>,
    /// How each table row of the page is built, by its number.
    shapes: Vec<Shape>,
}

/// How a table row is built.
#[derive(Debug, Clone, Copy, Default)]
struct Shape {
    /// How many columns its cells take.
    width: u32,
    /// The column of its label.
    label: Option<u32>,
}

impl Shape {
    /// How many columns lie behind the label.
    fn behind(&self) -> Option<usize> {
        self.label.map(|label| self.width.saturating_sub(label + 1) as usize)
    }
}

impl Scan {
    /// How many columns the cells of a table row take; nothing outside of rows.
    pub(super) fn width(&self, row: u32) -> u32 {
        self.shapes.get(row as usize).map_or(0, |shape| shape.width)
    }

    /// Whether a row is built like its neighbours, so that blanks before its values are cells like theirs:
    /// as wide, with its label in the same column or with a surplus of blanks too; or, where merged
    /// cells are lost and nothing is surplus, with as many cells behind its label.
    pub(super) fn is_usual(&self, row: u32, count: usize) -> bool {
        const NEAR: usize = 4;
        let row = row as usize;
        let Some(own) = self.shapes.get(row) else { return false };
        let near = (row.saturating_sub(NEAR)..=row + NEAR).filter(|&other| other != row);
        let near: Vec<&Shape> =
            near.filter_map(|other| self.shapes.get(other)).filter(|other| other.width > 0).collect();
        if own.label.is_none() && own.width as usize == count {
            // Nothing but values.
            return true;
        }
        let as_wide = near.iter().any(|other| {
            other.width == own.width
                && (other.label == own.label || other.behind().is_none_or(|cells| cells > count))
        });
        let surplus = near.iter().any(|other| other.behind().is_some_and(|cells| cells > count));
        as_wide
            || !surplus
                && own.behind() == Some(count)
                && near.iter().any(|other| other.behind() == Some(count))
    }

    /// Whether an event brings values that are not all blank.
    pub(super) fn says(&self, event: &Event) -> bool {
        match event.kind {
            EventKind::Values { first, count, .. } => {
                self.values[first..first + count].iter().any(|value| !value.is_blank())
            }
            _ => false,
        }
    }
}

/// Scans a document.
pub(super) fn scan(document: &Document<'_>, limits: Limits) -> Result<Scan, Error> {
    let mut scanner = Scanner {
        document,
        out: Scan {
            events: Vec::new(),
            values: Vec::new(),
            used: vec![false; document.pieces.len()],
            shapes: vec![Shape::default()],
        },
        wait: Folded::default(),
        segments: Vec::new(),
        table: None,
        row: RowState::default(),
        rows: 0,
        run: false,
        marks: Vec::new(),
        header_end: 0,
        legacy: None,
    };
    for (index, piece) in document.pieces.iter().enumerate() {
        scanner.piece(u32::try_from(index).unwrap_or(u32::MAX), piece);
        within("cells", "numbers of the page's tables", scanner.out.values.len(), limits.cells)?;
    }
    scanner.end_row();
    scanner.flush(false);
    Ok(scanner.out)
}

struct Scanner<'d> {
    document: &'d Document<'d>,
    out: Scan,
    /// Text whose words are not told yet, because a label may go on in the next line.
    wait: Folded,
    segments: Vec<Segment>,
    table: Option<Table>,
    row: RowState,
    rows: u32,
    /// Whether the next single value goes on the run of values before it.
    run: bool,
    marks: Vec<Mark>,
    /// How many events there were when a blank last ended a row of heads.
    header_end: usize,
    /// Whether what comes next is a table of the edition 2014, and how that is written.
    legacy: Option<Legacy>,
}

/// How a table that is not read is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Legacy {
    Rows,
    Lines,
}

/// A line or cell whose text waits.
#[derive(Clone, Copy)]
struct Segment {
    start: usize,
    piece: u32,
    /// Where its piece starts in the text of the document.
    columns: Option<(u16, u16)>,
}

/// What is known of the open table row.
#[derive(Default)]
struct RowState {
    /// Its number; 0 outside of rows.
    number: u32,
    labelled: bool,
    /// （六）其他处理 stands in it, which may be its label.
    grouped: bool,
    values: usize,
    first_event: usize,
    texts: usize,
    /// Blanks before anything else: merged cells, or the first cells of a row without a label.
    blanks: Vec<Value>,
}

/// What a waiting character is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Part of a word of the form, or of a note behind one.
    Known,
    /// Punctuation, ordinals, parts of labels.
    Ignorable,
    Unknown,
}

impl Scanner<'_> {
    fn piece(&mut self, index: u32, piece: &Piece) {
        if self.is_legacy(index, piece) {
            return self.use_piece(index);
        }
        match piece.kind {
            PieceKind::Line => self.line(index, piece),
            PieceKind::Heading => {
                self.flush(false);
                self.line(index, piece);
                self.flush(false);
            }
            PieceKind::BlankLine => self.blank_line(index, piece),
            PieceKind::Table(_) => {}
            PieceKind::Row => {
                self.end_row();
                self.flush(false);
                self.rows += 1;
                self.out.shapes.push(Shape::default());
                self.run = false;
                self.row =
                    RowState { number: self.rows, first_event: self.out.events.len(), ..RowState::default() };
            }
            PieceKind::Cell { column, columns, .. } => self.cell(index, piece, (column, columns)),
            PieceKind::TableEnd => {
                self.end_row();
                self.row = RowState::default();
            }
        }
    }

    /// Whether a piece is of a table of the edition 2014. Its 主动公开情况 would be a section of the later
    /// form, and its rows would stand in the tables of that. It begins with heads of its own and goes on
    /// to a word that only the later forms have; in lines, also to the next sentence.
    fn is_legacy(&mut self, index: u32, piece: &Piece) -> bool {
        match piece.kind {
            PieceKind::Line | PieceKind::Heading | PieceKind::Cell { .. } => {}
            PieceKind::BlankLine => return self.legacy == Some(Legacy::Lines),
            PieceKind::Table(_) | PieceKind::Row | PieceKind::TableEnd => return false,
        }
        let text = self.document.piece_text(piece);
        let way = if self.row.number > 0 { Legacy::Rows } else { Legacy::Lines };
        if opens_legacy(text) {
            self.flush(false);
            (self.table, self.run, self.legacy) = (None, false, Some(way));
            self.event(EventKind::Break, index, (piece.start, piece.end), None);
            return true;
        }
        let Some(open) = self.legacy else { return false };
        if is_of_later_form(text) || open == Legacy::Lines && way == Legacy::Lines && is_prose(text) {
            self.legacy = None;
        }
        // Lines between the rows of such a table, or behind it, are prose.
        self.legacy.is_some() && (open == way || way == Legacy::Rows)
    }

    fn event(&mut self, kind: EventKind, piece: u32, at: (u32, u32), columns: Option<(u16, u16)>) {
        let row = self.row.number;
        self.out.events.push(Event { kind, table: self.table, piece, at, row, columns });
    }

    // ---- lines ----

    fn line(&mut self, index: u32, piece: &Piece) {
        if self.out.shapes.last().is_some_and(|shape| shape.width > 0) {
            // Rows on both sides of a line are no neighbours.
            self.rows += 1;
            self.out.shapes.push(Shape::default());
        }
        let text = self.document.piece_text(piece);
        if is_page_number(text) {
            self.use_piece(index);
            return;
        }
        if is_prose(text) {
            return self.prose(index, piece, text);
        }
        if !text.contains(is_value_start) {
            self.text(index, piece, 0..text.len(), None);
            return;
        }
        let tokens = tokens(text);
        let values = tokens.iter().filter(|token| token.is_value).count();
        let ends_in_value = tokens.last().is_some_and(|token| token.is_value);
        if values == 0 || !ends_in_value && values < Applicant::ALL.len() {
            return self.text(index, piece, 0..text.len(), None);
        }
        let mut at = 0;
        while at < tokens.len() {
            let kind = tokens[at].is_value;
            let end = at + tokens[at..].iter().take_while(|token| token.is_value == kind).count();
            let range = tokens[at].start..tokens[end - 1].end;
            if kind {
                self.values(index, piece, &tokens[at..end], end - at == tokens.len());
            } else {
                self.text(index, piece, range, None);
            }
            at = end;
        }
    }

    /// Prose: the last sentence may still be a heading or a label, when a page lost its line breaks.
    fn prose(&mut self, index: u32, piece: &Piece, text: &str) {
        self.flush(false);
        self.run = false;
        let at = (piece.start, piece.end);
        // Headings that open a paragraph change the table even when the paragraph goes on.
        if let Some(section) = opening_section(text) {
            self.enter(section);
            self.event(EventKind::Section(section), index, at, None);
        }
        self.event(EventKind::Break, index, at, None);
    }

    fn text(
        &mut self,
        index: u32,
        piece: &Piece,
        range: std::ops::Range<usize>,
        columns: Option<(u16, u16)>,
    ) {
        self.run = false;
        let text = &self.document.piece_text(piece)[range.clone()];
        let base = piece.start + u32::try_from(range.start).unwrap_or(0);
        self.segments.push(Segment { start: self.wait.len(), piece: index, columns });
        self.wait.push(text, base);
        if self.wait.len() > LONGEST_WAIT {
            self.flush(false);
        }
    }

    fn blank_line(&mut self, index: u32, piece: &Piece) {
        if self.table.is_none() {
            return;
        }
        self.flush(true);
        let after = self.out.events.last().map(|event| event.kind);
        if matches!(after, Some(EventKind::Row { .. })) || self.run {
            let at = (piece.start, piece.end);
            let value = Value { soft: true, ..value(Entry::Blank, index, at, None) };
            self.push_value(value, false);
        }
    }

    // ---- cells ----

    fn cell(&mut self, index: u32, piece: &Piece, columns: (u16, u16)) {
        let text = self.document.piece_text(piece);
        let in_row = self.row.number > 0;
        if let Some(shape) = self.out.shapes.last_mut().filter(|_| in_row) {
            shape.width = shape.width.max(u32::from(columns.0) + u32::from(columns.1));
        }
        let columns = in_row.then_some(columns);
        let at = (piece.start, piece.end);
        let entry = match printed(text) {
            Printed::Words if in_row && self.row.labelled && self.is_value_text(text) => {
                Entry::Unreadable(text.into())
            }
            Printed::Words if is_broken_number(text) => Entry::Unreadable(text.into()),
            Printed::Words => {
                self.row.texts += 1;
                self.text(index, piece, 0..text.len(), columns);
                if in_row {
                    self.flush(false);
                }
                return;
            }
            Printed::Blank if in_row && !self.row.labelled && !self.row.grouped && self.row.values == 0 => {
                return self.row.blanks.push(value(Entry::Blank, index, at, columns));
            }
            Printed::Blank if !in_row && self.ends_header() => return,
            Printed::Blank => Entry::Blank,
            Printed::Mark => Entry::Mark,
            Printed::Number(figure) => {
                let mut value = value(Entry::Value(figure.number), index, at, columns);
                (value.unit, value.joined) = (figure.unit, figure.joined);
                (value.split, value.signed) = (figure.split, figure.signed);
                value.cut = self.is_cut(at.1);
                self.row.values += 1;
                return self.push_value(value, in_row);
            }
        };
        self.row.values += usize::from(in_row);
        let cut = self.is_cut(at.1) && entry != Entry::Blank;
        self.push_value(Value { cut, ..value(entry, index, at, columns) }, in_row);
    }

    /// Whether a blank behind heads ends their row, where every cell has a line of its own. Only the
    /// first one can.
    fn ends_header(&mut self) -> bool {
        self.flush(false);
        let header = |event: &Event| {
            matches!(
                event.kind,
                EventKind::Head(_) | EventKind::ChallengeRow(_) | EventKind::Suits | EventKind::Article(_)
            )
        };
        let events = self.out.events.len();
        let ends = self.out.events.last().is_some_and(header) && self.header_end != events;
        self.header_end = events;
        ends
    }

    /// Whether words in a labelled row are what a value cell says, and no further label.
    fn is_value_text(&self, text: &str) -> bool {
        let folded = Folded::of(text);
        if is_digits_and_signs(text) {
            return true;
        }
        let has_word = (0..folded.len()).any(|at| word_at(&folded.chars, at).is_some());
        !has_word && !label::is_remnant(&folded.chars) && !folded.chars.starts_with(&['('])
    }

    fn end_row(&mut self) {
        if self.row.number == 0 {
            return;
        }
        self.flush(false);
        if self.table == Some(Table::Challenges) && self.row.texts == 0 && !self.row.blanks.is_empty() {
            // A row of blanks under the heads of table 四.
            let last = self.row.blanks.pop();
            last.into_iter().for_each(|last| self.push_value(last, true));
        }
        let row = self.row.number;
        let events = &mut self.out.events;
        let first = self.row.first_event.min(events.len());
        let labels =
            events[first..].iter().filter(|event| matches!(event.kind, EventKind::Row { .. })).count();
        let unknown = events[first..].iter().filter(|event| event.kind == EventKind::Unknown).count();
        let heads = events[first..].iter().any(|event| match event.kind {
            EventKind::Head(Head::Applicant(applicant)) => {
                applicant != Applicant::Total && applicant != Applicant::Other
            }
            EventKind::Head(Head::Proactive(_) | Head::Challenge(_) | Head::Organisations) => true,
            _ => false,
        });
        // A row of several labels or unknown words side by side is a header, though not the form's.
        if self.row.values == 0 && self.row.texts >= 3 && !heads && labels + unknown >= 3 {
            let (piece, at) = events[first..].first().map_or((0, (0, 0)), |event| (event.piece, event.at));
            events.truncate(first);
            let table = self.table;
            events.push(Event { kind: EventKind::ForeignHead, table, piece, at, row, columns: None });
        }
        self.row = RowState::default();
        self.run = false;
    }

    // ---- values ----

    fn values(&mut self, index: u32, piece: &Piece, tokens: &[Token], alone: bool) {
        let text = self.document.piece_text(piece);
        let solid = tokens.len() >= SOLID;
        if solid {
            self.flush(true);
            self.run = false;
        }
        for token in tokens {
            let at = (offset(piece.start, token.start), offset(piece.start, token.end));
            let mut value = value(Entry::Mark, index, at, None);
            let part = &text[token.start..token.end];
            match printed(part) {
                Printed::Number(figure) => {
                    value.entry = Entry::Value(figure.number);
                    (value.unit, value.split, value.signed) = (figure.unit, figure.split, figure.signed);
                }
                Printed::Words => value.entry = Entry::Unreadable(part.into()),
                Printed::Mark | Printed::Blank => {}
            }
            value.cut = self.is_cut(at.1);
            self.push(value, solid, alone);
        }
        if solid {
            self.run = false;
        }
    }

    fn is_cut(&self, end: u32) -> bool {
        self.document.is_open && end as usize == self.document.text.len()
    }

    fn push_value(&mut self, value: Value, solid: bool) {
        self.push(value, solid, self.row.number == 0 || self.row.texts == 0);
    }

    fn push(&mut self, value: Value, solid: bool, alone: bool) {
        self.flush(true);
        let blanks = std::mem::take(&mut self.row.blanks);
        if self.row.texts == 0 {
            blanks.into_iter().for_each(|blank| self.push_value(blank, solid));
        }
        let (piece, at, columns) = (value.piece, value.at, value.columns);
        self.out.values.push(value);
        let in_row = self.row.number;
        if let Some(Event { kind: EventKind::Values { count, solid: whole, .. }, row, .. }) =
            self.out.events.last_mut()
            && *row == in_row
            && (self.run && *whole == solid)
        {
            *count += 1;
        } else {
            let first = self.out.values.len() - 1;
            self.event(EventKind::Values { first, count: 1, solid, alone }, piece, at, columns);
        }
        if self.table.is_some() {
            self.use_piece(piece);
        }
        self.run = true;
    }

    fn use_piece(&mut self, piece: u32) {
        if let Some(used) = self.out.used.get_mut(piece as usize) {
            *used = true;
        }
    }

    // ---- words ----

    /// Tells the words of the waiting text.
    fn flush(&mut self, before_values: bool) {
        if self.segments.is_empty() {
            return;
        }
        let wait = std::mem::take(&mut self.wait);
        let segments = std::mem::take(&mut self.segments);
        self.words(&wait, &segments, before_values);
        self.wait = wait;
        self.segments = segments;
        self.wait.chars.clear();
        self.wait.starts.clear();
        self.segments.clear();
    }

    fn words(&mut self, wait: &Folded, segments: &[Segment], before_values: bool) {
        let mut found = Vec::new();
        let mut marks = std::mem::take(&mut self.marks);
        mark(wait, segments, &mut marks, &mut found);
        let mut at = 0;
        for (number, segment) in segments.iter().enumerate() {
            let end = segments.get(number + 1).map_or(wait.len(), |next| next.start);
            let view = View { wait, marks: &marks, segment, start: segment.start, end };
            let is_last = number + 1 == segments.len();
            let mut cursor = segment.start;
            let unknown = view.unknown();
            let mut heading = false;
            while let Some((word, range)) = found.get(at).filter(|(_, range)| range.start < end) {
                self.stretch(&view, cursor..range.start, false);
                heading |= matches!(word, Word::Section(_));
                self.word(&view, *word, range.clone(), unknown, before_values && is_last);
                cursor = range.end;
                at += 1;
            }
            self.stretch(&view, cursor.min(end)..end, before_values && is_last);
            if self.table.is_some() && !heading && unknown <= tolerated(end - segment.start) {
                self.use_piece(segment.piece);
            }
        }
        self.marks = marks;
    }

    /// Text between words: nothing, a part of a label, or something that the form does not know.
    fn stretch(&mut self, view: &View<'_>, range: std::ops::Range<usize>, before_values: bool) {
        if range.start >= range.end || self.table.is_none() {
            return;
        }
        let chars = &view.wait.chars[range.clone()];
        let known = |mark: &Mark| *mark == Mark::Known;
        let skip = if range.start == view.start { ordinal(chars) } else { 0 };
        if view.marks[range.clone()].iter().all(known)
            || !chars[skip..].iter().any(|&c| label::is_essential(c))
        {
            return;
        }
        if before_values || self.row.number > 0 {
            let table = self.table.unwrap_or(Table::Applications);
            if let Some(row) = label::alike_group(chars).filter(|_| table == Table::Challenges) {
                self.row.labelled = true;
                return self.emit(view, EventKind::ChallengeRow(row), range);
            }
            let part = label::beginning(chars, table).filter(|_| before_values);
            if let Some(row) = part.or_else(|| label::alike(chars, table)) {
                self.row.labelled = true;
                return self.emit(view, EventKind::Row { row, loose: part.is_none() }, range);
            }
        }
        let is_unknown = view.marks[range.clone()].contains(&Mark::Unknown);
        let line = &view.wait.chars[view.start..view.end];
        let opens = range.start < view.start + 4 && label::opens(line);
        self.emit(view, if is_unknown { EventKind::Unknown } else { EventKind::Remnant { opens } }, range);
    }

    fn emit(&mut self, view: &View<'_>, kind: EventKind, range: std::ops::Range<usize>) {
        let bytes = view.wait.bytes(range);
        let at = (u32::try_from(bytes.start).unwrap_or(0), u32::try_from(bytes.end).unwrap_or(0));
        if let (EventKind::Row { .. } | EventKind::OtherGroup, Some((column, _))) =
            (kind, view.segment.columns)
            && let Some(shape) = self.out.shapes.last_mut()
        {
            shape.label = Some(column.into());
        }
        self.event(kind, view.segment.piece, at, view.segment.columns);
    }

    fn word(
        &mut self,
        view: &View<'_>,
        word: Word,
        range: std::ops::Range<usize>,
        unknown: usize,
        before_values: bool,
    ) {
        let pure = unknown <= tolerated(view.end - view.start);
        let opens =
            view.marks[view.start.min(range.start)..range.start].iter().all(|mark| *mark == Mark::Ignorable);
        let kind = match word {
            Word::Section(section) if pure || opens && view.is_heading() => {
                self.enter(section);
                EventKind::Section(section)
            }
            Word::Article(article) if pure => {
                self.table = Some(Table::Proactive);
                EventKind::Article(article)
            }
            Word::ProactiveColumn(column) if pure => {
                self.table = Some(Table::Proactive);
                EventKind::Head(Head::Proactive(column))
            }
            Word::ProactiveRow(row)
                if self.table == Some(Table::Proactive) && (pure || opens && self.takes(before_values)) =>
            {
                self.row.labelled = true;
                EventKind::Row { row: RowKey::Proactive(row), loose: !pure }
            }
            Word::Row(row) if pure || opens && self.takes(before_values) => {
                if self.table.is_none() && row != Row::Received {
                    return;
                }
                self.table = Some(Table::Applications);
                self.row.labelled = true;
                EventKind::Row { row: RowKey::Applications(row), loose: !pure }
            }
            Word::Group(Group::Other) if pure && self.table == Some(Table::Applications) => {
                self.row.grouped = true;
                EventKind::OtherGroup
            }
            Word::Applicant(applicant) if pure => match self.head(applicant) {
                Some(kind) => kind,
                None => return,
            },
            Word::Organisations if pure => {
                self.table = Some(Table::Applications);
                EventKind::Head(Head::Organisations)
            }
            Word::Filler if pure && self.table == Some(Table::Applications) => EventKind::ApplicantsHeader,
            Word::ChallengeRow(row) if pure && self.table.is_some() => {
                self.table = Some(Table::Challenges);
                self.row.labelled = true;
                EventKind::ChallengeRow(row)
            }
            Word::Suits if pure && self.table.is_some() => {
                self.table = Some(Table::Challenges);
                EventKind::Suits
            }
            Word::ChallengeColumn(column) if pure => {
                self.table = Some(Table::Challenges);
                EventKind::Head(Head::Challenge(column))
            }
            _ => return,
        };
        self.emit(view, kind, range);
    }

    /// Whether an impure label is still one: its row or line goes on with values.
    fn takes(&self, before_values: bool) -> bool {
        before_values || self.row.number > 0
    }

    fn head(&mut self, applicant: Applicant) -> Option<EventKind> {
        if self.table == Some(Table::Challenges) && applicant == Applicant::Total {
            return Some(EventKind::Head(Head::Challenge(ChallengeColumn::Total)));
        }
        if !matches!(applicant, Applicant::Total | Applicant::Other) {
            self.table = Some(Table::Applications);
        }
        (self.table == Some(Table::Applications)).then_some(EventKind::Head(Head::Applicant(applicant)))
    }

    fn enter(&mut self, section: SectionKind) {
        self.table = Table::ALL.iter().copied().find(|table| table.section() == section);
        self.run = false;
    }
}

fn value(entry: Entry, piece: u32, at: (u32, u32), columns: Option<(u16, u16)>) -> Value {
    Value {
        entry,
        unit: None,
        joined: false,
        split: false,
        signed: false,
        soft: false,
        cut: false,
        piece,
        at,
        columns,
    }
}

fn offset(base: u32, at: usize) -> u32 {
    base + u32::try_from(at).unwrap_or(0)
}

/// How many characters a line may have beside words of the form.
fn tolerated(length: usize) -> usize {
    (length / 5).clamp(2, 6)
}

/// One waiting line, with what its characters are.
struct View<'a> {
    wait: &'a Folded,
    marks: &'a [Mark],
    segment: &'a Segment,
    start: usize,
    end: usize,
}

impl View<'_> {
    fn unknown(&self) -> usize {
        self.marks[self.start..self.end].iter().filter(|mark| **mark == Mark::Unknown).count()
    }

    /// Whether the line opens with an ordinal of a section and is short enough for a heading.
    fn is_heading(&self) -> bool {
        const LONGEST: usize = 45;
        let chars = &self.wait.chars[self.start..self.end];
        let dirt = chars.iter().take_while(|c| matches!(c, '|' | '丨' | 'l' | '1' | '(')).count();
        let ordinal = chars.get(dirt).is_some_and(|&c| label::is_ordinal(c));
        ordinal && chars.len() <= LONGEST
    }
}

/// Whether a word such as 其他 is here but a part of a longer label on its line.
fn is_inside_label(chars: &[char], found: &Found, start: usize, end: usize) -> bool {
    if !matches!(found.word, Word::Applicant(Applicant::Other | Applicant::Total)) {
        return false;
    }
    let at = &found.at;
    let before = at.start > start && label::is_pair(chars[at.start - 1], chars[at.start]);
    before || at.end < end && label::is_pair(chars[at.end - 1], chars[at.end])
}

/// Tells for every waiting character what it is, and lists the words.
fn mark(
    wait: &Folded,
    segments: &[Segment],
    marks: &mut Vec<Mark>,
    found: &mut Vec<(Word, std::ops::Range<usize>)>,
) {
    let chars = &wait.chars;
    marks.clear();
    marks.resize(chars.len(), Mark::Unknown);
    let (mut at, mut segment, mut labelled) = (0, 0, false);
    while at < chars.len() {
        while segments.get(segment + 1).is_some_and(|next| next.start <= at) {
            segment += 1;
        }
        let bound = segments.get(segment + 1).map_or(chars.len(), |next| next.start);
        let start = segments[segment].start;
        if let Some(word) = word_at(chars, at).filter(|word| !is_inside_label(chars, word, start, bound)) {
            marks[word.at.clone()].fill(Mark::Known);
            at = word.at.end;
            labelled = true;
            found.push((word.word, word.at));
        } else if let Some(length) = note(&chars[at..]).filter(|_| labelled) {
            marks[at..at + length].fill(Mark::Known);
            at += length;
        } else if opens_note(&chars[at..]) && labelled {
            // A note that does not close goes on after the numbers.
            marks[at..bound].fill(Mark::Known);
            at = bound;
        } else {
            at += 1;
        }
    }
    // What is left: ordinals and punctuation, parts of labels, or unknown.
    let (mut start, mut segment) = (0, 0);
    while start < chars.len() {
        if marks[start] == Mark::Known {
            start += 1;
            continue;
        }
        while segments.get(segment + 1).is_some_and(|next| next.start <= start) {
            segment += 1;
        }
        let bound = segments.get(segment + 1).map_or(chars.len(), |next| next.start);
        let end = start + marks[start..bound].iter().take_while(|mark| **mark != Mark::Known).count();
        let start_of_line = segments[segment].start == start;
        let skip = if start_of_line { ordinal(&chars[start..end]) } else { 0 };
        let rest = &chars[start + skip..end];
        let essential: Vec<char> = rest.iter().copied().filter(|&c| label::is_essential(c)).collect();
        if label::is_remnant(&essential) || label::is_remnant(rest) {
            marks[start..end].fill(Mark::Ignorable);
        } else {
            for index in start..end {
                let unknown = index >= start + skip && label::is_essential(chars[index]);
                marks[index] = if unknown { Mark::Unknown } else { Mark::Ignorable };
            }
        }
        start = end;
    }
}

/// The length of an ordinal that opens a line: 一、 (一) 1. and the like.
fn ordinal(chars: &[char]) -> usize {
    let length = chars
        .iter()
        .take_while(|&&c| {
            label::is_ordinal(c) || c.is_ascii_digit() || matches!(c, '(' | ')' | '.' | '、' | '第')
        })
        .count();
    length.min(6)
}

fn is_bracketed_ordinal(chars: &[char]) -> bool {
    let inner =
        chars[1..].iter().take(3).take_while(|&&c| label::is_ordinal(c) || c.is_ascii_digit()).count();
    inner > 0 && chars.get(1 + inner) == Some(&')')
}

/// Whether a bracket opens a note, and neither an ordinal nor 行政诉讼（复议后起诉）.
fn opens_note(chars: &[char]) -> bool {
    let is_group = || word_at(chars, 1).is_some_and(|found| matches!(found.word, Word::ChallengeRow(_)));
    chars.first() == Some(&'(') && !is_bracketed_ordinal(chars) && !is_group()
}

/// The length of a note in brackets.
fn note(chars: &[char]) -> Option<usize> {
    if !opens_note(chars) {
        return None;
    }
    let mut depth = 0;
    for (at, c) in chars.iter().take(LONGEST_NOTE).enumerate() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// The section whose heading opens a paragraph.
fn opening_section(text: &str) -> Option<SectionKind> {
    const LOOKED_AT: usize = 40;
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(end, _)| end);
    let folded = Folded::of(&text[..end]);
    let skip = ordinal(&folded.chars);
    if skip == 0 {
        return None;
    }
    match word_at(&folded.chars, skip)?.word {
        Word::Section(section) => Some(section),
        _ => None,
    }
}

/// The first head of the edition 2014's table, alone or with the others on its line: 统计指标 单位 统计数.
fn opens_legacy(text: &str) -> bool {
    const LONGEST: usize = 96;
    let bare = text.trim_start();
    if !bare.starts_with(['统', '統']) || bare.len() > LONGEST {
        return false;
    }
    let folded = Folded::of(bare).text();
    let rest = folded.strip_prefix("统计指标").or_else(|| folded.strip_prefix("统计指標"));
    rest.is_some_and(|rest| {
        ["单位", "计量单位", "统计", "数量"].iter().any(|head| rest.starts_with(head)) || rest.is_empty()
    })
}

/// Whether a line or cell opens with a word that the table of the edition 2014 cannot have.
fn is_of_later_form(text: &str) -> bool {
    const LOOKED_AT: usize = 60;
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(end, _)| end);
    let folded = Folded::of(&text[..end]);
    let Some(found) = word_at(&folded.chars, ordinal(&folded.chars)) else { return false };
    match found.word {
        // The short title of section 二 is a row there.
        Word::Section(section) => {
            section != SectionKind::Proactive || found.at.len() > "主动公开情况".chars().count()
        }
        Word::Applicant(applicant) => !matches!(applicant, Applicant::Other | Applicant::Total),
        Word::Article(_) | Word::ProactiveColumn(_) | Word::Organisations | Word::ChallengeColumn(_) => true,
        Word::Row(row) => row == Row::Received,
        _ => false,
    }
}

/// A blank-separated part of a line.
struct Token {
    start: usize,
    end: usize,
    is_value: bool,
}

/// Digits and signs that make no number (`171,11`): no label, and no ordinal (`1.`) either.
fn is_broken_number(text: &str) -> bool {
    const ORDINAL: usize = 2;
    if !text.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)) {
        return false;
    }
    let folded = Folded::of(text);
    let digits = folded.chars.iter().filter(|c| c.is_ascii_digit()).count();
    let rest = &folded.chars[digits.min(folded.len())..];
    let is_ordinal = digits <= ORDINAL && matches!(rest, ['.' | ')' | '、' | ','] | [')', ..]);
    !is_ordinal && is_digits_and_signs(text) && !folded.chars.contains(&'(')
}

fn is_digits_and_signs(text: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    text.contains(digit) && !text.contains(char::is_alphabetic)
}

fn is_value_start(c: char) -> bool {
    c.is_ascii_digit()
        || ('０'..='９').contains(&c)
        || matches!(
            c,
            '-' | '—' | '－' | '/' | '+' | '＋' | ',' | '，' | '.' | '增' | '减' | '无' | '空' | '不' | '×'
        )
}

/// The parts of a line. A number that goes on as prose (2023 年) is no value.
fn tokens(text: &str) -> Vec<Token> {
    const GOES_ON: &str = "年月日时件条宗起份项次个人期%％号级名家部份元万亿处篇场类章款";
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    for part in text.split(char::is_whitespace) {
        let (start, end) = (at, at + part.len());
        at = end + text[end..].chars().next().map_or(0, char::len_utf8);
        if part.is_empty() {
            continue;
        }
        let is_value = part.starts_with(is_value_start)
            && (matches!(printed(part), Printed::Number(_) | Printed::Mark) || is_broken_number(part));
        if !is_value
            && part.starts_with(|c| GOES_ON.contains(c))
            && let Some(before) = tokens.last_mut()
        {
            before.is_value = false;
        }
        tokens.push(Token { start, end, is_value });
    }
    // What looks like an ordinal (7.) right before a number is a part of it.
    for at in 1..tokens.len() {
        let before = &text[tokens[at - 1].start..tokens[at - 1].end];
        if tokens[at].is_value && is_digits_and_signs(before) {
            tokens[at - 1].is_value = true;
        }
    }
    tokens
}

/// A sentence, not a label: it ends in the middle, or it is long.
fn is_prose(text: &str) -> bool {
    let certain = text.len() > LONG_LINE * char::MAX.len_utf8();
    certain
        || text.contains(['。', '；', '！', '？'])
        || text.len() > LONG_LINE && text.chars().count() > LONG_LINE
}

/// `- 3 -`, `— 4 —`, `第 3 页`.
fn is_page_number(text: &str) -> bool {
    if text.len() > 32 {
        return false;
    }
    let dash = |c: char| matches!(c, '-' | '—' | '－' | '–' | '―');
    let bare = text.trim();
    if let (Some(rest), true) = (bare.strip_prefix(dash), bare.ends_with(dash)) {
        let inner = rest.trim_matches(|c: char| dash(c) || c.is_whitespace());
        return !inner.is_empty() && inner.chars().all(|c| c.is_ascii_digit());
    }
    let page = bare.strip_prefix('第').and_then(|rest| rest.strip_suffix('页'));
    page.is_some_and(|inner| inner.trim().chars().all(|c| c.is_ascii_digit()))
}
