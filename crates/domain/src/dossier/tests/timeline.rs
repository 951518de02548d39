use super::*;
use crate::{account, booking::Service};
use jiff::{
    Timestamp,
    civil::{Date, date},
};
use proptest::prelude::*;

pub(super) const TODAY: Date = date(2026, 11, 26);

fn at(day: &str) -> Timestamp {
    format!("{day}T02:00:00Z").parse().unwrap()
}

pub(super) fn stages_with(
    service: Service,
    days: &[(State, &str)],
    account: &[(account::State, &str)],
    today: Date,
) -> Vec<Stage> {
    stages_by(service, days, account, today, false)
}

pub(super) fn stages_by(
    service: Service,
    days: &[(State, &str)],
    account: &[(account::State, &str)],
    today: Date,
    by_post: bool,
) -> Vec<Stage> {
    let events = history(days);
    let account_events: Vec<_> = account
        .iter()
        .map(|(state, day)| account::Event {
            state: *state,
            at: at(day),
            actor: Actor::System,
        })
        .collect();
    let track = AccountTrack {
        events: &account_events,
        notified_at: None,
        working_days: account::ACCOUNT_WORKING_DAYS_WITH_CARD,
        activate_within_days: account::ACTIVATE_WITHIN_DAYS,
    };
    timeline(&TimelineInput {
        service,
        events: &events,
        visit_on: Some(date(2026, 11, 20)),
        account: (!account.is_empty()).then_some(track),
        card_working_days: CARD_WORKING_DAYS,
        by_post,
        unclaimed_after_days: crate::dossier::UNCLAIMED_AFTER_DAYS,
        today,
        calendar: &calendar(),
    })
}

/// `done`, `now`, `to come`, `stopped` in one letter each, with the stages' names.
pub(super) fn sketch(stages: &[Stage]) -> String {
    let letter = |stage: &Stage| match stage.status {
        StageStatus::Done { .. } => '+',
        StageStatus::Current { .. } => '>',
        StageStatus::ToCome { .. } => '.',
        StageStatus::Stopped { .. } => '!',
    };
    stages
        .iter()
        .map(|stage| format!("{}{}", letter(stage), stage.kind))
        .collect::<Vec<_>>()
        .join(" ")
}

pub(super) fn card(days: &[(State, &str)]) -> String {
    sketch(&stages_with(Service::Card, days, &[], TODAY))
}

pub(super) const UNTIL_REVIEW: &[(State, &str)] = &[
    (State::Booked, "2026-11-18"),
    (State::CheckedIn, "2026-11-20"),
    (State::InIntake, "2026-11-20"),
    (State::Received, "2026-11-20"),
    (State::SentToMinistry, "2026-11-20"),
    (State::InReview, "2026-11-23"),
];

#[test]
fn a_booked_visit() {
    let stages = stages_with(Service::CardAndAccount, &UNTIL_REVIEW[..1], &[], TODAY);
    assert_eq!(
        sketch(&stages),
        "+booked >attended .received .sent .approved .printed .on_the_way .at_office .notified .handed_over \
         .account_approved .account_activated"
    );
    let expected = StageStatus::Current {
        since: at("2026-11-18"),
        who_acts_next: Actor::Citizen,
        latest: Some(date(2026, 11, 20)),
        paused: false,
    };
    assert_eq!(stages[1].status, expected);
}

#[test]
fn in_review_with_its_lawful_date() {
    let stages = stages_with(Service::Card, UNTIL_REVIEW, &[], TODAY);
    assert_eq!(
        sketch(&stages),
        "+booked +attended +received +sent >approved .printed .on_the_way .at_office .notified .handed_over"
    );
    let due = Some(date(2026, 12, 2));
    let expected = StageStatus::Current {
        since: at("2026-11-23"),
        who_acts_next: Actor::Ministry,
        latest: due,
        paused: false,
    };
    assert_eq!((stages[4].status, stages[4].overdue_days), (expected, 0));
    assert_eq!(stages[7].status, StageStatus::ToCome { latest: due });
    assert_eq!(
        stages[2].status,
        StageStatus::Done {
            at: Some(at("2026-11-20"))
        }
    );
    let late = stages_with(Service::Card, UNTIL_REVIEW, &[], date(2026, 12, 4));
    assert_eq!(late[4].overdue_days, 2);
}

