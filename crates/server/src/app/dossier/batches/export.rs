//! Dossiers that go to the ministry in a file: marked as sent in the transaction in which the file's rows are stored.

use crate::{
    app::{audit::Who, batches, dossiers as cases, dossiers::Move, ids, staff::Staff},
    authority::Subject,
    jobs::submit::request,
    problem::ApiError,
    state::App,
};
use eid_domain::{
    batch::{Format, Kind, MOST_SENT, RowState, State},
    dossier::{Actor, State as DossierState},
    problem::ProblemCode,
};
use eid_store::{
    Tx,
    batches::{self as stored, Batch, requests, rows, rows::Row},
    dossiers::{self, Dossier},
};
use jiff::Timestamp;

/// Everything of the office that waits, at most so much as one file takes.
///
/// # Errors
/// `state_conflict` where nothing waits.
pub async fn all(app: &App, tx: &mut Tx, staff: &Staff, now: Timestamp) -> Result<Batch, ApiError> {
    let received = DossierState::Received.as_str();
    let mut cards = dossiers::at_office(tx, &staff.office_id, received, MOST_SENT).await?;
    let room = MOST_SENT.saturating_sub(u32::try_from(cards.len()).unwrap_or(MOST_SENT));
    let accounts = requests::accounts_to_send(tx, &staff.office_id, room).await?;
    let id = ids::time_ordered(app.rng.as_ref(), now)?;
    let mut sent = Vec::new();
    let all = cards.iter().map(|dossier| (dossier, Subject::Card));
    for (n, (dossier, subject)) in
        (1..).zip(all.chain(accounts.iter().map(|dossier| (dossier, Subject::Account))))
    {
        sent.push(row(&id, n, dossier, subject, now)?);
    }
    if sent.is_empty() {
        return Err(ProblemCode::StateConflict.into());
    }
    for dossier in &mut cards {
        let change = Move {
            to: DossierState::SentToMinistry,
            actor: Actor::Officer,
            who: Who::Staff(&staff.id),
            note: None,
        };
        cases::step(app, tx, dossier, change, now).await?;
    }
    let mut batch = batches::new(id, staff, (Kind::Export, State::Done, Format::Csv), now);
    let count = u32::try_from(sent.len()).unwrap_or(u32::MAX);
    (batch.total, batch.checked, batch.good, batch.applied) = (count, count, count, count);
    batch.finished_at = Some(now);
    stored::insert(tx, &batch).await?;
    rows::put(tx, &batch.id, &sent).await?;
    batches::note(app, tx, staff, "batch.export", &batch, now).await?;
    Ok(batch)
}

fn row(batch_id: &str, n: u32, dossier: &Dossier, subject: Subject, now: Timestamp) -> Result<Row, ApiError> {
    let code = dossier.code.clone().unwrap_or_default();
    let mut data = serde_json::to_value(request(dossier, subject, now))?;
    // The simulated ministry asks for a correction once.
    data["corrected"] = (dossier.pauses != "[]").into();
    Ok(Row {
        n,
        line: n.saturating_add(1),
        state: RowState::Sent.as_str().to_owned(),
        mark: format!("{batch_id}:{n}"),
        subject: subject.as_str().to_owned(),
        data: data.to_string(),
        code,
        ..Row::default()
    })
}
