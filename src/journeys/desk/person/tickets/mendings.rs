//! Data that must be put right: whose, what, by whom, how far.

use super::{Asked, mending};
use crate::api::fault_words;
use crate::browser::intl;
use crate::components::{Tag, TagKind};
use crate::i18n::{Key, keys::tickets as k, t, tf};
use crate::journeys::desk::words::localised;
use crate::routes::{DeskPage, Route};
use eid_domain::mending::{Origin, Place, Stage};
use eid_domain::wire::tickets::Mending;
use leptos::prelude::*;

/// The list; one form is open at a time.
pub(super) fn view(asked: Asked, open: RwSignal<Option<String>>) -> impl IntoView {
    let none = move || {
        let empty = asked.of(|view| view.mendings.is_empty()) == Some(true);
        empty.then(|| view! { <p class="muted">{t(k::MENDINGS_NONE)}</p> })
    };
    let rows = move || asked.of(|view| view.mendings.clone()).unwrap_or_default();
    view! {
        <section class="stack" aria-labelledby="mendings">
            <h2 id="mendings">{t(k::MENDINGS)}</h2>
            <p>{t(k::MENDINGS_LEAD)}</p>
            {none}
            <For each=rows key=drawn_as let:row>
                {one(asked, row, open)}
            </For>
        </section>
    }
}

/// One that says something else is another row.
fn drawn_as(row: &Mending) -> (String, String) {
    let far = &row.so_far;
    let at = far
        .answered_at
        .or(far.sent_at)
        .map(intl::instant)
        .unwrap_or_default();
    (row.id.clone(), format!("{}{}{at}", far.stage, far.place))
}

fn one(asked: Asked, row: Mending, open: RwSignal<Option<String>>) -> impl IntoView {
    let name = tf(k::ABOUT, &[("reference", &row.reference)]);
    let label = name.clone();
    let dossier = Route::Desk(DeskPage::Dossier(row.reference.clone())).href();
    let (stage, kind) = match row.so_far.stage {
        Stage::Open => (k::STAGE_OPEN, TagKind::Warning),
        Stage::SentOn => (k::STAGE_SENT_ON, TagKind::Info),
        Stage::Answered => (k::STAGE_ANSWERED, TagKind::Ok),
        Stage::Closed => (k::STAGE_CLOSED, TagKind::Ok),
    };
    let origin = t(match row.origin {
        Origin::Person => k::ORIGIN_PERSON,
        Origin::Counter => k::ORIGIN_COUNTER,
        Origin::Ministry => k::ORIGIN_MINISTRY,
    });
    let faults: Vec<String> = row
        .what
        .iter()
        .map(|fault| fault_words(*fault).to_owned())
        .collect();
    let faults = (!faults.is_empty()).then(|| view! { <p><b>{intl::list(&faults)}</b></p> });
    let paper = row
        .paper
        .as_ref()
        .map(|paper| view! { <p>{tf(k::PAPER, &[("paper", &localised(paper))])}</p> });
    let words = said(None, &row.words);
    let sent = said(Some(k::SENT_WORDS), &row.sent_words);
    let answer = said(
        Some(k::THEIR_ANSWER),
        row.so_far.answer.as_deref().unwrap_or_default(),
    );
    let place = tf(k::FOR, &[("place", t(place_words(row.so_far.place)))]);
    let sent_at = row
        .so_far
        .sent_at
        .map(|at| tf(k::SENT_AT, &[("at", &intl::instant(at))]));
    let since = tf(k::SINCE, &[("at", &intl::instant(row.opened_at))]);
    view! {
        <section class="panel stack-s" aria-label=label>
            <p class="row">
                <a href=dossier>{name}</a>
                <Tag text=t(stage) kind=kind />
                <span class="muted">{origin}" · "{since}</span>
            </p>
            {faults}
            {paper}
            {words}
            <p>{place}" "<span class="muted">{sent_at}</span></p>
            {sent}
            {answer}
            {mending::view(asked, row, open)}
        </section>
    }
}

fn said(who: Option<Key>, words: &str) -> Option<AnyView> {
    let words = (!words.is_empty()).then(|| words.to_owned())?;
    let who = who.map(|who| view! { <p class="muted">{t(who)}</p> });
    Some(view! { <blockquote class="said">{who}<p class="written">{words}</p></blockquote> }.into_any())
}

/// Who can put it right.
pub(super) const fn place_words(place: Place) -> Key {
    match place {
        Place::Office => k::PLACE_OFFICE,
        Place::CivilRegistry => k::PLACE_CIVIL_REGISTRY,
        Place::CommunePolice => k::PLACE_COMMUNE_POLICE,
        Place::Ministry => k::PLACE_MINISTRY,
    }
}
