//! Why a data file was refused.

/// A row of a data file that cannot be used. Read by operators, so its text is English and exact.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct DataError {
    /// The file's name as the caller gave it, e.g. `holidays.csv`.
    pub file: String,
    /// Line, counted from 1; 0 when the whole file is meant.
    pub line: usize,
    /// What is wrong, in plain words.
    pub reason: String,
}

impl DataError {
    /// An error at a line of a file.
    pub fn new(file: &str, line: usize, reason: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            reason: reason.into(),
        }
    }
}
