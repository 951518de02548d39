//! The page: the result above, the ways of showing a slip below.

use super::ask::{self, Known, Standing};
use super::result;
use crate::browser::{
    focus, hash,
    offline::{self, Answer, Kept},
    timer,
};
use crate::components::scan::SlipReader;
use crate::components::{Back, Button, ButtonKind, Errors, Heading, TextArea};
use crate::i18n::{keys::slip, t};
use crate::routes::Route;
use eid_domain::slip::find;
use leptos::ev::SubmitEvent;
use leptos::{prelude::*, task::spawn_local};

/// The field's id.
const FIELD: &str = "slip_text";
/// Where the answer stands; it takes the focus.
const RESULT: &str = "result";

/// Draws it.
pub(super) fn page() -> AnyView {
    let (known, standing) = (RwSignal::new(Known::Nothing), RwSignal::new(Standing::Asking));
    let (text, errors) = (RwSignal::new(String::new()), Errors::new());
    let look = Callback::new(move |text: String| {
        errors.clear();
        spawn_local(async move {
            ask::about(text, known, standing).await;
            focus::later(RESULT);
        });
    });
    // The address of a scanned code brings the slip along; another may be opened over it.
    let behind = hash::signal();
    Effect::new(move |_| {
        let shown = behind.get();
        if find(&shown).is_some() {
            look.run(shown);
        }
    });
    let take = Callback::new(move |text: String| match find(&text) {
        Some(token) => {
            look.run(token);
            Ok(())
        }
        None => Err(t(slip::STATUS_OTHER)),
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = text.get_untracked();
        match find(&typed) {
            Some(token) => look.run(token),
            None => {
                let words = if typed.trim().is_empty() {
                    slip::PASTE_EMPTY
                } else {
                    slip::PASTE_NOT_A_SLIP
                };
                errors.note(FIELD, Some(t(words).to_owned()));
                focus::later(FIELD);
            }
        }
    };
    keep();
    view! {
        <div class="page slip-check">
            <Back href=Route::Home.href() />
            <Heading text=t(slip::TITLE) />
            <p class="lead">{t(slip::LEAD)}</p>
            <div id=RESULT tabindex="-1">{move || result::view(known.get(), standing)}</div>
            <SlipReader take=take />
            <form class="stack" novalidate on:submit=submit>
                <TextArea id=FIELD label=t(slip::PASTE_LABEL) hint=t(slip::PASTE_HINT) value=text errors=errors />
                <p class="row"><Button label=t(slip::PASTE_CHECK) kind=ButtonKind::Second /></p>
            </form>
            <p><a href=move || own(&known.get())>{t(slip::OWN)}</a></p>
        </div>
    }
    .into_any()
}

/// Where a dossier is looked up; of a genuine slip with its reference, behind `#`: no server is told of it.
fn own(known: &Known) -> String {
    let path = Route::Track.href();
    match known {
        Known::Genuine(claims, _) => format!("{path}#{}", claims.reference),
        _ => path,
    }
}

const KEPT: Kept = Kept {
    page: "slip_check_page",
    parts: &["slip_judge"],
    reads_codes: true,
};

/// The page opens without a network from now on.
fn keep() {
    let open = |path: &str| Answer {
        path: path.to_owned(),
        key: String::new(),
    };
    spawn_local(async move {
        // What the page needs first goes first.
        timer::sleep(offline::PAUSE_MS).await;
        crate::api::slips::prepare().await;
        offline::keep(&[open("/api/offices"), open("/api/slips/keys")], KEPT).await;
    });
}
