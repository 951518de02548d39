//! The page. Who is not signed in goes to sign in; who has no level 2 learns how to get it.

use super::{entitlements, payout};
use crate::api::{self, Owned};
use crate::components::{Back, Fetched, Heading, LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::aid as k, t};
use crate::routes::Route;
use eid_domain::wire::aid::AidView;
use leptos::prelude::*;

/// Draws it.
pub(super) fn page() -> AnyView {
    let show = |opened: Owned<AidView>| match opened {
        Owned::Here(view) => content(view),
        Owned::NotActive => view! {
            <Notice kind=NoticeKind::Warning title=t(k::NOT_ACTIVE)>
                <p><LinkButton href=Route::Activate.href() label=t(k::ACTIVATE) /></p>
            </Notice>
        }
        .into_any(),
        Owned::SignedOut => {
            Route::SignIn.replace();
            ().into_any()
        }
    };
    view! {
        <div class="page account">
            <Back href=Route::Account.href() />
            <Heading text=t(k::TITLE) />
            <p class="lead">{t(k::LEAD)}</p>
            <Fetched fetch=|| Box::pin(open()) show=show />
        </div>
    }
    .into_any()
}

async fn open() -> Result<Owned<AidView>, String> {
    Owned::of(api::aid::get().await)
}

fn content(view: AidView) -> AnyView {
    let lists = entitlements::view(&view.entitlements);
    view! {
        {lists}
        {payout::view(view)}
        <Notice kind=NoticeKind::Info title=t(k::SAFE_TITLE)><p>{t(k::SAFE_TEXT)}</p></Notice>
    }
    .into_any()
}
