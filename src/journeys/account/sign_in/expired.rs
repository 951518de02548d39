//! The password was right, and the account is locked because the card has expired: why, and the way to a new card.

use super::{Stage, Way};
use crate::components::{Heading, LinkButton, Notice, NoticeKind, TextButton};
use crate::i18n::{keys::account as k, t};
use crate::journeys::account::way_out;
use crate::routes::Route;
use eid_domain::rescue::Entry;
use leptos::prelude::*;

/// The page.
pub(super) fn view(way: Way) -> AnyView {
    view! {
        <Heading text=t(k::EXPIRED_TITLE) />
        <Notice kind=NoticeKind::Warning><p>{t(k::EXPIRED_TEXT)}</p></Notice>
        <p>{t(k::EXPIRED_NEXT)}</p>
        <p class="row"><LinkButton href=Route::Needs.href() label=t(k::DATA_BOOK) /></p>
        <p>{t(k::EXPIRED_DONE)}</p>
        {way_out::link(Entry::CardExpired, k::WAY_OUT_LOCKED)}
        <p><TextButton label=t(k::DEVICE_START_OVER) on_press=move |()| way.go(Stage::Begin) /></p>
    }
    .into_any()
}
