//! The two stages of the account.

use super::{Actor, Stage, StageKind, StageStatus, Stop, TimelineInput, timeline::AccountTrack};
use crate::{
    account::{Event, State, activate_by},
    calendar::{days_between, office_date},
};
use jiff::Timestamp;

pub(super) fn push(input: &TimelineInput<'_>, stages: &mut Vec<Stage>) {
    let ahead = |kind| Stage::new(kind, StageStatus::ToCome { latest: None });
    let Some((track, last)) = input
        .account
        .and_then(|track| track.events.last().map(|last| (track, *last)))
    else {
        stages.extend([StageKind::AccountApproved, StageKind::AccountActivated].map(ahead));
        return;
    };
    stages.push(approved(input, track, last));
    if last.state == State::L2Refused {
        return;
    }
    let activated = first(track, State::L2Active);
    stages.push(match (activated, last.state) {
        (Some(at), _) => Stage::new(StageKind::AccountActivated, StageStatus::Done { at: Some(at) }),
        (None, State::L2Approved | State::L2Overdue) => waiting(input, track, last),
        _ => ahead(StageKind::AccountActivated),
    });
}

fn approved(input: &TimelineInput<'_>, track: AccountTrack<'_>, last: Event) -> Stage {
    let kind = StageKind::AccountApproved;
    match last.state {
        State::L2Refused => Stage::new(
            kind,
            StageStatus::Stopped {
                at: last.at,
                why: Stop::AccountRefused,
            },
        ),
        State::None | State::L1Active => Stage::new(kind, StageStatus::ToCome { latest: None }),
        State::L2Requested | State::L2Review => {
            let since = latest(track, State::L2Requested).unwrap_or(last.at);
            let due = input
                .calendar
                .add_working_days(office_date(since), track.working_days);
            let status = StageStatus::Current {
                since,
                who_acts_next: Actor::Ministry,
                latest: Some(due),
                paused: false,
            };
            Stage {
                kind,
                status,
                overdue_days: input.calendar.working_days_between(due, input.today),
            }
        }
        _ => Stage::new(
            kind,
            StageStatus::Done {
                at: first(track, State::L2Approved),
            },
        ),
    }
}

fn waiting(input: &TimelineInput<'_>, track: AccountTrack<'_>, last: Event) -> Stage {
    let since = track
        .notified_at
        .or_else(|| latest(track, State::L2Approved))
        .unwrap_or(last.at);
    let by = activate_by(since, track.activate_within_days, input.calendar);
    let overdue_days = if by.is_over(input.today) {
        u16::try_from(days_between(by.shown, input.today)).unwrap_or(0)
    } else {
        0
    };
    let status = StageStatus::Current {
        since,
        who_acts_next: Actor::Citizen,
        latest: Some(by.shown),
        paused: false,
    };
    Stage {
        kind: StageKind::AccountActivated,
        status,
        overdue_days,
    }
}

fn first(track: AccountTrack<'_>, state: State) -> Option<Timestamp> {
    track
        .events
        .iter()
        .find(|event| event.state == state)
        .map(|event| event.at)
}

fn latest(track: AccountTrack<'_>, state: State) -> Option<Timestamp> {
    track
        .events
        .iter()
        .rev()
        .find(|event| event.state == state)
        .map(|event| event.at)
}
