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
    if is_return(case) {
        let office = visit.again.as_deref().or(dossier::office_of(&case.view));
        let office = office.map(place::name).unwrap_or_default();
        return view! { <p>{tf(k::RETURN_RULE, &[("office", office)])}</p> }.into_any();
    }
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

/// Whether a visit is not moved but booked once more, to bring what was asked for.
pub(super) fn is_return(case: &Case) -> bool {
    case.view.state.asks_to_return() && case.view.changes.until.is_none()
}
