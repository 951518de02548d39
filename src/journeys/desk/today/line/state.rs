//! What the page knows of the line, and what can be done with it.

use super::words;
use crate::api::{self, ApiError, queue::Act};
use crate::browser::{
    announce,
    events::{self, Link},
    focus, json,
    storage::{self, Keep},
};
use crate::components::NoticeKind;
use crate::i18n::{Key, keys::line as k, t};
use crate::journeys::desk::shell::session;
use crate::routes::{DeskPage, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::queue::{Priority, TicketState};
use eid_domain::wire::queue::{QueueView, TicketRow};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// Which station somebody works at, kept on the device: its place in the hall does not change.
const STATION: &str = "desk-station";
/// The id of what tells who is at the station.
pub(super) const MINE: &str = "line-mine";

/// The line. Cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::journeys::desk) struct Line {
    view: RwSignal<Option<QueueView>>,
    station: RwSignal<Option<u8>>,
    link: RwSignal<Link>,
    said: RwSignal<Option<(NoticeKind, String)>>,
    busy: RwSignal<bool>,
    /// The ticket to be sent on.
    pub(super) sending: RwSignal<Option<(String, u16)>>,
    /// The ticket whose priority is asked for.
    pub(super) ranking: RwSignal<Option<(String, u16, Priority)>>,
    /// Whether a number is to be given.
    pub(super) giving: RwSignal<bool>,
}

impl Line {
    /// Opens it. `changed` is told of everything that happens at the office.
    pub(in crate::journeys::desk) fn open(changed: impl Fn() + Clone + 'static) -> Self {
        let kept = storage::get(Keep::Device, STATION).and_then(|text| text.parse().ok());
        let line = Self {
            view: RwSignal::new(None),
            station: RwSignal::new(kept),
            link: RwSignal::new(Link::Opening),
            said: RwSignal::new(None),
            busy: RwSignal::new(false),
            sending: RwSignal::new(None),
            ranking: RwSignal::new(None),
            giving: RwSignal::new(false),
        };
        let after = changed.clone();
        let heard = move |text: String| {
            if let Some(view) = json::read::<QueueView>(&text) {
                line.take(view);
                changed();
            }
        };
        let ask = move || {
            line.load();
            after();
        };
        let link = events::follow(api::queue::DESK_EVENTS.to_owned(), heard, ask);
        Effect::new(move |_| line.link.set(link.get()));
        line.load();
        line
    }

    fn load(self) {
        spawn_local(async move {
            if let Ok(view) = session::look(api::queue::desk()).await {
                self.take(view);
            }
        });
    }

    /// A picture has come; an older one that was on its way is dropped.
    fn take(self, view: QueueView) {
        let newer = self.view.try_with_untracked(|known| {
            known
                .as_ref()
                .is_none_or(|known| (known.day, known.version) <= (view.day, view.version) && *known != view)
        });
        if newer == Some(true) {
            let _ = self.view.try_set(Some(view));
        }
    }

    /// How the news come in.
    pub(super) fn link(self) -> Link {
        self.link.get()
    }

    /// Whether the line has come.
    pub(super) fn is_there(self) -> bool {
        self.view.with(Option::is_some)
    }

    /// Something of the line; its default until that has come.
    pub(super) fn with<T: Default>(self, read: impl FnOnce(&QueueView) -> T) -> T {
        self.view.with(|view| view.as_ref().map(read).unwrap_or_default())
    }

    /// What is to be said.
    pub(super) fn said(self) -> Option<(NoticeKind, String)> {
        self.said.get()
    }

    fn say(self, kind: NoticeKind, words: &str) {
        announce::polite(words);
        let _ = self.said.try_set(Some((kind, words.to_owned())));
    }

    /// Whether something is on its way to the server.
    pub(super) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// My station, where the office has it.
    pub(super) fn station(self) -> Option<u8> {
        let most = self.with(|view| view.stations);
        self.station.get().filter(|station| (1..=most).contains(station))
    }

    /// Works at a station from now on; none asks again.
    pub(super) fn sit(self, station: Option<u8>) {
        match station {
            Some(station) => storage::set(Keep::Device, STATION, &station.to_string()),
            None => storage::remove(Keep::Device, STATION),
        }
        self.said.set(None);
        self.station.set(station);
        focus::later(MINE);
    }

    /// Who is at my station.
    pub(super) fn mine(self) -> Option<TicketRow> {
        let station = self.station()?;
        self.with(|view| {
            let mut all = view.at_stations.iter();
            all.find(|row| row.station == Some(station)).cloned()
        })
    }

