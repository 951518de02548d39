//! What is wrong with a list or a row, and what to do about it.

use crate::browser::intl;
use crate::i18n::{Key, keys::lists as k, t, tf};
use eid_domain::field::{FieldCode, FieldError};
use eid_domain::wire::aid::Column;

/// What is wrong with the whole of it; `None` where that is not known.
pub(super) fn of_list(fields: &[FieldError]) -> Option<String> {
    let missing = fields.iter().filter_map(|error| error.field.strip_prefix("csv."));
    let missing: Vec<String> = missing.filter_map(named).map(str::to_owned).collect();
    if !missing.is_empty() {
        return Some(tf(k::MISSING_COLUMNS, &[("columns", &intl::list(&missing))]));
    }
    let code = fields.iter().find(|error| error.field == "csv")?.code;
    Some(
        t(match code {
            FieldCode::Required => k::EMPTY,
            FieldCode::TextTooLong => k::LONG,
            _ => k::BAD,
        })
        .to_owned(),
    )
}

/// Each wrong column of a row: "Ngày sinh phải là …".
pub(super) fn of_row(fields: &[FieldError]) -> Vec<String> {
    fields.iter().filter_map(of_cell).collect()
}

fn of_cell(error: &FieldError) -> Option<String> {
    let column = Column::parse(&error.field)?;
    Some(format!("{} {}", t(words(column)), t(fix(column, error.code))))
}

fn named(column: &str) -> Option<&'static str> {
    Column::parse(column).map(|column| t(words(column)))
}

const fn words(column: Column) -> Key {
    match column {
        Column::PersonalNumber => k::COLUMN_PERSONAL_NUMBER,
        Column::FullName => k::COLUMN_FULL_NAME,
        Column::BirthDate => k::COLUMN_BIRTH_DATE,
        Column::Kind => k::COLUMN_KIND,
        Column::Commune => k::COLUMN_COMMUNE,
        Column::ValidFrom => k::COLUMN_VALID_FROM,
        Column::ValidTo => k::COLUMN_VALID_TO,
        Column::Phone => k::COLUMN_PHONE,
    }
}

/// By the column: each has one form that is right.
const fn fix(column: Column, code: FieldCode) -> Key {
    match (column, code) {
        (_, FieldCode::Required) => k::FIX_REQUIRED,
        (Column::PersonalNumber, FieldCode::PersonalNumberPattern) => k::FIX_NUMBER_PATTERN,
        (Column::PersonalNumber, _) => k::FIX_NUMBER,
        (Column::FullName, _) => k::FIX_NAME,
        (Column::BirthDate, FieldCode::DateFuture) => k::FIX_DATE_FUTURE,
        (Column::BirthDate | Column::ValidFrom, _) => k::FIX_DATE,
        (Column::ValidTo, _) => k::FIX_VALID_TO,
        (Column::Kind, _) => k::FIX_KIND,
        (Column::Commune, _) => k::FIX_COMMUNE,
        (Column::Phone, _) => k::FIX_PHONE,
    }
}
