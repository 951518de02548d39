//! A card comes to the office: one at a time, or by a file.

use crate::app::{
    audit::Who,
    dossiers::{self as cases, Move},
};
use crate::{jobs::work, problem::ApiError, state::App};
use eid_domain::{
    batch::{self, Verdict},
    dossier::{Actor, State},
};
use eid_store::{Tx, dossiers::Dossier};
use jiff::Timestamp;

/// Notes that the card is here; a job tells the person. Anything but `Applies` has changed nothing.
///
/// # Errors
/// When the database is out of reach.
pub async fn arrive(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    who: Who<'_>,
    now: Timestamp,
) -> Result<Verdict, ApiError> {
    let verdict = batch::arrival(cases::state_of(dossier)?);
    if verdict == Verdict::Applies {
        let here = Move {
            to: State::AtOffice,
            actor: Actor::Officer,
            who,
            note: None,
        };
        cases::step(app, tx, dossier, here, now).await?;
        work::enqueue_for(app, tx, work::Work::TellCardReady, dossier, now).await?;
    }
    Ok(verdict)
}
