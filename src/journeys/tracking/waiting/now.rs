//! How things stand: the visit that is booked, and what is waited for.

use crate::browser::intl;
use crate::components::{Details, Notice, NoticeKind};
use crate::i18n::{keys::waiting as k, t, tf};
use crate::journeys::tracking::place;
use eid_domain::waiting::Kind;
use eid_domain::wire::waiting::WaitingView;
use leptos::prelude::*;

/// The visit that stands until another is taken.
pub(super) fn visit(view: &WaitingView) -> Option<AnyView> {
    let visit = view.visit?;
    let office = view
        .place(&view.office_id)
        .map(|office| view! { <span class="muted">{place::name(office).to_owned()}</span> });
    Some(
        view! {
            <p class="waiting-visit"><b>{t(k::VISIT_NOW)}</b>" "{intl::date_time(visit)}<br />{office}</p>
        }
        .into_any(),
    )
}

/// Why the office looks for another time; only where it has closed the present one.
pub(super) fn reason(view: &WaitingView) -> Option<AnyView> {
    let waiting = view
        .waiting
        .as_ref()
        .filter(|waiting| waiting.kind == Kind::Closure)?;
    let when = view.visit.map(intl::date_time).unwrap_or_default();
    let reason = waiting
        .reason
        .clone()
        .map(|reason| view! { <p>{tf(k::CLOSED_REASON, &[("reason", &reason)])}</p> });
    Some(
        view! {
            <Notice kind=NoticeKind::Warning title=tf(k::CLOSED, &[("when", &when)])>{reason}</Notice>
        }
        .into_any(),
    )
}

/// The link of a message whose place is not kept any more.
pub(super) fn nothing_kept(view: &WaitingView) -> AnyView {
    let kept = view
        .visit
        .map(|visit| view! { <p>{tf(k::KEPT, &[("when", &intl::date_time(visit))])}</p> });
    view! {
        <Notice kind=NoticeKind::Warning title=t(k::GONE)>{kept}</Notice>
    }
    .into_any()
}

/// Nothing is booked any more.
pub(super) fn no_visit() -> AnyView {
    view! { <Notice kind=NoticeKind::Warning title=t(k::NO_VISIT)><p>{t(k::NO_VISIT_TEXT)}</p></Notice> }
        .into_any()
}

/// How it works, in a few lines.
pub(super) fn rules() -> AnyView {
    view! {
        <Details summary=t(k::RULES)>
            <ul class="bullets">
                <li>{t(k::RULE_KEPT)}</li>
                <li>{t(k::RULE_ORDER)}</li>
                <li>{t(k::RULE_TIME)}</li>
                <li>{t(k::RULE_NIGHT)}</li>
                <li>{t(k::RULE_SILENT)}</li>
                <li>{t(k::RULE_FREE)}</li>
            </ul>
        </Details>
    }
    .into_any()
}
