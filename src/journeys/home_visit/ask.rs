//! `/yeu-cau-tai-nha`: who can ask and what is needed, then the form (`?buoc=don`), the code, the page of the request.

use super::{
    code,
    fields::{self, Fields, Step},
    form,
};
use crate::api;
use crate::browser::location;
use crate::components::{Back, ErrorSummary, Fetched, Heading, LinkButton};
use crate::i18n::{Key, keys::home_visit as k, t};
use crate::routes::{Draw, Route};
use eid_domain::wire::config::ClientConfig;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// What the address calls the form.
const FORM: &str = "don";

/// Loads the code of the first page, or of the form: whichever the address asks for. Who has typed already goes on there.
///
/// # Errors
/// Where it did not arrive.
pub async fn load() -> Result<Draw, SplitLoaderError> {
    if fields::begun() || location::query("buoc").as_deref() == Some(FORM) {
        load_form().await
    } else {
        load_start().await
    }
}

#[wasm_split(home_visit_start, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_start() -> Result<Draw, SplitLoaderError> {
    Ok(start)
}

#[wasm_split(home_visit_form, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_form() -> Result<Draw, SplitLoaderError> {
    Ok(ask)
}

fn start(_: &Route) -> AnyView {
    let list = |keys: [Key; 3]| {
        let items = keys.map(|key| view! { <li>{t(key)}</li> }.into_any());
        view! { <ul class="bullets">{Vec::from(items)}</ul> }.into_any()
    };
    view! {
        <div class="page prose">
            <Back href=Route::Help.href() />
            <Heading text=t(k::TITLE) />
            <p class="lead">{t(k::LEAD)}</p>
            <h2>{t(k::NEED)}</h2>
            {list([k::NEED_NUMBER, k::NEED_PLACE, k::NEED_PHONE])}
            <h2>{t(k::THEN)}</h2>
            {list([k::THEN_SEEN, k::THEN_TOLD, k::THEN_COME])}
            <p class="row">
                <LinkButton href=format!("{}?buoc={FORM}", Route::AskHomeVisit.href()) label=t(k::BEGIN) />
            </p>
            <p>{t(k::ABLE)}" "<a href=Route::Needs.href()>{t(k::ABLE_BOOK)}</a>"."</p>
        </div>
    }
    .into_any()
}

fn ask(_: &Route) -> AnyView {
    view! {
        <div class="page">
            <Back href=Route::Help.href() />
            <Fetched
                fetch=|| Box::pin(async { api::config::get().await.map_err(|error| error.words()) })
                show=|config: ClientConfig| untrack(|| steps(&config))
            />
        </div>
    }
    .into_any()
}

fn steps(config: &ClientConfig) -> AnyView {
    let fields = Fields::open(config.today, config.demo);
    let body = move || match fields.step.get() {
        Step::Form => view! { <Heading text=t(k::FORM_TITLE) />{form::view(fields)} }.into_any(),
        Step::Code(sent) => view! { <Heading text=t(k::CODE_TITLE) />{code::view(fields, sent)} }.into_any(),
    };
    view! { <ErrorSummary errors=fields.errors />{body} }.into_any()
}
