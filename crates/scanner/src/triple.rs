//! Which three marks are the corners of one code.

use crate::finder::Mark;
use crate::geometry::Point;

/// Marks that are looked at: those seen by most lines.
const MARKS: usize = 20;
/// Triples that are worth a try.
const TRIPLES: usize = 6;
/// Modules between two marks' middles, at most: those of version 22 and a little more.
const MOST_MODULES: f32 = 100.0;

/// Three corners, clockwise on the screen: top left, top right, bottom left as the code has them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Triple {
    pub(crate) top_left: Mark,
    pub(crate) top_right: Mark,
    pub(crate) bottom_left: Mark,
}

/// The likeliest triples first.
pub(crate) fn triples(mut marks: Vec<Mark>) -> Vec<Triple> {
    marks.sort_by_key(|mark| std::cmp::Reverse(mark.seen));
    marks.truncate(MARKS);
    let mut rated: Vec<(f32, Triple)> = Vec::new();
    for (index, a) in marks.iter().enumerate() {
        for (next, b) in marks.iter().enumerate().skip(index + 1) {
            for c in marks.iter().skip(next + 1) {
                // Seen from aside, the longest side need not be the one opposite the corner.
                rated.extend([(a, b, c), (b, c, a), (c, a, b)].into_iter().filter_map(rate));
            }
        }
    }
    rated.sort_by(|one, other| one.0.total_cmp(&other.0));
    rated
        .into_iter()
        .take(TRIPLES)
        .map(|(_, triple)| triple)
        .collect()
}

/// How far three marks, the corner first, are from two equal legs at a right angle; nothing where no camera could see a
/// code so.
fn rate((corner, one, other): (&Mark, &Mark, &Mark)) -> Option<(f32, Triple)> {
    let least = corner.module.min(one.module).min(other.module);
    let most = corner.module.max(one.module).max(other.module);
    if most > 2.0 * least + 0.5 {
        return None;
    }
    let (leg, arm) = (one.at.minus(corner.at), other.at.minus(corner.at));
    let (long, short) = (leg.length().max(arm.length()), leg.length().min(arm.length()));
    let mean = (corner.module + one.module + other.module) / 3.0;
    if short < 7.0 * mean || long > 2.2 * short {
        return None;
    }
    // No card's code has more than some 80 modules.
    if long > MOST_MODULES * most {
        return None;
    }
    let slant = leg.dot(arm).abs() / (leg.length() * arm.length());
    if slant > 0.7 {
        return None;
    }
    let (top_right, bottom_left) = if leg.cross(arm) > 0.0 {
        (one, other)
    } else {
        (other, one)
    };
    let seen = corner.seen.min(one.seen).min(other.seen).min(8) as f32;
    let score = slant + (long - short) / long + (most - least) / most - 0.03 * seen;
    Some((
        score,
        Triple {
            top_left: *corner,
            top_right: *top_right,
            bottom_left: *bottom_left,
        },
    ))
}

impl Triple {
    /// Where the fourth corner would be if the code were seen from straight above.
    pub(crate) fn fourth(&self) -> Point {
        self.top_right
            .at
            .plus(self.bottom_left.at)
            .minus(self.top_left.at)
    }

    /// Where the fourth corner is if marks that look smaller are farther away. An area shrinks with the third power of
    /// the distance; and distances of a flat code's corners add up like the corners themselves.
    pub(crate) fn fourth_in_depth(&self) -> Point {
        let far = |mark: &Mark| (mark.module * mark.module).max(0.01).powf(-1.0 / 3.0);
        let [a, b, c] = [&self.top_left, &self.top_right, &self.bottom_left].map(|mark| (far(mark), mark.at));
        let depth = b.0 + c.0 - a.0;
        if depth < 0.3 * a.0 {
            return self.fourth();
        }
        b.1.times(b.0)
            .plus(c.1.times(c.0))
            .minus(a.1.times(a.0))
            .times(1.0 / depth)
    }

    /// How many modules lie between the marks' middles, as far as their sizes tell.
    pub(crate) fn span(&self) -> f32 {
        let side = |one: &Mark, other: &Mark| {
            let way = other.at.minus(one.at);
            // Marks were measured along lines and columns; a module seen at an angle looks longer so.
            let turn = way.x.abs().max(way.y.abs()) / way.length().max(1.0);
            way.length() / ((one.module + other.module) / 2.0 * turn)
        };
        (side(&self.top_left, &self.top_right) + side(&self.top_left, &self.bottom_left)) / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(x: f32, y: f32) -> Mark {
        Mark {
            at: Point::new(x, y),
            module: 3.0,
            seen: 5,
        }
    }

    #[test]
    fn corners_are_told_apart_however_the_code_is_turned() {
        let (tl, tr, bl) = ((0.0, 0.0), (120.0, 0.0), (0.0, 120.0));
        for quarter in 0..8 {
            let (sin, cos) = (quarter as f32 * std::f32::consts::FRAC_PI_4).sin_cos();
            let turn = |(x, y): (f32, f32)| mark(300.0 + x * cos - y * sin, 300.0 + x * sin + y * cos);
            let found = triples(vec![turn(bl), turn(tl), turn(tr)]);
            assert_eq!(found.len(), 1);
            assert!(found[0].top_left.at.minus(turn(tl).at).length() < 0.01);
            assert!(found[0].top_right.at.minus(turn(tr).at).length() < 0.01);
        }
    }

    #[test]
    fn marks_in_a_row_are_no_code() {
        assert!(triples(vec![mark(0.0, 0.0), mark(100.0, 5.0), mark(200.0, 0.0)]).is_empty());
    }
}
