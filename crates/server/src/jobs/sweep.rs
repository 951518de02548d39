//! What is due by the clock: missed visits, reminders, lapsed days.

use super::{account, closures};
use crate::{
    app::{
        audit::Who,
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
    calendar::{office_date, office_now, office_timestamp},
    dossier::{Actor, CORRECTION_MONTHS, State},
};
use eid_store::{
    Tx,
    appointments::{self, Appointment, AppointmentState, Visit},
    dossiers, settings,
};
use jiff::{SignedDuration, Span, Timestamp, civil::Time};

const BATCH: u32 = 200;
const DAY_S: i64 = 86_400;
/// Name and lead of each reminder.
const REMINDERS: [(&str, i64); 3] = [("3d", 3 * DAY_S), ("1d", DAY_S), ("2h", 7_200)];

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
    wallet::sweep(app, tx, now).await?;
    // The last day is a whole day of the calendar: who was asked on the 22nd has the 22nd, six months on.
    let day = office_date(now).saturating_sub(Span::new().months(CORRECTION_MONTHS));
    let asked = office_timestamp(day.to_datetime(Time::midnight())) - SignedDuration::from_micros(1);
    for state in [State::DataCorrection, State::NeedsCorrection] {
        end(app, tx, state, State::Expired, asked, now).await?;
    }
    let unclaimed = SignedDuration::from_secs(i64::from(app.config.unclaimed_after_days) * DAY_S);
    let told = now.saturating_sub(unclaimed).unwrap_or(Timestamp::MIN);
    end(app, tx, State::Notified, State::Unclaimed, told, now).await
}

/// Nobody came: the booking ends with the office's day (Decree 70/2024, art. 21(4)).
async fn missed(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    for Visit {
        appointment,
        mut dossier,
        ..
    } in appointments::missed(tx, now, BATCH).await?
    {
        // One odd dossier must not keep all others from being swept.
        let state = cases::state_of(&dossier)?;
        if !is_over(app, &appointment, now) || !(state == State::Booked || state.asks_to_return()) {
            continue;
        }
        let (from, to) = (AppointmentState::Booked, AppointmentState::NoShow);
        if !appointments::set_state(tx, &appointment.id, from, to, None).await? {
            continue;
        }
        // Who was to come again still has until the last day for it.
        if state == State::Booked {
            let gone = Move {
                to: State::NoShow,
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
        queue::tell_with(app, tx, &dossier, Kind::NoShow, facts, sending, now).await?;
    }
    Ok(())
}

fn is_over(app: &App, visit: &Appointment, now: Timestamp) -> bool {
    let office = app.catalog.office(&visit.office_id);
    plan::window(
        office.as_deref(),
        &app.catalog.calendar,
        office_now(visit.starts_at),
    )
    .no_show_at
        <= office_now(now)
}

/// Each visit is reminded of once a lead: a mark says up to which begin that was done. Who books later than
/// that needs no reminder.
async fn remind(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    for (name, lead_s) in REMINDERS {
        let setting = format!("reminded:{name}");
        let until = now
            .saturating_add(SignedDuration::from_secs(lead_s))
            .unwrap_or(now);
        let mark = settings::get(tx, &setting)
            .await?
            .and_then(|text| text.parse::<i64>().ok());
        let mark = mark.and_then(|micros| Timestamp::from_microsecond(micros).ok());
        let mut from = mark.unwrap_or(until).max(now);
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

async fn end(
    app: &App,
    tx: &mut Tx,
    from: State,
    to: State,
    before: Timestamp,
    now: Timestamp,
) -> Result<(), ApiError> {
    for mut dossier in dossiers::in_state(tx, from.as_str(), before, BATCH).await? {
        // Whoever has a visit for it is waited for.
        if from.asks_to_return() && is_expected(tx, &dossier.id).await? {
            continue;
        }
        let change = Move {
            to,
            actor: Actor::System,
            who: Who::System,
            note: None,
        };
        cases::step(app, tx, &mut dossier, change, now).await?;
    }
    Ok(())
}

async fn is_expected(tx: &mut Tx, dossier_id: &str) -> Result<bool, ApiError> {
    let visit = appointments::latest_of_dossier(tx, dossier_id).await?;
    Ok(visit.is_some_and(|visit| visit.state == AppointmentState::Booked))
}
