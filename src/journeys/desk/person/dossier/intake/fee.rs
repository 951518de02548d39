//! What the person will probably pay. The office's own till decides.

use crate::browser::intl;
use crate::i18n::{keys::desk as k, t, tf};
use crate::journeys::desk::person::dossier::state::Desk;
use eid_domain::calendar::office_date;
use eid_domain::fee::{FeeCase, FeeEstimate, FeeTable, FilingChannel};
use eid_domain::identity::BirthDate;
use eid_domain::wire::config::ClientConfig;
use eid_domain::wire::desk::DeskDossier;
use leptos::prelude::*;

/// The estimate in a line; nothing where only an account is asked for, which is free.
pub(super) fn line(desk: Desk, view: &DeskDossier) -> AnyView {
    let view = view.clone();
    let words = move || {
        let estimate = estimate(&desk.config()?, &view)?;
        Some(view! { <p class="desk-fee"><strong>{t(k::FEE)}</strong>" "{said(&estimate)}</p> })
    };
    words.into_any()
}

fn estimate(config: &ClientConfig, view: &DeskDossier) -> Option<FeeEstimate> {
    let fees = FeeTable::parse(&config.fees).ok()?;
    let on = office_date(config.now);
    let case = FeeCase {
        reason: view.reason?,
        channel: FilingChannel::InPerson,
        on,
        age: BirthDate::from_iso(&view.person.birth_date).ok()?.ages_on(on),
        exemptions: view.person.exemption.as_slice(),
        level_2: false,
        agency_error: false,
    };
    Some(fees.estimate(&case))
}

fn said(estimate: &FeeEstimate) -> String {
    let basis = estimate.legal_basis.act.number();
    match estimate.amount_vnd {
        Some(0) => tf(k::FEE_FREE, &[("basis", basis)]),
        Some(amount) => tf(
            k::FEE_AMOUNT,
            &[("amount", &intl::money(amount)), ("basis", basis)],
        ),
        None => t(k::FEE_UNKNOWN).to_owned(),
    }
}
