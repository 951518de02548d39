//! Notice CC03 of a refusal (Circular 17/2024/TT-BCA, as amended by 53/2025): in writing, with the reason. Printed on A5.

use super::state::Desk;
use crate::browser::{intl, print};
use crate::components::{Button, ButtonKind};
use crate::i18n::{Key, keys::intake as k, t};
use crate::journeys::desk::shell::office;
use crate::journeys::desk::words;
use eid_domain::dossier::State;
use eid_domain::wire::desk::DeskDossier;
use leptos::prelude::*;

/// The notice, once the dossier is refused.
#[component]
pub(super) fn Notice(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let seen = desk.of(|view| (view.state == State::Refused).then(|| view.clone()));
    move || {
        let view = seen.get().flatten()?;
        Some(view! {
            <section class="desk-slip" aria-labelledby="cc03">
                <div class="row no-print">
                    <h2 id="cc03">{t(k::CC03_TITLE)}</h2>
                    <Button label=t(k::CC03_PRINT) kind=ButtonKind::Second on_press=|()| print::page() />
                </div>
                {move || paper(&view, desk)}
            </section>
        })
    }
}

fn paper(view: &DeskDossier, desk: Desk) -> AnyView {
    let place = desk.office().as_ref().map(office::name).unwrap_or_default();
    let refused = view
        .events
        .iter()
        .rev()
        .find(|event| event.state == State::Refused);
    let at = refused.map(|event| intl::instant(event.at)).unwrap_or_default();
    let reason = refused.and_then(|event| event.note.clone()).unwrap_or_default();
    let ground = view
        .reason
        .map(words::reason)
        .map(|ground| format!(" – {ground}"));
    let request = format!("{}{}", words::service(view.service), ground.unwrap_or_default());
    view! {
        <article class="cc02" aria-label=t(k::CC03_TITLE)>
            <header>
                <p class="cc02-office">{place}</p>
                <p class="cc02-mark">{t(k::CC03_FORM)}</p>
                <h3>{t(k::CC03_TITLE)}</h3>
                <p class="cc02-code"><strong class="mono">{view.reference.clone()}</strong></p>
            </header>
            <dl>
                {row(k::CC03_PERSON, view.person.full_name.clone())}
                {row(k::CC03_REQUEST, request)}
                {row(k::CC03_AT, at)}
                {row(k::CC03_REASON, reason)}
                {row(k::CC03_WAYS, t(k::CC03_WAYS_TEXT).to_owned())}
            </dl>
            <footer><p>{t(k::CC03_SIGN)}</p><p>{t(k::CC03_PERSON)}</p></footer>
        </article>
    }
    .into_any()
}

fn row(label: Key, value: String) -> impl IntoView {
    view! { <div><dt>{t(label)}</dt><dd>{value}</dd></div> }
}
