//! `/huy/{reference}#{key}`: the link of a reminder. One confirming tap cancels; opening the link alone does nothing.

use super::{keyed::opened, no_access, place};
use crate::api;
use crate::browser::{focus, intl, location};
use crate::components::{Button, ButtonKind, Fetched, Heading, LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::waiting as k, t};
use crate::routes::{Draw, Route};
use eid_domain::wire::waiting::CancelView;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(cancel_link_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(route: &Route) -> AnyView {
    let Route::CancelLink(reference) = route else {
        return ().into_any();
    };
    let (reference, key) = (reference.clone(), location::hash());
    let (again, again_key) = (reference.clone(), key.clone());
    let fetch = move || {
        let asked = open(reference.clone(), key.clone());
        Box::pin(asked) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |found: Option<CancelView>| match found {
        Some(view) => question(again.clone(), again_key.clone(), view),
        None => no_access::view(),
    };
    view! {
        <div class="page">
            <Heading text=t(k::CANCEL_TITLE) />
            <Fetched fetch=fetch show=show />
        </div>
    }
    .into_any()
}

async fn open(reference: String, key: String) -> Result<Option<CancelView>, String> {
    opened(&key, api::waiting::visit_to_cancel(&reference, &key)).await
}

fn question(reference: String, key: String, view: CancelView) -> AnyView {
    let name = view.office.as_ref().map(|name| place::said(name).to_owned());
    let seen = RwSignal::new(view);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let press = Callback::new(move |()| {
        busy.set(true);
        failed.set(None);
        let (reference, key) = (reference.clone(), key.clone());
        spawn_local(async move {
            match api::waiting::cancel(&reference, &key).await {
                Ok(view) => {
                    let _ = seen.try_set(view);
                    focus::later("said");
                }
                Err(error) => {
                    let _ = busy.try_set(false);
                    let _ = failed.try_set(Some(error.words()));
                }
            }
        });
    });
    let when = move || seen.with(|view| intl::date_time(view.starts_at));
    let below = move || {
        let (cancelled, may) = seen.with(|view| (view.cancelled, view.may_cancel));
        if cancelled {
            view! {
                <Notice kind=NoticeKind::Ok title=t(k::CANCELLED) announced=true><p>{t(k::CANCELLED_TEXT)}</p></Notice>
                <p class="row"><LinkButton href=Route::Needs.href() label=t(k::BOOK_AGAIN) /></p>
            }
            .into_any()
        } else if may {
            view! {
                <p>{t(k::CANCEL_TEXT)}</p>
                <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
                <p class="row">
                    <Button label=t(k::CANCEL_YES) kind=ButtonKind::Danger busy=busy on_press=press />
                    <LinkButton href=Route::Home.href() label=t(k::CANCEL_NO) kind=ButtonKind::Second />
                </p>
            }
            .into_any()
        } else {
            view! { <Notice kind=NoticeKind::Warning title=t(k::CANCEL_TOO_LATE) /> }.into_any()
        }
    };
    view! {
        <p class="offer-when panel"><b>{when}</b><br /><span class="muted">{name}</span></p>
        <div class="stack" id="said" tabindex="-1">{below}</div>
    }
    .into_any()
}
