//! The lists one is on today, and what each frees from.

use crate::browser::intl;
use crate::components::{SummaryList, SummaryRow};
use crate::i18n::{Key, keys::aid as k, t, tf};
use eid_domain::aid::BenefitKind;
use eid_domain::wire::aid::Entitlement;
use leptos::prelude::*;

/// The section.
pub(super) fn view(all: &[Entitlement]) -> AnyView {
    let none = all
        .is_empty()
        .then(|| view! { <p>{t(k::LISTS_NONE)}</p><p>{t(k::LISTS_NONE_WAY)}</p> });
    let lists = all.iter().map(one).collect_view();
    view! {
        <section class="stack-s" aria-labelledby="lists">
            <h2 id="lists">{t(k::LISTS_TITLE)}</h2>
            {none}
            {lists}
        </section>
    }
    .into_any()
}

fn one(listed: &Entitlement) -> AnyView {
    let from = intl::short_date(listed.valid_from);
    let days = match listed.valid_to {
        Some(to) => tf(k::DAYS, &[("from", &from), ("to", &intl::short_date(to))]),
        None => tf(k::DAYS_OPEN, &[("from", &from)]),
    };
    let fee = if listed.exemption.is_some() {
        k::FEE_FREE
    } else {
        k::FEE_NOT_FREE
    };
    let rows = vec![
        SummaryRow::new(t(k::COMMUNE), listed.commune.clone()),
        SummaryRow::new(t(k::VALID), days),
        SummaryRow::new(t(k::FEE), t(fee).to_owned()),
    ];
    view! { <h3>{t(kind(listed.kind))}</h3><SummaryList rows=rows /> }.into_any()
}

const fn kind(kind: BenefitKind) -> Key {
    match kind {
        BenefitKind::PoorHousehold => k::KIND_POOR_HOUSEHOLD,
        BenefitKind::NearPoorHousehold => k::KIND_NEAR_POOR_HOUSEHOLD,
        BenefitKind::Disability => k::KIND_DISABILITY,
        BenefitKind::Merit => k::KIND_MERIT,
        BenefitKind::EthnicMinority => k::KIND_ETHNIC_MINORITY,
        BenefitKind::BorderOrIsland => k::KIND_BORDER_OR_ISLAND,
        BenefitKind::SocialProtection => k::KIND_SOCIAL_PROTECTION,
        BenefitKind::SocialPension => k::KIND_SOCIAL_PENSION,
    }
}
