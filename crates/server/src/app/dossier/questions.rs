//! Questions of people about their dossiers.

use crate::problem::ApiError;
use eid_domain::wire::tickets::Question;
use eid_store::{
    Tx,
    dossiers::Dossier,
    tickets::{self, Ticket},
};

/// Those about a dossier, oldest first.
///
/// # Errors
/// When the database is out of reach.
pub async fn of(tx: &mut Tx, dossier_id: &str) -> Result<Vec<Question>, ApiError> {
    let found = tickets::of_dossier(tx, dossier_id).await?;
    Ok(found.into_iter().map(seen).collect())
}

/// Whether another can be asked: once the dossier is received, and one at a time.
#[must_use]
pub fn may_ask(dossier: &Dossier, asked: &[Question]) -> bool {
    dossier.code.is_some() && asked.iter().all(|one| one.answered_at.is_some())
}

/// As its asker sees it: never by whom it was answered.
#[must_use]
pub fn seen(ticket: Ticket) -> Question {
    let (answered_at, answer) = ticket.answer.map(|answer| (answer.at, answer.text)).unzip();
    Question {
        asked_at: ticket.asked_at,
        text: ticket.text,
        not_me_at: ticket.not_me_at,
        answered_at,
        answer,
    }
}
