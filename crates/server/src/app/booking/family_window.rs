//! Keeping a window of time for a family: everybody's place, or none.

use super::{
    assist,
    availability::{self, Asking},
    plan::{self, Stretch},
};
use crate::{api::households::view, problem::ApiError, secret, state::App};
use eid_domain::{
    booking::Channel,
    calendar::office_timestamp,
    capacity::{TICK_MINUTES, Tick, VisitLengths},
    household::{Family, Window, window_at},
    office::Office,
};
use eid_store::{
    Tx,
    holds::{self, GroupVisit, NewGroup, Reservation, Way},
};
use jiff::{
    Timestamp,
    civil::{DateTime, Time},
};

/// What is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Where.
    pub office: &'a Office,
    /// Begin of the window, local time at the office.
    pub starts_at: DateTime,
    /// Who comes.
    pub family: &'a Family,
    /// The family's fresh token; only its digest is stored.
    pub token: &'a str,
    /// Keyed hash of where the request came from.
    pub source: &'a str,
    /// When the holds lapse.
    pub expires_at: Timestamp,
}

/// A window that is free, with what is needed to take it.
pub struct Found {
    stretch: Stretch,
    visits: Vec<GroupVisit<'static>>,
    household_id: String,
    channel: Channel,
}

impl Found {
    /// The window as the store takes it.
    #[must_use]
    pub fn group<'a>(&'a self, wanted: &Wanted<'a>, now: Timestamp) -> NewGroup<'a> {
        NewGroup {
            household_id: &self.household_id,
            office_id: wanted.office.id.as_str(),
            starts_at: office_timestamp(wanted.starts_at),
            capacities: &self.stretch.capacities,
            visits: &self.visits,
            expires_at: wanted.expires_at,
            source_hash: wanted.source,
            now,
        }
    }

    /// By which way it is taken, and what is left alone.
    #[must_use]
    pub fn way(&self) -> Way<'_> {
        Way {
            channel: assist::stored(self.channel),
            kept: &self.stretch.kept,
        }
    }

    /// Takes it; `None` where somebody was faster.
    ///
    /// # Errors
    /// When the database is out of reach.
    pub async fn keep(
        &self,
        tx: &mut Tx,
        wanted: &Wanted<'_>,
        now: Timestamp,
    ) -> Result<Option<Vec<Reservation>>, ApiError> {
        Ok(holds::create_group_by(tx, &self.group(wanted, now), &self.way()).await?)
    }
}

/// The window that begins then, where it is free for all of the family.
///
/// # Errors
/// When the database is out of reach.
pub async fn find(
    app: &App,
    tx: &mut Tx,
    wanted: &Wanted<'_>,
    asking: Asking,
) -> Result<Option<Found>, ApiError> {
    let (office, now) = (wanted.office, asking.now);
    let (date, start) = (wanted.starts_at.date(), wanted.starts_at.time());
    let plan = plan::ticks(office, &app.catalog.calendar(), date);
    let taken = availability::touched(tx, office, date, date, now).await?;
    let ticks = availability::free_ticks(app, office, date, &taken, asking);
    let lengths = office.visit_lengths;
    let Some(window) = window_at(&ticks, wanted.family, lengths, start) else {
        return Ok(None);
    };
    let visits = visits(&window, wanted.family, lengths, wanted.token)?;
    let kept = match asking.channel {
        Channel::Online => plan::kept(office, &plan, date, &app.config.assisted_share, now),
        // Staff leave none alone.
        Channel::Assisted => Vec::new(),
    };
    Ok(Some(Found {
        stretch: stretch(&plan, &kept, &window, &visits),
        visits,
        household_id: secret::digest(wanted.token),
        channel: asking.channel,
    }))
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
