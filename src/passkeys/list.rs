//! The list.

use super::{add::add, remove, words};
use crate::api::{
    self,
    passkeys::{self, Whose},
};
use crate::browser::{focus, intl};
use crate::components::{Button, ButtonKind, Drawn, Fetched, Notice, NoticeKind, Refetch, when_loaded};
use crate::i18n::{
    keys::{Namespace, passkey as k},
    t, tf,
};
use eid_domain::calendar::office_date;
use eid_domain::wire::passkeys::{PasskeyView, Passkeys};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::rc::Rc;

/// What the parts share. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    /// Whose passkeys.
    pub(super) whose: Whose,
    /// Fetches the list again.
    pub(super) refetch: Refetch,
    /// What was done last.
    pub(super) said: RwSignal<Option<String>>,
}

/// The section: what a passkey is, the list, and a way to add one. `lead` says what it is good for here.
pub fn section(whose: Whose, lead: &'static str) -> AnyView {
    let parts = Parts {
        whose,
        refetch: Refetch::new(),
        said: RwSignal::new(None),
    };
    let fetch = move || {
        Box::pin(async move { passkeys::list(whose).await.map_err(|error| error.words()) })
            as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let said = move || {
        let words = parts.said.get();
        words.map(|words| view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    view! {
        <section class="panel stack" aria-labelledby="passkeys">
            <h2 id="passkeys" tabindex="-1">{t(k::TITLE)}</h2>
            <p>{lead}</p>
            {said}
            <Fetched fetch=fetch show=move |list: Passkeys| rows(parts, list) refetch=parts.refetch />
            {words::not_here().unwrap_or_else(|| more(parts))}
        </section>
    }
    .into_any()
}

type Form = fn(Whose, Callback<()>, Callback<PasskeyView>) -> AnyView;

#[wasm_split(passkey_form, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Form, SplitLoaderError> {
    Ok(add)
}

/// The button; behind it the form, which is loaded then.
fn more(parts: Parts) -> AnyView {
    let open = RwSignal::new(false);
    let begun = Callback::new(move |()| parts.said.set(None));
    let done = Callback::new(move |passkey: PasskeyView| {
        let _ = parts.said.try_set(Some(tf(k::ADDED, &[("name", &passkey.name)])));
        let _ = open.try_set(false);
        parts.refetch.now();
        focus::later("passkeys");
    });
    let body = move || {
        if open.get() {
            return when_loaded(move || {
                Box::pin(async move {
                    let draw = api::part(load(), &[Namespace::Fields]).await?;
                    Ok(Rc::new(move || draw(parts.whose, begun, done)) as Drawn)
                })
            });
        }
        let press = move |()| {
            begun.run(());
            open.set(true);
        };
        view! { <p class="row"><Button label=t(k::ADD) kind=ButtonKind::Second on_press=press /></p> }
            .into_any()
    };
    body.into_any()
}

fn rows(parts: Parts, list: Passkeys) -> AnyView {
    if list.passkeys.is_empty() {
        return view! { <p class="muted">{t(k::NONE)}</p> }.into_any();
    }
    let rows = list
        .passkeys
        .into_iter()
        .map(|passkey| row(parts, passkey))
        .collect_view();
    view! { <ul class="plain-list">{rows}</ul> }.into_any()
}

fn row(parts: Parts, passkey: PasskeyView) -> AnyView {
    let made = tf(
        k::MADE,
        &[("date", &intl::short_date(office_date(passkey.created_at)))],
    );
    let used = match passkey.used_at {
        Some(at) => tf(k::USED, &[("time", &intl::instant(at))]),
        None => t(k::NEVER_USED).to_owned(),
    };
    let cloned = passkey
        .cloned
        .then(|| view! { <p class="error-text">{t(k::CLONED)}</p> });
    view! {
        <li>
            <div>
                <p><strong><bdi>{passkey.name.clone()}</bdi></strong></p>
                <p class="muted">{made}" · "{used}</p>
                {cloned}
            </div>
            {remove::view(parts, passkey.id, passkey.name)}
        </li>
    }
    .into_any()
}
