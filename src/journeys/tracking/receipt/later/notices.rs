//! The messages that were sent, without their text, and the way to choose how to be written to.

use crate::browser::intl;
use crate::components::Details;
use crate::i18n::{Key, keys::shared as k, t, tf};
use crate::journeys::tracking::receipt::live::Page;
use crate::routes::Route;
use eid_domain::notice::Kind;
use eid_domain::wire::dossiers::{AccessScope, NoticeSent};
use leptos::prelude::*;

/// Channel of a letter.
const MAIL: &str = "mail";

/// The list, newest first, behind a line that opens.
pub(super) fn view(page: &Page, sent: &[NoticeSent]) -> AnyView {
    let lines = sent
        .iter()
        .map(|notice| {
            let what = Kind::parse(&notice.kind).map_or(k::NOTICE_OTHER, words);
            let line = if notice.channel == MAIL {
                k::NOTICE_LINE_MAIL
            } else {
                k::NOTICE_LINE
            };
            let words = tf(line, &[("at", &intl::instant(notice.at)), ("what", t(what))]);
            view! { <li>{words}</li> }
        })
        .collect_view();
    let none = sent.is_empty().then(|| view! { <p>{t(k::NOTICE_NONE)}</p> });
    let reference = page.case.view.reference.clone();
    let to = format!("{}#{}", Route::NoticeWishes(reference).href(), page.case.key);
    let own = page.case.view.scope == AccessScope::Manage;
    let wishes = own.then(|| view! { <p><a href=to>{t(k::NOTICE_WISHES)}</a></p> });
    view! {
        <div class="no-print">
            <Details summary=t(k::NOTICE_TITLE)>{none}<ul class="bullets">{lines}</ul>{wishes}</Details>
        </div>
    }
    .into_any()
}

/// What a message was about. A new kind does not compile until it has its words.
const fn words(kind: Kind) -> Key {
    match kind {
        Kind::PhoneCode | Kind::PhoneCodeForStaff | Kind::MailCode => k::NOTICE_PHONE_CODE,
        Kind::Booked | Kind::PupilBooked => k::NOTICE_BOOKED,
        Kind::HouseholdBooked => k::NOTICE_HOUSEHOLD_BOOKED,
        Kind::Moved | Kind::HouseholdMoved => k::NOTICE_MOVED,
        Kind::Cancelled | Kind::HouseholdCancelled => k::NOTICE_CANCELLED,
        Kind::Reminder => k::NOTICE_REMINDER,
        Kind::NoShow => k::NOTICE_NO_SHOW,
        Kind::VisitUnfinished => k::NOTICE_VISIT_UNFINISHED,
        Kind::CheckInUndone => k::NOTICE_CHECK_IN_UNDONE,
        Kind::Withdrawn => k::NOTICE_WITHDRAWN,
        Kind::CorrectionSoon => k::NOTICE_CORRECTION_SOON,
        Kind::CorrectionExpired => k::NOTICE_CORRECTION_EXPIRED,
        Kind::Received => k::NOTICE_RECEIVED,
        Kind::Correction => k::NOTICE_CORRECTION,
        Kind::QueueTicket => k::NOTICE_QUEUE_TICKET,
        Kind::Refused => k::NOTICE_REFUSED,
        Kind::CardReady => k::NOTICE_CARD_READY,
        Kind::Uncollected => k::NOTICE_UNCOLLECTED,
        Kind::HandedOver => k::NOTICE_HANDED_OVER,
        Kind::AccountApproved => k::NOTICE_ACCOUNT_APPROVED,
        Kind::AccountRefused => k::NOTICE_ACCOUNT_REFUSED,
        Kind::ActivateSoon => k::NOTICE_ACTIVATE_SOON,
        Kind::Activated => k::NOTICE_ACTIVATED,
        Kind::ExistingBooking => k::NOTICE_EXISTING_BOOKING,
        Kind::EarlierPlace => k::NOTICE_EARLIER_PLACE,
        Kind::WaitingEnded => k::NOTICE_WAITING_ENDED,
        Kind::Closed => k::NOTICE_CLOSED,
        Kind::PlanChanged => k::NOTICE_PLAN_CHANGED,
        Kind::StandsAgain => k::NOTICE_STANDS_AGAIN,
        Kind::OtherPlace => k::NOTICE_OTHER_PLACE,
        Kind::NoWindow => k::NOTICE_NO_WINDOW,
        Kind::HomeAsked => k::NOTICE_HOME_ASKED,
        Kind::HomePlanned => k::NOTICE_HOME_PLANNED,
        Kind::HomeRefused => k::NOTICE_HOME_REFUSED,
        Kind::HomeAgain => k::NOTICE_HOME_AGAIN,
        Kind::Answered => k::NOTICE_ANSWERED,
        Kind::MendingAnswered => k::NOTICE_MENDING_ANSWERED,
        Kind::DeliveryAsked => k::NOTICE_DELIVERY_ASKED,
        Kind::DeliveryChosen => k::NOTICE_DELIVERY_CHOSEN,
        Kind::Posted => k::NOTICE_POSTED,
        Kind::PostReturned => k::NOTICE_POST_RETURNED,
        Kind::NoticesChanged => k::NOTICE_NOTICES_CHANGED,
        Kind::AidOutreach => k::NOTICE_AID_OUTREACH,
        Kind::PayoutLinked => k::NOTICE_PAYOUT_LINKED,
        Kind::PayoutRemoved => k::NOTICE_PAYOUT_REMOVED,
        Kind::PaperIntegrated => k::NOTICE_PAPER_INTEGRATED,
        Kind::PaperRefused => k::NOTICE_PAPER_REFUSED,
        Kind::PaperEnds => k::NOTICE_PAPER_ENDS,
        Kind::RepresentativeRecorded => k::NOTICE_REPRESENTATIVE_RECORDED,
        Kind::RepresentativeEnded | Kind::RepresentativeGone => k::NOTICE_REPRESENTATIVE_ENDED,
        Kind::ChildConsented | Kind::ChildConsentWithdrawn => k::NOTICE_CHILD_CONSENT,
        Kind::ChildApproved => k::NOTICE_ACCOUNT_APPROVED,
        Kind::OwnAccountSoon | Kind::OwnAccount => k::NOTICE_OWN_ACCOUNT,
        Kind::PasskeyAdded
        | Kind::PasskeyRemoved
        | Kind::PasskeyCloned
        | Kind::DeviceChanged
        | Kind::PasswordChanged
        | Kind::SecretsReset
        | Kind::AccountLocked
        | Kind::PhoneChanged
        | Kind::AccountUnlocked => k::NOTICE_ACCOUNT_SAFETY,
    }
}
