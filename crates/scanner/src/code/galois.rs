//! Arithmetic on bytes as the standard's error correction has it: the field of 256 elements over
//! x⁸ + x⁴ + x³ + x² + 1.

const REDUCE: u16 = 0x11D;

const fn powers() -> [u8; 512] {
    let mut table = [0; 512];
    let (mut power, mut value) = (0, 1_u16);
    while power < 512 {
        table[power] = value as u8;
        value <<= 1;
        if value & 0x100 != 0 {
            value ^= REDUCE;
        }
        power += 1;
    }
    table
}

const fn logarithms() -> [u8; 256] {
    let mut table = [0; 256];
    let powers = powers();
    let mut power = 0;
    while power < 255 {
        table[powers[power] as usize] = power as u8;
        power += 1;
    }
    table
}

static POWERS: [u8; 512] = powers();
static LOGARITHMS: [u8; 256] = logarithms();

/// 2 to this power.
pub(crate) fn power(exponent: usize) -> u8 {
    POWERS[exponent % 255]
}

/// The product.
pub(crate) fn times(a: u8, b: u8) -> u8 {
    if a == 0 || b == 0 {
        return 0;
    }
    POWERS[usize::from(LOGARITHMS[usize::from(a)]) + usize::from(LOGARITHMS[usize::from(b)])]
}

/// The quotient; `b` is not 0.
pub(crate) fn over(a: u8, b: u8) -> u8 {
    if a == 0 || b == 0 {
        return 0;
    }
    POWERS[usize::from(LOGARITHMS[usize::from(a)]) + 255 - usize::from(LOGARITHMS[usize::from(b)])]
}
