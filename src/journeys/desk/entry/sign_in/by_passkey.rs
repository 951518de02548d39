//! With a passkey: in the place of name, password and code, or of the code alone.

use super::{Stage, Way, enter};
use crate::api::passkeys::{self as api, Whose};
use crate::browser::passkeys::{Support, support};
use crate::components::{Button, ButtonKind, Heading, TextButton};
use crate::i18n::{keys::factor as k, keys::passkey as p, t};
use crate::journeys::desk::shell::session;
use crate::passkeys::{Refused, add, answer, not_here, sign_in_words};
use eid_domain::wire::second_factor::StaffSignedIn;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A passkey is the second factor: the page of its own.
pub(super) fn view(way: Way) -> AnyView {
    view! {
        <Heading text=t(k::PASSKEY_TITLE) />
        <p class="muted">{t(k::PASSKEY_NEXT)}</p>
        {not_here().unwrap_or_else(|| button(way, ButtonKind::Main))}
        <p><TextButton label=t(k::START_OVER) on_press=move |()| way.go(Stage::Password) /></p>
    }
    .into_any()
}

/// Below another form: the button, or why there is none.
pub(super) fn other_way(way: Way) -> AnyView {
    not_here().unwrap_or_else(|| button(way, ButtonKind::Second))
}

fn button(way: Way, kind: ButtonKind) -> AnyView {
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
                Err(refused) => {
                    let _ = failed.try_set(Some(sign_in_words(&refused)));
                }
            }
        });
    };
    view! {
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row"><Button label=t(p::SIGN_IN) kind=kind busy=busy on_press=go /></p>
    }
    .into_any()
}

async fn ask() -> Result<StaffSignedIn, Refused> {
    let answered = answer(Whose::Staff).await?;
    Ok(api::sign_in_staff(&answered).await?)
}

/// Where a second factor must be set up: a passkey is one too. Nothing where none can be made.
pub(super) fn first() -> Option<AnyView> {
    if support() != Support::Ready {
        return None;
    }
    let done = Callback::new(|_| {
        spawn_local(async {
            // The passkey has signed in: ask as whom.
            if let Ok(staff) = session::who().await {
                enter(staff, None);
            }
        });
    });
    Some(
        view! {
            <section class="panel stack" aria-labelledby="by-passkey">
                <h2 id="by-passkey">{t(k::ENROL_PASSKEY)}</h2>
                <p>{t(k::ENROL_PASSKEY_TEXT)}</p>
                {add(Whose::Staff, Callback::new(|()| ()), done)}
            </section>
        }
        .into_any(),
    )
}
