//! One announcement, with the ways to change it and to take it back.

use super::{Page, words};
use crate::api;
use crate::browser::{focus, intl};
use crate::components::{Button, ButtonKind, ErrorSummary, Errors, Tag, TextButton};
use crate::i18n::{keys::announcements as k, t, tf};
use crate::journeys::desk::shell::session;
use crate::journeys::desk::words::localised;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::announcements::AnnouncementRow;
use jiff::civil::DateTime;
use leptos::{prelude::*, task::spawn_local};

/// The panel.
pub(super) fn view(page: Page, one: AnnouncementRow, now: DateTime) -> AnyView {
    let (state, tag) = words::state(&one, now);
    let place = one
        .office
        .as_ref()
        .map_or_else(|| t(k::EVERYWHERE).to_owned(), localised);
    let times = tf(
        k::TIMES,
        &[
            ("from", &intl::date_time(one.from)),
            ("until", &intl::date_time(one.until)),
        ],
    );
    let ways = words::is_open(&one, now).then(|| ways(page, &one));
    let name = one.vi.clone();
    view! {
        <section class="panel stack-s" aria-label=name>
            <p class="row"><Tag text=t(state) kind=tag /><b>{t(words::kind(one.kind).0)}</b><span class="muted">{place}</span></p>
            <p lang="vi">{one.vi.clone()}</p>
            <p lang="en" class="muted">{one.en.clone()}</p>
            <p class="muted">{times}</p>
            {ways}
        </section>
    }
    .into_any()
}

/// Taking it back asks once more, in its place.
fn ways(page: Page, one: &AnnouncementRow) -> AnyView {
    let asking = RwSignal::new(false);
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let known = StoredValue::new(one.clone());
    let about = one.vi.clone();
    let change = move |()| {
        page.list.say(None);
        page.changing.set(Some(known.get_value()));
        focus::later("vi");
    };
    let withdraw = move |()| {
        busy.set(true);
        let one = known.get_value();
        spawn_local(async move {
            let answer = session::call(api::announcements::withdraw(&one.id, one.version)).await;
            let words = match answer {
                Ok(()) => Some(k::WITHDRAWN),
                Err(error) if error.is(ProblemCode::StateConflict) => Some(k::QUICKER),
                Err(error) => {
                    errors.show_one(error.words());
                    None
                }
            };
            if let Some(words) = words {
                page.list.done(t(words).to_owned()).await;
                focus::later("said");
            }
            let _ = busy.try_set(false);
        });
    };
    let content = move || {
        if asking.get() {
            let back = move |()| asking.set(false);
            return view! {
                <ErrorSummary errors=errors />
                <p>{t(k::WITHDRAW_ASK)}</p>
                <p class="row">
                    <Button label=t(k::WITHDRAW_DO) kind=ButtonKind::Danger busy=busy on_press=withdraw />
                    <Button label=t(k::BACK) kind=ButtonKind::Second on_press=back />
                </p>
            }
            .into_any();
        }
        let ask = move |()| asking.set(true);
        view! {
            <p class="row">
                <TextButton label=t(k::CHANGE) about=about.clone() on_press=change />
                <TextButton label=t(k::WITHDRAW) about=about.clone() on_press=ask />
            </p>
        }
        .into_any()
    };
    content.into_any()
}
