//! Made-up people. The numbers' prefix belongs to no province.

use eid_domain::{reason::Reason, wire::bookings::ApplicantInput};
use eid_server::{secret, serve::Failure, state::App};
use eid_store::proofs;
use jiff::SignedDuration;

/// Everybody's name.
pub(crate) const NAME: &str = "Nguyễn Văn Thử";
/// Everybody's birth date: each is between 14 and 59.
pub(crate) const BIRTH: &str = "1985-08-15";
/// Everybody's reason.
pub(crate) const REASON: Reason = Reason::New14;

/// The n-th person's number.
pub(crate) fn number(person: u32) -> String {
    format!("098085{person:06}")
}

/// The n-th person's phone.
pub(crate) fn phone(person: u32) -> String {
    format!("+8499{person:07}")
}

/// What proves that phone.
pub(crate) fn proof(person: u32) -> String {
    format!("proof-of-the-bench-{person:08}")
}

/// What the person types.
pub(crate) fn applicant(person: u32) -> ApplicantInput {
    ApplicantInput {
        full_name: NAME.to_owned(),
        personal_number: number(person),
        birth_date: BIRTH.to_owned(),
        otp_phone: phone(person),
        ..ApplicantInput::default()
    }
}

/// Proves the phones of these people, as confirming a code does.
pub(crate) async fn prove(app: &App, people: impl Iterator<Item = u32>) -> Result<(), Failure> {
    let until = app.now().checked_add(SignedDuration::from_mins(30))?;
    let mut tx = app.store.begin().await?;
    for person in people {
        proofs::insert(&mut tx, &secret::digest(&proof(person)), &phone(person), until).await?;
    }
    Ok(tx.commit().await?)
}
