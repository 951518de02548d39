//! The account is in use on another device, or its owner has locked it: a code decides.

mod sent;
mod shown;

use super::{Stage, Way};
use crate::api::{ApiError, waiting};
use crate::components::{Heading, TextButton};
use crate::i18n::{keys::account as k, t, tf, tn};
use crate::journeys::account::way_out;
use eid_domain::problem::ProblemCode;
use eid_domain::rescue::Entry;
use eid_domain::wire::devices::{SignedIn, SignedInNext};
use leptos::prelude::*;

/// Where the code comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// The device until now shows it.
    Shown,
    /// It is sent to the phone.
    Sent,
}

/// What to say and the form.
pub(super) fn view(way: Way, asked: SignedIn) -> AnyView {
    let locked = asked.next == SignedInNext::Locked;
    let source = RwSignal::new(if locked { Source::Sent } else { Source::Shown });
    let phone_ends = StoredValue::new(asked.phone_ends.unwrap_or_default());
    let form = move || match source.get() {
        Source::Shown => shown::view(way),
        Source::Sent => sent::view(way, &phone_ends.get_value()),
    };
    let other = move || {
        let (to, label) = match source.get() {
            Source::Shown => (Source::Sent, k::DEVICE_NO_OLD),
            Source::Sent => (Source::Shown, k::DEVICE_HAVE_OLD),
        };
        (!locked).then(|| {
            view! { <p><TextButton label=t(label) on_press=move |()| source.set(to) /></p> }
        })
    };
    let way_out = move || {
        let (entry, label) = match (locked, source.get()) {
            (true, _) => (Entry::LockedOwn, k::WAY_OUT_LOCKED),
            (false, Source::Shown) => (Entry::NewPhone, k::WAY_OUT_DEVICE),
            (false, Source::Sent) => (Entry::NoCode, k::WAY_OUT_CODE),
        };
        way_out::link(entry, label)
    };
    let device = asked.device.filter(|device| !device.is_empty());
    let text = match (locked, device) {
        (true, _) => t(k::DEVICE_LOCKED_TEXT).to_owned(),
        (false, Some(device)) => tf(k::DEVICE_TEXT, &[("device", &device)]),
        (false, None) => t(k::DEVICE_TEXT_UNKNOWN).to_owned(),
    };
    view! {
        <Heading text=t(if locked { k::DEVICE_LOCKED_TITLE } else { k::DEVICE_TITLE }) />
        <p class="lead">{text}</p>
        {form}
        {other}
        <p><TextButton label=t(k::DEVICE_START_OVER) on_press=move |()| way.go(Stage::Begin) /></p>
        {way_out}
    }
    .into_any()
}

/// Why it was refused, for a form with these fields.
fn refusal(error: &ApiError) -> Vec<(String, String)> {
    let whole = |words: String| vec![(String::new(), words)];
    match error.problem() {
        Some(problem) if problem.code == ProblemCode::NotSignedIn => whole(t(k::DEVICE_TOO_LONG).to_owned()),
        Some(problem) if problem.code == ProblemCode::LockedOut => {
            whole(waiting(t(k::DEVICE_LOCKED_OUT), problem.retry_after_s))
        }
        Some(problem) if matches!(problem.code, ProblemCode::CodeWrong | ProblemCode::CodeExpired) => {
            vec![("code".to_owned(), error.words())]
        }
        Some(problem) if problem.code == ProblemCode::InvalidFields => {
            let mut found = error.for_form(&["code", "passcode"]);
            if let (Some((_, words)), Some(left)) = (found.first_mut(), problem.tries_left) {
                words.push(' ');
                words.push_str(&tn(crate::i18n::keys::errors::TRIES_LEFT, left));
            }
            found
        }
        _ => whole(error.words()),
    }
}
