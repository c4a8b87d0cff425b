//! What a page shows: characters, ruling lines and pictures, each with its place.
//!
//! Places are in points from the upper left corner of the page as it is shown: turned and cropped.

use super::radicals;
use super::rules::{self, Rules};
use super::shade::Shade;
use hayro_interpret::font::{Glyph as Shown, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{Pdf, page::Page};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, interpret_page,
};

/// What one page shows.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The characters, in the order in which they are drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// The ruling lines.
    pub(super) rules: Rules,
    /// The share of the page that pictures cover, the largest one.
    pub(super) picture: f64,
    /// How many shapes with curves are filled: text may have been turned into them.
    pub(super) curves: usize,
    /// How many characters stand there of which nobody says what they are.
    pub(super) unmapped: usize,
}

/// One character.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    /// What it is; U+FFFD if the font does not say.
    pub(super) c: char,
    /// The room that it takes: its advance wide, its size high.
    pub(super) area: Rect,
    /// The line it stands on.
    pub(super) base: f64,
    /// The size of its font.
    pub(super) size: f64,
    /// Which way its text runs.
    run: Run,
}

/// Which way a text runs on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    Right,
    Down,
    Left,
    Up,
}

/// Draws a page onto a sheet, which holds `room` characters and lines at most; none if it would hold more.
pub(super) fn sheet<'a>(
    pdf: &'a Pdf,
    page: &Page<'a>,
    fonts: &InterpreterCache<'a>,
    room: usize,
) -> Option<Sheet> {
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let upright = Affine::new(page.initial_transform(true).as_coeffs());
    // Notes, links and stamps are not what the report says.
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..Default::default() };
    let mut context = Context::new(upright, bounds, fonts, pdf.xref(), settings);
    let mut pen = Pen {
        sheet: Sheet::default(),
        bounds,
        clips: Vec::new(),
        faint: Vec::new(),
        grounds: Vec::new(),
        room,
    };
    interpret_page(page, &mut context, &mut pen);
    (pen.count() <= room).then(|| pen.sheet.upright(bounds))
}

/// What takes down what is drawn.
struct Pen {
    sheet: Sheet,
    bounds: Rect,
    /// What is cut away, innermost last.
    clips: Vec<Rect>,
    /// For each group that is open, whether it is transparent all through.
    faint: Vec<bool>,
    /// Dark grounds on which white text is seen.
    grounds: Vec<Rect>,
    room: usize,
}

/// The highest and the deepest that a character reaches, in thousandths of its size.
const ASCENT: f64 = 880.0;
const DESCENT: f64 = -120.0;

impl Pen {
    fn count(&self) -> usize {
        self.sheet.glyphs.len() + self.sheet.rules.len()
    }

    fn is_full(&self) -> bool {
        self.count() > self.room
    }

    fn clip(&self) -> Rect {
        self.clips.last().copied().unwrap_or(self.bounds)
    }

    fn glyph(&mut self, glyph: &Shown<'_>, place: Affine, is_white: bool) {
        let (unicode, advance) = match glyph {
            Shown::Outline(glyph) => (glyph.as_unicode(), glyph.advance_width()),
            Shown::Type3(glyph) => (glyph.as_unicode(), glyph.advance_width()),
        };
        let advance = advance.map_or(500.0, f64::from);
        let Some((run, size)) = run(place) else { return };
        let area = place.transform_rect_bbox(Rect::new(0.0, DESCENT, advance.max(1.0), ASCENT));
        if !area.is_finite() || !self.clip().contains(area.center()) {
            return;
        }
        if is_white && !self.grounds.iter().any(|ground| ground.contains(area.center())) {
            return;
        }
        let base = (place * Point::ZERO).y;
        let mut push = |c: char, area: Rect| {
            let c = radicals::character(c);
            self.sheet.glyphs.push(Glyph { c, area, base, size, run });
        };
        match unicode {
            Some(BfString::Char(c)) if is_told(c) => push(c, area),
            Some(BfString::String(text)) if !text.is_empty() && text.chars().all(is_told) => {
                spread(&text, area, push);
            }
            // A blank needs no name.
            _ if is_blank(glyph) => push(' ', area),
            _ => {
                push(char::REPLACEMENT_CHARACTER, area);
                self.sheet.unmapped += 1;
            }
        }
    }

    /// A dark surface, or a line if it is thin.
    fn fill(&mut self, part: Rect, is_white: bool) {
        const GROUNDS: usize = 1024;
        let part = part.intersect(self.clip());
        if !self.sheet.rules.bar(part) && !is_white && self.grounds.len() < GROUNDS {
            self.grounds.push(part);
        }
    }
}

