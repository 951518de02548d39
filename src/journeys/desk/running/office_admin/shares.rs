//! What is kept for people who book by phone or at the desk.

use super::input::{Kind, field};
use super::rows::Kept;
use super::state::Plan;
use crate::browser::intl;
use crate::components::TextButton;
use crate::i18n::{keys::office as k, t, tf};
use eid_domain::office::OfficeKind;
use leptos::prelude::*;

/// All of it.
pub(super) fn view(plan: Plan) -> AnyView {
    let shares = plan.shares;
    let add = move |()| {
        let from = plan.record.with_untracked(|record| record.today);
        let from = from.tomorrow().unwrap_or(from);
        shares.update(|all| all.push(Kept::empty(from)));
    };
    view! {
        <p class="muted">{usual(plan)}</p>
        <For each=move || shares.get() key=|share| share.id.clone() let:share>{one(plan, share)}</For>
        <p><TextButton label=t(k::ADD_SHARE) on_press=add /></p>
    }
    .into_any()
}

/// What holds on days of which the office says nothing.
fn usual(plan: Plan) -> String {
    let (kind, usual) = plan
        .record
        .with_untracked(|record| (record.kind, record.usual_share));
    // A team that comes keeps none: its people are known.
    if usual.percent == 0 || kind == OfficeKind::Mobile {
        return t(k::SHARES_NONE).to_owned();
    }
    tf(
        k::SHARES_USUAL,
        &[
            ("percent", &usual.percent.to_string()),
            ("from", &intl::short_date(usual.from)),
        ],
    )
}

fn one(plan: Plan, share: Kept) -> impl IntoView {
    let (shares, errors) = (plan.shares, plan.errors);
    let id = share.id.clone();
    let remove = move |()| shares.update(|all| all.retain(|one| one.id != id));
    let id = &share.id;
    view! {
        <div class="office-row">
            {field(format!("{id}-percent"), t(k::PERCENT), Kind::Number, share.percent, errors)}
            {field(format!("{id}-valid_from"), t(k::VALID_FROM), Kind::Date, share.valid.from, errors)}
            {field(format!("{id}-valid_to"), t(k::VALID_TO), Kind::Date, share.valid.to, errors)}
            <TextButton label=t(k::REMOVE) about=t(k::SHARE) on_press=remove />
        </div>
    }
}
