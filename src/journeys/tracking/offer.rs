//! A place that is kept for the person: when, where, until when, and the two answers. Shown on the slip and on the page
//! of waiting.

mod family;

use super::place;
use crate::api;
use crate::browser::{intl, timer};
use crate::components::{Button, ButtonKind, Countdown};
use crate::i18n::{Key, keys::Namespace, keys::offer as k, t, tf};
use eid_domain::problem::ProblemCode;
use eid_domain::waiting::Kind;
use eid_domain::wire::waiting::{Offer, WaitingView};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// From so many seconds on, the end is said, not counted down.
const LONG_S: u32 = 3_600;

/// How an offer ended.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answered {
    /// The visit has moved.
    Taken(WaitingView),
    /// The person keeps what they have.
    Declined(WaitingView),
    /// Too late: it is not kept any more.
    Gone,
}

/// Whose offer it is.
#[derive(Clone)]
pub(super) struct Whose {
    /// The dossier's reference.
    pub(super) reference: String,
    /// The key that may answer.
    pub(super) key: String,
}

/// Draws the panel; nothing where nothing is kept.
pub(super) type Panel = fn(Whose, &WaitingView, Callback<Answered>) -> AnyView;

#[wasm_split(offer, wasm_split_path = ::leptos::wasm_split, fallible)]
fn code() -> Result<Panel, SplitLoaderError> {
    Ok(panel)
}

/// Loads what draws an offer, and its words: few who look at a slip have one.
///
/// # Errors
/// In words, where it did not arrive.
pub(super) async fn load() -> Result<Panel, String> {
    api::part(code(), &[Namespace::Offer]).await
}

fn panel(whose: Whose, view: &WaitingView, on_answer: Callback<Answered>) -> AnyView {
    let Some(offer) = view.offer.clone() else {
        return ().into_any();
    };
    let closed = view
        .waiting
        .as_ref()
        .is_some_and(|waiting| waiting.kind == Kind::Closure);
    let until = timer::now_ms() + 1000.0 * f64::from(offer.expires_in_s);
    let place = view.place(&offer.office_id).map(|office| {
        let whole = place::whole(office);
        let other = (offer.office_id != view.office_id)
            .then(|| view! { <b class="offer-other">{t(k::OTHER_PLACE)}</b> });
        view! { <p>{whole}" "{other}</p> }
    });
    let words = if closed { k::WAS } else { k::NOW };
    let kept = view.visit.map(|visit| {
        view! { <p class="muted">{tf(words, &[("when", &intl::date_time(visit))])}</p> }.into_any()
    });
    let title = if closed { k::TITLE_CLOSED } else { k::TITLE };
    let at = offer.starts_at;
    // A family is offered a window, with everybody's time in it.
    let (title, time, kept) = match family::window(&view.family) {
        Some(window) => (k::TITLE_FAMILY, window, family::list(&view.family)),
        None => (title, intl::time(at.time()), kept),
    };
    let together = !view.family.is_empty();
    let over = move |()| {
        let _ = on_answer.try_run(Answered::Gone);
    };
    // A clock that runs for hours tells nobody anything.
    let time_left = if offer.expires_in_s > LONG_S {
        let words = tf(k::UNTIL, &[("until", &intl::instant(offer.expires_at))]);
        view! { <p><b>{words}</b></p> }.into_any()
    } else {
        view! { <Countdown until_ms=Signal::stored(until) on_over=over /> }.into_any()
    };
    view! {
        <section class="panel offer" id="offer" tabindex="-1" aria-labelledby="offer-title">
            <h2 id="offer-title">{t(title)}</h2>
            <p class="offer-when">
                <span class="offer-time">{time}</span>
                " "
                <span class="offer-date">{intl::long_date(at.date())}</span>
            </p>
            {place}
            {kept}
            {time_left}
            {answers(whose, offer, Words::of(closed, together), on_answer)}
        </section>
    }
    .into_any()
}

/// What the two answers are called, and what they come to.
struct Words {
    yes: Key,
    no: Key,
    hint: Key,
}

impl Words {
    const fn of(closed: bool, together: bool) -> Self {
        let (yes, no, hint) = match (closed, together) {
            (_, true) => (k::TAKE_FAMILY, k::DECLINE_FAMILY, k::HINT_FAMILY),
            (true, false) => (k::TAKE, k::DECLINE_CLOSED, k::HINT_CLOSED),
            (false, false) => (k::TAKE, k::DECLINE, k::HINT),
        };
        Self { yes, no, hint }
    }
}

fn answers(whose: Whose, offer: Offer, words: Words, on_answer: Callback<Answered>) -> AnyView {
    let taking = RwSignal::new(false);
    let declining = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let send = move |take: bool| {
        if taking.get_untracked() || declining.get_untracked() {
            return;
        }
        let busy = if take { taking } else { declining };
        busy.set(true);
        failed.set(None);
        let (Whose { reference, key }, id) = (whose.clone(), offer.id.clone());
        spawn_local(async move {
            let answer = if take {
                api::waiting::take(&reference, &key, &id)
                    .await
                    .map(Answered::Taken)
            } else {
                api::waiting::decline(&reference, &key, &id)
                    .await
                    .map(Answered::Declined)
            };
            let _ = busy.try_set(false);
            match answer {
                Ok(answered) => drop(on_answer.try_run(answered)),
                Err(error) if error.is(ProblemCode::HoldExpired) => drop(on_answer.try_run(Answered::Gone)),
                Err(error) => drop(failed.try_set(Some(error.words()))),
            }
        });
    };
    let take = {
        let send = send.clone();
        Callback::new(move |()| send(true))
    };
    let decline = Callback::new(move |()| send(false));
    view! {
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row">
            <Button label=t(words.yes) busy=taking on_press=take />
            <Button label=t(words.no) kind=ButtonKind::Second busy=declining on_press=decline />
        </p>
        <p class="hint">{t(words.hint)}</p>
    }
    .into_any()
}