/// Whether a font says of a character what it is.
fn is_told(c: char) -> bool {
    c != char::REPLACEMENT_CHARACTER && c != '\0'
}

/// Whether nothing is drawn for a character.
fn is_blank(glyph: &Shown<'_>) -> bool {
    matches!(glyph, Shown::Outline(glyph) if glyph.outline().is_empty())
}

/// One sign that stands for several characters (`ﬁ`): each has its share of the room.
fn spread(text: &str, area: Rect, mut push: impl FnMut(char, Rect)) {
    let count = text.chars().count();
    for (at, c) in text.chars().enumerate() {
        let x = |at: usize| area.x0 + area.width() * at as f64 / count as f64;
        push(c, Rect { x0: x(at), x1: x(at + 1), ..area });
    }
}

/// Which way a text runs, and its size; none for one that runs aslant, such as a watermark.
fn run(place: Affine) -> Option<(Run, f64)> {
    let [a, b, c, d, ..] = place.as_coeffs();
    let size = c.hypot(d) * 1000.0;
    let run = if b.abs() <= 0.1 * a.abs() {
        if a > 0.0 { Run::Right } else { Run::Left }
    } else if a.abs() <= 0.1 * b.abs() {
        if b > 0.0 { Run::Down } else { Run::Up }
    } else {
        return None;
    };
    (size.is_finite() && size > 0.0).then_some((run, size))
}

impl<'a> Device<'a> for Pen {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        if self.is_full() || self.faint.contains(&true) {
            return;
        }
        let shade = Shade::of(&props.paint);
        if shade == Shade::None {
            return;
        }
        let path = props.transform * path.clone();
        if let DrawMode::Fill(_) | DrawMode::FillAndStroke(..) = mode {
            self.sheet.curves += usize::from(rules::has_curves(&path));
            for part in rules::parts(&path) {
                self.fill(part, shade == Shade::White);
            }
        }
        if let DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) = mode {
            let width = f64::from(stroke.line_width) * props.transform.determinant().abs().sqrt();
            for line in rules::strokes(&path, width) {
                self.fill(line, true);
            }
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.push_clip_rect(&clip.path.bounding_box());
    }

    fn push_clip_rect(&mut self, clip: &Rect) {
        self.clips.push(self.clip().intersect(*clip));
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(&mut self, opacity: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.faint.push(opacity <= 0.0);
    }

    fn pop_transparency_group(&mut self) {
        self.faint.pop();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        // Text that is not shown lies over a scanned picture: a program has guessed it, digits and all.
        if matches!(mode, DrawMode::Invisible) || self.faint.contains(&true) {
            return;
        }
        let shade = Shade::of(&props.paint);
        for glyph in run.glyphs() {
            if self.is_full() || shade == Shade::None {
                return;
            }
            self.glyph(glyph, props.transform * glyph.transform(), shade == Shade::White);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let pixels = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let part = props.transform.transform_rect_bbox(pixels).intersect(self.clip());
        if self.is_full() || self.faint.contains(&true) || !part.is_finite() {
            return;
        }
        self.fill(part, false);
        let share = part.area() / self.bounds.area().max(1.0);
        self.sheet.picture = self.sheet.picture.max(share);
    }
}

impl Sheet {
    /// The sheet turned so that most of its text runs to the right: wide tables are printed sideways.
    fn upright(mut self, bounds: Rect) -> Self {
        let count = |run: Run| self.glyphs.iter().filter(|glyph| glyph.run == run).count();
        let runs = [Run::Right, Run::Down, Run::Left, Run::Up];
        let most = runs.into_iter().rev().max_by_key(|&run| count(run)).unwrap_or(Run::Right);
        let turn = match most {
            Run::Right => return self,
            Run::Down => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, bounds.x1]),
            Run::Up => Affine::new([0.0, 1.0, -1.0, 0.0, bounds.y1, 0.0]),
            Run::Left => Affine::new([-1.0, 0.0, 0.0, -1.0, bounds.x1, bounds.y1]),
        };
        for glyph in &mut self.glyphs {
            glyph.area = turn.transform_rect_bbox(glyph.area);
            glyph.base = glyph.area.y1 + DESCENT / 1000.0 * glyph.size;
        }
        self.rules = self.rules.turned(turn);
        self
    }
}

/// A character for tests.
#[cfg(test)]
pub(super) fn testing(c: char, area: Rect, base: f64, size: f64) -> Glyph {
    Glyph { c, area, base, size, run: Run::Right }
}
