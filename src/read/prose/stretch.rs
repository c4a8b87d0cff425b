//! Where prose was printed: the stretches of the page that its paragraphs and headings were put together from.

use super::outline::At;
use super::text::bare;
use crate::form::SectionKind;
use crate::read::Reading;
use crate::report::{Passage, Report};
use crate::source::Document;

/// A stretch of one line that became part of a paragraph, or the heading of a section.
#[derive(Debug, Clone, Copy)]
struct Stretch<'d> {
    /// The paragraph, by its number on the page within its section; none for the section's heading.
    paragraph: Option<usize>,
    /// Where in the paragraph the stretch begins.
    at: usize,
    /// Its text, which is a part of the page's.
    text: &'d str,
}

/// The stretches of what stands before section 一, and of each section, in the order of the page.
#[derive(Debug, Default)]
pub(super) struct Stretches<'d>([Part<'d>; 7]);

#[derive(Debug, Default)]
struct Part<'d> {
    stretches: Vec<Stretch<'d>>,
    paragraphs: usize,
}

impl<'d> Stretches<'d> {
    /// A paragraph begins with a text.
    pub(super) fn begin(&mut self, at: At, text: &'d str) {
        if let Some(part) = self.part(at) {
            let paragraph = Some(part.paragraphs);
            part.paragraphs += 1;
            part.stretches.push(Stretch { paragraph, at: 0, text });
        }
    }

    /// The last paragraph, which is so long, goes on with a text.
    pub(super) fn go_on(&mut self, at: At, length: usize, text: &'d str) {
        if let Some(part) = self.part(at) {
            let paragraph = part.paragraphs.checked_sub(1);
            part.stretches.push(Stretch { paragraph, at: length, text });
        }
    }

    /// A section has a heading.
    pub(super) fn heading(&mut self, at: At, text: &'d str) {
        if let Some(part) = self.part(at) {
            part.stretches.push(Stretch { paragraph: None, at: 0, text: bare(text) });
        }
    }

    fn part(&mut self, at: At) -> Option<&mut Part<'d>> {
        match at {
            At::Front => self.0.first_mut(),
            At::In(kind) => self.0.get_mut(kind as usize + 1),
            At::Past => None,
        }
    }

    /// Tells the reading where its prose stands. What was moved to another section is not known.
    pub(super) fn tell(self, document: &Document<'_>, reading: &mut Reading) {
        let sections = std::iter::once(None).chain(SectionKind::ALL.iter().copied().map(Some));
        for (section, part) in sections.zip(self.0) {
            let paragraphs: Vec<_> = reading.report.paragraphs(section).collect();
            let places = part.stretches.iter().filter_map(|stretch| {
                let passage = stretch.passage(section, &reading.report, &paragraphs)?;
                Some((passage, document.place_of(stretch.text)?))
            });
            reading.places.add_prose(places);
        }
    }
}

impl Stretch<'_> {
    /// Where the stretch is in the report, if it still is there.
    fn passage(&self, section: Option<SectionKind>, report: &Report, paragraphs: &[&str]) -> Option<Passage> {
        let end = self.at + self.text.len();
        let (passage, text) = match (self.paragraph, section) {
            (Some(paragraph), _) => {
                (Passage::new(section, paragraph, self.at, end), *paragraphs.get(paragraph)?)
            }
            (None, Some(kind)) => {
                (Passage::heading(report, kind)?, report.narrative(kind).heading.as_deref()?)
            }
            (None, None) => return None,
        };
        (text.get(self.at..end)? == self.text).then_some(passage)
    }
}

#[cfg(test)]
mod tests {
    use crate::form::SectionKind;
    use crate::report::Passage;
    use crate::{Options, read::read_str};

    /// The text at the place of the first `words` of the overview.
    fn at_place(page: &str, words: &str) -> (String, Option<(usize, usize)>) {
        let reading = read_str(page, &Options::default()).expect("a report");
        let section = Some(SectionKind::Overview);
        let found = reading.report.paragraphs(section).enumerate().find_map(|(number, text)| {
            let start = text.find(words)?;
            Some(Passage::new(section, number, start, start + words.len()))
        });
        let place = reading.place(found.expect("the words")).expect("a place");
        let text = place.start.zip(place.end).map_or("", |(start, end)| &page[start..end]);
        (text.to_owned(), place.line.zip(place.column))
    }

    #[test]
    fn words_of_a_paragraph_know_their_line_and_column() {
        let page = "某县2023年政府信息公开工作年度报告\n一、总体情况\n　　全年工作平稳。\n（一）主动公开\n 共收到3件。\n";
        assert_eq!(at_place(page, "收到3件"), ("收到3件".to_owned(), Some((5, 3))));
        assert_eq!(at_place(page, "全年工作平稳。"), ("全年工作平稳。".to_owned(), Some((3, 3))));
    }

    #[test]
    fn words_may_stand_on_two_lines() {
        let full = "本".repeat(28);
        let page = format!(
            "某县2023年政府信息公开工作年度报告\n一、总体情况\n{full}\n{full}\n{full}\n{full}甲\n乙了。\n"
        );
        assert_eq!(at_place(&page, "甲乙").0, "甲\n乙");
        assert_eq!(at_place(&page, "甲").0, "甲");
        assert_eq!(at_place(&page, "乙"), ("乙".to_owned(), Some((7, 1))));
    }

    #[cfg(feature = "html")]
    #[test]
    fn headings_have_places_and_web_pages_have_lines() {
        let page = "<title>某县2023年政府信息公开工作年度报告</title>\n<h1>某县2023年政府信息公开工作年度报告</h1>\n<p>一、总体情况</p>\n<p>收到3件。</p>";
        let reading = read_str(page, &Options::default()).expect("a report");
        let heading = Passage::heading(&reading.report, SectionKind::Overview).expect("a heading");
        assert_eq!(reading.place(heading).and_then(|place| place.line), Some(3));
        assert_eq!(at_place(page, "3件").1, None);
    }
}