#[test]
fn a_correction_after_the_receipt_stays_at_approval_and_pauses() {
    let mut days = UNTIL_REVIEW.to_vec();
    for state in [State::NeedsCorrection, State::InIntake] {
        days.push((state, "2026-11-25"));
        let stages = stages_with(Service::Card, &days, &[], date(2026, 12, 24));
        let StageStatus::Current {
            who_acts_next,
            latest,
            paused,
            ..
        } = stages[4].status
        else {
            panic!("{}", sketch(&stages));
        };
        assert!(paused && stages[4].overdue_days == 0);
        let person = state == State::NeedsCorrection;
        assert_eq!(
            who_acts_next,
            if person { Actor::Citizen } else { Actor::Officer }
        );
        assert_eq!(latest, person.then_some(date(2027, 5, 25)));
    }
}

#[test]
fn the_way_ends_where_it_stops() {
    assert_eq!(
        card(&[(State::Booked, "2026-11-18"), (State::NoShow, "2026-11-20")]),
        "+booked !attended"
    );
    assert_eq!(
        card(&[(State::Booked, "2026-11-18"), (State::Cancelled, "2026-11-19")]),
        "+booked !attended"
    );
    let mut days = UNTIL_REVIEW.to_vec();
    days.push((State::Refused, "2026-11-25"));
    assert_eq!(card(&days), "+booked +attended +received +sent !approved");
    let cancelled = [(State::Booked, "2026-11-18"), (State::Cancelled, "2026-11-19")];
    let stages = stages_with(Service::CardAndAccount, &cancelled, &[], TODAY);
    assert_eq!(sketch(&stages), "+booked !attended", "no account either");
}

#[test]
fn a_new_booking_after_a_missed_one_and_an_undone_check_in() {
    let again = [
        (State::Booked, "2026-11-18"),
        (State::NoShow, "2026-11-20"),
        (State::Booked, "2026-11-21"),
    ];
    assert!(card(&again).starts_with("+booked >attended .received"));
    let undone = [
        (State::Booked, "2026-11-18"),
        (State::CheckedIn, "2026-11-20"),
        (State::Booked, "2026-11-20"),
    ];
    assert!(card(&undone).starts_with("+booked >attended .received"));
}

#[test]
fn who_walked_in_has_no_booking_stage() {
    let days = [(State::CheckedIn, "2026-11-20"), (State::InIntake, "2026-11-20")];
    assert!(card(&days).starts_with("+attended >received .sent"));
    let online = [(State::Submitted, "2026-11-19"), (State::Received, "2026-11-20")];
    assert!(card(&online).starts_with("+received >sent"));
}

#[test]
fn an_account_alone() {
    use account::State as A;
    let days = [
        (State::Booked, "2026-11-18"),
        (State::CheckedIn, "2026-11-20"),
        (State::InIntake, "2026-11-20"),
        (State::Completed, "2026-11-20"),
    ];
    let sketch_at = |account: &[(A, &str)]| sketch(&stages_with(Service::Account, &days, account, TODAY));
    let visit = "+booked +attended +received";
    let mut account = vec![(A::L2Requested, "2026-11-20")];
    assert_eq!(
        sketch_at(&account),
        format!("{visit} >account_approved .account_activated")
    );
    account.push((A::L2Review, "2026-11-20"));
    let mut refused = account.clone();
    refused.push((A::L2Refused, "2026-11-23"));
    assert_eq!(sketch_at(&refused), format!("{visit} !account_approved"));
    account.push((A::L2Approved, "2026-11-23"));
    assert_eq!(
        sketch_at(&account),
        format!("{visit} +account_approved >account_activated")
    );
    account.extend([(A::L2Active, "2026-11-25"), (A::Locked, "2026-11-26")]);
    assert_eq!(
        sketch_at(&account),
        format!("{visit} +account_approved +account_activated")
    );
}

