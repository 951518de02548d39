//! `/tai-khoan/cho-xem`: the owner lets the help desk look along, sees each look as it happens, and ends it with one tap.

mod code;
mod looks;

use crate::api;
use crate::browser::{announce, timer};
use crate::components::{Back, Button, ButtonKind, Fetched, Heading, Notice, NoticeKind, clock};
use crate::i18n::{keys::helper as k, t, tf};
use crate::routes::{Draw, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::helper::{HelperCode, HelperEnd, HelperState, MyHelper};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// The page asks after this many seconds what has become of it.
const ASK_S: u32 = 2;

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(helper_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// What the page knows. Cheap to copy.
#[derive(Clone, Copy)]
struct Page {
    mine: RwSignal<MyHelper>,
    /// The device's clock in milliseconds at which it ends by itself.
    until_ms: RwSignal<f64>,
    /// What is to be read out; on this page alone, and only while it waits.
    code: RwSignal<Option<HelperCode>>,
    busy: RwSignal<bool>,
    failed: RwSignal<Option<String>>,
}

fn draw(_: &Route) -> AnyView {
    let show = |opened: Option<(MyHelper, String)>| match opened {
        Some((mine, hotline)) => content(mine, &hotline),
        None => {
            super::note(false);
            Route::SignIn.replace();
            ().into_any()
        }
    };
    view! {
        <div class="page account">
            <Back href=Route::Account.href() />
            <Heading text=t(k::TITLE) />
            <Fetched fetch=|| Box::pin(open()) show=show />
        </div>
    }
    .into_any()
}

/// `None` where nobody is signed in.
async fn open() -> Result<Option<(MyHelper, String)>, String> {
    let (mine, config) = api::both(api::helper::mine(), api::config::get()).await;
    match mine {
        Ok(mine) => Ok(Some((mine, config.map_err(|error| error.words())?.hotline))),
        Err(error) if error.is(ProblemCode::NotSignedIn) => Ok(None),
        Err(error) => Err(error.words()),
    }
}

fn content(mine: MyHelper, hotline: &str) -> AnyView {
    let page = Page {
        until_ms: RwSignal::new(until(&mine)),
        mine: RwSignal::new(mine),
        code: RwSignal::new(None),
        busy: RwSignal::new(false),
        failed: RwSignal::new(None),
    };
    timer::every_while_seen(ASK_S, move || page.ask_again());
    let lead = tf(k::LEAD, &[("hotline", hotline)]);
    let state = Memo::new(move |_| page.mine.with(|mine| (mine.state, mine.ended_by)));
    let now = move || match state.get() {
        (HelperState::None, _) => ().into_any(),
        (HelperState::Waiting, _) => code::view(page),
        (HelperState::Open, _) => watched(page),
        (HelperState::Ended, by) => ended(by),
    };
    let stands = Memo::new(move |_| matches!(state.get().0, HelperState::Waiting | HelperState::Open));
    view! {
        <p class="lead">{lead}</p>
        <ul class="bullets"><li>{t(k::RULE_1)}</li><li>{t(k::RULE_2)}</li><li>{t(k::RULE_3)}</li></ul>
        <div class="stack">{now}</div>
        <div role="alert">{move || page.failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row">
            <Show
                when=move || stands.get()
                fallback=move || view! { <Button label=t(k::ASK) busy=page.busy on_press=move |()| page.begin() /> }
            >
                <Button label=t(k::STOP) kind=ButtonKind::Danger busy=page.busy on_press=move |()| page.stop() />
            </Show>
        </p>
        {looks::view(page)}
    }
    .into_any()
}

/// Somebody looks.
fn watched(page: Page) -> AnyView {
    view! {
        <Notice kind=NoticeKind::Warning title=t(k::OPEN_TITLE) announced=true>
            <p>{t(k::OPEN_TEXT)}</p>
            {left(page)}
        </Notice>
    }
    .into_any()
}

fn ended(by: Option<HelperEnd>) -> AnyView {
    let why = match by {
        Some(HelperEnd::Citizen) => k::ENDED_CITIZEN,
        Some(HelperEnd::Helper) => k::ENDED_HELPER,
        Some(HelperEnd::Time) | None => k::ENDED_TIME,
    };
    view! { <Notice kind=NoticeKind::Ok title=t(k::ENDED_TITLE) announced=true><p>{t(why)}</p></Notice> }
        .into_any()
}

/// How long it still lasts. Seen every second, and not said: what happens is said.
fn left(page: Page) -> AnyView {
    let now = RwSignal::new(timer::now_ms());
    timer::every_second(move || now.set(timer::now_ms()));
    let seconds = Memo::new(move |_| ((page.until_ms.get() - now.get()) / 1000.0).max(0.0) as u32);
    view! { <p aria-live="off">{t(k::LEFT)}" "<strong class="mono">{move || clock(seconds.get())}</strong></p> }
        .into_any()
}

fn until(mine: &MyHelper) -> f64 {
    timer::now_ms() + 1000.0 * f64::from(mine.ends_in_s)
}

impl Page {
    fn show(self, mine: MyHelper) {
        let Some(before) = self.mine.try_get_untracked() else {
            return;
        };
        if mine.state != HelperState::Waiting {
            let _ = self.code.try_set(None);
        }
        if mine.looks.len() > before.looks.len()
            && let Some(last) = mine.looks.first()
        {
            announce::polite(&tf(k::LOOKED, &[("part", t(looks::part(last.part)))]));
        }
        let _ = self.until_ms.try_set(until(&mine));
        let same = (before.state, before.looks.len(), before.ended_by)
            == (mine.state, mine.looks.len(), mine.ended_by);
        if !same {
            let _ = self.mine.try_set(mine);
        }
    }

    /// Asks by itself, while something is open.
    fn ask_again(self) {
        let state = self.mine.with_untracked(|mine| mine.state);
        if !matches!(state, HelperState::Waiting | HelperState::Open) || self.busy.get_untracked() {
            return;
        }
        spawn_local(async move { self.refresh().await });
    }

    async fn refresh(self) {
        match api::helper::mine().await {
            Ok(mine) => self.show(mine),
            Err(error) if error.is(ProblemCode::NotSignedIn) => {
                super::note(false);
                Route::SignIn.replace();
            }
            // The next time.
            Err(_) => {}
        }
    }

    fn begin(self) {
        self.change(async move {
            let code = api::helper::ask().await?;
            let _ = self.code.try_set(Some(code));
            Ok(())
        });
    }

    fn stop(self) {
        self.change(api::helper::stop());
    }

    fn change(self, made: impl Future<Output = Result<(), api::ApiError>> + 'static) {
        self.busy.set(true);
        self.failed.set(None);
        spawn_local(async move {
            match made.await {
                Ok(()) => self.refresh().await,
                Err(error) => {
                    let _ = self.failed.try_set(Some(error.words()));
                }
            }
            let _ = self.busy.try_set(false);
        });
    }
}
