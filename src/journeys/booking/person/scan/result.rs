//! What was read, to be compared with the card. Nothing is filled in before the person says so.

use super::reading::{Reading, Source};
use crate::browser::intl;
use crate::components::{Button, ButtonKind, Notice, SummaryList, SummaryRow};
use crate::i18n::{keys::scan, t};
use leptos::prelude::*;

/// Shows it.
pub(super) fn view(reading: Reading, take: Callback<Reading>, again: Callback<()>) -> AnyView {
    let unread = || t(scan::FOUND_UNREAD).to_owned();
    let name = match (&reading.name, reading.source) {
        (Some(name), _) => name.clone(),
        (None, Source::Lines) => t(scan::FOUND_MRZ_NAME).to_owned(),
        (None, Source::Code) => unread(),
    };
    // Papers of old people may show no day; then the year alone is what was read.
    let birth = reading.birth.map_or_else(unread, |birth| {
        birth.date().map_or_else(|| birth.to_string(), intl::short_date)
    });
    let rows = vec![
        SummaryRow::new(t(scan::FOUND_NAME), name),
        SummaryRow::new(t(scan::FOUND_NUMBER), reading.number.clone()),
        SummaryRow::new(t(scan::FOUND_BIRTH), birth),
    ];
    let repaired = reading
        .repaired
        .then(|| view! { <Notice><p>{t(scan::FOUND_REPAIRED)}</p></Notice> });
    let use_it = Callback::new(move |()| take.run(reading.clone()));
    view! {
        <p>{t(scan::FOUND_CHECK)}</p>
        {repaired}
        <SummaryList rows=rows />
        <p class="row">
            <Button label=t(scan::FOUND_USE) on_press=use_it />
            <Button kind=ButtonKind::Second label=t(scan::FOUND_AGAIN) on_press=again />
        </p>
    }
    .into_any()
}
