//! The office's day of today, the holidays and the lawful limits.

use crate::api::{self, ApiError};
use crate::components::Fetched;
use eid_domain::calendar::Calendar;
use eid_domain::trip::Rules;
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

/// What every sum needs.
#[derive(Clone)]
pub(super) struct Known {
    /// Today at the offices.
    pub(super) today: Date,
    /// Holidays and worked Saturdays.
    pub(super) calendar: Arc<Calendar>,
    /// The limits the server works with.
    pub(super) rules: Rules,
}

async fn load() -> Result<Known, String> {
    let (config, calendar) = api::both(api::config::get(), api::config::calendar()).await;
    let config = config.map_err(|error| error.words())?;
    let calendar = calendar.map_err(|error| error.words())?;
    let calendar = Calendar::parse(&calendar).map_err(|_| ApiError::Unexpected.words())?;
    Ok(Known {
        today: config.today,
        calendar: Arc::new(calendar),
        rules: Rules {
            card_working_days: config.card_working_days,
            account_working_days: config.account_working_days,
            activate_within_days: config.activate_within_days,
            ..Rules::LAW
        },
    })
}

/// Draws once all is there.
pub(super) fn with(draw: impl Fn(Known) -> AnyView + Send + Sync + 'static) -> AnyView {
    view! { <div class="page-wait"><Fetched fetch=|| Box::pin(load()) show=move |known| untrack(|| draw(known)) /></div> }
        .into_any()
}
