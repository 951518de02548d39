//! With a passkey: no number, no password. By a button; and, where the browser can, out of the list that it shows at the field
//! of the number.

use super::{Stage, Way};
use crate::api::passkeys::{self as api, Whose};
use crate::browser::passkeys::Offer;
use crate::browser::timer;
use crate::components::{Button, ButtonKind};
use crate::i18n::{keys::account as k, keys::passkey as p, t};
use crate::passkeys::{Refused, answer, chosen, not_here, sign_in_words};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::passkeys::CeremonyDone;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The server's challenge lapses after 300 s: what stands in the list is renewed before.
const RENEW_S: u32 = 270;

/// What the button and the list share. Cheap to copy.
#[derive(Clone, Copy)]
struct Asking {
    way: Way,
    offer: Offer,
    busy: RwSignal<bool>,
    failed: RwSignal<Option<String>>,
}

/// The button, or why there is none.
pub(super) fn view(way: Way) -> AnyView {
    if let Some(why) = not_here() {
        return why;
    }
    let asking = Asking {
        way,
        offer: Offer::open(),
        busy: RwSignal::new(false),
        failed: RwSignal::new(None),
    };
    asking.offer_again();
    timer::every_while_seen(RENEW_S, move || asking.offer_again());
    let Asking { busy, failed, .. } = asking;
    view! {
        <section class="stack-s" aria-labelledby="by-passkey">
            <h2 id="by-passkey">{t(k::SIGN_IN_PASSKEY_TITLE)}</h2>
            <p>{t(k::SIGN_IN_PASSKEY_TEXT)}</p>
            <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
            <p class="row">
                <Button label=t(p::SIGN_IN) kind=ButtonKind::Second busy=busy on_press=move |()| asking.press() />
            </p>
        </section>
    }
    .into_any()
}

impl Asking {
    /// The question of the device itself.
    fn press(self) {
        self.offer.take_back();
        self.busy.set(true);
        self.failed.set(None);
        spawn_local(async move {
            match answer(Whose::Citizen).await {
                Ok(answered) => self.finish(&answered).await,
                Err(refused) => {
                    self.stop(sign_in_words(&refused));
                    self.offer_again();
                }
            }
        });
    }

    /// Into the list of the browser. What fails before somebody has chosen is nobody's concern: the button is there.
    fn offer_again(self) {
        let idle = move || self.busy.try_get_untracked() == Some(false);
        if !idle() {
            return;
        }
        self.offer.take_back();
        spawn_local(async move {
            if !Offer::possible().await || !idle() {
                return;
            }
            if let Ok(answered) = chosen(Whose::Citizen, self.offer).await {
                let _ = self.busy.try_set(true);
                let _ = self.failed.try_set(None);
                self.finish(&answered).await;
            }
        });
    }

    async fn finish(self, answered: &CeremonyDone) {
        match api::sign_in(answered).await {
            Ok(answer) => {
                let _ = self.busy.try_set(false);
                self.way.follow(answer);
            }
            Err(error) if error.is(ProblemCode::CardExpired) => self.way.go(Stage::CardExpired),
            Err(error) => self.stop(sign_in_words(&Refused::Server(error))),
        }
    }

    fn stop(self, words: String) {
        let _ = self.busy.try_set(false);
        let _ = self.failed.try_set(Some(words));
    }
}
