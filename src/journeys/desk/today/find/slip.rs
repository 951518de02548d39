//! A slip at the desk: judged on the device, then its dossier is opened. A forged one opens nothing.

use super::session;
use crate::api::{self, ApiError};
use crate::browser::{intl, online};
use crate::components::NoticeKind;
use crate::i18n::{keys::desk as k, t, tf};
use crate::routes::{DeskPage, Route};
use eid_domain::slip::{SlipClaims, Verdict};
use eid_domain::wire::slips::SlipState;
use std::cell::RefCell;

thread_local! {
    /// What is to be said on the dossier's page about the slip that led there. In memory: an address could be made up.
    static SAID: RefCell<Option<(String, NoticeKind, String)>> = const { RefCell::new(None) };
}

/// Opens the dossier of a genuine slip; else says why not.
pub(super) async fn open(token: &str) -> Option<String> {
    let words = match session::call(api::slips::judge(token)).await {
        Ok(Verdict::Genuine(claims)) => {
            let (kind, words) = said(standing(token).await, &claims);
            let reference = claims.reference.to_string();
            SAID.set(Some((reference.clone(), kind, words)));
            Route::Desk(DeskPage::Dossier(reference)).go();
            return None;
        }
        Ok(Verdict::NotGenuine) => k::FIND_FORGED,
        Ok(Verdict::UnknownKey) => k::FIND_UNKNOWN_KEY,
        Ok(Verdict::NotASlip) => k::FIND_UNREADABLE,
        Err(_) => k::FIND_NO_KEYS,
    };
    Some(t(words).to_owned())
}

/// What is to be said about the slip that led to a dossier, once.
pub(in crate::journeys::desk) fn arrived(reference: &str) -> Option<(NoticeKind, String)> {
    let (of, kind, words) = SAID.take()?;
    (of == reference).then_some((kind, words))
}

async fn standing(token: &str) -> Option<SlipState> {
    if !online::now() {
        return None;
    }
    let asked: Result<SlipState, ApiError> = api::slips::standing(token).await;
    asked.ok()
}

fn said(state: Option<SlipState>, claims: &SlipClaims) -> (NoticeKind, String) {
    let at = claims.starts_at;
    let (kind, words) = match state {
        Some(SlipState::Current) => (NoticeKind::Ok, k::FIND_GENUINE),
        Some(SlipState::Superseded) => (NoticeKind::Warning, k::FIND_SUPERSEDED),
        Some(SlipState::Cancelled) => (NoticeKind::Warning, k::FIND_CANCELLED),
        Some(SlipState::Past) => (NoticeKind::Info, k::FIND_PAST),
        Some(SlipState::Unknown) | None => (NoticeKind::Info, k::FIND_OFFLINE),
    };
    let values = [
        ("time", intl::time(at.time())),
        ("date", intl::long_date(at.date())),
        ("minutes", claims.minutes.to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    (kind, tf(words, &values))
}
