//! A QR code that the server has drawn, so that no phone loads what draws one.

use serde::{Deserialize, Serialize};

/// The modules of a QR code (ISO/IEC 18004), without the quiet zone around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DrawnCode {
    /// Modules of a side.
    pub side: u16,
    /// The modules row by row, four to a hexadecimal digit, the first the highest; 1 is black. Zeros fill the last digit.
    pub modules: String,
}

impl DrawnCode {
    /// Writes a drawing down.
    #[must_use]
    pub fn of(side: u16, black: impl Fn(u16, u16) -> bool) -> Self {
        let mut modules = String::with_capacity(usize::from(side) * usize::from(side) / 4 + 1);
        let (mut digit, mut filled) = (0, 0);
        for (y, x) in (0..side).flat_map(|y| (0..side).map(move |x| (y, x))) {
            digit = digit << 1 | u32::from(black(x, y));
            filled += 1;
            if filled == 4 {
                modules.extend(char::from_digit(digit, 16));
                (digit, filled) = (0, 0);
            }
        }
        if filled > 0 {
            modules.extend(char::from_digit(digit << (4 - filled), 16));
        }
        Self { side, modules }
    }

    /// The runs of black modules, row by row: column of the first, row, how many. What is missing or no digit is white.
    #[must_use]
    pub fn runs(&self) -> Vec<[u16; 3]> {
        let mut runs: Vec<[u16; 3]> = Vec::new();
        let (mut x, mut y) = (0, 0);
        for digit in self.modules.chars().map(|digit| digit.to_digit(16).unwrap_or(0)) {
            for place in (0..4).rev() {
                if y == self.side {
                    return runs;
                }
                if digit >> place & 1 == 1 {
                    match runs.last_mut() {
                        Some([first, row, length]) if *row == y && *first + *length == x => *length += 1,
                        _ => runs.push([x, y, 1]),
                    }
                }
                x += 1;
                if x == self.side {
                    (x, y) = (0, y + 1);
                }
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_down_is_drawn(side in 1_u16..40, seed in any::<u64>()) {
            let black = |x: u16, y: u16| {
                (u64::from(x) * 31 + u64::from(y) * 17 + 1).wrapping_mul(seed | 1) >> 62 > 1
            };
            let code = DrawnCode::of(side, black);
            let mut drawn = vec![vec![false; usize::from(side)]; usize::from(side)];
            for [first, y, length] in code.runs() {
                for x in first..first + length {
                    drawn[usize::from(y)][usize::from(x)] = true;
                }
            }
            for (y, row) in drawn.iter().enumerate() {
                for (x, is_black) in row.iter().enumerate() {
                    prop_assert_eq!(*is_black, black(x as u16, y as u16), "{} {}", x, y);
                }
            }
        }

        #[test]
        fn anything_can_be_drawn(side in any::<u16>(), modules in ".{0,200}") {
            let runs = DrawnCode { side, modules }.runs();
            prop_assert!(runs.iter().all(|[x, y, length]| x + length <= side && *y < side));
        }
    }

    #[test]
    fn neighbours_in_other_rows_are_not_one_run() {
        let code = DrawnCode {
            side: 2,
            modules: "f".into(),
        };
        assert_eq!(code.runs(), [[0, 0, 2], [0, 1, 2]]);
    }
}
