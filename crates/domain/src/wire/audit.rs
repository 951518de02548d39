//! `/api/desk/audit`: who did what, for the auditor alone. No personal data: ids, names of staff, references of dossiers.

use super::desk::Role;
use crate::str_enum::str_enum;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Every action that is written into the audit, but for the steps of dossiers and accounts: those are `dossier.` and
/// `account.` with the state that was reached.
pub const ACTIONS: &[&str] = &[
    "dossier.reveal",
    "dossier.act",
    "dossier.lock_account",
    "dossier.unlock_account",
    "queue.dossier",
    "dossier.find_for_person",
    "dossier.search",
    "dossier.contact",
    "visit.return",
    "home_visit.reveal",
    "home_visit.ask",
    "home_visit.plan",
    "home_visit.refuse",
    "home_visit.withdraw",
    "link.share",
    "link.end",
    "batch.export",
    "batch.download",
    "batch.import",
    "batch.confirm",
    "batch.discard",
    "uncollected.tell",
    "aid.list_preview",
    "aid.list_confirm",
    "aid.tell",
    "dossier.collected_by_other",
    "dossier.check_in_undone",
    "dossier.representative_recorded",
    "dossier.representative_ended",
    "delivery.choose",
    "notices.change",
    "notices.mail",
    "notices.mail_end",
    "question.ask",
    "question.answer",
    "mending.tell",
    "mending.send_on",
    "mending.answer",
    "mending.close",
    "queue.ticket",
    "queue.call",
    "queue.recall",
    "queue.serve",
    "queue.done",
    "queue.absent",
    "queue.back",
    "queue.priority",
    "queue.transfer",
    "office.close",
    "figures.target",
    "announcement.make",
    "announcement.change",
    "announcement.withdraw",
    "office.reopen",
    "office.change",
    "office.undo",
    "holidays.change",
    "holidays.undo",
    "stop.plan",
    "stop.cancel",
    "stop.change",
    "stop.list_preview",
    "stop.list_confirm",
    "waiting.join",
    "waiting.leave",
    "waiting.offer",
    "waiting.decline",
    "waiting.expire",
    "account.signed_in",
    "account.signed_out",
    "account.signed_in_by_passkey",
    "account.sign_in_refused",
    "account.code_sent",
    "account.device_code",
    "account.device_changed",
    "account.paper_asked",
    "account.paper_withdrawn",
    "account.paper_removed",
    "account.paper_integrated",
    "account.paper_refused",
    "account.paper_ends",
    "account.paper_expired",
    "account.paper_mismatch",
    "account.passkey_added",
    "account.passkey_removed",
    "account.passkey_cloned",
    "account.session_ended",
    "account.sessions_ended",
    "account.not_me",
    "account.child_consented",
    "account.child_consent_withdrawn",
    "account.child_seen",
    "account.child_shown",
    "account.handed_over",
    "account.payout_linked",
    "account.payout_removed",
    "account.password_reset",
    "account.passcode_reset",
    "account.phone_changed",
    "account.secrets_reset",
    "account.reopened",
    "account.data_exported",
    "account.closed",
    "dossier.data_exported",
    "dossier.forgotten",
    "account.helper_asked",
    "account.helper_began",
    "account.helper_look",
    "account.helper_ended",
    "ministry.pace",
    "staff.signed_in",
    "staff.signed_out",
    "staff.signed_in_by_passkey",
    "staff.passkey_added",
    "staff.passkey_removed",
    "staff.passkey_cloned",
    "staff.password_changed",
    "staff.changed",
    "staff.factor_enrolled",
    "staff.recovery_used",
    "staff.recovery_renewed",
    "staff.added",
    "staff.disabled",
    "staff.enabled",
    "staff.password_set",
    "staff.password_reset",
    "staff.factor_reset",
    "account.stay_declared",
    "account.stay_withdrawn",
    "stay.file",
    "stay.correct",
    "stay.withdraw",
    "stay.dispute",
    "stay.export",
    "venue.add",
    "venue.change",
    "venue.disable",
    "venue.enable",
    "venue.password_reset",
    "venue.password_changed",
    "venue.signed_in",
    "venue.signed_out",
    "audit.search",
    "audit.export",
    "audit.check",
];

str_enum! {
    /// What an entry's actor is.
    pub enum ActorKind {
        /// A person, by a dossier or account that they proved to be theirs.
        Citizen = "citizen",
        /// A member of staff.
        Staff = "staff",
        /// The server by itself, or its operator at the command line.
        System = "system",
        /// The ministry.
        Ministry = "ministry",
        /// A registered place with its own sign-in.
        Venue = "venue",
    }
}

/// `GET /api/desk/audit`: newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditPage {
    /// At most fifty.
    pub rows: Vec<AuditRow>,
    /// For the next page; none where this is the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditRow {
    /// Number in the chain; none for some seconds after it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence: Option<u64>,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// Who, as a kind.
    pub actor: ActorKind,
    /// Name of the member of staff; empty for others.
    #[serde(default)]
    pub actor_name: String,
    /// Their role then.
    #[serde(default)]
    pub role: Option<Role>,
    /// What, e.g. `dossier.reveal`.
    pub action: String,
    /// Kind of the object, e.g. `dossier`.
    pub object_kind: String,
    /// Reference of a dossier, name of a member of staff, else the id.
    pub object: String,
    /// Why, where a reason is asked for.
    #[serde(default)]
    pub reason: String,
}

/// `GET /api/desk/audit/people`: everybody who has an entry to search for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditPeople {
    /// By user name.
    pub people: Vec<AuditPerson>,
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditPerson {
    /// What `staff` is searched by.
    pub id: String,
    /// What they sign in with.
    pub username: String,
    /// Name.
    pub name: String,
}

/// `GET /api/desk/audit/chain`: where the chain ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChainView {
    /// Entries in the chain.
    pub sealed: u64,
    /// Hash of the last; noted elsewhere it proves later what there was today.
    pub hash: String,
    /// Entries that wait for their seal.
    pub waiting: u64,
    /// Since when the oldest of them does.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub waiting_since: Option<Timestamp>,
}

/// `GET /api/desk/audit/check`: a part of the check, to be carried on with `next`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChainCheck {
    /// Where the check stands.
    pub state: CheckState,
    /// The number read last.
    pub checked: u64,
    /// For the next part, while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// What is wrong, where it is broken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<ChainFault>,
}

str_enum! {
    /// Where a check stands.
    pub enum CheckState {
        /// Sound so far.
        Running = "running",
        /// All was read and is sound.
        Sound = "sound",
        /// It is not.
        Broken = "broken",
    }
}

/// The first thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChainFault {
    /// What kind of thing.
    pub kind: FaultKind,
    /// Number in the chain, where it has one.
    #[serde(default)]
    pub sequence: Option<u64>,
    /// Id of the entry, where there is one.
    #[serde(default)]
    pub entry_id: Option<String>,
}

str_enum! {
    /// What is wrong with the chain.
    pub enum FaultKind {
        /// A seal is missing.
        Gap = "gap",
        /// An entry is gone.
        Removed = "removed",
        /// An entry is not the one that was sealed.
        Changed = "changed",
        /// The chain does not end where its end says.
        End = "end",
        /// Its end is not signed with the server's key.
        Signature = "signature",
        /// An entry is in no chain.
        Inserted = "inserted",
        /// An entry was removed before it was sealed.
        Lost = "lost",
    }
}
