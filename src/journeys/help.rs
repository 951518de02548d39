//! Help: frequent questions, fees, every error message that people meet, and how to recognise a scam.

mod fees;
mod topics;

use crate::api;
use crate::browser::{focus, location};
use crate::components::{Details, Heading};
use crate::i18n::{Key, keys::help, t, tf};
use crate::routes::{Draw, Route};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(help_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    // Other pages lead to a topic, e.g. `/tro-giup#otp`.
    let wanted = location::hash();
    if !wanted.is_empty() {
        focus::later(&wanted);
    }
    let contents = topics::ALL
        .iter()
        .map(|topic| (topic.id, topic.title))
        .chain([
            ("le-phi", help::FEES),
            ("lua-dao", help::SCAM),
            ("du-lieu", help::PRIVACY),
        ])
        .map(|(id, title)| view! { <li><a href=format!("#{id}")>{t(title)}</a></li> })
        .collect_view();
    view! {
        <div class="page prose">
            <Heading text=t(help::TITLE) />
            <p class="lead">{t(help::LEAD)}</p>
            <nav aria-label=t(help::CONTENTS)><ul class="bullets">{contents}</ul></nav>
            {hotline()}
            <section aria-labelledby="cong-cu">
                {heading("cong-cu", help::TOOLS)}
                <ul class="bullets">
                    <li><a href=Route::Rescue.href()>{t(help::TOOL_RESCUE)}</a></li>
                    <li><a href=Route::Trip.href()>{t(help::TOOL_TRIP)}</a></li>
                    <li><a href=Route::Precheck.href()>{t(help::TOOL_PRECHECK)}</a></li>
                    <li><a href=Route::AskHomeVisit.href()>{t(help::TOOL_HOME_VISIT)}</a></li>
                    <li><a href=Route::CheckSlip.href()>{t(help::TOOL_SLIP)}</a></li>
                </ul>
            </section>
            {topics::ALL.iter().map(topic).collect_view()}
            {heading("le-phi", help::FEES)}
            {fees::table()}
            {heading("lua-dao", help::SCAM)}
            <ul class="bullets">
                <li>{t(help::SCAM_1)}</li>
                <li>{t(help::SCAM_2)}</li>
                <li>{t(help::SCAM_3)}</li>
                <li>{t(help::SCAM_4)}</li>
            </ul>
            {heading("du-lieu", help::PRIVACY)}
            <p>{t(help::PRIVACY_A)}</p>
        </div>
    }
    .into_any()
}

/// The number of this installation; where its settings did not come, where else it stands.
fn hotline() -> AnyView {
    let number = RwSignal::new(api::config::hotline());
    spawn_local(async move {
        if let Ok(config) = api::config::get().await {
            // The page may be gone by then.
            let _ = number.try_set(Some(config.hotline));
        }
    });
    let words = move || match number.get() {
        Some(number) => tf(help::HOTLINE, &[("hotline", &number)]),
        None => t(help::HOTLINE_UNKNOWN).to_owned(),
    };
    view! { <p>{words}</p> }.into_any()
}

/// A heading that the contents can lead to.
fn heading(id: &'static str, title: Key) -> AnyView {
    view! { <h2 id=id tabindex="-1">{t(title)}</h2> }.into_any()
}

fn topic(topic: &topics::Topic) -> AnyView {
    let answers = topic
        .answers
        .iter()
        .map(|(question, answer, trouble)| {
            let out = trouble.map(|code| {
                let href = format!("{}?loi={code}", Route::Rescue.href());
                view! { <p><a href=href>{t(help::WAY_OUT)}<span class="visually-hidden">": "{t(*question)}</span></a></p> }
            });
            view! { <Details summary=t(*question)><p>{t(*answer)}</p>{out}</Details> }
        })
        .collect_view();
    view! { {heading(topic.id, topic.title)} <div>{answers}</div> }.into_any()
}
