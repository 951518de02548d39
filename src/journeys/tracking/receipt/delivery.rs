//! How the card comes to its owner: asked for before it travels, told while it does.

use super::live::Page;
use crate::api;
use crate::components::{ButtonKind, Fetched, LinkButton};
use crate::i18n::{keys::after as k, t, tf};
use crate::routes::Route;
use eid_domain::delivery::{Way, may_choose};
use eid_domain::dossier::State;
use eid_domain::wire::delivery::DeliveryView;
use eid_domain::wire::dossiers::{AccessScope, DossierView};
use leptos::prelude::*;

/// Nothing for who only follows, before the dossier is received, and for what the device has kept.
pub(super) fn view(page: &Page, view: &DossierView) -> Option<AnyView> {
    let comes = may_choose(view.state) || view.state == State::WithPost;
    let own = view.scope == AccessScope::Manage && page.kept.peek().is_none();
    if !(comes && own && view.service.has_card()) {
        return None;
    }
    let (reference, key) = (view.reference.clone(), page.case.key.clone());
    let to = format!("{}#{key}", Route::Delivery(reference.clone()).href());
    let fetch = move || {
        let (reference, key) = (reference.clone(), key.clone());
        Box::pin(async move {
            let seen = api::dossiers::delivery(&reference, &key).await;
            seen.map_err(|error| error.words())
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |seen: DeliveryView| told(&seen, &to);
    Some(view! { <div class="stack-s no-print"><Fetched fetch=fetch show=show /></div> }.into_any())
}

fn told(seen: &DeliveryView, to: &str) -> AnyView {
    let words = match (seen.way, &seen.tracking_number) {
        (Way::Office, _) => t(k::DELIVERY_OFFICE).to_owned(),
        (Way::Post, Some(number)) => tf(
            k::DELIVERY_POSTED,
            &[("commune", &seen.commune), ("number", number)],
        ),
        (Way::Post, None) => tf(k::DELIVERY_POST, &[("commune", &seen.commune)]),
    };
    let to = to.to_owned();
    if seen.asks {
        view! {
            <h3>{t(k::DELIVERY_ASK)}</h3>
            <p>{t(k::DELIVERY_ASK_TEXT)}" "{words}</p>
            <p class="row"><LinkButton href=to label=t(k::DELIVERY_CONFIRM) /></p>
        }
        .into_any()
    } else {
        let change = seen.may_choose.then(|| {
            view! { <p class="row"><LinkButton href=to label=t(k::DELIVERY_CHANGE) kind=ButtonKind::Second /></p> }
        });
        view! { <p>{words}</p>{change} }.into_any()
    }
}
