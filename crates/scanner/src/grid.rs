//! The grid of modules between three corner marks.

use crate::alignment;
use crate::code::size_of;
use crate::fit::{Known, View};
use crate::geometry::{Point, Projection};
use crate::triple::Triple;

/// Middle of a corner mark, from the code's edge, in modules.
const MARK: f32 = 3.5;
/// Middle of the fourth corner's alignment mark, from the code's far edges.
const ALIGNED: f32 = 6.5;
/// A grid worse than this is on no code.
const WORST: f32 = 0.12;
/// A grid better than this lies on a code, more or less…
const FAIR: f32 = 0.35;
/// …and one better than this needs no other to compare with.
const GOOD: f32 = 0.6;
/// Grids that are worth reading.
const MOST: usize = 3;

/// A grid of modules laid on a picture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grid {
    /// Modules along a side.
    pub(crate) size: usize,
    /// From modules to pixels.
    pub(crate) map: Projection,
    /// How well it lies, from −1 to 1.
    pub(crate) score: f32,
    /// The points that hold it: places in the code and in the picture.
    from: [Point; 4],
    to: [Point; 4],
}

impl Grid {
    fn new(size: usize, from: [Point; 4], to: [Point; 4], known: &Known, view: View<'_>) -> Self {
        let map = Projection::between(&from, &to);
        let score = known.score(view, &map);
        Self {
            size,
            map,
            score,
            from,
            to,
        }
    }

    /// The same grid, its points moved about until it lies best.
    pub(crate) fn settled(self, view: View<'_>) -> Self {
        let known = Known::of(self.size);
        let module = self.to[1].minus(self.to[0]).length() / (self.size as f32 - 7.0);
        let mut best = self;
        for step in [0.6, 0.25, 0.1] {
            for _ in 0..2 {
                let before = best.score;
                for point in 0..4 {
                    // The fourth point is the one that was guessed; it may have farther to go.
                    let reach = step * module * if point == 2 { 2.0 } else { 1.0 };
                    for (x, y) in [(reach, 0.0), (-reach, 0.0), (0.0, reach), (0.0, -reach)] {
                        let mut to = best.to;
                        to[point] = to[point].plus(Point::new(x, y));
                        let moved = Self::new(self.size, self.from, to, &known, view);
                        if moved.score > best.score {
                            best = moved;
                        }
                    }
                }
                if best.score <= before {
                    break;
                }
            }
        }
        best
    }
}

/// The grids that three marks may hold, the best first.
pub(crate) fn grids(triple: &Triple, view: View<'_>) -> Vec<Grid> {
    let modules = triple.span() + 7.0;
    let nearest = ((modules - 17.0) / 4.0).round().clamp(1.0, 40.0) as usize;
    // Sizes are measured to a few modules; the known modules tell which of them it is.
    let within = (modules * 0.2).max(4.5);
    let mut tries: Vec<Try<'_>> = (nearest.saturating_sub(4).max(1)..=(nearest + 4).min(40))
        .map(size_of)
        .filter(|size| (*size as f32 - modules).abs() <= within)
        .map(|size| Try::new(triple, view, size))
        .collect();
    tries.sort_by(|one, other| other.flat.score.total_cmp(&one.flat.score));
    // Marks that are none fit nothing, from wherever they are seen.
    if tries.first().is_none_or(|best| best.flat.score < WORST) {
        return Vec::new();
    }
    let mut found: Vec<Grid> = tries.iter().map(|one| one.flat).collect();
    // Most codes are seen nearly from above: the fourth corner is close to where it would then be.
    for reach in [0.09, 0.24] {
        for one in &tries {
            found.extend(one.aligned(reach));
            if found.iter().any(|grid| grid.score > GOOD) {
                break;
            }
        }
        found.retain(|grid| grid.score > WORST);
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
        found.truncate(MOST);
        if found.first().is_some_and(|best| best.score > FAIR) {
            break;
        }
    }
    found
}

/// Three marks as the corners of a code of one size.
struct Try<'a> {
    triple: &'a Triple,
    view: View<'a>,
    size: usize,
    known: Known,
    /// The grid if the fourth corner were where the other three make one expect it.
    flat: Grid,
}

impl<'a> Try<'a> {
    fn new(triple: &'a Triple, view: View<'a>, size: usize) -> Self {
        let known = Known::of(size);
        let flat = held(triple, view, size, &known, MARK, triple.fourth());
        let deep = held(triple, view, size, &known, MARK, triple.fourth_in_depth());
        let flat = if deep.score > flat.score { deep } else { flat };
        Self {
            triple,
            view,
            size,
            known,
            flat,
        }
    }

    /// Grids that are held by what looks like the fourth corner's mark, at most so far away as a part of the code's side.
    fn aligned(&self, reach: f32) -> Vec<Grid> {
        if self.size == size_of(1) {
            return Vec::new();
        }
        let edge = self.size as f32;
        let middle = edge - ALIGNED;
        let guess = self.flat.map.of(middle, middle);
        let right = self.flat.map.of(middle + 1.0, middle).minus(guess);
        let down = self.flat.map.of(middle, middle + 1.0).minus(guess);
        let places = alignment::places(self.view.binary, guess, right, down, (edge * reach).max(3.0));
        let grid = |place| held(self.triple, self.view, self.size, &self.known, ALIGNED, place);
        places.into_iter().map(grid).collect()
    }
}

/// The grid whose fourth point lies `far` modules from the code's far edges and is seen at a place.
fn held(triple: &Triple, view: View<'_>, size: usize, known: &Known, far: f32, place: Point) -> Grid {
    let edge = size as f32;
    let from = [
        Point::new(MARK, MARK),
        Point::new(edge - MARK, MARK),
        Point::new(edge - far, edge - far),
        Point::new(MARK, edge - MARK),
    ];
    let to = [
        triple.top_left.at,
        triple.top_right.at,
        place,
        triple.bottom_left.at,
    ];
    Grid::new(size, from, to, known, view)
}
