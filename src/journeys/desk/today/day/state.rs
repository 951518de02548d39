//! What the day's page knows: the list is one signal, everything else follows from it.

use crate::api;
use crate::browser::{announce, location};
use crate::components::NoticeKind;
use crate::i18n::keys::desk as k;
use crate::i18n::tn;
use crate::journeys::desk::lists::news::Seldom;
use crate::journeys::desk::shell::session;
use crate::routes::{DeskPage, Route};
use eid_domain::calendar::days_after;
use eid_domain::dossier::State;
use eid_domain::when::When;
use eid_domain::wire::desk::{DayRow, DayView};
use jiff::civil::Date;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Group {
    /// All of them.
    #[default]
    All,
    /// Booked, not here yet.
    Expected,
    /// Here, waiting to be called.
    Waiting,
    /// At the counter, or held up there by data that must be corrected.
    AtCounter,
    /// Received; the rest of the way goes on without the person.
    Received,
    /// Did not come, was cancelled or refused.
    Off,
}

impl Group {
    /// In the order of a visit.
    pub(super) const ALL: [Self; 6] = [
        Self::All,
        Self::Expected,
        Self::Waiting,
        Self::AtCounter,
        Self::Received,
        Self::Off,
    ];

    /// Whether a dossier in this state is shown; one that comes again and is not here yet is expected.
    pub(super) const fn holds(self, state: State, returns: bool) -> bool {
        let own = match state {
            _ if returns => Self::Expected,
            State::Draft | State::Submitted | State::Booked => Self::Expected,
            State::CheckedIn => Self::Waiting,
            State::InIntake | State::DataCorrection | State::NeedsCorrection => Self::AtCounter,
            State::NoShow | State::Cancelled | State::Refused | State::Expired => Self::Off,
            _ => Self::Received,
        };
        matches!(self, Self::All) || own as u8 == self as u8
    }
}

/// Between two looks of the page by itself.
const LOOK_MS: f64 = 2_000.0;

/// The page's state. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Day {
    /// The day asked for; today where none.
    asked: RwSignal<Option<Date>>,
    view: RwSignal<Option<DayView>>,
    today: RwSignal<Option<Date>>,
    failed: RwSignal<Option<String>>,
    said: RwSignal<Option<(NoticeKind, String)>>,
    /// How often the page asks for the list by itself.
    looks: Seldom,
    /// Which rows are shown.
    pub(super) group: RwSignal<Group>,
}

impl Day {
    /// The day of the address, on its way.
    pub(super) fn open() -> Self {
        let asked = location::query("date").and_then(|text| When::of(&text));
        let day = Self {
            asked: RwSignal::new(asked),
            view: RwSignal::new(None),
            today: RwSignal::new(None),
            failed: RwSignal::new(None),
            said: RwSignal::new(None),
            looks: Seldom::new(LOOK_MS),
            group: RwSignal::new(Group::All),
        };
        day.load();
        if asked.is_some() {
            day.ask_today();
        }
        day
    }

    /// Learns which day is today by the server's clock: this device's may be wrong, and a demo's can be moved.
    pub(super) fn ask_today(self) {
        spawn_local(async move {
            if let Ok(config) = api::config::fresh().await {
                self.today.set(Some(config.today));
                self.load();
            }
        });
    }

    /// Fetches the list, as the officer has done something; what is shown stays until the new one is there.
    pub(super) fn load(self) {
        self.fetch(false);
    }

    /// The same because something may have happened: at most every other second, however much does.
    pub(super) fn look(self) {
        self.looks.run(move || self.fetch(true));
    }

    fn fetch(self, by_itself: bool) {
        let Some(asked) = self.asked.try_get_untracked() else {
            return;
        };
        spawn_local(async move {
            let answer = if by_itself {
                session::look(api::desk::look_at_day(asked)).await
            } else {
                session::call(api::desk::day(asked)).await
            };
            if self.asked.try_get_untracked() != Some(asked) {
                return;
            }
            match answer {
                Ok(view) => {
                    self.failed.set(None);
                    if asked.is_none() {
                        self.today.set(Some(view.date));
                    }
                    if self.view.with_untracked(|known| known.as_ref() != Some(&view)) {
                        self.view.set(Some(view));
                    }
                }
                Err(error) => self.failed.set(Some(error.words())),
            }
        });
    }

    /// Shows another day; today where none is given.
    pub(super) fn go(self, date: Option<Date>) {
        let date = date.filter(|date| self.today.get_untracked() != Some(*date));
        let path = Route::Desk(DeskPage::Day).href();
        location::rename(&date.map_or_else(|| path.clone(), |date| format!("{path}?date={date}")));
        self.said.set(None);
        self.failed.set(None);
        self.asked.set(date);
        self.view.set(None);
        self.load();
    }

    /// Goes so many days on, or back.
    pub(super) fn turn(self, days: i32) {
        if let Some(date) = self.date_now() {
            self.go(Some(days_after(date, days)));
        }
    }

    fn date_now(self) -> Option<Date> {
        self.asked.get_untracked().or_else(|| self.today.get_untracked())
    }

    /// The day that is shown or on its way, once known.
    pub(super) fn date(self) -> Option<Date> {
        self.asked.get().or_else(|| self.today.get())
    }

    /// Today by the server's clock, once known.
    pub(super) fn today(self) -> Option<Date> {
        self.today.get()
    }

    /// Whether it is today.
    pub(super) fn is_today(self) -> bool {
        self.date().is_some() && self.date() == self.today()
    }

    /// Whether the list has come.
    pub(super) fn is_there(self) -> bool {
        self.view.with(Option::is_some)
    }

    /// Why the list could not be fetched.
    pub(super) fn failed(self) -> Option<String> {
        self.failed.get()
    }

    /// What is to be said above the list.
    pub(super) fn said(self) -> Option<(NoticeKind, String)> {
        self.said.get()
    }

    /// Says something above the list.
    pub(super) fn say(self, kind: NoticeKind, words: &str) {
        announce::polite(words);
        self.said.set(Some((kind, words.to_owned())));
    }

    /// How many rows a group has.
    pub(super) fn count(self, group: Group) -> usize {
        self.view.with(|view| {
            view.as_ref().map_or(0, |view| {
                view.rows
                    .iter()
                    .filter(|row| group.holds(row.state, row.returns))
                    .count()
            })
        })
    }

    /// The rows of the group that is shown.
    pub(super) fn rows(self) -> Vec<DayRow> {
        let group = self.group.get();
        let shown = |view: &DayView| {
            view.rows
                .iter()
                .filter(|row| group.holds(row.state, row.returns))
                .cloned()
                .collect()
        };
        self.view
            .with(|view| view.as_ref().map(shown).unwrap_or_default())
    }

    /// One row as it is now.
    pub(super) fn row(self, reference: &str) -> Option<DayRow> {
        self.view.with(|view| {
            view.as_ref()?
                .rows
                .iter()
                .find(|row| row.reference == reference)
                .cloned()
        })
    }

    /// Shows one group, and says how many rows it has.
    pub(super) fn choose(self, group: Group) {
        self.group.set(group);
        let count = untrack(|| self.count(group));
        announce::polite(&tn(k::DAY_COUNT, u32::try_from(count).unwrap_or(u32::MAX)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn every_state_is_in_exactly_one_group_beside_all() {
        for state in State::ALL {
            for returns in [false, true] {
                let all = Group::ALL.into_iter();
                let groups = all.filter(|group| group.holds(*state, returns)).count();
                assert_eq!(groups, 2, "{state}");
            }
        }
    }
}
