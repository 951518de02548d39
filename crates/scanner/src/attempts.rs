//! What is tried, and in which order: what reads most pictures first.

use crate::binary::Binary;
use crate::clarity::Flaw;
use crate::fit::View;
use crate::grid::{Grid, grids};
use crate::sample::Sampled;
use crate::{Luma, Miss, clarity, finder, triple};

/// Pictures are first looked at with a longer side of at most this many pixels…
const FIRST: usize = 1400;
/// …and at last with at most this many.
const LAST: usize = 2800;
/// Smaller pictures hold no code that a larger one does not show.
const LEAST: usize = 320;

/// A code has so many marks.
const CORNERS: usize = 3;
/// A mark crossed by so many lines is hardly chance.
const SURE: u32 = 2;
/// A grid that lies as well as this is on a code, whether that can be read or not.
const ON_CODE: f32 = 0.7;
/// A grid that lies worse than this, after all, is on none.
const ON_NOTHING: f32 = 0.25;

/// What earlier looks have seen, though they could not read it.
#[derive(Default)]
struct Seen {
    /// Marks that are hardly chance.
    marks: usize,
    /// How well the best grid lay.
    grid: f32,
}

/// A picture from which no bytes came.
pub(crate) struct Missed {
    picture: Luma,
    seen: Seen,
}

impl Missed {
    /// What made it hard.
    pub(crate) fn why(&self) -> Miss {
        match clarity::flaw(&self.picture) {
            Some(Flaw::Dark) => Miss::Dark,
            Some(Flaw::Blurred) => Miss::Blurred,
            None if self.seen.marks >= CORNERS || self.seen.grid > ON_NOTHING => Miss::Unclear,
            None => Miss::Nothing,
        }
    }
}

/// The bytes of the code in a picture.
pub(crate) fn run(picture: Luma) -> Result<Vec<u8>, Missed> {
    let mut large = picture;
    while large.width.max(large.height) > LAST {
        large = large.half();
    }
    let smaller = (large.width.max(large.height) > FIRST).then(|| large.half());
    let mut seen = Seen::default();
    match bytes(&large, smaller.as_ref(), &mut seen) {
        Some(bytes) => Ok(bytes),
        None => Err(Missed {
            picture: smaller.unwrap_or(large),
            seen,
        }),
    }
}

fn bytes(large: &Luma, smaller: Option<&Luma>, seen: &mut Seen) -> Option<Vec<u8>> {
    let usual = smaller.unwrap_or(large);
    if let Some(bytes) = look(usual, seen) {
        return Some(bytes);
    }
    // Noise is halved with the size.
    let half = usual.half();
    let half = (half.width.max(half.height) >= LEAST).then_some(half);
    if let Some(bytes) = half.as_ref().and_then(|half| look(half, seen)) {
        return Some(bytes);
    }
    // Most frames of a camera show no code at all: only where there is a trace of one is more time spent.
    if let Some(half) = half.filter(|_| seen.marks >= 1 && seen.grid < ON_CODE)
        && let Some(bytes) = look(&half.sharpened(), seen)
    {
        return Some(bytes);
    }
    if seen.marks >= 2
        && seen.grid < ON_CODE
        && let Some(bytes) = look(&usual.sharpened(), seen)
    {
        return Some(bytes);
    }
    smaller.and_then(|_| look(large, seen))
}

/// One way through a picture.
fn look(picture: &Luma, seen: &mut Seen) -> Option<Vec<u8>> {
    let binary = Binary::of(picture)?;
    let view = View {
        grey: picture,
        binary: &binary,
    };
    let marks = finder::marks(&binary, 2);
    seen.marks = seen
        .marks
        .max(marks.iter().filter(|mark| mark.seen >= SURE).count());
    triple::triples(marks).iter().find_map(|triple| {
        let grids = grids(triple, view);
        if let Some(bytes) = grids.first().and_then(|best| plain(best, view)) {
            return Some(bytes);
        }
        for grid in grids {
            let settled = grid.settled(view);
            seen.grid = seen.grid.max(settled.score);
            if settled.score > ON_NOTHING
                && let Some(bytes) = thorough(&settled, view)
            {
                return Some(bytes);
            }
            if settled.score > ON_CODE {
                break;
            }
        }
        None
    })
}

/// The usual case: the grid lies well and the light is good.
fn plain(grid: &Grid, view: View<'_>) -> Option<Vec<u8>> {
    Sampled::of(grid, view).plain()?.read().ok()
}

/// Everything that may help.
fn thorough(grid: &Grid, view: View<'_>) -> Option<Vec<u8>> {
    let sampled = Sampled::of(grid, view);
    let read = |modules: Option<crate::code::Modules>| modules.and_then(|modules| modules.read().ok());
    read(sampled.plain())
        .or_else(|| read(sampled.relative(0.0)))
        .or_else(|| read(sampled.relative(0.6)))
        .or_else(|| read(sampled.relative(1.5)))
}
