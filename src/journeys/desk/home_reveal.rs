//! Why the address of somebody who cannot walk is needed. The look is written into the audit, and the dialog says so.

use super::session;
use crate::api;
use crate::components::{Button, ButtonKind, Choice, Dialog, ErrorSummary, Errors, RadioGroup};
use crate::i18n::{keys, keys::stops as k, t};
use eid_domain::campaign::HomeLook;
use eid_domain::wire::home_visits::HomeVisitRow;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The dialog: about which wish, whether it is open, and what happens with the answer.
pub(super) fn reveal_dialog(
    about: RwSignal<String>,
    open: RwSignal<bool>,
    found: impl Fn(HomeVisitRow) + Send + Sync + 'static,
) -> AnyView {
    let found = Callback::new(found);
    view! { <Dialog open=open title=t(k::HOME_REVEAL_TITLE)>{ask(about, open, found)}</Dialog> }.into_any()
}

fn ask(about: RwSignal<String>, open: RwSignal<bool>, found: Callback<HomeVisitRow>) -> AnyView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let reason = RwSignal::new(HomeLook::PlanRoute.as_str().to_owned());
    let choices = vec![
        Choice::new(HomeLook::PlanRoute.as_str(), t(k::HOME_REVEAL_PLAN)),
        Choice::new(HomeLook::CallBack.as_str(), t(k::HOME_REVEAL_CALL)),
    ];
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let reference = about.get_untracked();
        let look = HomeLook::parse(&reason.get_untracked()).unwrap_or(HomeLook::PlanRoute);
        spawn_local(async move {
            let answer = session::call(api::home_visits::reveal(&reference, look)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(row) => {
                    let _ = found.try_run(row);
                    let _ = open.try_set(false);
                }
                Err(error) => errors.show_one(error.words()),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <p>{t(k::HOME_REVEAL_TEXT)}</p>
            <RadioGroup id="look" legend=t(k::HOME_REVEAL_LEGEND) choices=choices value=reason errors=errors />
            <p class="row">
                <Button label=t(k::HOME_REVEAL) busy=busy />
                <Button label=t(keys::common::CANCEL) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </form>
    }
    .into_any()
}
