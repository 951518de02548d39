//! Telling the person that the card is at the office.

use crate::{
    app::{
        audit::Who,
        deliveries,
        dossiers::{self as cases, Move},
        uncollected,
    },
    jobs::work::{self, Work},
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::dossier::{Actor, State};
use eid_store::{Tx, dossiers};
use jiff::{SignedDuration, Timestamp};

/// Days after the first notice on which a person who has not come is reminded.
const REMIND_AFTER_DAYS: [u8; 2] = [10, 20];

/// Queues the notice and notes that the person was told.
///
/// # Errors
/// When the database is out of reach.
pub async fn card_ready(app: &App, tx: &mut Tx, dossier_id: &str, now: Timestamp) -> Result<(), ApiError> {
    let Some(mut dossier) = dossiers::by_id(tx, dossier_id).await? else {
        return Ok(());
    };
    // What the post brings waits for the post, not for its owner.
    if cases::state_of(&dossier)? != State::AtOffice || deliveries::is_by_post(tx, &dossier.id).await? {
        return Ok(());
    }
    let told = Move {
        to: State::Notified,
        actor: Actor::System,
        who: Who::System,
        note: None,
    };
    cases::step(app, tx, &mut dossier, told, now).await?;
    for days in REMIND_AFTER_DAYS {
        let at = now + SignedDuration::from_hours(24 * i64::from(days));
        let key = format!(
            "{}:{}:{}:{days}",
            Work::RemindCollect.as_str(),
            dossier.id,
            dossier.version
        );
        work::enqueue_at(app, tx, Work::RemindCollect, (&key, &dossier.id), at, now).await?;
    }
    queue::tell(app, tx, &dossier, Kind::CardReady, Facts::default(), now).await
}

/// Reminds a person of a card that still waits for them.
///
/// # Errors
/// When the database is out of reach.
pub async fn collect(app: &App, tx: &mut Tx, dossier_id: &str, now: Timestamp) -> Result<(), ApiError> {
    if let Some(dossier) = dossiers::by_id(tx, dossier_id).await?
        && uncollected::waits(cases::state_of(&dossier)?)
    {
        uncollected::tell(app, tx, &dossier, now).await?;
    }
    Ok(())
}
