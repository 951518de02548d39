//! What is kept for people who book by phone or at the desk.

use super::input::{Kind, field};
use super::rows::Kept;
use super::state::Plan;
use crate::components::TextButton;
use crate::i18n::{keys::office as k, t};
use leptos::prelude::*;

/// All of it.
pub(super) fn view(plan: Plan) -> AnyView {
    let shares = plan.shares;
    let add = move |()| {
        let from = plan.record.with_untracked(|record| record.today);
        let from = from.tomorrow().unwrap_or(from);
        shares.update(|all| all.push(Kept::empty(from)));
    };
    let none = move || {
        shares
            .with(Vec::is_empty)
            .then(|| view! { <p class="muted">{t(k::SHARES_NONE)}</p> })
    };
    view! {
        {none}
        <For each=move || shares.get() key=|share| share.id.clone() let:share>{one(plan, share)}</For>
        <p><TextButton label=t(k::ADD_SHARE) on_press=add /></p>
    }
    .into_any()
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
