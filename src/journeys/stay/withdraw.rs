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
    view! { <Dialog open=leaving title=t(k::WITHDRAW_TITLE)>{question(filer, leaving, refetch)}</Dialog> }
        .into_any()
}

fn question(filer: Filer, leaving: RwSignal<Option<StayNotice>>, refetch: Refetch) -> Option<AnyView> {
    let one = leaving.get_untracked()?;
    let (busy, reason, errors) = (RwSignal::new(false), RwSignal::new(String::new()), Errors::new());
    let text = tf(k::WITHDRAW_WHO, &[("name", &one.full_name)]);
    let go = Callback::new(move |()| {
        if reason.with_untracked(String::is_empty) {
            errors.note("withdraw_reason", Some(t(k::WITHDRAW_NONE).to_owned()));
            return;
        }
        busy.set(true);
        let id = one.id.clone();
        spawn_local(async move {
            let answer = api::stays::withdraw(filer, &id, reason.get_untracked()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => {
                    let _ = leaving.try_set(None);
                    refetch.now();
                    announce::polite(t(k::WITHDRAWN_DONE));
                    focus::later("stays");
                }
                Err(error) => errors.note("withdraw_reason", Some(error.words())),
            }
        });
    });
    let body = view! {
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
            <Button label=t(k::CLOSE) kind=ButtonKind::Second on_press=move |()| leaving.set(None) />
        </p>
    };
    Some(body.into_any())
}
