//! The offices that fit what is typed, answered while typing.

use super::{card, near::Where};
use crate::api;
use crate::browser::{announce, dom, focus, timer};
use crate::components::{Button, ButtonKind, Empty, Notice, NoticeKind, TextButton};
use crate::i18n::{keys::booking, t, tf, tn};
use eid_domain::office::{Finder, Match, Office, OfficeKind, Reach, Why};
use eid_domain::order;
use eid_domain::wire::announcements::OfficeNews;
use leptos::{ev::MouseEvent, prelude::*, task::spawn_local};
use std::sync::Arc;

/// So many at first: enough for a choice, few enough to read.
const FEW: usize = 6;
/// Typing has paused: the number of results is said aloud.
const PAUSE_MS: u32 = 700;

/// The list below the search field.
pub(super) fn list(
    finder: Arc<Finder>,
    query: RwSignal<String>,
    near: RwSignal<Where>,
    chosen: Option<String>,
    on_choose: Callback<Office>,
) -> AnyView {
    // What was typed when all results were asked for: another question begins with a short list again.
    let all = RwSignal::new(None::<String>);
    let searching = finder.clone();
    let found: Memo<Found> = Memo::new(move |_| query.with(|query| search(&searching, query, near.get())));
    say_count(query, found);
    let in_full = move || all.with(|all| query.with(|query| all.as_ref() == Some(query)));
    let count = Memo::new(move |_| {
        found.with(|found| {
            if in_full() {
                found.matches.len()
            } else {
                found.matches.len().min(FEW)
            }
        })
    });
    let news = news();
    let draw = {
        let finder = finder.clone();
        move |one: &Match| {
            let is = finder.offices().get(one.office).map(|office| office.id.as_str());
            let is_chosen = is.is_some() && is == chosen.as_deref();
            news.with(|news| card::card(&finder, one, is_chosen, news))
        }
    };
    // A keystroke draws only the cards that it changes: each of the first few has a place of its own, and what stands
    // there is compared before anything is drawn.
    let first = (0..FEW).map(|at| {
        let (one, draw) = (nth(found, count, at), draw.clone());
        move || one.with(|one| one.as_ref().and_then(&draw))
    });
    let first = first.collect::<Vec<_>>();
    let rest = move || {
        let count = count.get();
        let cards = found.with(|found| {
            found
                .matches
                .iter()
                .take(count)
                .skip(FEW)
                .filter_map(&draw)
                .collect::<Vec<_>>()
        });
        cards.into_any()
    };
    let none = Memo::new(move |_| count.get() == 0);
    let of_choice = finder.clone();
    let choose = move |event: MouseEvent| {
        let at = dom::value_of_target(&event, card::CHOOSES).and_then(|at| at.parse::<usize>().ok());
        if let Some(office) = at.and_then(|at| of_choice.offices().get(at)) {
            on_choose.run(office.clone());
        }
    };
    let (of_none, of_more) = (finder.clone(), finder);
    view! {
        <section class="stack-s" aria-labelledby="results">
            <h2 id="results" tabindex="-1">{move || title(query, found)}</h2>
            {move || found.with(|found| elsewhere(&found.matches))}
            {move || found.with(|found| query.with(|query| told(found, query)))}
            {move || found.with(|found| others(&found.namesakes, query))}
            {move || {
                none.get().then(|| {
                    // The place that was recognised is named, also while one after the other has nothing.
                    query.track();
                    nothing(&of_none, query)
                })
            }}
            <ul class="places" hidden=move || none.get() on:click=choose>{first}{rest}</ul>
            {move || more(&of_more, found, count.get(), query, all)}
        </section>
    }
    .into_any()
}

/// What the offices say, once it has come; without it the list is as good.
fn news() -> RwSignal<Vec<OfficeNews>> {
    let news = RwSignal::new(Vec::new());
    spawn_local(async move {
        if let Ok(said) = api::offices::news().await
            && !said.is_empty()
        {
            let _ = news.try_set(said);
        }
    });
    news
}

/// What stands at a place of the list.
fn nth(found: Memo<Found>, count: Memo<usize>, at: usize) -> Memo<Option<Match>> {
    Memo::new(move |_| {
        (at < count.get())
            .then(|| found.with(|found| found.matches.get(at).cloned()))
            .flatten()
    })
}

/// What fits; where nothing is asked yet, the provincial offices come first, because they take people from everywhere. What
/// is not known at all, a street without an office say, is answered with the nearest that are.
fn search(finder: &Finder, query: &str, near: Where) -> Found {
    let at = match near {
        Where::At(at) => Some(at),
        _ => None,
    };
    if let (Some(at), true) = (at, query.trim().is_empty()) {
        return Found::plain(finder.near(at));
    }
    let answer = finder.answer(query);
    if answer.matches.is_empty() && finder.recognise(query).is_none() {
        return Found {
            matches: at.map_or_else(|| provincial_first(finder, finder.find("")), |at| finder.near(at)),
            told: Told::Unknown,
            namesakes: Vec::new(),
        };
    }
    let told = if answer.passed_over {
        Told::PassedOver
    } else {
        Told::Plain
    };
    Found {
        namesakes: answer.namesakes.iter().filter_map(Why::place).collect(),
        matches: provincial_first(finder, answer.matches),
        told,
    }
}

fn provincial_first(finder: &Finder, mut found: Vec<Match>) -> Vec<Match> {
    let provincial = |one: &Match| {
        finder
            .offices()
            .get(one.office)
            .is_some_and(|office| office.kind == OfficeKind::ProvincialPolice)
    };
    if found.iter().all(|one| one.why == Why::Listed) {
        order::by_key(&mut found, |one| !provincial(one));
    }
    found
}

