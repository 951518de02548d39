//! What the page knows: the record, what was typed over it, and the step one is at.

use super::rows::{Duty, Kept, Odd, OwnDay, Span};
use crate::api::{self, ApiError};
use crate::components::Errors;
use crate::journeys::desk::shell::{office, session};
use eid_domain::office::{OfficeSettings, Setting};
use eid_domain::wire::office_admin::{OfficeAdmin, OfficeHistory, OfficePreview};
use leptos::{prelude::*, task::spawn_local};

/// What is to be confirmed.
#[derive(Clone, PartialEq)]
pub(super) enum Wanted {
    /// Other settings.
    Settings(OfficeSettings),
    /// A change of this id is taken back.
    Undo(String),
}

/// What is said above the form.
#[derive(Clone, PartialEq)]
pub(super) enum Said {
    /// It is done; so many people are offered another time.
    Done(u32),
    /// Somebody else has changed these; what was typed stands, over theirs.
    Others(Vec<Setting>),
    /// Between the preview and the change somebody has booked.
    MorePeople,
}

/// Everything. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    /// Of which office; empty for the own one.
    pub(super) office: StoredValue<String>,
    /// As it was when last read.
    pub(super) record: RwSignal<OfficeAdmin>,
    pub(super) weekdays: RwSignal<RwSignal<Vec<Span>>>,
    pub(super) saturday: RwSignal<RwSignal<Vec<Span>>>,
    pub(super) own_days: RwSignal<Vec<OwnDay>>,
    pub(super) stations: RwSignal<String>,
    pub(super) walk_in: RwSignal<String>,
    /// Minutes of a card, of one for who needs longer, of an account with it, of an account alone.
    pub(super) lengths: [RwSignal<String>; 4],
    pub(super) rota: RwSignal<Vec<Duty>>,
    pub(super) days: RwSignal<Vec<Odd>>,
    pub(super) shares: RwSignal<Vec<Kept>>,
    pub(super) note: RwSignal<String>,
    pub(super) errors: Errors,
    pub(super) busy: RwSignal<bool>,
    /// What would become of what is wanted.
    pub(super) preview: RwSignal<Option<(Wanted, OfficePreview)>>,
    pub(super) said: RwSignal<Option<Said>>,
    pub(super) history: RwSignal<Option<Result<OfficeHistory, String>>>,
}

impl Plan {
    /// Of a record just read.
    pub(super) fn open(office: String, record: OfficeAdmin) -> Self {
        let settings = record.settings.clone();
        let none = || RwSignal::new(Span::all(&[]));
        let plan = Self {
            office: StoredValue::new(office),
            record: RwSignal::new(record),
            weekdays: none(),
            saturday: none(),
            own_days: RwSignal::new(Vec::new()),
            stations: RwSignal::new(String::new()),
            walk_in: RwSignal::new(String::new()),
            lengths: [(); 4].map(|()| RwSignal::new(String::new())),
            rota: RwSignal::new(Vec::new()),
            days: RwSignal::new(Vec::new()),
            shares: RwSignal::new(Vec::new()),
            note: RwSignal::new(String::new()),
            errors: Errors::new(),
            busy: RwSignal::new(false),
            preview: RwSignal::new(None),
            said: RwSignal::new(None),
            history: RwSignal::new(None),
        };
        plan.fill(&settings);
        plan.load_history();
        plan
    }

    /// Puts settings into the fields.
    fn fill(self, settings: &OfficeSettings) {
        self.weekdays.set(Span::all(settings.hours.weekdays()));
        self.saturday.set(Span::all(settings.hours.saturday()));
        self.own_days
            .set(settings.hours.differing().iter().map(OwnDay::of).collect());
        self.stations.set(settings.stations.to_string());
        self.walk_in.set(settings.walk_in_share.to_string());
        let lengths = settings.visit_lengths;
        let minutes = [
            lengths.card,
            lengths.longer,
            lengths.account_more,
            lengths.account,
        ];
        for (field, minutes) in self.lengths.into_iter().zip(minutes) {
            field.set(minutes.to_string());
        }
        self.rota.set(settings.rota.iter().map(Duty::of).collect());
        self.days.set(settings.exceptions.iter().map(Odd::of).collect());
        self.shares
            .set(settings.assisted_shares.iter().map(Kept::of).collect());
    }

    /// The record was read again: what was typed is put over it, so that nobody overwrites what they have not seen.
    pub(super) fn take(self, record: OfficeAdmin) -> Vec<Setting> {
        let base = self.record.with_untracked(|known| known.settings.clone());
        let theirs = record.settings.changes(&base);
        let mine = self.typed().unwrap_or_else(|_| base.clone());
        let both = mine.onto(&base, &record.settings);
        self.record.set(record);
        if both != mine {
            self.fill(&both);
        }
        theirs
    }

    /// A change was made: the fields show what is true now. Where another one was taken back, what was typed meanwhile
    /// and not sent stays.
    pub(super) fn made(self, record: OfficeAdmin, was_typed: bool) {
        if was_typed {
            self.fill(&record.settings);
            self.record.set(record);
            self.note.set(String::new());
        } else {
            self.take(record);
        }
        self.load_history();
        office::forget();
    }

    /// Reads the record again.
    ///
    /// # Errors
    /// Where it did not arrive.
    pub(super) async fn read(self) -> Result<OfficeAdmin, ApiError> {
        let office = self.office.get_value();
        session::call(api::office_admin::read(&office)).await
    }

    /// Fetches the history; what is shown stays until it is there.
    pub(super) fn load_history(self) {
        let office = self.office.get_value();
        spawn_local(async move {
            let answer = session::call(api::office_admin::history(&office)).await;
            let _ = self.history.try_set(Some(answer.map_err(|error| error.words())));
        });
    }
}
