//! The words of the form in waiting text.

use super::super::event::{EventKind, Head, RowKey};
use super::super::label;
use super::marks::{Mark, mark, ordinal};
use super::{Scanner, Segment};
use crate::form::{Applicant, ChallengeColumn, Group, Row, SectionKind, Table};
use crate::read::Folded;
use crate::read::vocabulary::Word;

impl Scanner<'_> {
    /// Tells the words of the waiting text.
    pub(super) fn flush(&mut self, before_values: bool) {
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

    pub(super) fn words(&mut self, wait: &Folded, segments: &[Segment], before_values: bool) {
        let mut found = std::mem::take(&mut self.found);
        let mut marks = std::mem::take(&mut self.marks);
        mark(wait, segments, false, &mut marks, &mut found);
        let mut at = 0;
        for (number, segment) in segments.iter().enumerate() {
            let end = segments.get(number + 1).map_or(wait.len(), |next| next.start);
            let view = View { wait, marks: &marks, segment, start: segment.start, end };
            let is_last = number + 1 == segments.len();
            let mut cursor = segment.start;
            let unknown = view.unknown();
            let words = found[at..].iter().take_while(|(_, range)| range.start < end);
            let has_title = words.clone().any(|(word, _)| matches!(word, Word::Section(_)));
            if self.row.number == 0
                && !has_title
                && view.is_heading()
                && label::is_title_of_challenges(view.chars())
            {
                // Its words would be taken for groups of the table.
                at += words.count();
                self.enter(SectionKind::Challenges);
                self.emit(&view, EventKind::Section(SectionKind::Challenges), segment.start..end);
                continue;
            }
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
        self.found = found;
    }

    /// Text between words: nothing, a part of a label, or something that the form does not know.
    pub(super) fn stretch(&mut self, view: &View<'_>, range: std::ops::Range<usize>, before_values: bool) {
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

    pub(super) fn emit(&mut self, view: &View<'_>, kind: EventKind, range: std::ops::Range<usize>) {
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

    pub(super) fn word(
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
            Word::Group(_) | Word::Outcomes if pure && self.table == Some(Table::Applications) => {
                EventKind::Group
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
            // Outside of tables 行政复议 may be anything: the heads of table 四 below it decide.
            Word::ChallengeRow(row) if pure => {
                if self.table.is_some() {
                    self.table = Some(Table::Challenges);
                    self.row.labelled = true;
                }
                EventKind::ChallengeRow(row)
            }
            Word::Suits if pure => {
                self.table = self.table.and(Some(Table::Challenges));
                EventKind::Suits
            }
            Word::ChallengeColumn(column) if pure => {
                self.adopt_groups(view.segment.piece);
                self.table = Some(Table::Challenges);
                EventKind::Head(Head::Challenge(column))
            }
            _ => return,
        };
        self.emit(view, kind, range);
    }

    /// Gives table 四 the groups that stand outside of any table right before its heads.
    fn adopt_groups(&mut self, heads: u32) {
        const NEAR: u32 = 16;
        let (mut next, mut groups) = (heads, Vec::new());
        for event in self.out.events.iter_mut().rev() {
            let group = match event.kind {
                EventKind::ChallengeRow(row) => Some(row),
                EventKind::Suits => None,
                _ => return,
            };
            // The same again, or one far away, is a word of something else.
            let again = group.is_some_and(|row| groups.contains(&row));
            if event.table.is_some() || again || event.piece + NEAR < next {
                return;
            }
            groups.extend(group);
            next = event.piece;
            event.table = Some(Table::Challenges);
            if let Some(used) = self.out.used.get_mut(event.piece as usize) {
                *used = true;
            }
        }
    }

    /// Whether an impure label is still one: its row or line goes on with values.
    pub(super) fn takes(&self, before_values: bool) -> bool {
        before_values || self.row.number > 0
    }

    pub(super) fn head(&mut self, applicant: Applicant) -> Option<EventKind> {
        if self.table == Some(Table::Challenges) && applicant == Applicant::Total {
            return Some(EventKind::Head(Head::Challenge(ChallengeColumn::Total)));
        }
        if !matches!(applicant, Applicant::Total | Applicant::Other) {
            self.table = Some(Table::Applications);
        }
        (self.table == Some(Table::Applications)).then_some(EventKind::Head(Head::Applicant(applicant)))
    }

    pub(super) fn enter(&mut self, section: SectionKind) {
        self.table = section.table();
        self.run = false;
    }
}

/// How many characters a line may have beside words of the form.
pub(super) fn tolerated(length: usize) -> usize {
    (length / 5).clamp(2, 6)
}

/// One waiting line, with what its characters are.
pub(super) struct View<'a> {
    wait: &'a Folded,
    marks: &'a [Mark],
    segment: &'a Segment,
    start: usize,
    end: usize,
}

impl View<'_> {
    fn chars(&self) -> &[char] {
        &self.wait.chars[self.start..self.end]
    }

    pub(super) fn unknown(&self) -> usize {
        self.marks[self.start..self.end].iter().filter(|mark| **mark == Mark::Unknown).count()
    }

    /// Whether the line opens with an ordinal of a section and is short enough for a heading.
    pub(super) fn is_heading(&self) -> bool {
        const LONGEST: usize = 45;
        let chars = self.chars();
        let dirt = chars.iter().take_while(|c| matches!(c, '|' | '丨' | 'l' | '1' | '(')).count();
        let ordinal = chars.get(dirt).is_some_and(|&c| label::is_ordinal(c));
        ordinal && chars.len() <= LONGEST
    }
}
