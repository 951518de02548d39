//! The holder's data, masked, and the life of the card.

use crate::browser::intl;
use crate::components::{LinkButton, Notice, NoticeKind, SummaryList, SummaryRow};
use crate::i18n::{keys::account as k, t, tf};
use crate::routes::Route;
use eid_domain::calendar::days_after;
use eid_domain::identity::BirthDate;
use eid_domain::wire::account::AccountView;
use jiff::civil::Date;
use leptos::prelude::*;

/// Days before its end from which people are reminded to exchange the card.
const REMIND_DAYS: i32 = 60;

/// The list, and a reminder where the card ends soon.
pub(super) fn view(account: &AccountView, today: Date) -> AnyView {
    let birth = BirthDate::from_iso(&account.birth_date)
        .map_or_else(|_| account.birth_date.clone(), |birth| birth.slashed());
    let card = account
        .card_expires_on
        .map_or_else(|| t(k::DATA_CARD_NONE).to_owned(), intl::short_date);
    let last = account
        .last_sign_in_at
        .map_or_else(|| t(k::DATA_FIRST_TIME).to_owned(), intl::instant);
    let rows = vec![
        SummaryRow::new(t(k::DATA_NAME), account.full_name.clone()),
        SummaryRow::new(t(k::DATA_NUMBER), account.personal_number_masked.clone()),
        SummaryRow::new(t(k::DATA_BIRTH), birth),
        SummaryRow::new(
            t(k::DATA_PHONE),
            tf(k::DATA_PHONE_ENDS, &[("ends", &account.phone_ends)]),
        ),
        SummaryRow::new(t(k::DATA_CARD), card),
        SummaryRow::new(
            t(k::DATA_ACTIVATED),
            account.activated_at.map(intl::instant).unwrap_or_default(),
        ),
        SummaryRow::new(t(k::DATA_LAST), last),
    ];
    let remind_from = days_after(today, REMIND_DAYS);
    let soon = account
        .card_expires_on
        .filter(|end| *end <= remind_from)
        .map(|_| {
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{t(k::DATA_CARD_SOON)}</p>
                    <p><LinkButton href=Route::Needs.href() label=t(k::DATA_BOOK) /></p>
                </Notice>
            }
        });
    view! {
        <section class="stack-s" aria-labelledby="data">
            <h2 id="data">{t(k::DATA_TITLE)}</h2>
            {soon}
            <SummaryList rows=rows />
            <p class="hint">{t(k::DATA_MASKED)}</p>
        </section>
    }
    .into_any()
}
