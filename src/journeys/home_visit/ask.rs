//! `/yeu-cau-tai-nha`: the form, then the code, then the page of the request.

use super::{
    code,
    fields::{Fields, Step},
    form,
};
use crate::api;
use crate::components::{Back, ErrorSummary, Fetched, Heading};
use crate::i18n::{keys::home_visit as k, t};
use crate::routes::{Draw, Route};
use eid_domain::wire::config::ClientConfig;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(home_visit_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
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
        Step::Form => view! { <Heading text=t(k::TITLE) />{form::view(fields)} }.into_any(),
        Step::Code(sent) => view! { <Heading text=t(k::CODE_TITLE) />{code::view(fields, sent)} }.into_any(),
    };
    view! { <ErrorSummary errors=fields.errors />{body} }.into_any()
}
