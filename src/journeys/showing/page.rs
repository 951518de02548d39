//! The form, the code that it makes, and what was shown before.

use super::{code, past, words};
use crate::api;
use crate::browser::timer;
use crate::components::{
    Back, Button, CheckGroup, Choice, ErrorSummary, Errors, Fetched, Heading, Notice, NoticeKind, Refetch,
};
use crate::i18n::{keys::showing as k, t};
use crate::routes::Route;
use eid_domain::attest::Claim;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::attestations::{Attestation, NewAttestation, ShownAttestation};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// Seconds from one look at who has checked to the next.
const LOOK_S: u32 = 3;

/// A code that is shown, and until when by this device's clock.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) shown: Attestation,
    pub(super) claims: Vec<Claim>,
    pub(super) until_ms: f64,
}

/// Draws it.
pub(super) fn page() -> AnyView {
    let errors = Errors::new();
    let made = RwSignal::new(None::<Made>);
    let refetch = Refetch::new();
    timer::every_while_seen(LOOK_S, move || {
        if made.with_untracked(Option::is_some) {
            refetch.now();
        }
    });
    let past = |shown: Option<Vec<ShownAttestation>>| match shown {
        Some(shown) => past::view(&shown),
        None => {
            Route::SignIn.replace();
            ().into_any()
        }
    };
    view! {
        <div class="page showing">
            <Back href=Route::Account.href() />
            <ErrorSummary errors=errors />
            <Heading text=t(k::TITLE) />
            <p class="lead">{t(k::LEAD)}</p>
            {move || match made.get() {
                Some(now) => code::view(now, made, refetch),
                None => form(made, errors),
            }}
            <section class="stack-s" aria-labelledby="past">
                <h2 id="past">{t(k::PAST_TITLE)}</h2>
                <Fetched fetch=|| Box::pin(open()) show=past refetch=refetch />
            </section>
        </div>
    }
    .into_any()
}

/// What was shown lately; `None` where nobody is signed in.
async fn open() -> Result<Option<Vec<ShownAttestation>>, String> {
    match api::attestations::shown().await {
        Ok(shown) => Ok(Some(shown)),
        Err(error) if error.is(ProblemCode::NotSignedIn) => Ok(None),
        Err(error) => Err(error.words()),
    }
}

fn form(made: RwSignal<Option<Made>>, errors: Errors) -> AnyView {
    let ticked = RwSignal::new(vec![Claim::AgeOver18.as_str().to_owned()]);
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let claims =
            ticked.with_untracked(|ticked| ticked.iter().filter_map(|name| Claim::parse(name)).collect());
        let wanted = NewAttestation { claims };
        let Ok(claims) = wanted.parse() else {
            errors.show(vec![("claims".to_owned(), t(k::CLAIMS_NONE).to_owned())]);
            return;
        };
        errors.clear();
        busy.set(true);
        spawn_local(async move {
            let answer = api::attestations::create(&wanted).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(shown) => {
                    let until_ms = timer::now_ms() + 1000.0 * f64::from(shown.expires_in_s);
                    let _ = made.try_set(Some(Made {
                        shown,
                        claims,
                        until_ms,
                    }));
                }
                Err(error) if error.is(ProblemCode::NotSignedIn) => Route::SignIn.replace(),
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    errors.show(vec![(String::new(), t(k::NOT_IN_USE).to_owned())]);
                }
                Err(error) => {
                    errors.show(error.for_form(&["claims"]));
                }
            }
        });
    };
    let choices = Claim::ALL
        .iter()
        .map(|claim| Choice::new(claim.as_str(), words::claim(*claim)))
        .collect::<Vec<_>>();
    view! {
        <form class="stack" novalidate on:submit=submit>
            <CheckGroup id="claims" legend=t(k::CLAIMS) hint=t(k::CLAIMS_HINT) choices=choices values=ticked errors=errors />
            <p class="row"><Button label=t(k::MAKE) busy=busy /></p>
        </form>
        <Notice kind=NoticeKind::Info title=t(k::ASKED_TITLE)><p>{t(k::ASKED_TEXT)}</p></Notice>
    }
    .into_any()
}
