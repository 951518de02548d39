//! Level and mask, written twice near the corner marks.

use super::{Modules, tables::Level};

/// What the format marks say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Format {
    pub(crate) level: Level,
    /// 0 to 7.
    pub(crate) mask: u8,
}

/// All 15 bits are XORed with this, so that no format is all light.
const SCRAMBLE: u16 = 0b101_0100_0001_0010;
/// The generator of the marks' own error correction.
const GENERATOR: u16 = 0b101_0011_0111;
/// Marks differ from each other in seven bits at least; up to three wrong ones are put right.
const MOST_WRONG: u32 = 3;

/// The formats that either mark may mean, the nearest first: one or two.
pub(crate) fn candidates(modules: &Modules) -> Vec<Format> {
    let mut found: Vec<(u32, Format)> = Vec::new();
    for read in [first(modules), second(modules)] {
        let Some((wrong, format)) = nearest(read) else {
            continue;
        };
        if wrong <= MOST_WRONG && found.iter().all(|(_, known)| *known != format) {
            found.push((wrong, format));
        }
    }
    found.sort_by_key(|(wrong, _)| *wrong);
    found.into_iter().map(|(_, format)| format).collect()
}

fn nearest(read: u16) -> Option<(u32, Format)> {
    let distances = (0..32_u16).map(|data| ((encoded(data) ^ read).count_ones(), data));
    let (wrong, data) = distances.min()?;
    let level = match data >> 3 {
        0b01 => Level::L,
        0b00 => Level::M,
        0b11 => Level::Q,
        _ => Level::H,
    };
    Some((
        wrong,
        Format {
            level,
            mask: (data & 7) as u8,
        },
    ))
}

fn encoded(data: u16) -> u16 {
    let mut rest = data << 10;
    for bit in (10..15).rev() {
        if rest & (1 << bit) != 0 {
            rest ^= GENERATOR << (bit - 10);
        }
    }
    ((data << 10) | rest) ^ SCRAMBLE
}

/// Around the top left mark; the highest bit first.
fn first(modules: &Modules) -> u16 {
    let across = [0, 1, 2, 3, 4, 5, 7, 8].map(|column| (8, column));
    let up = [7, 5, 4, 3, 2, 1, 0].map(|row| (row, 8));
    bits(modules, across.into_iter().chain(up))
}

/// Below the top right mark and beside the bottom left one.
fn second(modules: &Modules) -> u16 {
    let size = modules.size();
    let up = (size - 7..size).rev().map(|row| (row, 8));
    let across = (size - 8..size).map(|column| (8, column));
    bits(modules, up.chain(across))
}

fn bits(modules: &Modules, places: impl Iterator<Item = (usize, usize)>) -> u16 {
    places.fold(0, |read, (row, column)| {
        read << 1 | u16::from(modules.at(row, column))
    })
}
