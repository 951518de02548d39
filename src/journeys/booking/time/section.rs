//! The times of a day below the days: what those of one person and a family's windows share.

use super::choose::{Below, TIMES};
use crate::api::ApiError;
use crate::components::{Fetched, TextButton};
use crate::i18n::{keys::booking, t};
use leptos::prelude::*;

/// Heading and what was found, once it has come.
pub(in super::super) fn view<T: Clone + 'static, C>(
    title: String,
    below: Below,
    fetch: impl Fn() -> C + 'static,
    show: impl Fn(T) -> AnyView + 'static,
) -> AnyView
where
    C: Future<Output = Result<T, ApiError>> + 'static,
{
    let fetch = move || -> std::pin::Pin<Box<dyn Future<Output = Result<T, String>>>> {
        let coming = fetch();
        Box::pin(async move { coming.await.map_err(|error| error.words()) })
    };
    let busy = move || below.taking.busy.get().then_some("true");
    view! {
        <section class="stack-s times" aria-labelledby=TIMES aria-busy=busy>
            <h2 id=TIMES tabindex="-1">{title}</h2>
            <TextButton label=t(booking::TIME_OTHER_DAY) on_press=below.on_other_day />
            <Fetched fetch=fetch show=show refetch=below.taking.again />
        </section>
    }
    .into_any()
}
