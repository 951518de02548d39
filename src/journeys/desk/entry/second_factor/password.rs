//! Another password.

use crate::api::{self, ApiError, fault};
use crate::components::{Button, ButtonKind, ErrorSummary, Errors, Notice, NoticeKind, PasswordField};
use crate::i18n::{keys::desk as d, keys::factor as k, t, tn};
use crate::journeys::desk::shell::session;
use eid_domain::field::FieldCode;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::staff_admin::{ChangePassword, check_password};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form; `after` runs when it is done, else the form says so itself.
pub(in crate::journeys::desk) fn view(after: Option<Callback<()>>) -> AnyView {
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (errors, busy, done) = (Errors::new(), RwSignal::new(false), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let given = ChangePassword {
            current: current.get_untracked(),
            new: new.get_untracked(),
        };
        done.set(false);
        if busy.get_untracked() || errors.show(faults(&given)) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = session::call(api::desk::change_password(&given)).await;
            let _ = busy.try_set(false);
            let _ = current.try_set(String::new());
            match answer {
                Ok(()) => {
                    let _ = new.try_set(String::new());
                    match after {
                        Some(after) => after.run(()),
                        None => drop(done.try_set(true)),
                    }
                }
                Err(error) => {
                    errors.show(refusal(&error));
                }
            }
        });
    };
    let said = move || {
        done.get()
            .then(|| view! { <Notice kind=NoticeKind::Ok title=t(k::PASSWORD_DONE) announced=true /> })
    };
    // Where it is all that the page is for, it is the main thing to do.
    let kind = if after.is_some() {
        ButtonKind::Main
    } else {
        ButtonKind::Second
    };
    view! {
        <form class="panel stack" on:submit=submit novalidate>
            <h2>{t(k::PASSWORD_TITLE)}</h2>
            {said}
            <ErrorSummary errors=errors />
            <PasswordField id="current" label=t(k::PASSWORD_CURRENT) value=current errors=errors autocomplete="current-password" />
            <PasswordField id="new" label=t(k::PASSWORD_NEW) hint=t(k::PASSWORD_NEW_HINT) value=new errors=errors autocomplete="new-password" />
            <p class="row"><Button label=t(k::PASSWORD_CHANGE) kind=kind busy=busy /></p>
        </form>
    }
    .into_any()
}

fn faults(given: &ChangePassword) -> Vec<(String, String)> {
    let current = given.current.is_empty();
    let current = current.then(|| fault("current", FieldCode::Required, t(k::PASSWORD_CURRENT)));
    let same = (given.new == given.current).then_some(FieldCode::StaffPasswordSame);
    let new = check_password(&given.new).err().or(same);
    let new = new.map(|code| fault("new", code, t(k::PASSWORD_NEW)));
    current.into_iter().chain(new).collect()
}

fn refusal(error: &ApiError) -> Vec<(String, String)> {
    let told = error
        .problem()
        .map(|problem| (problem.code, problem.tries_left, problem.retry_after_s));
    match told {
        Some((ProblemCode::SignInRefused, left, _)) => {
            let left = left.map(|left| tn(d::REFUSED_TRIES, left)).unwrap_or_default();
            vec![("current".to_owned(), format!("{} {left}", t(k::PASSWORD_WRONG)))]
        }
        Some((ProblemCode::LockedOut, _, Some(seconds))) => {
            vec![(String::new(), tn(d::LOCKED_MINUTES, seconds.div_ceil(60)))]
        }
        _ => error.for_form(&["current", "new"]),
    }
}
