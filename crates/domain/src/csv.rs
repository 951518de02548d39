//! The small part of CSV (RFC 4180) our data files use: a header, commas, double quotes, `#` comment lines.

use crate::data_error::DataError;

/// One row of a file, with the place it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record<'a> {
    file: &'a str,
    header: &'a [&'a str],
    /// Line, counted from 1.
    pub line: usize,
    fields: Vec<String>,
}

impl Record<'_> {
    /// The trimmed text of a column; empty when the header has no such column.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        let position = self.header.iter().position(|name| *name == column);
        position
            .and_then(|at| self.fields.get(at))
            .map_or("", String::as_str)
    }

    /// An error at this row.
    pub fn error(&self, reason: impl Into<String>) -> DataError {
        DataError::new(self.file, self.line, reason)
    }

    /// Reads a column with `read`.
    ///
    /// # Errors
    /// Names the column and its text when `read` gives nothing.
    pub fn read<T>(&self, column: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, DataError> {
        let text = self.get(column);
        read(text).ok_or_else(|| self.error(format!("{column}: \"{text}\" is not a valid value")))
    }

    /// Reads a column that may be empty.
    ///
    /// # Errors
    /// As [`Record::read`], when the column is not empty.
    pub fn read_optional<T>(
        &self,
        column: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, DataError> {
        if self.get(column).is_empty() {
            Ok(None)
        } else {
            self.read(column, read).map(Some)
        }
    }
}

/// Splits a file whose first line must be exactly `header`.
///
/// # Errors
/// Another header, a row with more or fewer columns, or a quote that is not closed on its line.
pub fn records<'a>(file: &'a str, text: &str, header: &'a [&'a str]) -> Result<Vec<Record<'a>>, DataError> {
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let Some((at, first)) = lines.next() else {
        return Err(DataError::new(file, 0, "the file is empty"));
    };
    if split(first, ',').is_none_or(|names| names != header) {
        return Err(DataError::new(
            file,
            at,
            format!("the header must be: {}", header.join(",")),
        ));
    }
    lines
        .map(|(line, row)| {
            let fields =
                split(row, ',').ok_or_else(|| DataError::new(file, line, "a double quote is not closed"))?;
            if fields.len() != header.len() {
                let reason = format!("{} columns, the header has {}", fields.len(), header.len());
                return Err(DataError::new(file, line, reason));
            }
            Ok(Record {
                file,
                header,
                line,
                fields,
            })
        })
        .collect()
}

/// The trimmed cells of one line; `None` where a double quote is not closed on it.
pub(crate) fn split(line: &str, between: char) -> Option<Vec<String>> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                fields.last_mut()?.push('"');
            }
            '"' => quoted = !quoted,
            c if c == between && !quoted => fields.push(String::new()),
            _ => fields.last_mut()?.push(c),
        }
    }
    (!quoted).then(|| fields.into_iter().map(|field| field.trim().to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[&str] = &["a", "b"];

    #[test]
    fn quotes_comments_and_blank_lines() {
        let rows = records("t.csv", "a,b\n# note\n\n\"x, \"\"y\"\"\", z \r\n", HEADER).expect("well-formed");
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (rows[0].line, rows[0].get("a"), rows[0].get("b")),
            (4, "x, \"y\"", "z")
        );
        assert_eq!(rows[0].get("none"), "");
    }

    #[test]
    fn refusals_name_file_line_and_reason() {
        let refused = |text: &str| records("t.csv", text, HEADER).unwrap_err().to_string();
        assert_eq!(refused(""), "t.csv:0: the file is empty");
        assert_eq!(refused("b,a\n"), "t.csv:1: the header must be: a,b");
        assert_eq!(refused("a,b\n1\n"), "t.csv:2: 1 columns, the header has 2");
        assert_eq!(refused("a,b\n1,\"2\n"), "t.csv:2: a double quote is not closed");
        let rows = records("t.csv", "a,b\n1,x\n", HEADER).expect("well-formed");
        let error = rows[0]
            .read("b", |text| text.parse::<u8>().ok())
            .unwrap_err()
            .to_string();
        assert_eq!(error, "t.csv:2: b: \"x\" is not a valid value");
    }
}
