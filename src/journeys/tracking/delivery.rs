//! `/lich-hen/{reference}/nhan-the#{key}`: collect the card or have it brought, and the number to be reached at.

mod address;
mod fields;
mod form;

use super::keyed::{self, Keyed};
use crate::api;
use crate::components::{LinkButton, Notice, NoticeKind, SummaryList, SummaryRow};
use crate::i18n::{keys::delivery as k, t, tf};
use crate::routes::{Draw, Route};
use eid_domain::delivery::{ReturnReason, Way};
use eid_domain::wire::delivery::DeliveryView;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(delivery_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(route: &Route) -> AnyView {
    let Route::Delivery(reference) = route else {
        return ().into_any();
    };
    let ask = |case: Keyed| async move { api::dossiers::delivery(&case.reference, &case.key).await };
    keyed::page(reference, k::TITLE, ask, page)
}

fn page(case: Keyed, view: DeliveryView) -> AnyView {
    let may = view.may_choose;
    let seen = RwSignal::new(view);
    let done = RwSignal::new(false);
    let body = move || {
        if done.get() {
            chosen(&case, &seen.get())
        } else if may {
            form::view(&case, &seen.get_untracked(), seen, done)
        } else {
            closed(&case, &seen.get_untracked())
        }
    };
    view! { <div class="stack" id="chosen" tabindex="-1">{body}</div> }.into_any()
}

fn chosen(case: &Keyed, view: &DeliveryView) -> AnyView {
    view! {
        <Notice kind=NoticeKind::Ok title=t(k::DONE) announced=true><p>{t(k::DONE_TEXT)}</p></Notice>
        <SummaryList rows=rows(view) />
        <p class="row"><LinkButton href=case.receipt() label=t(k::TO_RECEIPT) /></p>
    }
    .into_any()
}

fn closed(case: &Keyed, view: &DeliveryView) -> AnyView {
    let notice = if view.tracking_number.is_some() {
        view! { <Notice title=t(k::CLOSED_POST) /> }.into_any()
    } else {
        view! { <Notice title=t(k::CLOSED)><p>{t(k::CLOSED_TEXT)}</p></Notice> }.into_any()
    };
    view! {
        {notice}
        {view.confirmed_at.is_some().then(|| view! { <SummaryList rows=rows(view) /> })}
        <p class="row"><LinkButton href=case.receipt() label=t(k::TO_RECEIPT) /></p>
    }
    .into_any()
}

fn rows(view: &DeliveryView) -> Vec<SummaryRow> {
    let way = t(match view.way {
        Way::Office => k::WAY_OFFICE,
        Way::Post => k::WAY_POST,
    });
    let mut rows = vec![SummaryRow::new(t(k::WAY), way)];
    if view.way == Way::Post {
        let whole = format!("{}, {}", view.line, view.commune);
        rows.push(SummaryRow::new(t(k::ADDRESS), whole.trim_start_matches(", ")));
    }
    if let Some(number) = &view.tracking_number {
        rows.push(SummaryRow::new(t(k::NUMBER), number.clone()));
    }
    rows.push(SummaryRow::new(t(k::PHONE), ends(&view.phone_ends)));
    if !view.contact_ends.is_empty() {
        rows.push(SummaryRow::new(t(k::CONTACT), ends(&view.contact_ends)));
    }
    rows
}

fn ends(digits: &str) -> String {
    tf(k::ENDS, &[("ends", digits)])
}

/// Why the post brought it back.
fn returned(reason: ReturnReason) -> &'static str {
    t(match reason {
        ReturnReason::NobodyThere => k::RETURNED_NOBODY_THERE,
        ReturnReason::AddressWrong => k::RETURNED_ADDRESS_WRONG,
        ReturnReason::NotTaken => k::RETURNED_NOT_TAKEN,
        ReturnReason::Other => k::RETURNED_OTHER,
    })
}
