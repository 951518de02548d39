//! What the page of a dossier knows: the server's view is one signal, everything else follows from it.

use crate::api::{self, ApiError, desk::PlainStep};
use crate::browser::announce;
use crate::components::NoticeKind;
use crate::i18n::{
    keys::{desk as k, post},
    t,
};
use crate::journeys::desk::shell::{office, session};
use crate::journeys::desk::words;
use eid_domain::dossier::State;
use eid_domain::office::Office;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::config::ClientConfig;
use eid_domain::wire::desk::{DeskDossier, Role, StaffView};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Why the dossier is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Failed {
    /// No such dossier at this office.
    NoMatch,
    /// Anything else, in words.
    Words(String),
}

/// The page's state. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    reference: StoredValue<String>,
    role: Role,
    view: RwSignal<Option<DeskDossier>>,
    office: RwSignal<Option<Office>>,
    config: RwSignal<Option<ClientConfig>>,
    failed: RwSignal<Option<Failed>>,
    said: RwSignal<Option<(NoticeKind, String)>>,
    /// What is newer than what is shown, and waits because it would take away what is typed.
    held: RwSignal<Option<DeskDossier>>,
    /// Whether something was typed since the dossier was drawn.
    typed: StoredValue<bool>,
    /// Whether the dialog is open that asks why the person's data is needed.
    pub(super) asking: RwSignal<bool>,
    /// Something is being sent.
    pub(super) busy: RwSignal<bool>,
}

impl Desk {
    /// The dossier, on its way.
    pub(super) fn open(reference: &str, staff: &StaffView) -> Self {
        let desk = Self {
            reference: StoredValue::new(reference.to_owned()),
            role: staff.role,
            view: RwSignal::new(None),
            office: RwSignal::new(None),
            config: RwSignal::new(None),
            failed: RwSignal::new(None),
            said: RwSignal::new(None),
            held: RwSignal::new(None),
            typed: StoredValue::new(false),
            asking: RwSignal::new(false),
            busy: RwSignal::new(false),
        };
        desk.load();
        let id = staff.office_id.clone();
        spawn_local(async move {
            desk.office.set(office::of(&id).await);
            desk.config.set(api::config::fresh().await.ok());
        });
        desk
    }

    /// Its reference.
    pub(super) fn reference(self) -> String {
        self.reference.get_value()
    }

    /// Fetches it; what is shown stays until the new is there.
    pub(super) fn load(self) {
        let Some(reference) = self.reference.try_get_value() else {
            return;
        };
        spawn_local(async move {
            match session::call(api::desk::dossier(&reference)).await {
                Ok(view) => self.take(view),
                Err(error) if error.is(ProblemCode::NoMatch) => self.failed.set(Some(Failed::NoMatch)),
                Err(error) => self.failed.set(Some(Failed::Words(error.words()))),
            }
        });
    }

    /// The same because something may have happened to it. What is typed stays until the officer wants to see what is new; nothing
    /// of a person stays in sight for longer than it may.
    pub(super) fn look(self) {
        let Some(reference) = self.reference.try_get_value() else {
            return;
        };
        spawn_local(async move {
            let Ok(view) = session::look(api::desk::look_at_dossier(&reference)).await else {
                return;
            };
            if self.busy.try_get_untracked() != Some(false) {
                return;
            }
            if !self.typed.get_value() {
                self.take(view);
            } else if self.view.with_untracked(|known| known.as_ref() != Some(&view)) {
                self.view.update(|known| {
                    if let Some(known) = known {
                        known.person = view.person.clone();
                    }
                });
                self.held.set(Some(view));
            }
        });
    }

    /// Something is typed.
    pub(super) fn note_typed(self) {
        self.typed.set_value(true);
    }

    /// Whether there is something newer than what is shown.
    pub(super) fn is_held(self) -> bool {
        self.held.with(Option::is_some)
    }

    /// Shows what is newer.
    pub(super) fn show_held(self) {
        if let Some(view) = self.held.get_untracked() {
            self.take(view);
        }
    }

    /// The number in the line of today, while the person stands in it.
    pub(super) fn ticket(self) -> Option<u16> {
        self.view.with(|view| view.as_ref()?.ticket)
    }

