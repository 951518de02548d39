//! Reading a list. Every row is judged by itself: what is wrong with one says nothing about another.

use super::columns::Columns;
use eid_domain::{
    field::{FieldCode, FieldError},
    identity::{BirthDate, OtpPhone, PersonName, PersonalNumber},
    wire::{
        Lang,
        class_list::{Column, MOST_ROWS},
    },
};
use jiff::civil::Date;

/// Longest name of a class.
const LONGEST_CLASS: usize = 20;
/// Longest text of a cell that is shown again.
const LONGEST_SHOWN: usize = 100;

/// A pupil as parsed.
#[derive(Clone)]
pub struct Pupil {
    /// Name.
    pub full_name: PersonName,
    /// Number.
    pub personal_number: PersonalNumber,
    /// Birth date.
    pub birth_date: BirthDate,
    /// Class.
    pub class_name: String,
    /// A parent's phone.
    pub phone: OtpPhone,
    /// The language of what they are told.
    pub lang: Lang,
}

/// A row.
#[derive(Clone)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The name as it stands there.
    pub full_name: String,
    /// The class as it stands there.
    pub class_name: String,
    /// The pupil, or every wrong column.
    pub pupil: Result<Pupil, Vec<FieldError>>,
}

/// Reads a list: a byte order mark, `sep=;`, and commas, semicolons or tabs between the columns are all understood;
/// empty rows are passed over.
///
/// # Errors
/// Where it cannot be read at all: `csv` (empty, or too many rows), `csv.` and the name of a missing column.
pub fn rows(text: &str, today: Date) -> Result<Vec<Row>, Vec<FieldError>> {
    let wrong = |code| vec![FieldError::new("csv", code)];
    let (text, skipped) = body(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut columns = None;
    let mut found = Vec::new();
    let mut lines = Lines {
        text,
        byte: 0,
        line: 1 + skipped,
    };
    for record in reader.records() {
        let record = record.map_err(|_| wrong(FieldCode::ChoiceUnknown))?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let Some(columns) = &columns else {
            columns = Some(Columns::of(record.iter())?);
            continue;
        };
        if found.len() >= MOST_ROWS {
            return Err(wrong(FieldCode::TextTooLong));
        }
        let line = lines.at(record.position().map_or(0, csv::Position::byte));
        found.push(row(line, columns, &record, today));
    }
    if found.is_empty() {
        return Err(wrong(FieldCode::Required));
    }
    Ok(found)
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

fn row(line: u32, columns: &Columns, record: &csv::StringRecord, today: Date) -> Row {
    let cell = |column| columns.cell(record, column);
    let mut errors = Vec::new();
    let full_name = take(
        Column::FullName,
        PersonName::parse(cell(Column::FullName)),
        &mut errors,
    );
    let number = PersonalNumber::parse(cell(Column::PersonalNumber));
    let personal_number = take(Column::PersonalNumber, number, &mut errors);
    let birth = birth_date(cell(Column::BirthDate), today);
    let birth_date = take(Column::BirthDate, birth, &mut errors);
    let class_name = take(Column::ClassName, class(cell(Column::ClassName)), &mut errors);
    let phone = OtpPhone::parse(cell(Column::ParentPhone));
    let phone = take(Column::ParentPhone, phone, &mut errors);
    let pupil = match (full_name, personal_number, birth_date, class_name, phone) {
        (Some(full_name), Some(personal_number), Some(birth_date), Some(class_name), Some(phone)) => {
            Ok(Pupil {
                full_name,
                personal_number,
                birth_date,
                class_name,
                phone,
                lang: columns.language(record),
            })
        }
        _ => Err(errors),
    };
    Row {
        line,
        full_name: shown(cell(Column::FullName)),
        class_name: shown(cell(Column::ClassName)),
        pupil,
    }
}

fn take<T>(column: Column, parsed: Result<T, FieldCode>, errors: &mut Vec<FieldError>) -> Option<T> {
    parsed
        .map_err(|code| errors.push(FieldError::new(column.as_str(), code)))
        .ok()
}

fn shown(cell: &str) -> String {
    cell.chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_SHOWN)
        .collect()
}

fn class(cell: &str) -> Result<String, FieldCode> {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let class = words.join(" ");
    match class.chars().count() {
        0 => Err(FieldCode::Required),
        length if length > LONGEST_CLASS => Err(FieldCode::TextTooLong),
        _ => Ok(class),
    }
}

/// `15/08/2012`, `15-8-2012`, `15.08.2012`, `2012-08-15`, or what is known of it: `2012`.
fn birth_date(cell: &str, today: Date) -> Result<BirthDate, FieldCode> {
    let parts: Vec<&str> = cell.split(['/', '-', '.']).map(str::trim).collect();
    match parts.as_slice() {
        [day, month, year] if day.len() < 4 => BirthDate::parse_parts(day, month, year, false, today),
        [year, month, day] => BirthDate::parse_parts(day, month, year, false, today),
        _ => BirthDate::parse(cell, today),
    }
}
