//! Curves on two logarithmic scales: what is linear is a straight line that rises like the grid.

use crate::measure::Point;
use plotters::prelude::*;
use std::error::Error;

/// What was measured of one kind of page.
pub(crate) struct Curve {
    pub(crate) name: &'static str,
    pub(crate) points: Vec<Point>,
}

const SIZE: (u32, u32) = (960, 420);
const COLOURS: [RGBColor; 3] = [RGBColor(0, 90, 170), RGBColor(20, 130, 70), RGBColor(190, 60, 20)];

/// Draws time and peak memory side by side into a file.
pub(crate) fn svg(curves: &[Curve], path: &str) -> Result<(), Box<dyn Error>> {
    let area = SVGBackend::new(path, SIZE).into_drawing_area();
    area.fill(&WHITE)?;
    let (left, right) = area.split_horizontally(SIZE.0 / 2);
    let milliseconds = |point: &Point| point.time.as_secs_f64() * 1e3;
    #[allow(clippy::cast_precision_loss)]
    let megabytes = |point: &Point| point.memory as f64 / 1e6;
    chart(&left, "milliseconds, bytes to findings", curves, &milliseconds)?;
    chart(&right, "peak memory in MB", curves, &megabytes)?;
    Ok(area.present()?)
}

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

fn chart(
    area: &Area<'_>,
    title: &str,
    curves: &[Curve],
    value: &dyn Fn(&Point) -> f64,
) -> Result<(), Box<dyn Error>> {
    #[allow(clippy::cast_precision_loss)]
    let at = |point: &Point| (point.bytes as f64 / 1e3, value(point));
    let all = || curves.iter().flat_map(|curve| curve.points.iter().map(at));
    let highest = all().map(|(_, value)| value).fold(0.0, f64::max);
    let lowest = all().map(|(_, value)| value).fold(highest, f64::min);
    let mut chart = ChartBuilder::on(area)
        .caption(title, ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(60)
        .build_cartesian_2d((8.0..13_000.0).log_scale(), (lowest / 2.0..highest * 2.0).log_scale())?;
    chart.configure_mesh().x_desc("KB of the page").max_light_lines(1).draw()?;
    for (curve, colour) in curves.iter().zip(COLOURS) {
        chart
            .draw_series(LineSeries::new(curve.points.iter().map(at), colour.stroke_width(2)).point_size(3))?
            .label(curve.name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], colour.stroke_width(2)));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .border_style(BLACK.mix(0.3))
        .draw()?;
    Ok(())
}
