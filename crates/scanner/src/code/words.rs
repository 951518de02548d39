//! Modules to words: which modules carry data, in which order, and which words belong to which block.

use super::format::Format;
use super::tables::{Blocks, alignment_middles, blocks, words};
use super::{Modules, Unreadable, reed_solomon};

/// The data words, corrected, blocks one after the other.
pub(crate) fn corrected(modules: &Modules, format: Format) -> Result<Vec<u8>, Unreadable> {
    let version = modules.version();
    let Blocks { count, correcting } = blocks(version, format.level);
    let read = in_order(modules, format.mask);
    let all = words(version);
    if read.len() < all {
        return Err(Unreadable::Errors);
    }
    // The first blocks may be one word shorter than the last.
    let short = all / count;
    let longer = all % count;
    let data = short - correcting;
    let mut corrected = Vec::with_capacity(all - count * correcting);
    let mut block = Vec::with_capacity(short + 1);
    for index in 0..count {
        let extra = index >= count - longer;
        block.clear();
        block.extend((0..data).map(|at| read[at * count + index]));
        if extra {
            block.push(read[data * count + index - (count - longer)]);
        }
        let start = data * count + longer;
        block.extend((0..correcting).map(|at| read[start + at * count + index]));
        if !reed_solomon::correct(&mut block, correcting) {
            return Err(Unreadable::Errors);
        }
        corrected.extend(&block[..data + usize::from(extra)]);
    }
    Ok(corrected)
}

/// Words as they lie in the code: two columns at a time, from the right, up and down in turn.
fn in_order(modules: &Modules, mask: u8) -> Vec<u8> {
    let size = modules.size();
    let taken = taken(size, modules.version());
    let mut words = Vec::with_capacity(size * size / 8);
    let (mut word, mut bits) = (0_u8, 0);
    let mut right = size - 1;
    let mut up = true;
    loop {
        for step in 0..size {
            let row = if up { size - 1 - step } else { step };
            for column in [right, right - 1] {
                if taken[row * size + column] {
                    continue;
                }
                word = word << 1 | u8::from(modules.at(row, column) != flips(mask, row, column));
                bits += 1;
                if bits == 8 {
                    words.push(word);
                    (word, bits) = (0, 0);
                }
            }
        }
        up = !up;
        // Column 6 is the timing pattern's.
        right = match right {
            8 => 5,
            0..=2 => break,
            right => right - 2,
        };
    }
    words
}

fn flips(mask: u8, row: usize, column: usize) -> bool {
    let (i, j) = (row, column);
    let rest = match mask {
        0 => (i + j) % 2,
        1 => i % 2,
        2 => j % 3,
        3 => (i + j) % 3,
        4 => (i / 2 + j / 3) % 2,
        5 => i * j % 2 + i * j % 3,
        6 => (i * j % 2 + i * j % 3) % 2,
        _ => ((i + j) % 2 + i * j % 3) % 2,
    };
    rest == 0
}

/// Modules that carry no data.
fn taken(size: usize, version: usize) -> Vec<bool> {
    let mut taken = vec![false; size * size];
    let mut take = |rows: std::ops::Range<usize>, columns: std::ops::Range<usize>| {
        for row in rows {
            taken[row * size..][columns.clone()].fill(true);
        }
    };
    take(0..9, 0..9);
    take(0..9, size - 8..size);
    take(size - 8..size, 0..9);
    take(6..7, 0..size);
    take(0..size, 6..7);
    if version >= 7 {
        take(0..6, size - 11..size - 8);
        take(size - 11..size - 8, 0..6);
    }
    let middles = alignment_middles(version);
    let last = size - 7;
    for row in &middles {
        for column in &middles {
            let corner = (*row == 6 && (*column == 6 || *column == last)) || (*row == last && *column == 6);
            if !corner {
                take(row - 2..row + 3, column - 2..column + 3);
            }
        }
    }
    taken
}
