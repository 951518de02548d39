//! Locking the account of who calls or stands at the counter, and opening it again there.

use super::state::Desk;
use crate::api::{self, ApiError};
use crate::components::{Button, ButtonKind, Checkbox, ErrorSummary, Errors, Select};
use crate::i18n::{Key, keys::staff_lock as k, t};
use crate::journeys::desk::shell::{role, session};
use crate::journeys::desk::words;
use eid_domain::account::{LockReason, State as Account};
use eid_domain::dossier::Actor;
use eid_domain::field::FieldError;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::desk::{DeskDossier, Role};
use eid_domain::wire::staff_lock::UnlockAccount;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// Another form of the page asks the same of another step.
const CHECKED: &str = "unlock_checked";

/// What can be done with the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Lock,
    Unlock,
}

impl Act {
    /// What the server allows in a state.
    const fn of(state: Account, role: Role) -> Option<Self> {
        match state {
            Account::Locked if role::works_at_counter(role) => Some(Self::Unlock),
            Account::L1Active | Account::L2Approved | Account::L2Active | Account::DeviceReset
                if role::sees(role) =>
            {
                Some(Self::Lock)
            }
            _ => None,
        }
    }

    const fn says(self, lock: Key, unlock: Key) -> Key {
        match self {
            Self::Lock => lock,
            Self::Unlock => unlock,
        }
    }
}

/// The section, where there is an account that can be locked or opened.
pub(super) fn view(desk: Desk) -> impl IntoView {
    let seen = desk.of(|view| (view.account, view.revealed));
    let open = RwSignal::new(false);
    move || {
        let (account, revealed) = seen.get()?;
        let act = Act::of(account?, desk.role())?;
        let inside = move || {
            if !revealed {
                view! { <p class="muted">{t(k::REVEAL_FIRST)}</p> }.into_any()
            } else if open.get() {
                match act {
                    Act::Lock => lock(desk, open),
                    Act::Unlock => unlock(desk, open),
                }
            } else {
                let label = t(act.says(k::OPEN, k::UNLOCK_OPEN));
                let press = move |()| open.set(true);
                view! { <p class="row"><Button label=label kind=ButtonKind::Second on_press=press /></p> }
                    .into_any()
            }
        };
        Some(view! {
            <section class="panel stack no-print" aria-labelledby="lock-account">
                <h2 id="lock-account">{t(act.says(k::TITLE, k::UNLOCK_TITLE))}</h2>
                <p>{t(act.says(k::TEXT, k::UNLOCK_TEXT))}</p>
                {inside}
            </section>
        })
    }
}

fn lock(desk: Desk, open: RwSignal<bool>) -> AnyView {
    let actor = match desk.role() {
        Role::HelpDesk => Actor::HelpDesk,
        _ => Actor::Officer,
    };
    let given = LockReason::ALL
        .iter()
        .filter(|reason| reason.may_be_given_by(actor));
    let options = given.map(|reason| (reason.as_str().to_owned(), t(words::lock(*reason)).to_owned()));
    let chosen = RwSignal::new(LockReason::OwnRequest.as_str().to_owned());
    let errors = Errors::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let reason = LockReason::parse(&chosen.get_untracked());
        let Some(reason) = reason.filter(|_| !desk.busy.get_untracked()) else {
            return;
        };
        desk.busy.set(true);
        let reference = desk.reference();
        spawn_local(async move {
            let answer = session::call(api::staff_lock::lock(&reference, reason)).await;
            settle(desk, open, errors, (answer, k::DONE));
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <Select id="lock_reason" label=t(k::WHY) hint=t(k::WHY_HINT) options=options.collect() value=chosen errors=errors />
            {buttons(desk, open, k::DO)}
        </form>
    }
    .into_any()
}

fn unlock(desk: Desk, open: RwSignal<bool>) -> AnyView {
    let checked = RwSignal::new(false);
    let errors = Errors::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let given = UnlockAccount {
            identity_checked: checked.get_untracked(),
        };
        let wrong = given.parse().err().unwrap_or_default();
        let worded = |error: FieldError| api::fault(CHECKED, error.code, t(k::CHECKED));
        if desk.busy.get_untracked() || errors.show(wrong.into_iter().map(worded).collect()) {
            return;
        }
        desk.busy.set(true);
        let reference = desk.reference();
        spawn_local(async move {
            let answer = session::call(api::staff_lock::unlock(&reference, given)).await;
            settle(desk, open, errors, (answer, k::UNLOCKED));
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <Checkbox id=CHECKED label=t(k::CHECKED) checked=checked errors=errors />
            {buttons(desk, open, k::UNLOCK_DO)}
        </form>
    }
    .into_any()
}

fn buttons(desk: Desk, open: RwSignal<bool>, go: Key) -> AnyView {
    view! {
        <p class="row">
            <Button label=t(go) busy=desk.busy />
            <Button label=t(k::NOT) kind=ButtonKind::Second on_press=move |()| open.set(false) />
        </p>
    }
    .into_any()
}

fn settle(
    desk: Desk,
    open: RwSignal<bool>,
    errors: Errors,
    (answer, done): (Result<DeskDossier, ApiError>, Key),
) {
    desk.busy.set(false);
    let changed = answer.is_ok();
    let whole = |words: Key| vec![(String::new(), t(words).to_owned())];
    let failed = desk.settle(answer, t(done));
    if let Some(error) = failed {
        errors.show(if error.is(ProblemCode::AccountLocked) {
            whole(k::ELSEWHERE)
        } else if error.is(ProblemCode::CardExpired) {
            whole(k::CARD_OVER)
        } else {
            error.for_form(&[])
        });
    } else if changed {
        let _ = open.try_set(false);
    }
}
