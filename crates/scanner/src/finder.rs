//! The three corner marks: wherever a line crosses their middle, at whatever angle, dark and light alternate as
//! 1 : 1 : 3 : 1 : 1.

use crate::binary::Binary;
use crate::geometry::Point;

/// More marks than this are a pattern of the picture, not of a code.
const MOST: usize = 160;

/// Something that looks like the middle of a corner mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    /// Its middle.
    pub(crate) at: Point,
    /// A module's side in pixels: the root of its height times its width.
    pub(crate) module: f32,
    /// How many lines have crossed it.
    pub(crate) seen: u32,
}

/// Five runs, and where the last ends.
type Runs = [u32; 5];

/// Looks at every `step`-th line.
pub(crate) fn marks(picture: &Binary<'_>, step: usize) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::new();
    for y in (step / 2..picture.height).step_by(step) {
        row(picture, y, &mut found);
        if found.len() > MOST {
            break;
        }
    }
    found
}

fn row(picture: &Binary<'_>, y: usize, found: &mut Vec<Mark>) {
    // The present run is not among them; the oldest is the first.
    let mut runs: Runs = [0; 5];
    let mut dark_now = false;
    let mut began = 0;
    let mut x = 0;
    for (eight, limit) in picture.line(y) {
        for value in eight {
            let dark = *value < limit;
            if dark != dark_now {
                runs = [runs[1], runs[2], runs[3], runs[4], x - began];
                if dark_now && runs[0] > 0 {
                    check(picture, x, y, &runs, found);
                }
                dark_now = dark;
                began = x;
            }
            x += 1;
        }
    }
}

/// Five runs that end at a pixel.
fn check(picture: &Binary<'_>, end: u32, y: usize, runs: &Runs, found: &mut Vec<Mark>) {
    if fits(runs).is_some() {
        let middle = end as f32 - (runs[4] + runs[3]) as f32 - runs[2] as f32 / 2.0;
        consider(picture, middle, y as f32 + 0.5, runs, found);
    }
}

/// A module's side where runs are those of a mark. Ink or light that spreads moves all edges of one kind the same way,
/// so distances between edges of one kind are what is compared.
fn fits(runs: &Runs) -> Option<f32> {
    let [a, b, c, d, e] = *runs;
    // Cheap and mostly decisive.
    if c <= b || c <= d || c * 4 < a.max(e) * 5 || b == 0 || d == 0 {
        return None;
    }
    let whole = (a + b + c + d + e) as f32;
    if whole < 7.0 {
        return None;
    }
    let module = whole / 7.0;
    let off = |found: u32, wanted: f32| (found as f32 - wanted * module).abs();
    let tolerance = 0.5 * module + 0.5;
    let pairs = off(a + b, 2.0) <= tolerance
        && off(d + e, 2.0) <= tolerance
        && off(b + c, 4.0) <= 1.2 * tolerance
        && off(c + d, 4.0) <= 1.2 * tolerance;
    pairs.then_some(module)
}

