//! Whatever a camera or a file gives, the scanner answers.

use eid_scanner::code::Modules;
use eid_scanner::{Luma, read, read_rgba};
use proptest::prelude::*;

/// A picture of random squares: much more like codes than noise is.
fn squares(width: usize, height: usize, side: usize, seed: u64) -> Vec<u8> {
    let mut state = seed | 1;
    let columns = width.div_ceil(side);
    let cells: Vec<u8> = (0..columns * height.div_ceil(side))
        .map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            if state >> 63 == 0 { 20 } else { 230 }
        })
        .collect();
    (0..width * height)
        .map(|at| cells[at / width / side * columns + at % width / side])
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn noise_is_answered(width in 0_usize..200, height in 0_usize..200, seed: u64) {
        let pixels = squares(width, height, 1, seed);
        prop_assert_eq!(read(Luma::new(pixels, width, height).unwrap()), None);
    }

    #[test]
    fn squares_are_answered(width in 21_usize..640, height in 21_usize..480, side in 1_usize..9, seed: u64) {
        let _ = read(Luma::new(squares(width, height, side, seed), width, height).unwrap());
    }

    #[test]
    fn any_modules_are_answered(version in 1_usize..=40, seed: u64) {
        let size = 17 + 4 * version;
        let dark = squares(size, size, 1, seed).into_iter().map(|value| value < 128).collect();
        let _ = Modules::new(size, dark).unwrap().read();
    }

    #[test]
    fn sizes_that_do_not_fit_are_refused(bytes in 0_usize..400, width in 0_usize..20, height in 0_usize..20) {
        let answer = read_rgba(&vec![7; bytes], width, height);
        prop_assert_eq!(answer, None);
        prop_assert_eq!(Luma::new(vec![7; bytes], width, height).is_some(), width * height == bytes);
    }
}

#[test]
fn absurd_sizes_do_not_overflow() {
    assert_eq!(read_rgba(&[], usize::MAX, 2), None);
    assert_eq!(read_rgba(&[], usize::MAX / 4 + 1, 4), None);
    assert!(Luma::new(Vec::new(), usize::MAX, 3).is_none());
}
