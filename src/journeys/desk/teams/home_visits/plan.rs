//! Putting those who are chosen onto a stop.

use super::state::Wishes;
use crate::api::{self, ApiError};
use crate::browser::{focus, intl};
use crate::components::{Button, ErrorSummary, Errors, LinkButton, Select};
use crate::i18n::{keys::stops as k, t, tf, tn};
use crate::journeys::desk::shell::session;
use crate::routes::{DeskPage, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::{home_visits::PlanHomeVisits, stops::Stop};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// Which stop, and the button.
pub(super) fn view(wishes: Wishes, stops: &[Stop]) -> AnyView {
    let title = view! { <h2>{t(k::HOME_PLAN)}</h2> };
    if stops.is_empty() {
        let href = Route::Desk(DeskPage::Stops).href();
        return view! {
            {title}
            <div class="panel stack">
                <p>{t(k::HOME_STOP_NONE)}</p>
                <p class="row"><LinkButton href=href label=t(k::HOME_STOP_PLAN) /></p>
            </div>
        }
        .into_any();
    }
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let stop = RwSignal::new(String::new());
    let mut options = vec![(String::new(), t(k::HOME_STOP_CHOOSE).to_owned())];
    options.extend(stops.iter().map(|stop| {
        let taken = tf(
            k::BOOKED_OF,
            &[
                ("booked", &stop.booked.to_string()),
                ("places", &stop.places.to_string()),
            ],
        );
        let words = format!("{} · {} · {taken}", stop.name, intl::day_date(stop.date));
        (stop.id.clone(), words)
    }));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            send(wishes, stop, errors, busy);
        }
    };
    let count = move || {
        let count = wishes.chosen().len();
        tn(k::HOME_CHOSEN, u32::try_from(count).unwrap_or(u32::MAX))
    };
    view! {
        {title}
        <ErrorSummary errors=errors />
        <form class="panel stack" novalidate on:submit=submit>
            <p role="status"><b>{count}</b></p>
            <p>{t(k::HOME_PLAN_TEXT)}</p>
            <Select id="stop" label=t(k::HOME_STOP) options=options value=stop errors=errors />
            <p class="row"><Button label=t(k::HOME_PLAN_DO) busy=busy /></p>
        </form>
    }
    .into_any()
}

fn send(wishes: Wishes, stop: RwSignal<String>, errors: Errors, busy: RwSignal<bool>) {
    let wanted = PlanHomeVisits {
        stop_id: stop.get_untracked(),
        references: untrack(|| wishes.chosen()),
    };
    let mut wrong = Vec::new();
    if let Some(first) = wanted.references.is_empty().then(|| first(wishes)).flatten() {
        wrong.push((first, t(k::HOME_WRONG_NOBODY).to_owned()));
    }
    if wanted.stop_id.is_empty() {
        wrong.push(("stop".to_owned(), t(k::HOME_WRONG_STOP).to_owned()));
    }
    if errors.show(wrong) {
        return;
    }
    wishes.say(None);
    busy.set(true);
    spawn_local(async move {
        let answer = session::call(api::home_visits::plan(&wanted)).await;
        let _ = busy.try_set(false);
        match answer {
            Ok(planned) => {
                let count = u32::try_from(planned.visits.len()).unwrap_or(u32::MAX);
                wishes.say(Some(tn(k::HOME_DONE, count)));
                wishes.load();
                focus::later("said");
            }
            Err(error) => {
                let settled = error.is(ProblemCode::StateConflict) || error.is(ProblemCode::NoMatch);
                errors.show_one(words(&error));
                if settled {
                    wishes.load();
                }
            }
        }
    });
}

/// The id of the first box: there a choice begins.
fn first(wishes: Wishes) -> Option<String> {
    let view = untrack(|| wishes.view())?;
    let wish = view.groups.first()?.neighbourhoods.first()?.wishes.first()?;
    Some(format!("wish-{}", wish.reference))
}

fn words(error: &ApiError) -> String {
    if error.is(ProblemCode::SlotTaken) {
        return t(k::HOME_WRONG_ROOM).to_owned();
    }
    if error.is(ProblemCode::StateConflict) || error.is(ProblemCode::NoMatch) {
        return t(k::HOME_WRONG_SETTLED).to_owned();
    }
    let named: Vec<String> = error
        .problem()
        .filter(|_| error.is(ProblemCode::BookingExists))
        .map(|problem| problem.fields.iter().map(|field| field.field.clone()).collect())
        .unwrap_or_default();
    if named.is_empty() {
        error.words()
    } else {
        tf(k::HOME_WRONG_BOOKED, &[("references", &intl::list(&named))])
    }
}
