//! Staff who book for a person, by phone or at the desk: under the same rules, from the places kept for it, and with
//! their name in the audit.

use crate::app::staff::{Right, Staff};
use crate::{limits, problem::ApiError, state::App};
use axum::{extract::FromRequestParts, http::request::Parts};
use eid_domain::{booking::Channel, office::Office, problem::ProblemCode, wire::ASSISTED};
use eid_store::{
    Tx,
    holds::{self, Reservation},
};
use jiff::Timestamp;

/// Whoever asks: a person, or staff for one. The request says that it is meant for somebody else, the session of staff
/// says who may say so; the mark alone is worth nothing.
#[derive(Clone)]
pub struct Helper(Option<Staff>);

impl FromRequestParts<App> for Helper {
    type Rejection = ApiError;

    /// Whose session has ended is told so: the request must not become an ordinary one in silence.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        if !parts.headers.contains_key(ASSISTED) {
            return Ok(Self(None));
        }
        let staff = Staff::from_request_parts(parts, app).await?;
        staff.need(Right::Assist)?;
        Ok(Self(Some(staff)))
    }
}

impl Helper {
    /// The member of staff, where it is one.
    #[must_use]
    pub fn staff_id(&self) -> Option<&str> {
        self.0.as_ref().map(|staff| staff.id.as_str())
    }

    /// Which places of an office they find. What an office keeps for phone and desk is given out by its own staff and by
    /// the help desk; elsewhere staff find what everybody finds.
    #[must_use]
    pub fn channel_at(&self, office: &Office) -> Channel {
        match &self.0 {
            Some(staff) if staff.is_everywhere() || staff.office_id == office.id.as_str() => {
                Channel::Assisted
            }
            _ => Channel::Online,
        }
    }

    /// Refuses to book a place for a person by themselves that staff took from those kept: nobody would be named for it.
    ///
    /// # Errors
    /// `not_signed_in`.
    pub fn may_book(&self, place: &Reservation) -> Result<(), ApiError> {
        if place.channel == holds::Channel::Assisted && self.0.is_none() {
            Err(ProblemCode::NotSignedIn.into())
        } else {
            Ok(())
        }
    }

    /// Counts one more of what staff do for people; false where it is a person, whose own limits count.
    ///
    /// # Errors
    /// `too_many_requests`.
    pub async fn spend(&self, app: &App, tx: &mut Tx, now: Timestamp) -> Result<bool, ApiError> {
        let Some(staff) = &self.0 else {
            return Ok(false);
        };
        limits::spend(tx, &app.config.limits.assisted_staff, &staff.id, now).await?;
        Ok(true)
    }
}

/// A channel as the store knows it.
#[must_use]
pub const fn stored(channel: Channel) -> holds::Channel {
    match channel {
        Channel::Online => holds::Channel::Online,
        Channel::Assisted => holds::Channel::Assisted,
    }
}
