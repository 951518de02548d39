//! `/man-hinh/{office}`: the display in an office's hall. Read from eight metres; numbers and stations, nobody's name.

mod board;
mod voice;

use crate::api;
use crate::browser::{
    events::{self, Link},
    json,
};
use crate::components::{Button, ButtonKind, Fetched, Heading, Notice, NoticeKind};
use crate::i18n::{Lang, keys::hall as k, lang, t, tn};
use crate::routes::{Draw, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::queue::HallView;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};
use voice::Voice;

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(hall_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(route: &Route) -> AnyView {
    let Route::Hall(office) = route else {
        return ().into_any();
    };
    let (office, again) = (office.clone(), office.clone());
    let fetch = move || {
        let office = office.clone();
        Box::pin(async move {
            match api::queue::hall(&office).await {
                Ok(view) => Ok(Some(view)),
                Err(error) if error.is(ProblemCode::NotFound) => Ok(None),
                Err(error) => Err(error.words()),
            }
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |found: Option<HallView>| match found {
        Some(view) => follow(view, again.clone()),
        None => {
            view! { <Heading text=t(k::TITLE) /><Notice kind=NoticeKind::Warning title=t(k::NOT_FOUND) /> }
                .into_any()
        }
    };
    view! { <div class="hall"><Fetched fetch=fetch show=show /></div> }.into_any()
}

fn follow(first: HallView, office: String) -> AnyView {
    let name = match lang() {
        Lang::Vi => first.office.vi.clone(),
        Lang::En => first.office.en.clone(),
    };
    let view = RwSignal::new(first);
    let voice = Voice::new();
    let take = move |next: HallView| {
        let older = |now: &HallView| (now.day, now.version) > (next.day, next.version);
        if view.try_with_untracked(older) != Some(false) {
            return;
        }
        let news = view.with_untracked(|now| board::called_now(now, &next));
        view.set(next);
        voice.call(&news);
    };
    let heard = move |text: String| {
        if let Some(next) = json::read::<HallView>(&text) {
            take(next);
        }
    };
    let path = api::queue::hall_events(&office);
    let ask = move || {
        let office = office.clone();
        spawn_local(async move {
            if let Ok(next) = api::queue::hall(&office).await {
                take(next);
            }
        });
    };
    let link = events::follow(path, heard, ask);
    let stale = move || (link.get() == Link::Asking).then(|| t(k::STALE));
    let waiting = move || tn(k::WAITING, u32::from(view.with(|view| view.waiting)));
    view! {
        <div class="hall-head">
            <Heading text=name />
            <p class="hall-waiting">{waiting}</p>
        </div>
        <board::Board view=view />
        <div class="hall-foot">
            <p role="status">{stale}</p>
            {move || sound(voice)}
        </div>
    }
    .into_any()
}

/// Sound on or off. Browsers allow it only after a tap.
fn sound(voice: Voice) -> impl IntoView {
    if voice.is_on() {
        let silent = (!voice.can_speak()).then(|| view! { <p class="hall-hint">{t(k::NO_VOICE)}</p> });
        view! {
            {silent}
            <Button label=t(k::SOUND_OFF) kind=ButtonKind::Second on_press=move |()| voice.silence() />
        }
        .into_any()
    } else {
        view! { <Button label=t(k::SOUND_ON) kind=ButtonKind::Second on_press=move |()| voice.allow() /> }
            .into_any()
    }
}
