//! An office in words.

use crate::i18n::{Lang, keys::tracking, lang, t};
use eid_domain::office::Office;

/// Its name in the language shown.
pub(super) fn name(office: &Office) -> &str {
    match lang() {
        Lang::Vi => &office.name.vi,
        Lang::En => &office.name.en,
    }
}

/// House and street, commune; without a known street, the commune alone.
pub(super) fn address(office: &Office) -> String {
    match &office.street {
        Some(street) => format!("{street}, {}", office.commune),
        None => office.commune.clone(),
    }
}

/// What to mind about the address or the hours; empty where both are sure.
pub(super) fn caution(office: &Office) -> &'static str {
    if office.street.is_none() {
        t(tracking::SLIP_ADDRESS_UNKNOWN)
    } else if !office.hours_verified {
        t(tracking::SLIP_HOURS_UNVERIFIED)
    } else {
        ""
    }
}
