//! The number, hidden until it is asked for; and the steps after a no.

use super::{page::href, paper::Doing, words};
use crate::api;
use crate::components::TextButton;
use crate::i18n::{keys::wallet as k, t, tf};
use eid_domain::wallet::Step;
use eid_domain::wire::wallet::{WalletKind, WalletRefused};
use leptos::{prelude::*, task::spawn_local};

/// The paper that proves that the old number and the new one are one person.
const OLD_NUMBER: &str = "old_number";

/// The number and the button that shows all of it, and hides it again.
pub(super) fn number(doing: Doing, kind: &str, masked: &str) -> Option<AnyView> {
    if masked.is_empty() {
        return None;
    }
    let whole = RwSignal::new(None::<Result<String, String>>);
    let (kind, masked) = (kind.to_owned(), masked.to_owned());
    let press = move || {
        if whole.with_untracked(|whole| matches!(whole, Some(Ok(_)))) {
            whole.set(None);
            return;
        }
        let (of, kind) = (doing.of(), kind.clone());
        spawn_local(async move {
            let shown = api::wallet::show(&of, &kind).await;
            let _ = whole.try_set(Some(
                shown.map(|paper| paper.number).map_err(|error| error.words()),
            ));
        });
    };
    let shown = move || match whole.get() {
        Some(Ok(number)) => number,
        _ => masked.clone(),
    };
    let failed = move || {
        whole
            .get()?
            .err()
            .map(|words| view! { <p class="error-text">{words}</p> })
    };
    let is_whole = move || whole.with(|whole| matches!(whole, Some(Ok(_))));
    let label = move || t(if is_whole() { k::HIDE } else { k::SHOW });
    Some(
        view! {
            <div class="panel wallet-number">
                <p class="muted" id="wallet-number">{t(k::NUMBER)}</p>
                <p class="reference" aria-live="polite">{shown}</p>
                <p><button class="button-text" type="button" aria-describedby="wallet-number" on:click=move |_| press()>{label}</button></p>
                <div role="alert">{failed}</div>
            </div>
        }
        .into_any(),
    )
}

/// What to do, in order, each with what does it here.
pub(super) fn steps(kind: &WalletKind, refused: &WalletRefused, doing: Doing) -> AnyView {
    let place = ("place", kind.place.as_str());
    let steps = refused
        .steps
        .iter()
        .map(|step| {
            let act = match step {
                Step::ConfirmOldNumber => Some(
                    view! { <p><a href=href(&doing.of(), OLD_NUMBER)>{t(k::STEP_CONFIRM_LINK)}</a></p> }
                        .into_any(),
                ),
                Step::TellOffice => Some(tell(kind, refused, doing)),
                _ => None,
            };
            view! { <li><p>{tf(words::step(*step), &[place])}</p>{act}</li> }
        })
        .collect_view();
    view! { <ol class="wallet-steps">{steps}</ol> }.into_any()
}

/// The button that tells the office; how far it is, where it was told.
fn tell(kind: &WalletKind, refused: &WalletRefused, doing: Doing) -> AnyView {
    if let Some(told) = &refused.told {
        let answer = told.answer.clone().map(|answer| {
            view! { <div><blockquote class="said"><p class="muted">{t(k::ANSWER)}</p><p class="written">{answer}</p></blockquote></div> }
        });
        return view! { <p><b>{t(k::TOLD)}</b></p>{answer} }.into_any();
    }
    let kind = kind.id.clone();
    let press = move |()| {
        let (of, kind) = (doing.of(), kind.clone());
        doing.go(async move { api::wallet::tell_office(&of, &kind).await }, k::TOLD);
    };
    view! { <p><TextButton label=t(k::TELL) on_press=press /></p> }.into_any()
}
