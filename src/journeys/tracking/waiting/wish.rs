//! The form: where, from when to when, which part of the day. Everything is filled in already, so that most people press
//! one button.

use super::{live::Page, offices};
use crate::browser::draft::Draft;
use crate::browser::wished_days::WishedDays;
use crate::components::{Button, Choice, DayInput, ErrorSummary, Errors, RadioGroup};
use crate::i18n::{keys::waiting as k, t};
use eid_domain::field::FieldError;
use eid_domain::wire::waiting::{NewWish, WaitingView};
use jiff::civil::{Date, DateTime};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

/// What was typed is kept under this name.
pub(super) const DRAFT: &str = "waiting";
/// The id of the form's first heading.
pub(super) const HEADING: &str = "wish";
const MORNING: &str = "morning";
const AFTERNOON: &str = "afternoon";

/// What was typed; survives reload and a change of language.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Typed {
    reference: String,
    offices: Vec<String>,
    from: String,
    to: String,
    hours: String,
}

/// The form for a person with this visit, which is not today.
pub(super) fn form(page: &Page, view: &WaitingView, visit: DateTime) -> AnyView {
    let known_reference = page.known.with_value(|known| known.reference.clone());
    let today = view.today;
    let tomorrow = today.tomorrow().unwrap_or(today);
    let draft = Draft::<Typed>::open(DRAFT);
    let start = draft.now();
    let start = if start.reference == known_reference {
        start
    } else {
        fresh(known_reference.clone(), view, tomorrow, visit)
    };
    let chosen = RwSignal::new(start.offices);
    let (from, to) = (RwSignal::new(start.from), RwSignal::new(start.to));
    let hours = RwSignal::new(start.hours);
    let errors = Errors::new();
    let busy = RwSignal::new(false);
    let keep = {
        let draft = draft.clone();
        move || {
            let typed = Typed {
                reference: known_reference.clone(),
                offices: chosen.get(),
                from: from.get(),
                to: to.get(),
                hours: hours.get(),
            };
            draft.update(move |kept| *kept = typed);
        }
    };
    Effect::new(move |_| keep());
    let page = page.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let wish = NewWish {
            offices: chosen.get_untracked(),
            from: from.get_untracked(),
            to: to.get_untracked(),
            earliest: if hours.get_untracked() == AFTERNOON {
                "12:00"
            } else {
                ""
            }
            .to_owned(),
            latest: if hours.get_untracked() == MORNING {
                "11:50"
            } else {
                ""
            }
            .to_owned(),
        };
        let wrong = wish.parse(today, visit).err().unwrap_or_default();
        if errors.show(wrong.iter().map(words).collect()) {
            return;
        }
        busy.set(true);
        let (page, draft) = (page.clone(), draft.clone());
        spawn_local(async move {
            match page.join(&wish).await {
                Some(Ok(())) => draft.clear(),
                Some(Err(error)) => {
                    let _ = busy.try_set(false);
                    errors.show(error.for_form(&["offices", "from", "to", "hours"]));
                }
                None => {}
            }
        });
    };
    let choices = vec![
        Choice::new("", t(k::HOURS_ANY)),
        Choice::new(MORNING, t(k::HOURS_MORNING)),
        Choice::new(AFTERNOON, t(k::HOURS_AFTERNOON)),
    ];
    let (min, max) = (tomorrow.to_string(), visit.date().to_string());
    view! {
        <ErrorSummary errors=errors />
        <form class="stack" novalidate on:submit=submit>
            <h2 id=HEADING tabindex="-1">{t(k::OFFICES)}</h2>
            {offices::view(&view.places, chosen, errors)}
            <h2>{t(k::DAYS)}</h2>
            <div class="waiting-days">
                <DayInput id="from" label=t(k::FROM) value=from errors=errors min=min.clone() max=max.clone() />
                <DayInput id="to" label=t(k::TO) hint=t(k::TO_HINT) value=to errors=errors min=min max=max />
            </div>
            <RadioGroup id="hours" legend=t(k::HOURS) choices=choices value=hours errors=errors />
            <p class="row"><Button label=t(k::JOIN) busy=busy /></p>
        </form>
    }
    .into_any()
}

/// The office of the visit, every day before it, at any time; or the days that the trip planner has found.
fn fresh(reference: String, view: &WaitingView, tomorrow: Date, visit: DateTime) -> Typed {
    let wished = WishedDays::before(tomorrow, visit.date(), &view.office_id);
    let (from, to) = wished.map_or((tomorrow, visit.date()), |days| (days.from, days.to));
    Typed {
        reference,
        offices: vec![view.office_id.clone()],
        from: from.to_string(),
        to: to.to_string(),
        hours: String::new(),
    }
}

/// What is wrong with a field, in words that say what to do.
fn words(error: &FieldError) -> (String, String) {
    let text = match error.field.as_str() {
        "offices" => k::WRONG_OFFICES,
        "from" => k::WRONG_FROM,
        "to" => k::WRONG_TO,
        _ => k::WRONG_HOURS,
    };
    (error.field.clone(), t(text).to_owned())
}
