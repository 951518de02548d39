//! Sizes of all versions, from tables 1, 9 and E.1 of the standard.

/// How many errors a code was made to bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    L,
    M,
    Q,
    H,
}

/// How a version's words are spread over blocks at one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Blocks {
    /// Number of blocks.
    pub(crate) count: usize,
    /// Words that correct, in each block.
    pub(crate) correcting: usize,
}

/// Modules along a side.
pub(crate) const fn size_of(version: usize) -> usize {
    17 + 4 * version
}

/// All words of a version: data and correction.
pub(crate) const fn words(version: usize) -> usize {
    let mut modules = (16 * version + 128) * version + 64;
    if version >= 2 {
        let marks = version / 7 + 2;
        modules -= (25 * marks - 10) * marks - 55;
        if version >= 7 {
            modules -= 36;
        }
    }
    modules / 8
}

/// Rows, and columns, of the middles of the alignment marks.
pub(crate) fn alignment_middles(version: usize) -> Vec<usize> {
    if version < 2 {
        return Vec::new();
    }
    let count = version / 7 + 2;
    // Version 32 is the one exception to the rule of the others.
    let step = if version == 32 {
        26
    } else {
        (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    };
    let last = size_of(version) - 7;
    let mut middles: Vec<usize> = (0..count - 1).map(|index| last - index * step).collect();
    middles.push(6);
    middles.reverse();
    middles
}

/// The blocks of a version, from 1 to 40.
pub(crate) fn blocks(version: usize, level: Level) -> Blocks {
    let (counts, correcting) = match level {
        Level::L => (&COUNT_L, &CORRECTING_L),
        Level::M => (&COUNT_M, &CORRECTING_M),
        Level::Q => (&COUNT_Q, &CORRECTING_Q),
        Level::H => (&COUNT_H, &CORRECTING_H),
    };
    let at = version.clamp(1, 40) - 1;
    Blocks {
        count: counts[at].into(),
        correcting: correcting[at].into(),
    }
}

const CORRECTING_L: [u8; 40] = [
    7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
];
const CORRECTING_M: [u8; 40] = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const CORRECTING_Q: [u8; 40] = [
    13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
];
const CORRECTING_H: [u8; 40] = [
    17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
];
const COUNT_L: [u8; 40] = [
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17,
    18, 19, 19, 20, 21, 22, 24, 25,
];
const COUNT_M: [u8; 40] = [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
    31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];
const COUNT_Q: [u8; 40] = [
    1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38,
    40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
];
const COUNT_H: [u8; 40] = [
    1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45,
    48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
];
