//! Something that must be fetched before it can be shown: waiting, failing with a way to try again, or there.

use super::{Button, ButtonKind, Notice, NoticeKind, Skeleton};
use crate::i18n::{keys, t};
use leptos::{prelude::*, task::spawn_local};
use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

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
    V: Fn(T) -> AnyView + 'static,
{
    let show = Rc::new(show);
    let begin = move || -> Coming {
        let (coming, show) = (fetch(), Rc::clone(&show));
        Box::pin(async move {
            let value = coming.await?;
            Ok(Rc::new(move || show(value.clone())) as Drawn)
        })
    };
    waiting(Box::new(begin), refetch.unwrap_or_default())
}

/// A part of a page that is loaded when it is shown. Not generic, as a [`Fetched`] of each kind would be.
pub fn when_loaded(begin: impl Fn() -> Coming + 'static) -> AnyView {
    waiting(Box::new(begin), Refetch::new())
}

/// Draws what has come.
pub type Drawn = Rc<dyn Fn() -> AnyView>;
/// What will be drawn; the error is in words for the person.
pub type Coming = Pin<Box<dyn Future<Output = Result<Drawn, String>>>>;

/// Not generic: once in the program, not once a type. `LocalResource` would bring 3 kB for each.
fn waiting(begin: Box<dyn Fn() -> Coming>, refetch: Refetch) -> AnyView {
    let state = RwSignal::new_local(None::<Result<Drawn, String>>);
    let newest = Rc::new(Cell::new(0_u32));
    Effect::new(move || {
        refetch.0.track();
        let (coming, newest) = (begin(), Rc::clone(&newest));
        let mine = newest.get() + 1;
        newest.set(mine);
        spawn_local(async move {
            let came = coming.await;
            // An answer to an earlier question must not take the place of a later one.
            if newest.get() == mine {
                let _ = state.try_set(Some(came));
            }
        });
    });
    let content = move || {
        match state.get() {
        None => view! { <Skeleton /> }.into_any(),
        Some(Ok(draw)) => draw(),
        Some(Err(words)) => view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=move |()| refetch.now() /></p>
            </Notice>
        }
        .into_any(),
    }
    };
    content.into_any()
}
