//! Who asks about themselves before a booking, with the phone just proved.

use crate::{
    app::{assist::Helper, phone_proofs},
    limits,
    problem::ApiError,
    state::App,
    web::client::Source,
};
use eid_domain::wire::bookings::Applicant;
use eid_store::{Tx, limits::Limit};
use jiff::Timestamp;

/// What limits such a question: so many from a source, and so many about a person.
pub struct Asked<'a> {
    /// By whom; staff who ask for a person have a limit of their own.
    pub source: (&'a Limit, &'a Source),
    /// About whom, with the name under which their number is made unreadable.
    pub subject: (&'a Limit, &'static str),
    /// The proof as it was given.
    pub phone_proof: &'a str,
}

/// Counts the question, and checks that the phone of the applicant was proved.
///
/// # Errors
/// `too_many_requests`, `phone_not_proved`.
pub async fn prove(
    app: &App,
    tx: &mut Tx,
    helper: &Helper,
    applicant: &Applicant,
    asked: &Asked<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let (limit, source) = asked.source;
    if !helper.spend(app, tx, now).await? {
        limits::spend(tx, limit, &source.0, now).await?;
    }
    let (limit, purpose) = asked.subject;
    // Of both, as in a look-up: nobody else's question uses this person's up.
    let (number, birth) = (
        applicant.personal_number.as_str(),
        applicant.birth_date.to_string(),
    );
    let subject = app.keys.blind(purpose, &[number, &birth]);
    limits::spend(tx, limit, &subject, now).await?;
    phone_proofs::need(tx, asked.phone_proof, applicant.otp_phone.as_str(), now).await
}
