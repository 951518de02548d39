//! Tab-separated files with `#` comment lines and a header. No quoting: no text of ours has a tab.

use crate::{data_error::DataError, search_key::compose_vietnamese};

/// One row, borrowed from the file's text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a, const N: usize> {
    file: &'a str,
    /// Line, counted from 1.
    pub(crate) line: usize,
    /// The columns in the order of the header.
    pub(crate) cells: [&'a str; N],
}

impl<const N: usize> Row<'_, N> {
    /// An error at this row.
    pub(crate) fn error(&self, reason: impl Into<String>) -> DataError {
        DataError::new(self.file, self.line, reason)
    }

    /// A column's value as `read` sees it, or an error that shows the text.
    pub(crate) fn read<T>(
        &self,
        column: usize,
        what: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, DataError> {
        let text = self.cells[column];
        read(text).ok_or_else(|| self.error(format!("\"{text}\" is not {what}")))
    }

    /// A column that holds a Vietnamese name: not empty, composed letters, single spaces.
    pub(crate) fn name(&self, column: usize) -> Result<String, DataError> {
        self.read(column, "a name in composed letters with single spaces", |text| {
            let tidy = !text.is_empty() && text.split(' ').all(|word| !word.is_empty());
            (tidy && compose_vietnamese(text) == text).then(|| text.to_owned())
        })
    }
}

/// The rows of a file whose first line, after comments, is exactly `header`.
pub(crate) fn rows<'a, const N: usize>(
    file: &'a str,
    text: &'a str,
    header: [&str; N],
) -> Result<Vec<Row<'a, N>>, DataError> {
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let Some((at, first)) = lines.next() else {
        return Err(DataError::new(file, 0, "the file is empty"));
    };
    if !first.split('\t').eq(header) {
        return Err(DataError::new(
            file,
            at,
            format!("the header must be: {}", header.join(" ")),
        ));
    }
    lines.map(|(line, text)| row(file, line, text)).collect()
}

fn row<'a, const N: usize>(file: &'a str, line: usize, text: &'a str) -> Result<Row<'a, N>, DataError> {
    let mut cells = [""; N];
    let mut count = 0;
    for cell in text.split('\t') {
        if let Some(place) = cells.get_mut(count) {
            *place = cell;
        }
        count += 1;
    }
    if count == N {
        Ok(Row { file, line, cells })
    } else {
        Err(DataError::new(
            file,
            line,
            format!("{count} columns, the header has {N}"),
        ))
    }
}
