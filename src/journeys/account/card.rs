//! Whose account it is, its level and its state, at a glance.

use super::words;
use crate::components::{Icon, Tag, icon};
use crate::i18n::{keys::account as k, t, tf};
use eid_domain::wire::account::AccountView;
use leptos::prelude::*;

/// The card at the top of the page. Ours; it looks like no paper of the state.
pub(super) fn view(account: &AccountView) -> AnyView {
    let (state, kind) = words::state(account.state);
    view! {
        <section class="level" aria-labelledby="level">
            <div class="level-mark">{icon(Icon::Shield)}</div>
            <div class="level-about">
                <div>
                    <p class="level-text">{t(k::LEVEL_TEXT)}</p>
                    <h2 id="level">{tf(k::LEVEL, &[("level", &account.level.to_string())])}</h2>
                    <p><bdi>{account.full_name.clone()}</bdi></p>
                </div>
                <Tag text=t(state) kind=kind />
            </div>
        </section>
    }
    .into_any()
}
