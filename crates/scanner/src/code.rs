//! From modules to bytes, after ISO/IEC 18004: format, order of the words, corrected errors, segments.

mod format;
mod galois;
mod payload;
mod reed_solomon;
mod tables;
mod words;

pub(crate) use tables::{alignment_middles, size_of};

/// A square of modules; the whole knowledge about a code's colours.
#[derive(Clone, Debug)]
pub struct Modules {
    size: usize,
    dark: Vec<bool>,
}

/// Why modules are not readable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// No version has this size.
    Size,
    /// The format marks are too far from all known ones.
    Format,
    /// More wrong words than can be put right.
    Errors,
    /// The words make no sense.
    Segments,
}

impl Modules {
    /// Modules row by row.
    ///
    /// # Errors
    /// [`Unreadable::Size`] where the number of modules is not that of a version.
    pub fn new(size: usize, dark: Vec<bool>) -> Result<Self, Unreadable> {
        let known = (1..=40).any(|version| size_of(version) == size);
        let fits = known && dark.len() == size * size;
        fits.then_some(Self { size, dark }).ok_or(Unreadable::Size)
    }

    /// Modules along one side.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.size
    }

    fn version(&self) -> usize {
        (self.size - 17) / 4
    }

    fn at(&self, row: usize, column: usize) -> bool {
        self.dark[row * self.size + column]
    }

    /// The bytes that the code carries.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn read(&self) -> Result<Vec<u8>, Unreadable> {
        // Most colours are right even where one of the two format marks is not: what is nearer is tried first.
        let mut last = Unreadable::Format;
        for format in format::candidates(self) {
            match words::corrected(self, format) {
                Ok(words) => return payload::read(&words, self.version()).ok_or(Unreadable::Segments),
                Err(error) => last = error,
            }
        }
        Err(last)
    }
}

#[cfg(test)]
mod tests;
