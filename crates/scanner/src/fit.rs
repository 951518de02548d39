//! How well a grid lies on a code: judged by all modules whose colour is known before anything is read.

use crate::code::alignment_middles;
use crate::geometry::Projection;
use crate::{Luma, binary::Binary};

/// Beyond this, more contrast is no better fit.
const CLEAR: f32 = 40.0;

/// A picture as fits and samples see it: grey values relative to the threshold of their place.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) grey: &'a Luma,
    pub(crate) binary: &'a Binary<'a>,
}

impl View<'_> {
    /// Negative where it is dark.
    pub(crate) fn at(&self, x: f32, y: f32) -> f32 {
        self.grey.at(x, y) - self.binary.threshold(x, y)
    }
}

/// Middles of the modules whose colour every code of a size shares.
pub(crate) struct Known(Vec<(f32, f32, bool)>);

impl Known {
    /// Those of a code with so many modules along a side.
    pub(crate) fn of(size: usize) -> Self {
        let mut known = Vec::with_capacity(600);
        let mut add =
            |column: usize, row: usize, dark: bool| known.push((column as f32 + 0.5, row as f32 + 0.5, dark));
        let last = size - 1;
        for row in 0..8 {
            for column in 0..8 {
                let edge = (row as isize - 3).abs().max((column as isize - 3).abs());
                let dark = edge != 2 && edge != 4;
                add(column, row, dark);
                add(last - column, row, dark);
                add(column, last - row, dark);
            }
        }
        for at in 8..size - 8 {
            add(at, 6, at % 2 == 0);
            add(6, at, at % 2 == 0);
        }
        let middles = alignment_middles((size - 17) / 4);
        for row in &middles {
            for column in &middles {
                let far = size - 7;
                if (*row == 6 && (*column == 6 || *column == far)) || (*row == far && *column == 6) {
                    continue;
                }
                for place in 0..25 {
                    let (down, right) = (place / 5, place % 5);
                    let edge = (down as isize - 2).abs().max((right as isize - 2).abs());
                    add(column + right - 2, row + down - 2, edge != 1);
                }
            }
        }
        Self(known)
    }

    /// From −1, all wrong, to 1, all right and clear.
    pub(crate) fn score(&self, view: View<'_>, map: &Projection) -> f32 {
        let sum: f32 = self
            .0
            .iter()
            .map(|(x, y, dark)| {
                let at = map.of(*x, *y);
                let light = view.at(at.x, at.y).clamp(-CLEAR, CLEAR);
                if *dark { -light } else { light }
            })
            .sum();
        sum / (CLEAR * self.0.len() as f32)
    }
}
