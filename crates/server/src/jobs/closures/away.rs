//! Putting people first in the queue for another visit: one alone, a family as one.

use crate::{
    app::{dossiers as cases, ids, waiting as queue_of},
    notices::{Kind as Notice, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::{office_date, office_now},
    dossier::State,
    household::{FEWEST_MEMBERS, MOST_MEMBERS},
    office::Office,
    waiting::{Kind, MOST_OFFICES},
};
use eid_store::{
    Tx,
    appointments::{self, Appointment},
    dossiers::{self, Dossier},
    holds,
    waiting::{self, Entry, EntryState},
};
use jiff::{Span, Timestamp};
use std::collections::BTreeSet;

/// So many days after the closed one are searched.
const AHEAD_DAYS: i64 = 60;

/// Why somebody is to be moved.
pub struct Because {
    /// The closed day, where it is one.
    pub exception_id: Option<String>,
    /// What they are told.
    pub notice: Notice,
}

/// A visit, and whose it is.
type One = (Dossier, Appointment);

/// Puts people first in the queue for other visits, and tells them; their own stand until they have others. Who booked
/// together and still comes together is moved together, those too whose own time would stand: a family is not torn apart.
/// Returns the ids of the entries. The caller has locked the visits and nudges the queue.
///
/// # Errors
/// When the database is out of reach.
pub async fn move_away(
    app: &App,
    tx: &mut Tx,
    because: &Because,
    visits: Vec<Appointment>,
    now: Timestamp,
) -> Result<Vec<String>, ApiError> {
    let mut entries = Vec::new();
    let mut moved: BTreeSet<String> = BTreeSet::new();
    for visit in visits {
        if moved.contains(&visit.dossier_id) {
            continue;
        }
        let Some(dossier) = dossiers::by_id(tx, &visit.dossier_id).await? else {
            continue;
        };
        let family = family_of(tx, &dossier, &visit).await?;
        let one = [(dossier, visit)];
        let together = if family.is_empty() { &one[..] } else { &family[..] };
        moved.extend(together.iter().map(|(dossier, _)| dossier.id.clone()));
        entries.extend(enter(app, tx, because, together, now).await?);
        let people: Vec<Dossier> = together.iter().map(|(dossier, _)| dossier.clone()).collect();
        if let Some((_, first)) = together.first() {
            tell(app, tx, because.notice, &people, first, now).await?;
        }
    }
    Ok(entries)
}

/// Those with whom somebody booked and still comes, and they themselves, in order of time; their visits are locked. Empty
/// for one alone. A class is held like a family, but its pupils have phones of their own.
async fn family_of(tx: &mut Tx, dossier: &Dossier, visit: &Appointment) -> Result<Vec<One>, ApiError> {
    let place = visit.reservation_id.as_str();
    let household = holds::households(tx, &[place]).await?.remove(place);
    let Some(household) = household else {
        return Ok(Vec::new());
    };
    let found = appointments::of_household(tx, &household).await?;
    let ids: Vec<&str> = found.iter().map(|visit| visit.dossier.id.as_str()).collect();
    waiting::lock_visits(tx, &ids).await?;
    let mut family = Vec::new();
    // Once more: until they were locked, somebody may have moved.
    for found in appointments::of_household(tx, &household).await? {
        if found.dossier.otp_phone == dossier.otp_phone && cases::state_of(&found.dossier)? == State::Booked {
            family.push((found.dossier, found.appointment));
        }
    }
    let is_one = (FEWEST_MEMBERS..=MOST_MEMBERS).contains(&family.len())
        && family.iter().any(|(member, _)| member.id == dossier.id);
    Ok(if is_one { family } else { Vec::new() })
}

/// An entry for each of them.
async fn enter(
    app: &App,
    tx: &mut Tx,
    because: &Because,
    together: &[One],
    now: Timestamp,
) -> Result<Vec<String>, ApiError> {
    // What the offers that end now keep, in the order in which everybody locks it.
    let ids: Vec<&str> = together.iter().map(|(dossier, _)| dossier.id.as_str()).collect();
    waiting::lock_changes(tx, &ids, &[]).await?;
    for (dossier, _) in together {
        queue_of::end(app, tx, &dossier.id, EntryState::Withdrawn, now).await?;
    }
    let mut entries: Vec<String> = Vec::new();
    let mut family_id = None;
    for (dossier, visit) in together {
        let place = holds::get(tx, &visit.reservation_id).await?;
        let today = office_date(now);
        let id = ids::time_ordered(app.rng.as_ref(), now)?;
        if together.len() > 1 {
            family_id.get_or_insert_with(|| id.clone());
        }
        let entry = Entry {
            id,
            dossier_id: dossier.id.clone(),
            kind: Kind::Closure.as_str().to_owned(),
            exception_id: because.exception_id.clone(),
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
            family_id: family_id.clone(),
        };
        waiting::insert(tx, &entry).await?;
        entries.push(entry.id);
    }
    Ok(entries)
}

/// Tells one person, or a family at once, what becomes of their visit, the first of theirs; by day.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell(
    app: &App,
    tx: &mut Tx,
    notice: Notice,
    people: &[Dossier],
    visit: &Appointment,
    now: Timestamp,
) -> Result<(), ApiError> {
    let facts = Facts {
        visit: Some(office_now(visit.starts_at)),
        ..Facts::default()
    };
    let sending = queue::Sending {
        not_before: app.config.offers.tell_at(now),
        ..queue::Sending::of_visit(&visit.office_id, now)
    };
    queue::tell_together(app, tx, people, notice, facts, sending, now).await
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
