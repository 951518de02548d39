//! An office, and a day, that another page of ours has chosen: `/dat-lich?noi=hcm-quan-10&ngay=2026-12-01`. It goes into
//! the draft; the questions about the person are asked all the same.

use super::super::{draft, flow, known::Known};
use crate::api;
use crate::browser::location;
use crate::routes::Route;
use eid_domain::when::When;
use jiff::civil::Date;
use leptos::task::spawn_local;

/// Takes what the address has, once.
pub(in super::super) fn take(known: &Known) {
    let Some(id) = location::query("noi") else { return };
    let day = location::query("ngay").and_then(|day| Date::of(&day));
    let known = known.clone();
    // The address is kept plain from here on: coming back to it must not overwrite what is chosen later.
    location::rename(&Route::Needs.href());
    spawn_local(async move {
        let offices = match api::finder::known() {
            Some(finder) => finder.offices().to_vec(),
            // Without a connection the office is chosen on its own page later.
            None => api::offices::list().await.unwrap_or_default(),
        };
        let Some(office) = offices.into_iter().find(|office| office.id.as_str() == id) else {
            return;
        };
        let draft = draft::open();
        draft.update(|booking| {
            booking.office = Some(office);
            booking.day = day;
        });
        // Somebody who answered everything before goes straight to that day.
        let now = draft.now();
        if now.visit(&known).is_some() && location::place_is(&Route::Needs.href()) {
            flow::onward(&now, &known).replace();
        }
    });
}
