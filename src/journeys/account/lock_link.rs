//! `/khoa#{key}`: the link of a message. One tap locks; opening the page alone does nothing, for programs open links too.

use crate::api;
use crate::browser::{focus, location};
use crate::components::{Button, ButtonKind, Fetched, Heading, LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::lock as k, t, tf};
use crate::routes::{Draw, Route};
use eid_domain::problem::ProblemCode;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(lock_link_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// What has become of it.
#[derive(Clone, Copy)]
enum Stage {
    Asked,
    /// Locked; whether an office was asked.
    Locked(bool),
    Gone,
}

fn draw(_: &Route) -> AnyView {
    let key = location::hash();
    let fetch = || {
        Box::pin(async { api::config::get().await.map_err(|error| error.words()) })
            as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |config: eid_domain::wire::config::ClientConfig| question(key.clone(), config.hotline);
    view! {
        <div class="page">
            <Heading text=t(k::TITLE) />
            <Fetched fetch=fetch show=show />
        </div>
    }
    .into_any()
}

fn question(key: String, hotline: String) -> AnyView {
    let stage = RwSignal::new(if key.is_empty() { Stage::Gone } else { Stage::Asked });
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let press = Callback::new(move |()| {
        busy.set(true);
        failed.set(None);
        let key = key.clone();
        spawn_local(async move {
            let next = match api::account::lock_by_link(key).await {
                Ok(done) => Stage::Locked(done.asked),
                Err(error) if error.is(ProblemCode::NoMatch) => Stage::Gone,
                Err(error) => {
                    let _ = busy.try_set(false);
                    let _ = failed.try_set(Some(error.words()));
                    return;
                }
            };
            let _ = stage.try_set(next);
            focus::later("said");
        });
    });
    let below = move || {
        match stage.get() {
        Stage::Asked => view! {
            <p class="lead">{t(k::LEAD)}</p>
            <ul class="bullets"><li>{t(k::WHAT_1)}</li><li>{t(k::WHAT_2)}</li><li>{t(k::WHAT_3)}</li></ul>
            <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
            <p class="row">
                <Button label=t(k::DO) kind=ButtonKind::Danger busy=busy on_press=press />
                <LinkButton href=Route::Home.href() label=t(k::NOT) kind=ButtonKind::Second />
            </p>
        }
        .into_any(),
        Stage::Locked(asked) => locked(asked, &hotline),
        Stage::Gone => gone(&hotline),
    }
    };
    view! { <div class="stack" id="said" tabindex="-1">{below}</div> }.into_any()
}

fn locked(asked: bool, hotline: &str) -> AnyView {
    super::note(false);
    let text = if asked {
        t(k::DONE_ASKED).to_owned()
    } else {
        tf(k::DONE_TEXT, &[("hotline", hotline)])
    };
    view! {
        <Notice kind=NoticeKind::Ok title=t(k::DONE_TITLE) announced=true><p>{text}</p></Notice>
        <p class="row"><LinkButton href=Route::Recover.href() label=t(k::FORGOT) kind=ButtonKind::Second /></p>
    }
    .into_any()
}

fn gone(hotline: &str) -> AnyView {
    let words = tf(k::GONE, &[("hotline", hotline)]);
    view! {
        <Notice kind=NoticeKind::Warning announced=true><p>{words}</p></Notice>
        <p class="row"><LinkButton href=Route::SignIn.href() label=t(k::SIGN_IN) /></p>
    }
    .into_any()
}
