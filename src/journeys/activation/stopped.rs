//! What can stand in the way once the phone is proved: before, nobody learns any of it.

use crate::api::{self, ApiError};
use crate::components::{ButtonKind, Fetched, LinkButton, Notice, NoticeKind};
use crate::i18n::{Key, keys::activation as k, t, tf};
use crate::routes::Route;
use eid_domain::problem::ProblemCode;
use eid_domain::rescue::Entry;
use eid_domain::wire::config::ClientConfig;
use leptos::prelude::*;

/// Why one cannot go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stopped {
    /// The seven days are over (Decree 69/2024/NĐ-CP, art. 14).
    Overdue,
    /// Not approved yet.
    Waiting,
    /// Refused; what the authority wrote.
    Refused(Option<String>),
    /// Never asked for.
    NotRequested,
    /// A child's: opened in the account of who represents the child.
    Child,
    /// Active already.
    Active,
    /// Locked; why is not said here.
    Locked,
}

impl Stopped {
    /// Reads a refusal; `None` for one that can be put right in the form.
    pub(super) fn of(error: &ApiError) -> Option<Self> {
        [
            (ProblemCode::ActivationOverdue, Self::Overdue),
            (ProblemCode::AccountNotApproved, Self::Waiting),
            (
                ProblemCode::AccountRefused,
                Self::Refused(error.problem().and_then(|problem| problem.words.clone())),
            ),
            (ProblemCode::AccountNotRequested, Self::NotRequested),
            (ProblemCode::RepresentativeNeeded, Self::Child),
            (ProblemCode::AccountAlreadyActive, Self::Active),
            (ProblemCode::AccountLocked, Self::Locked),
        ]
        .into_iter()
        .find(|(code, _)| error.is(*code))
        .map(|(_, why)| why)
    }

    /// The page's heading.
    pub(super) const fn title(&self) -> Key {
        match self {
            Self::Overdue => k::STOPPED_OVERDUE_TITLE,
            Self::Waiting => k::STOPPED_WAITING_TITLE,
            Self::Refused(_) => k::STOPPED_REFUSED_TITLE,
            Self::NotRequested => k::STOPPED_NONE_TITLE,
            Self::Child => k::STOPPED_CHILD_TITLE,
            Self::Active => k::STOPPED_ACTIVE_TITLE,
            Self::Locked => k::STOPPED_LOCKED_TITLE,
        }
    }

    /// What to do.
    pub(super) fn view(self) -> AnyView {
        let track = |entry: Entry| {
            view! {
                <p class="row"><LinkButton href=Route::Track.href() label=t(k::STOPPED_TRACK) />{way_out(entry)}</p>
            }
        };
        match self {
            Self::Overdue => {
                let show = |config: ClientConfig| {
                    view! { <p>{tf(k::STOPPED_OVERDUE_TEXT, &[("hotline", &config.hotline)])}</p> }.into_any()
                };
                view! {
                    <Fetched fetch=|| Box::pin(async { api::config::get().await.map_err(|error| error.words()) }) show=show />
                    {track(Entry::Overdue)}
                }
                .into_any()
            }
            Self::Waiting => view! { <p>{t(k::STOPPED_WAITING_TEXT)}</p>{track(Entry::InReview)} }.into_any(),
            Self::Refused(why) => refused(why),
            Self::NotRequested => view! {
                <p>{t(k::STOPPED_NONE_TEXT)}</p>
                <p class="row">{book(k::STOPPED_NONE_BOOK)}</p>
            }
            .into_any(),
            Self::Locked => {
                view! { <p>{t(k::STOPPED_LOCKED_TEXT)}</p><p class="row">{way_out(Entry::Locked)}</p> }
                    .into_any()
            }
            Self::Child => view! {
                <p>{t(k::STOPPED_CHILD_TEXT)}</p>
                <p class="row"><LinkButton href=Route::Children.href() label=t(k::STOPPED_CHILD_OPEN) /></p>
            }
            .into_any(),
            Self::Active => view! {
                <p>{t(k::STOPPED_ACTIVE_TEXT)}</p>
                <p class="row">
                    <LinkButton href=Route::SignIn.href() label=t(k::DONE_SIGN_IN) />
                    {way_out(Entry::PasswordForgotten)}
                </p>
            }
            .into_any(),
        }
    }
}

/// The reason, as it was written, and the way back to a counter.
fn refused(why: Option<String>) -> AnyView {
    let why = why.map(|why| view! { <Notice kind=NoticeKind::Warning><p>{tf(k::STOPPED_REFUSED_WHY, &[("why", &why)])}</p></Notice> });
    let show = |config: ClientConfig| {
        view! { <p>{tf(k::STOPPED_REFUSED_TEXT, &[("hotline", &config.hotline)])}</p> }.into_any()
    };
    view! {
        {why}
        <Fetched fetch=|| Box::pin(async { api::config::get().await.map_err(|error| error.words()) }) show=show />
        <p class="row">{book(k::STOPPED_REFUSED_BOOK)}</p>
    }
    .into_any()
}

fn book(label: Key) -> AnyView {
    let account = format!("{}?can=account_only", Route::Needs.href());
    view! { <LinkButton href=account label=t(label) /> }.into_any()
}

/// No page is the end of the way.
fn way_out(entry: Entry) -> AnyView {
    view! { <LinkButton href=Route::rescue(entry) label=t(k::WAY_OUT) kind=ButtonKind::Second /> }.into_any()
}
