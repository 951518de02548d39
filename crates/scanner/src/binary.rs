//! Dark or light, judged by each place's own surroundings: a lamp's shine and a thumb's shadow are no reason to lose
//! a code.

use crate::Luma;

/// Pixels along a block's side, as a power of two.
const SHIFT: usize = 3;
const SIDE: usize = 1 << SHIFT;
/// Blocks around a block that count for its threshold, on each side.
const REACH: usize = 2;
/// A block whose values differ less shows no edge.
const FLAT: u8 = 24;

/// A picture with a threshold for each place: what is darker than its threshold is dark.
pub(crate) struct Binary<'a> {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pixels: &'a [u8],
    columns: usize,
    rows: usize,
    /// A threshold a block.
    thresholds: Vec<u8>,
}

impl<'a> Binary<'a> {
    /// Finds the thresholds; `None` for a picture smaller than any code.
    pub(crate) fn of(picture: &'a Luma) -> Option<Self> {
        let (width, height) = (picture.width, picture.height);
        if width < 21 || height < 21 {
            return None;
        }
        let (columns, rows) = (width.div_ceil(SIDE), height.div_ceil(SIDE));
        let own = black_points(picture, columns, rows);
        Some(Self {
            width,
            height,
            pixels: &picture.pixels,
            columns,
            rows,
            thresholds: smoothed(&own, columns, rows),
        })
    }

    /// Whether a pixel is dark; outside the picture all is light.
    pub(crate) fn is_dark(&self, x: isize, y: isize) -> bool {
        if x < 0 || y < 0 || x as usize >= self.width || y as usize >= self.height {
            return false;
        }
        let (x, y) = (x as usize, y as usize);
        self.pixels[y * self.width + x] < self.thresholds[(y >> SHIFT) * self.columns + (x >> SHIFT)]
    }

    /// A line's pixels in eights, each with its threshold.
    pub(crate) fn line(&self, y: usize) -> impl Iterator<Item = (&[u8], u8)> {
        let limits = &self.thresholds[(y >> SHIFT) * self.columns..][..self.columns];
        self.pixels[y * self.width..][..self.width]
            .chunks(SIDE)
            .zip(limits.iter().copied())
    }

    /// The threshold at a place.
    pub(crate) fn threshold(&self, x: f32, y: f32) -> f32 {
        let block = |at: f32, count: usize| ((at.max(0.0) as usize) >> SHIFT).min(count - 1);
        f32::from(self.thresholds[block(y, self.rows) * self.columns + block(x, self.columns)])
    }
}

/// For each block the grey value between its dark and its light. Every other pixel of every other line tells it well
/// enough, in a quarter of the time.
fn black_points(picture: &Luma, columns: usize, rows: usize) -> Vec<u8> {
    let mut points = vec![0_u8; columns * rows];
    for row in 0..rows {
        // The last blocks overlap those before them rather than being thinner.
        let top = (row * SIDE).min(picture.height - SIDE);
        for column in 0..columns {
            let left = (column * SIDE).min(picture.width - SIDE);
            let mut sum = 0_u32;
            let (mut low, mut high) = (u8::MAX, 0);
            for line in 0..SIDE / 2 {
                // In a checked pattern, so that no thin upright line falls between.
                let start = (top + 2 * line) * picture.width + left + line % 2;
                let eight = &picture.pixels[start..start + SIDE - 1];
                for value in [eight[0], eight[2], eight[4], eight[6]] {
                    sum += u32::from(value);
                    low = low.min(value);
                    high = high.max(value);
                }
            }
            points[row * columns + column] = if high - low > FLAT {
                (sum >> (2 * SHIFT - 2)) as u8
            } else {
                flat(&points, columns, row, column, low)
            };
        }
    }
    points
}

/// A block of one colour: light, unless the blocks before it say that such values are dark.
fn flat(points: &[u8], columns: usize, row: usize, column: usize, low: u8) -> u8 {
    if row > 0 && column > 0 {
        let at = row * columns + column;
        let around = u16::from(points[at - columns])
            + 2 * u16::from(points[at - 1])
            + u16::from(points[at - columns - 1]);
        let around = (around / 4) as u8;
        if low < around {
            return around;
        }
    }
    low / 2
}

/// Each block's value averaged with its neighbours'.
fn smoothed(points: &[u8], columns: usize, rows: usize) -> Vec<u8> {
    let window = |at: usize, count: usize| {
        let first = at.saturating_sub(REACH).min(count.saturating_sub(2 * REACH + 1));
        first..(first + 2 * REACH + 1).min(count)
    };
    // Sums along the rows first, then along the columns.
    let mut along = vec![0_u16; columns * rows];
    for row in 0..rows {
        let line = &points[row * columns..][..columns];
        for column in 0..columns {
            along[row * columns + column] = line[window(column, columns)]
                .iter()
                .map(|value| u16::from(*value))
                .sum();
        }
    }
    let mut all = Vec::with_capacity(columns * rows);
    for row in 0..rows {
        let lines = window(row, rows);
        for column in 0..columns {
            let sum: u32 = lines
                .clone()
                .map(|line| u32::from(along[line * columns + column]))
                .sum();
            let count = (lines.len() * window(column, columns).len()) as u32;
            all.push((sum / count.max(1)) as u8);
        }
    }
    all
}
