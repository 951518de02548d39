//! Another phone for the account of who stands at the counter and has lost the one until now.

use super::state::Desk;
use crate::api;
use crate::components::{Button, ButtonKind, Checkbox, ErrorSummary, Errors, TextField};
use crate::i18n::{keys::new_phone as k, t};
use crate::journeys::desk::shell::{role, session};
use eid_domain::account::State as Account;
use eid_domain::field::FieldError;
use eid_domain::wire::new_phone::ChangeAccountPhone;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The section, where there is an account whose phone can be changed.
pub(super) fn view(desk: Desk) -> impl IntoView {
    let seen = desk.of(|view| (view.account, view.revealed));
    let open = RwSignal::new(false);
    move || {
        let (account, revealed) = seen.get()?;
        let can = account.is_some_and(may_change) && role::works_at_counter(desk.role());
        can.then(|| {
            view! {
                <section class="panel stack no-print" aria-labelledby="account-phone">
                    <h2 id="account-phone">{t(k::DESK_TITLE)}</h2>
                    <p>{t(k::DESK_TEXT)}</p>
                    {move || if !revealed {
                        view! { <p class="muted">{t(k::DESK_REASON)}</p> }.into_any()
                    } else if open.get() {
                        form(desk, open)
                    } else {
                        let press = move |()| open.set(true);
                        view! { <p class="row"><Button label=t(k::DESK_OPEN) kind=ButtonKind::Second on_press=press /></p> }
                            .into_any()
                    }}
                </section>
            }
        })
    }
}

/// What the server allows; one that is locked it judges by the reason.
const fn may_change(state: Account) -> bool {
    matches!(
        state,
        Account::L2Requested
            | Account::L2Review
            | Account::L2Approved
            | Account::L2Overdue
            | Account::L2Active
            | Account::DeviceReset
            | Account::Locked
    )
}

fn form(desk: Desk, open: RwSignal<bool>) -> AnyView {
    let (phone, checked) = (RwSignal::new(String::new()), RwSignal::new(false));
    let errors = Errors::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let given = ChangeAccountPhone {
            phone: phone.get_untracked(),
            identity_checked: checked.get_untracked(),
        };
        let wrong = given.parse().err().unwrap_or_default();
        let worded = |error: FieldError| api::fault(&error.field, error.code, t(k::DESK_PHONE));
        if desk.busy.get_untracked() || errors.show(wrong.into_iter().map(worded).collect()) {
            return;
        }
        desk.busy.set(true);
        let reference = desk.reference();
        spawn_local(async move {
            let answer = session::call(api::new_phone::at_desk(&reference, &given)).await;
            desk.busy.set(false);
            let changed = answer.is_ok();
            if let Some(error) = desk.settle(answer, t(k::DESK_DONE)) {
                errors.show(error.for_form(&["phone", "identity_checked"]));
            } else if changed {
                let _ = open.try_set(false);
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <TextField id="phone" label=t(k::DESK_PHONE) hint=t(k::DESK_PHONE_HINT) value=phone errors=errors width="w-20" inputmode="tel" autocomplete="off" />
            <Checkbox id="identity_checked" label=t(k::DESK_CHECKED) checked=checked errors=errors />
            <p class="row">
                <Button label=t(k::DESK_DO) busy=desk.busy />
                <Button label=t(k::DESK_NOT) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </form>
    }
    .into_any()
}
