//! The frame of pages that the key of a receipt opens: the way back, the title, what the server says, and one answer to every
//! key that opens nothing.

use super::{dossier, no_access};
use crate::api::ApiError;
use crate::browser::{hash, location};
use crate::components::{Back, Fetched, Heading};
use crate::i18n::{Key, t};
use crate::routes::Route;
use leptos::prelude::*;

/// Whose it is, and what may open it. Cheap to clone.
#[derive(Clone)]
pub(super) struct Keyed {
    /// The dossier's.
    pub(super) reference: String,
    /// From behind `#`.
    pub(super) key: String,
}

impl Keyed {
    /// The address of the receipt, key included.
    pub(super) fn receipt(&self) -> String {
        receipt(&self.reference, &self.key)
    }
}

fn receipt(reference: &str, key: &str) -> String {
    format!("{}#{key}", Route::Receipt(reference.to_owned()).href())
}

/// What a key opens; `None` for none, and for one that opens nothing.
///
/// # Errors
/// In words, where the server could not be asked.
pub(super) async fn opened<T>(
    key: &str,
    asked: impl Future<Output = Result<T, ApiError>>,
) -> Result<Option<T>, String> {
    if key.is_empty() {
        return Ok(None);
    }
    match asked.await {
        Ok(view) => Ok(Some(view)),
        Err(error) if dossier::refused(&error) => Ok(None),
        Err(error) => Err(error.words()),
    }
}

/// The page; it is asked for anew when the key in the address changes.
pub(super) fn page<T, F>(
    reference: &str,
    title: Key,
    ask: impl Fn(Keyed) -> F + 'static,
    show: impl Fn(Keyed, T) -> AnyView + 'static,
) -> AnyView
where
    T: Clone + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let key = hash::signal();
    let back = receipt(reference, &location::hash());
    let (asked, shown) = (reference.to_owned(), reference.to_owned());
    let fetch = move || {
        let case = Keyed {
            reference: asked.clone(),
            key: key.get(),
        };
        let key = case.key.clone();
        // Not polled without a key: then nothing is sent.
        let asking = ask(case);
        Box::pin(async move { opened(&key, asking).await })
            as std::pin::Pin<Box<dyn Future<Output = Result<Option<T>, String>>>>
    };
    let show = move |found: Option<T>| match found {
        Some(view) => {
            let case = Keyed {
                reference: shown.clone(),
                key: key.get_untracked(),
            };
            show(case, view)
        }
        None => no_access::view(),
    };
    view! {
        <div class="page">
            <Back href=back />
            <Heading text=t(title) />
            <Fetched fetch=fetch show=show />
        </div>
    }
    .into_any()
}
