//! How far the putting right of wrong data is.

use crate::browser::intl;
use crate::i18n::{keys::asked as k, t, tf};
use eid_domain::mending::{Place, Stage};
use eid_domain::wire::tickets::SoFar;
use leptos::prelude::*;

/// How far the office is with having it put right.
pub(super) fn view(so_far: &SoFar) -> AnyView {
    let place = t(match so_far.place {
        Place::Office => k::PLACE_OFFICE,
        Place::CivilRegistry => k::PLACE_CIVIL_REGISTRY,
        Place::CommunePolice => k::PLACE_COMMUNE_POLICE,
        Place::Ministry => k::PLACE_MINISTRY,
    });
    let at = so_far
        .answered_at
        .or(so_far.sent_at)
        .map(intl::instant)
        .unwrap_or_default();
    let with = |key| tf(key, &[("place", place), ("at", &at)]);
    match (so_far.stage, so_far.answer.clone()) {
        (Stage::Answered, Some(answer)) => view! {
            <div><blockquote class="said"><p class="muted">{with(k::SO_FAR_ANSWER)}</p><p class="written">{answer}</p></blockquote></div>
        }
        .into_any(),
        (Stage::Answered, None) => view! { <p>{with(k::SO_FAR_ANSWERED)}</p> }.into_any(),
        (Stage::SentOn, _) => view! { <p>{with(k::SO_FAR_SENT)}</p> }.into_any(),
        _ => view! { <p>{with(k::SO_FAR_OPEN)}</p> }.into_any(),
    }
}
