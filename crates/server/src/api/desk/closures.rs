//! `/api/desk/closures`: days that the own office closes, and the people whom that concerns.

pub mod create;
pub mod list;
pub mod people;
pub mod preview;
pub mod reopen;

use crate::{problem::ApiError, state::App};
use eid_domain::{
    calendar::office_timestamp,
    field::{FieldCode, FieldError},
    wire::closures::DayPart,
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(preview::preview))
        .routes(routes!(reopen::reopen))
}

/// The people concerned read it.
pub(in crate::api::desk) const LONGEST_REASON: usize = 200;

/// So far ahead a day can be closed.
const FARTHEST_DAYS: i64 = 180;

/// The stretch of time that is closed.
pub(in crate::api::desk) fn stretch(date: Date, part: DayPart) -> (Timestamp, Timestamp) {
    let (from, to) = part.bounds();
    let end = if to == Time::MAX {
        date.tomorrow().unwrap_or(date).to_datetime(Time::midnight())
    } else {
        date.to_datetime(to)
    };
    (office_timestamp(date.to_datetime(from)), office_timestamp(end))
}

/// A day that can be closed: from tomorrow on. Today's people are on their way.
pub(in crate::api::desk) fn check_date(app: &App, date: Date) -> Result<(), ApiError> {
    let today = app.today();
    let farthest = today.saturating_add(jiff::Span::new().days(FARTHEST_DAYS));
    if date > today && date <= farthest {
        Ok(())
    } else {
        Err(vec![FieldError::new("date", FieldCode::ChoiceUnknown)].into())
    }
}
