//! What has happened.

use super::state::Desk;
use crate::browser::intl;
use crate::components::{Stage, StageState, Timeline};
use crate::i18n::{keys::desk as k, t};
use crate::journeys::desk::words;
use eid_domain::dossier::State;
use eid_domain::wire::desk::{ASSISTED, DeskEvent, WALKED_IN};
use leptos::prelude::*;

/// Every change of state, oldest first.
#[component]
pub(super) fn History(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let events = desk.of(|view| view.events.clone());
    view! {
        <section class="panel" aria-labelledby="history">
            <h2 id="history">{t(k::HISTORY_TITLE)}</h2>
            {move || events.get().map(|events| view! { <Timeline stages=stages(&events) /> })}
        </section>
    }
}

fn stages(events: &[DeskEvent]) -> Vec<Stage> {
    let last = events.len().saturating_sub(1);
    let stage = |(index, event): (usize, &DeskEvent)| Stage {
        state: match event.state {
            State::Refused | State::Cancelled | State::Expired | State::NoShow => StageState::Failed,
            state if index == last && !state.is_final() => StageState::Current,
            _ => StageState::Done,
        },
        title: words::state(event.state).to_owned(),
        when: [intl::instant(event.at), words::actor(&event.actor).to_owned()].join(" · "),
        note: match event.note.as_deref() {
            Some(ASSISTED) => t(k::HELPED_EVENT).to_owned(),
            Some(WALKED_IN) => t(k::WALKED_IN_EVENT).to_owned(),
            note => note.unwrap_or_default().to_owned(),
        },
    };
    events.iter().enumerate().map(stage).collect()
}
