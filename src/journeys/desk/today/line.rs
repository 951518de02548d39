//! The line of today: who is at my station, who waits in which order and why, numbers for people without an appointment.

mod dialogs;
mod give;
mod mine;
mod others;
mod state;
mod station;
mod waiting;
mod words;

pub(super) use state::Line;

use crate::browser::events::Link;
use crate::components::{Notice, TextButton};
use crate::i18n::{keys::line as k, t, tn};
use crate::journeys::desk::shell::keys::PageKey;
use crate::routes::Route;
use leptos::prelude::*;

/// The line above the list of the day.
#[component]
pub(super) fn Panel(
    /// Its state.
    line: Line,
    /// The office, for the display in its hall.
    office_id: String,
    /// Whether somebody works at a counter here, and does not only look on.
    counter: bool,
) -> impl IntoView {
    let said = move || {
        line.said()
            .map(|(kind, words)| view! { <Notice kind=kind title=words announced=true /> })
    };
    let stale = move || {
        (line.link() == Link::Asking).then(|| view! { <p class="line-stale" role="status">{t(k::STALE)}</p> })
    };
    let done = move || line.with(|view| tn(k::DONE_COUNT, u32::from(view.done)));
    let hall = Route::Hall(office_id).href();
    let mine = counter.then(
        || view! { <section class="line-mine" aria-label=t(k::MINE)>{move || mine::draw(line)}</section> },
    );
    let give = counter.then(|| view! { <give::Give line=line /> });
    let dialogs = counter.then(|| view! { <dialogs::Dialogs line=line /> });
    view! {
        <section class="line" aria-labelledby="line-title">
            <div class="line-head">
                <h2 id="line-title">{t(k::TITLE)}</h2>
                {stale}
                <p class="muted">{done}</p>
                <a class="line-hall" href=hall target="_blank" rel="external">{t(k::HALL_OPEN)}</a>
            </div>
            {said}
            <div class="line-cols" class:line-cols-one=!counter>
                {mine}
                <div class="line-rest">
                    <waiting::Waiting line=line counter=counter />
                    <others::Others line=line counter=counter />
                    <div class="row">{give}</div>
                </div>
            </div>
            {dialogs}
        </section>
    }
}

/// The keys of somebody who works at a counter.
pub(super) fn keys(line: Line) -> Vec<PageKey> {
    let own: [(&'static str, _, Callback<()>); 7] = [
        ("g", k::KEY_NEXT, Callback::new(move |()| line.call_next())),
        ("b", k::KEY_SERVE, Callback::new(move |()| line.begin())),
        ("r", k::KEY_RECALL, Callback::new(move |()| line.recall())),
        ("v", k::KEY_ABSENT, Callback::new(move |()| line.absent())),
        (
            "c",
            k::KEY_TRANSFER,
            Callback::new(move |()| line.ask_transfer(None)),
        ),
        ("x", k::KEY_DONE, Callback::new(move |()| line.done())),
        ("w", k::KEY_GIVE, Callback::new(move |()| line.ask_give())),
    ];
    own.map(|(key, words, act)| PageKey { key, words, act }).to_vec()
}

/// A quiet button with a number behind its words, for who cannot see the row.
fn small(label: &'static str, number: u16, press: impl Fn() + Send + Sync + 'static) -> impl IntoView {
    view! { <TextButton label=label about=words::about(number) on_press=Callback::new(move |()| press()) /> }
}
