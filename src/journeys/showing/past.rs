//! What was shown before, and who asked about it.

use super::words;
use crate::browser::intl;
use crate::i18n::{keys::showing as k, t, tf};
use eid_domain::wire::attestations::{AttestationCheck, ShownAttestation};
use leptos::prelude::*;

/// The list, the latest first.
pub(super) fn view(shown: &[ShownAttestation], childs: bool) -> AnyView {
    if shown.is_empty() {
        let none = if childs { k::CHILD_PAST_NONE } else { k::PAST_NONE };
        return view! { <p class="muted">{t(none)}</p> }.into_any();
    }
    let rows = shown.iter().map(one).collect_view();
    view! { <ul class="showing-past">{rows}</ul> }.into_any()
}

fn one(shown: &ShownAttestation) -> AnyView {
    let said: Vec<String> = shown
        .claims
        .iter()
        .map(|claim| words::claim(*claim).to_owned())
        .collect();
    let checks = shown.checks.iter().map(check).collect_view();
    view! {
        <li>
            <p><strong>{intl::instant(shown.issued_at)}</strong>": "{intl::list(&said)}</p>
            <ul class="bullets">{checks}</ul>
        </li>
    }
    .into_any()
}

fn check(check: &AttestationCheck) -> AnyView {
    let who = if check.checker.is_empty() {
        t(k::SOMEBODY)
    } else {
        check.checker.as_str()
    };
    let at = intl::instant(check.at);
    let words = if check.registered {
        k::CHECKED_REGISTERED
    } else {
        k::CHECKED
    };
    let line = tf(
        words,
        &[("at", &at), ("who", who), ("state", t(words::state(check.state)))],
    );
    let line = if check.times > 1 {
        tf(k::TIMES, &[("what", &line), ("count", &check.times.to_string())])
    } else {
        line
    };
    view! { <li>{line}</li> }.into_any()
}
