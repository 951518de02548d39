//! `/desk/da-dat/…`: staff have booked for somebody; what to tell the person, and what next.

use crate::api;
use crate::browser::{assisted, intl};
use crate::components::{Back, Button, ButtonKind, Fetched, Heading, LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::desk as k, t, tf};
use crate::journeys::desk::shell::{frame, role, session};
use crate::routes::{DeskPage, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::reference::Reference;
use eid_domain::wire::desk::{DeskDossier, StaffView};
use leptos::prelude::*;

/// The page of one reference, or of a family's with commas between.
pub(in crate::journeys::desk) fn draw(references: String) -> AnyView {
    frame::signed(DeskPage::Helped(references), page)
}

fn page(staff: &StaffView, here: &DeskPage) -> AnyView {
    let DeskPage::Helped(references) = here else {
        return ().into_any();
    };
    let references = references.split(',').filter_map(|one| Reference::parse(one).ok());
    let booked: Vec<_> = references.map(|one| one_of(one.as_str().to_owned())).collect();
    if booked.is_empty() {
        return view! {
            <Back href=Route::Desk(DeskPage::Day).href() />
            <Heading text=t(k::NO_MATCH) />
            <p>{t(k::NO_MATCH_TEXT)}</p>
        }
        .into_any();
    }
    let again = role::helps(staff.role).then(|| begin(ButtonKind::Main, t(k::HELPED_NEXT)));
    view! {
        <Back href=Route::Desk(DeskPage::Day).href() />
        <Heading text=t(k::HELPED_TITLE) />
        <Notice kind=NoticeKind::Ok><p>{t(k::HELPED_TEXT)}</p></Notice>
        {booked}
        <p class="row">{again}<LinkButton href=Route::Desk(DeskPage::Day).href() label=t(k::NAV_DAY) kind=ButtonKind::Second /></p>
    }
    .into_any()
}

/// The way to book for somebody who phones or stands here.
pub(in crate::journeys::desk) fn begin(kind: ButtonKind, label: &'static str) -> AnyView {
    let press = |()| {
        assisted::begin();
        Route::Needs.go();
    };
    view! { <Button label=label kind=kind on_press=press /> }.into_any()
}

fn one_of(reference: String) -> impl IntoView {
    let wanted = reference.clone();
    let fetch = move || -> std::pin::Pin<Box<dyn Future<Output = Result<Option<DeskDossier>, String>>>> {
        let wanted = wanted.clone();
        Box::pin(async move {
            match session::call(api::desk::dossier(&wanted)).await {
                Ok(dossier) => Ok(Some(dossier)),
                Err(error) if error.is(ProblemCode::NoMatch) => Ok(None),
                Err(error) => Err(error.words()),
            }
        })
    };
    view! {
        <section class="panel stack-s">
            <p><span class="reference">{reference}</span></p>
            <Fetched fetch=fetch show=facts />
        </section>
    }
}

/// Whose it is and when; of another office's dossier staff see nothing but the reference they have just been given.
fn facts(dossier: Option<DeskDossier>) -> AnyView {
    let Some(dossier) = dossier else {
        return view! { <p class="hint">{t(k::HELPED_ELSEWHERE)}</p> }.into_any();
    };
    let when = dossier.visit_at.map(intl::date_time).unwrap_or_default();
    let href = Route::Desk(DeskPage::Dossier(dossier.reference)).href();
    view! {
        <p>{tf(k::HELPED_VISIT, &[("name", &dossier.person.full_name), ("time", &when)])}</p>
        <p><LinkButton href=href label=t(k::HELPED_OPEN) kind=ButtonKind::Second /></p>
    }
    .into_any()
}
