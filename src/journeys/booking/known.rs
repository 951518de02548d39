//! What every step must know of the server first: its day, the fees, whether it is a demonstration.

use crate::api;
use crate::components::Fetched;
use eid_domain::fee::FeeTable;
use jiff::civil::Date;
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

/// The server's settings, read.
#[derive(Clone)]
pub(super) struct Known {
    /// The office's date of today.
    pub(super) today: Date,
    fees: Arc<str>,
    /// Messages are simulated.
    pub(super) demo: bool,
}

impl Known {
    /// The tariff. One that this version cannot read makes the estimate unknown, not the booking impossible.
    pub(super) fn fees(&self) -> FeeTable {
        FeeTable::parse(&self.fees).unwrap_or_default()
    }
}

thread_local! {
    static KNOWN: RefCell<Option<Known>> = const { RefCell::new(None) };
}

async fn load() -> Result<Known, String> {
    let config = api::config::get().await.map_err(|error| error.words())?;
    let known = Known {
        today: config.today,
        fees: config.fees.into(),
        demo: config.demo,
    };
    KNOWN.set(Some(known.clone()));
    Ok(known)
}

/// Draws with the settings: at once where they are there, else when they have come.
pub(super) fn with(draw: impl Fn(Known) -> AnyView + Send + Sync + 'static) -> AnyView {
    if let Some(known) = KNOWN.with_borrow(Clone::clone) {
        return draw(known);
    }
    view! { <div class="page-wait"><Fetched fetch=|| Box::pin(load()) show=move |known| untrack(|| draw(known)) /></div> }.into_any()
}
