//! The checks of a day: what the person had ticked, and nothing more.

use crate::browser::intl;
use crate::components::{Tag, TagKind};
use crate::i18n::{Key, keys::showing as c, keys::venue as k, t, tn};
use eid_domain::attest::Claim;
use eid_domain::calendar::office_now;
use eid_domain::identity::BirthDate;
use eid_domain::wire::attestations::AttestationState;
use eid_domain::wire::venues::{VenueCheck, VenueChecks, VenueSaid};
use leptos::prelude::*;

/// The list, the latest first.
pub(super) fn view(found: Option<VenueChecks>) -> AnyView {
    let Some(found) = found else {
        return ().into_any();
    };
    let kept = tn(k::CHECKS_KEPT, found.kept_hours);
    let body = if found.checks.is_empty() {
        view! { <p class="muted">{t(k::CHECKS_NONE)}</p> }.into_any()
    } else {
        let rows = found.checks.iter().map(row).collect_view();
        view! { <ul class="events">{rows}</ul> }.into_any()
    };
    view! { {body}<p class="hint">{kept}</p> }.into_any()
}

fn row(check: &VenueCheck) -> AnyView {
    let (kind, label) = match check.state {
        AttestationState::Valid => (TagKind::Ok, k::VALID),
        AttestationState::Expired => (TagKind::Warning, k::EXPIRED),
        AttestationState::Revoked => (TagKind::Danger, k::REVOKED),
        AttestationState::Unknown => (TagKind::Danger, k::UNKNOWN),
    };
    let said: Vec<String> = check.said.iter().map(words).collect();
    view! {
        <li>
            <div>
                <p><strong>{intl::time(office_now(check.at).time())}</strong>" "<Tag text=t(label) kind=kind /></p>
                <p>{said.join(" · ")}</p>
            </div>
        </li>
    }
    .into_any()
}

fn words(said: &VenueSaid) -> String {
    let name = t(claim(said.claim));
    let value = match (&said.text, said.truth) {
        (Some(text), _) if said.claim == Claim::BirthDate => {
            let day = BirthDate::from_iso(text).ok().and_then(|birth| birth.date());
            day.map_or_else(|| text.clone(), intl::short_date)
        }
        (Some(text), _) => text.clone(),
        (None, Some(true)) => t(c::YES).to_owned(),
        (None, _) => t(c::NO).to_owned(),
    };
    format!("{name}: {value}")
}

const fn claim(claim: Claim) -> Key {
    match claim {
        Claim::AgeOver18 => c::CLAIM_AGE_OVER_18,
        Claim::AgeOver60 => c::CLAIM_AGE_OVER_60,
        Claim::Name => c::CLAIM_NAME,
        Claim::BirthDate => c::CLAIM_BIRTH_DATE,
        Claim::PersonalNumber => c::CLAIM_PERSONAL_NUMBER,
        Claim::Residence => c::CLAIM_RESIDENCE,
    }
}
