//! Withdrawing a notice: why, once.

use super::words;
use crate::api::{self, stays::Filer};
use crate::browser::{announce, focus};
use crate::components::{Button, ButtonKind, Dialog, Errors, RadioGroup, Refetch};
use crate::i18n::{keys::stay as k, t, tf};
use eid_domain::wire::stays::StayNotice;
use leptos::{prelude::*, task::spawn_local};

/// The question, once on the page.
pub(super) fn dialog(filer: Filer, leaving: RwSignal<Option<StayNotice>>, refetch: Refetch) -> AnyView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let (reason, errors) = (RwSignal::new(String::new()), Errors::new());
    Effect::new(move |_| {
        if leaving.with(Option::is_some) {
            reason.set(String::new());
            errors.clear();
            open.set(true);
        }
    });
    let text = move || {
        leaving.with(|one| {
            let one = one.as_ref()?;
            Some(tf(k::WITHDRAW_WHO, &[("name", &one.full_name)]))
        })
    };
    let go = Callback::new(move |()| {
        let Some(one) = leaving.get_untracked() else {
            return;
        };
        if reason.with_untracked(String::is_empty) {
            errors.note("withdraw_reason", Some(t(k::WITHDRAW_NONE).to_owned()));
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::stays::withdraw(filer, &one.id, reason.get_untracked()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => {
                    let _ = open.try_set(false);
                    let _ = leaving.try_set(None);
                    refetch.now();
                    announce::polite(t(k::WITHDRAWN_DONE));
                    focus::later("stays");
                }
                Err(error) => errors.note("withdraw_reason", Some(error.words())),
            }
        });
    });
    view! {
        <Dialog open=open title=t(k::WITHDRAW_TITLE)>
            <p>{text}</p>
            <RadioGroup
                id="withdraw_reason"
                legend=t(k::WITHDRAW_REASON)
                choices=words::withdrawals()
                value=reason
                errors=errors
            />
            <p class="row">
                <Button label=t(k::WITHDRAW_DO) kind=ButtonKind::Danger busy=busy on_press=go />
                <Button label=t(k::CLOSE) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </Dialog>
    }
    .into_any()
}
