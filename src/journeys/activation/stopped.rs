//! What can stand in the way once the phone is proved: before, nobody learns any of it.

use crate::api::{self, ApiError};
use crate::components::{Fetched, LinkButton};
use crate::i18n::{Key, keys::activation as k, t, tf};
use crate::routes::Route;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::config::ClientConfig;
use leptos::prelude::*;

/// Why one cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stopped {
    /// The seven days are over (Decree 69/2024/NĐ-CP, art. 14).
    Overdue,
    /// Not approved yet.
    Waiting,
    /// Active already.
    Active,
}

impl Stopped {
    /// Reads a refusal; `None` for one that can be put right in the form.
    pub(super) fn of(error: &ApiError) -> Option<Self> {
        [
            (ProblemCode::ActivationOverdue, Self::Overdue),
            (ProblemCode::AccountNotApproved, Self::Waiting),
            (ProblemCode::AccountAlreadyActive, Self::Active),
        ]
        .into_iter()
        .find(|(code, _)| error.is(*code))
        .map(|(_, why)| why)
    }

    /// The page's heading.
    pub(super) const fn title(self) -> Key {
        match self {
            Self::Overdue => k::STOPPED_OVERDUE_TITLE,
            Self::Waiting => k::STOPPED_WAITING_TITLE,
            Self::Active => k::STOPPED_ACTIVE_TITLE,
        }
    }

    /// What to do.
    pub(super) fn view(self) -> AnyView {
        let track =
            || view! { <p class="row"><LinkButton href=Route::Track.href() label=t(k::STOPPED_TRACK) /></p> };
        match self {
            Self::Overdue => {
                let show = |config: ClientConfig| {
                    view! { <p>{tf(k::STOPPED_OVERDUE_TEXT, &[("hotline", &config.hotline)])}</p> }.into_any()
                };
                view! {
                    <Fetched fetch=|| Box::pin(async { api::config::get().await.map_err(|error| error.words()) }) show=show />
                    {track()}
                }
                .into_any()
            }
            Self::Waiting => view! { <p>{t(k::STOPPED_WAITING_TEXT)}</p>{track()} }.into_any(),
            Self::Active => view! {
                <p>{t(k::STOPPED_ACTIVE_TEXT)}</p>
                <p class="row"><LinkButton href=Route::SignIn.href() label=t(k::DONE_SIGN_IN) /></p>
            }
            .into_any(),
        }
    }
}
