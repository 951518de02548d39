//! Filling in what a guest's e-ID says. The reader comes when somebody scans.

use super::form::Fields;
use crate::api;
use crate::browser::focus;
use crate::components::scan::SlipReader;
use crate::components::{Button, ButtonKind, Drawn, Errors, TextArea, when_loaded};
use crate::i18n::{keys::Namespace, keys::stay as k, t, tf};
use eid_domain::attest::{Claim, Judged, Said, Statement, find};
use eid_domain::wire::attestations::AttestationState;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

/// Where it is said what was read; it takes the focus.
const SAID: &str = "scan-said";
const PASTE: &str = "guest_code";

type Panel = fn(Fields, Errors, RwSignal<bool>, RwSignal<String>) -> AnyView;

#[wasm_split(stay_scan, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Panel, SplitLoaderError> {
    Ok(panel)
}

/// A button, then the reader.
pub(super) fn view(fields: Fields, form: Errors) -> AnyView {
    let (open, said) = (RwSignal::new(false), RwSignal::new(String::new()));
    let body = move || {
        if open.get() {
            when_loaded(move || {
                Box::pin(async move {
                    let draw = api::part(load(), &[Namespace::Slip]).await?;
                    Ok(Rc::new(move || draw(fields, form, open, said)) as Drawn)
                })
            })
        } else {
            let press = move |()| open.set(true);
            view! { <p class="row"><Button label=t(k::SCAN) kind=ButtonKind::Second on_press=press /></p> }
                .into_any()
        }
    };
    view! {
        <div id=SAID tabindex="-1"><p role="status">{move || said.get()}</p></div>
        {body}
    }
    .into_any()
}

fn panel(fields: Fields, form: Errors, open: RwSignal<bool>, said: RwSignal<String>) -> AnyView {
    let (text, errors) = (RwSignal::new(String::new()), Errors::new());
    let take = Callback::new(move |text: String| match find(&text) {
        Some(token) => {
            spawn_local(async move {
                let words = read(fields, &token).await;
                // What stands in the fields is judged anew when it is sent.
                form.clear();
                let _ = said.try_set(words);
                let _ = open.try_set(false);
                focus::later(SAID);
            });
            Ok(())
        }
        None => Err(t(k::SCAN_OTHER)),
    });
    let paste = move |()| {
        if let Err(words) = take.run(text.get_untracked()) {
            errors.note(PASTE, Some(words.to_owned()));
            focus::later(PASTE);
        }
    };
    view! {
        <div class="stack">
            <p class="hint">{t(k::SCAN_HINT)}</p>
            <SlipReader take=take />
            <TextArea id=PASTE label=t(k::SCAN_PASTE) value=text errors=errors />
            <p class="row">
                <Button label=t(k::SCAN_TAKE) kind=ButtonKind::Second on_press=paste />
                <Button label=t(k::SCAN_CLOSE) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </div>
    }
    .into_any()
}

/// Judges on the device, asks the server whether it stands, and fills in what was ticked.
async fn read(fields: Fields, token: &str) -> String {
    let statement = match api::attestations::judge(token).await {
        Ok(Judged::Good(statement)) => statement,
        Ok(Judged::Expired(_)) => return t(k::SCAN_EXPIRED).to_owned(),
        Ok(Judged::NotOurs | Judged::UnknownKey | Judged::NotGenuine) => return t(k::SCAN_FORGED).to_owned(),
        Err(error) => return error.words(),
    };
    match api::attestations::check(token, "").await {
        Ok(AttestationState::Valid) => fill(fields, &statement),
        Ok(AttestationState::Expired | AttestationState::Revoked) => t(k::SCAN_EXPIRED).to_owned(),
        Ok(AttestationState::Unknown) => t(k::SCAN_FORGED).to_owned(),
        Err(error) => error.words(),
    }
}

fn fill(fields: Fields, statement: &Statement) -> String {
    let text = |wanted: Claim| {
        let found = statement.said.iter().find(|(claim, _)| *claim == wanted);
        match found {
            Some((_, Said::Text(text))) => Some(text.clone()),
            _ => None,
        }
    };
    let mut missing = Vec::new();
    match text(Claim::Name) {
        Some(name) => drop(fields.name.try_set(name)),
        None => missing.push(t(k::NAME)),
    }
    match text(Claim::PersonalNumber) {
        Some(number) => drop(fields.number.try_set(number)),
        None => missing.push(t(k::NUMBER)),
    }
    match text(Claim::BirthDate) {
        Some(iso) => {
            let read = eid_domain::identity::BirthDate::from_iso(&iso).is_ok();
            let mut parts = iso.split('-').map(|part| part.trim_start_matches('0').to_owned());
            for (signal, part) in [fields.birth.year, fields.birth.month, fields.birth.day]
                .into_iter()
                .zip(std::iter::from_fn(|| Some(parts.next().unwrap_or_default())))
            {
                let _ = signal.try_set(part);
            }
            let _ = fields.birth.partial.try_set(read && iso.len() < 10);
        }
        None => missing.push(t(k::BIRTH)),
    }
    if missing.is_empty() {
        t(k::SCAN_DONE).to_owned()
    } else {
        let what = missing.join(", ");
        tf(k::SCAN_MISSING, &[("what", &what)])
    }
}
