//! The colour of each module of a grid.

use crate::code::Modules;
use crate::fit::View;
use crate::grid::Grid;

/// Modules around a module whose mean is its threshold, on each side.
const AROUND: usize = 4;

/// Grey values of a grid's modules, relative to the threshold of their places.
pub(crate) struct Sampled {
    size: usize,
    values: Vec<f32>,
}

impl Sampled {
    /// Looks at each module: at its middle, and where it is large enough for noise to matter, around it too.
    pub(crate) fn of(grid: &Grid, view: View<'_>) -> Self {
        let size = grid.size;
        let middle = size as f32 / 2.0;
        let side = grid
            .map
            .of(middle + 0.5, middle)
            .minus(grid.map.of(middle - 0.5, middle))
            .length();
        let around: &[(f32, f32)] = if side < 2.5 {
            &[(0.5, 0.5)]
        } else {
            &[(0.5, 0.5), (0.3, 0.3), (0.7, 0.3), (0.3, 0.7), (0.7, 0.7)]
        };
        let share = 1.0 / around.len() as f32;
        let mut values = Vec::with_capacity(size * size);
        for row in 0..size {
            for column in 0..size {
                let sum: f32 = around
                    .iter()
                    .map(|(x, y)| {
                        let at = grid.map.of(column as f32 + x, row as f32 + y);
                        view.at(at.x, at.y)
                    })
                    .sum();
                values.push(sum * share);
            }
        }
        Self { size, values }
    }

    /// Dark is what lies below the picture's own thresholds.
    pub(crate) fn plain(&self) -> Option<Modules> {
        Modules::new(self.size, self.values.iter().map(|value| *value < 0.0).collect()).ok()
    }

    /// Dark is what is darker than the modules around it. `sharp` takes out what blur has brought over from the
    /// neighbours.
    pub(crate) fn relative(&self, sharp: f32) -> Option<Modules> {
        let size = self.size;
        let at = |row: usize, column: usize| self.values[row * size + column];
        let mut values = self.values.clone();
        if sharp > 0.0 {
            for row in 0..size {
                for column in 0..size {
                    let (up, down) = (row.saturating_sub(1), (row + 1).min(size - 1));
                    let (left, right) = (column.saturating_sub(1), (column + 1).min(size - 1));
                    let near = (at(up, column) + at(down, column) + at(row, left) + at(row, right)) / 4.0;
                    values[row * size + column] += sharp * (at(row, column) - near);
                }
            }
        }
        // Sums over the rectangle above and left of each corner.
        let wide = size + 1;
        let mut sums = vec![0.0_f32; wide * wide];
        for row in 0..size {
            let mut line = 0.0;
            for column in 0..size {
                line += values[row * size + column];
                sums[(row + 1) * wide + column + 1] = sums[row * wide + column + 1] + line;
            }
        }
        let mut dark = Vec::with_capacity(size * size);
        for row in 0..size {
            let (top, bottom) = (row.saturating_sub(AROUND), (row + AROUND + 1).min(size));
            for column in 0..size {
                let (left, right) = (column.saturating_sub(AROUND), (column + AROUND + 1).min(size));
                let sum = sums[bottom * wide + right] - sums[top * wide + right] - sums[bottom * wide + left]
                    + sums[top * wide + left];
                let count = ((bottom - top) * (right - left)) as f32;
                dark.push(values[row * size + column] * count < sum);
            }
        }
        Modules::new(size, dark).ok()
    }
}