    /// The server's newest view. Where nothing changed, nothing is drawn anew.
    pub(super) fn take(self, view: DeskDossier) {
        self.failed.set(None);
        let _ = self.typed.try_set_value(false);
        let _ = self.held.try_set(None);
        if self
            .view
            .try_with_untracked(|known| known.as_ref() != Some(&view))
            == Some(true)
        {
            self.view.set(Some(view));
        }
    }

    /// Does a step that needs no more words; says how it went.
    pub(super) fn step(self, step: PlainStep) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let reference = self.reference();
        spawn_local(async move {
            let answer = session::call(api::desk::step(&reference, step)).await;
            self.busy.set(false);
            if let Some(error) = self.settle(answer, done(step)) {
                self.say(NoticeKind::Danger, &words::failure(&error));
            }
        });
    }

    /// Takes an answer: shows the new state, or, where a colleague was faster, the present one. Gives back every other
    /// failure.
    pub(super) fn settle(self, answer: Result<DeskDossier, ApiError>, done: &str) -> Option<ApiError> {
        match answer {
            Ok(view) => {
                self.take(view);
                if !done.is_empty() {
                    self.say(NoticeKind::Ok, done);
                }
                None
            }
            Err(error) if error.is(ProblemCode::StateConflict) => {
                self.faster();
                None
            }
            Err(error) => Some(error),
        }
    }

    /// A colleague was faster: says so and shows what is true now.
    pub(super) fn faster(self) {
        self.say(NoticeKind::Warning, t(k::FASTER));
        self.load();
    }

    /// Says something above the dossier.
    pub(super) fn say(self, kind: NoticeKind, words: &str) {
        announce::polite(words);
        self.said.set(Some((kind, words.to_owned())));
    }

    /// What is to be said above the dossier.
    pub(super) fn said(self) -> Option<(NoticeKind, String)> {
        self.said.get()
    }

    /// Why it is not shown.
    pub(super) fn failed(self) -> Option<Failed> {
        self.failed.get()
    }

    /// Whether it has come.
    pub(super) fn is_there(self) -> bool {
        self.view.with(Option::is_some)
    }

    /// What the member of staff may do.
    pub(super) const fn role(self) -> Role {
        self.role
    }

    /// A value derived from the server's view, once it has come; changes only when the value does.
    pub(super) fn of<T>(self, read: impl Fn(&DeskDossier) -> T + Send + Sync + 'static) -> Memo<Option<T>>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.view.with(|view| view.as_ref().map(&read)))
    }

    /// Where it stands.
    pub(super) fn state(self) -> Memo<Option<State>> {
        self.of(|view| view.state)
    }

    /// The whole view as it is at this moment.
    pub(super) fn now(self) -> Option<DeskDossier> {
        self.view.get_untracked()
    }

    /// The officer's office, once known.
    pub(super) fn office(self) -> Option<Office> {
        self.office.get()
    }

    /// Whether a visit is booked and the person has not come yet.
    pub(super) fn is_expected(self) -> bool {
        self.view
            .with(|view| view.as_ref().is_some_and(|view| view.expected))
    }

    /// Whether the visit is on another day than today, by the server's clock.
    pub(super) fn is_other_day(self) -> bool {
        let visit = self
            .view
            .with(|view| view.as_ref().and_then(|view| view.visit_at));
        let today = self
            .config
            .with(|config| config.as_ref().map(|config| config.today));
        visit
            .zip(today)
            .is_some_and(|(visit, today)| visit.date() != today)
    }

    /// The server's settings, once known.
    pub(super) fn config(self) -> Option<ClientConfig> {
        self.config.get()
    }
}

fn done(step: PlainStep) -> &'static str {
    t(match step {
        PlainStep::CheckIn => k::DONE_CHECKED_IN,
        PlainStep::UndoCheckIn => k::DONE_CHECK_IN_UNDONE,
        PlainStep::StartIntake => return "",
        PlainStep::CardArrived => k::DONE_CARD_ARRIVED,
        PlainStep::PostDelivered => post::DONE_DELIVERED,
        PlainStep::ReopenActivation => k::DONE_REOPENED,
    })
}
