//! Looks by staff at the person's data: when, where, in which part and why. Most dossiers have none, so code and words come
//! with the first.

use crate::api;
use crate::browser::intl;
use crate::components::{Details, Fetched};
use crate::i18n::{Lang, keys::Namespace, keys::looks as k, lang, t, tf, tn};
use crate::journeys::tracking::receipt::live::Page;
use eid_domain::wire::desk::{LookReason, Role};
use eid_domain::wire::looks::Look;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::pin::Pin;

type Draw = fn(&[Look], &str) -> AnyView;

#[wasm_split(receipt_looks, wasm_split_path = ::leptos::wasm_split, fallible)]
fn code() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

async fn load() -> Result<Draw, String> {
    api::part(code(), &[Namespace::Looks]).await
}

/// The list, behind a line that opens; nothing while nobody has looked.
pub(super) fn view(page: &Page) -> AnyView {
    let (looks, hotline) = (page.looks.clone(), page.case.view.hotline.clone());
    let list = move || {
        let looks = looks.get();
        let hotline = hotline.clone();
        (!looks.is_empty()).then(move || {
            let fetch = || Box::pin(load()) as Pin<Box<dyn Future<Output = _>>>;
            view! { <Fetched fetch=fetch show=move |draw: Draw| draw(&looks, &hotline) /> }
        })
    };
    list.into_any()
}

fn draw(looks: &[Look], hotline: &str) -> AnyView {
    let count = u32::try_from(looks.len()).unwrap_or(u32::MAX);
    let lines = looks.iter().map(line).collect_view();
    let strange = tf(k::STRANGE, &[("hotline", hotline)]);
    view! {
        <div class="no-print">
            <Details summary=tn(k::TITLE, count)>
                <p>{t(k::TEXT)}</p>
                <ul class="bullets">{lines}</ul>
                <p class="muted">{strange}</p>
            </Details>
        </div>
    }
    .into_any()
}

fn line(look: &Look) -> AnyView {
    let office = match lang() {
        Lang::Vi => &look.office,
        Lang::En => &look.office_en,
    };
    let at = intl::instant(look.at);
    let key = match (office.is_empty(), look.acted) {
        (true, false) => k::LINE_EVERYWHERE,
        (false, false) => k::LINE,
        (true, true) => k::ACTED_EVERYWHERE,
        (false, true) => k::ACTED,
    };
    let words = tf(key, &[("at", &at), ("role", role(look.role)), ("office", office)]);
    let why = tf(k::WHY, &[("reason", reason(look.reason))]);
    view! { <li>{words}<br />{why}</li> }.into_any()
}

fn role(role: Role) -> &'static str {
    t(match role {
        Role::HelpDesk => k::ROLE_HELP_DESK,
        Role::IntakeOfficer => k::ROLE_INTAKE_OFFICER,
        Role::OfficeManager => k::ROLE_OFFICE_MANAGER,
        Role::Auditor | Role::Administrator => k::ROLE_OTHER,
    })
}

fn reason(reason: LookReason) -> &'static str {
    t(match reason {
        LookReason::AtCounter => k::REASON_AT_COUNTER,
        LookReason::CallBack => k::REASON_CALL_BACK,
        LookReason::Correction => k::REASON_CORRECTION,
        LookReason::HandOver => k::REASON_HAND_OVER,
    })
}
