//! An office, and a day, that another page of ours has chosen: `/dat-lich?noi=hcm-quan-10&ngay=2026-12-01`. It goes into
//! the draft; the questions about the person are asked all the same. What brings the person may be known too
//! (`?can=account_only`, a [`Situation`]): it is chosen already where it is asked.

use super::draft::Place;
use super::{draft, flow, known::Known, way};
use crate::api;
use crate::browser::location;
use crate::routes::{BookingStep, Route};
use eid_domain::needs::Situation;
use eid_domain::when::When;
use jiff::civil::Date;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// What is wished.
struct Wish {
    office: String,
    day: Option<Date>,
}

type Fulfil = fn(Wish, Known);

/// Takes what the address has, once.
pub(super) fn take(known: &Known) {
    if let Some(situation) = location::query("can").and_then(|name| Situation::parse(&name)) {
        draft::person().update(|person| person.answers.situation = Some(situation));
        location::rename(&way::needs().href());
    }
    let Some(office) = location::query("noi") else {
        return;
    };
    let day = location::query("ngay").and_then(|day| Date::of(&day));
    let known = known.clone();
    // The address is kept plain from here on: coming back to it must not overwrite what is chosen later.
    location::rename(&Route::Needs.href());
    spawn_local(async move {
        // Without a connection the office is chosen on its own page later.
        if let Ok(fulfil) = load().await {
            fulfil(Wish { office, day }, known);
        }
    });
}

/// Loads what reads offices: most who come to the questions wish for none.
#[wasm_split(booking_wished, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Fulfil, SplitLoaderError> {
    Ok(fulfil)
}

fn fulfil(wish: Wish, known: Known) {
    spawn_local(async move {
        let offices = api::offices::list().await.unwrap_or_default();
        let Some(office) = offices
            .into_iter()
            .find(|office| office.id.as_str() == wish.office)
        else {
            return;
        };
        let draft = draft::open();
        draft.update(|booking| {
            booking.place = Some(Place::of(&office));
            booking.day = wish.day;
        });
        // Somebody who answered everything before goes straight to that day.
        if draft::person().now().visit(&known).is_some() && location::place_is(&Route::Needs.href()) {
            flow::onward(BookingStep::Place, &known).replace();
        }
    });
}
