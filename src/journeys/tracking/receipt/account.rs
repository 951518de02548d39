//! The level-2 account that was asked for with the dossier, and its seven days (Decree 69/2024/NĐ-CP, art. 14).

use super::{due, live::Page};
use crate::browser::intl;
use crate::components::{LinkButton, Tag, TagKind};
use crate::i18n::{keys::after as k, t, tf, tn};
use crate::routes::Route;
use eid_domain::account::State;
use eid_domain::calendar::days_between;
use eid_domain::wire::dossiers::{AccountProgress, DossierView};
use jiff::civil::Date;
use leptos::prelude::*;

/// Where the account stands; nothing while none was asked for at the counter.
pub(super) fn view(page: &Page, view: &DossierView) -> Option<AnyView> {
    let progress = view.account.clone()?;
    let words = match progress.state {
        State::None | State::L1Active => return None,
        State::L2Requested => t(k::ACCOUNT_REQUESTED).to_owned(),
        State::L2Review => t(k::ACCOUNT_REVIEW).to_owned(),
        State::L2Refused => t(k::ACCOUNT_REFUSED).to_owned(),
        State::L2Approved => match progress.activate_by {
            Some(by) => tf(k::ACCOUNT_APPROVED, &[("date", &intl::long_date(by))]),
            None => t(k::ACCOUNT_APPROVED_NO_DATE).to_owned(),
        },
        State::L2Overdue => tf(k::ACCOUNT_OVERDUE, &[("hotline", &view.hotline)]),
        State::L2Active => t(k::ACCOUNT_ACTIVE).to_owned(),
        State::DeviceReset => t(k::ACCOUNT_DEVICE_RESET).to_owned(),
        State::Locked => t(k::ACCOUNT_LOCKED).to_owned(),
    };
    let way = match progress.state {
        State::L2Approved | State::L2Overdue => Some((Route::Activate, k::ACCOUNT_ACTIVATE)),
        State::L2Active | State::Locked | State::DeviceReset => Some((Route::SignIn, k::ACCOUNT_SIGN_IN)),
        _ => None,
    };
    let way =
        way.map(|(to, label)| view! { <p class="row"><LinkButton href=to.href() label=t(label) /></p> });
    let class = if progress.state.may_activate() {
        "panel now now-you no-print"
    } else {
        "panel stack-s no-print"
    };
    let left = left(*page.today.peek(), &progress);
    Some(
        view! {
            <section class=class aria-labelledby="account-title">
                <div class="row"><h2 id="account-title">{t(k::ACCOUNT_TITLE)}</h2>{left}</div>
                <p>{words}</p>
                {due::of_account(page, view)}
                {way}
            </section>
        }
        .into_any(),
    )
}

/// "Còn 3 ngày để kích hoạt".
fn left(today: Date, progress: &AccountProgress) -> Option<AnyView> {
    let by = progress
        .activate_by
        .filter(|_| progress.state == State::L2Approved)?;
    let days = u32::try_from(days_between(today, by)).ok()?;
    let (words, kind) = match days {
        0 => (t(k::ACCOUNT_LAST_DAY).to_owned(), TagKind::Warning),
        1 | 2 => (tn(k::ACCOUNT_LEFT, days), TagKind::Warning),
        _ => (tn(k::ACCOUNT_LEFT, days), TagKind::Info),
    };
    Some(view! { <Tag text=words kind=kind /> }.into_any())
}
