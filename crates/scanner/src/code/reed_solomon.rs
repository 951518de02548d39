//! Putting wrong words right.

use super::galois::{over, power, times};

/// Corrects a block in place: data first, then `correcting` words. `false` where too much is wrong.
pub(crate) fn correct(block: &mut [u8], correcting: usize) -> bool {
    let syndromes = syndromes(block, correcting);
    if syndromes.iter().all(|value| *value == 0) {
        return true;
    }
    let Some(locator) = locator(&syndromes) else {
        return false;
    };
    let wrong = locator.len() - 1;
    // The evaluator: syndromes times locator, as far as there are syndromes.
    let evaluator: Vec<u8> = (0..correcting)
        .map(|at| {
            (0..=at.min(wrong)).fold(0, |sum, index| sum ^ times(locator[index], syndromes[at - index]))
        })
        .collect();
    let mut found = 0;
    for at in 0..block.len() {
        let exponent = block.len() - 1 - at;
        let inverse = power(255 - exponent % 255);
        if value(&locator, inverse) != 0 {
            continue;
        }
        found += 1;
        // The locator's derivative: only odd powers are left, each one lower.
        let slope = locator
            .iter()
            .skip(1)
            .step_by(2)
            .rev()
            .fold(0, |sum, factor| times(times(sum, inverse), inverse) ^ factor);
        if slope == 0 {
            return false;
        }
        block[at] ^= times(power(exponent), over(value(&evaluator, inverse), slope));
    }
    found == wrong && self::syndromes(block, correcting).iter().all(|value| *value == 0)
}

fn syndromes(block: &[u8], correcting: usize) -> Vec<u8> {
    let of = |root: u8| block.iter().fold(0, |sum, word| times(sum, root) ^ word);
    (0..correcting).map(|index| of(power(index))).collect()
}

/// Factors from the lowest power up.
fn value(factors: &[u8], x: u8) -> u8 {
    factors.iter().rev().fold(0, |sum, factor| times(sum, x) ^ factor)
}

/// Berlekamp and Massey's search for the polynomial whose roots tell where errors are; nothing where there are more
/// than can be found.
fn locator(syndromes: &[u8]) -> Option<Vec<u8>> {
    let mut present = vec![1_u8];
    let mut before = vec![1_u8];
    let (mut errors, mut gap, mut scale) = (0_usize, 1_usize, 1_u8);
    for at in 0..syndromes.len() {
        let off = present
            .iter()
            .enumerate()
            .take(at + 1)
            .fold(0, |sum, (index, factor)| {
                sum ^ times(*factor, syndromes[at - index])
            });
        if off == 0 {
            gap += 1;
            continue;
        }
        let factor = over(off, scale);
        let mut next = present.clone();
        next.resize(next.len().max(before.len() + gap), 0);
        for (index, old) in before.iter().enumerate() {
            next[index + gap] ^= times(factor, *old);
        }
        if 2 * errors <= at {
            errors = at + 1 - errors;
            before = present;
            scale = off;
            gap = 1;
        } else {
            gap += 1;
        }
        present = next;
    }
    while present.len() > 1 && present.last() == Some(&0) {
        present.pop();
    }
    (present.len() == errors + 1 && 2 * errors <= syndromes.len()).then_some(present)
}
