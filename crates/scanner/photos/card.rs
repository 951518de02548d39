//! A card, flat, in millimetres from its top left corner.

use super::random::Random;
use qrcode::{Color, EcLevel, QrCode};

/// Width and height (ISO/IEC 7810, ID-1).
pub const SIZE: (f32, f32) = (85.6, 53.98);

/// Which side of which card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The chip card's front: portrait left, code in the top right corner.
    OldFront,
    /// The back of the card since July 2024: code in the upper right, three machine-readable lines below.
    NewBack,
}

/// A card that can be looked at.
pub struct Card {
    layout: Layout,
    /// Modules along the code's side, and which are dark.
    size: usize,
    dark: Vec<bool>,
    /// The code's top left corner and side.
    code: (f32, f32, f32),
    has_code: bool,
    /// Where the pattern of the ground begins.
    phase: (f32, f32),
    /// Ends of the lines of text.
    lines: Vec<(f32, f32, f32)>,
    text_seed: u32,
}

impl Card {
    /// A card whose code says `text`.
    pub fn new(layout: Layout, text: &str, has_code: bool, random: &mut Random) -> Self {
        let level = *random.one(&[EcLevel::L, EcLevel::M, EcLevel::M]);
        #[expect(clippy::expect_used, reason = "without a code there is nothing to draw")]
        let code = QrCode::with_error_correction_level(text, level).expect("a card's text fits a code");
        let dark: Vec<bool> = code
            .to_colors()
            .into_iter()
            .map(|color| color == Color::Dark)
            .collect();
        // Official sizes: about 16 mm on the chip card, 18 mm on the new one, quiet zone included.
        let place = match layout {
            Layout::OldFront => (67.5, 3.5, 14.6),
            Layout::NewBack => (64.0, 5.0, 16.4),
        };
        let (left, top, height) = match layout {
            Layout::OldFront => (30.0, 26.0, 2.0),
            Layout::NewBack => (6.0, 6.0, 1.8),
        };
        let lines = (0..7)
            .map(|line| (top + 4.0 * line as f32, height, left + random.between(14.0, 46.0)))
            .collect();
        Self {
            layout,
            size: code.width(),
            dark,
            code: place,
            has_code,
            phase: (random.between(0.0, 6.0), random.between(0.0, 6.0)),
            lines,
            text_seed: random.next() as u32,
        }
    }

    /// The middle of the code, whether it is printed or not.
    pub fn middle_of_code(&self) -> (f32, f32) {
        let (left, top, side) = self.code;
        (left + side / 2.0, top + side / 2.0)
    }

    /// Half of the code's side.
    pub fn half_of_code(&self) -> f32 {
        self.code.2 / 2.0
    }

    /// The reflectance at a place, from 0 to 1; nothing beside the card.
    pub fn at(&self, x: f32, y: f32) -> Option<f32> {
        if x < 0.0 || y < 0.0 || x >= SIZE.0 || y >= SIZE.1 {
            return None;
        }
        let (left, top, side) = self.code;
        let (column, row) = ((x - left) / side, (y - top) / side);
        let quiet = 2.5 / self.size as f32;
        if self.has_code && column > -quiet && row > -quiet && column < 1.0 + quiet && row < 1.0 + quiet {
            if column < 0.0 || row < 0.0 || column >= 1.0 || row >= 1.0 {
                return Some(0.86);
            }
            let (column, row) = (
                (column * self.size as f32) as usize,
                (row * self.size as f32) as usize,
            );
            return Some(if self.dark[row * self.size + column] {
                0.1
            } else {
                0.86
            });
        }
        Some(self.print(x, y).unwrap_or_else(|| self.ground(x, y)))
    }

    /// The wavy security pattern.
    fn ground(&self, x: f32, y: f32) -> f32 {
        let (dx, dy) = self.phase;
        let waves =
            ((x + dx) * 2.1 + 1.7 * (0.5 * y).sin()).sin() * ((y + dy) * 1.9 + 1.3 * (0.4 * x).cos()).sin();
        0.74 + 0.07 * waves
    }

    fn print(&self, x: f32, y: f32) -> Option<f32> {
        match self.layout {
            Layout::OldFront => {
                let (px, py) = ((x - 15.0) / 10.0, (y - 36.0) / 13.0);
                if px.abs() < 1.0 && py.abs() < 1.0 {
                    let face = px * px * 3.0 + (py + 0.25) * (py + 0.25) * 4.0;
                    return Some(if face < 1.0 {
                        0.55 + 0.2 * px
                    } else if py > 0.5 {
                        0.25
                    } else {
                        0.8
                    });
                }
            }
            Layout::NewBack => {
                if (34.0..52.0).contains(&y) && (4.0..81.6).contains(&x) {
                    return self.letters(x, y, 34.0 + 6.0 * ((y - 34.0) / 6.0).floor(), 3.2, 2.55);
                }
                if (8.0..20.0).contains(&x) && (12.0..22.0).contains(&y) {
                    let bar = ((x - 8.0) / 2.0).sin() * ((y - 12.0) / 1.7).sin();
                    return Some(if bar > 0.3 { 0.45 } else { 0.62 });
                }
            }
        }
        let (top, height, right) = *self
            .lines
            .iter()
            .find(|(top, height, _)| (*top..top + height).contains(&y))?;
        let left = if self.layout == Layout::OldFront {
            30.0
        } else {
            24.0
        };
        if (left..right).contains(&x) {
            self.letters(x, y, top, height, 1.5)
        } else {
            None
        }
    }

    /// Something that is no letter but as dense as letters are.
    fn letters(&self, x: f32, y: f32, top: f32, height: f32, width: f32) -> Option<f32> {
        if !(top..top + height).contains(&y) {
            return None;
        }
        let letter = (x / width) as u32;
        let (column, row) = (
            ((x / width).fract() * 4.0) as u32,
            ((y - top) / height * 5.0) as u32,
        );
        if column == 3 {
            return None;
        }
        let mut hash =
            (letter ^ self.text_seed).wrapping_mul(0x9E37_79B1) ^ (top as u32).wrapping_mul(0x85EB_CA77);
        hash ^= hash >> 15;
        (hash.wrapping_mul(0xC2B2_AE3D) >> (row * 3 + column) & 1 == 1).then_some(0.15)
    }
}
