//! The estimated fee.

use super::law;
use crate::browser::intl;
use crate::i18n::{Key, keys::due, t, tf};
use eid_domain::fee::{FeeEstimate, FreeReason};
use jiff::civil::Date;
use leptos::prelude::*;

/// "35.000 ₫", "Không mất lệ phí", or that it is not known.
fn short(fee: &FeeEstimate) -> String {
    match fee.amount_vnd {
        Some(0) => t(due::RESULT_FEE_FREE).to_owned(),
        Some(amount) => intl::money(amount),
        None => t(due::RESULT_FEE_UNKNOWN).to_owned(),
    }
}

/// The same with why nothing is to be paid, and by which law.
pub(in super::super) fn because(fee: &FeeEstimate) -> String {
    match fee.free_reason {
        Some(why) => format!(
            "{}: {} ({})",
            short(fee),
            t(free(why)),
            law::words(&fee.legal_basis)
        ),
        None => short(fee),
    }
}

/// The estimate with why, by which law, of which day.
pub(super) fn facts(fee: &FeeEstimate, online: Option<&FeeEstimate>, on: Date) -> AnyView {
    let why = fee.free_reason.map(|why| view! { <p>{t(free(why))}</p> });
    let online = online
        .filter(|online| online.amount_vnd != fee.amount_vnd)
        .map(|online| {
            view! { <p>{tf(due::RESULT_FEE_ONLINE, &[("amount", &short(online))])}</p> }
        });
    let source = tf(
        due::RESULT_FEE_SOURCE,
        &[
            ("law", &law::words(&fee.legal_basis)),
            ("date", &intl::short_date(on)),
        ],
    );
    let doubt = fee
        .provisional
        .then(|| view! { <p class="hint">{t(due::RESULT_FEE_PROVISIONAL)}</p> });
    view! { <p class="visit-big">{short(fee)}</p>{why}{online}<p class="hint">{source}</p>{doubt} }.into_any()
}

const fn free(reason: FreeReason) -> Key {
    match reason {
        FreeReason::FirstIssue => due::FREE_FIRST_ISSUE,
        FreeReason::AgeExchange => due::FREE_AGE_EXCHANGE,
        FreeReason::AdminUnit => due::FREE_ADMIN_UNIT,
        FreeReason::AgencyError => due::FREE_AGENCY_ERROR,
        FreeReason::Child => due::FREE_CHILD,
        FreeReason::Elderly => due::FREE_ELDERLY,
        FreeReason::Disability => due::FREE_DISABILITY,
        FreeReason::Merit => due::FREE_MERIT,
        FreeReason::EthnicMinority => due::FREE_ETHNIC_MINORITY,
        FreeReason::BorderOrIsland => due::FREE_BORDER_OR_ISLAND,
        FreeReason::PoorHousehold => due::FREE_POOR_HOUSEHOLD,
        FreeReason::OnlineWaiver => due::FREE_ONLINE_WAIVER,
    }
}
