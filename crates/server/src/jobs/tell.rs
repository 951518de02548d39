//! Telling the person that the card is at the office.

use crate::{
    app::{
        audit::Who,
        dossiers::{self as cases, Move},
    },
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::dossier::{Actor, State};
use eid_store::{Tx, dossiers};
use jiff::Timestamp;

/// Queues the notice and notes that the person was told.
///
/// # Errors
/// When the database is out of reach.
pub async fn card_ready(app: &App, tx: &mut Tx, dossier_id: &str, now: Timestamp) -> Result<(), ApiError> {
    let Some(mut dossier) = dossiers::by_id(tx, dossier_id).await? else {
        return Ok(());
    };
    if cases::state_of(&dossier)? != State::AtOffice {
        return Ok(());
    }
    let told = Move {
        to: State::Notified,
        actor: Actor::System,
        who: Who::System,
        note: None,
    };
    cases::step(app, tx, &mut dossier, told, now).await?;
    queue::tell(app, tx, &dossier, Kind::CardReady, Facts::default(), now).await
}
