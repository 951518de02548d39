//! Whether a picture is so blurred that no code in it could be seen.

use crate::Luma;

/// Greys between the darkest and the lightest part, below which a picture shows nothing that could be blurred: a wall, the
/// inside of a pocket.
const LEAST_RANGE: u32 = 40;
/// Of a thousand steps from a pixel to the next but one, so many may be steeper and still be noise.
const STEEPEST: u32 = 2;
/// Within two pixels of half the size an edge in focus climbs as far as the light goes, 0.9 of the range and more in all
/// photos of cards' other sides; those that are blurred beyond reading climb 0.5 to 0.65.
const SHARP: f32 = 0.7;

/// Whether it shows something, and no edge of it is one.
pub(crate) fn is_blurred(picture: &Luma) -> bool {
    sharpness(picture).is_some_and(|sharp| sharp < SHARP)
}

/// The steepest step as part of the range; nothing where there is no range.
fn sharpness(picture: &Luma) -> Option<f32> {
    // Noise halves with the size, blur does not.
    let picture = picture.half();
    let (mut greys, mut steps) = ([0_u32; 256], [0_u32; 256]);
    for row in picture.pixels.chunks_exact(picture.width.max(1)) {
        for pair in row.windows(3) {
            greys[usize::from(pair[0])] += 1;
            steps[usize::from(pair[0].abs_diff(pair[2]))] += 1;
        }
    }
    let count: u32 = greys.iter().sum();
    let range = above(&greys, count / 50).saturating_sub(above(&greys, count - count / 50));
    let steep = above(&steps, count / 1000 * STEEPEST);
    (range >= LEAST_RANGE).then(|| steep as f32 / range as f32)
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

    /// Bars whose edges take so many pixels from dark to light.
    fn bars(edge: usize, dark: u8, light: u8) -> Luma {
        let row = (0..400).map(|x| {
            let part = ((x % 80) as f32 - 40.0).abs().min(edge as f32) / edge as f32;
            (f32::from(dark) + part * (f32::from(light) - f32::from(dark))) as u8
        });
        let row: Vec<u8> = row.collect();
        Luma::new(row.repeat(300), 400, 300).unwrap()
    }

    #[test]
    fn edges_tell() {
        assert!(!is_blurred(&bars(2, 30, 220)));
        assert!(!is_blurred(&bars(4, 90, 160)), "little light, but sharp");
        assert!(is_blurred(&bars(16, 30, 220)));
        assert!(is_blurred(&bars(30, 90, 160)));
    }

    #[test]
    fn a_wall_is_not_blurred() {
        assert!(!is_blurred(&bars(30, 100, 110)));
        for (width, height) in [(0, 0), (1, 1), (3, 2), (400, 1)] {
            let wall = Luma::new(vec![90; width * height], width, height).unwrap();
            assert!(!is_blurred(&wall), "{width} {height}");
        }
    }
}
