//! The password, with rules that turn green while one types.

use super::form::Form;
use crate::api::{self, fault};
use crate::components::{Button, Check, PasswordField};
use crate::i18n::{Key, keys::activation as k, t};
use eid_domain::secret::Password;
use eid_domain::wire::activation;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view(form: Form) -> AnyView {
    let password = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !form.may_send() {
            return;
        }
        let typed = password.get_untracked();
        let fault = Password::parse(&typed)
            .err()
            .map(|code| fault("password", code, t(k::PASSWORD_LABEL)));
        if form.errors.show(fault.into_iter().collect()) {
            return;
        }
        form.busy.set(true);
        spawn_local(async move {
            let answer = api::activation::password(&activation::SetPassword { password: typed }).await;
            form.answer(answer, &["password"]);
        });
    };
    view! {
        <p>{t(k::PASSWORD_LEAD)}</p>
        <form class="stack" novalidate on:submit=submit>
            <PasswordField
                id="password"
                label=t(k::PASSWORD_LABEL)
                value=password
                errors=form.errors
                autocomplete="new-password"
                checks=checks()
            />
            <p class="row"><Button label=t(k::PASSWORD_DO) busy=form.busy /></p>
        </form>
    }
    .into_any()
}

fn checks() -> Vec<Check> {
    vec![
        rule(k::PASSWORD_RULE_LENGTH, |text| Password::check(text).length),
        rule(k::PASSWORD_RULE_DIGIT, |text| Password::check(text).digit),
        rule(k::PASSWORD_RULE_LOWER, |text| Password::check(text).lower),
        rule(k::PASSWORD_RULE_UPPER, |text| Password::check(text).upper),
        rule(k::PASSWORD_RULE_SPECIAL, |text| Password::check(text).special),
        rule(k::PASSWORD_RULE_ALLOWED, |text| {
            !text.is_empty() && !Password::check(text).forbidden
        }),
    ]
}

fn rule(label: Key, met: fn(&str) -> bool) -> Check {
    Check {
        label: t(label).to_owned(),
        met,
    }
}
