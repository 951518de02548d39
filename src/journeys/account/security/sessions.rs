//! Where one is signed in, and signing out there or everywhere.

use super::leave;
use crate::api::{self, ApiError};
use crate::browser::intl;
use crate::components::{Button, ButtonKind, Fetched, Notice, NoticeKind, Refetch, Tag, TagKind, TextButton};
use crate::i18n::{keys::security as k, t, tf};
use crate::routes::Route;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::devices::{SessionView, Sessions};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the parts share. Cheap to copy.
#[derive(Clone, Copy)]
struct Parts {
    refetch: Refetch,
    said: RwSignal<Option<Said>>,
}

/// What became of it.
#[derive(Clone)]
enum Said {
    Done(String),
    Failed(String),
}

/// The section.
pub(super) fn view() -> AnyView {
    let parts = Parts {
        refetch: Refetch::new(),
        said: RwSignal::new(None),
    };
    let fetch = || Box::pin(async { open().await }) as std::pin::Pin<Box<dyn Future<Output = _>>>;
    let said = move || {
        parts.said.get().map(|said| match said {
            Said::Done(words) => {
                view! { <Notice kind=NoticeKind::Ok title=words announced=true /> }.into_any()
            }
            Said::Failed(words) => view! { <p class="error-text" role="alert">{words}</p> }.into_any(),
        })
    };
    let show = move |found: Option<Sessions>| list(parts, found);
    view! {
        <section class="panel stack" aria-labelledby="sessions">
            <h2 id="sessions">{t(k::SESSIONS_TITLE)}</h2>
            {said}
            <Fetched fetch=fetch show=show refetch=parts.refetch />
        </section>
    }
    .into_any()
}

/// `None` where nobody is signed in.
async fn open() -> Result<Option<Sessions>, String> {
    match api::account::sessions().await {
        Ok(sessions) => Ok(Some(sessions)),
        Err(error) if error.is(ProblemCode::NotSignedIn) => Ok(None),
        Err(error) => Err(error.words()),
    }
}

fn list(parts: Parts, found: Option<Sessions>) -> AnyView {
    let Some(found) = found else {
        crate::journeys::account::note(false);
        Route::SignIn.replace();
        return ().into_any();
    };
    let one = found.one_device.then(|| view! { <p>{t(k::SESSIONS_ONE)}</p> });
    let rows = found
        .sessions
        .into_iter()
        .map(|session| row(parts, session))
        .collect_view();
    view! {
        {one}
        <ul class="plain-list">{rows}</ul>
        <EndAll />
    }
    .into_any()
}

fn row(parts: Parts, session: SessionView) -> AnyView {
    let agent = if session.agent.is_empty() {
        t(k::SESSIONS_UNKNOWN).to_owned()
    } else {
        session.agent.clone()
    };
    let way = t(if session.by_passkey {
        k::SESSIONS_BY_PASSKEY
    } else {
        k::SESSIONS_BY_PASSWORD
    });
    let times = tf(
        k::SESSIONS_TIMES,
        &[
            ("since", &intl::instant(session.since)),
            ("seen", &intl::instant(session.seen_at)),
        ],
    );
    let end = if session.here {
        view! { <Tag text=t(k::SESSIONS_HERE) kind=TagKind::Ok /> }.into_any()
    } else {
        let (id, about) = (session.id, agent.clone());
        let press = move |()| end(parts, id.clone());
        view! { <TextButton label=t(k::SESSIONS_END) about=about on_press=press /> }.into_any()
    };
    view! {
        <li>
            <div>
                <p><strong>{agent}</strong></p>
                <p class="muted">{way}" · "{times}</p>
            </div>
            {end}
        </li>
    }
    .into_any()
}

fn end(parts: Parts, id: String) {
    spawn_local(async move {
        let answer = api::account::end_session(&id).await;
        // Ended already is what was wanted.
        let ended = match answer {
            Err(ref error) if !error.is(ProblemCode::NotFound) => Err(error.words()),
            _ => Ok(t(k::SESSIONS_ENDED).to_owned()),
        };
        let said = ended.map_or_else(Said::Failed, Said::Done);
        let _ = parts.said.try_set(Some(said));
        parts.refetch.now();
    });
}

#[component]
fn EndAll() -> impl IntoView {
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let go = move |()| {
        busy.set(true);
        spawn_local(async move {
            let answer: Result<(), ApiError> = api::account::end_sessions().await;
            match answer {
                Ok(()) => leave(t(k::SESSIONS_ENDED_ALL)),
                Err(error) => {
                    let _ = busy.try_set(false);
                    let _ = failed.try_set(Some(error.words()));
                }
            }
        });
    };
    view! {
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row"><Button label=t(k::SESSIONS_END_ALL) kind=ButtonKind::Second busy=busy on_press=go /></p>
    }
}
