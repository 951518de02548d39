//! `/cho-goi#{key}`: one's own place in the line of today.

mod now;
mod words;

use crate::api;
use crate::browser::{
    announce,
    events::{self, Link},
    json, location,
    sound::Chime,
    title,
};
use crate::components::{Button, ButtonKind, Details, Fetched, Heading, Notice, NoticeKind};
use crate::i18n::{keys::queue as k, t};
use crate::routes::{Draw, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::queue::{TicketState, number_text};
use eid_domain::wire::queue::PlaceView;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(queue_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    let key = location::hash();
    let shown_key = key.clone();
    let fetch = move || {
        let key = key.clone();
        Box::pin(async move {
            if key.is_empty() {
                return Ok(None);
            }
            match api::queue::place(&key).await {
                Ok(place) => Ok(Some(place)),
                Err(error) if error.is(ProblemCode::NoMatch) => Ok(None),
                Err(error) => Err(error.words()),
            }
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |found: Option<PlaceView>| match found {
        Some(place) => follow(place, shown_key.clone()),
        None => no_access(),
    };
    view! {
        <div class="page queue">
            <Heading text=t(k::TITLE) />
            <Fetched fetch=fetch show=show />
        </div>
    }
    .into_any()
}

fn no_access() -> AnyView {
    view! { <Notice kind=NoticeKind::Warning title=t(k::NO_ACCESS)><p>{t(k::NO_ACCESS_TEXT)}</p></Notice> }
        .into_any()
}

fn follow(first: PlaceView, key: String) -> AnyView {
    let stream = first.stream.clone();
    let (number, office) = (number_text(first.number), words::office(&first.office).to_owned());
    let place = RwSignal::new(first);
    let chime = StoredValue::new_local(None::<Chime>);
    let take = move |next: PlaceView| {
        let before = place.try_with_untracked(|now| (now.state, now.calls));
        let Some(before) = before else { return };
        let called = next.state == TicketState::Called && before != (next.state, next.calls);
        let said = (before.0 != next.state || called).then(|| words::title(&next));
        place.set(next);
        if let Some(said) = said {
            announce::polite(&said);
            title::set(&said);
        }
        if called {
            let _ = chime.try_with_value(|chime| chime.as_ref().map(Chime::play));
        }
    };
    let heard = move |text: String| {
        if let Some(next) = json::read::<PlaceView>(&text) {
            take(next);
        }
    };
    let ask = move || {
        let key = key.clone();
        spawn_local(async move {
            if let Ok(next) = api::queue::place(&key).await {
                take(next);
            }
        });
    };
    let link = events::follow(api::queue::place_events(&stream), heard, ask);
    let stale =
        move || (link.get() == Link::Asking).then(|| view! { <p class="queue-stale">{t(k::STALE)}</p> });
    view! {
        <div class="queue-ticket panel">
            <p class="queue-office">{office}</p>
            <p class="queue-label">{t(k::NUMBER_LABEL)}</p>
            <p class="queue-number">{number}</p>
            {move || place.with(now::draw)}
        </div>
        <div role="status">{stale}</div>
        {move || place.with(|place| place.state == TicketState::Waiting).then(|| below(chime))}
        <p class="hint">{t(k::NEVER_ASKED)}</p>
    }
    .into_any()
}

/// What helps while one waits.
fn below(chime: StoredValue<Option<Chime>, LocalStorage>) -> impl IntoView {
    let on = RwSignal::new(chime.with_value(Option::is_some));
    let allow = move |()| {
        let allowed = Chime::allow();
        on.set(allowed.is_some());
        if let Some(allowed) = &allowed {
            allowed.play();
        }
        chime.set_value(allowed);
    };
    let bell = move || {
        if on.get() {
            view! { <p role="status">{t(k::SOUND_IS_ON)}</p> }.into_any()
        } else {
            view! { <p class="row"><Button label=t(k::SOUND) kind=ButtonKind::Second on_press=allow /></p> }
                .into_any()
        }
    };
    view! {
        <p>{t(k::KEEP_OPEN)}</p>
        {bell}
        <Details summary=t(k::ORDER_SUMMARY)><p>{t(k::ORDER_TEXT)}</p></Details>
    }
}
