//! Why somebody does not represent the child any more.

use super::Section;
use crate::api;
use crate::browser::focus;
use crate::components::{Button, ButtonKind, Choice, Dialog, ErrorSummary, Errors, RadioGroup};
use crate::i18n::{Key, keys::represent as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::child::End;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::children::EndRepresentative;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The dialog; `section.asking` opens it.
#[component]
pub(super) fn EndDialog(
    /// The section's state.
    section: Section,
) -> impl IntoView {
    view! { <Dialog open=section.asking title=t(k::END_TITLE)>{form(section)}</Dialog> }
}

fn form(section: Section) -> AnyView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let reason = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let given = EndRepresentative {
            reason: reason.get_untracked(),
        };
        let wrong = given.parse().err().unwrap_or_default();
        let worded =
            |error: &eid_domain::field::FieldError| api::fault(&error.field, error.code, t(k::END_REASON));
        if busy.get_untracked() || errors.show(wrong.iter().map(worded).collect()) {
            return;
        }
        busy.set(true);
        let (reference, id) = (
            section.desk.reference(),
            section.ending.get_untracked().unwrap_or_default(),
        );
        spawn_local(async move {
            let answer = session::call(api::children::end(&reference, &id, &given)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(known) => {
                    section.done(known, k::ENDED);
                    focus::later("representatives");
                }
                Err(error) if error.is(ProblemCode::NoMatch) => {
                    let _ = section.asking.try_set(false);
                    section.desk.faster();
                    section.load();
                }
                Err(error) => errors.show_one(error.words()),
            }
        });
    };
    let choices = End::ALL.iter().filter_map(|end| {
        let words = words(*end)?;
        Some(Choice::new(end.as_str(), t(words)))
    });
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <p>{t(k::END_TEXT)}</p>
            <RadioGroup id="reason" legend=t(k::END_REASON) choices=choices.collect() value=reason errors=errors />
            <p class="row">
                <Button label=t(k::END_DO) kind=ButtonKind::Danger busy=busy />
                <Button label=t(k::CANCEL) kind=ButtonKind::Second on_press=move |()| section.asking.set(false) />
            </p>
        </form>
    }
    .into_any()
}

/// What an officer may say; age is the calendar's business.
const fn words(end: End) -> Option<Key> {
    match end {
        End::Court => Some(k::REASON_COURT),
        End::GuardianChanged => Some(k::REASON_GUARDIAN_CHANGED),
        End::RecordedWrongly => Some(k::REASON_RECORDED_WRONGLY),
        End::Died => Some(k::REASON_DIED),
        End::OfAge => None,
    }
}
