//! From a text to what is known about it.

use crate::api;
use crate::browser::online;
use eid_domain::attest::{Judged, Statement};
use eid_domain::wire::attestations::AttestationState;
use leptos::prelude::*;

/// What is known about what somebody shows.
#[derive(Clone, PartialEq)]
pub(super) enum Known {
    /// Nobody has asked.
    Nothing,
    /// It is being looked at.
    Looking,
    /// It is genuine; whether it stands is [`Standing`]'s.
    Genuine(Statement),
    /// Forged or damaged.
    Forged,
    /// Signed with a key that is not known here.
    UnknownKey,
    /// There is nothing to judge with yet.
    NoKeys(String),
}

/// Whether a genuine statement stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// The server is being asked.
    Asking,
    /// By this device's clock alone: good.
    OfflineGood,
    /// By this device's clock alone: over.
    OfflineOver,
    /// The server's answer.
    Is(AttestationState),
}

/// Judges a text, then asks the server.
pub(super) async fn about(
    text: String,
    checker: String,
    known: RwSignal<Known>,
    standing: RwSignal<Standing>,
) {
    let _ = known.try_set(Known::Looking);
    let _ = standing.try_set(Standing::Asking);
    let (statement, alone) = match api::attestations::judge(&text).await {
        Ok(Judged::Good(statement)) => (statement, Standing::OfflineGood),
        Ok(Judged::Expired(statement)) => (statement, Standing::OfflineOver),
        Ok(Judged::UnknownKey) => return drop(known.try_set(Known::UnknownKey)),
        Ok(Judged::NotGenuine | Judged::NotOurs) => return drop(known.try_set(Known::Forged)),
        Err(error) => return drop(known.try_set(Known::NoKeys(error.words()))),
    };
    let _ = known.try_set(Known::Genuine(statement));
    let told = if online::now() {
        let answer = api::attestations::check(&text, &checker).await;
        answer.map_or(alone, Standing::Is)
    } else {
        alone
    };
    let _ = standing.try_set(told);
}
