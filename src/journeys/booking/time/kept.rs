//! A full day is not full for everybody: places for phone and desk are kept, and go to all when the server says.

use crate::browser::intl;
use crate::i18n::{keys::booking, tf};
use eid_domain::wire::slots::Day;
use leptos::prelude::*;

/// One sentence about the first such day, if there is one.
pub(in super::super) fn line(days: &[Day]) -> Option<impl IntoView + use<>> {
    let (date, until) = days.iter().find_map(|day| Some((day.date, day.kept_until?)))?;
    let when = intl::instant(until);
    let words = tf(
        booking::TIME_KEPT_FOR_OTHERS,
        &[("date", &intl::day_date(date)), ("when", &when)],
    );
    Some(view! { <p class="hint">{words}</p> })
}
