//! With a passkey: no number, no password.

use super::{Stage, Way};
use crate::api::passkeys::{self as api, Whose};
use crate::components::{Button, ButtonKind};
use crate::i18n::{keys::account as k, keys::passkey as p, t};
use crate::passkeys::{Refused, answer, not_here, sign_in_words};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::devices::SignedIn;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The button, or why there is none.
pub(super) fn view(way: Way) -> AnyView {
    if let Some(why) = not_here() {
        return why;
    }
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let go = move |()| {
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let answer = ask().await;
            let _ = busy.try_set(false);
            match answer {
                Ok(answer) => way.follow(answer),
                Err(Refused::Server(error)) if error.is(ProblemCode::CardExpired) => {
                    way.go(Stage::CardExpired)
                }
                Err(refused) => {
                    let _ = failed.try_set(Some(sign_in_words(&refused)));
                }
            }
        });
    };
    view! {
        <section class="stack-s" aria-labelledby="by-passkey">
            <h2 id="by-passkey">{t(k::SIGN_IN_PASSKEY_TITLE)}</h2>
            <p>{t(k::SIGN_IN_PASSKEY_TEXT)}</p>
            <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
            <p class="row"><Button label=t(p::SIGN_IN) kind=ButtonKind::Second busy=busy on_press=go /></p>
        </section>
    }
    .into_any()
}

async fn ask() -> Result<SignedIn, Refused> {
    let answered = answer(Whose::Citizen).await?;
    Ok(api::sign_in(&answered).await?)
}
