//! Asking the agencies, and taking over what they reply, each at least once and at most with one effect.

use super::contract::Request;
use crate::{app::wallet, problem::ApiError, state::App};
use eid_store::{
    accounts,
    wallet::{self as stored, PaperState},
};
use jiff::Timestamp;

const BATCH: u32 = 50;

/// Asks for a paper that waits, outside of any transaction: the agency may be slow. One that was withdrawn meanwhile is not
/// asked for.
///
/// # Errors
/// When the agency or the database is out of reach.
pub async fn ask(app: &App, request_id: &str, now: Timestamp) -> Result<(), ApiError> {
    let mut tx = app.store.peek().await?;
    let paper = stored::by_id(&mut tx, request_id).await?;
    let Some(paper) = paper.filter(|paper| paper.state == PaperState::Waiting) else {
        return Ok(());
    };
    let Some(account) = accounts::by_id(&mut tx, &paper.account_id).await? else {
        return Ok(());
    };
    drop(tx);
    let request = Request {
        key: paper.id,
        kind: paper.kind,
        personal_number: account.personal_number,
        full_name: account.full_name,
        birth_date: account.birth_date,
    };
    let done = app.sources.ask(&request, now).await;
    done.map_err(|error| ApiError::internal("agencies", &error))
}

/// Fetches replies and takes them over.
///
/// # Errors
/// When the database or the agencies are out of reach; nothing is lost.
pub async fn round(app: &App) -> Result<(), ApiError> {
    let now = app.now();
    let replies = app.sources.replies(now, BATCH).await;
    let replies = replies.map_err(|error| ApiError::internal("agencies", &error))?;
    for reply in &replies {
        let mut tx = app.store.begin().await?;
        wallet::take_over(app, &mut tx, reply, now).await?;
        tx.commit().await?;
        let done = app.sources.acknowledge(&reply.id, now).await;
        done.map_err(|error| ApiError::internal("agencies", &error))?;
    }
    Ok(())
}
