//! Checks that both forms share.

use crate::api;
use crate::components::DateParts;
use eid_domain::field::FieldCode;
use eid_domain::identity::BirthDate;
use eid_domain::typed_code::TypedCode;
use leptos::prelude::*;

/// A reference or a dossier code, with typing errors forgiven.
pub(super) fn check_code(text: &str) -> Result<(), FieldCode> {
    TypedCode::read(text).map(|_| ())
}

/// The birth date of the three boxes. Not after today, where the server has told the day.
pub(super) async fn check_birth(parts: DateParts) -> Result<BirthDate, FieldCode> {
    let today = api::config::get()
        .await
        .map_or(jiff::civil::Date::MAX, |config| config.today);
    let [day, month, year] = [parts.day, parts.month, parts.year].map(|part| part.get_untracked());
    BirthDate::parse_parts(&day, &month, &year, parts.partial.get_untracked(), today)
}