    /// Calls whoever is next.
    pub(in super::super) fn call_next(self) {
        let Some(station) = untrack(|| self.station()) else {
            focus::now(MINE);
            return;
        };
        self.send(None, api::queue::next(station), move |line| {
            match untrack(|| line.mine()) {
                Some(row) => line.say(
                    NoticeKind::Info,
                    &words::about_ticket(k::SAID_CALLED, row.number, Some(station)),
                ),
                None => line.say(NoticeKind::Info, t(k::NEXT_NONE)),
            }
        });
    }

    /// The person called is here; or, where they are being served, their dossier.
    pub(in crate::journeys::desk) fn begin(self) {
        let Some(row) = untrack(|| self.mine()) else {
            return;
        };
        match row.state {
            TicketState::Called => {
                let reference = row.reference.clone();
                self.act(&row, Act::Serve, k::SAID_SERVING, move || {
                    open(reference.as_deref())
                });
            }
            _ => open(row.reference.as_deref()),
        }
    }

    /// Calls again.
    pub(in crate::journeys::desk) fn recall(self) {
        self.mine_act(TicketState::Called, Act::Recall, k::SAID_RECALLED);
    }

    /// The person is served.
    pub(in crate::journeys::desk) fn done(self) {
        self.mine_act(TicketState::Serving, Act::Done, k::SAID_DONE);
    }

    /// Nobody came.
    pub(in crate::journeys::desk) fn absent(self) {
        match untrack(|| self.mine()) {
            Some(row) if row.state == TicketState::Called && !row.may_be_absent => {
                self.say(NoticeKind::Info, t(k::ABSENT_EARLY));
            }
            Some(row) => {
                let last = row.absences > 0;
                self.mine_act(
                    TicketState::Called,
                    Act::Absent,
                    if last {
                        k::SAID_ABSENT
                    } else {
                        k::SAID_BACK_OF_LINE
                    },
                );
            }
            None => {}
        }
    }

    /// Somebody has come back.
    pub(super) fn back(self, row: &TicketRow) {
        self.act(row, Act::Back, k::SAID_BACK, || ());
    }

    /// Asks where somebody is to be sent: whoever is at my station where nobody is named.
    pub(in super::super) fn ask_transfer(self, row: Option<(String, u16)>) {
        let mine = || untrack(|| self.mine()).map(|row| (row.id, row.number));
        if let Some(row) = row.or_else(mine) {
            self.sending.set(Some(row));
        }
    }

    /// Asks for whom a number is wanted.
    pub(in super::super) fn ask_give(self) {
        self.giving.set(true);
    }

    /// Sends somebody on.
    pub(super) fn transfer(self, id: String, number: u16, to: u8) {
        let said = words::about_ticket(k::SAID_TRANSFERRED, number, Some(to));
        let sent = async move { api::queue::transfer(&id, to).await };
        self.send(Some(MINE), sent, move |line| line.say(NoticeKind::Ok, &said));
    }

    /// Notes why somebody comes before others.
    pub(super) fn rank(self, id: String, number: u16, priority: Priority) {
        let said = words::about_ticket(k::SAID_PRIORITY, number, None);
        let sent = async move { api::queue::set_priority(&id, priority).await };
        self.send(None, sent, move |line| line.say(NoticeKind::Ok, &said));
    }

    /// A line that came with another answer.
    pub(super) fn given(self, view: QueueView) {
        self.take(view);
    }

    fn mine_act(self, state: TicketState, act: Act, said: Key) {
        if let Some(row) = untrack(|| self.mine()).filter(|row| row.state == state) {
            self.act(&row, act, said, || ());
        }
    }

    fn act(self, row: &TicketRow, act: Act, said: Key, then: impl FnOnce() + 'static) {
        let words = words::about_ticket(said, row.number, row.station);
        let id = row.id.clone();
        let sent = async move { api::queue::act(&id, act).await };
        self.send(Some(MINE), sent, move |line| {
            line.say(NoticeKind::Ok, &words);
            then();
        });
    }

    /// One thing at a time: a second press does nothing. Buttons may go with what they were for: the focus stays near.
    fn send(
        self,
        focus_at: Option<&'static str>,
        sent: impl Future<Output = Result<QueueView, ApiError>> + 'static,
        then: impl FnOnce(Self) + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = session::call(sent).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(view) => {
                    self.take(view);
                    then(self);
                    if let Some(id) = focus_at {
                        focus::rescue(id);
                    }
                }
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    let on_the_way =
                        untrack(|| self.mine()).is_some_and(|row| row.state == TicketState::Called);
                    self.say(
                        NoticeKind::Warning,
                        t(if on_the_way { k::ON_THE_WAY } else { k::FASTER }),
                    );
                    self.load();
                }
                Err(error) => self.say(NoticeKind::Danger, &error.words()),
            }
        });
    }
}

fn open(reference: Option<&str>) {
    if let Some(reference) = reference {
        Route::Desk(DeskPage::Dossier(reference.to_owned())).go();
    }
}
