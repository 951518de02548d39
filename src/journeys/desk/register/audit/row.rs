//! One entry.

use super::{
    state::{number, row_id},
    words,
};
use crate::browser::intl;
use crate::i18n::{keys::audit as k, t};
use crate::journeys::desk::words as desk;
use eid_domain::calendar::office_now;
use eid_domain::wire::audit::{ActorKind, AuditRow};
use leptos::prelude::*;

/// The row; it never changes.
pub(super) fn draw(index: usize, row: AuditRow) -> AnyView {
    let at = office_now(row.at);
    let who = match row.actor {
        ActorKind::Staff => row.actor_name.clone(),
        ActorKind::Citizen => t(k::WHO_CITIZEN).to_owned(),
        ActorKind::System => t(k::WHO_SYSTEM).to_owned(),
        ActorKind::Ministry => t(k::WHO_MINISTRY).to_owned(),
        ActorKind::Venue => t(k::WHO_VENUE).to_owned(),
    };
    let role = row
        .role
        .map(|role| view! { <span class="muted desk-ref">{desk::role(role)}</span> });
    let sequence = row.sequence.map_or_else(|| t(k::UNSEALED).to_owned(), number);
    view! {
        <tr class="desk-row" role="row" id=row_id(index) tabindex="-1">
            <td role="cell" class="audit-at" data-label=t(k::COL_AT)>
                {intl::short_date(at.date())}" "<b>{intl::time(at.time())}</b>
            </td>
            <td role="cell" data-label=t(k::COL_WHO)><bdi>{who}</bdi>{role}</td>
            <th scope="row" role="rowheader" data-label=t(k::COL_ACTION)>{words::action(&row.action)}</th>
            <td role="cell" class="audit-object" data-label=t(k::COL_OBJECT)>{words::object(&row)}</td>
            <td role="cell" data-label=t(k::COL_REASON)>{words::reason(&row)}</td>
            <td role="cell" class="num muted" data-label=t(k::COL_NUMBER)>{sequence}</td>
        </tr>
    }
    .into_any()
}
