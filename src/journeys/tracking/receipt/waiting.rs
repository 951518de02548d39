//! On the slip: that one waits for an earlier place, or the way to it.

use super::live::Page;
use crate::components::{ButtonKind, LinkButton};
use crate::i18n::{keys::tracking as k, t};
use crate::routes::Route;
use eid_domain::wire::dossiers::DossierView;
use eid_domain::wire::waiting::WaitingMark;
use leptos::prelude::*;

/// Among the changes: that one waits, or the way to it.
pub(super) fn way(page: &Page, view: &DossierView) -> Option<AnyView> {
    let visit = view.visit.as_ref()?;
    let tomorrow = page.today.peek().tomorrow().ok()?;
    let label = match view.waiting {
        WaitingMark::Waiting => k::WAITING_STATE,
        WaitingMark::None if visit.starts_at.date() > tomorrow => k::WAITING_JOIN,
        _ => return None,
    };
    Some(view! { <LinkButton href=href(page, view) label=t(label) kind=ButtonKind::Second /> }.into_any())
}

/// The page of waiting.
pub(super) fn href(page: &Page, view: &DossierView) -> String {
    format!(
        "{}#{}",
        Route::Waiting(view.reference.clone()).href(),
        page.case.key
    )
}
