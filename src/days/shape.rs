//! List or month? The list comes with the page; the month's code and words come when somebody asks for it. What was
//! chosen is kept in the tab.

use super::month::{self, Sheet};
use crate::api;
use crate::browser::sheets;
use crate::browser::storage::{self, Keep};
use crate::components::{Notice, NoticeKind, Skeleton};
use crate::i18n::{self, Key, keys::Namespace, keys::shell, t};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};
use std::sync::{Arc, Mutex, PoisonError};

type Month = fn(&Sheet, &str) -> AnyView;
/// The month's code and the holidays, once they have come. No signal: one of a type of its own is two kilobytes of every page with
/// days; that they have come is told by a flag.
type Come = Arc<Mutex<Option<(Month, String)>>>;

/// Under which name the tab keeps it, and what stands there for the month.
const KEPT: &str = "days-shape";
const MONTH: &str = "month";

/// What the page calls things.
#[derive(Clone, Copy)]
pub struct Words {
    /// `{day}` and `{time}` of the first free time.
    pub first_free: Key,
    /// The press that chooses its day.
    pub take_first: Key,
    /// The days.
    pub title: Key,
    /// The switch between list and month.
    pub shape: Key,
    /// Its list.
    pub list: Key,
    /// Its month.
    pub month: Key,
    /// Shows the days after the first week.
    pub more: Key,
}

#[wasm_split(booking_month, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Month, SplitLoaderError> {
    Ok(month::draw)
}

/// The switch, and below it the days as they are wanted.
pub(super) fn choose(words: Words, sheet: Sheet, list: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let wanted = RwSignal::new(storage::get(Keep::Tab, KEPT).as_deref() == Some(MONTH));
    let (come, here, failed) = (Come::default(), RwSignal::new(false), RwSignal::new(false));
    let coming = Arc::clone(&come);
    Effect::new(move || {
        if wanted.get() && !here.get_untracked() {
            failed.set(false);
            spawn_local(fetch(wanted, Arc::clone(&coming), here, failed));
        }
    });
    let month = move || {
        let come = come.lock().unwrap_or_else(PoisonError::into_inner);
        come.as_ref()
            .map(|(draw, holidays)| untrack(|| draw(&sheet, holidays)))
    };
    let option = move |label, month: bool| {
        let press = move |_| {
            storage::set(Keep::Tab, KEPT, if month { MONTH } else { "" });
            wanted.set(month);
        };
        let pressed = move || if wanted.get() == month { "true" } else { "false" };
        view! { <button class="shape" type="button" aria-pressed=pressed on:click=press>{t(label)}</button> }
    };
    view! {
        <div class="shapes no-print" role="group" aria-label=t(words.shape)>
            {option(words.list, false)}
            {option(words.month, true)}
        </div>
        {move || failed.get().then(|| view! { <Notice kind=NoticeKind::Warning announced=true><p>{t(shell::LOAD_FAILED_TEXT)}</p></Notice> })}
        {move || match (wanted.get(), here.get()) {
            (true, true) => month().into_any(),
            (true, false) => view! { <Skeleton /> }.into_any(),
            (false, _) => list(),
        }}
    }
    .into_any()
}

/// Code, words, style and holidays at the same time. Without the holidays the month only names none.
async fn fetch(wanted: RwSignal<bool>, come: Come, here: RwSignal<bool>, failed: RwSignal<bool>) {
    let words = i18n::request(i18n::lang(), &[Namespace::Month]);
    let style = sheets::request("month");
    let (code, holidays) = api::both(api::both(load(), i18n::load(words)), api::config::calendar()).await;
    let (draw, words) = code;
    if let Some(style) = style {
        let _ = style.await;
    }
    // The person may have left meanwhile: then there is nothing to set.
    match (draw, words) {
        (Ok(draw), Ok(())) => {
            let holidays = holidays.map(|text| text.to_string()).unwrap_or_default();
            *come.lock().unwrap_or_else(PoisonError::into_inner) = Some((draw, holidays));
            let _ = here.try_set(true);
        }
        _ => {
            let _ = failed.try_set(true);
            let _ = wanted.try_set(false);
        }
    }
}
