//! Above the slip, as it cannot wait: the place that is kept for the person, or that the office has closed the time of the
//! visit. Few slips have it, so it is loaded by itself.

use super::{live::Page, waiting};
use crate::api::{self, both};
use crate::browser::{announce, focus};
use crate::components::{Drawn, Fetched, Notice, NoticeKind, when_loaded};
use crate::i18n::{keys::tracking as k, t};
use crate::journeys::tracking::offer::{self, Answered, Panel, Whose};
use eid_domain::wire::dossiers::{AccessScope, DossierView};
use eid_domain::wire::waiting::{WaitingMark, WaitingView};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};
use std::pin::Pin;
use std::rc::Rc;

type Draw = fn(&Page, &DossierView) -> AnyView;

#[wasm_split(receipt_offer, wasm_split_path = ::leptos::wasm_split, fallible)]
fn code() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// For the visit of somebody who may change it.
pub(super) fn view(page: &Page, view: &DossierView) -> Option<AnyView> {
    let something = !matches!(view.waiting, WaitingMark::Waiting | WaitingMark::None);
    if view.scope != AccessScope::Manage || !something {
        return None;
    }
    let (page, view) = (page.clone(), view.clone());
    Some(when_loaded(move || {
        let (page, view) = (page.clone(), view.clone());
        Box::pin(async move {
            let draw = api::part(code(), &[]).await?;
            Ok(Rc::new(move || draw(&page, &view)) as Drawn)
        })
    }))
}

fn draw(page: &Page, view: &DossierView) -> AnyView {
    let content = match view.waiting {
        WaitingMark::ToBeMoved => {
            let see = waiting::href(page, view);
            view! {
                <Notice kind=NoticeKind::Warning title=t(k::WAITING_CLOSED)>
                    <p>{t(k::WAITING_CLOSED_TEXT)}" "<a href=see>{t(k::WAITING_SEE)}</a></p>
                </Notice>
            }
            .into_any()
        }
        _ => kept(page, view),
    };
    view! { <div class="no-print">{content}</div> }.into_any()
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
    let fetch = move || Box::pin(ask(reference.clone(), key.clone())) as Pin<Box<dyn Future<Output = _>>>;
    let show = move |(panel, view): (Panel, WaitingView)| panel(whose.clone(), &view, answer);
    view! { <Fetched fetch=fetch show=show /> }.into_any()
}

async fn ask(reference: String, key: String) -> Result<(Panel, WaitingView), String> {
    let (panel, view) = both(offer::load(), api::waiting::get(&reference, &key)).await;
    Ok((panel?, view.map_err(|error| error.words())?))
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
            page.show(view);
            focus::later("slip-title");
        }
    });
}
