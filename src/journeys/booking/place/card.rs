//! One office.

use super::{hours, name, why};
use crate::components::{Icon, Tag, TagKind, icon};
use crate::i18n::{Lang, keys::booking, lang, t, tf};
use eid_domain::office::{Finder, Match, Office};
use leptos::prelude::*;
use std::sync::Arc;

/// The id of an office's heading on the page.
pub(super) fn heading_id(office: &Office) -> String {
    format!("office-{}", office.id.as_str())
}

/// Name, address, hours, why it was found, what is not verified, and the button that chooses it.
pub(super) fn card(
    finder: &Arc<Finder>,
    found: &Match,
    chosen: bool,
    on_choose: Callback<Office>,
) -> Option<AnyView> {
    let at = found.office;
    let office = finder.offices().get(at)?;
    let province = finder
        .places()
        .province(office.province_code)
        .map(|province| match lang() {
            Lang::Vi => province.short.clone(),
            Lang::En => province.en.clone(),
        });
    let address = [Some(office.address_line()), province]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    let why = why::words(found).map(|why| view! { <p class="place-why">{why}</p> });
    let formerly = office.legacy_name.as_ref().map(|old| {
        view! { <p class="muted">{tf(booking::PLACE_FORMERLY, &[("name", old)])}</p> }
    });
    let unverified = (!office.address_verified).then(|| {
        view! { <Tag text=t(booking::PLACE_UNVERIFIED) kind=TagKind::Warning /> }
    });
    let no_street = office
        .street
        .is_none()
        .then(|| view! { <Tag text=t(booking::PLACE_COMMUNE_ONLY) /> });
    let step_free = (office.step_free == Some(true))
        .then(|| view! { <Tag text=t(booking::PLACE_STEP_FREE) kind=TagKind::Ok /> });
    let chosen_tag = chosen.then(|| view! { <Tag text=t(booking::PLACE_CHOSEN) kind=TagKind::Info /> });
    let note = office.note.as_ref().map(|note| match lang() {
        Lang::Vi => note.vi.clone(),
        Lang::En => note.en.clone(),
    });
    let note = note.map(|note| view! { <p class="muted">{note}</p> });
    let title = name(office);
    let hours = hours::of(office);
    let id = office.id.as_str().to_owned();
    let about = title.clone();
    let heading = heading_id(office);
    let offices = Arc::clone(finder);
    // Copied when it is chosen, not for each card of each keystroke.
    let choose = move |_| {
        if let Some(office) = offices.offices().get(at) {
            on_choose.run(office.clone());
        }
    };
    Some(
        view! {
            <li class="panel place" data-office=id>
                <h3 id=heading tabindex="-1">{title}</h3>
                {why}
                <p class="place-line">{icon(Icon::Place)}<span>{address}</span></p>
                <p class="place-line">{icon(Icon::Clock)}<span>{hours}</span></p>
                {formerly}
                {note}
                <div class="row place-act">
                    <button class="button button-second" type="button" on:click=choose>
                        {t(booking::PLACE_CHOOSE)}
                        <span class="visually-hidden">": "{about}</span>
                    </button>
                    {chosen_tag}{unverified}{no_street}{step_free}
                </div>
            </li>
        }
        .into_any(),
    )
}
