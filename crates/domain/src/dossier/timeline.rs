//! The timeline: what is behind, who acts now and until when, what is ahead.

use super::{
    ClockView, Event, Stage, StageKind, StageStatus, State, Stop, clock::CORRECTION_MONTHS, timeline_account,
};
use crate::{
    account,
    booking::Service,
    calendar::{Calendar, days_after, office_date},
};
use jiff::{Span, Timestamp, civil::Date};

/// What the timeline is made from.
#[derive(Debug, Clone, Copy)]
pub struct TimelineInput<'a> {
    /// What was asked for.
    pub service: Service,
    /// Every change of state, oldest first.
    pub events: &'a [Event],
    /// Day of the booked visit.
    pub visit_on: Option<Date>,
    /// The account, once it was asked for at the counter.
    pub account: Option<AccountTrack<'a>>,
    /// Limit for the card in working days, see [`super::CARD_WORKING_DAYS`].
    pub card_working_days: u16,
    /// Whether the owner has chosen that the post brings the card.
    pub by_post: bool,
    /// Days after the notice from which a card counts as unclaimed, see [`super::UNCLAIMED_AFTER_DAYS`].
    pub unclaimed_after_days: u16,
    /// Today at the office.
    pub today: Date,
    /// Holidays.
    pub calendar: &'a Calendar,
}

/// The account's part.
#[derive(Debug, Clone, Copy)]
pub struct AccountTrack<'a> {
    /// Every change of state since it was asked for, oldest first.
    pub events: &'a [account::Event],
    /// When the person was told that it is approved.
    pub notified_at: Option<Timestamp>,
    /// Limit in working days, see [`account::ACCOUNT_WORKING_DAYS`].
    pub working_days: u16,
    /// Days to activate, see [`account::ACTIVATE_WITHIN_DAYS`].
    pub activate_within_days: u16,
}

const CARD: &[StageKind] = &[
    StageKind::Booked,
    StageKind::Attended,
    StageKind::Received,
    StageKind::Sent,
    StageKind::Approved,
    StageKind::Printed,
    StageKind::OnTheWay,
    StageKind::AtOffice,
    StageKind::Notified,
    StageKind::WithPost,
    StageKind::HandedOver,
];
const ACCOUNT_ONLY: &[StageKind] = &[StageKind::Booked, StageKind::Attended, StageKind::Received];

/// The stages in order. After a stop nothing is ahead any more. Stages a dossier did not need (a booking, for who
/// walked in; the office, for who had it delivered) are left out.
#[must_use]
pub fn timeline(input: &TimelineInput<'_>) -> Vec<Stage> {
    let way = Way::of(input);
    let kinds = if input.service.has_card() {
        CARD
    } else {
        ACCOUNT_ONLY
    };
    let mut stages = Vec::with_capacity(kinds.len() + 2);
    let mut stopped = false;
    for kind in kinds.iter().copied().filter(|kind| way.needs(*kind)) {
        let stage = way.stage(kind);
        stages.push(stage);
        if matches!(stage.status, StageStatus::Stopped { .. }) {
            stopped = true;
            break;
        }
    }
    if input.service.has_account() && !(stopped && input.account.is_none()) {
        timeline_account::push(input, &mut stages);
    }
    stages
}

struct Way<'a> {
    input: &'a TimelineInput<'a>,
    clock: Option<ClockView>,
    /// The last change; `None` for an empty history.
    last: Option<Event>,
    /// The stage waited for; `None` when all are done.
    current: Option<StageKind>,
    stop: Option<Stop>,
}

impl<'a> Way<'a> {
    fn of(input: &'a TimelineInput<'a>) -> Self {
        let clock = ClockView::of(input.events, input.card_working_days, input.today, input.calendar);
        let last = input.events.last().copied();
        let stop = last.and_then(|event| stop(event.state));
        let standing = match stop {
            Some(_) => input
                .events
                .iter()
                .rev()
                .find(|event| self::stop(event.state).is_none())
                .copied(),
            None => last,
        };
        let state = standing.map_or(State::Draft, |event| event.state);
        let current = match current(state, clock.is_some()) {
            // A card in the office waits for the post, not for its owner.
            Some(StageKind::Notified) if input.by_post => Some(StageKind::WithPost),
            current => current,
        };
        Self {
            input,
            clock,
            last,
            current,
            stop,
        }
    }

    fn has(&self, state: State) -> bool {
        self.input.events.iter().any(|event| event.state == state)
    }

    /// Whether the card last left for the post rather than for the office, or is to do so.
    fn delivered_by_post(&self) -> bool {
        let mut ways = self.input.events.iter().rev().map(|event| event.state);
        let last = ways.find(|state| matches!(state, State::WithPost | State::AtOffice));
        last == Some(State::WithPost) || (self.input.by_post && !self.is_behind(StageKind::WithPost))
    }

    fn is_behind(&self, kind: StageKind) -> bool {
        self.current.is_none_or(|current| kind < current)
    }

