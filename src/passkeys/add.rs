//! Adding one: a name, and the device's own question.

use super::{ask, words};
use crate::api::passkeys::Whose;
use crate::browser::focus;
use crate::components::{Button, ErrorSummary, Errors, TextField};
use crate::i18n::{keys::passkey as k, t};
use eid_domain::wire::passkeys::{PasskeyView, parse_name};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

const NAME: &str = "passkey_name";

/// The form. `begun` runs when it is sent, `done` when the passkey is there.
pub fn add(whose: Whose, begun: Callback<()>, done: Callback<PasskeyView>) -> AnyView {
    let (name, errors, busy) = (RwSignal::new(String::new()), Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        begun.run(());
        let wanted = match parse_name(&name.get_untracked()) {
            Ok(wanted) => wanted,
            Err(code) => {
                errors.show(vec![crate::api::fault(NAME, code, t(k::NAME))]);
                return;
            }
        };
        errors.clear();
        busy.set(true);
        spawn_local(async move {
            let answer = ask::add(whose, wanted).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(passkey) => {
                    let _ = name.try_set(String::new());
                    done.run(passkey);
                }
                Err(refused) => errors.show_one(words::add_words(&refused)),
            }
        });
    };
    // The button that has opened it is gone.
    focus::rescue(NAME);
    view! {
        <form class="stack" on:submit=submit novalidate>
            <ErrorSummary errors=errors />
            <TextField id=NAME label=t(k::NAME) hint=t(k::NAME_HINT) value=name errors=errors width="w-20" />
            <p class="row"><Button label=t(k::ADD) busy=busy /></p>
        </form>
    }
    .into_any()
}
