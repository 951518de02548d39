//! The passcode, twice.

use super::form::Form;
use crate::api::{self, fault};
use crate::components::{Button, Check, PasswordField};
use crate::i18n::{Key, keys::activation as k, t};
use eid_domain::field::FieldCode;
use eid_domain::secret::Passcode;
use eid_domain::wire::activation;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view(form: Form) -> AnyView {
    let passcode = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !form.may_send() {
            return;
        }
        let typed = activation::SetPasscode {
            passcode: passcode.get_untracked(),
            again: again.get_untracked(),
        };
        if form.errors.show(faults(&typed)) {
            return;
        }
        form.busy.set(true);
        // The birth date is known to the server alone: it refuses a passcode that tells it.
        spawn_local(
            async move { form.answer(api::activation::passcode(&typed).await, &["passcode", "again"]) },
        );
    };
    let rule = |label: Key, met: fn(&str) -> bool| Check {
        label: t(label).to_owned(),
        met,
    };
    let checks = vec![
        rule(k::PASSCODE_RULE_DIGITS, |text| Passcode::check(text).digits),
        rule(k::PASSCODE_RULE_VARIED, |text| Passcode::check(text).varied),
        rule(k::PASSCODE_RULE_UNCOUNTED, |text| Passcode::check(text).uncounted),
    ];
    view! {
        <p>{t(k::PASSCODE_LEAD)}</p>
        <form class="stack" novalidate on:submit=submit>
            <PasswordField
                id="passcode"
                label=t(k::PASSCODE_LABEL)
                hint=t(k::PASSCODE_HINT)
                value=passcode
                errors=form.errors
                autocomplete="off"
                inputmode="numeric"
                checks=checks
            />
            <PasswordField
                id="again"
                label=t(k::PASSCODE_AGAIN)
                value=again
                errors=form.errors
                autocomplete="off"
                inputmode="numeric"
            />
            <p class="row"><Button label=t(k::PASSCODE_DO) busy=form.busy /></p>
        </form>
    }
    .into_any()
}

fn faults(typed: &activation::SetPasscode) -> Vec<(String, String)> {
    match Passcode::parse(&typed.passcode, None) {
        Err(code) => vec![fault("passcode", code, t(k::PASSCODE_LABEL))],
        Ok(_) if typed.again.trim().is_empty() => {
            vec![fault("again", FieldCode::Required, t(k::PASSCODE_AGAIN))]
        }
        Ok(passcode) => passcode
            .confirm(&typed.again)
            .err()
            .map(|code| fault("again", code, t(k::PASSCODE_AGAIN)))
            .into_iter()
            .collect(),
    }
}
