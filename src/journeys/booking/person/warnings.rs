//! What is unusual about the number. It informs and never blocks: numbers may lawfully differ from the rule.

use super::super::place;
use super::fields::Fields;
use crate::components::{Notice, NoticeKind};
use crate::i18n::{Key, keys::booking, t};
use eid_domain::identity::{NumberWarning, PersonalNumber};
use jiff::civil::Date;
use leptos::prelude::*;

/// The note below the number, while there is something to say.
pub(super) fn note(fields: Fields, today: Date) -> impl IntoView {
    let key = Memo::new(move |_| warning(fields, today));
    move || {
        key.get().map(|key| {
            view! {
                <Notice kind=NoticeKind::Info title=t(booking::PERSON_WARNING_TITLE) announced=true><p>{t(key)}</p></Notice>
            }
        })
    }
}

fn warning(fields: Fields, today: Date) -> Option<Key> {
    let number = PersonalNumber::parse(&fields.number.get()).ok()?;
    let birth = fields.birth_date(today)?;
    let all = number.warnings(&birth, None, place::is_birth_code);
    let key = |warning: NumberWarning| match warning {
        NumberWarning::CenturyDiffers | NumberWarning::BirthYearDiffers => Some(booking::PERSON_WARNING_YEAR),
        NumberWarning::BirthPlaceUnknown => Some(booking::PERSON_WARNING_PLACE),
        // The sex is not asked for.
        NumberWarning::SexDiffers => None,
    };
    // The year says more than the place.
    all.into_iter().rev().find_map(key)
}
