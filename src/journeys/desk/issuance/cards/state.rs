//! What the page of cards knows.

use crate::api::{self, ApiError, desk::PlainStep};
use crate::browser::announce;
use crate::components::NoticeKind;
use crate::i18n::{keys::desk as k, t, tf};
use crate::journeys::desk::issuance::hand_over::Handed;
use crate::journeys::desk::shell::session;
use eid_domain::dossier::State;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::desk::{CardRow, CardsView};
use jiff::civil::Date;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Which cards are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// All of them.
    All,
    /// Not here yet.
    OnTheWay,
    /// Here, to be collected.
    AtOffice,
    /// To be given to the post, with it, or brought back by it.
    Post,
    /// Not here, and past the lawful date.
    Late,
}

impl Place {
    fn holds(self, row: &CardRow, today: Option<Date>) -> bool {
        match self {
            Self::All => true,
            Self::OnTheWay => is_on_the_way(row.state),
            Self::AtOffice => is_here(row.state) && !row.by_post,
            Self::Post => row.by_post || matches!(row.state, State::WithPost | State::ReturnedByPost),
            Self::Late => is_late(row, today),
        }
    }
}

const fn is_on_the_way(state: State) -> bool {
    !is_here(state) && !matches!(state, State::WithPost | State::ReturnedByPost)
}

const fn is_here(state: State) -> bool {
    matches!(state, State::AtOffice | State::Notified | State::Unclaimed)
}

/// Whether the lawful date has passed without the card being here (Law on Identification, art. 26).
pub(super) fn is_late(row: &CardRow, today: Option<Date>) -> bool {
    let past = row.due_on.zip(today).is_some_and(|(due, today)| due < today);
    past && is_on_the_way(row.state)
}

/// The page's state. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Cards {
    all: RwSignal<Option<Vec<CardRow>>>,
    today: RwSignal<Option<Date>>,
    failed: RwSignal<Option<String>>,
    said: RwSignal<Option<(NoticeKind, String)>>,
    /// Which cards are shown.
    pub(super) place: RwSignal<Place>,
    /// The card that is being handed over, or was last.
    pub(super) giving: RwSignal<Option<CardRow>>,
    /// Whether its dialog is open.
    pub(super) giving_open: RwSignal<bool>,
}

impl Cards {
    /// The list, on its way.
    pub(super) fn open() -> Self {
        let cards = Self {
            all: RwSignal::new(None),
            today: RwSignal::new(None),
            failed: RwSignal::new(None),
            said: RwSignal::new(None),
            place: RwSignal::new(Place::All),
            giving: RwSignal::new(None),
            giving_open: RwSignal::new(false),
        };
        cards.load();
        spawn_local(async move {
            if let Ok(config) = api::config::fresh().await {
                cards.today.set(Some(config.today));
            }
        });
        cards
    }

    /// Fetches the list; what is shown stays until the new one is there.
    pub(super) fn load(self) {
        spawn_local(async move { self.take(session::call(api::desk::cards()).await) });
    }

    /// The same because something may have happened.
    pub(super) fn look(self) {
        spawn_local(async move { self.take(session::look(api::desk::look_at_cards()).await) });
    }

    /// Where nothing changed, nothing is drawn anew.
    fn take(self, answer: Result<CardsView, ApiError>) {
        let _ = match answer {
            Ok(view) => {
                let rows = Some(view.rows);
                if self.all.try_with_untracked(|known| *known != rows) == Some(true) {
                    self.all.set(rows);
                }
                self.failed.try_set(None).is_none()
            }
            Err(error) => self.failed.try_set(Some(error.words())).is_none(),
        };
    }

    /// Whether the list has come.
    pub(super) fn is_there(self) -> bool {
        self.all.with(Option::is_some)
    }

    /// Why the list could not be fetched.
    pub(super) fn failed(self) -> Option<String> {
        self.failed.get()
    }

    /// What is to be said above the list.
    pub(super) fn said(self) -> Option<(NoticeKind, String)> {
        self.said.get()
    }

    /// How many cards are at a place.
    pub(super) fn count(self, place: Place) -> usize {
        let today = self.today.get();
        self.all
            .with(|all| all.iter().flatten().filter(|row| place.holds(row, today)).count())
    }

    /// The cards that are shown.
    pub(super) fn rows(self) -> Vec<CardRow> {
        let (place, today) = (self.place.get(), self.today.get());
        self.all.with(|all| {
            all.iter()
                .flatten()
                .filter(|row| place.holds(row, today))
                .cloned()
                .collect()
        })
    }

    /// One card as it is now, and whether it is late.
    pub(super) fn row(self, reference: &str) -> Option<(CardRow, bool)> {
        let row = self.all.with(|all| {
            all.iter()
                .flatten()
                .find(|row| row.reference == reference)
                .cloned()
        })?;
        let late = is_late(&row, self.today.get());
        Some((row, late))
    }

    /// A card has come.
    pub(super) async fn arrived(self, row: CardRow) {
        let answer = session::call(api::desk::step(&row.reference, PlainStep::CardArrived)).await;
        match answer {
            Ok(_) => self.say(
                NoticeKind::Ok,
                &tf(k::DONE_ARRIVED, &[("code", &row.dossier_code)]),
            ),
            Err(error) if error.is(ProblemCode::StateConflict) => self.say(NoticeKind::Warning, t(k::FASTER)),
            Err(error) => self.say(NoticeKind::Danger, &error.words()),
        }
        self.load();
    }

    /// Asks what must be asked before a card is handed over.
    pub(super) fn give(self, row: CardRow) {
        self.giving.set(Some(row));
        self.giving_open.set(true);
    }

    /// A card was handed over, or not.
    pub(super) fn handed(self, handed: &Handed) {
        match handed {
            Handed::Over(_) => self.say(NoticeKind::Ok, t(k::DONE_HANDED_OVER)),
            Handed::Faster => self.say(NoticeKind::Warning, t(k::FASTER)),
        }
        self.load();
    }

    fn say(self, kind: NoticeKind, words: &str) {
        announce::polite(words);
        self.said.set(Some((kind, words.to_owned())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn row(state: State) -> CardRow {
        CardRow {
            reference: String::new(),
            dossier_code: String::new(),
            name_masked: String::new(),
            state,
            by_post: false,
            since: "2026-12-01T02:00:00Z".parse().unwrap(),
            due_on: Some(date(2026, 12, 2)),
        }
    }

    #[test]
    fn a_card_is_late_after_its_day_and_only_while_it_is_not_here() {
        assert!(!is_late(&row(State::InTransit), Some(date(2026, 12, 2))));
        assert!(is_late(&row(State::InTransit), Some(date(2026, 12, 3))));
        assert!(!is_late(&row(State::Notified), Some(date(2026, 12, 3))));
        assert!(!is_late(&row(State::InTransit), None));
    }
}
