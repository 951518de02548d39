//! Number and phone. Whether they belong together is not told.

use super::{Stage, Way, back, other_ways};
use crate::api::{self, fault};
use crate::components::{Button, ErrorSummary, Errors, Heading, TextField};
use crate::i18n::{keys::recover as k, lang, t};
use eid_domain::identity::{OtpPhone, PersonalNumber};
use eid_domain::wire::recovery::StartRecovery;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view(way: Way) -> AnyView {
    let (number, phone) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = StartRecovery {
            personal_number: number.get_untracked(),
            phone: phone.get_untracked(),
            lang: lang(),
        };
        if errors.show(faults(&given)) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::recovery::start(&given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(begun) => way.go(Stage::Code(begun)),
                Err(error) => {
                    errors.show(error.for_form(&["personal_number", "phone"]));
                }
            }
        });
    };
    let (title, lead) = way.says((k::TITLE, k::LEAD), (k::PASSCODE_TITLE, k::PASSCODE_LEAD));
    view! {
        {back()}
        <ErrorSummary errors=errors />
        <Heading text=t(title) />
        <p class="lead">{t(lead)}</p>
        <form class="stack" novalidate on:submit=submit>
            <TextField id="personal_number" label=t(k::NUMBER) hint=t(k::NUMBER_HINT) value=number errors=errors width="w-20" inputmode="numeric" autocomplete="username" />
            <TextField id="phone" label=t(k::PHONE) hint=t(k::PHONE_HINT) value=phone errors=errors width="w-20" inputmode="tel" autocomplete="tel" />
            <p class="row"><Button label=t(k::SEND) busy=busy /></p>
        </form>
        <p>{t(k::NEW_PHONE)}</p>
        {other_ways(way)}
    }
    .into_any()
}

fn faults(given: &StartRecovery) -> Vec<(String, String)> {
    let number = PersonalNumber::parse(&given.personal_number).err();
    let number = number.map(|code| fault("personal_number", code, t(k::NUMBER)));
    let phone = OtpPhone::parse(&given.phone).err();
    let phone = phone.map(|code| fault("phone", code, t(k::PHONE)));
    number.into_iter().chain(phone).collect()
}
