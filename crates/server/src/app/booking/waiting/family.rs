//! A family whose time was closed is offered one window for all of them, or none.

use super::{kind_of, waiter};
use crate::{
    app::{
        availability::{self, Asking},
        family_window::{self, Wanted},
        ids,
        keys::{self, Link},
    },
    notices::{Kind as Notice, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    booking::{AgeGroup, Service, bookable_days},
    calendar::{office_date, office_now},
    capacity::is_released,
    household::{FEWEST_MEMBERS, Family, Member, window_at},
    office::Office,
};
use eid_store::{
    Tx,
    dossiers::{self, Dossier},
    waiting::{self, Entry, Whose},
};
use jiff::{Span, Timestamp, civil::DateTime};

/// The entries with which this one waits, where they are two or more.
///
/// # Errors
/// When the database is out of reach.
pub async fn with(tx: &mut Tx, entry: &Entry) -> Result<Option<Vec<Entry>>, ApiError> {
    let Some(family_id) = &entry.family_id else {
        return Ok(None);
    };
    let entries = waiting::family(tx, family_id).await?;
    Ok((entries.len() >= FEWEST_MEMBERS).then_some(entries))
}

fn members(entries: &[Entry]) -> Result<Family, ApiError> {
    let member = |entry: &Entry| {
        Some(Member {
            service: Service::parse(&entry.service)?,
            age_group: AgeGroup::parse(&entry.age_group)?,
        })
    };
    let family = entries.iter().map(member).collect::<Option<_>>();
    family
        .and_then(Family::new)
        .ok_or_else(|| ApiError::internal("a family that waits", &"of no possible members"))
}

/// The begin of the window of an office that is nearest to what the family had; `None` where none holds all of them.
///
/// # Errors
/// When the database is out of reach.
pub async fn best(
    app: &App,
    tx: &mut Tx,
    office: &Office,
    entries: &[Entry],
    now: Timestamp,
) -> Result<Option<DateTime>, ApiError> {
    let family = members(entries)?;
    // Whoever goes first begins with the window: where they were offered it, all were.
    let first = family.turns().first().and_then(|turn| entries.get(*turn));
    let (Some(first), Some(visit)) = (first, entries.iter().map(|entry| entry.visit_at).min()) else {
        return Ok(None);
    };
    let mut person = waiter(app, tx, first).await?;
    person.visit = office_now(visit);
    let id = office.id.as_str();
    let from = person.wish.from.max(app.today());
    // No day beyond the horizon is ever free.
    let to = person.wish.to.min(bookable_days(office_date(now)).1);
    if to < from {
        return Ok(None);
    }
    let taken = availability::touched(tx, office, from, to, now).await?;
    let mut free = Vec::new();
    for date in from
        .series(Span::new().days(1))
        .take_while(|date| *date <= to)
        .filter(|date| is_released(id, *date, now))
    {
        let ticks = availability::free_ticks(app, office, date, &taken, Asking::online(now));
        let windows = ticks
            .iter()
            .filter_map(|tick| window_at(&ticks, &family, office.visit_lengths, tick.start));
        free.extend(windows.map(|window| date.to_datetime(window.start)));
    }
    Ok(person.best(id, free, now))
}

/// Keeps a window for a family that was claimed, tells them once, and writes it down for each. False where it has gone.
pub(super) async fn give(
    app: &App,
    tx: &mut Tx,
    entries: &[Entry],
    office: &Office,
    starts_at: DateTime,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let Some(first) = entries.first() else {
        return Ok(false);
    };
    let rules = &app.config.offers;
    let expires_at = rules.answer_until(now, kind_of(first)?.answer_minutes(rules));
    let token = ids::handle(app.rng.as_ref())?;
    let family = members(entries)?;
    let wanted = Wanted {
        office,
        starts_at,
        family: &family,
        token: &token,
        source: "waiting",
        expires_at: super::offer::held_until(expires_at),
    };
    let Some(found) = family_window::find(app, tx, &wanted, Asking::online(now)).await? else {
        return Ok(false);
    };
    let mut offers = Vec::with_capacity(entries.len());
    for _ in entries {
        offers.push(ids::handle(app.rng.as_ref())?);
    }
    let whose: Vec<Whose<'_>> = entries
        .iter()
        .zip(&offers)
        .map(|(entry, id)| Whose {
            id,
            entry_id: &entry.id,
            dossier_id: &entry.dossier_id,
        })
        .collect();
    if !waiting::keep_family(tx, &found.group(&wanted, now), &found.way(), &whose, expires_at).await? {
        return Ok(false);
    }
    let people = dossiers_of(tx, entries).await?;
    let (Some(person), Some(offer)) = (people.first(), offers.first()) else {
        return Err(ApiError::internal("waiting", &"an entry without a dossier"));
    };
    let about = Link::Offer.about(offer);
    keys::issue_link(app, tx, &person.id, Link::Offer, &about, expires_at, now).await?;
    let facts = Facts {
        visit: Some(starts_at),
        until: Some(office_now(expires_at)),
        link: keys::address(app, Link::Offer, &person.reference),
        ..Facts::default()
    };
    let sending = queue::Sending {
        office_id: Some(office.id.as_str()),
        link: Some(&about),
        not_before: rules.tell_at(now),
    };
    queue::tell_together(app, tx, &people, Notice::OtherPlace, facts, sending, now).await?;
    for person in &people {
        super::offer::written(app, tx, &person.id, now).await?;
    }
    Ok(true)
}

/// Tells a family, once, that there is no window for all of them now; it goes on waiting.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell_none(app: &App, tx: &mut Tx, family_id: &str, now: Timestamp) -> Result<bool, ApiError> {
    if !waiting::tell_none(tx, family_id, now).await? {
        return Ok(false);
    }
    let entries = waiting::family(tx, family_id).await?;
    let people = dossiers_of(tx, &entries).await?;
    if people.len() < FEWEST_MEMBERS {
        return Ok(false);
    }
    let sending = queue::Sending::at(app.config.offers.tell_at(now));
    queue::tell_together(app, tx, &people, Notice::NoWindow, Facts::default(), sending, now).await?;
    Ok(true)
}

async fn dossiers_of(tx: &mut Tx, entries: &[Entry]) -> Result<Vec<Dossier>, ApiError> {
    let mut people = Vec::with_capacity(entries.len());
    for entry in entries {
        people.extend(dossiers::by_id(tx, &entry.dossier_id).await?);
    }
    Ok(people)
}
