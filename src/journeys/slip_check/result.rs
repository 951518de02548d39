//! What is said about a slip.

use super::ask::{Known, Standing};
use crate::browser::intl;
use crate::components::{Notice, NoticeKind, SummaryList, SummaryRow};
use crate::i18n::{Key, Lang, keys::slip, lang, t, tn};
use eid_domain::booking::Service;
use eid_domain::office::Office;
use eid_domain::slip::SlipClaims;
use eid_domain::wire::slips::SlipState;
use leptos::prelude::*;

/// The answer.
pub(super) fn view(known: Known, standing: RwSignal<Standing>) -> AnyView {
    let plain = |kind, title: Key, words: String| {
        view! { <Notice kind=kind title=t(title) announced=true><p>{words}</p></Notice> }.into_any()
    };
    match known {
        Known::Nothing => ().into_any(),
        Known::Looking => view! { <p role="status">{t(slip::CHECKING)}</p> }.into_any(),
        Known::Forged => plain(
            NoticeKind::Danger,
            slip::FORGED_TITLE,
            t(slip::FORGED_TEXT).to_owned(),
        ),
        Known::UnknownKey => plain(
            NoticeKind::Warning,
            slip::UNKNOWN_KEY_TITLE,
            t(slip::UNKNOWN_KEY_TEXT).to_owned(),
        ),
        Known::NoKeys(words) => plain(
            NoticeKind::Warning,
            slip::NO_KEYS_TITLE,
            format!("{words} {}", t(slip::NO_KEYS_TEXT)),
        ),
        Known::Genuine(claims, office) => view! {
            <div class="stack">
                {move || head(standing.get())}
                <SummaryList rows=rows(&claims, office.as_deref()) />
                <p class="hint">{t(slip::GENUINE_NOT_IDENTITY)}</p>
            </div>
        }
        .into_any(),
    }
}

/// Genuine, and what has become of the visit.
fn head(standing: Standing) -> AnyView {
    let (kind, title, words) = match standing {
        Standing::Asking => (NoticeKind::Ok, slip::GENUINE_TITLE, Some(slip::GENUINE_ASKING)),
        Standing::Offline => (NoticeKind::Ok, slip::GENUINE_TITLE, Some(slip::GENUINE_OFFLINE)),
        Standing::Is(SlipState::Current) => (NoticeKind::Ok, slip::GENUINE_CURRENT, None),
        Standing::Is(SlipState::Superseded) => (
            NoticeKind::Warning,
            slip::GENUINE_SUPERSEDED,
            Some(slip::GENUINE_SUPERSEDED_TEXT),
        ),
        Standing::Is(SlipState::Cancelled) => (
            NoticeKind::Warning,
            slip::GENUINE_CANCELLED,
            Some(slip::GENUINE_CANCELLED_TEXT),
        ),
        Standing::Is(SlipState::Past) => (
            NoticeKind::Info,
            slip::GENUINE_PAST,
            Some(slip::GENUINE_PAST_TEXT),
        ),
        Standing::Is(SlipState::Unknown) => (
            NoticeKind::Warning,
            slip::GENUINE_TITLE,
            Some(slip::GENUINE_UNKNOWN),
        ),
    };
    let words = words.map(|words| view! { <p>{t(words)}</p> });
    view! { <Notice kind=kind title=t(title) announced=true>{words}</Notice> }.into_any()
}

fn rows(claims: &SlipClaims, office: Option<&Office>) -> Vec<SummaryRow> {
    let at = claims.starts_at;
    let when = format!(
        "{}, {} ({})",
        intl::time(at.time()),
        intl::long_date(at.date()),
        tn(slip::ROW_MINUTES, claims.minutes.into())
    );
    let place = office.map_or_else(|| claims.office.to_string(), place);
    vec![
        SummaryRow::new(t(slip::ROW_REFERENCE), claims.reference.as_str()),
        SummaryRow::new(t(slip::ROW_WHEN), when),
        SummaryRow::new(t(slip::ROW_WHERE), place),
        SummaryRow::new(t(slip::ROW_WHAT), t(service(claims.service))),
        SummaryRow::new(t(slip::ROW_ISSUED), intl::instant(claims.issued_at)),
    ]
}

fn place(office: &Office) -> String {
    let name = match lang() {
        Lang::Vi => &office.name.vi,
        Lang::En => &office.name.en,
    };
    format!("{name}, {}", office.address_line())
}

const fn service(service: Service) -> Key {
    match service {
        Service::Card => slip::SERVICE_CARD,
        Service::CardAndAccount => slip::SERVICE_CARD_AND_ACCOUNT,
        Service::Account => slip::SERVICE_ACCOUNT,
    }
}
