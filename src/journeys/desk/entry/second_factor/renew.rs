//! Ten new recovery codes for a code of the phone.

use super::refused::{self, Which};
use crate::api;
use crate::components::{Button, ButtonKind, CodeField, ErrorSummary, Errors};
use crate::i18n::{keys::factor as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::wire::second_factor::RecoveryCodes;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form.
pub(super) fn view(keep: Callback<RecoveryCodes>) -> AnyView {
    let (code, errors, busy) = (RwSignal::new(String::new()), Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let given = code.get_untracked();
        if busy.get_untracked() || errors.show(refused::misses(Which::Phone, &given)) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = session::call(api::second_factor::renew(&given)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(codes) => keep.run(codes),
                Err(error) => {
                    code.set(String::new());
                    errors.show(vec![(
                        refused::FIELD.to_owned(),
                        refused::words(Which::Phone, &error),
                    )]);
                }
            }
        });
    };
    view! {
        <form class="panel stack" on:submit=submit novalidate>
            <h2>{t(k::RENEW_TITLE)}</h2>
            <ErrorSummary errors=errors />
            <p>{t(k::RENEW_TEXT)}</p>
            <CodeField id=refused::FIELD label=t(k::CODE) hint=t(k::CODE_HINT) value=code errors=errors />
            <p class="row"><Button label=t(k::RENEW) kind=ButtonKind::Second busy=busy /></p>
        </form>
    }
    .into_any()
}
