//! Why the address of somebody who cannot walk is needed. The look is written into the audit, and the dialog says so.

use crate::api;
use crate::components::{Button, ButtonKind, Choice, Dialog, ErrorSummary, Errors, RadioGroup};
use crate::i18n::{keys, keys::stops as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::campaign::HomeLook;
use eid_domain::wire::home_visits::HomeVisitRow;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The dialog: about which wish, whether it is open, and what happens with the answer.
pub(in crate::journeys::desk) fn reveal_dialog(
    about: RwSignal<String>,
    open: RwSignal<bool>,
    found: impl Fn(HomeVisitRow) + Send + Sync + 'static,
) -> AnyView {
    let all = Signal::derive(move || vec![about.get()]);
    reveal_all_dialog(all, open, HomeLook::PlanRoute, found)
}

/// The same about several wishes: one reason, and a look at each.
pub(in crate::journeys::desk) fn reveal_all_dialog(
    about: Signal<Vec<String>>,
    open: RwSignal<bool>,
    likely: HomeLook,
    found: impl Fn(HomeVisitRow) + Send + Sync + 'static,
) -> AnyView {
    let found = Callback::new(found);
    view! { <Dialog open=open title=t(k::HOME_REVEAL_TITLE)>{ask(about, open, likely, found)}</Dialog> }
        .into_any()
}

fn ask(
    about: Signal<Vec<String>>,
    open: RwSignal<bool>,
    likely: HomeLook,
    found: Callback<HomeVisitRow>,
) -> AnyView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let reason = RwSignal::new(likely.as_str().to_owned());
    let choices = vec![
        Choice::new(HomeLook::PlanRoute.as_str(), t(k::HOME_REVEAL_PLAN)),
        Choice::new(HomeLook::OnTheWay.as_str(), t(k::HOME_REVEAL_WAY)),
        Choice::new(HomeLook::CallBack.as_str(), t(k::HOME_REVEAL_CALL)),
    ];
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let look = HomeLook::parse(&reason.get_untracked()).unwrap_or(likely);
        spawn_local(async move {
            for reference in about.get_untracked() {
                match session::call(api::home_visits::reveal(&reference, look)).await {
                    Ok(row) => drop(found.try_run(row)),
                    Err(error) => {
                        let _ = busy.try_set(false);
                        return errors.show_one(error.words());
                    }
                }
            }
            let _ = busy.try_set(false);
            let _ = open.try_set(false);
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