/// Crosses the place in other directions, and adds it or strengthens what is known there.
fn consider(picture: &Binary<'_>, x: f32, y: f32, runs: &Runs, found: &mut Vec<Mark>) {
    let along = runs.iter().sum::<u32>() as f32 / 7.0;
    let near = |mark: &&mut Mark| {
        (mark.at.x - x).abs() < mark.module
            && (mark.at.y - y).abs() < 2.0 * mark.module
            && alike(mark.module, along)
    };
    if let Some(known) = found.iter_mut().find(near) {
        known.seen += 1;
        return;
    }
    // A card that is tilted away looks twice as high as it is wide, or the other way round.
    let longest = 7.0 * along + 3.0;
    let Some((down, upright)) = cross(picture, x, y, (0.0, 1.0), longest) else {
        return;
    };
    let y = y + down;
    let Some((right, level)) = cross(picture, x, y, (1.0, 0.0), longest) else {
        return;
    };
    // Pixels were counted from the middle of the one that the place is in.
    let x = x.floor() + 0.5 + right;
    if !alike(upright, level) {
        return;
    }
    // Most chance patterns show their nature on a diagonal. A mark does not, turned as it may be.
    let slanted = [(0.707, 0.707), (0.707, -0.707)];
    let diagonals = slanted
        .iter()
        .filter(|way| cross(picture, x, y, **way, longest * 1.5).is_some())
        .count();
    if diagonals == 0 {
        return;
    }
    let mark = Mark {
        at: Point::new(x, y),
        module: (upright * level).sqrt(),
        seen: 1,
    };
    let same = |known: &&mut Mark| {
        known.at.minus(mark.at).length() < 2.0 * known.module && alike(known.module, mark.module)
    };
    match found.iter_mut().find(same) {
        Some(known) => {
            let weight = known.seen as f32;
            let part = 1.0 / (weight + 1.0);
            known.at = known.at.times(weight * part).plus(mark.at.times(part));
            known.module = known.module * weight * part + mark.module * part;
            known.seen += 1;
        }
        None => found.push(mark),
    }
}

fn alike(one: f32, other: f32) -> bool {
    one < 2.0 * other + 1.0 && other < 2.0 * one + 1.0
}

/// Runs along a line through a place, both ways from it: how far the middle is from the place, and a module's side.
fn cross(picture: &Binary<'_>, x: f32, y: f32, (dx, dy): (f32, f32), longest: f32) -> Option<(f32, f32)> {
    let mut runs = [0_u32; 5];
    let dark = |at: f32| picture.is_dark((x + dx * at).floor() as isize, (y + dy * at).floor() as isize);
    let mut ends = [0.0_f32; 2];
    for (way, sign) in [(0, -1.0), (1, 1.0)] {
        let mut at = if way == 0 { 0.0 } else { 1.0 };
        for (ring, colour) in [(0, true), (1, false), (2, true)] {
            let run = match (way, ring) {
                (_, 0) => 2,
                (0, ring) => 2 - ring,
                (_, ring) => 2 + ring,
            };
            while at <= longest && dark(sign * at) == colour {
                runs[run] += 1;
                at += 1.0;
            }
            if at > longest || (ring > 0 && runs[run] == 0) {
                return None;
            }
            if ring == 0 {
                ends[way] = at;
            }
        }
    }
    let module = fits(&runs)?;
    // The middle of the core; both ends count from the place's own pixel.
    Some(((ends[1] - ends[0]) / 2.0, module))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Luma;

    fn picture(side: usize) -> Luma {
        let mut pixels = vec![220; 200 * 200];
        let ring = |at: usize| at / side;
        for y in 0..7 * side {
            for x in 0..7 * side {
                let edge = ring(x).min(6 - ring(x)).min(ring(y)).min(6 - ring(y));
                if edge != 1 {
                    pixels[(y + 60) * 200 + x + 80] = 30;
                }
            }
        }
        Luma::new(pixels, 200, 200).unwrap()
    }

    #[test]
    fn a_mark_is_found_at_its_middle() {
        for side in [2, 3, 5, 9] {
            let found = marks(&Binary::of(&picture(side)).unwrap(), 2);
            assert_eq!(found.len(), 1, "{side}");
            let half = 3.5 * side as f32;
            let off = found[0].at.minus(Point::new(80.0 + half, 60.0 + half)).length();
            assert!(off < 0.8, "{side}: {off}");
            assert!(
                (found[0].module - side as f32).abs() < 0.3,
                "{side}: {}",
                found[0].module
            );
        }
    }

    #[test]
    fn runs_of_one_size_are_no_mark() {
        assert!(fits(&[4, 4, 4, 4, 4]).is_none());
        assert!(fits(&[1, 9, 10, 1, 1]).is_none());
        assert!(fits(&[4, 2, 10, 2, 4]).is_some(), "ink that has spread");
        assert!(fits(&[2, 2, 6, 2, 2]).is_some());
    }
}
