//! A person's page: guests at their home, and what others have filed about them.

use super::{about, due::OfficeClock, forms, kept, list};
use crate::api::{self, Owned, stays::Filer};
use crate::browser::focus;
use crate::components::{Back, Button, Details, Fetched, Heading, LinkButton, Notice, NoticeKind, Refetch};
use crate::i18n::{keys::stay as k, t};
use crate::routes::Route;
use eid_domain::wire::stays::StaysView;
use leptos::prelude::*;

/// Draws it.
pub(super) fn page() -> AnyView {
    let refetch = Refetch::new();
    // Kept apart from what is fetched: a form that is being filled in stays while the list below changes.
    let writing = RwSignal::new(None::<OfficeClock>);
    let show = move |opened: Owned<StaysView>| match opened {
        Owned::Here(view) => content(&view, writing, refetch),
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
    let close = Callback::new(move |()| {
        kept::keep(None);
        writing.set(None);
        focus::later("stays");
    });
    let form = move || {
        let clock = writing.get()?;
        Some(forms::declare(Filer::Person, clock, refetch, close))
    };
    view! {
        <div class="page account">
            <Back href=Route::Account.href() />
            <Heading text=t(k::TITLE) />
            <p class="lead">{t(k::LEAD)}</p>
            {law()}
            {form}
            <Fetched fetch=|| Box::pin(open()) show=show refetch=refetch />
        </div>
    }
    .into_any()
}

/// Where the hours come from, and that they only warn.
pub(super) fn law() -> AnyView {
    view! {
        <Details summary=t(k::LAW_TITLE)>
            <p>{t(k::LAW_TEXT)}</p>
            <p>{t(k::LAW_CHANGED)}</p>
            <p>{t(k::LAW_FOREIGN)}</p>
        </Details>
    }
    .into_any()
}

async fn open() -> Result<Owned<StaysView>, String> {
    Owned::of(api::stays::mine().await)
}

fn content(view: &StaysView, writing: RwSignal<Option<OfficeClock>>, refetch: Refetch) -> AnyView {
    let clock = OfficeClock::new(view.mine.now);
    // Somebody comes back to what they have begun.
    if writing.with_untracked(Option::is_none) && kept::typed().is_some() {
        writing.set(Some(clock));
    }
    let begin = move |()| writing.set(Some(clock));
    let new = move || {
        let closed = writing.with(Option::is_none);
        closed.then(|| view! { <p class="row"><Button label=t(k::NEW) on_press=begin /></p> })
    };
    let none = view
        .mine
        .stays
        .is_empty()
        .then(|| view! { <p class="muted">{t(k::NONE)}</p> });
    view! {
        {new}
        <section class="stack-s" aria-labelledby="stays">
            <h2 id="stays" tabindex="-1">{t(k::MINE_TITLE)}</h2>
            {none}
            {list::view(Filer::Person, &view.mine.stays, refetch)}
        </section>
        {about::view(&view.about_me, refetch)}
    }
    .into_any()
}
