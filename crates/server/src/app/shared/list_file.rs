//! Lists that offices are given as CSV files: read line by line, however the spreadsheet wrote them.

use eid_domain::{
    field::{FieldCode, FieldError},
    identity::BirthDate,
    search_key::search_key,
};
use jiff::civil::Date;

/// Longest text of a cell that is shown again.
const LONGEST_SHOWN: usize = 100;

/// A list: where its columns stand, and its rows with their lines in the file, from 1.
pub type Rows<C> = (C, Vec<(u32, csv::StringRecord)>);

/// Reads a list: a byte order mark, `sep=;`, and commas, semicolons or tabs between the columns are all understood;
/// empty rows are passed over.
///
/// # Errors
/// Where it cannot be read at all: `csv` (empty, or more than `most` rows), and what `header` says of the first row.
pub fn rows<C>(
    text: &str,
    most: usize,
    header: impl FnOnce(&csv::StringRecord) -> Result<C, Vec<FieldError>>,
) -> Result<Rows<C>, Vec<FieldError>> {
    let wrong = |code| vec![FieldError::new("csv", code)];
    let (text, skipped) = body(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut lines = Lines {
        text,
        byte: 0,
        line: 1 + skipped,
    };
    let mut first = None;
    let mut found = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| wrong(FieldCode::ChoiceUnknown))?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        if first.is_none() {
            first = Some(record);
            continue;
        }
        if found.len() >= most {
            return Err(wrong(FieldCode::TextTooLong));
        }
        found.push((lines.at(record.position().map_or(0, csv::Position::byte)), record));
    }
    let columns = header(&first.ok_or_else(|| wrong(FieldCode::Required))?)?;
    if found.is_empty() {
        return Err(wrong(FieldCode::Required));
    }
    Ok((columns, found))
}

/// The text behind a byte order mark and a line `sep=;` that Excel writes, and how many lines that were.
fn body(text: &str) -> (&str, u32) {
    let text = text.trim_start_matches('\u{feff}');
    match text.split_once('\n') {
        Some((first, rest)) if first.trim().to_ascii_lowercase().starts_with("sep=") => (rest, 1),
        _ => (text, 0),
    }
}

/// Counts lines. The reader's own count is one short where lines end as on Windows.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line of what begins at a byte, or after the line ends there; asked in order.
    fn at(&mut self, byte: u64) -> u32 {
        let bytes = self.text.as_bytes();
        let mut end = usize::try_from(byte).unwrap_or(usize::MAX).max(self.byte);
        while matches!(bytes.get(end), Some(b'\r' | b'\n')) {
            end += 1;
        }
        let between = bytes.get(self.byte..end).unwrap_or_default();
        let ends = between.iter().filter(|byte| **byte == b'\n').count();
        self.line += u32::try_from(ends).unwrap_or(0);
        self.byte = end;
        self.line
    }
}

/// What stands between the headings most often.
fn delimiter(text: &str) -> u8 {
    let header = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let count = |sign: &u8| header.bytes().filter(|byte| byte == sign).count();
    // The last of equals wins: a comma where there is none of them.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// Where the column of one of these headings stands; the first of two that mean the same counts.
#[must_use]
pub fn place(header: &csv::StringRecord, headings: &[&str]) -> Option<usize> {
    header
        .iter()
        .position(|cell| headings.contains(&search_key(cell).as_str()))
}

/// What was parsed; what is wrong with it goes to the errors, under the column's name.
pub fn take<T>(column: &str, parsed: Result<T, FieldCode>, errors: &mut Vec<FieldError>) -> Option<T> {
    parsed
        .map_err(|code| errors.push(FieldError::new(column, code)))
        .ok()
}

/// A cell as it is shown again.
#[must_use]
pub fn shown(cell: &str) -> String {
    cell.chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_SHOWN)
        .collect()
}

/// `15/08/2012`, `15-8-2012`, `15.08.2012`, `2012-08-15`, or what is known of it: `2012`.
///
/// # Errors
/// As [`BirthDate::parse`].
pub fn birth_date(cell: &str, today: Date) -> Result<BirthDate, FieldCode> {
    let parts: Vec<&str> = cell.split(['/', '-', '.']).map(str::trim).collect();
    match parts.as_slice() {
        [day, month, year] if day.len() < 4 => BirthDate::parse_parts(day, month, year, false, today),
        [year, month, day] => BirthDate::parse_parts(day, month, year, false, today),
        _ => BirthDate::parse(cell, today),
    }
}
