//! Why a picture shows no code that can be read: it may be too dark or too blurred for one.

use crate::Luma;

/// A picture is too dark where its lightest part is darker than this: of the photos of cards that are not read, those taken
/// in the dark reach 63 and all others 82 at least.
const DARK: u32 = 70;
/// Greys between the darkest and the lightest part, below which a picture shows nothing that could be blurred: a wall.
const LEAST_RANGE: u32 = 40;
/// Of a thousand steps from a pixel to the next but one, so many may be steeper and still be noise.
const STEEPEST: u32 = 2;
/// Within two pixels of half the size an edge in focus climbs as far as the light goes, 0.9 of the range and more in all
/// photos of cards' other sides; those that are blurred beyond reading climb 0.5 to 0.65.
const SHARP: f32 = 0.7;
/// A hand that shook blurs along one way and leaves the way across it sharp. In photos too shaken for reading edges along
/// one way are 0.55 to 0.81 of those across it; in photos of cards' other sides 0.87 and more, in tilted ones 0.83.
const SHAKEN: f32 = 0.82;
/// Below this they are stripes: blinds, ruled paper.
const STRIPES: f32 = 0.3;
/// The ways, each beside the one across it; in pixels to the right and down.
const WAYS: [[(isize, usize); 2]; 2] = [[(2, 0), (0, 2)], [(1, 1), (-1, 1)]];

/// What is wrong with a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Nothing in it is light.
    Dark,
    /// It shows something, and no edge of it is one, or none along one way.
    Blurred,
}

/// What is wrong with it, if anything is.
pub(crate) fn flaw(picture: &Luma) -> Option<Flaw> {
    // Noise halves with the size, blur does not.
    let picture = picture.half();
    let mut greys = [0_u32; 256];
    for grey in &picture.pixels {
        greys[usize::from(*grey)] += 1;
    }
    let count: u32 = greys.iter().sum();
    let lightest = above(&greys, count / 50);
    if lightest < DARK {
        return (count > 0).then_some(Flaw::Dark);
    }
    let range = lightest.saturating_sub(above(&greys, count - 1 - count / 50));
    if range < LEAST_RANGE {
        return None;
    }
    let [[right, down], diagonals] = WAYS.map(|pair| pair.map(|way| steepest(&picture, way)));
    let dull = right as f32 / (range as f32) < SHARP;
    let shaken = [[right, down], diagonals].into_iter().any(|[one, other]| {
        let ratio = one.min(other) as f32 / one.max(other).max(1) as f32;
        (STRIPES..SHAKEN).contains(&ratio)
    });
    (dull || shaken).then_some(Flaw::Blurred)
}

/// The steepest step that way.
fn steepest(picture: &Luma, (right, down): (isize, usize)) -> u32 {
    let width = picture.width.max(1);
    let mut steps = [0_u32; 256];
    let rows = picture.pixels.chunks_exact(width);
    for (here, there) in rows.clone().zip(rows.skip(down)) {
        let (from, to) = match right {
            0.. => (here, there.get(right.unsigned_abs()..).unwrap_or_default()),
            _ => (here.get(right.unsigned_abs()..).unwrap_or_default(), there),
        };
        for (one, other) in from.iter().zip(to) {
            steps[usize::from(one.abs_diff(*other))] += 1;
        }
    }
    let count: u32 = steps.iter().sum();
    above(&steps, count / 1000 * STEEPEST)
}

/// The value that at most so many are above.
fn above(counted: &[u32; 256], most: u32) -> u32 {
    let mut seen = 0;
    let found = counted.iter().rposition(|count| {
        seen += count;
        seen > most
    });
    found.unwrap_or(0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: (usize, usize) = (400, 300);

    /// A chequerboard whose edges take so many pixels from dark to light, to the right and down.
    fn board(edges: (usize, usize), dark: u8, light: u8) -> Luma {
        let wave = |at: usize, edge: usize| {
            let to_next = at % 40;
            let side = if (at / 40).is_multiple_of(2) { 1.0 } else { -1.0 };
            side * (to_next.min(40 - to_next) as f32).min(edge as f32) / edge as f32
        };
        let pixel = |at: usize| {
            let (x, y) = (at % SIZE.0, at / SIZE.0);
            let part = (1.0 + wave(x, edges.0) * wave(y, edges.1)) / 2.0;
            (f32::from(dark) + part * (f32::from(light) - f32::from(dark))) as u8
        };
        Luma::new((0..SIZE.0 * SIZE.1).map(pixel).collect(), SIZE.0, SIZE.1).unwrap()
    }

    fn wall(grey: u8, width: usize, height: usize) -> Luma {
        Luma::new(vec![grey; width * height], width, height).unwrap()
    }

    #[test]
    fn edges_tell() {
        assert_eq!(flaw(&board((1, 1), 30, 220)), None);
        assert_eq!(flaw(&board((2, 2), 90, 160)), None, "little light, but sharp");
        assert_eq!(flaw(&board((9, 9), 30, 220)), Some(Flaw::Blurred));
        assert_eq!(flaw(&board((16, 16), 90, 160)), Some(Flaw::Blurred));
    }

    #[test]
    fn a_hand_that_shook_blurs_one_way_only() {
        assert_eq!(flaw(&board((1, 6), 30, 220)), Some(Flaw::Blurred));
        assert_eq!(flaw(&board((6, 1), 30, 220)), Some(Flaw::Blurred));
        let stripes = (0..SIZE.1).flat_map(|y| [if (y / 20).is_multiple_of(2) { 220 } else { 30 }; SIZE.0]);
        let stripes = Luma::new(stripes.collect(), SIZE.0, SIZE.1).unwrap();
        assert_ne!(steepest(&stripes, (0, 2)), steepest(&stripes, (2, 0)));
    }

    #[test]
    fn little_light_tells_before_all_else() {
        assert_eq!(flaw(&board((1, 1), 5, 60)), Some(Flaw::Dark));
        assert_eq!(flaw(&board((16, 16), 5, 60)), Some(Flaw::Dark));
        assert_eq!(
            flaw(&wall(0, 400, 300)),
            Some(Flaw::Dark),
            "the inside of a pocket"
        );
    }

    #[test]
    fn a_wall_is_neither() {
        assert_eq!(flaw(&board((16, 16), 100, 110)), None);
        for (width, height) in [(0, 0), (1, 1), (3, 2), (400, 1)] {
            assert_eq!(flaw(&wall(90, width, height)), None, "{width} {height}");
        }
    }
}
