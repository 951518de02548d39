//! What is due by the clock: missed visits, reminders, lapsed days.

use super::{account, closures, corrections};
use crate::{
    app::{
        audit::Who,
        children::birthday,
        dossiers::{self as cases, Move},
        keys::{self, Link},
        locks, plan, wallet,
    },
    notices::{
        Kind,
        queue::{self, Sending},
        text::Facts,
    },
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::{office_date, office_now},
    dossier::{Actor, State, before_arrival},
    notice::VisitReminder,
};
use eid_store::{
    Tx,
    appointments::{self, Appointment, AppointmentState, Visit},
    dossiers, settings,
};
use jiff::{SignedDuration, Timestamp};

const BATCH: u32 = 200;
const DAY_S: i64 = 86_400;

/// Does everything that is due.
///
/// # Errors
/// When the database is out of reach.
pub async fn run(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    missed(app, tx, now).await?;
    closures::all(app, tx, now).await?;
    remind(app, tx, now).await?;
    account::lapse(app, tx, now).await?;
    locks::expired(app, tx, now).await?;
    birthday::sweep(app, tx, now).await?;
    wallet::sweep(app, tx, now).await?;
    corrections::all(app, tx, now).await?;
    let unclaimed = SignedDuration::from_secs(i64::from(app.config.unclaimed_after_days) * DAY_S);
    let told = now.saturating_sub(unclaimed).unwrap_or(Timestamp::MIN);
    unclaimed_since(app, tx, told, now).await
}

/// Nobody came: the booking ends with the office's day (Decree 70/2024, art. 21(4)). Who came and was never at the counter,
/// having left, may still be called until the day is over: then they can book anew like everybody.
async fn missed(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    for Visit {
        appointment,
        mut dossier,
        ..
    } in appointments::missed(tx, now, BATCH).await?
    {
        // One odd dossier must not keep all others from being swept.
        let state = cases::state_of(&dossier)?;
        let came = state == State::CheckedIn;
        let over = if came {
            office_date(appointment.starts_at) < office_date(now)
        } else {
            is_over(app, &appointment, now) && (state == State::Booked || state.asks_to_return())
        };
        if !over
            || !appointments::set_state(
                tx,
                &appointment.id,
                appointment.state,
                AppointmentState::NoShow,
                None,
            )
            .await?
        {
            continue;
        }
        let before = if came {
            before_arrival(&cases::history(tx, &dossier.id).await?)
        } else {
            state
        };
        // Who was to come again still has until the last day for it.
        let to = if before.asks_to_return() {
            before
        } else {
            State::NoShow
        };
        if to != state {
            let gone = Move {
                to,
                actor: Actor::System,
                who: Who::System,
                note: None,
            };
            cases::step(app, tx, &mut dossier, gone, now).await?;
        }
        let facts = Facts {
            visit: Some(office_now(appointment.starts_at)),
            ..Facts::default()
        };
        let sending = Sending::of_visit(&appointment.office_id, now);
        let kind = if came { Kind::VisitUnfinished } else { Kind::NoShow };
        queue::tell_with(app, tx, &dossier, kind, facts, sending, now).await?;
    }
    Ok(())
}

fn is_over(app: &App, visit: &Appointment, now: Timestamp) -> bool {
    let office = app.catalog.office(&visit.office_id);
    plan::window(
        office.as_deref(),
        &app.catalog.calendar(),
        office_now(visit.starts_at),
    )
    .no_show_at
        <= office_now(now)
}

/// Each visit is reminded of once a lead: a mark says up to which begin that was done. Who books later than
/// that needs no reminder; nor does who gets the next one right behind it.
async fn remind(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    for reminder in VisitReminder::ALL {
        let name = reminder.as_str();
        let until = reminder.due_up_to(now);
        let setting = format!("reminded:{name}");
        let mark = settings::get(tx, &setting)
            .await?
            .and_then(|text| text.parse::<i64>().ok());
        let mark = mark.and_then(|micros| Timestamp::from_microsecond(micros).ok());
        let mut from = mark.unwrap_or(until).max(reminder.comes_after(now));
        while from < until {
            let visits = appointments::to_come(tx, from, until, BATCH).await?;
            let last = visits.last().map(|visit| visit.appointment.starts_at);
            let full = u32::try_from(visits.len()).unwrap_or(BATCH) >= BATCH;
            for Visit {
                appointment, dossier, ..
            } in visits
            {
                // Who must come again cannot call that off with one tap.
                let about = if cases::state_of(&dossier)?.asks_to_return() {
                    None
                } else {
                    Some(Link::Cancel.about(&format!("{}:{}:{name}", appointment.id, appointment.sequence)))
                };
                if let Some(about) = &about {
                    let until = appointment.starts_at;
                    keys::issue_link(app, tx, &dossier.id, Link::Cancel, about, until, now).await?;
                }
                let link = about
                    .as_ref()
                    .map(|_| keys::address(app, Link::Cancel, &dossier.reference));
                let facts = Facts {
                    visit: Some(office_now(appointment.starts_at)),
                    link: link.unwrap_or_default(),
                    ..Facts::default()
                };
                let sending = Sending {
                    link: about.as_deref(),
                    ..Sending::of_visit(&appointment.office_id, now)
                };
                queue::tell_with(app, tx, &dossier, Kind::Reminder, facts, sending, now).await?;
            }
            from = last.filter(|_| full).unwrap_or(until);
        }
        settings::set(tx, &setting, &until.as_microsecond().to_string()).await?;
    }
    Ok(())
}

/// Who has not come for the card in so many days.
async fn unclaimed_since(app: &App, tx: &mut Tx, before: Timestamp, now: Timestamp) -> Result<(), ApiError> {
    for mut dossier in dossiers::in_state(tx, State::Notified.as_str(), before, BATCH).await? {
        let change = Move {
            to: State::Unclaimed,
            actor: Actor::System,
            who: Who::System,
            note: None,
        };
        cases::step(app, tx, &mut dossier, change, now).await?;
    }
    Ok(())
}
