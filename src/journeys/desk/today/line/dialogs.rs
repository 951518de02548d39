//! Sending somebody on, and saying why they come first.

use super::state::Line;
use super::words;
use crate::components::{Button, ButtonKind, Choice, Dialog, Errors, RadioGroup};
use crate::i18n::{Key, keys::line as k, t, tf};
use eid_domain::queue::{Priority, number_text};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// Both dialogs; each is open while it is asked.
#[component]
pub(super) fn Dialogs(
    /// The line.
    line: Line,
) -> impl IntoView {
    view! {
        {move || line.sending.get().map(|(id, number)| transfer(line, id, number))}
        {move || line.ranking.get().map(|(id, number, now)| rank(line, id, number, now))}
    }
}

fn title(key: Key, number: u16) -> String {
    tf(key, &[("number", &number_text(number))])
}

fn transfer(line: Line, id: String, number: u16) -> impl IntoView {
    let open = RwSignal::new(true);
    Effect::new(move |_| {
        if !open.get() {
            line.sending.set(None);
        }
    });
    let (stations, now) = untrack(|| {
        let own = line.with(|view| {
            view.at_stations
                .iter()
                .find(|row| row.id == id)
                .and_then(|row| row.station)
        });
        (line.with(|view| view.stations), own)
    });
    let mut others = (1..=stations).filter(|station| Some(*station) != now);
    let first = others.next().unwrap_or(1);
    let choice = |station: u8| Choice::new(station.to_string(), words::station(station));
    let choices: Vec<Choice> = std::iter::once(first).chain(others).map(choice).collect();
    // A dialog may draw its inside more than once.
    let choices = StoredValue::new(choices);
    let to = RwSignal::new(first.to_string());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Ok(station) = to.get_untracked().parse() {
            open.set(false);
            line.transfer(id.clone(), number, station);
        }
    };
    let submit = Callback::new(submit);
    view! {
        <Dialog open=open title=title(k::TRANSFER_TITLE, number)>
            <form class="stack" on:submit=move |event| submit.run(event)>
                <RadioGroup
                    id="transfer-to"
                    legend=t(k::TRANSFER_TO)
                    hint=t(k::TRANSFER_HINT)
                    choices=choices.get_value()
                    value=to
                    errors=Errors::new()
                    columns=true
                />
                <p class="row">
                    <Button label=t(k::TRANSFER_DO) />
                    <Button label=t(k::CANCEL) kind=ButtonKind::Second on_press=move |()| open.set(false) />
                </p>
            </form>
        </Dialog>
    }
}

fn rank(line: Line, id: String, number: u16, now: Priority) -> impl IntoView {
    let open = RwSignal::new(true);
    Effect::new(move |_| {
        if !open.get() {
            line.ranking.set(None);
        }
    });
    let chosen = RwSignal::new(now.as_str().to_owned());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(priority) = Priority::parse(&chosen.get_untracked()) {
            open.set(false);
            line.rank(id.clone(), number, priority);
        }
    };
    let submit = Callback::new(submit);
    view! {
        <Dialog open=open title=title(k::PRIORITY_TITLE, number)>
            <form class="stack" on:submit=move |event| submit.run(event)>
                {priorities("rank", chosen)}
                <p class="row">
                    <Button label=t(k::PRIORITY_DO) />
                    <Button label=t(k::CANCEL) kind=ButtonKind::Second on_press=move |()| open.set(false) />
                </p>
            </form>
        </Dialog>
    }
}

/// The choice of a priority.
pub(super) fn priorities(id: &'static str, chosen: RwSignal<String>) -> impl IntoView {
    let choice = |priority: &Priority| Choice::new(priority.as_str(), t(words::choice(*priority)));
    let choices: Vec<Choice> = Priority::ALL.iter().map(choice).collect();
    view! { <RadioGroup id=id legend=t(k::GIVE_PRIORITY) choices=choices value=chosen errors=Errors::new() /> }
}