/// Matches as a value that a memo can compare.
#[derive(Clone, PartialEq)]
struct Found {
    matches: Vec<Match>,
    told: Told,
    /// Other places of the name, as they are typed.
    namesakes: Vec<String>,
}

impl Found {
    const fn plain(matches: Vec<Match>) -> Self {
        Self {
            matches,
            told: Told::Plain,
            namesakes: Vec::new(),
        }
    }
}

/// What is to be said about the whole answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Nothing: it fits.
    Plain,
    /// The house and the street are not known, the place is.
    PassedOver,
    /// Nothing of it is known.
    Unknown,
}

/// Said plainly where a street, or all of it, is not known.
fn told(found: &Found, query: &str) -> Option<AnyView> {
    let first = found.matches.first()?;
    match found.told {
        Told::Plain => None,
        Told::PassedOver => {
            // Where the place itself has no office, that is said already.
            let place = first.why.place().filter(|_| first.reach != Reach::Nearby)?;
            let words = tf(booking::PLACE_PASSED_OVER, &[("place", &place)]);
            Some(view! { <p class="hint">{words}</p> }.into_any())
        }
        Told::Unknown => {
            let title = tf(booking::PLACE_UNKNOWN, &[("typed", query.trim())]);
            let words = t(if first.why == Why::NearYou {
                booking::PLACE_UNKNOWN_NEAR
            } else {
                booking::PLACE_UNKNOWN_LISTED
            });
            Some(view! { <Notice kind=NoticeKind::Info title=title><p>{words}</p></Notice> }.into_any())
        }
    }
}

fn title(query: RwSignal<String>, found: Memo<Found>) -> String {
    let count = found.with(|found| u32::try_from(found.matches.len()).unwrap_or(u32::MAX));
    if found.with(|found| found.told == Told::Unknown) {
        t(booking::PLACE_NONE).to_owned()
    } else if found.with(|found| found.matches.first().is_some_and(|one| one.why == Why::NearYou)) {
        t(booking::PLACE_NEAR_TITLE).to_owned()
    } else if query.with(|query| query.trim().is_empty()) {
        tn(booking::PLACE_ALL_TITLE, count)
    } else if count == 0 {
        t(booking::PLACE_NONE).to_owned()
    } else {
        tn(booking::PLACE_FOUND, count)
    }
}

/// Said plainly where nothing is known in the place itself.
fn elsewhere(found: &[Match]) -> Option<AnyView> {
    let first = found.first().filter(|one| one.reach == Reach::Nearby)?;
    let place = first.why.place()?;
    let title = tf(booking::PLACE_NONE_IN, &[("place", &place)]);
    Some(
        view! { <Notice kind=NoticeKind::Info title=title><p>{t(booking::PLACE_ELSEWHERE)}</p></Notice> }
            .into_any(),
    )
}

/// Other places that are called so: one press asks for that one.
fn others(namesakes: &[String], query: RwSignal<String>) -> Option<AnyView> {
    let one = |place: &String| {
        let typed = place.clone();
        let press = move |()| {
            query.set(typed.clone());
            focus::later("results");
        };
        view! { <TextButton label=place.clone() on_press=press /> }
    };
    (!namesakes.is_empty()).then(|| {
        let places = namesakes.iter().map(one).collect_view();
        view! {
            <div class="stack-s"><p>{t(booking::PLACE_OTHERS)}</p><p class="row">{places}</p></div>
        }
        .into_any()
    })
}

/// Shows the rest, and goes to the first of it.
fn more(
    finder: &Finder,
    found: Memo<Found>,
    shown: usize,
    query: RwSignal<String>,
    all: RwSignal<Option<String>>,
) -> Option<AnyView> {
    let rest = found.with(|found| found.matches.len()).saturating_sub(shown);
    let count = u32::try_from(rest).ok().filter(|rest| *rest > 0)?;
    let next = found.with_untracked(|found| found.matches.get(shown).map(|one| one.office));
    let next = next.and_then(|at| finder.offices().get(at)).map(card::heading_id);
    let press = move |()| {
        all.set(Some(query.get_untracked()));
        if let Some(next) = &next {
            focus::later(next);
        }
    };
    let label = tn(booking::PLACE_MORE, count);
    Some(view! { <p><Button label=label kind=ButtonKind::Second on_press=press /></p> }.into_any())
}

fn nothing(finder: &Finder, query: RwSignal<String>) -> AnyView {
    let place = query
        .with_untracked(|query| finder.recognise(query))
        .as_ref()
        .and_then(Why::place);
    let title = place.map_or_else(
        || t(booking::PLACE_NONE).to_owned(),
        |place| tf(booking::PLACE_NONE_IN, &[("place", &place)]),
    );
    let press = move |()| {
        query.set(String::new());
        focus::later("search");
    };
    view! {
        <Empty title=title>
            <p>{t(booking::PLACE_NONE_TEXT)}</p>
            <p><Button label=t(booking::PLACE_SHOW_ALL) kind=ButtonKind::Second on_press=press /></p>
        </Empty>
    }
    .into_any()
}

/// Says how many were found, once typing has paused.
fn say_count(query: RwSignal<String>, found: Memo<Found>) {
    Effect::watch(
        move || query.get(),
        move |typed, _, _| {
            let typed = typed.clone();
            spawn_local(async move {
                timer::sleep(PAUSE_MS).await;
                let still = query.try_get_untracked().is_some_and(|now| now == typed);
                if still && !typed.trim().is_empty() {
                    announce::polite(&untrack(|| title(query, found)));
                }
            });
        },
        false,
    );
}
