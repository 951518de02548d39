//! What is past its lawful day, and when a question about it stands ready.

use super::Question;
use crate::wire::dossiers::DossierView;
use jiff::{SignedDuration, Timestamp, civil::Date};

/// After a question about it, so long nobody is handed the same one again: an answer must be given time to come true.
const ASKED_LATELY: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A lawful day that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passed {
    /// The day.
    pub due_on: Date,
    /// Working days past it, at least 1.
    pub days: u16,
}

impl Passed {
    fn of(due_on: Option<Date>, days: u16) -> Option<Self> {
        let due_on = due_on.filter(|_| days > 0)?;
        Some(Self { due_on, days })
    }
}

/// What an agency owes a person since its lawful day: the card (Law on Identification 26/2023, art. 26) while its clock runs,
/// the account (Decree 69/2024/NĐ-CP, art. 13) until it is judged. Each by itself: a card that came in time says nothing of
/// the account that was asked for with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// The card.
    pub card: Option<Passed>,
    /// The account.
    pub account: Option<Passed>,
}

impl Late {
    /// What is late of a dossier as it is seen.
    #[must_use]
    pub fn of(view: &DossierView) -> Self {
        let card = Passed::of(view.due_on, view.overdue_days).filter(|_| view.state.clock_runs());
        let account = view.account.as_ref();
        let account = account.and_then(|account| Passed::of(account.due_on, account.overdue_days));
        Self { card, account }
    }

    /// For a ready question: nothing while one waits for its answer, and for a week after the last one.
    #[must_use]
    pub fn to_ask(self, asked: &[Question], now: Timestamp) -> Option<Self> {
        let lately = |at: Timestamp| now.duration_since(at) < ASKED_LATELY;
        let quiet = asked
            .iter()
            .all(|one| one.answered_at.is_some_and(|at| !lately(at)) && !lately(one.asked_at));
        (quiet && (self.card.is_some() || self.account.is_some())).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{account, dossier::State};
    use serde_json::json;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn question(asked: &str, answered: Option<&str>) -> Question {
        Question {
            asked_at: at(asked),
            text: String::new(),
            not_me_at: None,
            answered_at: answered.map(at),
            answer: answered.map(str::to_owned),
        }
    }

    /// A dossier whose card was due on 2 December, its account on the 4th.
    fn view(state: State, card_days: u16, account: Option<(account::State, u16)>) -> DossierView {
        let account = account.map(|(state, days)| {
            let waits = matches!(state, account::State::L2Requested | account::State::L2Review);
            json!({ "state": state, "due_on": waits.then_some("2026-12-04"), "overdue_days": days })
        });
        serde_json::from_value(json!({
            "reference": "8NR-2DK-7QF", "scope": "manage", "state": state, "service": "card_and_account", "full_name": "",
            "personal_number_masked": "", "phone_ends": "", "timeline": [], "notices": [],
            "changes": { "may_reschedule": false, "may_cancel": false, "remaining": 0 },
            "due_on": "2026-12-02", "overdue_days": card_days, "account": account,
            "now": "2026-12-10T02:00:00Z", "hotline": "", "demo": false,
        }))
        .unwrap()
    }

    /// The ready question stood on the page when the card was there already, and again right after the answer.
    #[test]
    fn a_ready_question_only_while_it_is_true() {
        let now = at("2026-12-10T02:00:00Z");
        for (state, days, questions, ready) in [
            (State::InReview, 2, vec![], true),
            (State::InTransit, 2, vec![], true),
            (State::InReview, 0, vec![], false),
            (State::Notified, 2, vec![], false),
            (State::AtOffice, 2, vec![], false),
            (State::NeedsCorrection, 2, vec![], false),
            (State::HandedOver, 2, vec![], false),
            (
                State::InReview,
                2,
                vec![question("2026-11-01T02:00:00Z", None)],
                false,
            ),
            (
                State::InReview,
                2,
                vec![question("2026-12-01T02:00:00Z", Some("2026-12-09T02:00:00Z"))],
                false,
            ),
            (
                State::InReview,
                9,
                vec![question("2026-12-01T02:00:00Z", Some("2026-12-02T02:00:00Z"))],
                true,
            ),
        ] {
            let asked = Late::of(&view(state, days, None)).to_ask(&questions, now);
            assert_eq!(asked.is_some(), ready, "{state} {days}");
        }
    }

    /// An account eleven days late stood under "everything at the counter is done": only the card's clock was asked.
    #[test]
    fn an_account_is_late_by_its_own_clock() {
        let (card, account) = ((date("2026-12-02"), 6), (date("2026-12-04"), 4));
        let requested = Some((account::State::L2Requested, 4));
        for (seen, late) in [
            (view(State::Completed, 0, requested), (None, Some(account))),
            (view(State::HandedOver, 0, requested), (None, Some(account))),
            // The card came late; that is over.
            (view(State::HandedOver, 6, requested), (None, Some(account))),
            (
                view(State::InReview, 6, Some((account::State::L2Review, 4))),
                (Some(card), Some(account)),
            ),
            (view(State::InReview, 6, None), (Some(card), None)),
            (
                view(State::Completed, 0, Some((account::State::L2Requested, 0))),
                (None, None),
            ),
            (
                view(State::Completed, 0, Some((account::State::L2Approved, 0))),
                (None, None),
            ),
        ] {
            let days = |passed: Option<Passed>| passed.map(|passed| (passed.due_on, passed.days));
            let found = Late::of(&seen);
            assert_eq!((days(found.card), days(found.account)), late, "{}", seen.state);
            let ready = found.to_ask(&[], seen.now);
            assert_eq!(ready.is_some(), late != (None, None), "{}", seen.state);
        }
    }

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }
}
