//! Time and peak memory of what is done.

use peak_alloc::PeakAlloc;
use std::time::{Duration, Instant};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What was measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Point {
    /// The bytes that were read.
    pub(crate) bytes: usize,
    /// The shortest of some runs.
    pub(crate) time: Duration,
    /// The most bytes that were allocated at a time, beside what was before.
    pub(crate) memory: usize,
}

impl Point {
    /// Millions of bytes a second.
    pub(crate) fn speed(&self) -> f64 {
        #[allow(clippy::cast_precision_loss)]
        let bytes = self.bytes as f64;
        bytes / 1e6 / self.time.as_secs_f64()
    }
}

/// Measures what reads so many bytes: as often as goes into a second, at least twice; the first time is not
/// counted, since it sets up what all pages share.
pub(crate) fn measure(bytes: usize, mut run: impl FnMut()) -> Point {
    const LONGEST: Duration = Duration::from_secs(1);
    run();
    let begun = Instant::now();
    let mut point = Point { bytes, time: Duration::MAX, memory: 0 };
    while point.time == Duration::MAX || begun.elapsed() < LONGEST {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let start = Instant::now();
        run();
        point.time = point.time.min(start.elapsed());
        point.memory = MEMORY.peak_usage() - before;
    }
    point
}
