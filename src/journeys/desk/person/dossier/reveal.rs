//! Why a person's data is needed. The look is written into the audit, and the dialog says so.

use super::state::Desk;
use crate::api;
use crate::components::{Button, ButtonKind, Choice, Dialog, ErrorSummary, Errors, RadioGroup};
use crate::i18n::{keys, keys::desk as k, t};
use crate::journeys::desk::shell::{role, session};
use crate::journeys::desk::words;
use eid_domain::wire::desk::LookReason;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The dialog; `desk.asking` opens it.
#[component]
pub(super) fn RevealDialog(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    view! { <Dialog open=desk.asking title=t(k::REVEAL_TITLE)><Ask desk=desk /></Dialog> }
}

#[component]
fn Ask(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let reasons = desk.role().look_reasons();
    let likely = desk.now().map(|view| role::likely_look(desk.role(), view.state));
    let value = RwSignal::new(likely.map_or_else(String::new, |look| words::look(look).0.to_owned()));
    let choices = reasons.iter().map(|look| {
        let (value, label) = words::look(*look);
        Choice::new(value, t(label))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let chosen =
            value.with_untracked(|value| reasons.iter().copied().find(|look| words::look(*look).0 == value));
        match chosen {
            Some(look) => look_up(desk, look, errors, busy),
            None => drop(errors.show(vec![("look".to_owned(), t(k::REVEAL_NEEDED).to_owned())])),
        }
    };
    view! {
        <form class="stack" on:submit=submit novalidate>
            <ErrorSummary errors=errors />
            <p>{t(k::REVEAL_TEXT)}</p>
            <RadioGroup id="look" legend=t(k::REVEAL_LEGEND) choices=choices.collect() value=value errors=errors />
            <p class="row">
                <Button label=t(k::REVEAL) busy=busy />
                <Button label=t(keys::common::CANCEL) kind=ButtonKind::Second on_press=move |()| desk.asking.set(false) />
            </p>
        </form>
    }
}

fn look_up(desk: Desk, look: LookReason, errors: Errors, busy: RwSignal<bool>) {
    busy.set(true);
    let reference = desk.reference();
    spawn_local(async move {
        let answer = session::call(api::desk::reveal(&reference, look)).await;
        busy.set(false);
        match answer {
            Ok(view) => {
                desk.asking.set(false);
                desk.take(view);
            }
            Err(error) => errors.show_one(error.words()),
        }
    });
}
