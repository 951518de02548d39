//! On the slip: the place that is kept for the person, or that one is being looked for.

use super::live::Page;
use crate::api::{self, ApiError, both};
use crate::browser::{announce, focus};
use crate::components::{Fetched, LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::tracking as k, t};
use crate::journeys::tracking::offer::{self, Answered, Whose};
use crate::routes::Route;
use eid_domain::dossier::State;
use eid_domain::wire::dossiers::{AccessScope, DossierView};
use eid_domain::wire::waiting::WaitingMark;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};
use std::pin::Pin;
use std::sync::Arc;

/// Above the slip, as it cannot wait.
pub(super) fn above(page: &Page, view: &DossierView) -> Option<AnyView> {
    if view.scope != AccessScope::Manage || view.state != State::Booked {
        return None;
    }
    let see = href(page, view);
    match view.waiting {
        WaitingMark::Offered | WaitingMark::MoveOffered => Some(kept(page, view)),
        WaitingMark::ToBeMoved => Some(
            view! {
                <div class="no-print">
                    <Notice kind=NoticeKind::Warning title=t(k::WAITING_CLOSED)>
                        <p>{t(k::WAITING_CLOSED_TEXT)}" "<a href=see>{t(k::WAITING_SEE)}</a></p>
                    </Notice>
                </div>
            }
            .into_any(),
        ),
        WaitingMark::Waiting | WaitingMark::None => None,
    }
}

/// Among the changes: that one waits, or the way to it.
pub(super) fn way(page: &Page, view: &DossierView) -> Option<AnyView> {
    let visit = view.visit.as_ref()?;
    let tomorrow = page.today.get_untracked().tomorrow().ok()?;
    let label = match view.waiting {
        WaitingMark::Waiting => k::WAITING_STATE,
        WaitingMark::None if visit.starts_at.date() > tomorrow => k::WAITING_JOIN,
        _ => return None,
    };
    Some(
        view! { <LinkButton href=href(page, view) label=t(label) kind=crate::components::ButtonKind::Second /> }
            .into_any(),
    )
}

fn href(page: &Page, view: &DossierView) -> String {
    format!(
        "{}#{}",
        Route::Waiting(view.reference.clone()).href(),
        page.case.key
    )
}

fn kept(page: &Page, view: &DossierView) -> AnyView {
    let (reference, key) = (view.reference.clone(), page.case.key.clone());
    let whose = Whose {
        reference: reference.clone(),
        key: key.clone(),
    };
    let answer = {
        let (page, whose) = (page.clone(), whose.clone());
        Callback::new(move |answer: Answered| answered(&page, &whose, &answer))
    };
    let fetch = move || {
        let (reference, key) = (reference.clone(), key.clone());
        let asked =
            async move { load_offer().await.map_err(|_| ApiError::Offline.words())?(reference, key).await };
        Box::pin(asked) as Coming
    };
    let show = move |panel: Panel| panel(whose.clone(), answer);
    view! { <div class="no-print"><Fetched fetch=fetch show=show /></div> }.into_any()
}

/// Draws the offer for its owner.
type Panel = Arc<dyn Fn(Whose, Callback<Answered>) -> AnyView + Send + Sync>;
type Coming = Pin<Box<dyn Future<Output = Result<Panel, String>>>>;

/// Loads the code of an offer, which few receipts show.
#[wasm_split(receipt_offer, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_offer() -> Result<fn(String, String) -> Coming, SplitLoaderError> {
    Ok(|reference, key| Box::pin(ask(reference, key)))
}

async fn ask(reference: String, key: String) -> Result<Panel, String> {
    let (view, offices) = both(api::waiting::get(&reference, &key), api::offices::list()).await;
    let view = view.map_err(|error| error.words())?;
    let offices = offices.map_err(|error| error.words())?;
    Ok(Arc::new(move |whose, answer| {
        offer::panel(whose, &view, &offices, answer)
    }))
}

/// Says what has come of it, and shows the dossier as it is now.
fn answered(page: &Page, whose: &Whose, answer: &Answered) {
    announce::polite(t(match answer {
        Answered::Taken(_) => k::SLIP_MOVED,
        Answered::Declined(_) => k::WAITING_DECLINED,
        Answered::Gone => k::WAITING_GONE,
    }));
    let (page, whose) = (page.clone(), whose.clone());
    spawn_local(async move {
        if let Ok(view) = api::dossiers::get(&whose.reference, &whose.key).await {
            let _ = page.seen.try_set(view);
            focus::later("slip-title");
        }
    });
}
