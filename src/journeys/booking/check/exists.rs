//! The person has an open dossier: who has proved its phone may move that visit to the place just chosen, in one step.

use super::super::draft::{self, Booking, Person, applicant};
use super::book::Work;
use crate::api;
use crate::browser::{announce, assisted, focus, intl, location, timer};
use crate::components::{Button, ButtonKind, LinkButton, Notice, NoticeKind};
use crate::i18n::{Lang, keys::booking, lang, t, tf, tn};
use crate::routes::Route;
use eid_domain::identity::ContactPhone;
use eid_domain::office::Localised;
use eid_domain::wire::bookings::{ExistingBooking, Reschedule};
use eid_domain::wire::dossiers::DossierView;
use leptos::{prelude::*, task::spawn_local};

/// The notice's id.
pub(super) const ID: &str = "exists";

/// What may be told of it.
#[derive(Clone)]
pub(super) enum Existing {
    /// That there is one, and no more.
    Unknown,
    /// It is the person's own; with the key that opens it.
    Own(Box<DossierView>, String),
}

/// Asks for the dossier that is in the way.
pub(super) async fn look() -> Existing {
    // Staff find it at the desk, under its rules.
    if assisted::is_on() {
        return Existing::Unknown;
    }
    match find(&draft::open().now(), &draft::person().now()).await {
        Some((view, key)) => Existing::Own(Box::new(view), key),
        None => Existing::Unknown,
    }
}

async fn find(now: &Booking, person: &Person) -> Option<(DossierView, String)> {
    let wanted = ExistingBooking {
        applicant: applicant(person, now),
        phone_proof: now.proof(timer::now_ms())?.token.clone(),
    };
    let found = api::bookings::existing(&wanted).await.ok()?;
    let view = api::dossiers::get(&found.reference, &found.key).await.ok()?;
    Some((view, found.key))
}

/// The notice, while there is a dossier in the way.
pub(super) fn notice(work: Work) -> impl IntoView {
    move || {
        work.exists.get().map(|existing| {
            let body = match existing {
                Existing::Unknown => unknown(),
                Existing::Own(view, key) => own(*view, key, work),
            };
            view! {
                <div id=ID tabindex="-1">
                    <Notice kind=NoticeKind::Warning title=t(booking::CHECK_EXISTS_TITLE) announced=true>{body}</Notice>
                </div>
            }
        })
    }
}

fn unknown() -> AnyView {
    let link = (!assisted::is_on()).then(
        || view! { <p><LinkButton href=Route::Track.href() label=t(booking::CHECK_EXISTS_LINK) /></p> },
    );
    view! {
        <p>{t(booking::CHECK_EXISTS_TEXT)}</p>
        {link}
        <p>{t(booking::CHECK_EXISTS_OTHER)}</p>
    }
    .into_any()
}

fn own(view: DossierView, key: String, work: Work) -> AnyView {
    let visit = view.visit.as_ref().map(|visit| intl::date_time(visit.starts_at));
    let place = view.visit.as_ref().and_then(|visit| visit.place.as_deref());
    let reference = ("reference", view.reference.as_str());
    let text = match (&visit, place) {
        (Some(time), Some(place)) => tf(
            booking::EXISTS_VISIT_AT,
            &[("time", time), ("office", said(&place.name)), reference],
        ),
        (Some(time), None) => tf(booking::EXISTS_VISIT, &[("time", time), reference]),
        (None, _) => tf(booking::EXISTS_NO_VISIT, &[reference]),
    };
    let left = visit
        .filter(|_| view.changes.may_reschedule)
        .map(|_| tn(booking::EXISTS_LEFT, view.changes.remaining.into()));
    let receipt = format!("{}#{key}", Route::Receipt(view.reference.clone()).href());
    let action = left.is_some().then(|| move_it(&view, &key, work));
    let rules = left.map(|left| view! { <p>{left}</p> });
    view! {
        <p>{text}</p>
        {rules}
        {action}
        <p><a href=receipt>{t(booking::CHECK_EXISTS_LINK)}</a></p>
    }
    .into_any()
}

/// A name in the language shown.
fn said(name: &Localised) -> &str {
    match lang() {
        Lang::Vi => &name.vi,
        Lang::En => &name.en,
    }
}

/// To the place that is kept, where it is one for the same; else to the page with all days and times.
fn move_it(view: &DossierView, key: &str, work: Work) -> AnyView {
    let now = draft::open().now();
    let there = view
        .visit
        .as_ref()
        .map(|visit| (visit.starts_at, visit.office_id.as_str()));
    let contact = ContactPhone::parse(&now.contact_phone).ok();
    let kept = now.held.filter(|held| {
        let elsewhere = there != Some((held.starts_at, held.office.as_str()));
        elsewhere && held.is_for(view.service) && !work.over.get_untracked()
    });
    let Some(held) = kept else {
        let to = format!("{}#{key}", Route::Reschedule(view.reference.clone()).href());
        let not_kept = contact.map(|_| view! { <p>{t(booking::EXISTS_CONTACT_NOT)}</p> });
        return view! {
            {not_kept}
            <p><LinkButton href=to label=t(booking::EXISTS_MOVE) kind=ButtonKind::Second /></p>
        }
        .into_any();
    };
    let office = now.place.map(|office| office.name()).unwrap_or_default();
    let new = tf(
        booking::EXISTS_NEW,
        &[("time", &held.when()), ("office", &office)],
    );
    let along = contact.map(|phone| {
        let words = tf(booking::EXISTS_CONTACT, &[("digits", phone.last_digits())]);
        view! { <p>{words}</p> }
    });
    let (reference, key, hold_id) = (view.reference.clone(), key.to_owned(), held.id);
    let contact_phone = now.contact_phone;
    let press = move |()| {
        let to = Reschedule {
            hold_id: hold_id.clone(),
            contact_phone: contact_phone.clone(),
        };
        reschedule(reference.clone(), key.clone(), to, work);
    };
    view! {
        <p>{new}</p>
        {along}
        <p><Button label=t(booking::EXISTS_MOVE_HERE) busy=work.busy on_press=press /></p>
    }
    .into_any()
}

fn reschedule(reference: String, key: String, to: Reschedule, work: Work) {
    work.busy.set(true);
    spawn_local(async move {
        let answer = api::bookings::reschedule(&reference, &key, &to).await;
        work.busy.set(false);
        match answer {
            Ok(_) => {
                draft::open().clear();
                draft::person().clear();
                announce::polite(t(booking::EXISTS_MOVED));
                let receipt = Route::Receipt(reference).href();
                location::replace(&format!("{receipt}#{key}"));
            }
            Err(error) => {
                work.errors.show_one(error.words());
                focus::later("error-summary");
            }
        }
    });
}
