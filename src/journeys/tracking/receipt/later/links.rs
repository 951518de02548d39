//! A link for a relative who follows from afar: it shows the steps, and nothing of the person.

use crate::api;
use crate::browser::{announce, clipboard, intl, location};
use crate::components::{ActionButton, Button, ButtonKind, Details, Icon};
use crate::i18n::{keys::shared as k, t, tf};
use crate::journeys::tracking::receipt::live::Page;
use crate::routes::Route;
use eid_domain::wire::dossiers::{AccessScope, SharedLink};
use leptos::{prelude::*, task::spawn_local};

/// Where the person is with it.
#[derive(Clone, PartialEq)]
enum State {
    Nothing,
    Made(SharedLink),
    Ended,
    Failed(String),
}

/// Behind a line that opens; nothing for who only sees.
pub(super) fn view(page: &Page) -> Option<AnyView> {
    let scope = page.seen.peek().scope;
    if scope != AccessScope::Manage {
        return None;
    }
    let state = RwSignal::new(State::Nothing);
    let busy = RwSignal::new(false);
    let reference = page.case.view.reference.clone();
    let address = format!(
        "{}{}",
        location::origin(),
        Route::Receipt(reference.clone()).href()
    );
    let key = page.case.key.clone();
    let make = {
        let (reference, key) = (reference.clone(), key.clone());
        move |()| {
            let (reference, key) = (reference.clone(), key.clone());
            busy.set(true);
            spawn_local(async move {
                let answer = api::dossiers::share(&reference, &key).await;
                let _ = busy.try_set(false);
                let _ = state.try_set(answer.map_or_else(|error| State::Failed(error.words()), State::Made));
            });
        }
    };
    let end = move |()| {
        let (reference, key) = (reference.clone(), key.clone());
        busy.set(true);
        spawn_local(async move {
            let answer = api::dossiers::end_shared(&reference, &key).await;
            let _ = busy.try_set(false);
            let _ =
                state.try_set(answer.map_or_else(|error| State::Failed(error.words()), |()| State::Ended));
        });
    };
    let shown = move || match state.get() {
        State::Nothing => ().into_any(),
        State::Made(link) => made(&address, &link),
        State::Ended => view! { <p>{t(k::ENDED)}</p> }.into_any(),
        State::Failed(words) => view! { <p class="error-text">{words}</p> }.into_any(),
    };
    Some(
        view! {
            <div class="no-print">
                <Details summary=t(k::TITLE)>
                    <div class="stack-s">
                        <p>{t(k::TEXT)}</p>
                        <div role="status">{shown}</div>
                        <p class="row">
                            <Button label=t(k::MAKE) kind=ButtonKind::Second busy=busy on_press=make.clone() />
                            <Button label=t(k::END) kind=ButtonKind::Second on_press=end.clone() />
                        </p>
                    </div>
                </Details>
            </div>
        }
        .into_any(),
    )
}

fn made(address: &str, link: &SharedLink) -> AnyView {
    let address = format!("{address}#{}", link.key);
    let until = tf(k::UNTIL, &[("date", &intl::instant(link.expires_at))]);
    let said = RwSignal::new(None::<String>);
    let text = address.clone();
    let copy = move |()| {
        let text = text.clone();
        spawn_local(async move {
            let words = t(if clipboard::copy(&text).await {
                k::COPIED
            } else {
                k::COPY_FAILED
            });
            let _ = said.try_set(Some(words.to_owned()));
            announce::polite(words);
        });
    };
    view! {
        <p class="mono shared-link">{address}</p>
        <p>{until}</p>
        <p><ActionButton drawn=Icon::Copy label=t(k::COPY) said=said on_press=copy /></p>
    }
    .into_any()
}
