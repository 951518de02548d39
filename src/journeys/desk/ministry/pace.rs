//! How fast the simulated ministry works.

use crate::api;
use crate::browser::announce;
use crate::components::{Choice, Errors, RadioGroup};
use crate::i18n::{keys::desk as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::wire::desk::{Ministry, Pace};
use leptos::prelude::*;
use leptos::task::spawn_local;

const ID: &str = "pace";
const PACES: [Pace; 3] = [Pace::Lawful, Pace::Hurried, Pace::Files];

/// Lawful, hurried or by file; a choice acts at once.
#[component]
pub(super) fn PaceChoice(
    /// The pace it has now.
    pace: Pace,
) -> impl IntoView {
    let errors = Errors::new();
    let value = RwSignal::new(word(pace).to_owned());
    Effect::new(move |before: Option<String>| {
        let chosen = value.get();
        if before.is_some_and(|before| before != chosen) {
            set(
                PACES
                    .into_iter()
                    .find(|pace| chosen == word(*pace))
                    .unwrap_or(Pace::Lawful),
                errors,
            );
        }
        chosen
    });
    let choices = vec![
        Choice::new(word(Pace::Lawful), t(k::PACE_LAWFUL)).hint(t(k::PACE_LAWFUL_HINT)),
        Choice::new(word(Pace::Hurried), t(k::PACE_HURRIED)).hint(t(k::PACE_HURRIED_HINT)),
        Choice::new(word(Pace::Files), t(k::PACE_FILES)).hint(t(k::PACE_FILES_HINT)),
    ];
    view! { <RadioGroup id=ID legend=t(k::PACE_LEGEND) choices=choices value=value errors=errors /> }
}

const fn word(pace: Pace) -> &'static str {
    match pace {
        Pace::Lawful => "lawful",
        Pace::Hurried => "hurried",
        Pace::Files => "files",
    }
}

fn set(pace: Pace, errors: Errors) {
    spawn_local(async move {
        match session::call(api::desk::set_ministry(Ministry { pace })).await {
            Ok(_) => {
                errors.clear();
                announce::polite(t(k::PACE_SET));
            }
            Err(error) => errors.note(ID, Some(error.words())),
        }
    });
}
