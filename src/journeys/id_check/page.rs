//! The page: the result above, the ways of reading a code below.

use super::ask::{self, Known, Standing};
use super::{checker as name_here, result};
use crate::api;
use crate::browser::{
    focus, hash, install, location,
    offline::{self, Answer, Kept},
    timer,
};
use crate::components::scan::SlipReader;
use crate::components::{Back, Button, ButtonKind, Errors, Heading, TextArea, TextField};
use crate::i18n::{keys::showing as k, t};
use crate::routes::Route;
use eid_domain::attest::find;
use leptos::ev::SubmitEvent;
use leptos::{prelude::*, task::spawn_local};

/// The field's id.
const FIELD: &str = "shown_text";
/// Where the answer stands; it takes the focus.
const RESULT: &str = "result";

/// Draws it.
pub(super) fn page() -> AnyView {
    let (known, standing) = (RwSignal::new(Known::Nothing), RwSignal::new(Standing::Asking));
    let (text, errors) = (RwSignal::new(String::new()), Errors::new());
    let checker = RwSignal::new(name_here::kept());
    let look = Callback::new(move |text: String| {
        errors.clear();
        let name = checker.get_untracked().trim().to_owned();
        name_here::keep(&name);
        spawn_local(async move {
            ask::about(text, name, known, standing).await;
            focus::later(RESULT);
        });
    });
    // The address of a scanned code brings it along. It is not left there: a page that is shared or looked at later would
    // tell what somebody else has shown.
    let behind = hash::signal();
    Effect::new(move |_| {
        let shown = behind.get();
        if find(&shown).is_some() {
            location::rename(&Route::CheckId.href());
            look.run(shown);
        }
    });
    let take = Callback::new(move |text: String| match find(&text) {
        Some(token) => {
            look.run(token);
            Ok(())
        }
        None => Err(t(k::CHECK_OTHER)),
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match find(&text.get_untracked()) {
            Some(token) => {
                text.set(String::new());
                look.run(token);
            }
            None => {
                errors.note(FIELD, Some(t(k::CHECK_OTHER).to_owned()));
                focus::later(FIELD);
            }
        }
    };
    keep();
    install::offer(install::CHECKER);
    view! {
        <div class="page slip-check">
            <Back href=Route::Home.href() />
            <Heading text=t(k::CHECK_TITLE) />
            <p class="lead">{t(k::CHECK_LEAD)}</p>
            <div id=RESULT tabindex="-1">{move || result::view(known.get(), standing)}</div>
            <SlipReader take=take />
            <form class="stack" novalidate on:submit=submit>
                <TextField id="checker" label=t(k::CHECKER) hint=t(k::CHECKER_HINT) value=checker errors=errors width="w-20" optional=true />
                <TextArea id=FIELD label=t(k::CHECK_PASTE) value=text errors=errors />
                <p class="row"><Button label=t(k::CHECK_DO) kind=ButtonKind::Second /></p>
            </form>
            <p><a href=Route::Venue.href()>{t(k::CHECK_VENUE)}</a></p>
        </div>
    }
    .into_any()
}

const KEPT: Kept = Kept {
    page: "id_check_page",
    parts: &["attest_judge"],
    reads_codes: true,
};

/// The page opens without a network from now on.
fn keep() {
    spawn_local(async move {
        timer::sleep(offline::PAUSE_MS).await;
        api::attestations::prepare().await;
        let keys = Answer {
            path: "/api/slips/keys".to_owned(),
            key: String::new(),
        };
        offline::keep(&[keys], KEPT).await;
    });
}