    fn needs(&self, kind: StageKind) -> bool {
        match kind {
            StageKind::Booked => !self.is_behind(kind) || self.has(State::Booked),
            StageKind::Attended => {
                !self.is_behind(kind) || self.has(State::CheckedIn) || self.has(State::InIntake)
            }
            StageKind::WithPost => self.delivered_by_post(),
            StageKind::AtOffice => !self.has(State::WithPost) || self.has(State::AtOffice),
            StageKind::Notified => self.has(State::Notified) || !self.delivered_by_post(),
            _ => true,
        }
    }

    fn stage(&self, kind: StageKind) -> Stage {
        if self.is_behind(kind) {
            let entry = entries(kind);
            let event = self
                .input
                .events
                .iter()
                .rev()
                .find(|event| entry.contains(&event.state));
            return Stage::new(
                kind,
                StageStatus::Done {
                    at: event.map(|event| event.at),
                },
            );
        }
        let running = self.clock.filter(|clock| clock.stopped_on.is_none());
        let due = running.and_then(|clock| clock.due.date());
        match (self.current == Some(kind), self.last, self.stop) {
            (true, Some(last), Some(why)) => Stage::new(kind, StageStatus::Stopped { at: last.at, why }),
            (true, Some(last), None) => {
                let paused = running.is_some() && due.is_none();
                let who_acts_next = last.state.who_acts_next().unwrap_or(super::Actor::Officer);
                let latest = self.latest(last).or(due);
                let status = StageStatus::Current {
                    since: last.at,
                    who_acts_next,
                    latest,
                    paused,
                };
                let overdue_days = running.map_or(0, |clock| clock.overdue_days);
                Stage {
                    kind,
                    status,
                    overdue_days,
                }
            }
            _ => {
                let latest = due.filter(|_| kind == StageKind::AtOffice);
                Stage::new(kind, StageStatus::ToCome { latest })
            }
        }
    }

    /// The last day a person has for what is asked of them.
    fn latest(&self, last: Event) -> Option<Date> {
        // Who came and left again has no more time than before.
        let asked = self.input.events.iter().rev();
        let asked = asked.take_while(|event| event.state.asks_to_return() || event.state == State::CheckedIn);
        let asked = asked.filter(|event| event.state.asks_to_return()).last();
        let since = office_date(asked.unwrap_or(&last).at);
        match last.state {
            State::Booked => self.input.visit_on,
            State::DataCorrection | State::NeedsCorrection => {
                Some(since.saturating_add(Span::new().months(CORRECTION_MONTHS)))
            }
            // From then on it counts as uncollected; it is kept all the same.
            State::Notified => Some(days_after(since, i32::from(self.input.unclaimed_after_days))),
            _ => None,
        }
    }
}

const fn stop(state: State) -> Option<Stop> {
    match state {
        State::NoShow => Some(Stop::NoShow),
        State::Refused => Some(Stop::Refused),
        State::Cancelled => Some(Stop::Cancelled),
        State::Expired => Some(Stop::Expired),
        _ => None,
    }
}

/// The stage a state waits for. A dossier that goes back to the counter after its receipt waits for approval all the
/// same: it stays received.
const fn current(state: State, received: bool) -> Option<StageKind> {
    Some(match state {
        State::Draft | State::Submitted => StageKind::Booked,
        State::Booked | State::NoShow => StageKind::Attended,
        State::CheckedIn | State::InIntake | State::DataCorrection if !received => StageKind::Received,
        State::Received => StageKind::Sent,
        State::CheckedIn
        | State::InIntake
        | State::DataCorrection
        | State::SentToMinistry
        | State::InReview
        | State::NeedsCorrection => StageKind::Approved,
        State::Approved => StageKind::Printed,
        State::Printed => StageKind::OnTheWay,
        State::InTransit => StageKind::AtOffice,
        State::AtOffice => StageKind::Notified,
        State::Notified | State::Unclaimed | State::WithPost | State::ReturnedByPost => StageKind::HandedOver,
        State::HandedOver | State::Completed | State::Refused | State::Cancelled | State::Expired => {
            return None;
        }
    })
}

/// The states whose entry means that a stage is done.
const fn entries(kind: StageKind) -> &'static [State] {
    match kind {
        StageKind::Booked => &[State::Booked],
        StageKind::Attended => &[State::CheckedIn],
        StageKind::Received => &[State::Received, State::Completed],
        StageKind::Sent => &[State::SentToMinistry],
        StageKind::Approved => &[State::Approved],
        StageKind::Printed => &[State::Printed],
        StageKind::OnTheWay => &[State::InTransit],
        StageKind::AtOffice => &[State::AtOffice],
        StageKind::Notified => &[State::Notified],
        StageKind::WithPost => &[State::WithPost],
        StageKind::HandedOver => &[State::HandedOver],
        StageKind::AccountApproved | StageKind::AccountActivated => &[],
    }
}
