//! `/lich-hen/{reference}/cho-som-hon#{key}`, and `/som/{reference}#{key}` in messages: waiting for an earlier place,
//! and the place that is kept. The key of a message answers the one offer; that of the slip changes the wish too.

mod family;
mod join;
mod live;
mod now;
mod offices;
mod waits;
mod wish;

use super::{keyed::opened, no_access};
use crate::api;
use crate::browser::location;
use crate::components::{Back, Fetched, Heading};
use crate::i18n::{keys::waiting as k, t};
use crate::routes::{Draw, Route};
use eid_domain::waiting::Kind;
use eid_domain::wire::waiting::WaitingView;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(waiting_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// All that the page shows.
#[derive(Clone)]
struct Known {
    reference: String,
    key: String,
    view: WaitingView,
}

fn draw(route: &Route) -> AnyView {
    let Route::Waiting(reference) = route else {
        return ().into_any();
    };
    let (reference, key) = (reference.clone(), location::hash());
    let back = format!("{}#{key}", Route::Receipt(reference.clone()).href());
    let fetch = move || {
        let asked = open(reference.clone(), key.clone());
        Box::pin(asked) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |known: Option<Known>| match known {
        Some(known) => {
            let back = known
                .view
                .may_change
                .then(|| view! { <Back href=back.clone() /> });
            view! { {back}<Heading text=title(&known.view) />{live::view(known)} }.into_any()
        }
        None => view! { <Heading text=t(k::TITLE) />{no_access::view()} }.into_any(),
    };
    view! { <div class="page waiting"><Fetched fetch=fetch show=show /></div> }.into_any()
}

/// What the page is about: the person's own wish, or the office's closing.
fn title(view: &WaitingView) -> &'static str {
    let closed = view
        .waiting
        .as_ref()
        .is_some_and(|waiting| waiting.kind == Kind::Closure);
    t(if closed { k::TITLE_CLOSED } else { k::TITLE })
}

async fn open(reference: String, key: String) -> Result<Option<Known>, String> {
    let view = opened(&key, api::waiting::get(&reference, &key)).await?;
    Ok(view.map(|view| Known { reference, key, view }))
}
