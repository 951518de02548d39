//! Free times for one who waits.

use crate::{
    app::{
        availability,
        plan::{self, Stretch},
    },
    problem::ApiError,
    state::App,
};
use eid_domain::{capacity::is_released, office::Office, waiting::Waiter};
use eid_store::Tx;
use jiff::{Timestamp, civil::DateTime};

/// The best free time of an office for a visit of `ticks`, if there is one. Times in line with other visits are
/// preferred, as they leave the station's time in one piece.
///
/// # Errors
/// When the database is out of reach.
pub async fn starts(
    app: &App,
    tx: &mut Tx,
    office: &Office,
    waiter: &Waiter,
    ticks: u8,
    now: Timestamp,
) -> Result<Option<DateTime>, ApiError> {
    let (first, last) = (waiter.wish.from.max(app.today()), waiter.wish.to);
    if last < first {
        return Ok(None);
    }
    let id = office.id.as_str();
    let (in_line, any) = availability::free_starts(app, tx, office, (first, last), ticks, now).await?;
    let open = |times: Vec<DateTime>| {
        let open = times.into_iter().filter(|at| is_released(id, at.date(), now));
        waiter.best(id, open, now)
    };
    Ok(open(in_line).or_else(|| open(any)))
}

/// The places of each tick of a visit by the office's plan; `None` where the plan has no such visit.
#[must_use]
pub fn stretch(
    app: &App,
    office: &Office,
    starts_at: DateTime,
    ticks: u8,
    now: Timestamp,
) -> Option<Stretch> {
    let date = starts_at.date();
    let plan = plan::ticks(office, &app.catalog.calendar(), date);
    let first = plan.iter().position(|tick| tick.start == starts_at.time())?;
    let visit = plan.get(first..first + usize::from(ticks))?;
    let last = visit.last()?;
    let minutes = starts_at.time().duration_until(last.start).as_mins();
    let unbroken = minutes == 10 * (i64::from(ticks) - 1);
    let kept = plan::kept(office, &plan, date, &app.config.assisted_share, now);
    (unbroken && visit.iter().all(|tick| tick.capacity > 0))
        .then(|| Stretch::of(&plan, &kept, first, usize::from(ticks)))
        .flatten()
}
