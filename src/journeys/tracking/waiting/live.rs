//! The page as it stands: an offer, a wish, or the form for one. Looks again from time to time while somebody looks.

use super::{Known, join, now, waits};
use crate::api::{self, ApiError};
use crate::browser::{announce, focus, intl, timer};
use crate::components::{Drawn, LinkButton, Notice, NoticeKind, when_loaded};
use crate::i18n::{keys::waiting as k, t, tf};
use crate::journeys::tracking::offer::{self, Answered, Whose};
use crate::routes::Route;
use eid_domain::wire::waiting::{NewWish, WaitingView};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

/// Seconds between two looks.
const LOOK_S: u32 = 5;

/// What was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    Taken,
    TakenForAll,
    Declined,
    Gone,
    Joined,
    Left,
}

/// The parts of the page share this.
#[derive(Clone)]
pub(super) struct Page {
    /// What does not change while the page is open.
    pub(super) known: StoredValue<Known>,
    /// As last seen.
    pub(super) seen: RwSignal<WaitingView>,
    said: RwSignal<Said>,
}

impl Page {
    /// Joins the queue; `None` where the page is gone.
    pub(super) async fn join(&self, wanted: &NewWish) -> Option<Result<(), ApiError>> {
        let (reference, key) = self
            .known
            .try_with_value(|known| (known.reference.clone(), known.key.clone()))?;
        let answer = api::waiting::join(&reference, &key, wanted).await;
        Some(answer.map(|view| self.show(view, Said::Joined)))
    }

    /// The person has left it.
    pub(super) fn left(&self, view: WaitingView) {
        self.show(view, Said::Left);
    }

    fn show(&self, view: WaitingView, said: Said) {
        let _ = self.said.try_set(said);
        let _ = self.seen.try_set(view);
        focus::later("said");
    }

    fn answered(&self, answer: Answered) {
        match answer {
            Answered::Taken(view) => {
                let together = |seen: &WaitingView| !seen.family.is_empty();
                let together = self.seen.try_with_untracked(together).unwrap_or(false);
                self.show(view, if together { Said::TakenForAll } else { Said::Taken });
            }
            Answered::Declined(view) => self.show(view, Said::Declined),
            Answered::Gone => {
                let view = self.seen.try_get_untracked();
                if let Some(view) = view {
                    self.show(WaitingView { offer: None, ..view }, Said::Gone);
                }
                self.look();
            }
        }
    }

    /// Looks again, quietly; what is the same is not drawn anew.
    fn look(&self) {
        let page = self.clone();
        let Some((reference, key)) = page
            .known
            .try_with_value(|known| (known.reference.clone(), known.key.clone()))
        else {
            return;
        };
        spawn_local(async move {
            let Ok(view) = api::waiting::get(&reference, &key).await else {
                return;
            };
            let Some(before) = page.seen.try_get_untracked() else {
                return;
            };
            if same(&before, &view) {
                return;
            }
            if view.offer.is_some() && before.offer.is_none() {
                announce::polite(t(k::OFFERED_NOW));
                let _ = page.said.try_set(Said::Nothing);
            }
            let _ = page.seen.try_set(view);
        });
    }
}

/// The seconds left count down by themselves.
fn same(a: &WaitingView, b: &WaitingView) -> bool {
    let id = |view: &WaitingView| view.offer.as_ref().map(|offer| offer.id.clone());
    id(a) == id(b) && a.visit == b.visit && a.waiting == b.waiting && a.family == b.family
}

/// Everything below the heading.
pub(super) fn view(known: Known) -> AnyView {
    let page = Page {
        seen: RwSignal::new(known.view.clone()),
        known: StoredValue::new(known),
        said: RwSignal::new(Said::Nothing),
    };
    let looking = page.clone();
    timer::every_while_seen(LOOK_S, move || looking.look());
    let (above, below) = (page.clone(), page);
    view! {
        <div id="said" tabindex="-1">{move || said(&above)}</div>
        {move || below.seen.with(|view| content(&below, view))}
    }
    .into_any()
}

fn said(page: &Page) -> Option<AnyView> {
    let when = page
        .seen
        .with_untracked(|view| view.visit.map(intl::date_time).unwrap_or_default());
    let (kind, title, text) = match page.said.get() {
        Said::Nothing => return None,
        Said::Taken => (NoticeKind::Ok, t(k::TAKEN), tf(k::TAKEN_TEXT, &[("when", &when)])),
        Said::TakenForAll => (
            NoticeKind::Ok,
            t(k::TAKEN_FAMILY),
            tf(k::TAKEN_FAMILY_TEXT, &[("when", &when)]),
        ),
        Said::Declined => (NoticeKind::Ok, t(k::DECLINED), tf(k::KEPT, &[("when", &when)])),
        Said::Gone => (NoticeKind::Warning, t(k::GONE), tf(k::KEPT, &[("when", &when)])),
        Said::Joined => (NoticeKind::Ok, t(k::JOINED), t(k::JOINED_TEXT).to_owned()),
        Said::Left => (NoticeKind::Ok, t(k::LEFT), tf(k::KEPT, &[("when", &when)])),
    };
    Some(view! { <Notice kind=kind title=title announced=true><p>{text}</p></Notice> }.into_any())
}

fn content(page: &Page, view: &WaitingView) -> AnyView {
    let whose = page.known.with_value(|known| Whose {
        reference: known.reference.clone(),
        key: known.key.clone(),
    });
    if view.offer.is_some() {
        return view! { {now::reason(view)}{offered(page, whose, view)} }.into_any();
    }
    let slip = format!("{}#{}", Route::Receipt(whose.reference).href(), whose.key);
    if !view.may_change {
        let nothing = (page.said.get_untracked() == Said::Nothing).then(|| now::nothing_kept(view));
        let together = (!view.family.is_empty()).then(|| waits::view(page, view));
        return view! { {nothing}{now::visit(view)}{together} }.into_any();
    }
    let to_slip = view! { <p class="row"><LinkButton href=slip label=t(k::TO_SLIP) kind=crate::components::ButtonKind::Second /></p> };
    match (&view.waiting, view.visit) {
        (_, None) => view! { {now::no_visit()}{to_slip} }.into_any(),
        (Some(_), _) => view! { {now::visit(view)}{waits::view(page, view)}{to_slip} }.into_any(),
        (None, Some(visit)) => view! { {now::visit(view)}{join::view(page, view, visit)} }.into_any(),
    }
}

fn offered(page: &Page, whose: Whose, view: &WaitingView) -> AnyView {
    let answer = {
        let page = page.clone();
        Callback::new(move |answer| page.answered(answer))
    };
    let view = view.clone();
    when_loaded(move || {
        let (whose, view) = (whose.clone(), view.clone());
        Box::pin(async move {
            let panel = offer::load().await?;
            Ok(Rc::new(move || panel(whose.clone(), &view, answer)) as Drawn)
        })
    })
}
