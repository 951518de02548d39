//! `GET /api/dossiers/{reference}` (with the access key): receipt and timeline.

use crate::{
    account, booking, dossier,
    intake::{Evidence, Fault},
    reason::Reason,
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use serde::{Deserialize, Serialize};

/// What an access key may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccessScope {
    /// See and change.
    Manage,
    /// See the stages only.
    Read,
}

/// One dossier as its owner sees it. Personal data is masked: the page may be seen by others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DossierView {
    /// Public reference.
    pub reference: String,
    /// Code of the dossier once received at the office.
    pub dossier_code: Option<String>,
    /// What this key allows.
    pub scope: AccessScope,
    /// State of the card dossier.
    pub state: dossier::State,
    /// What was asked for.
    pub service: booking::Service,
    /// On what ground.
    pub reason: Option<Reason>,
    /// Name of the person; empty where the scope is `read`.
    pub full_name: String,
    /// `098*****0123`; empty where the scope is `read`.
    pub personal_number_masked: String,
    /// Last three digits of the phone for codes.
    pub phone_ends: String,
    /// The visit, where one is or was booked.
    pub visit: Option<Visit>,
    /// What may still be changed about the visit.
    pub changes: booking::ChangeRules,
    /// The stages in order.
    pub timeline: Vec<dossier::Stage>,
    /// Latest lawful date for the card.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub due_on: Option<Date>,
    /// Working days past that date; 0 where not overdue.
    pub overdue_days: u16,
    /// The account, where one was asked for.
    pub account: Option<AccountProgress>,
    /// What frees from the fee, where a list of social assistance says so; none where the scope is `read`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exemption: Option<crate::fee::Exemption>,
    /// Reason given where the dossier was refused or must be corrected.
    pub message: Option<String>,
    /// Notices sent, newest first, without their text.
    pub notices: Vec<NoticeSent>,
    /// Whether the person waits for another place.
    #[serde(default)]
    pub waiting: super::waiting::WaitingMark,
    /// The signed token of the slip (see [`crate::slip`]) while the visit is to come or under way; none where the scope
    /// is `read`.
    #[serde(default)]
    pub slip: Option<String>,
    /// The slip's code: the address of the page that checks it, with the token behind `#`, so that any phone's camera
    /// leads there; the token alone where the server does not know its own address. There where `slip` is.
    #[serde(default)]
    pub slip_code: Option<super::drawn_code::DrawnCode>,
    /// Their place in the line at the office, while they stand in it; none where the scope is `read`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<InLine>,
    /// Looks by staff at the person's data, newest first; empty where the scope is `read`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub looks: Vec<super::looks::Look>,
    /// What was asked about it, oldest first; none where the scope is `read`.
    #[serde(default)]
    pub questions: Vec<super::tickets::Question>,
    /// Whether a question can be asked now: once the dossier is received, and one at a time.
    #[serde(default)]
    pub may_ask: bool,
    /// Who collected the card for its owner; empty where the scope is `read`, none where the owner came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collected_for: Option<String>,
    /// What only the real office can say on the phone; none where the scope is `read`.
    #[serde(default)]
    pub phrase: Option<crate::office::Localised>,
    /// What the office has to say now, while the dossier is under way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub news: Vec<super::announcements::News>,
    /// The due date rests on holidays that the Government has not fixed yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub due_provisional: bool,
    /// The server's time when it answered: a receipt asks for nothing else.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub now: Timestamp,
    /// Number to call for help.
    pub hotline: String,
    /// True where the ministry is simulated, and may be hurried.
    pub demo: bool,
}

/// A place in the line of an office's day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InLine {
    /// The number that is called.
    pub number: u16,
    /// Opens one's own place in the line, behind `#`.
    pub key: String,
}

/// `GET /api/dossiers/{reference}/correction`: what the person must correct or add before the dossier goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Correction {
    /// What is wrong or missing; empty where words alone say it.
    pub what: Vec<Fault>,
    /// Papers that prove it.
    pub papers: Vec<Evidence>,
    /// In words; may be empty. None for a key that may only read.
    pub words: String,
    /// Whether the ministry asks, after its check; else the office did at the counter.
    pub by_ministry: bool,
    /// The last day: after it the dossier must be begun again.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub until: Date,
    /// Days from today to the last one.
    pub days_left: u16,
    /// How far the office is with putting it right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub so_far: Option<super::tickets::SoFar>,
    /// The visit that is booked for it, local time at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub visit_at: Option<DateTime>,
}

/// Days for which the link that a person hands on is good.
pub const SHARED_DAYS: u8 = 30;

/// `POST /api/dossiers/{reference}/links`: a key that shows the steps and nothing of the person, for a relative who follows
/// from afar. Shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SharedLink {
    /// The key; lives in the fragment of the receipt's address.
    pub key: String,
    /// Until when it opens.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub expires_at: Timestamp,
}

/// A visit at an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Visit {
    /// The office's id.
    pub office_id: String,
    /// Local start at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub starts_at: DateTime,
    /// Length in minutes.
    pub minutes: u16,
    /// Who comes, by the age on the day of the visit: what to bring depends on it.
    pub age_group: booking::AgeGroup,
    /// For whom a place is asked for when the visit is moved: the age may be another until then.
    pub slot_group: booking::AgeGroup,
    /// Grows with every change; the calendar entry's SEQUENCE.
    pub sequence: u32,
    /// The place itself, an office or a team's stop; none where it is not listed any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Box<super::places::Place>>,
    /// Where to come again with what was asked for, where that is not the place of the visit: a team's stop is there for a
    /// day, the dossier lies at the office that sent the team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Box<super::places::Place>>,
}

impl Visit {
    /// The place at which another time is looked for.
    #[must_use]
    pub fn next_office_id(&self) -> &str {
        self.again.as_ref().map_or(&self.office_id, |place| &place.id)
    }
}

/// Where the account stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountProgress {
    /// State of the account.
    pub state: account::State,
    /// Latest lawful day to judge it, while it waits for that.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub due_on: Option<Date>,
    /// Working days past that day; 0 where not overdue.
    #[serde(default)]
    pub overdue_days: u16,
    /// Last day to activate.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub activate_by: Option<Date>,
}

/// That a notice was sent: when, what about, how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeSent {
    /// When it was sent.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// What it was about: the template's name, e.g. `booked`.
    pub kind: String,
    /// `sms` or `mail`.
    pub channel: String,
}
