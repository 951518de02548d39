//! Something that must be fetched before it can be shown: waiting, failing with a way to try again, or there.

use super::{Button, ButtonKind, Notice, NoticeKind, Skeleton};
use crate::i18n::{keys, t};
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;

type Loading<T> = Pin<Box<dyn Future<Output = Result<T, String>>>>;

/// Asks a [`Fetched`] to fetch again. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Refetch(RwSignal<u32>);

impl Default for Refetch {
    fn default() -> Self {
        Self::new()
    }
}

impl Refetch {
    /// Nothing asked yet.
    pub fn new() -> Self {
        Self(RwSignal::new(0))
    }

    /// Fetches again; what is shown stays until the new is there.
    pub fn now(self) {
        self.0.update(|count| *count += 1);
    }
}

/// Fetches and shows. `fetch` may read signals: it runs again when they change.
///
/// ```ignore
/// view! {
///     <Fetched
///         fetch=move || Box::pin(async move { api::offices::list().await.map_err(|error| error.words()) })
///         show=move |offices| view! { <OfficeList offices /> }.into_any()
///     />
/// }
/// ```
#[component]
pub fn Fetched<T, F, V>(
    /// Starts fetching; the error is in words for the person.
    fetch: F,
    /// Shows what came.
    show: V,
    /// Fetches again from outside.
    #[prop(optional)]
    refetch: Option<Refetch>,
) -> impl IntoView
where
    T: Clone + 'static,
    F: Fn() -> Loading<T> + 'static,
    V: Fn(T) -> AnyView + Send + 'static,
{
    let refetch = refetch.unwrap_or_default();
    let resource = LocalResource::new(move || {
        refetch.0.track();
        fetch()
    });
    move || {
        match resource.get() {
        None => view! { <Skeleton /> }.into_any(),
        Some(Ok(value)) => show(value),
        Some(Err(words)) => view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=move |()| refetch.now() /></p>
            </Notice>
        }
        .into_any(),
    }
    }
}
