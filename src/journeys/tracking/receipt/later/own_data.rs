//! One's data without an account: the dossier as a file, and a booking that came to nothing forgotten. Loaded with a press.

use crate::api;
use crate::browser::{announce, download, focus, offline};
use crate::components::{Button, ButtonKind, Dialog};
use crate::i18n::{
    keys::{Namespace, own_data as k, shared as s},
    t,
};
use crate::journeys::tracking::receipt::live::Page;
use crate::routes::Route;
use eid_domain::dossier::State;
use eid_domain::wire::dossiers::AccessScope;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// Draws what can be done.
type Section = fn(Page) -> AnyView;

#[wasm_split(receipt_own_data, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Section, SplitLoaderError> {
    Ok(section)
}

/// The button, for the owner.
pub(super) fn view(page: &Page) -> Option<AnyView> {
    if page.case.view.scope != AccessScope::Manage {
        return None;
    }
    let page = page.clone();
    let busy = RwSignal::new(false);
    let loaded = RwSignal::new(None::<Result<Section, String>>);
    let ask = move |()| {
        busy.set(true);
        spawn_local(async move {
            let section = api::part(load(), &[Namespace::OwnData]).await;
            let _ = busy.try_set(false);
            let _ = loaded.try_set(Some(section));
            focus::later("own-data");
        });
    };
    let below = move || {
        match loaded.get() {
        Some(Ok(section)) => section(page.clone()),
        other => view! {
            {other.and_then(Result::err).map(|words| view! { <span class="error-text" role="alert">{words}</span> })}
            <p class="row no-print"><Button kind=ButtonKind::Second label=t(s::OWN_DATA) busy=busy on_press=ask /></p>
        }
        .into_any(),
    }
    };
    Some(below.into_any())
}

fn section(page: Page) -> AnyView {
    let said = RwSignal::new(None::<String>);
    let (busy, open) = (RwSignal::new(false), RwSignal::new(false));
    let (reference, key) = (page.case.view.reference.clone(), page.case.key.clone());
    let (of_file, file_key) = (reference.clone(), key.clone());
    let take = move |()| {
        busy.set(true);
        let (reference, key) = (of_file.clone(), file_key.clone());
        spawn_local(async move {
            let answer = api::own_data::export_dossier(&reference, &key).await;
            let _ = busy.try_set(false);
            let words = match answer {
                Ok(file) if download::text("e-id.json", "application/json", &file) => {
                    t(k::EXPORT_DONE).to_owned()
                }
                Ok(_) => t(k::EXPORT_FAILED).to_owned(),
                Err(error) => error.words(),
            };
            announce::polite(&words);
            let _ = said.try_set(Some(words));
        });
    };
    let forget = Callback::new(move |()| {
        busy.set(true);
        let (reference, key) = (reference.clone(), key.clone());
        spawn_local(async move {
            let answer = api::own_data::forget_dossier(&reference, &key).await;
            let _ = busy.try_set(false);
            let _ = open.try_set(false);
            match answer {
                Ok(()) => {
                    offline::forget().await;
                    focus::want_heading();
                    Route::Home.replace();
                    announce::polite(t(k::FORGOTTEN));
                }
                Err(error) => {
                    let _ = said.try_set(Some(error.words()));
                }
            }
        });
    });
    let can = Memo::new(move |_| {
        let view = page.seen.get();
        may_forget(view.state, view.dossier_code.is_some())
    });
    let away = move || {
        can.get().then(|| {
            view! { <Button kind=ButtonKind::Danger label=t(k::FORGET) busy=busy on_press=move |()| open.set(true) /> }
        })
    };
    let kept = move || {
        t(if can.get() {
            k::FORGET_TEXT
        } else {
            k::DOSSIER_KEPT
        })
    };
    view! {
        <section class="stack-s no-print" aria-labelledby="own-data">
            <h2 id="own-data" tabindex="-1">{t(s::OWN_DATA)}</h2>
            <p>{t(k::DOSSIER_TEXT)}</p>
            <p>{kept}</p>
            <p class="row"><Button kind=ButtonKind::Second label=t(k::EXPORT_DO) busy=busy on_press=take />{away}</p>
            <p role="status">{move || said.get()}</p>
            <Dialog open=open title=t(k::FORGET_ASK)>
                <p>{t(k::FORGET_ASK_TEXT)}</p>
                <p class="row">
                    <Button label=t(k::FORGET) kind=ButtonKind::Danger busy=busy on_press=forget />
                    <Button label=t(k::FORGET_NOT) kind=ButtonKind::Second on_press=move |()| open.set(false) />
                </p>
            </Dialog>
        </section>
    }
    .into_any()
}

/// What came to nothing before it was received at an office; the server judges it again.
const fn may_forget(state: State, received: bool) -> bool {
    !received && matches!(state, State::Cancelled | State::NoShow | State::Expired)
}
