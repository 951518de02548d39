//! The six months to correct or add something do not end in silence: two reminders, then the word that it is over.

use crate::{
    app::{
        audit::Who,
        dossiers::{self as cases, Move},
    },
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::{days_after, office_date},
    dossier::{Actor, State},
};
use eid_store::{Tx, corrections, settings};
use jiff::{Timestamp, civil::Date};

const BATCH: u32 = 200;
/// Days before the last one on which the person is reminded. Where a server stood still, a reminder comes late, down to as many
/// days as the second number: after that the next is near, or nothing can be done any more.
const REMINDERS: [(i32, i32); 2] = [(30, 14), (7, 0)];

/// Does everything about corrections that is due.
///
/// # Errors
/// When the database is out of reach.
pub async fn all(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    remind(app, tx, now).await?;
    expire(app, tx, now).await
}

/// Each correction is reminded of once a lead: a mark says up to which last day that was done.
async fn remind(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    let today = office_date(now);
    for (lead, least) in REMINDERS {
        let setting = format!("correction_reminded:{lead}");
        let until = days_after(today, lead);
        let mark = settings::get(tx, &setting).await?;
        let mark = mark.and_then(|text| text.parse::<Date>().ok());
        let after = mark.unwrap_or(until).max(days_after(today, least - 1));
        if after < until {
            for (dossier, last) in corrections::ending(tx, after, until).await? {
                let facts = Facts {
                    day: Some(last),
                    ..Facts::default()
                };
                queue::tell(app, tx, &dossier, Kind::CorrectionSoon, facts, now).await?;
            }
        }
        if mark.is_none_or(|mark| mark < until) {
            settings::set(tx, &setting, &until.to_string()).await?;
        }
    }
    Ok(())
}

/// The last day is a whole day of the calendar: who was asked on the 22nd has the 22nd, six months on. Whoever has a visit
/// for it is waited for.
async fn expire(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    for (mut dossier, last) in corrections::over(tx, office_date(now), BATCH).await? {
        let change = Move {
            to: State::Expired,
            actor: Actor::System,
            who: Who::System,
            note: None,
        };
        cases::step(app, tx, &mut dossier, change, now).await?;
        let facts = Facts {
            day: Some(last),
            ..Facts::default()
        };
        queue::tell(app, tx, &dossier, Kind::CorrectionExpired, facts, now).await?;
    }
    Ok(())
}
