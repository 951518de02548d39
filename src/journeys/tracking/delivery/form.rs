//! By which way, to which address, and by which number.

use super::{Keyed, address, fields::Fields, returned};
use crate::api::{self, field_words};
use crate::browser::focus;
use crate::components::{Button, Choice, ErrorSummary, Errors, Notice, NoticeKind, RadioGroup, TextField};
use crate::i18n::{keys::delivery as k, t, tf};
use eid_domain::delivery::Way;
use eid_domain::wire::delivery::DeliveryView;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// In the order of the page.
const FIELDS: [&str; 4] = ["way", "commune_code", "line", "contact_phone"];

/// The form; what came of it goes into `seen`.
pub(super) fn view(
    case: &Keyed,
    known: &DeliveryView,
    seen: RwSignal<DeliveryView>,
    done: RwSignal<bool>,
) -> AnyView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let fields = Fields::open(case, known);
    let (keep, sent) = (case.clone(), case.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        fields.keep(&sent);
        let wanted = fields.wanted();
        let wrong = wanted.parse().err().unwrap_or_default();
        let wrong = wrong
            .into_iter()
            .map(|wrong| (wrong.field, field_words(wrong.code).to_owned()));
        if busy.get_untracked() || errors.show(wrong.collect()) {
            return;
        }
        busy.set(true);
        let case = sent.clone();
        spawn_local(async move {
            let answer = api::dossiers::choose_delivery(&case.reference, &case.key, &wanted).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => {
                    Fields::forget();
                    let _ = seen.try_set(view);
                    let _ = done.try_set(true);
                    focus::later("chosen");
                }
                Err(error) => drop(errors.show(error.for_form(&FIELDS))),
            }
        });
    };
    let came_back = known.returned.map(|reason| {
        view! {
            <Notice kind=NoticeKind::Warning title=t(k::CAME_BACK)>
                <p>{tf(k::CAME_BACK_WHY, &[("reason", returned(reason))])}</p>
            </Notice>
        }
    });
    let address = move || (fields.way.get() == Way::Post.as_str()).then(|| address::view(fields, errors));
    let phone_hint = if known.contact_ends.is_empty() {
        tf(k::CONTACT_HINT_NONE, &[("ends", &known.phone_ends)])
    } else {
        tf(
            k::CONTACT_HINT,
            &[("ends", &known.phone_ends), ("other", &known.contact_ends)],
        )
    };
    view! {
        <form class="stack" novalidate on:submit=submit on:change=move |_| fields.keep(&keep)>
            <ErrorSummary errors=errors />
            {came_back}
            <RadioGroup
                id="way"
                legend=t(k::QUESTION)
                choices=vec![
                    Choice::new(Way::Office.as_str(), t(k::WAY_OFFICE)).hint(t(k::WAY_OFFICE_HINT)),
                    Choice::new(Way::Post.as_str(), t(k::WAY_POST)).hint(t(k::WAY_POST_HINT)),
                ]
                value=fields.way
                errors=errors
            />
            {address}
            <TextField
                id="contact_phone"
                label=t(k::CONTACT_NEW)
                hint=phone_hint
                value=fields.contact_phone
                errors=errors
                width="w-20"
                inputmode="tel"
                autocomplete="tel"
                optional=true
            />
            <p class="row"><Button label=t(k::SEND) busy=busy /></p>
        </form>
    }
    .into_any()
}
