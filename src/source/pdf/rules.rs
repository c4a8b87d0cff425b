//! Ruling lines, however they are drawn: as strokes, as thin rectangles, as frames, as rows of dots.

use hayro_interpret::kurbo::{Affine, BezPath, PathEl, PathSeg, Rect, Shape};

/// The ruling lines of a page.
#[derive(Debug, Default)]
pub(super) struct Rules {
    /// Those that run from left to right.
    pub(super) across: Vec<Line>,
    /// Those that run from top to bottom.
    pub(super) down: Vec<Line>,
}

/// A straight line along an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    /// How far from the other axis it stands.
    pub(super) at: f64,
    /// Where it begins.
    pub(super) from: f64,
    /// Where it ends.
    pub(super) to: f64,
}

/// What is thicker, in points, is a surface and no line.
const THICK: f64 = 4.0;

impl Rules {
    pub(super) fn len(&self) -> usize {
        self.across.len() + self.down.len()
    }

    /// Takes a surface for a line if it is thin, and says whether it was.
    pub(super) fn bar(&mut self, part: Rect) -> bool {
        let (width, height) = (part.width(), part.height());
        if !part.is_finite() || width < 0.0 || height < 0.0 {
            return true;
        }
        let (is_low, is_narrow) = (height <= THICK, width <= THICK);
        // A dot may belong to a dotted line of either direction.
        if is_low && (width >= height || is_narrow) {
            self.across.push(Line { at: part.center().y, from: part.x0, to: part.x1 });
        }
        if is_narrow && (height >= width || is_low) {
            self.down.push(Line { at: part.center().x, from: part.y0, to: part.y1 });
        }
        is_low || is_narrow
    }

    /// The lines on a page that is turned by a quarter or a half.
    pub(super) fn turned(self, turn: Affine) -> Self {
        let mut turned = Self::default();
        let across = self.across.iter().map(|line| Rect::new(line.from, line.at, line.to, line.at));
        let down = self.down.iter().map(|line| Rect::new(line.at, line.from, line.at, line.to));
        for line in across.chain(down) {
            turned.bar(turn.transform_rect_bbox(line));
        }
        turned
    }
}

/// The surfaces of a filled path, each by its bounds; of one that lies close around another, the four sides
/// that are between them.
pub(super) fn parts(path: &BezPath) -> Vec<Rect> {
    let mut parts: Vec<Rect> = Vec::new();
    for shape in shapes(path) {
        match parts.last().copied().filter(|outer| is_frame(*outer, shape)) {
            Some(outer) => {
                parts.pop();
                parts.extend(sides(outer, shape));
            }
            None => parts.push(shape),
        }
    }
    parts
}

/// The bounds of each closed shape of a path.
fn shapes(path: &BezPath) -> impl Iterator<Item = Rect> {
    let elements = path.elements();
    let is_start = |at: &usize| matches!(elements[*at], PathEl::MoveTo(_));
    let starts: Vec<usize> = (0..elements.len()).filter(is_start).collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([elements.len()]).collect();
    let bounds = |(start, end): (usize, usize)| {
        let mut points = elements[start..end].iter().filter_map(|element| element.end_point());
        let first = points.next()?;
        Some(points.fold(Rect::from_points(first, first), |bounds, point| bounds.union_pt(point)))
    };
    starts.into_iter().zip(ends).filter_map(bounds)
}

/// Whether a path is no mere box.
pub(super) fn has_curves(path: &BezPath) -> bool {
    path.elements().iter().any(|element| matches!(element, PathEl::QuadTo(..) | PathEl::CurveTo(..)))
}

fn is_frame(outer: Rect, inner: Rect) -> bool {
    let gaps = [inner.x0 - outer.x0, outer.x1 - inner.x1, inner.y0 - outer.y0, outer.y1 - inner.y1];
    outer.width().min(outer.height()) > THICK && gaps.iter().all(|gap| (0.0..=THICK).contains(gap))
}

fn sides(outer: Rect, inner: Rect) -> impl Iterator<Item = Rect> {
    let sides = [
        Rect { y1: inner.y0, ..outer },
        Rect { y0: inner.y1, ..outer },
        Rect { x1: inner.x0, ..outer },
        Rect { x0: inner.x1, ..outer },
    ];
    sides.into_iter().filter(|side| side.area() > 0.0)
}

/// The straight parts of a stroked path, each with the room that it takes.
pub(super) fn strokes(path: &BezPath, width: f64) -> impl Iterator<Item = Rect> {
    const STRAIGHT: f64 = 0.5;
    let half = width / 2.0;
    path.segments().filter_map(move |segment| {
        let PathSeg::Line(line) = segment else { return None };
        let bounds = line.bounding_box();
        if bounds.height() <= STRAIGHT {
            Some(bounds.inflate(0.0, half))
        } else if bounds.width() <= STRAIGHT {
            Some(bounds.inflate(half, 0.0))
        } else {
            None
        }
    })
}
