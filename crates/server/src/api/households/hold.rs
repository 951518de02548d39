//! `POST /api/household-holds`.

use super::view;
use crate::{
    app::{
        assist::{self, Helper},
        availability::{self, Asking},
        ids,
        plan::{self, Stretch},
    },
    limits,
    problem::ApiError,
    proof, secret,
    state::App,
    web::{
        client::Proved,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    booking::{Channel, hold_until},
    calendar::office_timestamp,
    capacity::{FreeTick, TICK_MINUTES, Tick, VisitLengths, is_released},
    household::{Family, Window, window_at},
    office::Office,
    problem::{Problem, ProblemCode},
    wire::household::{HouseholdHold, NewHouseholdHold},
};
use eid_store::{
    Tx,
    holds::{self, GroupVisit, NewGroup, Way},
};
use jiff::civil::Time;

/// Keeps a window for a family for ten minutes: everybody's place, or none.
///
/// # Errors
/// `slot_not_offered`, `slot_taken`, `too_many_requests`.
#[utoipa::path(post, path = "/api/household-holds", tag = "household", request_body = NewHouseholdHold, responses(
    (status = 201, body = HouseholdHold), (status = 409, body = Problem, description = "`slot_taken`"),
    (status = 422, body = Problem, description = "`slot_not_offered`")))]
pub async fn hold(
    State(app): State<App>,
    who: Proved,
    helper: Helper,
    Mutation { body: wanted, once }: Mutation<NewHouseholdHold>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let not_offered = || ApiError::from(ProblemCode::SlotNotOffered);
    let office = app
        .catalog
        .open_to_all(&wanted.office_id)
        .ok_or_else(not_offered)?;
    let date = wanted.starts_at.date();
    if !is_released(office.id.as_str(), date, now) {
        return Err(not_offered());
    }
    let plan = plan::ticks(&office, &app.catalog.calendar(), date);
    // By the plan alone: is this a time at all?
    let planned: Vec<FreeTick> = plan.iter().map(free).collect();
    let (lengths, start) = (office.visit_lengths, wanted.starts_at.time());
    window_at(&planned, &wanted.members, lengths, start).ok_or_else(not_offered)?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut by_staff = false;
    for _ in wanted.members.members() {
        by_staff = helper.spend(&app, &mut tx, now).await?;
        if !by_staff {
            limits::spend(&mut tx, &app.config.limits.hold_source, &who.source, now).await?;
        }
    }
    if !by_staff {
        proof::ask(&app, &mut tx, &app.config.limits.hold_source, &who, now).await?;
    }
    let token = ids::handle(app.rng.as_ref())?;
    let channel = helper.channel_at(&office);
    let asking = Asking { channel, now };
    let kept = keep(
        &app,
        &mut tx,
        &office,
        &wanted,
        &plan,
        &token,
        &who.source,
        asking,
    )
    .await?;
    let Some(kept) = kept else {
        app.days.forget(&wanted.office_id);
        return Err(ProblemCode::SlotTaken.into());
    };
    let answer = once.finish(tx, StatusCode::CREATED, &kept).await;
    app.days.forget(&wanted.office_id);
    answer
}

const fn free(tick: &Tick) -> FreeTick {
    FreeTick {
        start: tick.start,
        free: tick.capacity,
    }
}

#[expect(clippy::too_many_arguments, reason = "the parts of one request")]
async fn keep(
    app: &App,
    tx: &mut Tx,
    office: &Office,
    wanted: &NewHouseholdHold,
    plan: &[Tick],
    token: &str,
    source: &str,
    asking: Asking,
) -> Result<Option<HouseholdHold>, ApiError> {
    let (date, now) = (wanted.starts_at.date(), asking.now);
    let taken = availability::touched(tx, office, date, date, now).await?;
    let ticks = availability::free_ticks(app, office, date, &taken, asking);
    let (lengths, start) = (office.visit_lengths, wanted.starts_at.time());
    let Some(window) = window_at(&ticks, &wanted.members, lengths, start) else {
        return Ok(None);
    };
    let visits = visits(&window, &wanted.members, lengths, token)?;
    let kept = match asking.channel {
        Channel::Online => plan::kept(office, plan, date, &app.config.assisted_share, now),
        // Staff leave none alone.
        Channel::Assisted => Vec::new(),
    };
    let stretch = stretch(plan, &kept, &window, &visits);
    let group = NewGroup {
        household_id: &secret::digest(token),
        office_id: &wanted.office_id,
        starts_at: office_timestamp(wanted.starts_at),
        capacities: &stretch.capacities,
        visits: &visits,
        expires_at: hold_until(now),
        source_hash: source,
        now,
    };
    let way = Way {
        channel: assist::stored(asking.channel),
        kept: &stretch.kept,
    };
    let places = holds::create_group_by(tx, &group, &way).await?;
    Ok(places.and_then(|places| view::hold(token.to_owned(), &places, now)))
}

fn visits(
    window: &Window,
    family: &Family,
    lengths: VisitLengths,
    token: &str,
) -> Result<Vec<GroupVisit<'static>>, ApiError> {
    let members = family.members().iter().zip(&window.starts).enumerate();
    members
        .map(|(nth, (member, start))| {
            Ok(GroupVisit {
                id: view::reservation_id(token, nth),
                first: ticks_between(window.start, *start)?,
                ticks: member.ticks_at(lengths),
                service: member.service.as_str(),
                age_group: member.age_group.as_str(),
            })
        })
        .collect()
}

fn ticks_between(from: Time, to: Time) -> Result<u8, ApiError> {
    let ticks = from.duration_until(to).as_mins() / i64::from(TICK_MINUTES);
    u8::try_from(ticks).map_err(|error| ApiError::internal("a window", &error))
}

/// The places of each tick of the window by the plan. Where the tick itself has more, as many as are wanted beside those
/// kept: what is stored counts then.
fn stretch(plan: &[Tick], kept: &[u16], window: &Window, visits: &[GroupVisit<'_>]) -> Stretch {
    let there = |tick: u8| {
        let is = |visit: &&GroupVisit<'_>| (visit.first..visit.first + visit.ticks).contains(&tick);
        u16::try_from(visits.iter().filter(is).count()).unwrap_or(u16::MAX)
    };
    let is_within = |tick: &Tick| window.start <= tick.start && tick.start < window.end;
    let first = plan.iter().position(is_within).unwrap_or(plan.len());
    let within = plan.iter().zip(kept.iter().copied().chain(std::iter::repeat(0)));
    let within: Vec<(&Tick, u16)> = within
        .skip(first)
        .take_while(|(tick, _)| is_within(tick))
        .collect();
    let wanted = within.iter().zip(0..);
    Stretch {
        capacities: wanted
            .map(|((tick, kept), nth)| tick.capacity.max(there(nth).saturating_add(*kept)))
            .collect(),
        kept: within.iter().map(|(_, kept)| *kept).collect(),
    }
}
