//! The small mark near the fourth corner, which tells at what angle the code is seen.

use crate::binary::Binary;
use crate::geometry::Point;

/// Distance of the places that are looked at, in modules.
const STEP: f32 = 0.5;
/// Of 25 modules, so many may be wrong.
const MOST_WRONG: u32 = 6;
/// Places that are handed on.
const MOST: usize = 4;

/// Where the mark may be, the likeliest place first. `right` and `down` lead from one module to the next.
pub(crate) fn places(
    picture: &Binary<'_>,
    guess: Point,
    right: Point,
    down: Point,
    reach: f32,
) -> Vec<Point> {
    let steps = (reach / STEP).ceil() as i32;
    let offsets: Vec<(Point, bool)> = (0..25_i32)
        .map(|place| {
            let (x, y) = (place % 5 - 2, place / 5 - 2);
            let dark = x.abs().max(y.abs()) != 1;
            (right.times(x as f32).plus(down.times(y as f32)), dark)
        })
        .collect();
    let mut found: Vec<(u32, f32, Point)> = Vec::new();
    for row in -steps..=steps {
        for column in -steps..=steps {
            let (x, y) = (column as f32 * STEP, row as f32 * STEP);
            let at = guess.plus(right.times(x)).plus(down.times(y));
            // The core first: most places fail there.
            if !picture.is_dark(at.x.floor() as isize, at.y.floor() as isize) {
                continue;
            }
            let mut wrong = 0;
            for (offset, dark) in &offsets {
                let place = at.plus(*offset);
                wrong +=
                    u32::from(picture.is_dark(place.x.floor() as isize, place.y.floor() as isize) != *dark);
                if wrong > MOST_WRONG {
                    break;
                }
            }
            if wrong <= MOST_WRONG {
                found.push((wrong, x.hypot(y), at));
            }
        }
    }
    found.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    let mut best: Vec<Point> = Vec::new();
    let apart = right.length().max(down.length()) * 1.5;
    for (_, _, at) in found {
        if best.iter().all(|known| known.minus(at).length() > apart) {
            best.push(at);
            if best.len() == MOST {
                break;
            }
        }
    }
    best
}
