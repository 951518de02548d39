//! `/api/dossiers`: receipt and timeline.

use super::{ApiError, Call, Kept};
use eid_domain::wire::{
    delivery::{ChooseDelivery, DeliveryView},
    dossiers::{Correction, DossierView, SharedLink},
    notices::{AskForMail, ConfirmMail, MailCodeSent, NoticeWishes, NoticeWishesView},
    tickets::{Mismatches, NewMismatch, NewQuestion},
};

/// One dossier, with its access key.
///
/// # Errors
/// `no_match` for an unknown reference and for a wrong key
pub async fn get(reference: &str, key: &str) -> Result<DossierView, ApiError> {
    Call::get(path(reference)).access_key(key).send().await
}

/// The same, also as it was kept on the device for when there is no network.
///
/// # Errors
/// As [`get`].
pub async fn get_or_kept(reference: &str, key: &str) -> Result<Kept<DossierView>, ApiError> {
    Call::get(path(reference)).access_key(key).send_or_kept().await
}

/// What must be corrected or added.
///
/// # Errors
/// `no_match`, `not_found`
pub async fn correction(reference: &str, key: &str) -> Result<Correction, ApiError> {
    Call::get(format!("{}/correction", path(reference)))
        .access_key(key)
        .send()
        .await
}

/// Asks its office; the dossier with the question.
///
/// # Errors
/// `no_match`, `invalid_fields`, `change_not_allowed`, `too_many_requests`
pub async fn ask(reference: &str, key: &str, question: &NewQuestion) -> Result<DossierView, ApiError> {
    Call::post(format!("{}/questions", path(reference)), question)
        .access_key(key)
        .send()
        .await
}

/// How the card comes to its owner.
///
/// # Errors
/// `no_match`, `not_allowed`
pub async fn delivery(reference: &str, key: &str) -> Result<DeliveryView, ApiError> {
    Call::get(format!("{}/delivery", path(reference)))
        .access_key(key)
        .send()
        .await
}

/// Chooses how, and gives another number.
///
/// # Errors
/// `invalid_fields`, `change_not_allowed`, `too_many_requests`
pub async fn choose_delivery(
    reference: &str,
    key: &str,
    wanted: &ChooseDelivery,
) -> Result<DeliveryView, ApiError> {
    Call::put(format!("{}/delivery", path(reference)), wanted)
        .access_key(key)
        .send()
        .await
}

/// How the person is written to.
///
/// # Errors
/// `no_match`, `not_allowed`
pub async fn notice_wishes(reference: &str, key: &str) -> Result<NoticeWishesView, ApiError> {
    Call::get(format!("{}/notices", path(reference)))
        .access_key(key)
        .send()
        .await
}

/// Changes that.
///
/// # Errors
/// `invalid_fields`, `too_many_requests`
pub async fn wish_notices(
    reference: &str,
    key: &str,
    wanted: &NoticeWishes,
) -> Result<NoticeWishesView, ApiError> {
    Call::put(format!("{}/notices", path(reference)), wanted)
        .access_key(key)
        .send()
        .await
}

/// Sends a code to an address that letters shall go to.
///
/// # Errors
/// `invalid_fields` at `address`, `too_many_requests`
pub async fn mail_code(reference: &str, key: &str, wanted: &AskForMail) -> Result<MailCodeSent, ApiError> {
    Call::post(format!("{}/mail/code", path(reference)), wanted)
        .access_key(key)
        .send()
        .await
}

/// The code that came there.
///
/// # Errors
/// `code_wrong`, `code_expired`, `too_many_requests`
pub async fn confirm_mail(
    reference: &str,
    key: &str,
    wanted: &ConfirmMail,
) -> Result<NoticeWishesView, ApiError> {
    Call::put(format!("{}/mail", path(reference)), wanted)
        .access_key(key)
        .send()
        .await
}

/// No letters any more.
///
/// # Errors
/// `not_allowed`, `too_many_requests`
pub async fn stop_mail(reference: &str, key: &str) -> Result<NoticeWishesView, ApiError> {
    Call::delete(format!("{}/mail", path(reference)))
        .access_key(key)
        .send()
        .await
}

/// Wrong data that is being put right.
///
/// # Errors
/// `no_match`, `not_allowed`
pub async fn mismatches(reference: &str, key: &str) -> Result<Mismatches, ApiError> {
    Call::get(format!("{}/mismatches", path(reference)))
        .access_key(key)
        .send()
        .await
}

/// Tells of wrong data.
///
/// # Errors
/// `invalid_fields`, `change_not_allowed`, `too_many_requests`
pub async fn tell_mismatch(reference: &str, key: &str, told: &NewMismatch) -> Result<Mismatches, ApiError> {
    Call::post(format!("{}/mismatches", path(reference)), told)
        .access_key(key)
        .send()
        .await
}

/// Makes a link that only shows.
///
/// # Errors
/// `no_match`, `not_allowed`, `too_many_requests`
pub async fn share(reference: &str, key: &str) -> Result<SharedLink, ApiError> {
    Call::post_empty(links(reference)).access_key(key).send().await
}

/// Ends all of them.
///
/// # Errors
/// `no_match`, `not_allowed`
pub async fn end_shared(reference: &str, key: &str) -> Result<(), ApiError> {
    Call::delete(links(reference)).access_key(key).send().await
}

fn links(reference: &str) -> String {
    format!("{}/links", path(reference))
}

/// Where a dossier is asked for.
pub fn path(reference: &str) -> String {
    format!("/api/dossiers/{reference}")
}
