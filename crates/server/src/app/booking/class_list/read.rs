//! Reading a list. Every row is judged by itself: what is wrong with one says nothing about another.

use super::columns::Columns;
use crate::app::list_file::{self, birth_date, shown};
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
    let (columns, rows) = list_file::rows(text, MOST_ROWS, |header| Columns::of(header.iter()))?;
    Ok(rows
        .into_iter()
        .map(|(line, record)| row(line, &columns, &record, today))
        .collect())
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
    list_file::take(column.as_str(), parsed, errors)
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
