//! Setting what an office wants to reach.

use super::state::Figures;
use crate::api;
use crate::browser::focus;
use crate::components::{Button, ButtonKind, DayInput, Details, ErrorSummary, Errors, TextField};
use crate::i18n::{keys::figures as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::problem::ProblemCode;
use eid_domain::when::When;
use eid_domain::wire::figures::{LARGEST, SetTarget, UnitFigures};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form, behind one line.
pub(super) fn view(figures: Figures, unit: &UnitFigures) -> AnyView {
    let known = unit.target;
    let text = |count: Option<u32>| RwSignal::new(count.map(|count| count.to_string()).unwrap_or_default());
    let eligible = text(known.and_then(|target| target.eligible));
    let target = text(known.map(|target| target.target));
    let until = RwSignal::new(known.map(|target| target.until.to_string()).unwrap_or_default());
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let office = unit.office_id.clone();
    let version = known.map_or(0, |target| target.version);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let read = (
            count(&eligible.get_untracked()),
            count(&target.get_untracked()),
            When::of(&until.get_untracked()),
        );
        let mut wrong = Vec::new();
        let mut miss = |id: &str, words| wrong.push((id.to_owned(), t(words).to_owned()));
        if read.0.is_none() {
            miss("eligible", k::WRONG_COUNT);
        }
        if !matches!(read.1, Some(Some(_))) {
            miss("target", k::WRONG_COUNT);
        } else if let (Some(Some(most)), Some(Some(wanted))) = (read.0, read.1)
            && most < wanted
        {
            miss("target", k::WRONG_TARGET);
        }
        if read.2.is_none() {
            miss("until", k::WRONG_UNTIL);
        }
        let (Some(eligible), Some(Some(target)), Some(until), false) =
            (read.0, read.1, read.2, errors.show(wrong))
        else {
            return;
        };
        let wanted = SetTarget {
            eligible,
            target,
            until,
            version,
        };
        busy.set(true);
        let office = office.clone();
        spawn_local(async move {
            let answer = session::call(api::figures::set_target(&office, &wanted)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    let _ = figures.said.try_set(Some(t(k::SAVED).to_owned()));
                    focus::later("said");
                    figures.load();
                }
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    errors.show_one(t(k::QUICKER).to_owned());
                    figures.load();
                }
                Err(error) => {
                    errors.show(words(&error));
                }
            }
        });
    };
    view! {
        <div class="no-print">
            <Details summary=t(k::SET_TARGET)>
                <form class="stack-s" novalidate on:submit=submit>
                    <ErrorSummary errors=errors />
                    <TextField id="eligible" label=t(k::ELIGIBLE) hint=t(k::ELIGIBLE_HINT) value=eligible errors=errors width="w-10" inputmode="numeric" optional=true />
                    <TextField id="target" label=t(k::TARGET_COUNT) value=target errors=errors width="w-10" inputmode="numeric" />
                    <DayInput id="until" label=t(k::UNTIL) value=until errors=errors />
                    <p class="row"><Button label=t(k::SAVE) kind=ButtonKind::Second busy=busy /></p>
                </form>
            </Details>
        </div>
    }
    .into_any()
}

/// The server judges the day, and the sizes once more.
fn words(error: &api::ApiError) -> Vec<(String, String)> {
    let mut found = error.for_form(&["eligible", "target", "until"]);
    for (id, words) in &mut found {
        let own = match id.as_str() {
            "until" => k::WRONG_UNTIL,
            "target" => k::WRONG_TARGET,
            "eligible" => k::WRONG_COUNT,
            _ => continue,
        };
        t(own).clone_into(words);
    }
    found
}

/// A whole number in the way people write it, `1.250`; `Some(None)` for nothing at all.
fn count(text: &str) -> Option<Option<u32>> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, '.' | ',' | ' ' | '\u{a0}'))
        .collect();
    if digits.is_empty() {
        return Some(None);
    }
    let count = digits.parse::<u32>().ok()?;
    (1..=LARGEST).contains(&count).then_some(Some(count))
}
