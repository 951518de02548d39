//! The slip's code: its signed token in the address of the page that checks it, so that any phone's camera leads there.

mod drawing;

use crate::browser::location;
use crate::i18n::{Lang, keys::tracking as k, t, tf};
use crate::routes::Route;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// Draws a text as a code with this alternative; `None` where it is too long.
type Draw = fn(&str, String) -> Option<AnyView>;

/// Only who sees a slip loads what draws codes.
#[wasm_split(slip_code, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Draw, SplitLoaderError> {
    Ok(drawing::draw)
}

/// The address that the code holds. In the source language: the code stays small, and the page can be switched.
pub(super) fn link(token: &str) -> String {
    format!(
        "{}{}#{token}",
        location::origin(),
        Route::CheckSlip.href_in(Lang::Vi)
    )
}

/// The code with the reference beneath it, for when it cannot be scanned.
pub(super) fn view(reference: &str, token: &str) -> AnyView {
    let drawn = RwSignal::new(None::<Draw>);
    let failed = RwSignal::new(false);
    spawn_local(async move {
        match load().await {
            Ok(draw) => drop(drawn.try_set(Some(draw))),
            Err(_) => drop(failed.try_set(true)),
        }
    });
    let (address, reference) = (link(token), reference.to_owned());
    let check = format!("{}#{token}", Route::CheckSlip.href());
    let shown = reference.clone();
    let code = move || {
        let draw = drawn.get()?;
        draw(&address, tf(k::SLIP_CODE_ALT, &[("reference", &reference)]))
    };
    view! {
        <figure class="slip-code-box">
            <div class="slip-code-paper">{code}</div>
            <figcaption>
                <span class="mono slip-code-reference">{shown}</span>
                {move || failed.get().then(|| view! { <span class="hint" role="status">{t(k::SLIP_CODE_FAILED)}</span> })}
                <span class="hint no-print">{t(k::SLIP_CODE_TEXT)}</span>
                <a class="no-print" href=check>{t(k::SLIP_CODE_CHECK)}</a>
            </figcaption>
        </figure>
    }
    .into_any()
}
