//! Everything that can go wrong with a passkey, in words, and what to do then.

use super::Refused;
use crate::api::ApiError;
use crate::browser::passkeys::{Failure, Support, local_name, support};
use crate::components::{Notice, NoticeKind};
use crate::i18n::{Key, keys::passkey as k, t};
use eid_domain::problem::ProblemCode;
use leptos::prelude::*;

/// Why no passkey was added.
pub(super) fn add_words(refused: &Refused) -> String {
    match refused {
        Refused::Device(Failure::Cancelled) => t(k::CANCELLED_ADD).to_owned(),
        Refused::Device(failure) => t(device(*failure)).to_owned(),
        Refused::Server(error) => match error.problem().map(|problem| problem.code) {
            Some(ProblemCode::FreshSignInNeeded) => t(k::FRESH).to_owned(),
            Some(ProblemCode::StateConflict) => t(k::FULL).to_owned(),
            Some(ProblemCode::PasskeyRefused) => t(k::NOT_ADDED).to_owned(),
            _ => server(error),
        },
    }
}

/// Why a passkey has not signed in.
pub fn sign_in_words(refused: &Refused) -> String {
    match refused {
        Refused::Device(Failure::Cancelled) => t(k::CANCELLED_GET).to_owned(),
        Refused::Device(failure) => t(device(*failure)).to_owned(),
        Refused::Server(error) => match error.problem().map(|problem| problem.code) {
            Some(ProblemCode::PasskeyRefused) => t(k::REFUSED).to_owned(),
            Some(ProblemCode::PasskeyCloned) => t(k::CLONED_REFUSED).to_owned(),
            _ => server(error),
        },
    }
}

fn server(error: &ApiError) -> String {
    match error.problem().map(|problem| problem.code) {
        Some(ProblemCode::JourneyExpired) => t(k::EXPIRED).to_owned(),
        // The server has no name that a passkey could be bound to.
        Some(ProblemCode::NotFound) => t(k::ELSEWHERE).to_owned(),
        _ => error.words(),
    }
}

const fn device(failure: Failure) -> Key {
    match failure {
        Failure::Cancelled => k::CANCELLED_GET,
        Failure::TimedOut => k::TIMED_OUT,
        Failure::Unsupported => k::MISSING,
        Failure::Elsewhere => k::ELSEWHERE,
        Failure::Known => k::KNOWN,
        Failure::NoLock => k::NO_LOCK,
        Failure::Failed => k::FAILED,
    }
}

/// Why passkeys cannot be used on this page at all, with the way to where they can; nothing where they can.
pub fn not_here() -> Option<AnyView> {
    let words = match support() {
        Support::Ready => return None,
        Support::Missing => k::MISSING,
        Support::Address => k::ADDRESS,
    };
    let better = local_name().map(|href| {
        let shown = href.clone();
        view! { <p><a href=href rel="external">{t(k::ADDRESS_OPEN)}" "{shown}</a></p> }
    });
    Some(view! { <Notice kind=NoticeKind::Info><p>{t(words)}</p>{better}</Notice> }.into_any())
}
