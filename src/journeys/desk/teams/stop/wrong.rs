//! What is wrong with a list or a row, and what to do about it.

use crate::browser::intl;
use crate::i18n::{Key, keys::stops as k, t, tf};
use eid_domain::field::{FieldCode, FieldError};
use eid_domain::wire::class_list::Column;

/// What is wrong with the whole of it; `None` where that is not known.
pub(super) fn of_list(fields: &[FieldError]) -> Option<String> {
    let missing: Vec<String> = fields
        .iter()
        .filter_map(|error| error.field.strip_prefix("csv."))
        .filter_map(Column::parse)
        .map(|missing| column(missing).to_owned())
        .collect();
    if !missing.is_empty() {
        return Some(tf(k::CSV_MISSING, &[("columns", &intl::list(&missing))]));
    }
    let code = fields.iter().find(|error| error.field == "csv")?.code;
    let words = match code {
        FieldCode::Required => k::CSV_EMPTY,
        FieldCode::TextTooLong => k::CSV_LONG,
        _ => k::CSV_BAD,
    };
    Some(t(words).to_owned())
}

/// Each wrong column of a row: "Ngày sinh phải là …".
pub(super) fn of_row(fields: &[FieldError]) -> Vec<String> {
    let one = |error: &FieldError| {
        let name = Column::parse(&error.field).map_or("", column);
        format!("{name} {}", t(fix(error.code)))
    };
    fields.iter().map(one).collect()
}

fn column(column: Column) -> &'static str {
    t(match column {
        Column::FullName => k::COLUMN_FULL_NAME,
        Column::PersonalNumber => k::COLUMN_PERSONAL_NUMBER,
        Column::BirthDate => k::COLUMN_BIRTH_DATE,
        Column::ClassName => k::COLUMN_CLASS_NAME,
        Column::ParentPhone => k::COLUMN_PARENT_PHONE,
    })
}

const fn fix(code: FieldCode) -> Key {
    use FieldCode as C;
    match code {
        C::Required => k::FIX_REQUIRED,
        C::PersonalNumberLength => k::FIX_NUMBER_LENGTH,
        C::PersonalNumberOldCmnd => k::FIX_NUMBER_OLD,
        C::PersonalNumberPattern => k::FIX_NUMBER_PATTERN,
        C::NameLength | C::NameCharacters => k::FIX_NAME,
        C::DateImpossible | C::DateTooOld => k::FIX_DATE,
        C::DateYear => k::FIX_DATE_YEAR,
        C::DateFuture => k::FIX_DATE_FUTURE,
        C::TextTooLong => k::FIX_CLASS,
        C::PhoneCharacters
        | C::PhoneNotVietnamese
        | C::PhoneNotMobile
        | C::PhoneLength
        | C::PhonePrefix
        | C::PhoneCountryCode => k::FIX_PHONE,
        _ => k::FIX_OTHER,
    }
}
