//! What the page knows: the calendar, the day that is being typed, the days put together for one change, the step one is at.

use super::words::{self, ORDINARY};
use crate::api;
use crate::browser::focus;
use crate::components::Errors;
use crate::i18n::{keys::holidays as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::calendar::{DayKind, MOST_DAYS, NationalDay, SpecialDay, said_with};
use eid_domain::when::When;
use eid_domain::wire::holidays::{HolidayCalendar, HolidayHistory, HolidayPreview, WantedDays};
use jiff::civil::Date;
use leptos::{prelude::*, task::spawn_local};

/// What is to be confirmed.
#[derive(Clone, PartialEq)]
pub(super) enum Wanted {
    /// Other days.
    Days(Vec<NationalDay>),
    /// A change of this id is taken back.
    Undo(String),
}

/// What is said above the list.
#[derive(Clone, PartialEq)]
pub(super) enum Said {
    /// It is done; so many people are offered another time.
    Done(u32),
    /// Somebody else has changed the calendar; what was put together stands.
    Others,
    /// Between the preview and the change somebody has booked.
    MorePeople,
}

/// Everything. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    /// As it was when last read.
    pub(super) record: RwSignal<HolidayCalendar>,
    pub(super) date: RwSignal<String>,
    pub(super) kind: RwSignal<String>,
    pub(super) vi: RwSignal<String>,
    pub(super) en: RwSignal<String>,
    pub(super) source: RwSignal<String>,
    pub(super) confirmed: RwSignal<bool>,
    /// The days of the change, in order.
    pub(super) days: RwSignal<Vec<NationalDay>>,
    pub(super) note: RwSignal<String>,
    pub(super) errors: Errors,
    pub(super) busy: RwSignal<bool>,
    /// What would become of what is wanted.
    pub(super) preview: RwSignal<Option<(Wanted, HolidayPreview)>>,
    pub(super) said: RwSignal<Option<Said>>,
    pub(super) history: RwSignal<Option<Result<HolidayHistory, String>>>,
}

impl Plan {
    /// Of a calendar just read.
    pub(super) fn open(record: HolidayCalendar) -> Self {
        let text = || RwSignal::new(String::new());
        let plan = Self {
            record: RwSignal::new(record),
            date: text(),
            kind: text(),
            vi: text(),
            en: text(),
            source: text(),
            confirmed: RwSignal::new(true),
            days: RwSignal::new(Vec::new()),
            note: text(),
            errors: Errors::new(),
            busy: RwSignal::new(false),
            preview: RwSignal::new(None),
            said: RwSignal::new(None),
            history: RwSignal::new(None),
        };
        plan.load_history();
        plan
    }

    /// Puts a day into the fields.
    pub(super) fn edit(self, day: &NationalDay) {
        let special = day.special.as_ref();
        let text = |of: fn(&SpecialDay) -> &String| special.map(of).cloned().unwrap_or_default();
        self.date.set(day.date.to_string());
        self.kind
            .set(special.map_or(ORDINARY, |day| day.kind.as_str()).to_owned());
        self.vi.set(text(|day| &day.vi));
        self.en.set(text(|day| &day.en));
        self.source.set(text(|day| &day.source));
        self.confirmed.set(special.is_none_or(|day| day.confirmed));
        self.errors.clear();
        focus::later("date");
    }

    /// Empties the fields for the next day.
    fn empty(self) {
        for text in [self.date, self.kind, self.vi, self.en, self.source] {
            text.set(String::new());
        }
        self.confirmed.set(true);
    }

    /// The day as typed.
    fn typed(self) -> Result<NationalDay, Vec<(String, String)>> {
        let at = |field: &str, words| vec![(field.to_owned(), t(words).to_owned())];
        let Some(date) = Date::of(&self.date.get_untracked()) else {
            return Err(at("date", k::WRONG_DATE));
        };
        let kind = self.kind.get_untracked();
        let special = if kind == ORDINARY {
            None
        } else {
            let Some(kind) = DayKind::parse(&kind) else {
                return Err(at("kind", k::WRONG_KIND));
            };
            Some(SpecialDay {
                kind,
                confirmed: self.confirmed.get_untracked(),
                vi: self.vi.get_untracked(),
                en: self.en.get_untracked(),
                source: self.source.get_untracked(),
            })
        };
        let day = NationalDay { date, special }.tidy();
        let today = self.record.with_untracked(|record| record.today);
        let wrong: Vec<(String, String)> = day
            .faults(today)
            .into_iter()
            .map(|fault| {
                let (field, words) = words::fault(fault);
                (field.to_owned(), t(words).to_owned())
            })
            .collect();
        if wrong.is_empty() { Ok(day) } else { Err(wrong) }
    }

    /// Takes the typed day into the change, in place of what the change said of it.
    pub(super) fn put(self) {
        self.said.set(None);
        let day = match self.typed() {
            Ok(day) => day,
            Err(wrong) => {
                self.errors.show(wrong);
                return;
            }
        };
        let is_new = |all: &Vec<NationalDay>| all.iter().all(|other| other.date != day.date);
        if self
            .days
            .with_untracked(|all| is_new(all) && all.len() >= MOST_DAYS)
        {
            self.errors.show_one(t(k::WRONG_MANY));
            return;
        }
        self.errors.clear();
        self.days
            .update(|all| *all = said_with(all, std::slice::from_ref(&day)));
        self.empty();
        focus::later("changes");
    }

    /// Asks what would come of it, and shows it.
    pub(super) fn ask(self, wanted: Wanted) {
        self.busy.set(true);
        spawn_local(async move {
            let asked = match &wanted {
                Wanted::Days(days) => {
                    let body = WantedDays { days: days.clone() };
                    session::call(api::holidays::preview(&body)).await
                }
                Wanted::Undo(id) => session::call(api::holidays::preview_undo(id)).await,
            };
            let _ = self.busy.try_set(false);
            match asked {
                // The days are so already: somebody else was faster, or what was typed is what stands there.
                Ok(preview) if preview.what.is_empty() => self.errors.show_one(t(k::NOTHING)),
                Ok(preview) => {
                    let _ = self.preview.try_set(Some((wanted, preview)));
                    focus::later("confirm");
                }
                Err(error) => self.errors.show_one(error.words()),
            }
        });
    }

    /// A change was made.
    pub(super) fn made(self, record: HolidayCalendar, were_days: bool, people: u32) {
        self.record.set(record);
        if were_days {
            self.days.set(Vec::new());
            self.note.set(String::new());
        }
        self.preview.set(None);
        self.said.set(Some(Said::Done(people)));
        self.load_history();
        focus::later("said");
    }

    /// Somebody else has changed the calendar: it is read again; the days that were put together stay.
    pub(super) async fn others(self) {
        match session::call(api::holidays::read()).await {
            Ok(record) => {
                self.record.set(record);
                self.preview.set(None);
                self.said.set(Some(Said::Others));
                self.load_history();
                focus::later("said");
            }
            Err(error) => self.errors.show_one(error.words()),
        }
    }

    /// Fetches the history; what is shown stays until it is there.
    pub(super) fn load_history(self) {
        spawn_local(async move {
            let answer = session::call(api::holidays::history()).await;
            let _ = self.history.try_set(Some(answer.map_err(|error| error.words())));
        });
    }
}
