//! What is said about what somebody shows.

use super::ask::{Known, Standing};
use crate::browser::intl;
use crate::components::{Notice, NoticeKind, SummaryList, SummaryRow};
use crate::i18n::{Key, keys::showing as k, t};
use eid_domain::attest::{Claim, Said, Statement};
use eid_domain::identity::BirthDate;
use eid_domain::wire::attestations::AttestationState;
use leptos::prelude::*;

/// The answer.
pub(super) fn view(known: Known, standing: RwSignal<Standing>) -> AnyView {
    match known {
        Known::Nothing => ().into_any(),
        Known::Looking => view! { <p role="status">{t(k::CHECKING)}</p> }.into_any(),
        Known::Forged => plain(NoticeKind::Danger, t(k::FORGED_TITLE), t(k::FORGED_TEXT)),
        Known::UnknownKey => plain(NoticeKind::Warning, t(k::UNKNOWN_TITLE), t(k::UNKNOWN_TEXT)),
        Known::NoKeys(words) => plain(NoticeKind::Warning, t(k::NO_KEYS), &words),
        Known::Genuine(statement) => view! {
            <div class="stack">
                {move || head(standing.get())}
                {move || stands(standing.get()).then(|| view! { <SummaryList rows=rows(&statement) /> })}
                <p class="hint">{t(k::CHECK_FACE)}</p>
            </div>
        }
        .into_any(),
    }
}

fn plain(kind: NoticeKind, title: &'static str, words: &str) -> AnyView {
    let words = words.to_owned();
    view! { <Notice kind=kind title=title announced=true><p>{words}</p></Notice> }.into_any()
}

/// What was shown is not to be relied on once it is over: then it is not read out either.
const fn stands(standing: Standing) -> bool {
    matches!(
        standing,
        Standing::OfflineGood | Standing::Is(AttestationState::Valid)
    )
}

fn head(standing: Standing) -> AnyView {
    let (kind, title, words): (_, Key, _) = match standing {
        Standing::Asking => return view! { <p role="status">{t(k::CHECKING)}</p> }.into_any(),
        Standing::OfflineGood => (NoticeKind::Ok, k::GOOD_OFFLINE, Some(k::GOOD_OFFLINE_TEXT)),
        Standing::Is(AttestationState::Valid) => (NoticeKind::Ok, k::GOOD, None),
        Standing::OfflineOver | Standing::Is(AttestationState::Expired) => {
            (NoticeKind::Warning, k::EXPIRED, Some(k::EXPIRED_TEXT))
        }
        Standing::Is(AttestationState::Revoked) => (NoticeKind::Danger, k::REVOKED, Some(k::REVOKED_TEXT)),
        Standing::Is(AttestationState::Unknown) => {
            (NoticeKind::Danger, k::FORGED_TITLE, Some(k::FORGED_TEXT))
        }
    };
    let words = words.map(|words| view! { <p>{t(words)}</p> });
    view! { <Notice kind=kind title=t(title) announced=true>{words}</Notice> }.into_any()
}

fn rows(statement: &Statement) -> Vec<SummaryRow> {
    statement
        .said
        .iter()
        .map(|(claim, said)| SummaryRow::new(t(name(*claim)), value(*claim, said)))
        .collect()
}

const fn name(claim: Claim) -> Key {
    match claim {
        Claim::AgeOver18 => k::CLAIM_AGE_OVER_18,
        Claim::AgeOver60 => k::CLAIM_AGE_OVER_60,
        Claim::Name => k::CLAIM_NAME,
        Claim::BirthDate => k::CLAIM_BIRTH_DATE,
        Claim::PersonalNumber => k::CLAIM_PERSONAL_NUMBER,
        Claim::Residence => k::CLAIM_RESIDENCE,
    }
}

fn value(claim: Claim, said: &Said) -> String {
    match said {
        Said::Truth(true) => t(k::YES).to_owned(),
        Said::Truth(false) => t(k::NO).to_owned(),
        Said::Text(text) if claim == Claim::BirthDate => {
            let day = BirthDate::from_iso(text).ok().and_then(|birth| birth.date());
            day.map_or_else(|| text.clone(), intl::short_date)
        }
        Said::Text(text) => text.clone(),
    }
}
