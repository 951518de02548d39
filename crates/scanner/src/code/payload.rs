//! Words to text: numbers, capitals and bytes, each in segments of its own.

/// Bits, taken from the front.
struct Bits<'a> {
    words: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn left(&self) -> usize {
        self.words.len() * 8 - self.at
    }

    fn take(&mut self, count: usize) -> Option<usize> {
        if count > self.left() {
            return None;
        }
        let taken = (self.at..self.at + count).fold(0, |taken, at| {
            taken << 1 | usize::from(self.words[at / 8] >> (7 - at % 8) & 1)
        });
        self.at += count;
        Some(taken)
    }
}

const CAPITALS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The bytes of all segments; nothing where they make no sense. Kanji segments, which no card of Viet Nam has, make
/// none.
pub(crate) fn read(words: &[u8], version: usize) -> Option<Vec<u8>> {
    let mut bits = Bits { words, at: 0 };
    let mut bytes = Vec::new();
    let band = match version {
        ..10 => 0,
        10..27 => 1,
        _ => 2,
    };
    while bits.left() >= 4 {
        match bits.take(4)? {
            0 => break,
            1 => numbers(&mut bits, [10, 12, 14][band], &mut bytes)?,
            2 => capitals(&mut bits, [9, 11, 13][band], &mut bytes)?,
            4 => {
                let count = bits.take([8, 16, 16][band])?;
                for _ in 0..count {
                    bytes.push(bits.take(8)? as u8);
                }
            }
            7 => designator(&mut bits)?,
            // Part of a series of codes: its own text follows.
            3 => drop(bits.take(16)?),
            // GS1, first position; the second has one more byte.
            5 => {}
            9 => drop(bits.take(8)?),
            _ => return None,
        }
    }
    Some(bytes)
}

fn numbers(bits: &mut Bits<'_>, length: usize, bytes: &mut Vec<u8>) -> Option<()> {
    let mut left = bits.take(length)?;
    while left > 0 {
        let digits = left.min(3);
        let value = bits.take([0, 4, 7, 10][digits])?;
        if value >= [1, 10, 100, 1000][digits] {
            return None;
        }
        let text = format!("{value:0digits$}");
        bytes.extend(text.as_bytes());
        left -= digits;
    }
    Some(())
}

fn capitals(bits: &mut Bits<'_>, length: usize, bytes: &mut Vec<u8>) -> Option<()> {
    let mut left = bits.take(length)?;
    while left >= 2 {
        let value = bits.take(11)?;
        bytes.push(*CAPITALS.get(value / 45)?);
        bytes.push(*CAPITALS.get(value % 45)?);
        left -= 2;
    }
    if left == 1 {
        bytes.push(*CAPITALS.get(bits.take(6)?)?);
    }
    Some(())
}

/// Names a character set. All that cards carry is UTF-8 or can be told by its bytes, so the name does not count.
fn designator(bits: &mut Bits<'_>) -> Option<()> {
    let first = bits.take(8)?;
    if first & 0x80 == 0 {
        Some(())
    } else if first & 0xC0 == 0x80 {
        bits.take(8).map(drop)
    } else {
        bits.take(16).map(drop)
    }
}
