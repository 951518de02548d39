//! The code from the message. Says nothing about whether one was sent.

use super::{
    draft::{self, Search},
    href,
};
use crate::api::{self, fault};
use crate::browser::timer;
use crate::components::{Back, Button, CodeField, Details, ErrorSummary, Errors, Heading, Resend};
use crate::i18n::{keys::find as k, t};
use crate::routes::Route;
use eid_domain::secret::OneTimeCode;
use eid_domain::wire::{phone_codes::ConfirmCode, tracking::LookUpByPerson};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view() -> AnyView {
    let search = draft::open();
    let code = RwSignal::new(String::new());
    let errors = Errors::new();
    let busy = RwSignal::new(false);
    let resend_at = RwSignal::new(search.now().resend_at_ms);
    // After a reload the number is gone from memory: then it must be typed again.
    let may_resend = !search.now().number.is_empty();

    let again = {
        let search = search.clone();
        Callback::new(move |()| {
            let search = search.clone();
            spawn_local(async move {
                let Search { number, birth, .. } = search.now();
                match api::tracking::by_person(&LookUpByPerson {
                    personal_number: number,
                    birth_date: birth,
                })
                .await
                {
                    Ok(started) => {
                        let at = timer::now_ms() + 1000.0 * f64::from(started.resend_in_s);
                        search.update(|search| (search.id, search.resend_at_ms) = (Some(started.id), at));
                        let _ = resend_at.try_set(at);
                        errors.clear();
                    }
                    Err(error) => errors.show_one(error.words()),
                }
            });
        })
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let typed = code.get_untracked();
        let wrong = OneTimeCode::parse(&typed)
            .err()
            .map(|code| fault("code", code, t(k::ENTER_CODE)));
        let Some(id) = search.now().id.filter(|_| wrong.is_none()) else {
            errors.show(wrong.into_iter().collect());
            return;
        };
        busy.set(true);
        let search = search.clone();
        spawn_local(async move {
            match api::tracking::confirm(&id, &ConfirmCode { code: typed }).await {
                Ok(found) => {
                    search.clear();
                    Route::Receipt(found.reference).go_with_key(&found.key);
                }
                Err(error) => {
                    busy.set(false);
                    errors.show(vec![("code".to_owned(), error.words())]);
                }
            }
        });
    };
    view! {
        <div class="page">
            <Back href=href("so") />
            <ErrorSummary errors=errors />
            <Heading text=t(k::ENTER) />
            <p>{t(k::ENTER_LEAD)}</p>
            <form class="stack" novalidate on:submit=submit>
                <CodeField id="code" label=t(k::ENTER_CODE) value=code errors=errors />
                {may_resend.then(|| view! { <Resend at_ms=resend_at on_press=again /> })}
                <p class="row"><Button label=t(crate::i18n::keys::common::CONFIRM) busy=busy /></p>
            </form>
            <Details summary=t(k::NO_SMS)>
                <ul class="bullets">
                    <li>{t(k::NO_SMS_1)}</li>
                    <li>{t(k::NO_SMS_2)}" "<a href=href("so")>{t(k::AGAIN)}</a></li>
                    <li>{t(k::NO_SMS_3)}</li>
                </ul>
            </Details>
        </div>
    }
    .into_any()
}
