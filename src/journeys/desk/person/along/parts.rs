//! The one part that was asked for.

use crate::browser::intl;
use crate::components::{SummaryList, SummaryRow};
use crate::i18n::{Key, Lang, keys::along as k, lang, t, tf};
use crate::journeys::desk::words;
use eid_domain::wire::helper::{
    HelperAccess, HelperAccount, HelperBlock as Block, HelperDossier, HelperSignIn, HelperView, SignInWay,
};
use leptos::prelude::*;

/// What came.
pub(super) fn view(seen: &HelperView) -> AnyView {
    match (&seen.account, &seen.access, &seen.dossier) {
        (Some(part), _, _) => account(part),
        (_, Some(part), _) => access(part),
        (_, _, Some(part)) => dossier(part),
        _ => view! { <p>{t(k::NO_DOSSIER)}</p> }.into_any(),
    }
}

fn account(part: &HelperAccount) -> AnyView {
    let card = part
        .card_expires_on
        .map_or_else(|| t(k::CARD_NONE).to_owned(), intl::short_date);
    let rows = vec![
        SummaryRow::new(t(k::STATE), words::account(part.state)),
        SummaryRow::new(t(k::LEVEL), part.level.to_string()),
        SummaryRow::new(t(k::PHONE), tf(k::PHONE_ENDS, &[("ends", &part.phone_ends)])),
        SummaryRow::new(t(k::CARD), card),
    ];
    let none = part
        .blocks
        .is_empty()
        .then(|| view! { <p>{t(k::BLOCKS_NONE)}</p> });
    let blocks = part
        .blocks
        .iter()
        .map(|one| view! { <li>{t(block(*one))}</li> })
        .collect_view();
    view! {
        <SummaryList rows=rows />
        <h3>{t(k::BLOCKS)}</h3>
        {none}
        <ul class="bullets">{blocks}</ul>
    }
    .into_any()
}

fn access(part: &HelperAccess) -> AnyView {
    let since = part
        .device_since
        .map_or_else(|| t(k::DEVICE_NONE).to_owned(), intl::instant);
    let rows = vec![
        SummaryRow::new(t(k::SESSIONS), part.sessions.to_string()),
        SummaryRow::new(t(k::PASSKEYS), part.passkeys.to_string()),
        SummaryRow::new(t(k::DEVICE_SINCE), since),
    ];
    let tries = part.sign_ins.iter().map(sign_in).collect_view();
    view! {
        <SummaryList rows=rows />
        <h3>{t(k::SIGN_INS)}</h3>
        <ul class="bullets">{tries}</ul>
    }
    .into_any()
}

fn sign_in(one: &HelperSignIn) -> AnyView {
    let way = match one.way {
        SignInWay::Password => k::WAY_PASSWORD,
        SignInWay::Passkey => k::WAY_PASSKEY,
        SignInWay::Refused => k::WAY_REFUSED,
    };
    view! { <li>{intl::instant(one.at)}": "{t(way)}</li> }.into_any()
}

fn dossier(part: &HelperDossier) -> AnyView {
    let office = match lang() {
        Lang::Vi => &part.office,
        Lang::En => &part.office_en,
    };
    let rows = vec![
        SummaryRow::new(t(k::SERVICE), words::service(part.service)),
        SummaryRow::new(t(k::STATE), words::state(part.state)),
        SummaryRow::new(t(k::OFFICE), office.clone()),
        SummaryRow::new(
            t(k::VISIT),
            part.visit_at.map(intl::date_time).unwrap_or_default(),
        ),
    ];
    view! { <SummaryList rows=rows /> }.into_any()
}

const fn block(block: Block) -> Key {
    match block {
        Block::CardExpired => k::BLOCK_CARD_EXPIRED,
        Block::CardSoon => k::BLOCK_CARD_SOON,
        Block::PasscodeLocked => k::BLOCK_PASSCODE_LOCKED,
        Block::AnswersLocked => k::BLOCK_ANSWERS_LOCKED,
        Block::PasswordLocked => k::BLOCK_PASSWORD_LOCKED,
        Block::CodesUsedUp => k::BLOCK_CODES_USED_UP,
        Block::NoPasskey => k::BLOCK_NO_PASSKEY,
    }
}
