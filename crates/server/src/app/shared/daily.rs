//! Tries of a secret that are counted a day: five, then none until midnight at the offices, as people know it from the
//! official app. The count lies in the database: starting the server anew forgets none.

use crate::app::codes;
use crate::{limits, problem::ApiError, state::App};
use eid_domain::{
    calendar::{days_after, office_date, office_timestamp},
    problem::{Problem, ProblemCode},
};
use eid_store::{Tx, limits::Limit};
use jiff::Timestamp;

/// How tries of the passcode are counted.
pub const PASSCODE: &str = "passcode";
/// How tries of the security answers are counted.
pub const ANSWERS: &str = "recovery answers";

/// Counts a try before it is judged. Returns how many are left.
///
/// # Errors
/// `locked_out` with the seconds until midnight.
pub async fn begin(
    app: &App,
    tx: &mut Tx,
    limit: &Limit,
    kind: &str,
    id: &str,
    now: Timestamp,
) -> Result<u32, ApiError> {
    let told = limits::begin_try(tx, limit, &key(app, kind, id, now), now).await;
    told.map_err(|refused| {
        if refused.problem().code != ProblemCode::LockedOut {
            return refused;
        }
        let midnight = office_timestamp(days_after(office_date(now), 1).at(0, 0, 0, 0));
        let wait = codes::seconds_until(midnight, now);
        Problem::new(ProblemCode::LockedOut).retry_after(wait).into()
    })
}

/// Forgets the wrong tries after the right one.
///
/// # Errors
/// When the database is out of reach.
pub async fn forget(
    app: &App,
    tx: &mut Tx,
    limit: &Limit,
    kind: &str,
    id: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    limits::forget(tx, limit, &key(app, kind, id, now)).await
}

/// Under which a day's tries are counted.
#[must_use]
pub fn key(app: &App, kind: &str, id: &str, now: Timestamp) -> String {
    app.keys.blind(kind, &[id, &office_date(now).to_string()])
}
