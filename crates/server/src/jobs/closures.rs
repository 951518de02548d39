//! Whoever has a visit in a time that their office has closed: found, told, and put first in the queue.

use crate::{
    app::{ids, waiting as queue_of},
    notices::{Kind as Notice, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::{office_date, office_now},
    capacity::TICK_MINUTES,
    office::Office,
    waiting::{Kind, MOST_OFFICES},
};
use eid_store::{
    TICK_MICROS, Tx,
    appointments::{self, Appointment, AppointmentState, Visit},
    closures::{self, Closure},
    dossiers,
    waiting::{self, Entry, EntryState},
};
use jiff::{SignedDuration, Span, Timestamp};

// The domain and the store count in the same ticks.
const _: () = assert!(TICK_MICROS == TICK_MINUTES as i64 * 60_000_000);

/// No visit lasts longer than so many ticks.
const LONGEST: i64 = 36;
/// So many days after the closed one are searched.
const AHEAD_DAYS: i64 = 60;

/// Booked visits that lie, even partly, in a stretch of an office's time.
///
/// # Errors
/// When the database is out of reach.
pub async fn concerned(
    tx: &mut Tx,
    office_id: &str,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<Visit>, ApiError> {
    let longest = SignedDuration::from_micros(LONGEST * TICK_MICROS);
    let early = from.saturating_sub(longest).unwrap_or(from);
    let mut visits = appointments::at_office(tx, office_id, early, to).await?;
    visits.retain(|visit| is_within(&visit.appointment, from, to));
    Ok(visits)
}

fn is_within(visit: &Appointment, from: Timestamp, to: Timestamp) -> bool {
    let length = SignedDuration::from_micros(i64::from(visit.ticks) * TICK_MICROS);
    let end = visit.starts_at.saturating_add(length).unwrap_or(visit.starts_at);
    visit.state == AppointmentState::Booked && visit.starts_at < to && end > from
}

/// Every closure to come: nobody is left out, whenever they got their place.
///
/// # Errors
/// When the database is out of reach.
pub async fn all(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    for closure in closures::to_come(tx, now).await? {
        one(app, tx, &closure, now).await?;
    }
    Ok(())
}

/// Puts everybody whom a closure concerns, and who is not there yet, into the queue, and tells them.
///
/// # Errors
/// When the database is out of reach.
pub async fn one(app: &App, tx: &mut Tx, closure: &Closure, now: Timestamp) -> Result<(), ApiError> {
    let mut any = false;
    for visit in concerned(tx, &closure.office_id, closure.from, closure.to).await? {
        let known = waiting::open_of_dossier(tx, &visit.dossier.id).await?;
        if known.is_some_and(|entry| entry.kind == Kind::Closure.as_str()) {
            continue;
        }
        // Moving and cancelling wait here; what they have changed is seen below.
        waiting::lock_visit(tx, &visit.dossier.id).await?;
        let Some(visit) = appointments::latest_of_dossier(tx, &visit.dossier.id).await? else {
            continue;
        };
        if visit.office_id == closure.office_id && is_within(&visit, closure.from, closure.to) {
            to_be_moved(app, tx, closure, &visit, now).await?;
            any = true;
        }
    }
    if any {
        queue_of::nudge(app, tx, &closure.office_id, now).await?;
    }
    Ok(())
}

async fn to_be_moved(
    app: &App,
    tx: &mut Tx,
    closure: &Closure,
    visit: &Appointment,
    now: Timestamp,
) -> Result<(), ApiError> {
    let because = Because {
        exception_id: Some(closure.id.clone()),
        notice: Notice::Closed,
    };
    move_away(app, tx, because, visit, now).await.map(|_| ())
}

/// Why somebody is to be moved.
pub struct Because {
    /// The closed day, where it is one.
    pub exception_id: Option<String>,
    /// What they are told.
    pub notice: Notice,
}

/// Puts one person first in the queue for another visit, and tells them; their own stands until they have one. Returns the
/// id of their entry. The caller has locked the visit and nudges the queue.
///
/// # Errors
/// When the database is out of reach.
pub async fn move_away(
    app: &App,
    tx: &mut Tx,
    because: Because,
    visit: &Appointment,
    now: Timestamp,
) -> Result<Option<String>, ApiError> {
    let Some(dossier) = dossiers::by_id(tx, &visit.dossier_id).await? else {
        return Ok(None);
    };
    queue_of::end(app, tx, &dossier.id, EntryState::Withdrawn, now).await?;
    let place = eid_store::holds::get(tx, &visit.reservation_id).await?;
    let today = office_date(now);
    let entry = Entry {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        dossier_id: dossier.id.clone(),
        kind: Kind::Closure.as_str().to_owned(),
        exception_id: because.exception_id,
        offices: near(app, &visit.office_id),
        from: today.tomorrow().unwrap_or(today),
        to: office_date(visit.starts_at).saturating_add(Span::new().days(AHEAD_DAYS)),
        earliest: None,
        latest: None,
        visit_at: visit.starts_at,
        service: dossier.service.clone(),
        age_group: place.map(|place| place.age_group).unwrap_or_default(),
        ticks: visit.ticks,
        state: EntryState::Waiting,
        silent: 0,
        created_at: now,
    };
    waiting::insert(tx, &entry).await?;
    let facts = Facts {
        visit: Some(office_now(visit.starts_at)),
        ..Facts::default()
    };
    let sending = queue::Sending {
        not_before: app.config.offers.tell_at(now),
        ..queue::Sending::of_visit(&visit.office_id, now)
    };
    queue::tell_with(app, tx, &dossier, because.notice, facts, sending, now).await?;
    Ok(Some(entry.id))
}

/// The office itself, then its neighbours: those of the same commune, of a shared old district, of the same province.
fn near(app: &App, office_id: &str) -> Vec<String> {
    // A stop does not come again: the office that runs it is the nearest.
    let home = app.catalog.home_of(office_id);
    let mut found = vec![home.clone()];
    let Some(own) = app.catalog.office(&home) else {
        return found;
    };
    let shares = |other: &Office| {
        own.legacy_districts
            .iter()
            .any(|old| other.legacy_districts.contains(old))
    };
    let all = app.catalog.offices();
    let mut others: Vec<(u8, &Office)> = all
        .iter()
        .map(std::sync::Arc::as_ref)
        .filter(|other| {
            other.id != own.id && other.card_intake_enabled && other.province_code == own.province_code
        })
        .map(|other| match other {
            other if other.commune_code == own.commune_code => (0, other),
            other if shares(other) => (1, other),
            other => (2, other),
        })
        .collect();
    others.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
    let names = others
        .into_iter()
        .map(|(_, office)| office.id.as_str().to_owned());
    found.extend(names.take(MOST_OFFICES - 1));
    found
}
