//! What one should know before moving a visit.

use crate::browser::intl;
use crate::i18n::{keys::moving as k, t, tf, tn};
use crate::journeys::tracking::{
    dossier::{self, Case},
    place,
};
use eid_domain::wire::dossiers::Visit;
use leptos::prelude::*;

/// The present time and the rules.
pub(super) fn view(case: &Case, visit: &Visit) -> AnyView {
    let rules = case.view.changes;
    let until = rules.until.map(|at| {
        view! { <li>{tf(k::RULE_UNTIL, &[("until", &intl::instant(at))])}</li> }
    });
    let office = dossier::office_of(&case.view).map(|office| {
        view! { <li>{tf(k::RULE_PLACE, &[("office", place::name(office))])}</li> }
    });
    view! {
        <div class="panel stack-s">
            <p><b>{t(k::NOW)}":"</b>" "{intl::date_time(visit.starts_at)}</p>
            <ul class="bullets" aria-label=t(k::RULES)>
                <li>{tn(k::RULE_COUNT, rules.remaining.into())}</li>
                {until}
                <li>{t(k::RULE_KEPT)}</li>
                {office}
            </ul>
        </div>
    }
    .into_any()
}
