//! Cutting a file into its records while it arrives. What is kept is one record, never the file.

use super::Fault;
use crate::str_enum::str_enum;

str_enum! {
    /// How a file is written.
    pub enum Format {
        /// RFC 4180, one record a line.
        Csv = "csv",
        /// An array of objects, or objects one after the other.
        Json = "json",
    }
}

/// Most bytes of a record.
pub const LONGEST: usize = 8 * 1024;
const MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// A record and the line it begins on, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its line.
    pub number: u32,
    /// Its text, or why it is none.
    pub text: Result<String, Fault>,
}

/// The cutter.
#[derive(Clone, Debug)]
pub struct Lines {
    format: Format,
    line: u32,
    begun: u32,
    kept: Vec<u8>,
    at: At,
}

/// Where in a file the cutter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// Between records.
    Between,
    /// In a record; for JSON with how many brackets open.
    Record { depth: u16 },
    /// In a text of a JSON record.
    Text { depth: u16, escaped: bool },
    /// In something that is no record, until there may be one again.
    Lost,
}

impl Lines {
    /// Before the first byte.
    #[must_use]
    pub const fn new(format: Format) -> Self {
        Self {
            format,
            line: 1,
            begun: 1,
            kept: Vec::new(),
            at: At::Between,
        }
    }

    /// The next bytes of the file; whole records go to `found`.
    pub fn feed(&mut self, bytes: &[u8], found: &mut Vec<Line>) {
        for byte in bytes {
            match self.format {
                Format::Csv => self.csv(*byte, found),
                Format::Json => self.json(*byte, found),
            }
            if *byte == b'\n' {
                self.line = self.line.saturating_add(1);
            }
        }
    }

    /// The file has ended.
    pub fn end(&mut self, found: &mut Vec<Line>) {
        match self.at {
            At::Between | At::Lost => {}
            At::Record { .. } if self.format == Format::Csv => self.give(found),
            At::Record { .. } | At::Text { .. } => self.lose(Fault::NotJson, found),
        }
        self.at = At::Between;
    }

    fn csv(&mut self, byte: u8, found: &mut Vec<Line>) {
        match (self.at, byte) {
            (At::Lost, b'\n') => self.at = At::Between,
            (At::Lost, _) | (At::Between, b'\n') => {}
            (_, b'\n') => self.give(found),
            (at, byte) => {
                if at == At::Between {
                    self.begin(At::Record { depth: 0 });
                }
                self.keep(byte, Fault::TooLong, found);
            }
        }
    }

    fn json(&mut self, byte: u8, found: &mut Vec<Line>) {
        match (self.at, byte) {
            (At::Between | At::Lost, b'{') => {
                self.begin(At::Record { depth: 1 });
                self.kept.push(byte);
            }
            (At::Between, byte)
                if byte.is_ascii_whitespace() || b",[]".contains(&byte) || MARK.contains(&byte) => {}
            (At::Between, _) => {
                self.begin(At::Lost);
                self.lose(Fault::NotJson, found);
            }
            (At::Lost, _) => {}
            (At::Text { .. }, b'\n') => self.lose(Fault::NotJson, found),
            (At::Text { depth, escaped: true }, _) => self.go(
                byte,
                At::Text {
                    depth,
                    escaped: false,
                },
                found,
            ),
            (At::Text { depth, .. }, b'\\') => self.go(byte, At::Text { depth, escaped: true }, found),
            (At::Text { depth, .. }, b'"') => self.go(byte, At::Record { depth }, found),
            (At::Text { .. }, _) => self.keep(byte, Fault::TooLong, found),
            (At::Record { depth }, b'"') => self.go(
                byte,
                At::Text {
                    depth,
                    escaped: false,
                },
                found,
            ),
            (At::Record { depth }, b'{') => {
                let depth = depth.saturating_add(1);
                self.go(byte, At::Record { depth }, found);
            }
            (At::Record { depth: 1 }, b'}') => {
                self.kept.push(byte);
                self.give(found);
            }
            (At::Record { depth }, b'}') => self.go(byte, At::Record { depth: depth - 1 }, found),
            (At::Record { .. }, _) => self.keep(byte, Fault::TooLong, found),
        }
    }

    fn begin(&mut self, at: At) {
        self.at = at;
        self.begun = self.line;
    }

    fn go(&mut self, byte: u8, at: At, found: &mut Vec<Line>) {
        self.at = at;
        self.keep(byte, Fault::TooLong, found);
    }

    fn keep(&mut self, byte: u8, fault: Fault, found: &mut Vec<Line>) {
        if self.kept.len() >= LONGEST {
            self.lose(fault, found);
        } else {
            self.kept.push(byte);
        }
    }

    fn lose(&mut self, fault: Fault, found: &mut Vec<Line>) {
        self.kept.clear();
        self.at = At::Lost;
        found.push(Line {
            number: self.begun,
            text: Err(fault),
        });
    }

    fn give(&mut self, found: &mut Vec<Line>) {
        self.at = At::Between;
        let bytes = std::mem::take(&mut self.kept);
        let bytes = bytes.strip_prefix(&MARK).unwrap_or(bytes.as_slice());
        let text = match std::str::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => Ok(text.trim_end_matches('\r').to_owned()),
            _ => Err(Fault::NotText),
        };
        // Spreadsheets leave rows of nothing but separators.
        let is_empty = |text: &String| text.chars().all(|c| c.is_whitespace() || ",;\"".contains(c));
        if self.format == Format::Json || !text.as_ref().is_ok_and(is_empty) {
            found.push(Line {
                number: self.begun,
                text,
            });
        }
    }
}