#[test]
fn the_account_s_own_clocks() {
    use account::State as A;
    let stage = |account: &[(A, &str)], today| {
        let stages = stages_with(Service::CardAndAccount, UNTIL_REVIEW, account, today);
        let current = stages
            .iter()
            .rev()
            .find(|stage| matches!(stage.status, StageStatus::Current { .. }));
        let StageStatus::Current { latest, .. } = current.unwrap().status else {
            unreachable!()
        };
        (current.unwrap().kind, latest, current.unwrap().overdue_days)
    };
    let review = [(A::L2Requested, "2026-11-20"), (A::L2Review, "2026-11-20")];
    let approved = [(A::L2Requested, "2026-11-13"), (A::L2Approved, "2026-11-20")];
    let (due, by) = (Some(date(2026, 12, 2)), Some(date(2026, 11, 27)));
    assert_eq!(
        stage(&review, date(2026, 12, 2)),
        (StageKind::AccountApproved, due, 0)
    );
    assert_eq!(
        stage(&review, date(2026, 12, 3)),
        (StageKind::AccountApproved, due, 1)
    );
    assert_eq!(
        stage(&approved, date(2026, 11, 27)),
        (StageKind::AccountActivated, by, 0)
    );
    assert_eq!(
        stage(&approved, date(2026, 11, 30)),
        (StageKind::AccountActivated, by, 3)
    );
}

#[test]
fn an_empty_history_and_the_json() {
    assert!(card(&[]).starts_with(".booked .attended"));
    let stages = stages_with(Service::Card, UNTIL_REVIEW, &[], TODAY);
    let json = serde_json::to_string(&stages[4]).unwrap();
    assert_eq!(
        json,
        r#"{"kind":"approved","status":{"is":"current","since":"2026-11-23T02:00:00Z","who_acts_next":"ministry","latest":"2026-12-02","paused":false},"overdue_days":0}"#
    );
    assert_eq!(serde_json::from_str::<Stage>(&json).unwrap(), stages[4]);
}

proptest! {
    /// Along any lawful history: stages are in order, done ones come first, at most one of the card is current, and
    /// only a finished dossier has none.
    #[test]
    fn any_history_gives_a_readable_timeline(
        picks in prop::collection::vec(any::<prop::sample::Index>(), 0..40),
        by_post in any::<bool>(),
    ) {
        let mut days = vec![(State::Booked, "2026-11-18")];
        for pick in picks {
            let ways = ways(&days);
            if ways.is_empty() { break; }
            days.push((ways[pick.index(ways.len())], "2026-11-20"));
        }
        let (state, _) = days[days.len() - 1];
        if state == State::Completed { return Ok(()); }
        let stages = stages_by(Service::Card, &days, &[], TODAY, by_post);
        prop_assert!(stages.windows(2).all(|pair| pair[0].kind < pair[1].kind));
        let rank = |stage: &Stage| match stage.status {
            StageStatus::Done { .. } => 0,
            StageStatus::Current { .. } | StageStatus::Stopped { .. } => 1,
            StageStatus::ToCome { .. } => 2,
        };
        prop_assert!(stages.windows(2).all(|pair| rank(&pair[0]) <= rank(&pair[1])), "{}", sketch(&stages));
        let standing = stages.iter().filter(|stage| rank(stage) == 1).count();
        prop_assert_eq!(standing, usize::from(state != State::HandedOver), "{}", sketch(&stages));
        prop_assert!(stages.iter().all(|stage| stage.status != (StageStatus::Done { at: None })), "{}", sketch(&stages));
    }
}
