//! Who works at a desk, and what each role may do: the least each needs.

use crate::app::sessions;
use crate::{problem::ApiError, state::App};
use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, request::Parts},
};
use eid_domain::{
    problem::ProblemCode,
    wire::{desk::Role, queue::BACKGROUND},
};
use eid_store::{
    sessions::SessionKind,
    staff::{self, Staff as Row},
};

/// The signed-in member of staff.
#[derive(Clone)]
pub struct Staff {
    /// Internal id.
    pub id: String,
    /// Shown in the header.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Where they work.
    pub office_id: String,
    /// Digest of the session's token.
    pub session_hash: String,
    /// Somebody else has set the password.
    pub must_change_password: bool,
}

impl FromRequestParts<App> for Staff {
    type Rejection = ApiError;

    /// Whoever has still to choose their own password is let in nowhere but there, see [`Newcomer`].
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let Newcomer(staff) = Newcomer::from_request_parts(parts, app).await?;
        if staff.must_change_password {
            return Err(ProblemCode::PasswordChangeNeeded.into());
        }
        Ok(staff)
    }
}

/// Whoever is signed in, also with a password that an administrator has set: for what they may do before they have chosen
/// their own.
pub struct Newcomer(pub Staff);

impl FromRequestParts<App> for Newcomer {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let session = sessions::current(app, &parts.headers, SessionKind::Staff).await?;
        let row = staff::by_id(&mut app.store.peek().await?, &session.subject_id).await?;
        let row = row
            .filter(|row| !row.disabled)
            .ok_or(ApiError::from(ProblemCode::NotSignedIn))?;
        Ok(Self(Staff {
            role: role_of(&row)?,
            id: row.id,
            name: row.name,
            office_id: row.office_id,
            session_hash: session.hash,
            must_change_password: row.password_until.is_some(),
        }))
    }
}

/// The same, for a page that only looks on: it keeps no session alive.
#[derive(Clone)]
pub struct Onlooker(pub Staff);

impl FromRequestParts<App> for Onlooker {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        parts.headers.insert(BACKGROUND, HeaderValue::from_static("1"));
        Staff::from_request_parts(parts, app).await.map(Self)
    }
}

/// The role of a stored member of staff.
///
/// # Errors
/// When the stored word is none of ours.
pub fn role_of(row: &Row) -> Result<Role, ApiError> {
    Role::parse(&row.role).ok_or_else(|| ApiError::internal("staff role", &row.role))
}

/// What can be done at a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// See the day, the cards and dossiers, masked.
    Look,
    /// See a person's data after giving a reason.
    Reveal,
    /// Book for a person who phones or stands at the desk.
    Assist,
    /// Receive people, record intakes, hand out cards.
    Receive,
    /// Open an overdue activation again.
    Reopen,
    /// Lock an account for its holder.
    Lock,
    /// Answer what people ask about their dossiers.
    Answer,
    /// Look along with the owner of an account who has given a code.
    LookAlong,
    /// Set the pace of the simulated ministry.
    Pace,
    /// Close a day of the own office.
    Close,
    /// Change when an office works and with how many stations.
    Manage,
    /// Plan where a team of the own office goes to, and who comes there.
    Plan,
    /// Carry batches to and from the ministry, and write to many people at once.
    Batches,
    /// Bring lists of social assistance, and see what the people on them still need.
    Aid,
    /// Read the audit.
    Audit,
    /// See how many of what.
    Figures,
    /// Set how many there shall be.
    SetTarget,
    /// Say something above every page.
    Announce,
    /// Say who may sign in at the desk, and as what.
    Admit,
    /// See who stays where in the office's area, and take it out as a file.
    Stays,
    /// Register lodgings and apartment blocks.
    Venues,
    /// Change the country's holidays and working Saturdays.
    Holidays,
}

impl Staff {
    /// Whether the role has the right.
    #[must_use]
    pub const fn may(&self, right: Right) -> bool {
        // Named one by one: a new right is nobody's until somebody needs it.
        match self.role {
            Role::HelpDesk => matches!(
                right,
                Right::Look
                    | Right::Reveal
                    | Right::Assist
                    | Right::Reopen
                    | Right::Lock
                    | Right::Answer
                    | Right::LookAlong
                    | Right::Pace
            ),
            Role::IntakeOfficer => matches!(
                right,
                Right::Look
                    | Right::Reveal
                    | Right::Assist
                    | Right::Receive
                    | Right::Reopen
                    | Right::Lock
                    | Right::Answer
                    | Right::Pace
                    | Right::Stays
            ),
            Role::OfficeManager => matches!(
                right,
                Right::Look
                    | Right::Reveal
                    | Right::Assist
                    | Right::Receive
                    | Right::Reopen
                    | Right::Lock
                    | Right::Answer
                    | Right::Pace
                    | Right::Close
                    | Right::Manage
                    | Right::Figures
                    | Right::SetTarget
                    | Right::Announce
                    | Right::Plan
                    | Right::Aid
                    | Right::Batches
                    | Right::Stays
            ),
            Role::Auditor => matches!(right, Right::Audit | Right::Figures),
            Role::Administrator => matches!(
                right,
                Right::Pace
                    | Right::Manage
                    | Right::Figures
                    | Right::SetTarget
                    | Right::Announce
                    | Right::Admit
                    | Right::Venues
                    | Right::Holidays
            ),
        }
    }

    /// Refuses who has not got the right.
    ///
    /// # Errors
    /// `not_allowed`.
    pub fn need(&self, right: Right) -> Result<(), ApiError> {
        if self.may(right) {
            Ok(())
        } else {
            Err(ProblemCode::NotAllowed.into())
        }
    }

    /// Whether they work for every office, not for one.
    #[must_use]
    pub const fn is_everywhere(&self) -> bool {
        matches!(self.role, Role::HelpDesk)
    }
}
