//! What is held, by kind: how much, and until when.

use crate::i18n::{Key, keys::own_data as k, t, tn};
use eid_domain::wire::own_data::{Group, Held, OwnDataView};
use leptos::prelude::*;

/// The list.
pub(super) fn view(view: &OwnDataView) -> AnyView {
    let rows = view.held.iter().map(row).collect_view();
    view! {
        <section class="stack-s" aria-labelledby="held">
            <h2 id="held">{t(k::HELD_TITLE)}</h2>
            <dl class="own-held">{rows}</dl>
        </section>
    }
    .into_any()
}

fn row(held: &Held) -> AnyView {
    let (what, kept) = words(held.group);
    let count = if held.records == 0 {
        t(k::HELD_EMPTY).to_owned()
    } else {
        tn(k::HELD_RECORDS, held.records)
    };
    view! {
        <div>
            <dt>{t(what)}</dt>
            <dd>{count}</dd>
            <dd class="muted">{t(kept)}</dd>
        </div>
    }
    .into_any()
}

const fn words(group: Group) -> (Key, Key) {
    match group {
        Group::Account => (k::GROUP_ACCOUNT, k::KEPT_ACCOUNT),
        Group::SignIn => (k::GROUP_SIGN_IN, k::KEPT_SIGN_IN),
        Group::Dossiers => (k::GROUP_DOSSIERS, k::KEPT_DOSSIERS),
        Group::Wishes => (k::GROUP_WISHES, k::KEPT_WISHES),
        Group::Messages => (k::GROUP_MESSAGES, k::KEPT_MESSAGES),
        Group::Wallet => (k::GROUP_WALLET, k::KEPT_WALLET),
        Group::Aid => (k::GROUP_AID, k::KEPT_AID),
        Group::Activity => (k::GROUP_ACTIVITY, k::KEPT_ACTIVITY),
        Group::Family => (k::GROUP_FAMILY, k::KEPT_FAMILY),
    }
}
