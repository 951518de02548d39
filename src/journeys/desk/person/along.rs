//! `/desk/xem-cung`: looking along with somebody who phones. What is shown goes with the end of it, whoever ends it, and
//! with a look away: nothing stays on a screen that was left.

mod enter;
mod parts;

use crate::api::{self, ApiError};
use crate::browser::{announce, timer, visible};
use crate::components::{Button, ButtonKind, Heading, Notice, NoticeKind, clock};
use crate::i18n::{keys::along as k, keys::desk as words, t, tf};
use crate::journeys::desk::shell::{frame, role, session};
use crate::routes::DeskPage;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::helper::{HelperOpened, HelperPart, HelperView};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page asks after this many seconds whether it goes on.
const ASK_S: u32 = 2;
/// Without an answer so often it empties itself: the owner may have ended it.
const SILENCES: u8 = 3;

/// What is shown.
#[derive(Clone)]
enum Stage {
    /// The code is asked for.
    Enter,
    /// Looking.
    Open(HelperOpened),
    /// It has ended.
    Over,
}

/// What the page knows. Cheap to copy.
#[derive(Clone, Copy)]
struct Page {
    stage: RwSignal<Stage>,
    /// The part that was asked for; taken away with the end, and when nobody looks at the page.
    seen: RwSignal<Option<HelperView>>,
    until_ms: RwSignal<f64>,
    silences: RwSignal<u8>,
    busy: RwSignal<bool>,
    failed: RwSignal<Option<String>>,
}

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::LookAlong, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::looks_along(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(words::NO_LOOK_TEXT)}</p> }.into_any();
    }
    let page = Page {
        stage: RwSignal::new(Stage::Enter),
        seen: RwSignal::new(None),
        until_ms: RwSignal::new(0.0),
        silences: RwSignal::new(0),
        busy: RwSignal::new(false),
        failed: RwSignal::new(None),
    };
    let ticks = StoredValue::new(0_u32);
    timer::every_second(move || {
        ticks.update_value(|count| *count = count.wrapping_add(1));
        page.tick(ticks.get_value().is_multiple_of(ASK_S));
    });
    let hidden = window_event_listener_untyped("visibilitychange", move |_| {
        if !visible::now() {
            let _ = page.seen.try_set(None);
        }
    });
    on_cleanup(move || hidden.remove());
    let shown = move || match page.stage.get() {
        Stage::Enter => enter::view(page),
        Stage::Open(opened) => open(page, &opened),
        Stage::Over => over(page),
    };
    view! {
        <Heading text=t(k::TITLE) />
        {shown}
    }
    .into_any()
}

fn open(page: Page, opened: &HelperOpened) -> AnyView {
    let now = RwSignal::new(timer::now_ms());
    timer::every_second(move || now.set(timer::now_ms()));
    let seconds = Memo::new(move |_| ((page.until_ms.get() - now.get()) / 1000.0).max(0.0) as u32);
    let who = [
        ("name", opened.name_masked.as_str()),
        ("number", opened.number_masked.as_str()),
    ];
    let ways = [
        (HelperPart::Account, k::PART_ACCOUNT),
        (HelperPart::Access, k::PART_ACCESS),
        (HelperPart::Dossier, k::PART_DOSSIER),
    ];
    let ways = ways.map(|(part, label)| {
        let kind = ButtonKind::Second;
        view! { <Button label=t(label) kind=kind busy=page.busy on_press=move |()| page.look(part) /> }
    });
    let seen = move || match page.seen.get() {
        Some(view) => parts::view(&view),
        None => view! { <p class="muted">{t(k::NOTHING)}</p> }.into_any(),
    };
    view! {
        <section class="panel stack" aria-labelledby="along-who">
            <h2 id="along-who">{tf(k::WHO, &who)}</h2>
            <p>{t(k::OPEN_TEXT)}</p>
            <p aria-live="off">{t(k::LEFT)}" "<strong class="mono">{move || clock(seconds.get())}</strong></p>
            <p class="row">{ways}</p>
            <div role="alert">{move || page.failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
            <div class="stack" role="status">{seen}</div>
            <p class="row"><Button label=t(k::END) kind=ButtonKind::Danger on_press=move |()| page.end() /></p>
        </section>
    }
    .into_any()
}

fn over(page: Page) -> AnyView {
    view! {
        <Notice kind=NoticeKind::Info title=t(k::OVER_TITLE) announced=true><p>{t(k::OVER_TEXT)}</p></Notice>
        <p class="row"><Button label=t(k::AGAIN) on_press=move |()| page.stage.set(Stage::Enter) /></p>
    }
    .into_any()
}

impl Page {
    fn begin(self, opened: HelperOpened) {
        announce::polite(t(k::OPENED));
        self.until_ms
            .set(timer::now_ms() + 1000.0 * f64::from(opened.ends_in_s));
        self.silences.set(0);
        self.failed.set(None);
        self.stage.set(Stage::Open(opened));
    }

    fn id(self) -> Option<String> {
        match self.stage.try_get_untracked() {
            Some(Stage::Open(opened)) => Some(opened.id),
            _ => None,
        }
    }

    /// Every second: ended by its time, or by whoever has said so at the server.
    fn tick(self, ask: bool) {
        let Some(id) = self.id() else {
            return;
        };
        if timer::now_ms() >= self.until_ms.get_untracked() {
            self.close();
        } else if ask {
            spawn_local(async move {
                let answer = session::look(api::helper::goes_on(&id)).await;
                self.heard(answer.map(|on| on.ends_in_s));
            });
        }
    }

    fn heard(self, answer: Result<u32, ApiError>) {
        match answer {
            Ok(ends_in_s) => {
                let until = timer::now_ms() + 1000.0 * f64::from(ends_in_s);
                let _ = (self.until_ms.try_set(until), self.silences.try_set(0));
            }
            Err(error) if error.is(ProblemCode::JourneyExpired) => self.close(),
            Err(_) => {
                let silences = self.silences.try_get_untracked().unwrap_or_default() + 1;
                let _ = self.silences.try_set(silences);
                if silences >= SILENCES {
                    self.close();
                }
            }
        }
    }

    fn look(self, part: HelperPart) {
        let Some(id) = self.id() else {
            return;
        };
        self.busy.set(true);
        self.seen.set(None);
        self.failed.set(None);
        spawn_local(async move {
            let answer = session::call(api::helper::look(&id, part)).await;
            let _ = self.busy.try_set(false);
            match answer {
                // Ended, or looked away from, while it was on its way.
                Ok(view) if self.id().is_some() && visible::now() => drop(self.seen.try_set(Some(view))),
                Ok(_) => {}
                Err(error) if error.is(ProblemCode::JourneyExpired) => self.close(),
                Err(error) => drop(self.failed.try_set(Some(error.words()))),
            }
        });
    }

    fn end(self) {
        if let Some(id) = self.id() {
            self.close();
            spawn_local(async move {
                // Ended already is what was wanted.
                let _ = session::call(api::helper::end(&id)).await;
            });
        }
    }

    /// Nothing is shown any more.
    fn close(self) {
        let _ = self.seen.try_set(None);
        let _ = self.stage.try_set(Stage::Over);
    }
}
